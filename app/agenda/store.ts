import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import {
  blockedProposals,
  fieldworks,
  partyReviews,
  proposals,
  routings,
  type TopicState,
  topicIssues,
  topics,
} from "#db/schema/agenda"
import { issues } from "#db/schema/intake"
import type { TopicOutcome } from "./rules"

export type Topic = typeof topics.$inferSelect
export type Proposal = typeof proposals.$inferSelect
export type BlockedProposal = typeof blockedProposals.$inferSelect
export type Fieldwork = typeof fieldworks.$inferSelect
export type Routing = typeof routings.$inferSelect
export type PartyReview = typeof partyReviews.$inferSelect

export async function findTopic(q: Reader, communityId: string, topicId: string): Promise<Topic | null> {
  const [row] = await q
    .select()
    .from(topics)
    .where(and(eq(topics.communityId, communityId), eq(topics.id, topicId)))
  return row ?? null
}

/** Newest first. */
export const listTopics = (q: Reader, communityId: string): Promise<Topic[]> =>
  q.select().from(topics).where(eq(topics.communityId, communityId)).orderBy(desc(topics.year), desc(topics.sequence))

export const listTopicsById = (q: Reader, communityId: string, topicIds: readonly string[]): Promise<Topic[]> =>
  topicIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(topics)
        .where(and(eq(topics.communityId, communityId), inArray(topics.id, [...topicIds])))

export const insertTopic = (q: Writer, row: typeof topics.$inferInsert) => q.insert(topics).values(row)
export const insertTopicIssues = (q: Writer, rows: (typeof topicIssues.$inferInsert)[]) =>
  q.insert(topicIssues).values(rows)
export const insertProposal = (q: Writer, row: typeof proposals.$inferInsert) => q.insert(proposals).values(row)

/** Guarded by the version the editor saw. */
export async function updateTopic(
  q: Writer,
  key: { communityId: string; topicId: string; version: number },
  values: Pick<Topic, "title" | "background">,
): Promise<boolean> {
  const changed = await q
    .update(topics)
    .set({ ...values, version: key.version + 1 })
    .where(and(eq(topics.communityId, key.communityId), eq(topics.id, key.topicId), eq(topics.version, key.version)))
    .returning({ id: topics.id })
  return changed.length === 1
}

/** Guarded: moves those that are in one of the given states, and says which moved. What was decided goes unless given. */
export async function updateTopicStates(
  q: Writer,
  communityId: string,
  topicIds: readonly string[],
  from: readonly TopicState[],
  to: TopicState,
  decision: { outcome: TopicOutcome; returnOn: string | null } | null = null,
): Promise<string[]> {
  if (topicIds.length === 0) return []
  const moved = await q
    .update(topics)
    .set({ state: to, outcome: decision?.outcome ?? null, returnOn: decision?.returnOn ?? null })
    .where(
      and(eq(topics.communityId, communityId), inArray(topics.id, [...topicIds]), inArray(topics.state, [...from])),
    )
    .returning({ id: topics.id })
  return moved.map(row => row.id)
}

/** Guarded by state and ordinal: opens the next proposal, and says whether it did. */
export async function updateTopicToNextProposal(
  q: Writer,
  key: { communityId: string; topicId: string; ordinal: number },
): Promise<boolean> {
  const changed = await q
    .update(topics)
    .set({ state: "proposed", outcome: null, returnOn: null, proposalOrdinal: key.ordinal + 1 })
    .where(
      and(
        eq(topics.communityId, key.communityId),
        eq(topics.id, key.topicId),
        eq(topics.state, "decided"),
        eq(topics.proposalOrdinal, key.ordinal),
      ),
    )
    .returning({ id: topics.id })
  return changed.length === 1
}

export const insertBlockedProposal = (q: Writer, row: BlockedProposal) => q.insert(blockedProposals).values(row)

export const listBlockedProposals = (q: Reader, communityId: string, topicId: string): Promise<BlockedProposal[]> =>
  q
    .select()
    .from(blockedProposals)
    .where(and(eq(blockedProposals.communityId, communityId), eq(blockedProposals.topicId, topicId)))
    .orderBy(asc(blockedProposals.ordinal))

export const insertFieldwork = (q: Writer, row: Fieldwork) => q.insert(fieldworks).values(row)

/** In the order they were done. */
export const listFieldworks = (q: Reader, communityId: string, topicId: string): Promise<Fieldwork[]> =>
  q
    .select()
    .from(fieldworks)
    .where(and(eq(fieldworks.communityId, communityId), eq(fieldworks.topicId, topicId)))
    .orderBy(asc(fieldworks.doneOn), asc(fieldworks.createdAt), asc(fieldworks.id))

/** All wordings of all proposals, the newest first. Which one is in force `listWordingsInForce` says. */
export const listProposals = (q: Reader, communityId: string, topicIds: readonly string[]): Promise<Proposal[]> =>
  topicIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(proposals)
        .where(and(eq(proposals.communityId, communityId), inArray(proposals.topicId, [...topicIds])))
        .orderBy(desc(proposals.ordinal), desc(proposals.version))

/**
 * 现行的一稿: the newest wording of each topic's current proposal, by topic. A topic whose next proposal was opened and not
 * written yet has none.
 */
export async function listWordingsInForce(
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<Map<string, Proposal>> {
  const ordinals = new Map((await listTopicsById(q, communityId, topicIds)).map(one => [one.id, one.proposalOrdinal]))
  const inForce = new Map<string, Proposal>()
  for (const wording of await listProposals(q, communityId, topicIds))
    if (wording.ordinal === ordinals.get(wording.topicId) && !inForce.has(wording.topicId))
      inForce.set(wording.topicId, wording)
  return inForce
}

export const insertRouting = (q: Writer, row: Routing) => q.insert(routings).values(row)

/** 程序: the newest judgement on each topic's current proposal, by topic. One not asked about yet has none. */
export async function listRoutings(
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<Map<string, Routing>> {
  if (topicIds.length === 0) return new Map()
  const rows = await q
    .select()
    .from(routings)
    .where(and(eq(routings.communityId, communityId), inArray(routings.topicId, [...topicIds])))
    .orderBy(desc(routings.routedAt), desc(routings.id))
  return newestOfCurrent(rows, await listTopicsById(q, communityId, topicIds))
}

export const insertPartyReview = (q: Writer, row: PartyReview) => q.insert(partyReviews).values(row)

/** 党组织研究: the newest on each topic's current proposal, by topic. */
export async function listPartyReviews(
  q: Reader,
  communityId: string,
  topicIds: readonly string[],
): Promise<Map<string, PartyReview>> {
  if (topicIds.length === 0) return new Map()
  const rows = await q
    .select()
    .from(partyReviews)
    .where(and(eq(partyReviews.communityId, communityId), inArray(partyReviews.topicId, [...topicIds])))
    .orderBy(desc(partyReviews.recordedAt), desc(partyReviews.id))
  return newestOfCurrent(rows, await listTopicsById(q, communityId, topicIds))
}

/** Of rows that come newest first: each topic's first one of the proposal it is at. */
function newestOfCurrent<T extends { topicId: string; proposalOrdinal: number }>(
  rows: readonly T[],
  ofTopics: readonly Topic[],
): Map<string, T> {
  const ordinals = new Map(ofTopics.map(topic => [topic.id, topic.proposalOrdinal]))
  const newest = new Map<string, T>()
  for (const row of rows)
    if (row.proposalOrdinal === ordinals.get(row.topicId) && !newest.has(row.topicId)) newest.set(row.topicId, row)
  return newest
}

const issueView = {
  id: issues.id,
  year: issues.year,
  sequence: issues.sequence,
  title: issues.title,
  content: issues.content,
  place: issues.place,
  channel: issues.channel,
  reportedOn: issues.reportedOn,
  supporterCount: issues.supporterCount,
  state: issues.state,
  triage: issues.triage,
  mergedIntoId: issues.mergedIntoId,
}

export const listIssuesById = (q: Reader, communityId: string, issueIds: readonly string[]) =>
  q
    .select(issueView)
    .from(issues)
    .where(and(eq(issues.communityId, communityId), inArray(issues.id, [...issueIds])))

export const listTopicIssues = (q: Reader, communityId: string, topicId: string) =>
  q
    .select(issueView)
    .from(topicIssues)
    .innerJoin(issues, and(eq(issues.communityId, topicIssues.communityId), eq(issues.id, topicIssues.issueId)))
    .where(and(eq(topicIssues.communityId, communityId), eq(topicIssues.topicId, topicId)))
    .orderBy(asc(issues.year), asc(issues.sequence))

/** Issue and topic, for every issue that is in one. */
export const listTopicsOfIssues = (q: Reader, communityId: string, issueIds: readonly string[]) =>
  issueIds.length === 0
    ? Promise.resolve([])
    : q
        .select({ issueId: topicIssues.issueId, topicId: topicIssues.topicId, title: topics.title })
        .from(topicIssues)
        .innerJoin(topics, and(eq(topics.communityId, topicIssues.communityId), eq(topics.id, topicIssues.topicId)))
        .where(and(eq(topicIssues.communityId, communityId), inArray(topicIssues.issueId, [...issueIds])))

/** How many issues each topic gathers. */
export const listTopicIssueIds = (q: Reader, communityId: string) =>
  q
    .select({ topicId: topicIssues.topicId, issueId: topicIssues.issueId })
    .from(topicIssues)
    .where(eq(topicIssues.communityId, communityId))

/** Issues sorted as 协商, oldest first; those merged into others come with them. */
export const listDeliberateIssues = (q: Reader, communityId: string) =>
  q
    .select(issueView)
    .from(issues)
    .where(
      and(
        eq(issues.communityId, communityId),
        eq(issues.state, "sorted"),
        eq(issues.triage, "deliberate"),
        isNull(issues.mergedIntoId),
      ),
    )
    .orderBy(asc(issues.year), asc(issues.sequence))
