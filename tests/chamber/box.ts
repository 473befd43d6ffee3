import { and, eq } from "drizzle-orm"
import type { Database } from "#db/client"
import { namedBallots, sealedBallots } from "#db/schema/chamber-rounds"
import { listRollParticipants } from "~/chamber/rounds/round-store"

/**
 * Who is on the roll of a round, and how many ballots lie in its box: in one look under the meeting's lock, so after
 * whatever was under way, and after what a dead process left running.
 */
export const readBox = (
  db: Database,
  where: { communityId: string; meetingId: string; roundId: string },
): Promise<{ roll: string[]; box: number }> =>
  db.tx(`meeting:${where.meetingId}`, async q => {
    const inRound = (table: typeof namedBallots | typeof sealedBallots) =>
      and(eq(table.communityId, where.communityId), eq(table.roundId, where.roundId))
    const named = await q.select({ roundId: namedBallots.roundId }).from(namedBallots).where(inRound(namedBallots))
    const sealed = await q.select({ roundId: sealedBallots.roundId }).from(sealedBallots).where(inRound(sealedBallots))
    return {
      roll: await listRollParticipants(q, where.communityId, where.roundId),
      box: named.length + sealed.length,
    }
  })
