import { anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { leaveEarly } from "~/chamber/attendance/attendance"
import { putMotion } from "~/chamber/motions/motions"
import { closeRound } from "~/chamber/rounds/rounds"
import { everyone, members, type Who } from "../access-people"
import type { Act, Row } from "../access-row"
import { aRoom, type House, takeSeat } from "../access-world"

const base = "/c/:community"
const seat = ["seat"] as const
const desk = ["secretary", "chair", "recorder"] as const

/** A fresh room with the tablet of its first delegate. */
async function aSeatedRoom(house: House) {
  const room = await aRoom(house)
  return { room, token: await takeSeat(house, room) }
}

const onSeat = (intent: string): Act => ({
  intent,
  by: seat,
  press: async house => {
    const { room, token } = await aSeatedRoom(house)
    if (intent === "return") await leaveEarly(room.seat(room.entitled[0]!))
    return { at: `/m/${room.meetingId}/seat`, form: { intent }, seat: token }
  },
})

const onBallot = (
  fields: () => Record<string, string | string[]>,
  act: Partial<Act>,
  open: (room: Room) => Promise<string> = anOpenRound,
): Act => ({
  by: seat,
  press: async house => {
    const { room, token } = await aSeatedRoom(house)
    const roundId = await open(room)
    return { at: `/m/${room.meetingId}/vote/${roundId}/check`, form: fields(), seat: token }
  },
  ...act,
})

const places = ["9栋东侧", "12栋南侧", "16栋北侧"]

/** A round on options, two of them wanted. */
async function anOptionRound(room: Room): Promise<string> {
  const { meetingId, agendaItemId } = room
  const motion = { meetingId, agendaItemId, content: "分类点选在哪里", proposalId: null, options: places, seats: 2 }
  return anOpenRound(room, { motionId: must(await putMotion(room.recorder, motion)).motionId })
}

const hear = (channel: (house: House) => string, read: readonly Who[]): Row => ({
  pattern: `${base}/live`,
  at: house => `/live?channel=${channel(house)}`,
  read,
  isHall: true,
})

export const chamberRows: Row[] = [
  hear(({ things }) => `meeting:${things.meetingId}`, [...members, "seat"]),
  hear(({ things }) => `meeting:${things.meetingId}:counts`, desk),
  {
    pattern: `${base}/m/:meetingId`,
    at: ({ things }) => `/m/${things.meetingId}`,
    read: everyone,
    isHall: true,
    acts: [
      {
        // Whoever has a code may take its seat.
        by: everyone,
        press: async house => {
          const room = await aRoom(house, { state: "checkIn", present: 0 })
          return { at: `/m/${room.meetingId}`, form: { code: room.codeOf(room.entitled[0]!) } }
        },
      },
    ],
  },
  {
    pattern: `${base}/m/:meetingId/seat`,
    at: ({ things }) => `/m/${things.meetingId}/seat`,
    read: seat,
    isHall: true,
    acts: ["leave", "return", "giveUp"].map(onSeat),
  },
  {
    pattern: `${base}/m/:meetingId/vote/:roundId`,
    at: ({ things }) => `/m/${things.meetingId}/vote/${things.roundId}`,
    read: seat,
    isHall: true,
  },
  {
    pattern: `${base}/m/:meetingId/vote/:roundId/check`,
    at: ({ things }) => `/m/${things.meetingId}/vote/${things.roundId}/check`,
    read: seat,
    isHall: true,
    acts: [
      onBallot(() => ({ choice: "for" }), { writesNothing: true }),
      onBallot(() => ({ choice: "for", requestKey: crypto.randomUUID() }), { isUnlogged: true }),
      onBallot(() => ({ choice: "marked", mark: ["a", "c"] }), { writesNothing: true }, anOptionRound),
      onBallot(() => ({ choice: "a+c", requestKey: crypto.randomUUID() }), { isUnlogged: true }, anOptionRound),
    ],
  },
  {
    pattern: `${base}/m/:meetingId/vote/:roundId/cast`,
    at: ({ things }) => `/m/${things.meetingId}/vote/${things.roundId}/cast`,
    read: seat,
    isHall: true,
    acts: [
      {
        by: seat,
        isUnlogged: true,
        press: async house => {
          const { room, token } = await aSeatedRoom(house)
          const at = `/m/${room.meetingId}/vote/${await anOpenRound(room)}/cast`
          return { at, form: { choice: "for", requestKey: crypto.randomUUID() }, seat: token }
        },
      },
    ],
  },
  {
    pattern: `${base}/m/:meetingId/ballot`,
    at: ({ things }) => `/m/${things.meetingId}/ballot`,
    read: seat,
    isHall: true,
  },
  {
    pattern: `${base}/m/:meetingId/vote/:roundId/challenge`,
    at: ({ things }) => `/m/${things.meetingId}/vote/${things.roundId}/challenge`,
    read: seat,
    isHall: true,
    acts: [
      {
        by: seat,
        press: async house => {
          const { room, token } = await aSeatedRoom(house)
          const roundId = await anOpenRound(room)
          await voteAll(room, roundId, ["for", "for", "for"])
          must(await closeRound(room.chair, roundId))
          return { at: `/m/${room.meetingId}/vote/${roundId}/challenge`, form: { ground: "other" }, seat: token }
        },
      },
    ],
  },
  {
    pattern: `${base}/m/:meetingId/vote/:roundId/done`,
    at: ({ things }) => `/m/${things.meetingId}/vote/${things.roundId}/done`,
    read: seat,
    isHall: true,
  },
]
