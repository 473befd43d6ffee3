import { and, desc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { itemMoves } from "#db/schema/chamber"

export type ItemMove = { id: string; agendaItemId: string }

/** The newest move; null while nobody moved. Ids are made in order too, which tells apart one millisecond's moves. */
export async function findNewestMove(q: Reader, communityId: string, meetingId: string): Promise<ItemMove | null> {
  const [row] = await q
    .select({ id: itemMoves.id, agendaItemId: itemMoves.agendaItemId })
    .from(itemMoves)
    .where(and(eq(itemMoves.communityId, communityId), eq(itemMoves.meetingId, meetingId)))
    .orderBy(desc(itemMoves.at), desc(itemMoves.id))
    .limit(1)
  return row ?? null
}

export const insertMove = (q: Writer, row: typeof itemMoves.$inferInsert) => q.insert(itemMoves).values(row)
