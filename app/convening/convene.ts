import { createHash } from "node:crypto"
import { listWordingsInForce } from "~/agenda/store"
import { scheduleTopicsIn } from "~/agenda/topics"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { takeNumber } from "~/registry/numbers"
import { freezeSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { judgedBy } from "./agenda-readiness"
import { replaceAgenda, replaceParticipants, updateDraft } from "./draft-store"
import { gatherReadiness } from "./readiness"
import { type Problem, type Readiness, type ReasonKey, type Reasons, readinessProblems, reasonKeys } from "./rules"
import { findMeeting } from "./store"

/** What of the reasons says something. */
export const plainReasons = (reasons: Reasons): Reasons =>
  Object.fromEntries(reasonKeys.flatMap((key: ReasonKey) => (reasons[key]?.trim() ? [[key, reasons[key].trim()]] : [])))

/** The reasons something had to be excused for: what was written before the date was moved must not go on the notice. */
function neededReasons(facts: Readiness): Reasons {
  const asked = new Set(readinessProblems({ ...facts, reasons: {} }).map(problem => problem.field))
  return Object.fromEntries(reasonKeys.flatMap(key => (asked.has(`reason-${key}`) ? [[key, facts.reasons[key]]] : [])))
}

/**
 * Sends the notice: the rule is frozen with the meeting, its number given, its topics scheduled in the wording in force,
 * its people written down as they are now. `reasons` add to those of the draft.
 * Refusals: forbidden, not_found, already_convened, not_ready_to_convene (with every problem at once), changed_meanwhile.
 */
export async function convene(
  ctx: Ctx,
  input: { meetingId: string; reasons?: Reasons },
): Promise<Result<{ title: string; sequence: number }>> {
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  const communityId = ctx.community.id
  // One lock for all meetings of the community: of two that want one venue at once, the second sees the first.
  const result = await writeOrRefuse(ctx, `convening:${communityId}`, async q => {
    const meeting = await findMeeting(q, communityId, input.meetingId)
    if (!meeting) return refuse("not_found")
    if (meeting.state !== "draft") return refuse("already_convened")
    const reasons = plainReasons({ ...(meeting.reasons as Reasons), ...input.reasons })
    const { facts, items, people, judgedBy: judged } = await gatherReadiness(q, ctx, meeting, reasons)
    const problems = readinessProblems(facts)
    if (problems.length > 0 || !facts.startsAt) return refuse("not_ready_to_convene", { problems })
    const needed = neededReasons(facts)

    const { snapshot, text } = freezeSnapshot(facts.rule)
    const year = Number(civilDateOf(facts.startsAt).slice(0, 4))
    const sequence = await takeNumber(q, communityId, `meeting:${meeting.preset}`, year)
    const title = meeting.title === snapshot.meetingKind ? `第${sequence}次${snapshot.meetingKind}` : meeting.title
    const isOurs = await updateDraft(
      q,
      { communityId, meetingId: meeting.id, version: meeting.version },
      {
        state: "convened",
        year,
        sequence,
        title,
        ruleSnapshot: text,
        ruleHash: createHash("sha256").update(text).digest("hex"),
        reasons: needed,
        convenedAt: facts.now,
      },
    )
    if (!isOurs) return refuse("changed_meanwhile", { version: meeting.version + 1 })
    await replaceParticipants(q, communityId, meeting.id, people)
    const topicIds = items.flatMap(item => item.topicId ?? [])
    // Scheduling holds the topics' rows: only then are the wording in force and the procedure certain.
    const scheduled = await scheduleTopicsIn(q, ctx, topicIds, { id: meeting.id, title })
    if (!scheduled.ok) return scheduled
    if ((await judgedBy(q, communityId, topicIds)) !== judged)
      return refuse("changed_meanwhile", { version: meeting.version })
    const inForce = await listWordingsInForce(q, communityId, topicIds)
    await replaceAgenda(
      q,
      communityId,
      meeting.id,
      items.map(item => ({ ...item, proposalId: item.topicId ? (inForce.get(item.topicId)?.id ?? null) : null })),
    )
    await audit(
      q,
      ctx,
      "meeting.convened",
      { kind: "meeting", id: meeting.id },
      { title, reasons: needed, entitled: facts.entitled.length, observers: people.length - facts.entitled.length },
    )
    return done({ title, sequence })
  })
  if (result.ok) ctx.publish(`meeting:${input.meetingId}`)
  return result
}

/** What stands between a draft and its notice now. Refusals: not_found, forbidden, already_convened. */
export async function findProblems(ctx: Ctx, meetingId: string): Promise<Result<Problem[]>> {
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, meetingId)
  if (!meeting) return refuse("not_found")
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  if (meeting.state !== "draft") return refuse("already_convened")
  const { facts } = await gatherReadiness(ctx.db.read, ctx, meeting, plainReasons(meeting.reasons as Reasons))
  return done(readinessProblems(facts))
}
