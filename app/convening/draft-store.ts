import { and, asc, eq, gt, inArray, isNull, lt, ne } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { agendaItems, type MeetingState, meetings, participants } from "#db/schema/convening"
import { persons } from "#db/schema/people"
import { accounts } from "#db/schema/people-accounts"
import type { AgendaItem, Meeting, Participant } from "./store"

export const insertMeeting = (q: Writer, row: typeof meetings.$inferInsert) => q.insert(meetings).values(row)

/**
 * Guarded: only a draft, and only as the caller knew it; raises the version. The first statement of an edit, so that on
 * PostgreSQL the row itself keeps an edit and a convening apart.
 */
export async function updateDraft(
  q: Writer,
  key: { communityId: string; meetingId: string; version: number },
  set: Partial<Meeting>,
): Promise<boolean> {
  const changed = await q
    .update(meetings)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(meetings.communityId, key.communityId),
        eq(meetings.id, key.meetingId),
        eq(meetings.state, "draft"),
        eq(meetings.version, key.version),
      ),
    )
    .returning({ id: meetings.id })
  return changed.length === 1
}

/** A draft's agenda anew; only a draft has nothing hanging on its items yet. */
export async function replaceAgenda(q: Writer, communityId: string, meetingId: string, rows: AgendaItem[]) {
  await q.delete(agendaItems).where(and(eq(agendaItems.communityId, communityId), eq(agendaItems.meetingId, meetingId)))
  for (const chunk of inChunks(rows)) await q.insert(agendaItems).values(chunk)
}

/** A draft's people anew; rows of people who stay keep their ids. */
export async function replaceParticipants(q: Writer, communityId: string, meetingId: string, rows: Participant[]) {
  await q
    .delete(participants)
    .where(and(eq(participants.communityId, communityId), eq(participants.meetingId, meetingId)))
  for (const chunk of inChunks(rows)) await q.insert(participants).values(chunk)
}

/** Newest first. */
export const listMeetings = (q: Reader, communityId: string): Promise<Meeting[]> =>
  q.select().from(meetings).where(eq(meetings.communityId, communityId)).orderBy(asc(meetings.createdAt))

/** Meetings of these states that overlap a span of time, one of them left out. */
export const listMeetingsBetween = (
  q: Reader,
  communityId: string,
  span: { startsAt: Date; endsAt: Date },
  states: readonly MeetingState[],
  butMeetingId: string,
): Promise<Meeting[]> =>
  q
    .select()
    .from(meetings)
    .where(
      and(
        eq(meetings.communityId, communityId),
        ne(meetings.id, butMeetingId),
        inArray(meetings.state, [...states]),
        lt(meetings.startsAt, span.endsAt),
        gt(meetings.endsAt, span.startsAt),
      ),
    )
    .orderBy(asc(meetings.createdAt))

export const listParticipantsOf = (
  q: Reader,
  communityId: string,
  meetingIds: readonly string[],
): Promise<Participant[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : q
        .select()
        .from(participants)
        .where(and(eq(participants.communityId, communityId), inArray(participants.meetingId, [...meetingIds])))

/** Persons of this community who can sign in. */
export const listAccountHolders = (q: Reader, communityId: string) =>
  q
    .select({ personId: persons.id, name: persons.name, organization: persons.organization })
    .from(accounts)
    .innerJoin(persons, and(eq(persons.communityId, accounts.communityId), eq(persons.id, accounts.personId)))
    .where(and(eq(accounts.communityId, communityId), isNull(accounts.disabledAt)))
    .orderBy(asc(persons.id))

export const listPersonNamesById = (q: Reader, communityId: string, personIds: readonly string[]) =>
  personIds.length === 0
    ? Promise.resolve([])
    : q
        .select({ id: persons.id, name: persons.name })
        .from(persons)
        .where(and(eq(persons.communityId, communityId), inArray(persons.id, [...personIds])))

/** Guarded by the version of the code that was seen: a second press does not replace the replacement. */
export async function raiseCodeVersion(
  q: Writer,
  key: { communityId: string; meetingId: string; participantId: string; codeVersion: number },
): Promise<boolean> {
  const changed = await q
    .update(participants)
    .set({ codeVersion: key.codeVersion + 1 })
    .where(
      and(
        eq(participants.communityId, key.communityId),
        eq(participants.meetingId, key.meetingId),
        eq(participants.id, key.participantId),
        eq(participants.codeVersion, key.codeVersion),
      ),
    )
    .returning({ id: participants.id })
  return changed.length === 1
}

/** Ticks or unticks some participants of a meeting as told. */
export async function updateNotified(
  q: Writer,
  key: { communityId: string; meetingId: string },
  participantIds: readonly string[],
  notified: boolean,
): Promise<void> {
  if (participantIds.length === 0) return
  await q
    .update(participants)
    .set({ notified })
    .where(
      and(
        eq(participants.communityId, key.communityId),
        eq(participants.meetingId, key.meetingId),
        inArray(participants.id, [...participantIds]),
      ),
    )
}
