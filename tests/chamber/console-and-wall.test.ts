import { expect, test } from "vitest"
import { agendaItems } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { moveToItem } from "~/chamber/progress"
import { annulRound, closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readScreen } from "~/chamber/screen-view"
import { adjournMeeting, closeMeeting } from "~/chamber/session"
import { askToSpeak } from "~/chamber/speaking/queue"
import { beginTurn } from "~/chamber/speaking/turns"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const consoleOf = async (room: Room) =>
  consolePageOf(must(await readConsole(room.chair, room.meetingId)), room.world.clock.now, refusal => refusal.code)
const moveTo = async ({ chair, meetingId }: Room, agendaItemId: string) =>
  must(await moveToItem(chair, { meetingId, agendaItemId }))
const wall = async (room: Room) => must(await readScreen(room.desk, room.meetingId)).now
const pass = (room: Room, minutes = 1) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + minutes * 60_000)
}

/** After the item every room has: a report, and one more to talk over. */
async function twoMoreItems(room: Room): Promise<[report: string, last: string]> {
  const { installation, community, db } = room.world
  const [report, last] = [installation.newId(), installation.newId()]
  const common = { communityId: community.id, meetingId: room.meetingId, topicId: null, proposalId: null, minutes: 15 }
  await db.tx("items", async q => {
    await q.insert(agendaItems).values([
      { ...common, id: report, ordinal: 2, title: "进度通报", handling: "report" },
      { ...common, id: last, ordinal: 3, title: "楼道堆物", handling: "deliberate" },
    ])
  })
  return [report, last]
}

async function decide(room: Room, motionId?: string): Promise<string> {
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, ["for", "for", "for", "for", "against"])
  must(await closeRound(room.chair, roundId))
  pass(room)
  must(await proclaimRound(room.chair, roundId))
  pass(room)
  return roundId
}

test("after a result the chair is led to the next item in its order, a report too, and at last to the closing", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [report, last] = await twoMoreItems(room)
  await decide(room)
  expect((await consoleOf(room)).step).toEqual({ kind: "nextItem", agendaItemId: report })
  await moveTo(room, report)
  expect((await consoleOf(room)).step).toEqual({ kind: "nextItem", agendaItemId: last })
  await moveTo(room, last)
  expect((await consoleOf(room)).step).toEqual({ kind: "waitForMotion" })
  await decide(room, await aMotion({ ...room, agendaItemId: last }))
  expect((await consoleOf(room)).step).toEqual({ kind: "end" })
})

test("a result stands on console and wall until the chair goes on with the same item", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const first = await aMotion(room, "同意第一件事")
  await decide(room, first)
  const second = await aMotion(room, "同意第二件事")
  expect(await consoleOf(room)).toMatchObject({
    step: { kind: "goOn", agendaItemId: room.agendaItemId },
    motion: { motionId: first },
    shown: { result: { outcome: "passed" }, nextStep: "写进决议，公示以后交办落实。" },
  })
  expect(await wall(room)).toMatchObject({ kind: "result", motion: { motionId: first } })
  await moveTo(room, room.agendaItemId)
  expect(await consoleOf(room)).toMatchObject({ step: { kind: "openRound", motionId: second } })
  expect(await wall(room)).toMatchObject({ kind: "discussing", motion: { motionId: second } })
})

test("a chair who takes no record is not sent to the recorder's desk", async () => {
  const room = await aMeetingInRoom(await aWorld())
  expect(await consoleOf(room)).toMatchObject({ step: { kind: "waitForMotion" }, mayRecord: false })
})

test("before the opening the chair sees who is still to come, without those excused or observing", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 5, present: 3, observers: 1, state: "checkIn" })
  const names = (await consoleOf(room)).awaited.map(one => one.name)
  expect(names.toSorted()).toEqual([room.entitled[3]!.name, room.entitled[4]!.name].toSorted())
})

test("a meeting that cannot go on after a break may be closed from the console", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  expect(await consoleOf(room)).toMatchObject({ step: { kind: "resume" }, mayEnd: true })
})

test("the wall follows the item in hand, the motion talked over, the vote and its result", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [report] = await twoMoreItems(room)
  expect(await wall(room)).toMatchObject({ kind: "item", item: { agendaItemId: room.agendaItemId } })
  const motionId = await aMotion(room)
  expect(await wall(room)).toMatchObject({ kind: "discussing", motion: { motionId } })
  const roundId = await anOpenRound(room, { motionId })
  expect(await wall(room)).toMatchObject({ kind: "voting", motion: { motionId }, round: { cast: 0, mayVote: 5 } })
  must(await annulRound(room.chair, roundId, "念错了"))
  expect(await wall(room)).toMatchObject({ kind: "discussing", motion: { motionId } })
  await decide(room, motionId)
  expect(await wall(room)).toMatchObject({ kind: "result", motion: { motionId } })
  await moveTo(room, report)
  expect(await wall(room)).toMatchObject({ kind: "item", item: { agendaItemId: report } })
})

test("whoever speaks stands on the wall with the clock, but never before a vote", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const delegate = room.seat(room.entitled[0]!)
  const { requestId } = must(await askToSpeak(delegate, { stance: "support", kind: "speech" }))
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  expect(await wall(room)).toMatchObject({ kind: "speaking", speaker: { name: room.entitled[0]!.name } })
  await anOpenRound(room, { motionId })
  expect((await wall(room)).kind).toBe("voting")
})

test("nobody on the wall is told who has not voted", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await anOpenRound(room)
  const shown = JSON.stringify(must(await readScreen(room.desk, room.meetingId)))
  expect(room.entitled.filter(one => shown.includes(one.name))).toEqual([])
})

test("during a break and after the closing the wall no longer shows a result", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await decide(room)
  must(await adjournMeeting(room.chair, room.meetingId, "休息"))
  expect(await wall(room)).toEqual({ kind: "waiting" })
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await wall(room)).toEqual({ kind: "waiting" })
})
