import { helperReasonOf } from "~/chamber/attendance/helper-words"
import { canArrive } from "~/chamber/attendance/rules"
import { countsChannel, findMeetingFor, inMeeting, meetingSubject } from "~/chamber/meeting-access"
import { findParticipant } from "~/convening/store"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { movePresenceIn } from "./attendance"
import { type SeatTaken, startSeatIn } from "./check-in"

/** Whose seat may be opened, and why it cannot be now. Refusals: not_found, forbidden. */
export async function readHelped(
  ctx: Ctx,
  key: { meetingId: string; participantId: string },
): Promise<Result<{ title: string; name: string; problem: Refusal | null }>> {
  const found = await findMeetingFor(ctx, key.meetingId, "meeting:desk")
  if (!found.ok) return found
  const participant = await findParticipant(ctx.db.read, ctx.community.id, key.participantId)
  if (participant?.meetingId !== key.meetingId) return refuse("not_found")
  const open = canArrive(found.value.state)
  return done({ title: found.value.title, name: participant.name, problem: open.ok ? null : open })
}

/**
 * 代操作: someone of the desk opens a delegate's seat on this device and presses its buttons as the delegate says (无障碍环境
 * 建设法第四十八条). No code is asked: the delegate stands before the desk, and is checked in by it. Whatever the seat does
 * then names the helper. The delegate's own tablet loses the seat.
 * Refusals: not_found, forbidden, helper_reason_missing, helper_reason_unknown, and those of `canArrive`.
 */
export async function openSeatAsHelper(
  ctx: Ctx,
  input: { meetingId: string; participantId: string; reason: string; words?: string; device: string },
): Promise<Result<SeatTaken>> {
  const reason = helperReasonOf(input)
  if (!reason.ok) return reason
  const result = await inMeeting(ctx, input.meetingId, "meeting:desk", async (q, meeting) => {
    const participant = await findParticipant(q, ctx.community.id, input.participantId)
    if (participant?.meetingId !== meeting.id) return refuse("not_found")
    // Who is at the desk is in the room; the event is the desk's own, not the delegate's tablet's.
    const byStaff = { ...ctx, actor: { ...ctx.actor, seat: null } }
    const arrived = await movePresenceIn(q, byStaff, meeting, participant, "enter", { means: "desk" })
    if (!arrived.ok && arrived.code !== "already_present") return arrived
    const helper = { name: ctx.actor.name, reason: reason.value }
    const taken = await startSeatIn(q, ctx, meeting, participant, { device: input.device, helper })
    await audit(q, byStaff, "attendance.helped", meetingSubject(meeting.id), {
      participantId: participant.id,
      name: participant.name,
      reason: reason.value,
    })
    return done(taken)
  })
  if (result.ok) ctx.publish(countsChannel(input.meetingId))
  return result
}
