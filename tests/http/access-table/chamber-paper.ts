import { aMotion, anOpenRound, must, type Room, vote } from "#tests/chamber/factories"
import { aRoundWithOfficers, givePapers, votePaper } from "#tests/chamber/paper-table"
import { recordProxy, revokeProxy } from "~/chamber/attendance/proxies"
import { nameOfficer } from "~/chamber/paper/officers"
import { enterSheet } from "~/chamber/paper/sheets"
import { openRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"
import type { Act, Fields, Row } from "../access-row"
import { aRoom, type House } from "../access-world"

const base = "/c/:community/meetings/:meetingId/rounds/:roundId"
const desk = ["secretary", "chair", "recorder"] as const

type Pressing = { room: Room; roundId: string; form: Fields }

const onPapers = (
  intent: string,
  prepare: (room: Room) => Promise<Omit<Pressing, "room">>,
  act: Partial<Act> = {},
): Act => ({
  intent,
  by: desk,
  press: async house => pressAt("papers", await aPaperRoom(house), intent, prepare),
  ...act,
})

/** A named round of which the first delegate held paper 1 for another, whose proxy has been taken back. */
async function withEndedProxy(room: Room) {
  const { meetingId } = room
  const [holder, principal] = [room.entitled[0]!, room.entitled.at(-1)!]
  const grant = { meetingId, principalId: principal.id, holderId: holder.id, letter: "委托书" }
  const { proxyId } = must(await recordProxy(room.chair, grant))
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, [principal])
  must(await revokeProxy(room.chair, { meetingId, proxyId }))
  return { roundId, form: { serial: "1" } }
}

const aPaperRoom = (house: House) => aRoom(house, { observers: 3 })
/** One whose last delegates have not come, under a rule that lets others stand for them. */
const aRoomWithProxies = (house: House) => aRoom(house, { present: 3, observers: 3, rule: { proxies: { most: 1 } } })

async function pressAt(
  page: "papers" | "sheets" | "hands",
  room: Room,
  intent: string,
  prepare: (room: Room) => Promise<Omit<Pressing, "room">>,
) {
  const { roundId, form } = await prepare(room)
  return { at: `/meetings/${room.meetingId}/rounds/${roundId}/${page}`, form: { intent, ...(form as object) } }
}

/** A named round of which the first delegate holds paper 1. */
async function withPaperOut(room: Room) {
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, [room.entitled[0]!])
  return { roundId, form: { serial: "1" } }
}

async function withBoxToRead(room: Room) {
  const roundId = await aRoundWithOfficers(room)
  await votePaper(room, roundId, [room.entitled[0]!])
  must(await endVoting(room.chair, roundId))
  return { roundId, form: { "mark-1": "for" } }
}

async function withHands(room: Room) {
  const motionId = await aMotion(room)
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false, means: "hands" }))
  const counterId = room.observers[0]!.id
  must(await nameOfficer(room.chair, { roundId, participantId: counterId, office: "counter" }))
  return { roundId, form: { counterId, for: "1", against: "0", abstain: "0" } }
}

const named = async (room: Room) => ({
  roundId: await anOpenRound(room),
  form: { officerId: room.observers[0]!.id, office: "counter" },
})

const released = async (room: Room) => {
  const roundId = await aRoundWithOfficers(room)
  return { roundId, form: { officerId: room.observers[0]!.id } }
}

const sample = (page: string) => (house: House) =>
  `/meetings/${house.things.meetingId}/rounds/${house.things.roundId}/${page}`

export const paperRows: Row[] = [
  {
    pattern: `${base}/papers`,
    at: sample("papers"),
    read: desk,
    acts: [
      onPapers("issue", async room => ({
        roundId: await anOpenRound(room),
        form: { participantId: [room.entitled[0]!.id, room.entitled[1]!.id] },
      })),
      onPapers("fallBackToPaper", async room => ({ roundId: await anOpenRound(room), form: {} })),
      onPapers("return", withPaperOut),
      onPapers("reopen", async room => {
        const roundId = await anOpenRound(room)
        await votePaper(room, roundId, [room.entitled[0]!])
        return { roundId, form: { serial: "1" } }
      }),
      onPapers("exchange", withPaperOut),
      onPapers("withdraw", withPaperOut),
      onPapers("returnBeforeEnd", withEndedProxy, {
        press: async house => pressAt("papers", await aRoomWithProxies(house), "returnBeforeEnd", withEndedProxy),
      }),
      onPapers("missing", async room => {
        const out = await withPaperOut(room)
        must(await endVoting(room.chair, out.roundId))
        return out
      }),
      onPapers("duplicate", async room => {
        const roundId = await anOpenRound(room)
        const voter = room.entitled[0]!
        must(await vote(room, roundId, voter, "for"))
        return { roundId, form: { duplicateId: voter.id } }
      }),
      onPapers("nameOfficer", named),
      onPapers("withdrawOfficer", released),
      onPapers("printBallotPapers", withPaperOut),
      onPapers("printCountSheet", async room => ({ roundId: await anOpenRound(room), form: {} })),
    ],
  },
  {
    pattern: `${base}/sheets`,
    at: sample("sheets"),
    read: desk,
    acts: [
      // A reading leaves who read it, and when nothing: the order of the sheets is nobody's business.
      {
        intent: "read",
        by: desk,
        isUnlogged: true,
        press: async house => pressAt("sheets", await aPaperRoom(house), "read", withBoxToRead),
      },
      {
        intent: "check",
        by: desk,
        isUnlogged: true,
        press: async (house, who) => {
          const room = await aPaperRoom(house)
          return pressAt("sheets", room, "check", async () => {
            const box = await withBoxToRead(room)
            const first = who === "recorder" ? room.chair : room.recorder
            must(await enterSheet(first, { roundId: box.roundId, sheet: 1, choice: "for" }))
            return box
          })
        },
      },
    ],
  },
  {
    pattern: `${base}/hands`,
    at: sample("hands"),
    read: desk,
    acts: [
      {
        intent: "count",
        by: desk,
        press: async house => pressAt("hands", await aPaperRoom(house), "count", withHands),
      },
      {
        intent: "nameOfficer",
        by: desk,
        press: async house => pressAt("hands", await aPaperRoom(house), "nameOfficer", named),
      },
      {
        intent: "withdrawOfficer",
        by: desk,
        press: async house => pressAt("hands", await aPaperRoom(house), "withdrawOfficer", released),
      },
      {
        intent: "printCountSheet",
        by: desk,
        press: async house =>
          pressAt("hands", await aPaperRoom(house), "printCountSheet", async room => ({
            ...(await withHands(room)),
            form: {},
          })),
      },
    ],
  },
]
