import type { ResolutionWording } from "#db/schema/records"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { approveResolution, draftResolutions, editResolution, exportResolution } from "~/records/resolutions"
import { findResolution } from "~/records/store"
import type { Ctx } from "~/web/context"
import { must } from "./must"

/** The minutes as drafted from the record, approved by the chair and printed. */
export async function writeMinutes(chair: Ctx, meetingId: string): Promise<void> {
  must(await draftMinutes(chair, meetingId))
  must(await approveMinutes(chair, meetingId, 1))
  must(await exportMinutes(chair, meetingId))
}

/** The resolution of a round, worded further where `word` is given, approved by the chair and printed. Returns its id. */
export async function writeResolution(
  chair: Ctx,
  key: { meetingId: string; roundId: string },
  word?: (drafted: ResolutionWording) => ResolutionWording,
): Promise<string> {
  must(await draftResolutions(chair, key.meetingId))
  const drafted = (await findResolution(chair.db.read, chair.community.id, key.roundId))!
  if (word) must(await editResolution(chair, key, word(drafted.wording), drafted.version))
  must(await approveResolution(chair, key, drafted.version + (word ? 1 : 0)))
  must(await exportResolution(chair, key))
  return drafted.id
}
