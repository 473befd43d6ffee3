import { and, asc, count, eq, isNull } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { roundChallenges } from "#db/schema/chamber-challenges"
import { participants } from "#db/schema/convening"

export type Challenge = typeof roundChallenges.$inferSelect

/** Every challenge of a round with its name, in the order raised. */
export const listChallenges = (q: Reader, communityId: string, roundId: string) =>
  q
    .select({
      id: roundChallenges.id,
      participantId: roundChallenges.participantId,
      name: participants.name,
      raisedById: roundChallenges.raisedById,
      ground: roundChallenges.ground,
      means: roundChallenges.means,
      raisedAt: roundChallenges.raisedAt,
      answer: roundChallenges.answer,
      answeredAt: roundChallenges.answeredAt,
      answeredBy: roundChallenges.answeredBy,
    })
    .from(roundChallenges)
    .innerJoin(
      participants,
      and(
        eq(participants.communityId, roundChallenges.communityId),
        eq(participants.id, roundChallenges.participantId),
      ),
    )
    .where(and(eq(roundChallenges.communityId, communityId), eq(roundChallenges.roundId, roundId)))
    .orderBy(asc(roundChallenges.id))

export async function countUnanswered(q: Reader, communityId: string, roundId: string): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(roundChallenges)
    .where(
      and(
        eq(roundChallenges.communityId, communityId),
        eq(roundChallenges.roundId, roundId),
        isNull(roundChallenges.answeredAt),
      ),
    )
  return row?.count ?? 0
}

export async function findChallenge(q: Reader, communityId: string, challengeId: string): Promise<Challenge | null> {
  const [row] = await q
    .select()
    .from(roundChallenges)
    .where(and(eq(roundChallenges.communityId, communityId), eq(roundChallenges.id, challengeId)))
  return row ?? null
}

export const insertChallenge = (q: Writer, row: Challenge) => q.insert(roundChallenges).values(row)

/** Guarded: answered once. False when someone else was first. */
export async function updateChallengeAnswered(
  q: Writer,
  communityId: string,
  challengeId: string,
  set: Pick<Challenge, "answer" | "answeredBy"> & { answeredAt: Date },
): Promise<boolean> {
  const moved = await q
    .update(roundChallenges)
    .set(set)
    .where(
      and(
        eq(roundChallenges.communityId, communityId),
        eq(roundChallenges.id, challengeId),
        isNull(roundChallenges.answeredAt),
      ),
    )
    .returning({ id: roundChallenges.id })
  return moved.length === 1
}
