import { and, asc, desc, eq, inArray, isNull, ne, or } from "drizzle-orm"
import type { Reader } from "#db/client"
import { proposals, topicIssues, topics } from "#db/schema/agenda"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { agendaItems, meetings } from "#db/schema/convening"
import { issues } from "#db/schema/intake"
import { polls } from "#db/schema/polling"
import { publicEditions, resolutions } from "#db/schema/records"

/** A resolution with the topic its motion was about and the meeting that took it. */
export async function findResolutionSource(q: Reader, communityId: string, resolutionId: string) {
  const [row] = await q
    .select({
      id: resolutions.id,
      state: resolutions.state,
      year: resolutions.year,
      sequence: resolutions.sequence,
      wording: resolutions.wording,
      meetingId: resolutions.meetingId,
      roundId: resolutions.roundId,
      meeting: meetings.title,
      topicId: agendaItems.topicId,
    })
    .from(resolutions)
    .innerJoin(rounds, and(eq(rounds.communityId, resolutions.communityId), eq(rounds.id, resolutions.roundId)))
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .innerJoin(
      agendaItems,
      and(eq(agendaItems.communityId, motions.communityId), eq(agendaItems.id, motions.agendaItemId)),
    )
    .innerJoin(meetings, and(eq(meetings.communityId, resolutions.communityId), eq(meetings.id, resolutions.meetingId)))
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.id, resolutionId)))
  return row ?? null
}
export type ResolutionSource = NonNullable<Awaited<ReturnType<typeof findResolutionSource>>>

/** Approved resolutions, the newest first. */
export const listApprovedResolutions = (q: Reader, communityId: string) =>
  q
    .select({
      id: resolutions.id,
      wording: resolutions.wording,
      year: resolutions.year,
      sequence: resolutions.sequence,
    })
    .from(resolutions)
    .where(and(eq(resolutions.communityId, communityId), eq(resolutions.state, "approved")))
    .orderBy(desc(resolutions.createdAt), desc(resolutions.id))

/** Resolutions (these, or all) whose public edition is released now, each with the text that was released; the newest first. */
export const listReleasedResolutions = (q: Reader, communityId: string, resolutionIds?: readonly string[]) =>
  q
    .select({
      resolutionId: resolutions.id,
      year: resolutions.year,
      sequence: resolutions.sequence,
      wording: resolutions.wording,
      inner: publicEditions.inner,
      marks: publicEditions.marks,
    })
    .from(publicEditions)
    .innerJoin(
      resolutions,
      and(eq(resolutions.communityId, publicEditions.communityId), eq(resolutions.id, publicEditions.subjectId)),
    )
    .where(
      and(
        eq(publicEditions.communityId, communityId),
        eq(publicEditions.kind, "resolution"),
        eq(publicEditions.state, "released"),
        eq(resolutions.state, "approved"),
        resolutionIds ? inArray(resolutions.id, [...resolutionIds]) : undefined,
      ),
    )
    .orderBy(desc(publicEditions.createdAt), desc(publicEditions.id))

/** The topic an issue is in, if any. */
export async function findTopicOfIssue(q: Reader, communityId: string, issueId: string): Promise<string | null> {
  const [row] = await q
    .select({ topicId: topicIssues.topicId })
    .from(topicIssues)
    .where(and(eq(topicIssues.communityId, communityId), eq(topicIssues.issueId, issueId)))
  return row?.topicId ?? null
}

const issueView = {
  id: issues.id,
  year: issues.year,
  sequence: issues.sequence,
  title: issues.title,
  content: issues.content,
  place: issues.place,
  state: issues.state,
  triage: issues.triage,
  handler: issues.handler,
  answerDueOn: issues.answerDueOn,
  mergedIntoId: issues.mergedIntoId,
}

export async function findIssueSource(q: Reader, communityId: string, issueId: string) {
  const [row] = await q
    .select(issueView)
    .from(issues)
    .where(and(eq(issues.communityId, communityId), eq(issues.id, issueId)))
  return row ? { ...row, isAgreedOnPaper: await isAgreedOnPaper(q, communityId, issueId) } : null
}
export type IssueSource = NonNullable<Awaited<ReturnType<typeof findIssueSource>>>

/** Whether its topic's present proposal was agreed on by a 书面表决, whose result was proclaimed. */
async function isAgreedOnPaper(q: Reader, communityId: string, issueId: string): Promise<boolean> {
  const [row] = await q
    .select({ id: polls.id })
    .from(topicIssues)
    .innerJoin(topics, and(eq(topics.communityId, topicIssues.communityId), eq(topics.id, topicIssues.topicId)))
    .innerJoin(polls, and(eq(polls.communityId, topics.communityId), eq(polls.topicId, topics.id)))
    .innerJoin(
      proposals,
      and(
        eq(proposals.communityId, polls.communityId),
        eq(proposals.id, polls.proposalId),
        eq(proposals.ordinal, topics.proposalOrdinal),
      ),
    )
    .where(
      and(
        eq(topicIssues.communityId, communityId),
        eq(topicIssues.issueId, issueId),
        eq(topics.state, "decided"),
        inArray(topics.outcome, ["agreed", "agreedWithConditions"]),
        eq(polls.state, "proclaimed"),
      ),
    )
  return row !== undefined
}

/** The issues gathered in a topic. */
export const listIssuesOfTopic = (q: Reader, communityId: string, topicId: string) =>
  q
    .select(issueView)
    .from(topicIssues)
    .innerJoin(issues, and(eq(issues.communityId, topicIssues.communityId), eq(issues.id, topicIssues.issueId)))
    .where(and(eq(topicIssues.communityId, communityId), eq(topicIssues.topicId, topicId)))
    .orderBy(asc(issues.year), asc(issues.sequence))

/** Open issues somebody collected or deals with, merged ones left to their head; oldest first. */
export const listOpenIssuesOf = (q: Reader, communityId: string, name: string) =>
  q
    .select({ ...issueView, collectorName: issues.collectorName, reportedOn: issues.reportedOn })
    .from(issues)
    .where(
      and(
        eq(issues.communityId, communityId),
        ne(issues.state, "closed"),
        isNull(issues.mergedIntoId),
        or(eq(issues.handler, name), eq(issues.collectorName, name)),
      ),
    )
    .orderBy(asc(issues.year), asc(issues.sequence))

export async function findTopicSource(q: Reader, communityId: string, topicId: string) {
  const [row] = await q
    .select({ id: topics.id, title: topics.title, year: topics.year, sequence: topics.sequence })
    .from(topics)
    .where(and(eq(topics.communityId, communityId), eq(topics.id, topicId)))
  return row ?? null
}
