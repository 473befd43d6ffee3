import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { attendanceEvents } from "#db/schema/chamber"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { leaveEarly } from "~/chamber/attendance/attendance"
import { takeSeat } from "~/chamber/attendance/check-in"
import { openSeatAsHelper, readHelped } from "~/chamber/attendance/helper-mode"
import { helperLineOf } from "~/chamber/attendance/helper-words"
import { findAttendance } from "~/chamber/attendance/store"
import { findSeat, sessionIdOf } from "~/people/sessions"
import type { Seat } from "~/web/context"
import { aMeetingInRoom, must, type Room } from "./factories"

const device = "电脑，Chrome"
const help = (room: Room, at = 0, reason = "sight", words = "") =>
  openSeatAsHelper(room.desk, {
    meetingId: room.meetingId,
    participantId: room.entitled[at]!.id,
    reason,
    words,
    device,
  })
const seatOf = (room: Room, token: string) => findSeat(room.world.installation, sessionIdOf(token))

test("the desk opens a delegate's seat after naming the reason: the seat says who helps, and the delegate is present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const { token } = must(await help(room))
  expect(await seatOf(room, token)).toMatchObject({
    participantId: room.entitled[0]!.id,
    helperName: "乙二",
    helperReason: "视力不便",
  })
  const { world, meetingId } = room
  const attendance = await findAttendance(world.db.read, world.community.id, meetingId, room.entitled[0]!.id)
  expect(attendance?.presence).toBe("present")
  const [event] = await world.db.read.select().from(attendanceEvents)
  expect(event).toMatchObject({ kind: "arrived", means: "desk", byName: "乙二" })
  const [told] = await world.db.read.select().from(auditEntries).where(eq(auditEntries.action, "attendance.helped"))
  expect(told).toMatchObject({ actorName: "乙二", detail: { name: room.entitled[0]!.name, reason: "视力不便" } })
})

test("every page of a helped seat says so, of the delegate's own seat nothing", () => {
  const seat: Seat = { meetingId: "m", participantId: "p", personId: "q", name: "甲一" }
  expect(helperLineOf({ ...seat, helper: { name: "乙二", reason: "视力不便" } })).toBe("由乙二代操作（视力不便）")
  expect(helperLineOf(seat)).toBeNull()
  expect(helperLineOf({ ...seat, helper: null })).toBeNull()
  expect(helperLineOf(null)).toBeNull()
})

test("what a helped seat does is told of both: the delegate, and who pressed", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const seat = room.seat(room.entitled[0]!).actor.seat!
  must(await leaveEarly(room.world.seated({ ...seat, helper: { name: "乙二", reason: "手不便" } })))
  const [told] = await room.world.db.read.select().from(auditEntries).where(eq(auditEntries.action, "attendance.left"))
  expect(told!.actorName).toBe(`${room.entitled[0]!.name}（乙二代操作）`)
})

test("helping ends the delegate's own tablet, and the own code ends the help", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const knock = { meetingId: room.meetingId, code: room.codeOf(room.entitled[0]!), device, address: "192.168.1.20" }
  const own = must(await takeSeat(room.world.asStranger(), knock))
  const helped = must(await help(room))
  expect(await seatOf(room, own.token)).toBeNull()
  const again = must(await takeSeat(room.world.asStranger(), knock))
  expect(await seatOf(room, helped.token)).toBeNull()
  expect(await seatOf(room, again.token)).toMatchObject({ helperName: "", helperReason: "" })
})

test("no reason, no help; a reason of one's own is written out", async () => {
  const room = await aMeetingInRoom(await aWorld())
  expect(await help(room, 0, "")).toMatchObject({ code: "helper_reason_missing", detail: { field: "reason" } })
  expect(await help(room, 0, "toString")).toMatchObject({ code: "helper_reason_unknown" })
  expect(await help(room, 0, "other", " ")).toMatchObject({ code: "helper_reason_unknown", detail: { field: "words" } })
  expect(await help(room, 0, "other", "字".repeat(51))).toMatchObject({ code: "text_too_long" })
  const { token } = must(await help(room, 0, "other", "右手打石膏"))
  expect(await seatOf(room, token)).toMatchObject({ helperReason: "右手打石膏" })
})

test("only the desk helps, only people of its meeting, and only while one takes part", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const input = { meetingId: room.meetingId, participantId: room.entitled[0]!.id, reason: "hand", device }
  expect(await openSeatAsHelper(await room.world.as("gridWorker"), input)).toMatchObject({ code: "forbidden" })
  expect(await openSeatAsHelper(room.seat(room.entitled[1]!), input)).toMatchObject({ code: "not_found" })
  const there = await aMeetingInRoom(room.world)
  const foreign = { ...input, participantId: there.entitled[0]!.id }
  expect(await openSeatAsHelper(room.desk, foreign)).toMatchObject({ code: "not_found" })
  expect(await readHelped(room.desk, foreign)).toMatchObject({ code: "not_found" })
  for (const [state, code] of [
    ["convened", "check_in_not_open"],
    ["closed", "meeting_over"],
  ] as const) {
    const shut = await aMeetingInRoom(room.world, { state, present: 0 })
    expect(await help(shut)).toMatchObject({ code })
    const key = { meetingId: shut.meetingId, participantId: shut.entitled[0]!.id }
    expect(must(await readHelped(shut.desk, key)).problem).toMatchObject({ code })
  }
})
