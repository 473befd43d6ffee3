import fc from "fast-check"
import { expect, test } from "vitest"
import { speakingTurnEvents } from "#db/schema/chamber-speaking"
import { aWorld } from "#tests/world"
import { adjournMeeting, closeMeeting, resumeMeeting } from "~/chamber/session"
import { askToSpeak } from "~/chamber/speaking/queue"
import { clockOf, type TurnEvent } from "~/chamber/speaking/rules"
import { createServerClock } from "~/chamber/speaking/server-clock"
import { readSpeaking } from "~/chamber/speaking/speaking-view"
import { beginTurn, endTurn, pauseTurn, putBack, resumeTurn } from "~/chamber/speaking/turns"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, must, type Room } from "./factories"

const at = (second: number) => new Date(Date.UTC(2026, 9, 8, 1, 0, second))
const events = (...told: [TurnEvent["kind"], number][]): TurnEvent[] =>
  told.map(([kind, second]) => ({ kind, at: at(second) }))
const secondsOf = (told: TurnEvent[], now: number) => clockOf(told, 180, at(now))!.spokenMs / 1000

test("nothing is reckoned of what was never begun", () => {
  expect(clockOf([], 180, at(0))).toBeNull()
})

test("the clock runs from its beginning, stands while paused, and stays at its end", () => {
  const told = events(["begun", 0], ["paused", 40], ["resumed", 100], ["ended", 130])
  expect(secondsOf(told.slice(0, 1), 25)).toBe(25)
  expect(secondsOf(told.slice(0, 2), 90)).toBe(40)
  expect(secondsOf(told.slice(0, 3), 110)).toBe(50)
  expect(secondsOf(told, 5000)).toBe(70)
  expect(clockOf(told.slice(0, 2), 180, at(90))).toMatchObject({ isPaused: true, endedAt: null, beganAt: at(0) })
  expect(clockOf(told, 180, at(5000))).toMatchObject({ isPaused: false, endedAt: at(130), remainingMs: 110_000 })
})

test("who is ended while the clock stands has spoken no longer", () => {
  expect(secondsOf(events(["begun", 0], ["paused", 20], ["ended", 90]), 100)).toBe(20)
})

test("the time that is up counts on below nothing, and what nothing limits has nothing left", () => {
  expect(clockOf(events(["begun", 0]), 180, at(200))!.remainingMs).toBe(-20_000)
  expect(clockOf(events(["begun", 0]), null, at(200))!.remainingMs).toBeNull()
})

test("who was put back into the queue begins anew", () => {
  expect(secondsOf(events(["begun", 0], ["ended", 30], ["begun", 100]), 110)).toBe(10)
})

test("whatever was pressed and whenever one looks, nobody has spoken less than before nor longer than since the beginning", () => {
  const kinds = fc.constantFrom("paused" as const, "resumed" as const, "ended" as const)
  const presses = fc.array(fc.record({ kind: kinds, after: fc.nat(60) }), { maxLength: 12 })
  fc.assert(
    fc.property(presses, fc.nat(300), fc.nat(300), (pressed, first, later) => {
      let second = 0
      const told = events(
        ["begun", 0],
        ...pressed.map(({ kind, after }): [TurnEvent["kind"], number] => {
          second += after
          return [kind, second]
        }),
      )
      const [early, late] = [second + first, second + first + later]
      const [one, two] = [secondsOf(told, early), secondsOf(told, late)]
      return one >= 0 && two >= one && two - one <= later && two <= late
    }),
  )
})

test("a server's clock set back in mid-speech takes nothing away", () => {
  expect(secondsOf(events(["begun", 100], ["paused", 120], ["resumed", 60]), 50)).toBe(20)
})

test("a page goes on by the server's time, whatever its own clock says and however late it heard", () => {
  let own = 5_000
  const clock = createServerClock(() => own)
  clock.hear(1_000_000)
  own += 2_000
  expect(clock.now()).toBe(1_002_000)
  // The next reading came quicker: it was later at the server than this page thought.
  clock.hear(1_002_300)
  expect(clock.now()).toBe(1_002_300)
  // One that was long on its way changes nothing.
  own += 4_000
  clock.hear(1_003_000)
  expect(clock.now()).toBe(1_006_300)
  // The server's clock was set back an hour.
  clock.hear(-2_600_000)
  expect(clock.now()).toBe(-2_600_000)
})

const wait = (room: Room, seconds: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + seconds * 1000)
}
async function aSpeaker(room: Room) {
  const { requestId } = must(await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" }))
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  return { meetingId: room.meetingId, requestId }
}
const viewOf = async (room: Room) => {
  const { db, community, clock } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return readSpeaking(db.read, meeting, room.agendaItemId, clock.now)
}

test("begin, pause, resume and end are stored, and every page reckons the same from them", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const turn = await aSpeaker(room)
  wait(room, 70)
  expect((await viewOf(room)).now).toMatchObject({
    name: room.entitled[0]!.name,
    limitSeconds: 180,
    spokenMs: 70_000,
    isPaused: false,
    readAt: room.world.clock.now.getTime(),
  })
  must(await pauseTurn(room.recorder, turn))
  wait(room, 600)
  expect((await viewOf(room)).now).toMatchObject({ spokenMs: 70_000, isPaused: true })
  must(await resumeTurn(room.desk, turn))
  wait(room, 125)
  must(await endTurn(room.chair, turn))
  wait(room, 900)
  const view = await viewOf(room)
  expect(view.now).toBeNull()
  expect(view.spoken).toMatchObject([{ seconds: 195, overSeconds: 15, hasGist: false }])
  expect(view.statistics.total).toEqual({ people: 1, times: 1, seconds: 195 })
  const stored = await room.world.db.read.select().from(speakingTurnEvents)
  expect(stored.map(event => event.kind).toSorted()).toEqual(["begun", "ended", "paused", "resumed"])
})

test("the second of two who press the same button is told what the clock does", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const turn = await aSpeaker(room)
  expect(await resumeTurn(room.chair, turn)).toMatchObject({ code: "clock_runs" })
  must(await pauseTurn(room.chair, turn))
  expect(await pauseTurn(room.recorder, turn)).toMatchObject({ code: "clock_stands" })
  const both = await Promise.all([endTurn(room.chair, turn), endTurn(room.recorder, turn)])
  expect(both.map(result => result.ok).toSorted()).toEqual([false, true])
  for (const press of [pauseTurn, resumeTurn, endTurn, putBack])
    expect(await press(room.chair, turn)).toMatchObject({ code: "not_speaking" })
})

test("a call undone leaves no time spoken and the old place in the queue", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const turn = await aSpeaker(room)
  wait(room, 5)
  must(await askToSpeak(room.seat(room.entitled[1]!), { stance: "support", kind: "speech" }))
  wait(room, 5)
  must(await putBack(room.chair, turn))
  expect((await viewOf(room)).queue.map(one => one.name)).toEqual([room.entitled[0]!.name, room.entitled[1]!.name])
  expect((await viewOf(room)).statistics.total).toEqual({ people: 0, times: 0, seconds: 0 })
  must(await beginTurn(room.chair, turn))
  wait(room, 20)
  expect((await viewOf(room)).now).toMatchObject({ spokenMs: 20_000 })
})

test("no clock runs over a break; whoever spoke goes on afterwards", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const turn = await aSpeaker(room)
  wait(room, 30)
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  wait(room, 3600)
  expect((await viewOf(room)).now).toMatchObject({ spokenMs: 30_000, isPaused: true })
  expect(await resumeTurn(room.chair, turn)).toMatchObject({ code: "no_speaking_now" })
  must(await resumeMeeting(room.chair, room.meetingId))
  must(await resumeTurn(room.chair, turn))
  wait(room, 10)
  expect((await viewOf(room)).now).toMatchObject({ spokenMs: 40_000, isPaused: false })
})

test("the end of the meeting ends the speech", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aSpeaker(room)
  wait(room, 30)
  must(await closeMeeting(room.chair, room.meetingId))
  wait(room, 3600)
  const view = await viewOf(room)
  expect(view.now).toBeNull()
  expect(view.spoken).toMatchObject([{ seconds: 30 }])
})
