import { minutesWordTemplate } from "#templates/word/minutes"
import { resolutionWordTemplate } from "#templates/word/resolution"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { exportMinutes, previewMinutes } from "./minutes"
import type { IssuedPaper } from "./papers"
import { exportResolution, previewResolution, type ResolutionKey } from "./resolutions"

/** The approved minutes as a Word file, kept like the PDF and from the same facts. Refusals: as of the PDF. */
export const exportMinutesWord = (ctx: Ctx, meetingId: string): Promise<IssuedPaper> =>
  exportMinutes(ctx, meetingId, minutesWordTemplate)

/** The approved resolution as a Word file, kept like the PDF and from the same facts. Refusals: as of the PDF. */
export const exportResolutionWord = (ctx: Ctx, key: ResolutionKey): Promise<IssuedPaper> =>
  exportResolution(ctx, key, resolutionWordTemplate)

/** The minutes as they stand, to be handed round for remarks: not kept, and a draft says in its title that it is one. */
export const draftMinutesWord = (ctx: Ctx, meetingId: string): Promise<Result<Uint8Array>> =>
  previewMinutes(ctx, meetingId, minutesWordTemplate)

/** The resolution as it stands, to be handed round for remarks: not kept, and a draft says in its title that it is one. */
export const draftResolutionWord = (ctx: Ctx, key: ResolutionKey): Promise<Result<Uint8Array>> =>
  previewResolution(ctx, key, resolutionWordTemplate)
