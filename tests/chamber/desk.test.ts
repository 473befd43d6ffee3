import { expect, test } from "vitest"
import type { Presence } from "#db/schema/chamber"
import { aWorld } from "#tests/world"
import { checkInAtDesk, markExcused, markLeft } from "~/chamber/attendance/attendance"
import { deskWords, recordWords } from "~/chamber/attendance/attendance-words"
import { deskPageOf } from "~/chamber/attendance/desk-page"
import { readDesk } from "~/chamber/attendance/desk-view"
import { recordProxy } from "~/chamber/attendance/proxies"
import { startMeeting } from "~/chamber/session"
import { aMeetingInRoom, must, type Room } from "./factories"

const at = (time: string) => new Date(`2026-10-08T${time}:00.000+08:00`)
const hours = { startsAt: at("09:00"), startedAt: at("09:05"), closedAt: null as Date | null }
const came = (arrived: string | null, left: string | null = null) => ({
  presence: (left ? "left" : arrived ? "present" : "absent") as Presence,
  firstArrivedAt: arrived && at(arrived),
  leftAt: left && at(left),
})
const coming = (arrived: string | null, left: string | null = null) =>
  came(arrived, left) as Parameters<typeof deskWords>[0]

test.each([
  ["08:50", null, "08:50签到", ""],
  ["09:04", null, "09:04签到", ""],
  ["09:05", null, "09:05签到", ""],
  ["09:12", null, "09:12迟到", "09:12到会"],
  ["09:12", "10:40", "09:12迟到，10:40早退", "09:12到会，10:40离会"],
  ["08:50", "09:01", "08:50签到，09:01离会", ""],
  [null, null, "", ""],
])("who came at %s and left at %s: the desk says %s, the record %s", (arrived, left, desk, record) => {
  expect(deskWords(coming(arrived, left), hours)).toBe(desk)
  expect(recordWords(coming(arrived, left), hours)).toBe(record)
})

test("a meeting that begins before its hour makes nobody late, and before it began nobody is", () => {
  expect(deskWords(coming("08:58"), { ...hours, startedAt: at("08:55") })).toBe("08:58签到")
  expect(deskWords(coming("09:30"), { ...hours, startedAt: null })).toBe("09:30签到")
})

test("who leaves after the end has not left early", () => {
  expect(recordWords(coming("08:50", "11:05"), { ...hours, closedAt: at("11:00") })).toBe("")
})

const desk = async (room: Room, search = "") => deskPageOf(must(await readDesk(room.desk, room.meetingId)), search)
const noteOf = (page: Awaited<ReturnType<typeof desk>>, name: string) =>
  page.groups.flatMap(group => group.people).find(person => person.name === name)?.note

test("the desk shows how many should be here, how many are, and how many it takes", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 3, observers: 2 })
  const before = await desk(room)
  expect(before.main).toMatchObject([
    { label: "应到", value: 5 },
    { label: "实到", value: 3 },
    { label: "法定人数", value: 4 },
  ])
  expect(before.quorum?.met).toBe(false)
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[3]!.id))
  const after = await desk(room)
  expect(after.main[1]).toMatchObject({ value: 4 })
  expect(after.quorum?.met).toBe(true)
  expect(after.others.find(one => one.label === "列席到会")?.value).toBe(2)
})

test("late, gone, excused and stood for: the desk says each with its hour or its reason", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 2, rule: { proxies: { most: 1 } } })
  const [first, second, third, fourth, fifth] = room.entitled
  const { meetingId } = room
  room.world.clock.now = at("08:59")
  must(await checkInAtDesk(room.desk, meetingId, third!.id))
  must(await recordProxy(room.desk, { meetingId, principalId: fifth!.id, holderId: first!.id, letter: "书面委托" }))
  room.world.clock.now = at("09:05")
  must(await startMeeting(room.chair, meetingId))
  room.world.clock.now = at("09:12")
  must(await checkInAtDesk(room.desk, meetingId, fourth!.id))
  room.world.clock.now = at("10:40")
  must(await markLeft(room.desk, meetingId, second!.id))
  const page = await desk(room)
  expect(noteOf(page, third!.name)).toBe("08:59签到")
  expect(noteOf(page, fourth!.name)).toBe("09:12迟到")
  expect(noteOf(page, second!.name)).toBe("09:00签到，10:40早退")
  expect(noteOf(page, fifth!.name)).toBe(`未到，委托${first!.name}`)
  expect(page.main[1]).toMatchObject({ value: 4, note: "含委托1人" })
  expect(page.others).toEqual([
    { label: "未到", value: 0 },
    { label: "请假", value: 0 },
    { label: "迟到", value: 1 },
    { label: "离会", value: 1 },
    { label: "列席到会", value: 0 },
  ])
})

test("whoever asked to be excused is shown with the reason, and may still be stood for", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 4, rule: { proxies: { most: 1 } } })
  const [holder, , , , away] = room.entitled
  must(await markExcused(room.desk, room.meetingId, away!.id, "住院"))
  expect(noteOf(await desk(room), away!.name)).toBe("请假：住院")
  const { meetingId } = room
  must(await recordProxy(room.desk, { meetingId, principalId: away!.id, holderId: holder!.id, letter: "书面委托" }))
  expect(noteOf(await desk(room), away!.name)).toBe(`请假：住院，委托${holder!.name}`)
})
