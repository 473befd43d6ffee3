import { and, asc, eq } from "drizzle-orm"
import type { Reader } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { proposals } from "#db/schema/agenda"
import { agendaItems, meetings, venues } from "#db/schema/convening"

/** One agenda item, with the meeting it belongs to. */
export async function findAgendaItem(q: Reader, communityId: string, meetingId: string, agendaItemId: string) {
  const [row] = await q
    .select()
    .from(agendaItems)
    .where(
      and(
        eq(agendaItems.communityId, communityId),
        eq(agendaItems.meetingId, meetingId),
        eq(agendaItems.id, agendaItemId),
      ),
    )
  return row ?? null
}

const proposalsOfMeeting = keptQuery((q: Reader) =>
  q
    .select({
      id: proposals.id,
      topicId: proposals.topicId,
      ordinal: proposals.ordinal,
      version: proposals.version,
      content: proposals.content,
      budgetFen: proposals.budgetFen,
      funding: proposals.funding,
      handler: proposals.handler,
      dueOn: proposals.dueOn,
    })
    .from(agendaItems)
    .innerJoin(
      proposals,
      and(eq(proposals.communityId, agendaItems.communityId), eq(proposals.topicId, agendaItems.topicId)),
    )
    .where(and(eq(agendaItems.communityId, given("communityId")), eq(agendaItems.meetingId, given("meetingId"))))
    .orderBy(asc(proposals.ordinal), asc(proposals.version))
    .prepare(unnamed),
)

/** Every wording of every proposal on the agenda's topics. */
export const listProposalsOfMeeting = async (q: Reader, communityId: string, meetingId: string) =>
  proposalsOfMeeting(q).execute({ communityId, meetingId })

export async function findVenueName(q: Reader, communityId: string, meetingId: string): Promise<string> {
  const [row] = await q
    .select({ name: venues.name })
    .from(meetings)
    .innerJoin(venues, and(eq(venues.communityId, meetings.communityId), eq(venues.id, meetings.venueId)))
    .where(and(eq(meetings.communityId, communityId), eq(meetings.id, meetingId)))
  return row?.name ?? ""
}
