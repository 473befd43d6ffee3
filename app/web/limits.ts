import { subHours } from "date-fns"
import { and, eq, lt, sql } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { attemptCounts } from "#db/schema/web"

/** Longer than any window. */
const keptHours = 24

const windowStartOf = (now: Date, windowMinutes: number): Date => {
  const windowMs = windowMinutes * 60_000
  return new Date(Math.floor(now.getTime() / windowMs) * windowMs)
}

/**
 * Counts one attempt and says how many were made in this window, this one included.
 * Counted in the database: exact under parallel requests, and a restart forgives nothing.
 */
export async function countAttempt(q: Writer, bucket: string, now: Date, windowMinutes: number): Promise<number> {
  const windowStart = windowStartOf(now, windowMinutes)
  const [row] = await q
    .insert(attemptCounts)
    .values({ bucket, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [attemptCounts.bucket, attemptCounts.windowStart],
      set: { count: sql`${attemptCounts.count} + 1` },
    })
    .returning({ count: attemptCounts.count })
  // With the first of a window those long past go: their names hold the addresses people came from.
  if (row!.count === 1) await sweepAttempts(q, subHours(now, keptHours))
  return row!.count
}

/** Takes back one attempt counted at `now`, which turned out to be none. */
export async function giveBackAttempt(q: Writer, bucket: string, now: Date, windowMinutes: number): Promise<void> {
  await q
    .update(attemptCounts)
    .set({ count: sql`${attemptCounts.count} - 1` })
    .where(and(eq(attemptCounts.bucket, bucket), eq(attemptCounts.windowStart, windowStartOf(now, windowMinutes))))
}

/** After a success the count starts afresh. */
export async function forgetAttempts(q: Writer, bucket: string): Promise<void> {
  await q.delete(attemptCounts).where(eq(attemptCounts.bucket, bucket))
}

/** Windows long past say nothing any more. */
export async function sweepAttempts(q: Writer, before: Date): Promise<void> {
  await q.delete(attemptCounts).where(and(lt(attemptCounts.windowStart, before)))
}

/** How many attempts were counted in this window, without counting one: for limits on what went wrong. */
export async function readAttempts(q: Reader, bucket: string, now: Date, windowMinutes: number): Promise<number> {
  const [row] = await q
    .select({ count: attemptCounts.count })
    .from(attemptCounts)
    .where(and(eq(attemptCounts.bucket, bucket), eq(attemptCounts.windowStart, windowStartOf(now, windowMinutes))))
  return row?.count ?? 0
}
