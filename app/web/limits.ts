import { and, eq, lt, sql } from "drizzle-orm"
import type { Writer } from "#db/client"
import { attemptCounts } from "#db/schema/web"

/**
 * Counts one attempt and says how many were made in this window, this one included.
 * Counted in the database: exact under parallel requests, and a restart forgives nothing.
 */
export async function countAttempt(q: Writer, bucket: string, now: Date, windowMinutes: number): Promise<number> {
  const windowMs = windowMinutes * 60_000
  const windowStart = new Date(Math.floor(now.getTime() / windowMs) * windowMs)
  const [row] = await q
    .insert(attemptCounts)
    .values({ bucket, windowStart, count: 1 })
    .onConflictDoUpdate({
      target: [attemptCounts.bucket, attemptCounts.windowStart],
      set: { count: sql`${attemptCounts.count} + 1` },
    })
    .returning({ count: attemptCounts.count })
  return row!.count
}

/** After a success the count starts afresh. */
export async function forgetAttempts(q: Writer, bucket: string): Promise<void> {
  await q.delete(attemptCounts).where(eq(attemptCounts.bucket, bucket))
}

/** Windows long past say nothing any more. */
export async function sweepAttempts(q: Writer, before: Date): Promise<void> {
  await q.delete(attemptCounts).where(and(lt(attemptCounts.windowStart, before)))
}
