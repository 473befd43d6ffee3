import { anOpenRound, must, type Room } from "#tests/chamber/factories"
import { nameOfficer } from "~/chamber/paper/officers"
import { issuePapers, markReturned } from "~/chamber/paper/papers"
import { checkSheet, enterSheet } from "~/chamber/paper/sheets"
import { endVoting } from "~/chamber/rounds/voting"
import type { Participant } from "~/convening/store"

/** The first two observers see to the count: 计票人 and 监票人. */
export async function nameBoth(room: Room, roundId: string): Promise<void> {
  const [counter, scrutineer] = room.observers
  must(await nameOfficer(room.desk, { roundId, participantId: counter!.id, office: "counter" }))
  must(await nameOfficer(room.desk, { roundId, participantId: scrutineer!.id, office: "scrutineer" }))
}

/** An open round with its officers named. Needs a room with two observers. */
export async function aRoundWithOfficers(room: Room, wishes: Parameters<typeof anOpenRound>[1] = {}): Promise<string> {
  const roundId = await anOpenRound(room, wishes)
  await nameBoth(room, roundId)
  return roundId
}

/** Papers for these voters; their serials in the same order. */
export const givePapers = async (room: Room, roundId: string, voters: readonly Participant[]): Promise<number[]> =>
  must(await issuePapers(room.desk, { roundId, participantIds: voters.map(voter => voter.id) })).serials

/** Handed out and in again at once. */
export async function votePaper(room: Room, roundId: string, voters: readonly Participant[]): Promise<number[]> {
  const serials = await givePapers(room, roundId, voters)
  must(await markReturned(room.desk, { roundId, serials }))
  return serials
}

/** The vote is stopped, and both readers read these sheets alike. */
export async function readTwice(room: Room, roundId: string, sheets: Record<number, string>): Promise<void> {
  must(await endVoting(room.chair, roundId))
  for (const [sheet, choice] of Object.entries(sheets)) {
    must(await enterSheet(room.desk, { roundId, sheet: Number(sheet), choice }))
    must(await checkSheet(room.recorder, { roundId, sheet: Number(sheet), choice }))
  }
}
