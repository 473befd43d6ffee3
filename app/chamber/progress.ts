import type { Reader } from "#db/client"
import { type AgendaItem, listAgendaItems } from "~/convening/store"
import { findNewestMove } from "./progress-store"

/** 现在进行的议程: the item last moved to, before any move the first; null of a meeting without agenda. */
export async function readItemInHand(q: Reader, communityId: string, meetingId: string): Promise<AgendaItem | null> {
  const items = await listAgendaItems(q, communityId, meetingId)
  const movedTo = await findNewestMove(q, communityId, meetingId)
  return items.find(item => item.id === movedTo) ?? items[0] ?? null
}
