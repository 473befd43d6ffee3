import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { agendaItems, type MeetingState, meetings, participants } from "#db/schema/convening"

export type Meeting = typeof meetings.$inferSelect
export type Participant = typeof participants.$inferSelect
export type AgendaItem = typeof agendaItems.$inferSelect

const meetingById = keptQuery((q: Reader) =>
  q
    .select()
    .from(meetings)
    .where(and(eq(meetings.communityId, given("communityId")), eq(meetings.id, given("meetingId"))))
    .prepare(unnamed),
)

export async function findMeeting(q: Reader, communityId: string, meetingId: string): Promise<Meeting | null> {
  const [row] = await meetingById(q).execute({ communityId, meetingId })
  return row ?? null
}

export const listMeetingsInState = (q: Reader, communityId: string, state: MeetingState): Promise<Meeting[]> =>
  q
    .select()
    .from(meetings)
    .where(and(eq(meetings.communityId, communityId), eq(meetings.state, state)))
    .orderBy(asc(meetings.id))

const agendaOfMeeting = keptQuery((q: Reader) =>
  q
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.communityId, given("communityId")), eq(agendaItems.meetingId, given("meetingId"))))
    .orderBy(asc(agendaItems.ordinal))
    .prepare(unnamed),
)

export const listAgendaItems = async (q: Reader, communityId: string, meetingId: string): Promise<AgendaItem[]> =>
  agendaOfMeeting(q).execute({ communityId, meetingId })

export const listParticipants = (q: Reader, communityId: string, meetingId: string): Promise<Participant[]> =>
  q
    .select()
    .from(participants)
    .where(and(eq(participants.communityId, communityId), eq(participants.meetingId, meetingId)))

const participantById = keptQuery((q: Reader) =>
  q
    .select()
    .from(participants)
    .where(and(eq(participants.communityId, given("communityId")), eq(participants.id, given("participantId"))))
    .prepare(unnamed),
)

export async function findParticipant(
  q: Reader,
  communityId: string,
  participantId: string,
): Promise<Participant | null> {
  const [row] = await participantById(q).execute({ communityId, participantId })
  return row ?? null
}

/** Guarded: moves only from one of the given states. False when someone else was first. */
export async function updateMeetingState(
  q: Writer,
  communityId: string,
  meetingId: string,
  from: readonly MeetingState[],
  to: MeetingState,
  also: Partial<Pick<Meeting, "checkInOpenedAt" | "startedAt" | "closedAt" | "endReason">> = {},
): Promise<boolean> {
  const moved = await q
    .update(meetings)
    .set({ state: to, ...also })
    .where(and(eq(meetings.communityId, communityId), eq(meetings.id, meetingId), inArray(meetings.state, [...from])))
    .returning({ id: meetings.id })
  return moved.length === 1
}
