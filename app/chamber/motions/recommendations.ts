import type { RecommendationStance } from "#db/schema/chamber-motions"
import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { listRounds } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { recommendationStanceNames } from "./motion-terms"
import { canSettle } from "./rules"
import { findMotion, insertRecommendation } from "./store"

const longestBody = 40
const longestReason = 500

/**
 * 建议: what a committee or the party branch says of a motion, before it is voted on, shown beside it everywhere. A later word
 * of the same body takes the place of its earlier one. What the branch said of the proposal need not be written down again.
 * Refusals: not_found, recommender_missing, reason_missing, text_too_long { longest } and those of `canSettle`.
 */
export async function recordRecommendation(
  ctx: Ctx,
  input: { motionId: string; body: string; stance: RecommendationStance; reason: string },
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const [body, reason] = [input.body.trim(), input.reason.trim()]
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting): Promise<Result<null>> => {
    if (!body) return refuse("recommender_missing", { field: "body" })
    if (body.length > longestBody) return refuse("text_too_long", { field: "body", longest: longestBody })
    if (!reason) return refuse("reason_missing", { field: "reason" })
    if (reason.length > longestReason) return refuse("text_too_long", { field: "reason", longest: longestReason })
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    const free = canSettle(
      meeting.state,
      motion,
      rounds.filter(round => round.motionId === motion.id),
    )
    if (!free.ok) return free
    await insertRecommendation(q, {
      communityId: ctx.community.id,
      id: ctx.newId(),
      motionId: motion.id,
      body,
      stance: input.stance,
      reason,
      recordedAt: ctx.now(),
      recordedBy: ctx.actor.name,
    })
    await audit(q, ctx, "motion.recommended", meetingSubject(meetingId), {
      motionId: motion.id,
      ordinal: motion.ordinal,
      body,
      stance: recommendationStanceNames[input.stance],
      reason,
    })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}
