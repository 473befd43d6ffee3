import { afterEach, beforeEach, expect, test, vi } from "vitest"
import { aCommunity, aWorld } from "#tests/world"
import { listAudible } from "~/chamber/hearing"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { createLiveBus, type LiveEvent, liveResponse } from "~/web/live"
import { aMeetingInRoom, anOpenRound, must, vote } from "./factories"

const counts = "meeting:one:counts"
const state = "meeting:one"

/** A bus, and what a listener of these channels has heard of it. */
function aHeardBus(...channels: string[]) {
  const bus = createLiveBus()
  const heard: LiveEvent[] = []
  const stop = bus.subscribe(channels, event => heard.push(event))
  return { bus, heard, stop }
}

const pause = (ms: number) => vi.advanceTimersByTime(ms)

async function readAll(response: Response): Promise<string> {
  return new TextDecoder().decode(await response.arrayBuffer())
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval"] })
})
afterEach(() => {
  vi.useRealTimers()
})

test("a change of state is told at once, every one of them, each with the next number", () => {
  const { bus, heard } = aHeardBus(state)
  for (let change = 0; change < 3; change += 1) bus.publish(state)
  expect(heard).toEqual([
    { channel: state, seq: 1 },
    { channel: state, seq: 2 },
    { channel: state, seq: 3 },
  ])
})

test("two hundred ballots within a second tell the count twice, and once more for the last of them", () => {
  const { bus, heard } = aHeardBus(counts)
  for (let ballot = 0; ballot < 200; ballot += 1) {
    pause(5)
    bus.publish(counts)
  }
  expect(heard.length).toBe(2)
  pause(500)
  expect(heard.length).toBe(3)
  pause(10_000)
  expect(heard.length).toBe(3)
})

test("a first count is told at once, and one that comes alone later as well", () => {
  const { bus, heard } = aHeardBus(counts)
  bus.publish(counts)
  expect(heard.length).toBe(1)
  pause(500)
  bus.publish(counts)
  expect(heard.length).toBe(2)
})

test("the counts of one meeting do not hold up those of another", () => {
  const { bus, heard } = aHeardBus(counts, "meeting:two:counts")
  bus.publish(counts)
  bus.publish("meeting:two:counts")
  expect(heard.map(event => event.channel)).toEqual([counts, "meeting:two:counts"])
})

test("a listener hears only its channels, and nothing after it has left", () => {
  const { bus, heard, stop } = aHeardBus(state)
  bus.publish("meeting:two")
  bus.publish(counts)
  stop()
  bus.publish(state)
  expect(heard).toEqual([])
})

test("the stream says which channel changed and nothing else, and ends when its socket does", async () => {
  const bus = createLiveBus()
  const closed = new AbortController()
  const response = liveResponse(bus, [state], closed.signal)
  expect(response.headers.get("Content-Type")).toMatch(/^text\/event-stream/)
  bus.publish(state)
  pause(25_000)
  closed.abort()
  bus.publish(state)
  const lines = (await readAll(response)).split("\n").filter(line => line !== "")
  expect(lines).toEqual(["retry: 2000", `data: {"channel":"meeting:one","seq":1}`, ": here"])
  expect(vi.getTimerCount()).toBe(0)
})

test("a socket that was closed before the stream began gets an ended stream and leaves no timer behind", async () => {
  const response = liveResponse(createLiveBus(), [state], AbortSignal.abort())
  expect(await readAll(response)).toBe("retry: 2000\n\n")
  expect(vi.getTimerCount()).toBe(0)
})

test("a stream that its reader gives up leaves no timer and no listener behind", async () => {
  const bus = createLiveBus()
  const closed = new AbortController()
  const response = liveResponse(bus, [state], closed.signal)
  await response.body!.cancel()
  expect(vi.getTimerCount()).toBe(0)
  expect(() => bus.publish(state)).not.toThrow()
  expect(() => closed.abort()).not.toThrow()
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
