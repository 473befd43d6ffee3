import { and, asc, eq, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { meetings } from "#db/schema/convening"
import { minutes, minutesConfirmations } from "#db/schema/records"
import type { Meeting } from "~/convening/store"

export type Confirmation = typeof minutesConfirmations.$inferSelect

const ofMinutes = and(
  eq(minutesConfirmations.communityId, minutes.communityId),
  eq(minutesConfirmations.minutesId, minutes.id),
)
const ofMeeting = and(eq(meetings.communityId, minutes.communityId), eq(meetings.id, minutes.meetingId))

/** Approved minutes nobody confirmed yet, of meetings of the same kind and body, the oldest first. */
export const listUnconfirmed = (
  q: Reader,
  communityId: string,
  { preset, bodyId }: Pick<Meeting, "preset" | "bodyId">,
) =>
  q
    .select({ minutes, meeting: meetings })
    .from(minutes)
    .innerJoin(meetings, ofMeeting)
    .leftJoin(minutesConfirmations, ofMinutes)
    .where(
      and(
        eq(minutes.communityId, communityId),
        eq(minutes.state, "approved"),
        eq(meetings.preset, preset),
        bodyId === null ? isNull(meetings.bodyId) : eq(meetings.bodyId, bodyId),
        isNull(minutesConfirmations.minutesId),
      ),
    )
    .orderBy(asc(minutes.id))

/** What was confirmed at a meeting, in the order in which it was. */
export const listConfirmations = (q: Reader, communityId: string, meetingId: string) =>
  q
    .select({ minutes, meeting: meetings, confirmation: minutesConfirmations })
    .from(minutesConfirmations)
    .innerJoin(minutes, ofMinutes)
    .innerJoin(meetings, ofMeeting)
    .where(and(eq(minutesConfirmations.communityId, communityId), eq(minutesConfirmations.meetingId, meetingId)))
    .orderBy(asc(minutesConfirmations.confirmedAt), asc(minutesConfirmations.minutesId))

/** Where and how some minutes were confirmed; null while they were not. */
export async function findConfirmation(
  q: Reader,
  communityId: string,
  minutesId: string,
): Promise<Confirmation | null> {
  const [row] = await q
    .select()
    .from(minutesConfirmations)
    .where(and(eq(minutesConfirmations.communityId, communityId), eq(minutesConfirmations.minutesId, minutesId)))
  return row ?? null
}

/** False when they were confirmed already: once is enough, whoever presses first. */
export async function insertConfirmation(q: Writer, row: Confirmation): Promise<boolean> {
  const inserted = await q
    .insert(minutesConfirmations)
    .values(row)
    .onConflictDoNothing()
    .returning({ minutesId: minutesConfirmations.minutesId })
  return inserted.length === 1
}
