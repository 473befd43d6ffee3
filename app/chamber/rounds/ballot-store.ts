import { and, asc, eq } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { insertOne } from "#db/prepared"
import { ballotCorrections, namedBallots, openedBallots, rollEntries, sealedBallots } from "#db/schema/chamber-rounds"
import type { OpenedBallot } from "./sealing"

export const insertRollEntry = (q: Writer, row: typeof rollEntries.$inferInsert) => insertOne(q, rollEntries, row)
export const insertNamedBallot = (q: Writer, row: typeof namedBallots.$inferInsert) => insertOne(q, namedBallots, row)
export const insertSealedBallot = (q: Writer, row: typeof sealedBallots.$inferInsert) =>
  insertOne(q, sealedBallots, row)

export type NamedBallot = {
  participantId: string
  /** As it counts: the newest change, else what was cast first. */
  choice: string
  /** How often it was changed before closing. */
  changes: number
}

/** The ballots of a named round as they count, in the order of the voters' ids. */
export async function listNamedBallots(q: Reader, communityId: string, roundId: string): Promise<NamedBallot[]> {
  const first = await q
    .select({ participantId: namedBallots.participantId, choice: namedBallots.choice })
    .from(namedBallots)
    .where(and(eq(namedBallots.communityId, communityId), eq(namedBallots.roundId, roundId)))
    .orderBy(asc(namedBallots.participantId))
  const newest = new Map((await listBallotCorrections(q, communityId, roundId)).map(one => [one.participantId, one]))
  return first.map(({ participantId, choice }) => {
    const changed = newest.get(participantId)
    return { participantId, choice: changed?.choice ?? choice, changes: changed?.ordinal ?? 0 }
  })
}

export type BallotCorrection = typeof ballotCorrections.$inferSelect

/** Every 改投 of a round, those of one voter in their order. */
export const listBallotCorrections = (q: Reader, communityId: string, roundId: string): Promise<BallotCorrection[]> =>
  q
    .select()
    .from(ballotCorrections)
    .where(and(eq(ballotCorrections.communityId, communityId), eq(ballotCorrections.roundId, roundId)))
    .orderBy(asc(ballotCorrections.participantId), asc(ballotCorrections.ordinal))

export const insertBallotCorrection = (q: Writer, row: BallotCorrection) => q.insert(ballotCorrections).values(row)

/** How each ballot of a round came in, by voter: nothing of what it says. */
export const listRoll = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({
      participantId: rollEntries.participantId,
      channel: rollEntries.channel,
      castById: rollEntries.castById,
      helperName: rollEntries.helperName,
    })
    .from(rollEntries)
    .where(and(eq(rollEntries.communityId, communityId), eq(rollEntries.roundId, roundId)))
    .orderBy(asc(rollEntries.participantId))

export async function listSealed(q: Reader, communityId: string, roundId: string): Promise<Uint8Array[]> {
  const rows = await q
    .select({ sealed: sealedBallots.sealed })
    .from(sealedBallots)
    .where(and(eq(sealedBallots.communityId, communityId), eq(sealedBallots.roundId, roundId)))
    .orderBy(asc(sealedBallots.id))
  return rows.map(row => row.sealed)
}

export const listOpenedBallots = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({ choice: openedBallots.choice, code: openedBallots.code })
    .from(openedBallots)
    .where(and(eq(openedBallots.communityId, communityId), eq(openedBallots.roundId, roundId)))
    .orderBy(asc(openedBallots.ordinal))

/** Puts the opened ballots, already sorted, in the place of the sealed ones. */
export async function replaceSealed(
  q: Writer,
  communityId: string,
  roundId: string,
  sorted: readonly OpenedBallot[],
): Promise<void> {
  const rows = sorted.map(({ choice, code }, at) => ({ communityId, roundId, ordinal: at + 1, choice, code }))
  for (const chunk of inChunks(rows)) await q.insert(openedBallots).values(chunk)
  await q
    .delete(sealedBallots)
    .where(and(eq(sealedBallots.communityId, communityId), eq(sealedBallots.roundId, roundId)))
}
