import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { venues } from "#db/schema/convening"

export type Venue = typeof venues.$inferSelect

export const listVenues = (q: Reader, communityId: string): Promise<Venue[]> =>
  q.select().from(venues).where(eq(venues.communityId, communityId)).orderBy(asc(venues.name))

export async function findVenue(q: Reader, communityId: string, venueId: string): Promise<Venue | null> {
  const [row] = await q
    .select()
    .from(venues)
    .where(and(eq(venues.communityId, communityId), eq(venues.id, venueId)))
  return row ?? null
}

export const insertVenue = (q: Writer, row: Venue) => q.insert(venues).values(row)

/** Guarded by the version the editor saw. */
export async function updateVenue(
  q: Writer,
  key: { communityId: string; id: string; version: number },
  set: Pick<Venue, "name" | "address" | "capacity">,
): Promise<boolean> {
  const changed = await q
    .update(venues)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(venues.communityId, key.communityId), eq(venues.id, key.id), eq(venues.version, key.version)))
    .returning({ id: venues.id })
  return changed.length === 1
}
