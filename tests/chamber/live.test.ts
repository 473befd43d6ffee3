import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { aCommunity, aWorld } from "#tests/world"
import { listAudible } from "~/chamber/hearing"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { createLiveBus, type Line, type LiveEvent } from "~/web/live"
import { aMeetingInRoom, anOpenRound, must, vote } from "./factories"

const counts = "meeting:one:counts"
const state = "meeting:one"

/** A line that keeps what is written to it. */
function aLine(writableLength = 0) {
  const heard = { text: "", end: "" }
  const line: Line = {
    write: chunk => {
      heard.text += Buffer.from(chunk).toString()
    },
    end: () => {
      heard.end = "ended"
    },
    destroy: () => {
      heard.end = "cut"
    },
    writableLength,
  }
  return { line, heard }
}

/** A bus, and what a line that listens to these channels has heard of it. */
function aHeardBus(...channels: string[]) {
  const bus = createLiveBus()
  const { line, heard } = aLine()
  const stop = bus.hold(line, channels)
  const events = () => [...heard.text.matchAll(/^data: (.*)$/gm)].map(([, json]) => JSON.parse(json!) as LiveEvent)
  return { bus, heard, events, stop }
}

const pause = (ms: number) => vi.advanceTimersByTime(ms)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] })
})
afterEach(() => {
  vi.useRealTimers()
})

test("a change of state is told at once, every one of them, each with the next number", () => {
  const { bus, events } = aHeardBus(state)
  for (let change = 0; change < 3; change += 1) bus.publish(state)
  expect(events()).toEqual([
    { channel: state, seq: 1 },
    { channel: state, seq: 2 },
    { channel: state, seq: 3 },
  ])
})

test("two hundred ballots within a second tell the count twice, and once more for the last of them", () => {
  const { bus, events } = aHeardBus(counts)
  for (let ballot = 0; ballot < 200; ballot += 1) {
    pause(5)
    bus.publish(counts)
  }
  expect(events().length).toBe(2)
  pause(500)
  expect(events().length).toBe(3)
  pause(10_000)
  expect(events().length).toBe(3)
})

test("a first count is told at once, and one that comes alone later as well", () => {
  const { bus, events } = aHeardBus(counts)
  bus.publish(counts)
  expect(events().length).toBe(1)
  pause(500)
  bus.publish(counts)
  expect(events().length).toBe(2)
})

test("the counts of one meeting do not hold up those of another", () => {
  const { bus, events } = aHeardBus(counts, "meeting:two:counts")
  bus.publish(counts)
  bus.publish("meeting:two:counts")
  expect(events().map(event => event.channel)).toEqual([counts, "meeting:two:counts"])
})

test("a line hears only its channels, and nothing after it has left", () => {
  const { bus, events, stop } = aHeardBus(state)
  bus.publish("meeting:two")
  bus.publish(counts)
  stop()
  bus.publish(state)
  expect(events()).toEqual([])
})

test("a line is told which channel changed and nothing else, and that the server is here", () => {
  const { bus, heard } = aHeardBus(state)
  bus.publish(state)
  pause(25_000)
  expect(heard.text).toBe('data: {"channel":"meeting:one","seq":1}\n\n: here\n\n')
})

test("one clock beats for all lines, and none when the last has left", () => {
  const { bus, heard, stop } = aHeardBus(state)
  const other = aLine()
  const leave = bus.hold(other.line, [counts])
  expect(vi.getTimerCount()).toBe(1)
  pause(25_000)
  expect([heard.text, other.heard.text]).toEqual([": here\n\n", ": here\n\n"])
  stop()
  pause(25_000)
  expect([heard.text, other.heard.text]).toEqual([": here\n\n", ": here\n\n: here\n\n"])
  leave()
  expect(vi.getTimerCount()).toBe(0)
})

test("a line that takes nothing any more is cut, and the others hear on", () => {
  const { bus, events } = aHeardBus(state)
  const dead = aLine(1024 * 1024)
  bus.hold(dead.line, [state])
  bus.publish(state)
  expect(dead.heard).toEqual({ text: "", end: "cut" })
  expect(events()).toHaveLength(1)
})

test("when the server stops, lines end in good order, and nothing is written to them or to later ones", () => {
  const { bus, heard, stop } = aHeardBus(state)
  bus.close()
  const late = aLine()
  const leave = bus.hold(late.line, [state])
  bus.publish(state)
  pause(25_000)
  expect([heard, late.heard]).toEqual([
    { text: "", end: "ended" },
    { text: "", end: "ended" },
  ])
  stop()
  leave()
  expect(vi.getTimerCount()).toBe(0)
})

test("a seat hears its own meeting, neither its counts nor another meeting", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  const own = `meeting:${room.meetingId}`
  const asked = [own, `${own}:counts`, `meeting:${other.meetingId}`, `meeting:${other.meetingId}:counts`]
  expect(await listAudible(room.seat(room.entitled[0]!), asked)).toEqual([own])
})

test("chair, recorder and desk hear the counts; other members the state alone; strangers nothing", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const own = `meeting:${room.meetingId}`
  const asked = [own, `${own}:counts`]
  for (const ctx of [room.chair, room.recorder, room.desk]) expect(await listAudible(ctx, asked)).toEqual(asked)
  for (const role of ["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)
    expect(await listAudible(await room.world.as(role), asked)).toEqual([own])
  expect(await listAudible(room.world.asStranger(), asked)).toEqual([])
})

test("the other community's secretary hears nothing, and an invented channel is no channel", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const own = `meeting:${room.meetingId}`
  const elsewhere = await aCommunity(room.world.installation, { communityName: "云中社区", loginName: "elsewhere" })
  expect(await listAudible({ ...room.desk, community: elsewhere }, [own, `${own}:counts`])).toEqual([])
  expect(await listAudible(room.desk, ["meeting:", "meeting:invented", `${own}:choices`, `x${own}`, "*"])).toEqual([])
  expect(await listAudible(room.desk, [own, own])).toEqual([own])
})

test.each([false, true])(
  "a ballot stirs the counts alone; opening, closing and proclaiming stir everyone (secret: %s)",
  async secret => {
    const room = await aMeetingInRoom(await aWorld())
    const own = `meeting:${room.meetingId}`
    const { published } = room.world
    const during = async <T>(work: () => Promise<T>): Promise<[T, string[]]> => {
      published.length = 0
      const value = await work()
      return [value, [...published]]
    }
    const [roundId, opening] = await during(() => anOpenRound(room, { secret }))
    expect(opening).toContain(own)
    for (const voter of room.entitled) {
      const [receipt, told] = await during(() => vote(room, roundId, voter, "for"))
      must(receipt)
      expect(told).toEqual([`${own}:counts`])
    }
    const [closing, closed] = await during(() => closeRound(room.chair, roundId))
    must(closing)
    expect(closed).toContain(own)
    const [proclaiming, proclaimed] = await during(() => proclaimRound(room.chair, roundId))
    must(proclaiming)
    expect(proclaimed).toContain(own)
  },
)
