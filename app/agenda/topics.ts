import { isUniqueViolation, type Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { formatNumber, takeNumber } from "~/registry/numbers"
import { listAuditEntries } from "~/registry/store"
import { isProcedureKey } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { escalateTopicIn } from "./escalation"
import { insertFirstWordingIn } from "./proposals"
import {
  isForDeliberation,
  mayReword,
  type ProposalWording,
  stateAfter,
  statesBefore,
  type TopicOutcome,
} from "./rules"
import { findTopic, insertTopic, insertTopicIssues, listIssuesById, updateTopic, updateTopicStates } from "./store"

export type NewTopic = {
  title: string
  background: string
  /** Issues sorted as 协商 that are in no topic yet; at least one. */
  issueIds: readonly string[]
  proposal: ProposalWording | null
}

/**
 * A topic out of one or several issues, with a first proposal when there is one already.
 * Refusals: forbidden, no_issue_chosen, issue_merged, issue_not_for_deliberation, issue_in_topic.
 */
export async function createTopic(ctx: Ctx, input: NewTopic): Promise<Result<{ topicId: string; number: string }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const issueIds = [...new Set(input.issueIds)]
  if (issueIds.length === 0) return refuse("no_issue_chosen", { field: "issue" })
  const communityId = ctx.community.id
  const topicId = ctx.newId()
  return ctx.db
    .tx(`topic:${topicId}`, async q => {
      const chosen = await listIssuesById(q, communityId, issueIds)
      if (chosen.length < issueIds.length) return refuse("not_found")
      const merged = chosen.find(issue => issue.mergedIntoId !== null)
      if (merged) return refuse("issue_merged", { field: "issue", title: merged.title })
      const unfit = chosen.find(issue => !isForDeliberation(issue))
      if (unfit) return refuse("issue_not_for_deliberation", { field: "issue", title: unfit.title })
      const now = ctx.now()
      const year = Number(civilDateOf(now).slice(0, 4))
      const sequence = await takeNumber(q, communityId, "topic", year)
      await insertTopic(q, {
        communityId,
        id: topicId,
        year,
        sequence,
        title: input.title,
        background: input.background,
        state: input.proposal ? "prepared" : "proposed",
        outcome: null,
        createdAt: now,
        createdBy: ctx.actor.name,
        version: 1,
      })
      await insertTopicIssues(
        q,
        issueIds.map(issueId => ({ communityId, topicId, issueId })),
      )
      const number = formatNumber(ctx.community.shortName, "topic", year, sequence)
      await audit(q, ctx, "topic.created", { kind: "topic", id: topicId }, { number, title: input.title })
      for (const issueId of issueIds)
        await audit(q, ctx, "issue.madeTopic", { kind: "issue", id: issueId }, { topicId, number, title: input.title })
      if (input.proposal) await insertFirstWordingIn(q, ctx, topicId, 1, input.proposal)
      return done({ topicId, number })
    })
    .catch(error => {
      if (isUniqueViolation(error)) return refuse("issue_in_topic", { field: "issue" })
      throw error
    })
}

/** Title and background. Refusals: forbidden, not_found, topic_fixed, changed_meanwhile. */
export async function editTopic(
  ctx: Ctx,
  input: { topicId: string; version: number; title: string; background: string },
): Promise<Result<null>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    const topic = await findTopic(q, ctx.community.id, input.topicId)
    if (!topic) return refuse("not_found")
    if (!mayReword(topic.state)) return refuse("topic_fixed")
    const key = { communityId: ctx.community.id, topicId: topic.id, version: input.version }
    if (!(await updateTopic(q, key, { title: input.title, background: input.background }))) {
      const changes = [
        { label: "议题", now: topic.title },
        { label: "为什么要议", now: topic.background },
      ]
      const entries = await listAuditEntries(q, ctx.community.id, [{ kind: "topic", ids: [topic.id] }])
      return refuse("changed_meanwhile", { by: entries.at(-1)?.actorName, version: topic.version, changes })
    }
    await audit(q, ctx, "topic.edited", { kind: "topic", id: topic.id }, { before: topic.title, title: input.title })
    return done(null)
  })
}

/** Inner step: prepared topics go onto a convened agenda. Refusal: topic_not_ready, when one is not prepared any more. */
export async function scheduleTopicsIn(
  q: Writer,
  ctx: Ctx,
  topicIds: readonly string[],
  meeting: { id: string; title: string },
): Promise<Result<null>> {
  const moved = await updateTopicStates(q, ctx.community.id, topicIds, statesBefore("scheduled"), "scheduled")
  if (moved.length !== new Set(topicIds).size) return refuse("topic_not_ready", { field: "agenda" })
  for (const id of moved)
    await audit(q, ctx, "topic.scheduled", { kind: "topic", id }, { meetingId: meeting.id, meeting: meeting.title })
  return done(null)
}

/** Inner step: what was scheduled and not decided is prepared again, because its meeting was cancelled or ended before it. */
export async function unscheduleTopicsIn(
  q: Writer,
  ctx: Ctx,
  topicIds: readonly string[],
  meeting: { id: string; title: string },
): Promise<void> {
  const moved = await updateTopicStates(q, ctx.community.id, topicIds, ["scheduled"], "prepared")
  for (const id of moved)
    await audit(q, ctx, "topic.unscheduled", { kind: "topic", id }, { meetingId: meeting.id, meeting: meeting.title })
}

type Decision = {
  returnOn?: string | null
  conditions?: readonly string[] | null
  /** Of what is escalated: the procedure that is to decide it. */
  escalateTo?: string | null
}

/**
 * Inner step: what the meeting came to, of a topic on its agenda. 先调研再定 leaves it waiting for its fieldwork, due back on
 * `returnOn`; what is escalated is routed to the higher procedure and prepared again, to be scheduled there. The conditions
 * are told on its timeline; the motion keeps them. Refusal: topic_not_scheduled.
 */
export async function decideTopicIn(
  q: Writer,
  ctx: Ctx,
  topicId: string,
  outcome: TopicOutcome,
  { returnOn = null, conditions = null, escalateTo = null }: Decision = {},
): Promise<Result<null>> {
  const higher = outcome === "escalated" && isProcedureKey(escalateTo) ? escalateTo : null
  const to = higher ? "prepared" : stateAfter(outcome)
  const decision = higher ? null : { outcome, returnOn }
  const moved = await updateTopicStates(q, ctx.community.id, [topicId], ["scheduled"], to, decision)
  if (moved.length === 0) return refuse("topic_not_scheduled")
  await audit(
    q,
    ctx,
    "topic.decided",
    { kind: "topic", id: topicId },
    { outcome, returnOn, conditions, escalateTo: higher },
  )
  if (higher) await escalateTopicIn(q, ctx, topicId, higher)
  return done(null)
}
