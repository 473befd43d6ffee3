import { and, asc, eq, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { handCounts, roundOfficers } from "#db/schema/chamber-paper"
import { participants } from "#db/schema/convening"

export type RoundOfficer = typeof roundOfficers.$inferSelect
export type HandCount = typeof handCounts.$inferSelect

/** Who holds an office of the round now, in the order in which they were named. */
export const listOfficers = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({
      participantId: roundOfficers.participantId,
      personId: participants.personId,
      name: participants.name,
      office: roundOfficers.office,
      namedAt: roundOfficers.namedAt,
    })
    .from(roundOfficers)
    .innerJoin(
      participants,
      and(eq(participants.communityId, roundOfficers.communityId), eq(participants.id, roundOfficers.participantId)),
    )
    .where(
      and(
        eq(roundOfficers.communityId, communityId),
        eq(roundOfficers.roundId, roundId),
        isNull(roundOfficers.withdrawnAt),
      ),
    )
    .orderBy(asc(roundOfficers.namedAt), asc(roundOfficers.participantId))

export type Officer = Awaited<ReturnType<typeof listOfficers>>[number]

/** Whoever held an office before may be named again, also for the other one. */
export const upsertOfficer = (q: Writer, row: RoundOfficer) =>
  q
    .insert(roundOfficers)
    .values(row)
    .onConflictDoUpdate({
      target: [roundOfficers.communityId, roundOfficers.roundId, roundOfficers.participantId],
      set: { office: row.office, namedAt: row.namedAt, namedBy: row.namedBy, withdrawnAt: null },
    })

/** False when that person held none. */
export async function withdrawOfficerRow(
  q: Writer,
  key: { communityId: string; roundId: string; participantId: string },
  withdrawnAt: Date,
): Promise<boolean> {
  const changed = await q
    .update(roundOfficers)
    .set({ withdrawnAt })
    .where(
      and(
        eq(roundOfficers.communityId, key.communityId),
        eq(roundOfficers.roundId, key.roundId),
        eq(roundOfficers.participantId, key.participantId),
        isNull(roundOfficers.withdrawnAt),
      ),
    )
    .returning({ participantId: roundOfficers.participantId })
  return changed.length === 1
}

export const insertHandCount = (q: Writer, row: HandCount) => q.insert(handCounts).values(row)

/** In the order in which they were entered: ids are made under the meeting's lock. */
export const listHandCounts = (q: Reader, communityId: string, roundId: string): Promise<HandCount[]> =>
  q
    .select()
    .from(handCounts)
    .where(and(eq(handCounts.communityId, communityId), eq(handCounts.roundId, roundId)))
    .orderBy(asc(handCounts.id))
