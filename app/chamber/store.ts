import { and, asc, count, desc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { proposals } from "#db/schema/agenda"
import { attendanceEvents, attendances } from "#db/schema/chamber"
import { motions } from "#db/schema/chamber-motions"
import { speeches } from "#db/schema/chamber-speaking"
import { agendaItems, meetings, participants, venues } from "#db/schema/convening"

export type Attendance = typeof attendances.$inferSelect
export type AttendanceEvent = typeof attendanceEvents.$inferSelect
export type Speech = typeof speeches.$inferSelect
export type Motion = typeof motions.$inferSelect

/** How many of each standing and presence; who has no row yet is absent. */
export const countPresences = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({ standing: participants.standing, presence: attendances.presence, count: count() })
    .from(participants)
    .leftJoin(
      attendances,
      and(eq(attendances.communityId, participants.communityId), eq(attendances.participantId, participants.id)),
    )
    .where(and(eq(participants.communityId, communityId), eq(participants.meetingId, meetingId)))
    .groupBy(participants.standing, attendances.presence)

/** Everyone invited, with their presence; null where nothing happened yet. */
export const listAttendances = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({
      participantId: participants.id,
      personId: participants.personId,
      name: participants.name,
      standing: participants.standing,
      capacity: participants.capacity,
      organization: participants.organization,
      presence: attendances.presence,
      firstArrivedAt: attendances.firstArrivedAt,
      leftAt: attendances.leftAt,
      reason: attendances.reason,
    })
    .from(participants)
    .leftJoin(
      attendances,
      and(eq(attendances.communityId, participants.communityId), eq(attendances.participantId, participants.id)),
    )
    .where(and(eq(participants.communityId, communityId), eq(participants.meetingId, meetingId)))

export async function findAttendance(
  q: Reader,
  communityId: string,
  meetingId: string,
  participantId: string,
): Promise<Attendance | null> {
  const [row] = await q
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.communityId, communityId),
        eq(attendances.meetingId, meetingId),
        eq(attendances.participantId, participantId),
      ),
    )
  return row ?? null
}

/** Writes who is where now; the first arrival stays. */
export const upsertAttendance = (q: Writer, row: Attendance) =>
  q
    .insert(attendances)
    .values(row)
    .onConflictDoUpdate({
      target: [attendances.communityId, attendances.meetingId, attendances.participantId],
      set: { presence: row.presence, firstArrivedAt: row.firstArrivedAt, leftAt: row.leftAt, reason: row.reason },
    })

export const insertAttendanceEvent = (q: Writer, row: AttendanceEvent) => q.insert(attendanceEvents).values(row)

/** In their order: ids are made in order too, which tells apart what happened within one millisecond. */
export const listAttendanceEvents = (q: Reader, communityId: string, meetingId: string): Promise<AttendanceEvent[]> =>
  q
    .select()
    .from(attendanceEvents)
    .where(and(eq(attendanceEvents.communityId, communityId), eq(attendanceEvents.meetingId, meetingId)))
    .orderBy(asc(attendanceEvents.at), asc(attendanceEvents.id))

export const listSpeeches = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({
      id: speeches.id,
      agendaItemId: speeches.agendaItemId,
      ordinal: speeches.ordinal,
      participantId: speeches.participantId,
      name: participants.name,
      standing: participants.standing,
      capacity: participants.capacity,
      stance: speeches.stance,
      gist: speeches.gist,
      at: speeches.at,
      version: speeches.version,
    })
    .from(speeches)
    .innerJoin(
      participants,
      and(eq(participants.communityId, speeches.communityId), eq(participants.id, speeches.participantId)),
    )
    .where(and(eq(speeches.communityId, communityId), eq(speeches.meetingId, meetingId)))
    .orderBy(asc(speeches.at), asc(speeches.id))

export async function findSpeech(q: Reader, communityId: string, speechId: string): Promise<Speech | null> {
  const [row] = await q
    .select()
    .from(speeches)
    .where(and(eq(speeches.communityId, communityId), eq(speeches.id, speechId)))
  return row ?? null
}

export async function findLastSpeechOrdinal(
  q: Reader,
  communityId: string,
  meetingId: string,
  agendaItemId: string,
): Promise<number> {
  const [row] = await q
    .select({ ordinal: speeches.ordinal })
    .from(speeches)
    .where(
      and(
        eq(speeches.communityId, communityId),
        eq(speeches.meetingId, meetingId),
        eq(speeches.agendaItemId, agendaItemId),
      ),
    )
    .orderBy(desc(speeches.ordinal))
    .limit(1)
  return row?.ordinal ?? 0
}

export const insertSpeech = (q: Writer, row: Speech) => q.insert(speeches).values(row)

/** Guarded by version: false when someone else was first. */
export async function updateSpeech(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Speech, "stance" | "gist">,
): Promise<boolean> {
  const changed = await q
    .update(speeches)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(speeches.communityId, key.communityId), eq(speeches.id, key.id), eq(speeches.version, key.version)))
    .returning({ id: speeches.id })
  return changed.length === 1
}

export const listMotions = (q: Reader, communityId: string, meetingId: string): Promise<Motion[]> =>
  q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, communityId), eq(motions.meetingId, meetingId)))
    .orderBy(asc(motions.ordinal))

export async function findMotion(q: Reader, communityId: string, motionId: string): Promise<Motion | null> {
  const [row] = await q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, communityId), eq(motions.id, motionId)))
  return row ?? null
}

export const insertMotion = (q: Writer, row: Motion) => q.insert(motions).values(row)

/** Guarded by version: false when someone else was first. */
export async function updateMotion(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Motion, "content" | "proposalId" | "effect" | "conditions" | "returnOn" | "options" | "seats">,
): Promise<boolean> {
  const changed = await q
    .update(motions)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(motions.communityId, key.communityId), eq(motions.id, key.id), eq(motions.version, key.version)))
    .returning({ id: motions.id })
  return changed.length === 1
}

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

/** Every wording of every proposal on the agenda's topics. */
export const listProposalsOfMeeting = (q: Reader, communityId: string, meetingId: string) =>
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
    .where(and(eq(agendaItems.communityId, communityId), eq(agendaItems.meetingId, meetingId)))
    .orderBy(asc(proposals.ordinal), asc(proposals.version))

export async function findVenueName(q: Reader, communityId: string, meetingId: string): Promise<string> {
  const [row] = await q
    .select({ name: venues.name })
    .from(meetings)
    .innerJoin(venues, and(eq(venues.communityId, meetings.communityId), eq(venues.id, meetings.venueId)))
    .where(and(eq(meetings.communityId, communityId), eq(meetings.id, meetingId)))
  return row?.name ?? ""
}
