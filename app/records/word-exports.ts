import { minutesWordTemplate } from "#templates/word/minutes"
import { resolutionWordTemplate } from "#templates/word/resolution"
import { type Result, refuse } from "~/law/result"
import type { DocumentView } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { verifyUrlOf } from "~/registry/verification"
import type { Ctx } from "~/web/context"
import { readMinutesFacts } from "./minutes"
import { approvalOf, drawPreview, findMeetingToExport } from "./papers"
import { readResolutionFacts } from "./resolutions"

type Issued = Result<{ document: DocumentView; isNew: boolean }>
type ResolutionKey = { meetingId: string; roundId: string }

/** The approved minutes as a Word file, kept like the PDF and from the same facts. Refusals: as of the PDF. */
export async function exportMinutesWord(ctx: Ctx, meetingId: string): Promise<Issued> {
  const allowed = await findMeetingToExport(ctx, meetingId)
  if (!allowed.ok) return allowed
  const read = await readMinutesFacts(ctx, meetingId)
  if (!read.ok) return read
  const { minutes, facts } = read.value
  const approval = approvalOf(ctx, "minutes", minutes)
  if (!approval) return refuse("not_approved")
  const title = facts.title.replaceAll("\n", "")
  return issueDocument(ctx, {
    kind: "minutes",
    subject: { kind: "minutes", id: minutes.id },
    number: approval.number,
    title,
    fileName: `${title}.docx`,
    facts,
    template: minutesWordTemplate,
    date: approval.approvedOn,
    verifyUrl: verifyUrlOf(ctx),
  })
}

/** The approved resolution as a Word file, kept like the PDF and from the same facts. Refusals: as of the PDF. */
export async function exportResolutionWord(ctx: Ctx, key: ResolutionKey): Promise<Issued> {
  const allowed = await findMeetingToExport(ctx, key.meetingId)
  if (!allowed.ok) return allowed
  const read = await readResolutionFacts(ctx, key)
  if (!read.ok) return read
  const { resolution, facts } = read.value
  const approval = approvalOf(ctx, "resolution", resolution)
  if (!approval) return refuse("not_approved")
  return issueDocument(ctx, {
    kind: "resolution",
    subject: { kind: "resolution", id: resolution.id },
    number: approval.number,
    title: facts.title,
    fileName: `${facts.title}.docx`,
    facts,
    template: resolutionWordTemplate,
    date: approval.approvedOn,
    verifyUrl: verifyUrlOf(ctx),
  })
}

/** The minutes as they stand, to be handed round for remarks: not kept, and a draft says in its title that it is one. */
export async function draftMinutesWord(ctx: Ctx, meetingId: string): Promise<Result<Uint8Array>> {
  const allowed = await findMeetingToExport(ctx, meetingId)
  if (!allowed.ok) return allowed
  const read = await readMinutesFacts(ctx, meetingId)
  return read.ok ? drawPreview(ctx, minutesWordTemplate, read.value.facts) : read
}

/** The resolution as it stands, to be handed round for remarks: not kept, and a draft says in its title that it is one. */
export async function draftResolutionWord(ctx: Ctx, key: ResolutionKey): Promise<Result<Uint8Array>> {
  const allowed = await findMeetingToExport(ctx, key.meetingId)
  if (!allowed.ok) return allowed
  const read = await readResolutionFacts(ctx, key)
  return read.ok ? drawPreview(ctx, resolutionWordTemplate, read.value.facts) : read
}
