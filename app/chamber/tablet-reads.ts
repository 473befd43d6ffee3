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
    const voting = await readTableNow(q, communityId, meetingId)
    return (
      voting && {
        ...voting,
        head: await readHead(q, voting.meeting),
        agenda: await listAgendaItems(q, communityId, meetingId),
        itemInHand: await readItemInHand(q, communityId, meetingId),
      }
    )
  },
)

/** Of that, what a ballot stands on; for those who gather already. */
export async function readTableNow(
  q: Reader,
  communityId: string,
  meetingId: string,
): Promise<Pick<Table, "meeting" | "rounds"> | null> {
  const meeting = await findMeeting(q, communityId, meetingId)
  return meeting && { meeting, rounds: await listRounds(q, communityId, meetingId) }
}

/** What a motion of the meeting asks, the same for everyone; null when there is no such motion. */
export const readMatter = gatheredRead(
  async (q: Reader, communityId: string, meetingId: string, motionId: string): Promise<Matter | null> => {
    const meeting = await findMeeting(q, communityId, meetingId)
    return meeting && readMatterNow(q, meeting, motionId)
  },
)

/** The same for those who gather already. */
export async function readMatterNow(q: Reader, meeting: Meeting, motionId: string): Promise<Matter | null> {
  for (const item of await readItems(q, meeting, [])) {
    const motion = item.motions.find(one => one.motionId === motionId)
    if (!motion) continue
    const { rounds: _, mayEdit: __, recused: ___, ...shown } = motion
    return { item: { agendaItemId: item.agendaItemId, ordinal: item.ordinal, title: item.title }, motion: shown }
  }
  return null
}
