import { inMeeting } from "~/chamber/meeting-access"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { remarkField } from "./confirmation-field"
import { listToConfirm } from "./confirmation-reading"
import { findConfirmation, insertConfirmation } from "./confirmation-store"
import { isMinuted, mayConfirmAt } from "./rules"

/** As much as a remark may say. */
export const mostRemark = 500

/**
 * 上次会议纪要的确认: earlier minutes found right at this meeting, or with a remark. The approved paper is never changed by
 * it: what has to be put right is said in the later minutes. Refusals: confirmed_before_meeting, confirmed_after_minutes (its own
 * are approved), already_confirmed, remark_too_long, not_found (not of this kind of meeting, not earlier, not approved).
 */
export async function confirmMinutes(
  ctx: Ctx,
  { meetingId, minutesId, remark }: { meetingId: string; minutesId: string; remark: string },
): Promise<Result<null>> {
  return inMeeting(ctx, meetingId, "record:edit", async (q, meeting) => {
    if (isMinuted(meeting.state)) return refuse("confirmed_after_minutes", { status: 409 })
    if (!mayConfirmAt(meeting.state)) return refuse("confirmed_before_meeting")
    const said = remark.trim()
    if ([...said].length > mostRemark)
      return refuse("remark_too_long", { most: mostRemark, field: remarkField(minutesId) })
    if (await findConfirmation(q, ctx.community.id, minutesId)) return refuse("already_confirmed", { status: 409 })
    const waiting = await listToConfirm(q, meeting)
    if (!waiting.some(one => one.minutes.id === minutesId)) return refuse("not_found")
    const isFirst = await insertConfirmation(q, {
      communityId: ctx.community.id,
      minutesId,
      meetingId,
      remark: said,
      confirmedAt: ctx.now(),
      confirmedBy: ctx.actor.name,
    })
    // Two meetings may be in session at once, each under its own lock.
    if (!isFirst) return refuse("already_confirmed", { status: 409 })
    await audit(q, ctx, "minutes.confirmed", { kind: "minutes", id: minutesId }, { meetingId, withRemark: said !== "" })
    return done(null)
  })
}
