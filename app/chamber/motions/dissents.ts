import type { Writer } from "#db/client"
import { countsChannel, inMeeting, meetingSubject } from "~/chamber/meeting-access"
import { mayRecord } from "~/chamber/rules"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { findDissent, findMotion, insertDissent, updateDissent } from "./store"

const longestName = 60
const longestText = 1000

type Explanation = { explanation: string; explainedBy: string }

/** Both or neither: an explanation is somebody's. Refusals: explainer_missing, explanation_missing, text_too_long { longest }. */
function checkExplanation(said: Explanation): Result<Explanation> {
  const [explanation, explainedBy] = [said.explanation.trim(), said.explainedBy.trim()]
  if (explanation && !explainedBy) return refuse("explainer_missing", { field: "explainedBy" })
  if (!explanation && explainedBy) return refuse("explanation_missing", { field: "explanation" })
  if (explanation.length > longestText) return refuse("text_too_long", { field: "explanation", longest: longestText })
  return explainedBy.length > longestName
    ? refuse("text_too_long", { field: "explainedBy", longest: longestName })
    : done({ explanation, explainedBy })
}

export type DissentEntry = {
  motionId: string
  /** Whose opinion it is; null where `heldBy` says who holds it. */
  participantId: string | null
  heldBy: string
  opinion: string
} & Explanation

/**
 * 不同意见: what was said against a motion, taken down with the explanation given, until the minutes are out. Whoever holds
 * another opinion is owed an explanation (《关于加强城乡社区协商的意见》), and both stay with the result.
 * Refusals: not_found, opinion_missing, holder_missing, meeting_not_recorded_now, text_too_long { longest } and those of
 * `checkExplanation`.
 */
export async function recordDissent(ctx: Ctx, input: DissentEntry): Promise<Result<{ dissentId: string }>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const opinion = input.opinion.trim()
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    if (!opinion) return refuse("opinion_missing", { field: "opinion" })
    if (opinion.length > longestText) return refuse("text_too_long", { field: "opinion", longest: longestText })
    const explanation = checkExplanation(input)
    if (!explanation.ok) return explanation
    if (!mayRecord(meeting.state)) return refuse("meeting_not_recorded_now")
    const holder = await findHolder(q, ctx, meetingId, input)
    if (!holder.ok) return holder
    const dissentId = ctx.newId()
    await insertDissent(q, {
      communityId: ctx.community.id,
      id: dissentId,
      motionId: found.id,
      ...holder.value,
      opinion,
      ...explanation.value,
      recordedAt: ctx.now(),
      recordedBy: ctx.actor.name,
      version: 1,
    })
    const { heldBy } = holder.value
    await audit(q, ctx, "motion.dissented", meetingSubject(meetingId), {
      dissentId,
      motionId: found.id,
      ordinal: found.ordinal,
      heldBy,
    })
    return done({ dissentId })
  })
  if (result.ok) ctx.publish(countsChannel(meetingId))
  return result
}

async function findHolder(
  q: Writer,
  ctx: Ctx,
  meetingId: string,
  input: Pick<DissentEntry, "participantId" | "heldBy">,
): Promise<Result<{ participantId: string | null; heldBy: string }>> {
  if (input.participantId) {
    const holder = await findParticipant(q, ctx.community.id, input.participantId)
    return holder?.meetingId === meetingId
      ? done({ participantId: holder.id, heldBy: holder.name })
      : refuse("not_found")
  }
  const heldBy = input.heldBy.trim()
  if (!heldBy) return refuse("holder_missing", { field: "participantId" })
  return heldBy.length > longestName
    ? refuse("text_too_long", { field: "heldBy", longest: longestName })
    : done({ participantId: null, heldBy })
}

/**
 * 解释说明, given after the opinion was taken down, or put right, until the minutes are out.
 * Refusals: not_found, explanation_missing, meeting_not_recorded_now, changed_meanwhile and those of `checkExplanation`.
 */
export async function explainDissent(
  ctx: Ctx,
  input: { dissentId: string; version: number } & Explanation,
): Promise<Result<null>> {
  const found = await findDissent(ctx.db.read, ctx.community.id, input.dissentId)
  const motion = found && (await findMotion(ctx.db.read, ctx.community.id, found.motionId))
  if (!found || !motion) return refuse("not_found")
  const result = await inMeeting(ctx, motion.meetingId, "meeting:record", async (q, meeting): Promise<Result<null>> => {
    if (!input.explanation.trim()) return refuse("explanation_missing", { field: "explanation" })
    const explanation = checkExplanation(input)
    if (!explanation.ok) return explanation
    if (!mayRecord(meeting.state)) return refuse("meeting_not_recorded_now")
    const dissent = await findDissent(q, ctx.community.id, found.id)
    if (!dissent) return refuse("not_found")
    const key = { communityId: ctx.community.id, id: dissent.id, version: input.version }
    if (!(await updateDissent(q, key, explanation.value))) {
      const changes = [
        { label: "解释说明", now: dissent.explanation },
        { label: "谁作的解释", now: dissent.explainedBy },
      ]
      return refuse("changed_meanwhile", { version: dissent.version, changes })
    }
    const { ordinal } = motion
    await audit(q, ctx, "motion.dissentExplained", meetingSubject(motion.meetingId), {
      dissentId: dissent.id,
      ordinal,
      heldBy: dissent.heldBy,
      by: explanation.value.explainedBy,
    })
    return done(null)
  })
  if (result.ok) ctx.publish(countsChannel(motion.meetingId))
  return result
}
