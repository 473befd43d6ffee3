import type { Writer } from "#db/client"
import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { findMotion, listMotions, type Motion, updateMotionStanding } from "~/chamber/motions/store"
import { listRounds, type Round } from "~/chamber/rounds/round-store"
import { canCloseMeeting } from "~/chamber/rules"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { applyAmendmentIn } from "./amendments"
import { canSettle, pendingAmendment } from "./rules"

const longestReason = 200

/**
 * An amendment is taken over without a vote, because whoever moved the motion agrees or nobody is against it: `reason` says
 * on whose word. Refusals: not_found, reason_missing, text_too_long, not_an_amendment, motion_voted_on and those of
 * `canSettle`.
 */
export const adoptAmendment = (ctx: Ctx, input: { motionId: string; reason: string }): Promise<Result<null>> =>
  settle(ctx, input, async (q, motion, rounds, reason) => {
    if (motion.kind !== "amendment") return refuse("not_an_amendment")
    if (rounds.some(round => round.motionId === motion.id && round.state !== "annulled"))
      return refuse("motion_voted_on")
    const isMoved = await updateMotionStanding(q, ctx.community.id, motion.id, {
      standing: "adopted",
      standingReason: reason,
    })
    if (!isMoved) return refuse("motion_withdrawn")
    const { id: motionId, ordinal, content } = motion
    await audit(q, ctx, "motion.adopted", meetingSubject(motion.meetingId), { motionId, ordinal, content, reason })
    if (await applyAmendmentIn(q, ctx, motion)) return done(null)
    // The lock is held and nothing waits: only rows written past the rules end here, and then nothing of it stands.
    throw new Error(`amendment ${motion.id} does not fit the text it was drawn up from`)
  })

/**
 * 撤回, with its reason, before it was decided. With a motion goes the amendment that waited for its text.
 * Refusals: not_found, reason_missing, text_too_long and those of `canSettle`.
 */
export const withdrawMotion = (ctx: Ctx, input: { motionId: string; reason: string }): Promise<Result<null>> =>
  settle(ctx, input, async (q, motion, rounds, reason) => {
    const motions = await listMotions(q, ctx.community.id, motion.meetingId)
    const pending = pendingAmendment(motion.id, motions, rounds)
    // What is being voted on is not pulled from under the voters' hands.
    const free = canCloseMeeting(rounds.filter(round => round.motionId === pending?.id))
    if (!free.ok) return free
    await withdrawIn(q, ctx, motion, reason)
    if (pending) await withdrawIn(q, ctx, pending, `第${motion.ordinal}件已撤回`)
    return done(null)
  })

async function withdrawIn(q: Writer, ctx: Ctx, motion: Motion, reason: string): Promise<void> {
  await updateMotionStanding(q, ctx.community.id, motion.id, { standing: "withdrawn", standingReason: reason })
  const { id: motionId, ordinal, content } = motion
  await audit(q, ctx, "motion.withdrawn", meetingSubject(motion.meetingId), { motionId, ordinal, content, reason })
}

async function settle(
  ctx: Ctx,
  input: { motionId: string; reason: string },
  work: (q: Writer, motion: Motion, rounds: readonly Round[], reason: string) => Promise<Result<null>>,
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const reason = input.reason.trim()
  const result = await inMeeting(ctx, found.meetingId, "meeting:record", async (q, meeting): Promise<Result<null>> => {
    if (!reason) return refuse("reason_missing", { field: "reason" })
    if (reason.length > longestReason) return refuse("text_too_long", { field: "reason", longest: longestReason })
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    const rounds = await listRounds(q, ctx.community.id, meeting.id)
    const free = canSettle(
      meeting.state,
      motion,
      rounds.filter(round => round.motionId === motion.id),
    )
    return free.ok ? work(q, motion, rounds, reason) : free
  })
  if (result.ok) ctx.publish(stateChannel(found.meetingId))
  return result
}
