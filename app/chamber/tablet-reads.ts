import type { Reader } from "#db/client"
import { gatheredRead } from "#db/gathered"
import { type AgendaItem, findMeeting, listAgendaItems, type Meeting } from "~/convening/store"
import { type MeetingHead, readHead } from "./attendance/presence-view"
import { type MotionView, readItems } from "./motions/agenda-view"
import { readItemInHand } from "./progress"
import { type ListedRound, listRounds } from "./rounds/round-store"

/** The motion of a round, with the item it stands under. */
export type Matter = {
  item: { agendaItemId: string; ordinal: number; title: string }
  motion: Omit<MotionView, "rounds" | "mayEdit" | "recused">
}

/** What stands the same before everyone at the table. */
export type Table = {
  meeting: Meeting
  head: MeetingHead
  rounds: readonly ListedRound[]
  agenda: readonly AgendaItem[]
  itemInHand: AgendaItem | null
}

/**
 * When a vote is opened, two hundred tablets ask within one moment: what is the same for all of them is read once. Nothing
 * of a single delegate belongs in here.
 */
export const readTable = gatheredRead(
  async (q: Reader, communityId: string, meetingId: string): Promise<Table | null> => {
    const meeting = await findMeeting(q, communityId, meetingId)
    if (!meeting) return null
    return {
      meeting,
      head: await readHead(q, meeting),
      rounds: await listRounds(q, communityId, meetingId),
      agenda: await listAgendaItems(q, communityId, meetingId),
      itemInHand: await readItemInHand(q, communityId, meetingId),
    }
  },
)

/** What a motion of the meeting asks, the same for everyone; null when there is no such motion. */
export const readMatter = gatheredRead(
  async (q: Reader, communityId: string, meetingId: string, motionId: string): Promise<Matter | null> => {
    const meeting = await findMeeting(q, communityId, meetingId)
    for (const item of meeting ? await readItems(q, meeting, []) : []) {
      const motion = item.motions.find(one => one.motionId === motionId)
      if (!motion) continue
      const { rounds: _, mayEdit: __, recused: ___, ...shown } = motion
      return { item: { agendaItemId: item.agendaItemId, ordinal: item.ordinal, title: item.title }, motion: shown }
    }
    return null
  },
)
