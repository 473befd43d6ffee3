import { expect, test } from "vitest"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { nameBoth } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { moveAmendment } from "~/chamber/motions/amendments"
import { putMotion } from "~/chamber/motions/motions"
import { recordRecusal } from "~/chamber/motions/recusals"
import { adoptAmendment } from "~/chamber/motions/standing"
import { listOfficers } from "~/chamber/paper/officer-store"
import { nameOfficer, withdrawOfficer } from "~/chamber/paper/officers"
import { partyReasonOf } from "~/chamber/paper/rules"
import { closeRound } from "~/chamber/rounds/rounds"

const aRoom = async () => aMeetingInRoom(await aWorld(), { observers: 2 })
const officersOf = (room: Room, roundId: string) => listOfficers(room.world.db.read, room.world.community.id, roundId)

test("somebody in the room is named to count, observers too; naming again gives the other office", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await nameBoth(room, roundId)
  const [counter, scrutineer] = room.observers
  expect(await officersOf(room, roundId)).toMatchObject([
    { participantId: counter!.id, office: "counter" },
    { participantId: scrutineer!.id, office: "scrutineer" },
  ])
  must(await nameOfficer(room.desk, { roundId, participantId: counter!.id, office: "scrutineer" }))
  expect((await officersOf(room, roundId)).map(one => one.office)).toEqual(["scrutineer", "scrutineer"])
})

test("whoever gives an office up may be named again", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const participantId = room.observers[0]!.id
  must(await nameOfficer(room.desk, { roundId, participantId, office: "counter" }))
  must(await withdrawOfficer(room.desk, { roundId, participantId }))
  expect(await officersOf(room, roundId)).toEqual([])
  expect(await withdrawOfficer(room.desk, { roundId, participantId })).toMatchObject({ code: "officer_not_held" })
  must(await nameOfficer(room.desk, { roundId, participantId, office: "scrutineer" }))
  expect(await officersOf(room, roundId)).toHaveLength(1)
})

test("nobody who is not in the room counts or watches", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const gone = room.entitled[0]!
  must(await markLeft(room.desk, room.meetingId, gone.id))
  expect(await nameOfficer(room.desk, { roundId, participantId: gone.id, office: "counter" })).toMatchObject({
    code: "officer_absent",
  })
})

test("a party to the matter neither counts nor watches: the recused, the mover, a candidate", async () => {
  const room = await aRoom()
  const barred = room.entitled[0]
  const motionId = await aMotion(room)
  must(await recordRecusal(room.desk, { motionId, participantId: barred!.id, reason: "商铺在改造范围内" }))
  const first = await anOpenRound(room, { motionId })
  expect(await nameOfficer(room.desk, { roundId: first, participantId: barred!.id, office: "counter" })).toMatchObject({
    code: "officer_is_party",
    detail: { name: barred!.name, why: "recused" },
  })

  const other = await aRoom()
  const options = [`${other.entitled[1]!.name}（3号楼）`, "丁乙"]
  const seats = { meetingId: other.meetingId, agendaItemId: other.agendaItemId, proposalId: null, options, seats: 1 }
  const moved = must(
    await putMotion(other.recorder, { ...seats, content: "推选楼栋长", moverId: other.entitled[0]!.id }),
  )
  const second = await anOpenRound(other, { motionId: moved.motionId, secret: true })
  const name = (at: number) =>
    nameOfficer(other.desk, { roundId: second, participantId: other.entitled[at]!.id, office: "scrutineer" })
  expect(await name(0)).toMatchObject({ code: "officer_is_party", detail: { why: "mover" } })
  expect(await name(1)).toMatchObject({ code: "officer_is_party", detail: { why: "candidate" } })
  expect(await name(2)).toMatchObject({ ok: true })
})

const nobody = { recused: new Set<string>(), moverIds: [], options: null, reporters: [], handler: "" }
const person = { participantId: "p", name: "甲一", phone: "13900000001", organization: "银杏物业" }

test.each([
  ["who reported it", [{ name: "甲一", phone: "13900000001" }], "reporter"],
  ["who reported it without a phone", [{ name: "甲一", phone: "" }], "reporter"],
  ["another person of the same name", [{ name: "甲一", phone: "13900000002" }], null],
  ["somebody else", [{ name: "乙二", phone: "13900000001" }], null],
] as const)("a party by having reported it: %s", (_, reporters, why) => {
  expect(partyReasonOf(person, { ...nobody, reporters })).toBe(why)
})

test.each([
  ["甲一", "candidate"],
  ["甲一（3号楼）", "candidate"],
  ["甲一 3号楼", "candidate"],
  ["甲一二", null],
  ["乙二", null],
  ["请甲一", null],
] as const)("a candidate by the name on an option: %s", (label, why) => {
  expect(partyReasonOf(person, { ...nobody, options: [{ label }] })).toBe(why)
})

test.each([
  ["银杏物业", "handler"],
  ["甲一", "handler"],
  ["悦园物业", null],
  ["", null],
] as const)("a party by being the one who is to carry it out: %s", (handler, why) => {
  expect(partyReasonOf(person, { ...nobody, handler })).toBe(why)
  expect(partyReasonOf({ ...person, organization: "" }, { ...nobody, handler: "" })).toBe(null)
})

test("whoever moved the amendment that was taken over is a party too", async () => {
  const room = await aRoom()
  const motionId = await aMotion(room)
  const [mover, other] = room.entitled
  const entry = {
    meetingId: room.meetingId,
    motionId,
    version: 1,
    content: "同意活动室改造方案，分两期",
    moverId: mover!.id,
  }
  const amendment = must(await moveAmendment(room.recorder, entry))
  must(await adoptAmendment(room.recorder, { motionId: amendment.motionId, reason: "各方都同意" }))
  const roundId = await anOpenRound(room, { motionId })
  const name = (participantId: string) => nameOfficer(room.desk, { roundId, participantId, office: "counter" })
  expect(await name(mover!.id)).toMatchObject({ code: "officer_is_party", detail: { why: "mover" } })
  expect(await name(other!.id)).toMatchObject({ ok: true })
})

test("after the round is closed its officers stay as they are", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await nameBoth(room, roundId)
  await voteAll(room, roundId, ["for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  const participantId = room.observers[0]!.id
  expect(await withdrawOfficer(room.desk, { roundId, participantId })).toMatchObject({ code: "already_closed" })
  expect(await nameOfficer(room.desk, { roundId, participantId, office: "scrutineer" })).toMatchObject({
    code: "already_closed",
  })
})
