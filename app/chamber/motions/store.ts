import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { motions } from "#db/schema/chamber-motions"

export type Motion = typeof motions.$inferSelect

export const listMotions = (q: Reader, communityId: string, meetingId: string): Promise<Motion[]> =>
  q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, communityId), eq(motions.meetingId, meetingId)))
    .orderBy(asc(motions.ordinal))

export async function findMotion(q: Reader, communityId: string, motionId: string): Promise<Motion | null> {
  const [row] = await q
    .select()
    .from(motions)
    .where(and(eq(motions.communityId, communityId), eq(motions.id, motionId)))
  return row ?? null
}

export const insertMotion = (q: Writer, row: Motion) => q.insert(motions).values(row)

/** Guarded by version: false when someone else was first. */
export async function updateMotion(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Motion, "content" | "proposalId" | "effect" | "conditions" | "returnOn" | "options" | "seats">,
): Promise<boolean> {
  const changed = await q
    .update(motions)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(motions.communityId, key.communityId), eq(motions.id, key.id), eq(motions.version, key.version)))
    .returning({ id: motions.id })
  return changed.length === 1
}
