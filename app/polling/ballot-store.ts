import { and, asc, count, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { pollBallots, pollSetAside } from "#db/schema/polling"

export type PollBallot = typeof pollBallots.$inferSelect
export type SetAside = typeof pollSetAside.$inferSelect

export const listBallots = (q: Reader, communityId: string, pollId: string): Promise<PollBallot[]> =>
  q
    .select()
    .from(pollBallots)
    .where(and(eq(pollBallots.communityId, communityId), eq(pollBallots.pollId, pollId)))
    .orderBy(asc(pollBallots.voterId))

/** Of each of these polls: how many papers each account entered, and how many of those another one checked. */
export const countBallots = (q: Reader, communityId: string, pollIds: readonly string[]) =>
  pollIds.length === 0
    ? Promise.resolve([])
    : q
        .select({
          pollId: pollBallots.pollId,
          enteredByAccountId: pollBallots.enteredByAccountId,
          entered: count(),
          checked: count(pollBallots.checkedAt),
        })
        .from(pollBallots)
        .where(and(eq(pollBallots.communityId, communityId), inArray(pollBallots.pollId, [...pollIds])))
        .groupBy(pollBallots.pollId, pollBallots.enteredByAccountId)

export async function findBallot(
  q: Reader,
  communityId: string,
  pollId: string,
  voterId: string,
): Promise<PollBallot | null> {
  const [row] = await q
    .select()
    .from(pollBallots)
    .where(
      and(eq(pollBallots.communityId, communityId), eq(pollBallots.pollId, pollId), eq(pollBallots.voterId, voterId)),
    )
  return row ?? null
}

export const insertBallot = (q: Writer, row: PollBallot) => q.insert(pollBallots).values(row)

/** Guarded by the version; triggers refuse it once the poll is closed. */
export async function updateBallot(
  q: Writer,
  key: { communityId: string; pollId: string; voterId: string; version: number },
  set: Partial<PollBallot>,
): Promise<boolean> {
  const changed = await q
    .update(pollBallots)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(pollBallots.communityId, key.communityId),
        eq(pollBallots.pollId, key.pollId),
        eq(pollBallots.voterId, key.voterId),
        eq(pollBallots.version, key.version),
      ),
    )
    .returning({ voterId: pollBallots.voterId })
  return changed.length === 1
}

export const insertSetAside = (q: Writer, row: SetAside) => q.insert(pollSetAside).values(row)

export const listSetAside = (q: Reader, communityId: string, pollId: string): Promise<SetAside[]> =>
  q
    .select()
    .from(pollSetAside)
    .where(and(eq(pollSetAside.communityId, communityId), eq(pollSetAside.pollId, pollId)))
    .orderBy(asc(pollSetAside.at), asc(pollSetAside.id))
