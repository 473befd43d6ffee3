import { and, desc, eq } from "drizzle-orm"
import type { Reader } from "#db/client"
import { itemMoves } from "#db/schema/chamber"

/** The item last moved to; null while nobody moved. Ids are made in order too, which tells apart one millisecond's moves. */
export async function findNewestMove(q: Reader, communityId: string, meetingId: string): Promise<string | null> {
  const [row] = await q
    .select({ agendaItemId: itemMoves.agendaItemId })
    .from(itemMoves)
    .where(and(eq(itemMoves.communityId, communityId), eq(itemMoves.meetingId, meetingId)))
    .orderBy(desc(itemMoves.at), desc(itemMoves.id))
    .limit(1)
  return row?.agendaItemId ?? null
}
