import { and, asc, eq, isNotNull, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptQuery, unnamed } from "#db/prepared"
import { roundCorrections } from "#db/schema/chamber-challenges"
import { rounds } from "#db/schema/chamber-rounds"

export type Correction = typeof roundCorrections.$inferSelect

/** Every 更正 of a meeting's rounds in the order drawn up, the withdrawn and the unsigned ones too. */
export async function listCorrections(q: Reader, communityId: string, meetingId: string): Promise<Correction[]> {
  const rows = await q
    .select({ correction: roundCorrections })
    .from(roundCorrections)
    .innerJoin(
      rounds,
      and(eq(rounds.communityId, roundCorrections.communityId), eq(rounds.id, roundCorrections.roundId)),
    )
    .where(and(eq(roundCorrections.communityId, communityId), eq(rounds.meetingId, meetingId)))
    .orderBy(asc(roundCorrections.id))
  return rows.map(row => row.correction)
}

const setAsideInMeeting = keptQuery((q: Reader) =>
  q
    .select({ roundId: roundCorrections.roundId })
    .from(roundCorrections)
    .innerJoin(
      rounds,
      and(eq(rounds.communityId, roundCorrections.communityId), eq(rounds.id, roundCorrections.roundId)),
    )
    .where(
      and(
        eq(roundCorrections.communityId, given("communityId")),
        eq(rounds.meetingId, given("meetingId")),
        eq(roundCorrections.kind, "setAside"),
        isNotNull(roundCorrections.signedAt),
      ),
    )
    .prepare(unnamed),
)

/** The rounds of a meeting that a signed correction set aside. */
export async function listSetAside(q: Reader, communityId: string, meetingId: string): Promise<Set<string>> {
  const rows = await setAsideInMeeting(q).execute({ communityId, meetingId })
  return new Set(rows.map(row => row.roundId))
}

/** For queries of other rooms: the ids of all rounds that a signed correction set aside, and which decide nothing. */
export const setAsideRoundIds = (q: Reader, communityId: string) =>
  q
    .select({ roundId: roundCorrections.roundId })
    .from(roundCorrections)
    .where(
      and(
        eq(roundCorrections.communityId, communityId),
        eq(roundCorrections.kind, "setAside"),
        isNotNull(roundCorrections.signedAt),
      ),
    )

export async function findCorrection(q: Reader, communityId: string, correctionId: string): Promise<Correction | null> {
  const [row] = await q
    .select()
    .from(roundCorrections)
    .where(and(eq(roundCorrections.communityId, communityId), eq(roundCorrections.id, correctionId)))
  return row ?? null
}

export const insertCorrection = (q: Writer, row: Correction) => q.insert(roundCorrections).values(row)

/** Guarded: only one that is neither signed nor withdrawn. False when someone else was first. */
export async function updateCorrection(
  q: Writer,
  communityId: string,
  correctionId: string,
  set: Pick<Correction, "signedAt" | "signedBy"> | { withdrawnAt: Date },
): Promise<boolean> {
  const moved = await q
    .update(roundCorrections)
    .set(set)
    .where(
      and(
        eq(roundCorrections.communityId, communityId),
        eq(roundCorrections.id, correctionId),
        isNull(roundCorrections.signedAt),
        isNull(roundCorrections.withdrawnAt),
      ),
    )
    .returning({ id: roundCorrections.id })
  return moved.length === 1
}
