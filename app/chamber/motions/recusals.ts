import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { canSettle } from "~/chamber/motions/rules"
import { findMotion } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { insertRecusal } from "./recusal-store"

const longestReason = 200

/**
 * 回避: that someone must not vote on a motion, being concerned themselves, said before it is voted on and never taken back.
 * They stay in the base. Refusals: not_found, reason_missing, text_too_long, not_entitled_to_vote { name },
 * already_recused { name }, and those of `canSettle`.
 */
export async function recordRecusal(
  ctx: Ctx,
  input: { motionId: string; participantId: string; reason: string },
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const reason = input.reason.trim()
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async (q, meeting): Promise<Result<null>> => {
    if (!reason) return refuse("reason_missing", { field: "reason" })
    if (reason.length > longestReason) return refuse("text_too_long", { field: "reason", longest: longestReason })
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    const checked = canSettle(
      meeting.state,
      motion,
      rounds.filter(round => round.motionId === input.motionId),
    )
    if (!checked.ok) return checked
    const participant = await findParticipant(q, ctx.community.id, input.participantId)
    if (participant?.meetingId !== meetingId) return refuse("not_found")
    const { name } = participant
    if (participant.standing !== "entitled") return refuse("not_entitled_to_vote", { field: "participantId", name })
    const isNew = await insertRecusal(q, {
      communityId: ctx.community.id,
      motionId: input.motionId,
      participantId: participant.id,
      reason,
      recordedAt: ctx.now(),
      recordedBy: ctx.actor.name,
    })
    if (!isNew) return refuse("already_recused", { field: "participantId", name })
    await audit(q, ctx, "motion.recused", meetingSubject(meetingId), { motionId: input.motionId, name, reason })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}
