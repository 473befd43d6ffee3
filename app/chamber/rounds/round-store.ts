import { and, asc, count, eq, isNull } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { attendances } from "#db/schema/chamber"
import { motions, recusals } from "#db/schema/chamber-motions"
import {
  type FrozenRoll,
  namedBallots,
  openedBallots,
  type RoundResult,
  rollEntries,
  rounds,
  sealedBallots,
} from "#db/schema/chamber-rounds"
import { participants } from "#db/schema/convening"

export type Round = typeof rounds.$inferSelect

export async function findRound(q: Reader, communityId: string, roundId: string): Promise<Round | null> {
  const [row] = await q
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, roundId)))
  return row ?? null
}

/** For the sweeping of keys, which stands outside every community: whether the round of a key is open. */
export async function findRoundAnywhere(q: Reader, roundId: string): Promise<Pick<Round, "state"> | null> {
  const [row] = await q.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, roundId))
  return row ?? null
}

/** In the order of their motions, then of the rounds. */
export async function listRounds(q: Reader, communityId: string, meetingId: string): Promise<Round[]> {
  const rows = await q
    .select({ round: rounds })
    .from(rounds)
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .where(and(eq(rounds.communityId, communityId), eq(rounds.meetingId, meetingId)))
    .orderBy(asc(motions.ordinal), asc(rounds.ordinal))
  return rows.map(row => row.round)
}

export const insertRound = (q: Writer, row: Round) => q.insert(rounds).values(row)

/** Without a result while a tie waits for the chair. */
type Closing = { state: "closed"; closedAt: Date; result: RoundResult | null; roll: FrozenRoll; ruleHash: string }
type Proclaiming = { state: "proclaimed"; proclaimedAt: Date }
type Annulling = { state: "annulled"; annulledAt: Date; annulReason: string }

/** Guarded: moves only from the given state. False when someone else was first. */
export async function updateRound(
  q: Writer,
  communityId: string,
  roundId: string,
  from: Round["state"],
  set: Closing | Proclaiming | Annulling,
): Promise<boolean> {
  const moved = await q
    .update(rounds)
    .set(set)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, roundId), eq(rounds.state, from)))
    .returning({ id: rounds.id })
  return moved.length === 1
}

/** The result of a closed round that waited for the casting vote. Guarded: what stands there once stays. */
export async function updateRoundResult(
  q: Writer,
  communityId: string,
  roundId: string,
  result: RoundResult,
): Promise<boolean> {
  const written = await q
    .update(rounds)
    .set({ result })
    .where(
      and(
        eq(rounds.communityId, communityId),
        eq(rounds.id, roundId),
        eq(rounds.state, "closed"),
        isNull(rounds.result),
      ),
    )
    .returning({ id: rounds.id })
  return written.length === 1
}

/** Everything one ballot is judged by, in one look; null when the round is not of the seat's meeting. */
export async function findBallotFacts(
  q: Reader,
  communityId: string,
  key: { meetingId: string; roundId: string; participantId: string },
) {
  const [row] = await q
    .select({
      roundState: rounds.state,
      secret: rounds.secret,
      publicKey: rounds.publicKey,
      standing: participants.standing,
      presence: attendances.presence,
      earlierRequestKey: rollEntries.requestKey,
      options: motions.options,
      seats: motions.seats,
      recusedAt: recusals.recordedAt,
    })
    .from(rounds)
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, rounds.communityId),
        eq(participants.meetingId, rounds.meetingId),
        eq(participants.id, key.participantId),
      ),
    )
    .leftJoin(
      attendances,
      and(
        eq(attendances.communityId, rounds.communityId),
        eq(attendances.meetingId, rounds.meetingId),
        eq(attendances.participantId, participants.id),
      ),
    )
    .leftJoin(
      rollEntries,
      and(
        eq(rollEntries.communityId, rounds.communityId),
        eq(rollEntries.roundId, rounds.id),
        eq(rollEntries.participantId, participants.id),
      ),
    )
    .leftJoin(
      recusals,
      and(
        eq(recusals.communityId, rounds.communityId),
        eq(recusals.motionId, rounds.motionId),
        eq(recusals.participantId, participants.id),
      ),
    )
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, key.roundId), eq(rounds.meetingId, key.meetingId)))
  return row ?? null
}

export const insertRollEntry = (q: Writer, row: typeof rollEntries.$inferInsert) => q.insert(rollEntries).values(row)
export const insertNamedBallot = (q: Writer, row: typeof namedBallots.$inferInsert) =>
  q.insert(namedBallots).values(row)
export const insertSealedBallot = (q: Writer, row: typeof sealedBallots.$inferInsert) =>
  q.insert(sealedBallots).values(row)

export async function countRoll(q: Reader, communityId: string, roundId: string): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(rollEntries)
    .where(and(eq(rollEntries.communityId, communityId), eq(rollEntries.roundId, roundId)))
  return row?.count ?? 0
}

/** Who is on the roll, in the order of their ids: never in the order of voting. */
export async function listRollParticipants(q: Reader, communityId: string, roundId: string): Promise<string[]> {
  const rows = await q
    .select({ participantId: rollEntries.participantId })
    .from(rollEntries)
    .where(and(eq(rollEntries.communityId, communityId), eq(rollEntries.roundId, roundId)))
    .orderBy(asc(rollEntries.participantId))
  return rows.map(row => row.participantId)
}

export const listNamedBallots = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({ participantId: namedBallots.participantId, choice: namedBallots.choice })
    .from(namedBallots)
    .where(and(eq(namedBallots.communityId, communityId), eq(namedBallots.roundId, roundId)))
    .orderBy(asc(namedBallots.participantId))

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
    .select({ choice: openedBallots.choice })
    .from(openedBallots)
    .where(and(eq(openedBallots.communityId, communityId), eq(openedBallots.roundId, roundId)))
    .orderBy(asc(openedBallots.ordinal))

/** Puts the opened ballots, already sorted, in the place of the sealed ones. */
export async function replaceSealed(
  q: Writer,
  communityId: string,
  roundId: string,
  sorted: readonly string[],
): Promise<void> {
  const rows = sorted.map((choice, at) => ({ communityId, roundId, ordinal: at + 1, choice }))
  for (const chunk of inChunks(rows)) await q.insert(openedBallots).values(chunk)
  await q
    .delete(sealedBallots)
    .where(and(eq(sealedBallots.communityId, communityId), eq(sealedBallots.roundId, roundId)))
}
