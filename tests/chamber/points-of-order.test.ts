import { expect, test } from "vitest"
import type { Stance } from "#db/schema/chamber-speaking"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { adjournMeeting, closeMeeting, resumeMeeting } from "~/chamber/session"
import { listGistsOwed } from "~/chamber/speaking/gists"
import { askToSpeak } from "~/chamber/speaking/queue"
import { limitSecondsOf } from "~/chamber/speaking/rules"
import { readSeatSpeaking } from "~/chamber/speaking/seat-speaking"
import { seatSpeakingHeading } from "~/chamber/speaking/seat-speaking-words"
import { readSpeakingDesk } from "~/chamber/speaking/speaking-desk"
import { beginTurn, endTurn, pauseTurn, putBack, resumeTurn } from "~/chamber/speaking/turns"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, must, type Room } from "./factories"

const wait = (room: Room, seconds: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + seconds * 1000)
}
const ask = async (room: Room, at: number, kind: "speech" | "pointOfOrder" = "speech", stance: Stance = "support") => {
  wait(room, 1)
  const { requestId } = must(await askToSpeak(room.seat(room.entitled[at]!), { stance, kind }))
  return { meetingId: room.meetingId, requestId }
}
const speakingOf = async (room: Room) => must(await readSpeakingDesk(room.chair, room.meetingId)).speaking!
const seatOf = async (room: Room, at: number) => {
  const { db, community, clock } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return (await readSeatSpeaking(db.read, meeting, room.entitled[at]!.id, clock.now))!
}

/** 甲一 has spoken for 40 seconds when 乙二 raises a point of order. */
async function anInterruption() {
  const room = await aMeetingInRoom(await aWorld())
  const speech = await ask(room, 0)
  must(await beginTurn(room.chair, speech))
  wait(room, 39)
  const point = await ask(room, 1, "pointOfOrder")
  return { room, speech, point }
}

test("a point of order has a minute, whatever a speech has", () => {
  expect(limitSecondsOf("pointOfOrder", { minutes: 3, times: 2 })).toBe(60)
  expect(limitSecondsOf("pointOfOrder", { minutes: 1, times: 2 })).toBe(60)
  expect(limitSecondsOf("speech", { minutes: 3, times: 2 })).toBe(180)
})

test("a point of order interrupts a speech, whose time stands and goes on with what was left", async () => {
  const { room, speech, point } = await anInterruption()
  must(await beginTurn(room.chair, point))
  wait(room, 30)
  expect((await speakingOf(room)).now).toMatchObject({
    name: room.entitled[1]!.name,
    kind: "pointOfOrder",
    limitSeconds: 60,
    spokenMs: 30_000,
    holds: room.entitled[0]!.name,
  })
  expect(seatSpeakingHeading(await seatOf(room, 0))).toBe("先处理程序问题，接着还是您说")
  must(await endTurn(room.chair, point))
  wait(room, 90)
  expect((await speakingOf(room)).now).toMatchObject({
    name: room.entitled[0]!.name,
    isPaused: true,
    spokenMs: 40_000,
    holds: null,
  })
  must(await resumeTurn(room.chair, speech))
  wait(room, 20)
  expect((await speakingOf(room)).now).toMatchObject({ isPaused: false, spokenMs: 60_000, nth: 1 })
  must(await endTurn(room.chair, speech))
  expect((await speakingOf(room)).spoken.map(one => [one.stanceName, one.seconds])).toEqual([
    ["赞成", 60],
    ["程序问题", 30],
  ])
})

test("a clock that stood already stands on", async () => {
  const { room, speech, point } = await anInterruption()
  must(await pauseTurn(room.chair, speech))
  must(await beginTurn(room.chair, point))
  must(await endTurn(room.chair, point))
  expect((await speakingOf(room)).now).toMatchObject({ spokenMs: 40_000, isPaused: true })
})

test("a speech interrupts nobody, and no point of order another one", async () => {
  const { room, speech, point } = await anInterruption()
  const [other, second] = [await ask(room, 2), await ask(room, 3, "pointOfOrder")]
  expect(await beginTurn(room.chair, other)).toMatchObject({ code: "someone_is_speaking" })
  must(await beginTurn(room.chair, point))
  expect(await beginTurn(room.chair, second)).toMatchObject({
    code: "someone_is_speaking",
    detail: { name: room.entitled[1]!.name },
  })
  for (const press of [pauseTurn, resumeTurn, endTurn, putBack])
    expect(await press(room.chair, speech)).toMatchObject({ code: "not_speaking" })
  must(await endTurn(room.chair, point))
  must(await beginTurn(room.chair, second))
  expect((await speakingOf(room)).now).toMatchObject({ holds: room.entitled[0]!.name })
})

test("who left the room interrupts nobody", async () => {
  const { room, point } = await anInterruption()
  must(await markLeft(room.desk, room.meetingId, room.entitled[1]!.id))
  expect(await beginTurn(room.chair, point)).toMatchObject({ code: "speaker_not_here" })
  expect((await speakingOf(room)).now).toMatchObject({ name: room.entitled[0]!.name, isPaused: false })
})

test("a point of order called by mistake waits again, and the speaker has the word back", async () => {
  const { room, point } = await anInterruption()
  must(await beginTurn(room.chair, point))
  must(await putBack(room.chair, point))
  const { now, queue } = await speakingOf(room)
  expect(now).toMatchObject({ name: room.entitled[0]!.name, spokenMs: 40_000 })
  expect(queue).toMatchObject([{ kind: "pointOfOrder" }])
})

test("no clock runs over a break in the middle of an interruption", async () => {
  const { room, point } = await anInterruption()
  must(await beginTurn(room.chair, point))
  wait(room, 10)
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  wait(room, 3600)
  must(await resumeMeeting(room.chair, room.meetingId))
  expect((await speakingOf(room)).now).toMatchObject({ kind: "pointOfOrder", spokenMs: 10_000, isPaused: true })
})

test("the end of the meeting ends the point of order and the speech it interrupted, and both are owed their gist", async () => {
  const { room, point } = await anInterruption()
  must(await beginTurn(room.chair, point))
  wait(room, 10)
  must(await closeMeeting(room.chair, room.meetingId))
  const { now, spoken } = await speakingOf(room)
  expect(now).toBeNull()
  expect(spoken.map(one => [one.name, one.seconds])).toEqual([
    [room.entitled[0]!.name, 40],
    [room.entitled[1]!.name, 10],
  ])
  expect(await listGistsOwed(room.world.db.read, room.world.community.id, room.meetingId)).toHaveLength(2)
})

test("of many who press at once, one interrupts and the speech is held once", async () => {
  const { room, point } = await anInterruption()
  const second = await ask(room, 2, "pointOfOrder")
  const pressed = await Promise.all([point, second, point].map(turn => beginTurn(room.chair, turn)))
  expect(pressed.filter(result => result.ok)).toHaveLength(1)
  expect((await speakingOf(room)).now).toMatchObject({ kind: "pointOfOrder", holds: room.entitled[0]!.name })
})
