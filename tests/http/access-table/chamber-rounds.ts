import { anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { raiseChallengeAtDesk } from "~/chamber/rounds/challenges"
import { drawUpCorrection } from "~/chamber/rounds/corrections"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import type { Act, Row } from "../access-row"
import { aRoom } from "../access-world"

const base = "/c/:community/meetings/:meetingId"
const desk = ["secretary", "chair", "recorder"] as const
const chair = ["chair"] as const
const readers = [
  "administrator",
  "secretary",
  "handler",
  "reviewer",
  "viewer",
  "delegate",
  "chair",
  "recorder",
] as const

async function aClosedRound(room: Room): Promise<string> {
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for", "for", "for", "against", "abstain"])
  must(await closeRound(room.chair, roundId))
  return roundId
}

async function aProclaimedRound(room: Room): Promise<string> {
  const roundId = await aClosedRound(room)
  must(await proclaimRound(room.chair, roundId))
  return roundId
}

const aCorrection = { kind: "note", wrong: "会上念成赞成12票", right: "赞成是3票" } as const

/** A button on the page of a round, in a fresh room. */
const onRound = (
  intent: string,
  by: Act["by"],
  make: (room: Room) => Promise<string>,
  fill: (room: Room, roundId: string) => Promise<Record<string, string>>,
): Act => ({
  intent,
  by,
  press: async house => {
    const room = await aRoom(house)
    const roundId = await make(room)
    return {
      at: `/meetings/${room.meetingId}/rounds/${roundId}`,
      form: { intent, ...(await fill(room, roundId)) },
    }
  },
})

/** Drawn up by somebody who presses no button here, so that everyone else may sign. */
const drawnUp = async (room: Room, roundId: string) => ({
  correctionId: must(await drawUpCorrection(await asAnother(room), { roundId, ...aCorrection })).correctionId,
})

/** A second secretary. */
const asAnother = async ({ world }: Room) => world.as("secretary", "viewer")

export const roundsRows: Row[] = [
  {
    pattern: `${base}/rounds/:roundId`,
    at: ({ things }) => `/meetings/${things.meetingId}/rounds/${things.roundId}`,
    read: readers,
    acts: [
      onRound("deskChallenge", desk, aClosedRound, async (room, roundId) => ({
        roundId,
        participantId: room.entitled[0]!.id,
        ground: "notRecorded",
      })),
      onRound("answerChallenge", chair, aClosedRound, async (room, roundId) => {
        const challenge = { roundId, participantId: room.entitled[0]!.id, ground: "other" } as const
        const { challengeId } = must(await raiseChallengeAtDesk(room.chair, challenge))
        return { challengeId, answer: "当场核对，没有出入" }
      }),
      onRound("drawUpCorrection", desk, aProclaimedRound, async () => aCorrection),
      onRound("signCorrection", desk, aProclaimedRound, drawnUp),
      onRound("withdrawCorrection", desk, aProclaimedRound, drawnUp),
    ],
  },
]
