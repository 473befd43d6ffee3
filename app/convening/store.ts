import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { agendaItems, type MeetingState, meetings, participants } from "#db/schema/convening"

export type Meeting = typeof meetings.$inferSelect
export type Participant = typeof participants.$inferSelect
export type AgendaItem = typeof agendaItems.$inferSelect

export async function findMeeting(q: Reader, communityId: string, meetingId: string): Promise<Meeting | null> {
  const [row] = await q
    .select()
    .from(meetings)
    .where(and(eq(meetings.communityId, communityId), eq(meetings.id, meetingId)))
  return row ?? null
}

export const listMeetingsInState = (q: Reader, communityId: string, state: MeetingState): Promise<Meeting[]> =>
  q
    .select()
    .from(meetings)
    .where(and(eq(meetings.communityId, communityId), eq(meetings.state, state)))
    .orderBy(asc(meetings.id))

export const listAgendaItems = (q: Reader, communityId: string, meetingId: string): Promise<AgendaItem[]> =>
  q
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.communityId, communityId), eq(agendaItems.meetingId, meetingId)))
    .orderBy(asc(agendaItems.ordinal))

export const listParticipants = (q: Reader, communityId: string, meetingId: string): Promise<Participant[]> =>
  q
    .select()
    .from(participants)
    .where(and(eq(participants.communityId, communityId), eq(participants.meetingId, meetingId)))

export async function findParticipant(
  q: Reader,
  communityId: string,
  participantId: string,
): Promise<Participant | null> {
  const [row] = await q
    .select()
    .from(participants)
    .where(and(eq(participants.communityId, communityId), eq(participants.id, participantId)))
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
