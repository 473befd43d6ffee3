import { expect, test } from "vitest"
import { handCounts } from "#db/schema/chamber-paper"
import { auditEntries } from "#db/schema/registry"
import { aMeetingInRoom, aMotion, must, type Room } from "#tests/chamber/factories"
import { aWorld } from "#tests/world"
import { recordRecusal } from "~/chamber/motions/recusals"
import { recordHandCount } from "~/chamber/paper/hand-counts"
import { nameOfficer, withdrawOfficer } from "~/chamber/paper/officers"
import { readPaperSummary } from "~/chamber/paper/summary"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound } from "~/chamber/rounds/rounds"

/** A show of hands with two counters and somebody who watches, all of them observers. */
async function aShowOfHands(wishes: { entitled?: number; motionId?: (room: Room) => Promise<string> } = {}) {
  const room = await aMeetingInRoom(await aWorld(), { entitled: wishes.entitled ?? 5, observers: 4 })
  const motionId = await (wishes.motionId ?? aMotion)(room)
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false, means: "hands" }))
  const offices = ["counter", "counter", "scrutineer"] as const
  for (const [at, office] of offices.entries())
    must(await nameOfficer(room.desk, { roundId, participantId: room.observers[at]!.id, office }))
  const count = (at: number, yes: number, no: number, abstain: number) =>
    recordHandCount(room.desk, {
      roundId,
      counterId: room.observers[at]!.id,
      for: yes,
      against: no,
      abstain,
    })
  return { room, roundId, count }
}

test("a show of hands is what two counters counted alike", async () => {
  const { room, roundId, count } = await aShowOfHands()
  must(await count(0, 3, 1, 1))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "hand_counts_missing", detail: { counted: 1 } })
  must(await count(1, 3, 1, 1))
  must(await closeRound(room.chair, roundId))
  const round = await findRound(room.world.db.read, room.world.community.id, roundId)
  expect(round?.result?.counts).toEqual({ for: 3, against: 1, abstain: 1, invalid: 0 })
  expect(round?.result?.countedBy?.map(one => one.office)).toEqual(["counter", "counter", "scrutineer"])
})

test("where the two differ they count again, and what they counted first is kept", async () => {
  const { room, roundId, count } = await aShowOfHands()
  must(await count(0, 3, 1, 1))
  must(await count(1, 2, 2, 1))
  const summary = async () =>
    readPaperSummary(room.world.db.read, (await findRound(room.world.db.read, room.world.community.id, roundId))!)
  expect((await summary())?.hands).toEqual({ counted: 2, differ: true })
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "hand_counts_differ" })
  must(await count(1, 3, 1, 1))
  expect(await summary()).toMatchObject({ hands: { counted: 2, differ: false }, isReady: true })
  must(await closeRound(room.chair, roundId))
  expect(await room.world.db.read.select().from(handCounts)).toHaveLength(3)
})

test("no more hands are counted than may be raised", async () => {
  const { count } = await aShowOfHands()
  expect(await count(0, 5, 1, 0)).toMatchObject({
    code: "more_hands_than_present",
    detail: { counted: 6, present: 5 },
  })
})

test("the hand of somebody who must not vote is not there to be counted", async () => {
  const { count } = await aShowOfHands({
    motionId: async room => {
      const motionId = await aMotion(room)
      const participantId = room.entitled[0]!.id
      must(await recordRecusal(room.desk, { motionId, participantId, reason: "商铺在改造范围内" }))
      return motionId
    },
  })
  expect(await count(0, 5, 0, 0)).toMatchObject({ code: "more_hands_than_present", detail: { present: 4 } })
})

test("only named counters count, and a count is worth nothing once its counter gave up the office", async () => {
  const { room, roundId, count } = await aShowOfHands()
  expect(await count(2, 3, 1, 1)).toMatchObject({ code: "counter_unknown" })
  must(await count(0, 3, 1, 1))
  must(await count(1, 3, 1, 1))
  must(await withdrawOfficer(room.desk, { roundId, participantId: room.observers[1]!.id }))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "officers_missing", detail: { counters: 1 } })
  must(await nameOfficer(room.desk, { roundId, participantId: room.observers[3]!.id, office: "counter" }))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "hand_counts_missing" })
})

test("a counter who gives up the office and takes it again counts again", async () => {
  const { room, roundId, count } = await aShowOfHands()
  const later = () => {
    room.world.clock.now = new Date(room.world.clock.now.getTime() + 1000)
  }
  const officer = { roundId, participantId: room.observers[1]!.id }
  must(await count(0, 3, 1, 1))
  must(await count(1, 3, 1, 1))
  later()
  must(await withdrawOfficer(room.desk, officer))
  later()
  must(await nameOfficer(room.desk, { ...officer, office: "counter" }))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "hand_counts_missing", detail: { counted: 1 } })
  later()
  // Pressed twice, the button names nobody anew: what was counted stands.
  must(await count(1, 3, 1, 1))
  later()
  must(await nameOfficer(room.desk, { ...officer, office: "counter" }))
  must(await closeRound(room.chair, roundId))
})

test("who watched for a while and counts again counts anew", async () => {
  const { room, roundId, count } = await aShowOfHands()
  const officer = { roundId, participantId: room.observers[1]!.id }
  must(await count(0, 3, 1, 1))
  must(await count(1, 3, 1, 1))
  for (const office of ["scrutineer", "counter"] as const) {
    room.world.clock.now = new Date(room.world.clock.now.getTime() + 1000)
    must(await nameOfficer(room.desk, { ...officer, office }))
  }
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "hand_counts_missing" })
})

test("hands are counted in a show of hands only, and no figure is in the log before the result", async () => {
  const { room, count } = await aShowOfHands()
  must(await count(0, 3, 1, 1))
  const rows = await room.world.db.read.select().from(auditEntries)
  const said = rows.filter(row => row.action === "paper.handsCounted")
  expect(said.map(row => Object.keys(row.detail as object).toSorted())).toEqual([["name", "roundId"]])
  const other = await aMeetingInRoom(room.world, { observers: 1 })
  const motionId = await aMotion(other)
  const { roundId } = must(await openRound(other.chair, { motionId, secret: false }))
  const counterId = other.observers[0]!.id
  must(await nameOfficer(other.desk, { roundId, participantId: counterId, office: "counter" }))
  expect(await recordHandCount(other.desk, { roundId, counterId, for: 1, against: 0, abstain: 0 })).toMatchObject({
    code: "round_not_by_hands",
  })
})
