import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader } from "#db/client"
import { topicIssues, topics } from "#db/schema/agenda"
import { agendaItems, meetings } from "#db/schema/convening"

// The board reads what the rooms above it wrote, and writes nothing.

/** The topic an issue was made part of; null where there is none. */
export async function findTopicOf(q: Reader, communityId: string, issueId: string) {
  const [row] = await q
    .select({
      id: topics.id,
      state: topics.state,
      outcome: topics.outcome,
      returnOn: topics.returnOn,
      proposalOrdinal: topics.proposalOrdinal,
      createdAt: topics.createdAt,
    })
    .from(topicIssues)
    .innerJoin(topics, and(eq(topics.communityId, topicIssues.communityId), eq(topics.id, topicIssues.topicId)))
    .where(and(eq(topicIssues.communityId, communityId), eq(topicIssues.issueId, issueId)))
  return row ?? null
}

/** Meetings with this topic on their agenda that were convened, in the order of their times. */
export const listMeetingsOfTopic = (q: Reader, communityId: string, topicId: string) =>
  q
    .select({ id: meetings.id, title: meetings.title, state: meetings.state, startsAt: meetings.startsAt })
    .from(agendaItems)
    .innerJoin(meetings, and(eq(meetings.communityId, agendaItems.communityId), eq(meetings.id, agendaItems.meetingId)))
    .where(
      and(
        eq(agendaItems.communityId, communityId),
        eq(agendaItems.topicId, topicId),
        inArray(meetings.state, ["convened", "checkIn", "inSession", "adjourned", "closed", "minuted", "archived"]),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))
