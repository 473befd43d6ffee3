import { type BriefMinutesFacts, briefMinutesTemplate } from "#templates/brief-minutes"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { briefMinutesFacts } from "./brief-minutes-facts"
import { approvalOf, drawPreview, findMeetingToExport, type IssuedPaper, issueApproved, readRecorded } from "./papers"
import { findMinutes, type Minutes } from "./store"

async function readBriefFacts(
  ctx: Ctx,
  meetingId: string,
): Promise<Result<{ minutes: Minutes; facts: BriefMinutesFacts }>> {
  const allowed = await findMeetingToExport(ctx, meetingId)
  if (!allowed.ok) return allowed
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const minutes = await findMinutes(ctx.db.read, ctx.community.id, meetingId)
  if (!minutes) return refuse("not_found")
  return done({
    minutes,
    facts: briefMinutesFacts(recorded.value, minutes.wording, approvalOf(ctx, "minutes", minutes)),
  })
}

/** The short form as it would be printed; of a draft its title says so, and nothing is stored. */
export async function previewBriefMinutes(ctx: Ctx, meetingId: string): Promise<Result<Uint8Array>> {
  const read = await readBriefFacts(ctx, meetingId)
  return read.ok ? drawPreview(ctx, briefMinutesTemplate, read.value.facts) : read
}

/** The approved minutes in short form as a PDF in the database, under the number of the minutes. Refusal: not_approved. */
export async function exportBriefMinutes(ctx: Ctx, meetingId: string): Promise<IssuedPaper> {
  const read = await readBriefFacts(ctx, meetingId)
  if (!read.ok) return read
  const { minutes, facts } = read.value
  const title = `${facts.meeting}会议纪要（简式）`
  return issueApproved(ctx, { kind: "briefMinutes", paper: minutes, title, facts, template: briefMinutesTemplate })
}
