import { must, type Room } from "#tests/chamber/factories"
import { askToSpeak } from "~/chamber/speaking/queue"
import { beginTurn, endTurn, pauseTurn } from "~/chamber/speaking/turns"
import type { Act, Row } from "../access-row"
import { aRoom, takeSeat } from "../access-world"

const base = "/c/:community"
const seat = ["seat"] as const
const desk = ["secretary", "chair", "recorder"] as const

/** The first delegate waits for the word; at the clock; is paused; has spoken. */
const asked = async (room: Room) =>
  must(await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" })).requestId

async function speaking(room: Room): Promise<string> {
  const requestId = await asked(room)
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  return requestId
}

async function paused(room: Room): Promise<string> {
  const requestId = await speaking(room)
  must(await pauseTurn(room.chair, { meetingId: room.meetingId, requestId }))
  return requestId
}

async function spoken(room: Room): Promise<string> {
  const requestId = await speaking(room)
  must(await endTurn(room.chair, { meetingId: room.meetingId, requestId }))
  return requestId
}

type Turn = [intent: string, prepare: (room: Room) => Promise<string>, by?: Act["by"]]

const turns: Turn[] = [
  ["beginTurn", asked],
  ["pauseTurn", speaking],
  ["resumeTurn", paused],
  ["endTurn", speaking],
  ["putBack", speaking],
  ["withdrawRequest", asked],
  ["grantAnother", spoken, ["chair"]],
]

/** The same buttons stand on 发言台 and on the chair's console. */
export const speakingActs = (screen: "speaking" | "console"): Act[] => [
  {
    intent: "askForSomeone",
    by: desk,
    press: async house => {
      const room = await aRoom(house)
      const participantId = room.entitled[0]!.id
      const form = { intent: "askForSomeone", participantId, say: "conditional" }
      return { at: `/meetings/${room.meetingId}/${screen}`, form }
    },
  },
  ...turns.map(
    ([intent, prepare, by = desk]): Act => ({
      intent,
      by,
      press: async house => {
        const room = await aRoom(house)
        return { at: `/meetings/${room.meetingId}/${screen}`, form: { intent, requestId: await prepare(room) } }
      },
    }),
  ),
]

export const speakingRows: Row[] = [
  {
    pattern: `${base}/meetings/:meetingId/speaking`,
    at: ({ things }) => `/meetings/${things.meetingId}/speaking`,
    read: desk,
    acts: speakingActs("speaking"),
  },
  {
    pattern: `${base}/m/:meetingId/speak`,
    at: ({ things }) => `/m/${things.meetingId}/speak`,
    read: seat,
    isHall: true,
    acts: [
      {
        intent: "askToSpeak",
        by: seat,
        press: async house => {
          const room = await aRoom(house)
          const token = await takeSeat(house, room)
          return { at: `/m/${room.meetingId}/speak`, form: { intent: "askToSpeak", say: "oppose" }, seat: token }
        },
      },
      {
        intent: "withdrawOwnRequest",
        by: seat,
        press: async house => {
          const room = await aRoom(house)
          const token = await takeSeat(house, room)
          const form = { intent: "withdrawOwnRequest", requestId: await asked(room) }
          return { at: `/m/${room.meetingId}/speak`, form, seat: token }
        },
      },
    ],
  },
]
