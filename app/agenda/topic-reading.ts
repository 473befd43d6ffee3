import { type TopicState, topicStates } from "#db/schema/agenda"
import { withAllVoices } from "~/intake/merging-store"
import { formatMoney } from "~/law/chinese-numbers"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { formatNumber } from "~/registry/numbers"
import { listPhotos } from "~/registry/photo-store"
import { type ProcedureKey, procedureNames } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { readProcedure } from "./procedure-reading"
import { mayOpenNext, mayReword, proposalName } from "./rules"
import {
  findTopic,
  listBlockedProposals,
  listDeliberateIssues,
  listFieldworks,
  listProposals,
  listRoutings,
  listTopicIssueIds,
  listTopicIssues,
  listTopics,
  listTopicsOfIssues,
  listWordingsInForce,
  type Proposal,
  type Topic,
} from "./store"

const numberOf = (ctx: Ctx, topic: Topic) => formatNumber(ctx.community.shortName, "topic", topic.year, topic.sequence)
const issueNumberOf = (ctx: Ctx, issue: { year: number; sequence: number }) =>
  formatNumber(ctx.community.shortName, "issue", issue.year, issue.sequence)

/** The list of topics, newest first, with how many there are of each state. Refusal: forbidden. */
export async function listTopicRows(ctx: Ctx, state: TopicState | null) {
  if (!may(ctx.actor, "topic:read")) return refuse("forbidden")
  const all = await listTopics(ctx.db.read, ctx.community.id)
  const pairs = await listTopicIssueIds(ctx.db.read, ctx.community.id)
  const shown = all.filter(topic => !state || topic.state === state)
  const shownIds = shown.map(topic => topic.id)
  const inForce = await listWordingsInForce(ctx.db.read, ctx.community.id, shownIds)
  const routings = await listRoutings(ctx.db.read, ctx.community.id, shownIds)
  return done({
    counts: Object.fromEntries(
      topicStates.map(one => [one, all.filter(topic => topic.state === one).length]),
    ) as Record<TopicState, number>,
    total: all.length,
    rows: shown.map(topic => ({
      id: topic.id,
      number: numberOf(ctx, topic),
      title: topic.title,
      state: topic.state,
      outcome: topic.outcome,
      createdOn: formatDate(civilDateOf(topic.createdAt)),
      issueCount: pairs.filter(pair => pair.topicId === topic.id).length,
      /** 第二个方案 and later ones are named; the first needs no number. */
      proposal: topic.proposalOrdinal > 1 ? proposalName(topic.proposalOrdinal) : "",
      returnOn: topic.returnOn ? formatDate(topic.returnOn) : "",
      budget: budgetText(inForce.get(topic.id) ?? null),
      procedure: procedureName(routings.get(topic.id)),
    })),
    mayEdit: may(ctx.actor, "topic:edit"),
  })
}

const procedureName = (routing: { procedure: string } | undefined): string =>
  routing ? procedureNames[routing.procedure as ProcedureKey] : ""

const budgetText = (proposal: Proposal | null): string =>
  proposal ? (proposal.budgetFen === null ? "不花钱" : formatMoney(proposal.budgetFen)) : ""

const wordingView = (proposal: Proposal) => ({
  id: proposal.id,
  ordinal: proposal.ordinal,
  version: proposal.version,
  content: proposal.content,
  budgetFen: proposal.budgetFen,
  budget: budgetText(proposal),
  funding: proposal.funding,
  handler: proposal.handler,
  dueOn: proposal.dueOn,
  due: proposal.dueOn ? formatDate(proposal.dueOn) : "",
  by: proposal.createdBy,
  at: formatDateTime(proposal.createdAt),
})
export type WordingView = ReturnType<typeof wordingView>

/**
 * One topic with its issues, every wording of its current proposal (newest first), the proposals that were blocked before
 * it, its fieldwork and its photos. Refusals: not_found, forbidden.
 */
export async function readTopic(ctx: Ctx, topicId: string) {
  const topic = await findTopic(ctx.db.read, ctx.community.id, topicId)
  if (!topic) return refuse("not_found")
  if (!may(ctx.actor, "topic:read")) return refuse("forbidden")
  const ownIssues = await listTopicIssues(ctx.db.read, ctx.community.id, topic.id)
  const issues = await withAllVoices(ctx.db.read, ctx.community.id, ownIssues)
  const wordings = await listProposals(ctx.db.read, ctx.community.id, [topic.id])
  const [inForce, ...earlier] = wordings.filter(wording => wording.ordinal === topic.proposalOrdinal)
  const blocked = await listBlockedProposals(ctx.db.read, ctx.community.id, topic.id)
  const fieldworks = await listFieldworks(ctx.db.read, ctx.community.id, topic.id)
  const mayEdit = may(ctx.actor, "topic:edit")
  return done({
    id: topic.id,
    number: numberOf(ctx, topic),
    title: topic.title,
    background: topic.background,
    state: topic.state,
    outcome: topic.outcome,
    returnOn: topic.returnOn ? formatDate(topic.returnOn) : "",
    proposalOrdinal: topic.proposalOrdinal,
    version: topic.version,
    createdBy: topic.createdBy,
    createdOn: formatDate(civilDateOf(topic.createdAt)),
    issues: issues.map(issue => ({
      id: issue.id,
      number: issueNumberOf(ctx, issue),
      title: issue.title,
      place: issue.place,
      supporterCount: issue.supporterCount,
    })),
    mayReadIssues: may(ctx.actor, "issue:read"),
    proposal: inForce ? wordingView(inForce) : null,
    earlier: earlier.map(wordingView),
    /** The newest first, as everything else of a topic. */
    blocked: blocked.toReversed().map(one => ({
      ordinal: one.ordinal,
      name: proposalName(one.ordinal),
      reason: one.reason,
      by: one.recordedBy,
      on: formatDate(civilDateOf(one.blockedAt)),
      wordings: wordings.filter(wording => wording.ordinal === one.ordinal).map(wordingView),
    })),
    fieldworks: fieldworks.map(one => ({
      id: one.id,
      doneOn: formatDate(one.doneOn),
      place: one.place,
      participants: one.participants,
      findings: one.findings,
      by: one.createdBy,
    })),
    procedure: await readProcedure(ctx, topic),
    photos: await listPhotos(ctx.db.read, ctx.community.id, "topic", [topic.id]),
    mayEdit,
    mayReword: mayEdit && mayReword(topic.state),
    mayOpenNext: mayEdit && mayOpenNext(topic),
    /** Once all who spoke up have their final answer, the works are done and nobody looks for another way. */
    offersNext: mayEdit && mayOpenNext(topic) && ownIssues.some(issue => issue.state !== "closed"),
    mayRecordFieldwork: mayEdit && topic.state === "fieldwork",
  })
}

export type TopicView = Extract<Awaited<ReturnType<typeof readTopic>>, { ok: true }>["value"]

export type ReadyTopic = {
  id: string
  number: string
  title: string
  proposalId: string
  version: number
  content: string
  /** How it is to be decided; empty while that was not asked. */
  procedure: string
}

/** Topics that can go onto an agenda now, oldest first, each with the wording in force. For later rooms, too. */
export async function listReadyTopics(ctx: Ctx): Promise<ReadyTopic[]> {
  const ready = (await listTopics(ctx.db.read, ctx.community.id)).filter(topic => topic.state === "prepared").reverse()
  const readyIds = ready.map(topic => topic.id)
  const wordings = await listWordingsInForce(ctx.db.read, ctx.community.id, readyIds)
  const routings = await listRoutings(ctx.db.read, ctx.community.id, readyIds)
  return ready.flatMap(topic => {
    const inForce = wordings.get(topic.id)
    if (!inForce) return []
    const { id: proposalId, version, content } = inForce
    const procedure = procedureName(routings.get(topic.id))
    return [{ id: topic.id, number: numberOf(ctx, topic), title: topic.title, proposalId, version, content, procedure }]
  })
}

/** Issues sorted as 协商 that are in no topic yet. Refusal: forbidden. */
export async function listIssuesToTakeUp(
  ctx: Ctx,
): Promise<
  Result<{ id: string; number: string; title: string; place: string; content: string; supporterCount: number }[]>
> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const deliberate = await listDeliberateIssues(ctx.db.read, ctx.community.id)
  const sorted = await withAllVoices(ctx.db.read, ctx.community.id, deliberate)
  const taken = await listTopicsOfIssues(
    ctx.db.read,
    ctx.community.id,
    sorted.map(issue => issue.id),
  )
  const takenIds = new Set(taken.map(pair => pair.issueId))
  return done(
    sorted
      .filter(issue => !takenIds.has(issue.id))
      .map(issue => ({
        id: issue.id,
        number: issueNumberOf(ctx, issue),
        title: issue.title,
        place: issue.place,
        content: issue.content,
        supporterCount: issue.supporterCount,
      })),
  )
}
