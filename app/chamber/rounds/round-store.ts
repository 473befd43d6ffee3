import { and, asc, count, eq, inArray, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { given, keptListQuery, keptQuery, unnamed } from "#db/prepared"
import { attendances } from "#db/schema/chamber"
import { motions, recusals } from "#db/schema/chamber-motions"
import { paperBallots, paperEntries } from "#db/schema/chamber-paper"
import { type FrozenRoll, type RoundResult, rollEntries, rounds } from "#db/schema/chamber-rounds"
import { participants } from "#db/schema/convening"
import { listSetAside } from "./correction-store"

export type Round = typeof rounds.$inferSelect

const roundById = keptQuery((q: Reader) =>
  q
    .select()
    .from(rounds)
    .where(and(eq(rounds.communityId, given("communityId")), eq(rounds.id, given("roundId"))))
    .prepare(unnamed),
)

export async function findRound(q: Reader, communityId: string, roundId: string): Promise<Round | null> {
  const [row] = await roundById(q).execute({ communityId, roundId })
  return row ?? null
}

/** For the sweeping of keys, which stands outside every community: whether the round of a key is open. */
export async function findRoundAnywhere(q: Reader, roundId: string): Promise<Pick<Round, "state"> | null> {
  const [row] = await q.select({ state: rounds.state }).from(rounds).where(eq(rounds.id, roundId))
  return row ?? null
}

/** A round among those of its meeting, with whether a signed correction left its motion to a new one. */
export type ListedRound = Round & { isSetAside: boolean }

const roundsOfMeeting = keptQuery((q: Reader) =>
  q
    .select({ round: rounds })
    .from(rounds)
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .where(and(eq(rounds.communityId, given("communityId")), eq(rounds.meetingId, given("meetingId"))))
    .orderBy(asc(motions.ordinal), asc(rounds.ordinal))
    .prepare(unnamed),
)

/** In the order of their motions, then of the rounds. */
export async function listRounds(q: Reader, communityId: string, meetingId: string): Promise<ListedRound[]> {
  const rows = await roundsOfMeeting(q).execute({ communityId, meetingId })
  const setAside = await listSetAside(q, communityId, meetingId)
  return rows.map(({ round }) => ({ ...round, isSetAside: setAside.has(round.id) }))
}

export const insertRound = (q: Writer, row: Round) => q.insert(rounds).values(row)

/** Without a result while a tie waits for the chair. */
type Closing = Pick<Round, "closedAt" | "votingEndedAt" | "result" | "ruleHash"> & { state: "closed"; roll: FrozenRoll }
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

/** Guarded: how an open round goes on, 最后提醒 and 停止投票. False when it is open no more. */
export async function updateOpenRound(
  q: Writer,
  communityId: string,
  roundId: string,
  set: Partial<Pick<Round, "lastCallAt" | "countdownUntil" | "votingEndedAt">>,
): Promise<boolean> {
  const moved = await q
    .update(rounds)
    .set(set)
    .where(and(eq(rounds.communityId, communityId), eq(rounds.id, roundId), eq(rounds.state, "open")))
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

const ballotFacts = keptListQuery((q: Reader, participantIds) =>
  q
    .select({
      participantId: participants.id,
      roundState: rounds.state,
      means: rounds.means,
      medium: rounds.medium,
      votingEndedAt: rounds.votingEndedAt,
      hasCodes: rounds.hasCodes,
      secret: rounds.secret,
      publicKey: rounds.publicKey,
      standing: participants.standing,
      presence: attendances.presence,
      earlierRequestKey: rollEntries.requestKey,
      /** Of a ballot that is in: the proxy who cast it; null of one's own. */
      earlierCastById: rollEntries.castById,
      options: motions.options,
      seats: motions.seats,
      recusedAt: recusals.recordedAt,
      /** The paper this voter holds or has handed in. */
      paperSerial: paperBallots.serial,
      name: participants.name,
    })
    .from(rounds)
    .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, rounds.communityId),
        eq(participants.meetingId, rounds.meetingId),
        inArray(participants.id, participantIds),
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
    .leftJoin(
      paperBallots,
      and(
        eq(paperBallots.communityId, rounds.communityId),
        eq(paperBallots.roundId, rounds.id),
        eq(paperBallots.participantId, participants.id),
        inArray(paperBallots.state, ["issued", "returned"]),
      ),
    )
    .where(
      and(
        eq(rounds.communityId, given("communityId")),
        eq(rounds.id, given("roundId")),
        eq(rounds.meetingId, given("meetingId")),
      ),
    )
    .prepare(unnamed),
)

/** Everything one ballot is judged by, in one look; null when the round is not of the seat's meeting. */
export async function findBallotFacts(
  q: Reader,
  communityId: string,
  { meetingId, roundId, participantId }: { meetingId: string; roundId: string; participantId: string },
) {
  const [row] = await ballotFacts(q, { communityId, meetingId, roundId }, [participantId])
  return row ?? null
}

/** The same for several at once, by participant. */
export async function listBallotFacts(
  q: Reader,
  communityId: string,
  { meetingId, roundId }: { meetingId: string; roundId: string },
  participantIds: readonly string[],
) {
  const rows = await ballotFacts(q, { communityId, meetingId, roundId }, participantIds)
  return new Map(rows.map(row => [row.participantId, row]))
}

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

/** How many papers of a round were read at least once. */
export async function countPaperEntries(q: Reader, communityId: string, roundId: string): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(paperEntries)
    .where(and(eq(paperEntries.communityId, communityId), eq(paperEntries.roundId, roundId)))
  return row?.count ?? 0
}
