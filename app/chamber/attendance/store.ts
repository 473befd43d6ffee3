import { and, asc, count, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { attendanceEvents, attendances } from "#db/schema/chamber"
import { participants } from "#db/schema/convening"

export type Attendance = typeof attendances.$inferSelect

export type AttendanceEvent = typeof attendanceEvents.$inferSelect

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

const attendanceOf = keptQuery((q: Reader) =>
  q
    .select()
    .from(attendances)
    .where(
      and(
        eq(attendances.communityId, given("communityId")),
        eq(attendances.meetingId, given("meetingId")),
        eq(attendances.participantId, given("participantId")),
      ),
    )
    .prepare(unnamed),
)

export async function findAttendance(
  q: Reader,
  communityId: string,
  meetingId: string,
  participantId: string,
): Promise<Attendance | null> {
  const [row] = await attendanceOf(q).execute({ communityId, meetingId, participantId })
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
