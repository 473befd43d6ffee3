import type { Writer } from "#db/client"
import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { canSettle, pendingAmendment } from "~/chamber/motions/rules"
import { findMotion, listMotions, type Motion } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { canCloseMeeting } from "~/chamber/rules"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { insertRecusal, listRecusals } from "./recusal-store"

const longestReason = 200

/**
 * 回避: that someone must not vote on a motion, being concerned themselves, said before it is voted on and never taken back.
 * They stay in the base, and stand back from an amendment of that motion too. Refusals: not_found, reason_missing, text_too_long, not_entitled_to_vote { name },
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
    const amendment = pendingAmendment(motion.id, await listMotions(q, ctx.community.id, meetingId), rounds)
    const free = canCloseMeeting(rounds.filter(round => round.motionId === amendment?.id))
    if (!free.ok) return free
    const recusal = { participantId: participant.id, name, reason }
    if (!(await recuseIn(q, ctx, motion, recusal))) return refuse("already_recused", { field: "participantId", name })
    if (amendment) await recuseIn(q, ctx, amendment, recusal)
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

type Recused = { participantId: string; name: string; reason: string }

/** False when this one was barred already. */
async function recuseIn(
  q: Writer,
  ctx: Ctx,
  { id: motionId, meetingId }: Pick<Motion, "id" | "meetingId">,
  { participantId, name, reason }: Recused,
): Promise<boolean> {
  const isNew = await insertRecusal(q, {
    communityId: ctx.community.id,
    motionId,
    participantId,
    reason,
    recordedAt: ctx.now(),
    recordedBy: ctx.actor.name,
  })
  if (isNew) await audit(q, ctx, "motion.recused", meetingSubject(meetingId), { motionId, name, reason })
  return isNew
}

/** Inner step of moving an amendment: who must not vote on a text does not vote on how it shall read. */
export async function carryRecusalsIn(q: Writer, ctx: Ctx, main: Motion, amendment: Motion): Promise<void> {
  const recusals = await listRecusals(q, ctx.community.id, main.meetingId)
  for (const recusal of recusals.filter(one => one.motionId === main.id)) await recuseIn(q, ctx, amendment, recusal)
}
