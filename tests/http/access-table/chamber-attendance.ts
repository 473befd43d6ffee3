import { must, type Room } from "#tests/chamber/factories"
import { recordProxy } from "~/chamber/attendance/proxies"
import { readSigning } from "~/chamber/attendance/signatures"
import { startSession } from "~/people/sessions"
import { everyone } from "../access-people"
import type { Row } from "../access-row"
import { aRoom, type House, takeSeat } from "../access-world"

const base = "/c/:community"
const seat = ["seat"] as const
const desk = ["secretary", "chair", "recorder"] as const

/** A room whose fourth and fifth delegates have not come, under a rule that lets each stand for one other. */
const aRoomWithProxies = (house: House) => aRoom(house, { present: 3, rule: { proxies: { most: 1 } } })

const aGrant = ({ entitled }: Room) => ({
  principalId: entitled[3]!.id,
  holderId: entitled[0]!.id,
  letter: "10月7日委托书，原件在签到台",
})

/** The token of a device on which someone of the desk sits for the room's first delegate. */
const takeHelpedSeat = ({ world }: House, { meetingId, entitled }: Room): Promise<string> =>
  world.db.tx("session", q =>
    startSession(q, new Date(), {
      communityId: world.community.id,
      meetingId,
      participantId: entitled[0]!.id,
      helper: { name: "乙二", reason: "视力不便" },
      expiresAt: new Date(Date.now() + 3_600_000),
      device: "电脑，Chrome",
    }),
  )

export const attendanceRows: Row[] = [
  {
    pattern: `${base}/meetings/:meetingId/proxies`,
    at: ({ things }) => `/meetings/${things.meetingId}/proxies`,
    read: desk,
    acts: [
      {
        intent: "record",
        by: desk,
        press: async house => {
          const room = await aRoomWithProxies(house)
          return { at: `/meetings/${room.meetingId}/proxies`, form: { intent: "record", ...aGrant(room) } }
        },
      },
      {
        intent: "revoke",
        by: desk,
        press: async house => {
          const room = await aRoomWithProxies(house)
          const { meetingId } = room
          const { proxyId } = must(await recordProxy(house.ctx.secretary, { meetingId, ...aGrant(room) }))
          return { at: `/meetings/${meetingId}/proxies`, form: { intent: "revoke", proxyId } }
        },
      },
    ],
  },
  {
    pattern: `${base}/meetings/:meetingId/signatures`,
    at: ({ things }) => `/meetings/${things.meetingId}/signatures`,
    read: desk,
  },
  {
    pattern: `${base}/meetings/:meetingId/desk/help/:participantId`,
    at: ({ things, room }) => `/meetings/${things.meetingId}/desk/help/${room.entitled[0]!.id}`,
    read: desk,
    acts: [
      {
        by: desk,
        press: async house => {
          const room = await aRoom(house)
          return { at: `/meetings/${room.meetingId}/desk/help/${room.entitled[0]!.id}`, form: { reason: "sight" } }
        },
      },
    ],
  },
  {
    pattern: `${base}/m/:meetingId/sign`,
    at: ({ things }) => `/m/${things.meetingId}/sign`,
    read: seat,
    isHall: true,
    acts: [
      {
        by: seat,
        press: async house => {
          const room = await aRoom(house)
          const token = await takeSeat(house, room)
          const { statement } = must(await readSigning(room.seat(room.entitled[0]!)))
          const drawn = { strokes: "[[1000,800,1400,1200,3000,900]]", width: "900", height: "300" }
          return { at: `/m/${room.meetingId}/sign`, form: { ...drawn, statement, agreed: "yes" }, seat: token }
        },
      },
    ],
  },
  {
    pattern: `${base}/m/:meetingId/switch`,
    at: ({ things }) => `/m/${things.meetingId}/switch`,
    read: everyone,
    isHall: true,
    acts: [
      {
        // Whoever has a code may take its seat.
        intent: "next",
        by: everyone,
        press: async house => {
          const room = await aRoom(house, { state: "checkIn", present: 0 })
          return { at: `/m/${room.meetingId}/switch`, form: { intent: "next", code: room.codeOf(room.entitled[1]!) } }
        },
      },
      {
        intent: "endHelp",
        by: seat,
        press: async house => {
          const room = await aRoom(house)
          const token = await takeHelpedSeat(house, room)
          return { at: `/m/${room.meetingId}/switch`, form: { intent: "endHelp" }, seat: token }
        },
      },
    ],
  },
]
