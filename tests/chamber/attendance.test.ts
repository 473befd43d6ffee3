import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import {
  checkInAtDesk,
  comeBack,
  countHeads,
  leaveEarly,
  markExcused,
  markLeft,
  markReturned,
} from "~/chamber/attendance/attendance"
import { listAttendanceEvents } from "~/chamber/attendance/store"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "./factories"

const heads = (room: Room) => countHeads(room.world.db.read, room.world.community.id, room.meetingId)
const closedRound = async (room: Room, roundId: string) => {
  must(await closeRound(room.chair, roundId))
  return (await findRound(room.world.db.read, room.world.community.id, roundId))!
}
const laterBy = (room: Room, minutes: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + minutes * 60_000)
}

test("the desk checks someone in, out and in again; each coming and going is kept with its hour", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const { meetingId, desk } = room
  const [delegate] = room.entitled
  must(await checkInAtDesk(desk, meetingId, delegate!.id))
  expect(await checkInAtDesk(desk, meetingId, delegate!.id)).toMatchObject({ code: "already_present" })
  laterBy(room, 30)
  must(await markLeft(desk, meetingId, delegate!.id))
  expect(await heads(room)).toEqual({ present: 0, entitled: 5 })
  expect(await markLeft(desk, meetingId, delegate!.id)).toMatchObject({ code: "not_present" })
  laterBy(room, 10)
  must(await markReturned(desk, meetingId, delegate!.id))
  expect(await markReturned(desk, meetingId, delegate!.id)).toMatchObject({ code: "already_present" })
  const events = await listAttendanceEvents(room.world.db.read, room.world.community.id, meetingId)
  expect(events.map(event => [event.kind, event.means, event.byName])).toEqual([
    ["arrived", "desk", "乙二"],
    ["left", "desk", "乙二"],
    ["returned", "desk", "乙二"],
  ])
  expect(new Set(events.map(event => event.at.getTime())).size).toBe(3)
  expect(await room.world.db.read.$count(auditEntries)).toBeGreaterThanOrEqual(3)
})

test("observers are seen but not counted", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3, present: 2, observers: 4 })
  expect(await heads(room)).toEqual({ present: 2, entitled: 3 })
})

test("an excuse needs its reason, may come before check-in, and not after one was here", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "convened", present: 0 })
  const { meetingId, desk } = room
  expect(await markExcused(desk, meetingId, room.entitled[0]!.id, "  ")).toMatchObject({ code: "reason_missing" })
  must(await markExcused(desk, meetingId, room.entitled[0]!.id, "住院"))
  expect(await checkInAtDesk(desk, meetingId, room.entitled[1]!.id)).toMatchObject({ code: "check_in_not_open" })
  const going = await aMeetingInRoom(room.world)
  expect(await markExcused(going.desk, going.meetingId, going.entitled[0]!.id, "有事")).toMatchObject({
    code: "has_been_present",
  })
})

test("a delegate leaves and comes back by the own tablet only", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const seat = room.seat(room.entitled[0]!)
  must(await leaveEarly(seat))
  expect(await leaveEarly(seat)).toMatchObject({ code: "not_present" })
  must(await comeBack(seat))
  expect(await leaveEarly(room.chair)).toMatchObject({ code: "not_seated" })
  expect(await markLeft(seat, room.meetingId, room.entitled[1]!.id)).toMatchObject({ code: "not_found" })
})

test("what a tablet does is done by its delegate, also where a member is signed in on it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [delegate] = room.entitled
  must(await leaveEarly({ ...room.chair, actor: { ...room.chair.actor, seat: room.seat(delegate!).actor.seat } }))
  const [event] = await listAttendanceEvents(room.world.db.read, room.world.community.id, room.meetingId)
  expect(event).toMatchObject({ participantId: delegate!.id, byName: delegate!.name })
  const entries = await room.world.db.read.select().from(auditEntries).where(eq(auditEntries.action, "attendance.left"))
  expect(entries.map(entry => entry.actorName)).toEqual([delegate!.name])
})

test("someone of another meeting is not found at this desk", async () => {
  const world = await aWorld()
  const [here, there] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  expect(await markLeft(here.desk, here.meetingId, there.entitled[0]!.id)).toMatchObject({ code: "not_found" })
})

test("who voted and then left is counted as present, and the ballot too", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3 })
  const roundId = await anOpenRound(room)
  for (const voter of room.entitled) must(await vote(room, roundId, voter, "for"))
  for (const voter of room.entitled) must(await leaveEarly(room.seat(voter)))
  const round = await closedRound(room, roundId)
  expect(round.result).toMatchObject({ present: 3, entitled: 3, cast: 3, outcome: "passed" })
})

test("who was here when the round was opened and left without voting is present and silent", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3 })
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  must(await markLeft(room.desk, room.meetingId, room.entitled[1]!.id))
  const round = await closedRound(room, roundId)
  expect(round.result).toMatchObject({ present: 3, cast: 1, outcome: "notPassed" })
})

test("who left before the round was opened is not present in it, be it in the same instant", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3 })
  must(await markLeft(room.desk, room.meetingId, room.entitled[2]!.id))
  const roundId = await anOpenRound(room)
  for (const voter of room.entitled.slice(0, 2)) must(await vote(room, roundId, voter, "for"))
  const round = await closedRound(room, roundId)
  expect(round.result).toMatchObject({ present: 2, entitled: 3, outcome: "passed" })
  expect(round.roll!.find(row => row.participantId === room.entitled[2]!.id)).toMatchObject({
    present: false,
    voted: false,
  })
})

test("who comes while the round is open may vote and is counted; who never came is not", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6, present: 4 })
  const roundId = await anOpenRound(room)
  laterBy(room, 1)
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[4]!.id))
  must(await vote(room, roundId, room.entitled[4]!, "against"))
  const round = await closedRound(room, roundId)
  expect(round.result).toMatchObject({ present: 5, entitled: 6, cast: 1 })
})

test("who came, and left, and came, and left again during the round was there", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3, present: 2 })
  const roundId = await anOpenRound(room)
  const late = room.entitled[2]!
  must(await checkInAtDesk(room.desk, room.meetingId, late.id))
  must(await markLeft(room.desk, room.meetingId, late.id))
  const round = await closedRound(room, roundId)
  expect(round.result).toMatchObject({ present: 3 })
})
