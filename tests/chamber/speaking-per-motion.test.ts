import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { moveAmendment } from "~/chamber/motions/amendments"
import { withdrawMotion } from "~/chamber/motions/standing"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { askToSpeak, grantAnother } from "~/chamber/speaking/queue"
import { readSeatSpeaking } from "~/chamber/speaking/seat-speaking"
import { readSpeakingDesk } from "~/chamber/speaking/speaking-desk"
import { speakingPageOf } from "~/chamber/speaking/speaking-page"
import { speakingRecordOf } from "~/chamber/speaking/speaking-record"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, aMotion, must, type Room, voteAll } from "./factories"

// 每次限时，每人对每件事限次 (handbook/domain §1.i): times are counted for each motion, and where none stands for the item.

const oncePerMotion = { rule: { speechLimit: { minutes: 3, times: 1 } } }

const ask = (room: Room, at: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 1000)
  return askToSpeak(room.seat(room.entitled[at]!), { stance: "support", kind: "speech" })
}
async function speaks(room: Room, at: number): Promise<string> {
  const { requestId } = must(await ask(room, at))
  const turn = { meetingId: room.meetingId, requestId }
  must(await beginTurn(room.chair, turn))
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 30_000)
  must(await endTurn(room.chair, turn))
  return requestId
}
async function decide(room: Room, motionId: string): Promise<void> {
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false }))
  await voteAll(room, roundId, ["for", "for", "for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}
const seatOf = async (room: Room, at: number) => {
  const { db, community, clock } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return (await readSeatSpeaking(db.read, meeting, room.entitled[at]!.id, clock.now))!
}
const deskOf = async (room: Room) => must(await readSpeakingDesk(room.chair, room.meetingId))

test("whoever has spoken enough on one motion may speak on the next one of the same item", async () => {
  const room = await aMeetingInRoom(await aWorld(), oncePerMotion)
  const [first, second] = [await aMotion(room, "同意装隔音板"), await aMotion(room, "同意晚上九点关门")]
  await speaks(room, 0)
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached", detail: { times: 1, ofMotion: true } })
  expect(await seatOf(room, 0)).toMatchObject({ isAtLimit: true, times: 1, motionOrdinal: 1 })
  await decide(room, first)
  expect(await seatOf(room, 0)).toMatchObject({ asking: "yes", isAtLimit: false, times: 0, motionOrdinal: 2 })
  await speaks(room, 0)
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached" })
  await decide(room, second)
  expect(await seatOf(room, 0)).toMatchObject({ times: 0, motionOrdinal: null })
})

test("what is said before any motion stands counts for the item, and on no motion", async () => {
  const room = await aMeetingInRoom(await aWorld(), oncePerMotion)
  await speaks(room, 0)
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached", detail: { ofMotion: false } })
  const motionId = await aMotion(room)
  await speaks(room, 0)
  must(await withdrawMotion(room.recorder, { motionId, reason: "提出的人撤回" }))
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached", detail: { ofMotion: false } })
})

test("an amendment is talked over before the text it changes, and has its own times", async () => {
  const room = await aMeetingInRoom(await aWorld(), oncePerMotion)
  const motionId = await aMotion(room, "同意装隔音板")
  await speaks(room, 0)
  const amendment = {
    motionId,
    content: "同意装隔音板，晚上九点关门",
    moverId: room.entitled[1]!.id,
    version: 1,
    meetingId: room.meetingId,
  }
  const { motionId: amendmentId } = must(await moveAmendment(room.recorder, amendment))
  await speaks(room, 0)
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached" })
  await decide(room, amendmentId)
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached" })
  must(await ask(room, 1))
})

test("who waits stands in the queue once, whichever motion comes meanwhile", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await ask(room, 0))
  await aMotion(room)
  expect(await ask(room, 0)).toMatchObject({ code: "already_in_queue" })
})

test("who has not spoken on the motion in hand goes first, whatever was said on the one before", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const first = await aMotion(room, "同意装隔音板")
  await aMotion(room, "同意晚上九点关门")
  await speaks(room, 0)
  await decide(room, first)
  await speaks(room, 1)
  must(await ask(room, 1))
  must(await ask(room, 0))
  const { queue } = (await deskOf(room)).speaking!
  expect(queue.map(one => [one.name, one.times])).toEqual([
    [room.entitled[0]!.name, 0],
    [room.entitled[1]!.name, 1],
  ])
})

test("the chair grants one more on the motion in hand, and only there", async () => {
  const room = await aMeetingInRoom(await aWorld(), oncePerMotion)
  const first = await aMotion(room, "同意装隔音板")
  await aMotion(room, "同意晚上九点关门")
  const onFirst = await speaks(room, 0)
  const granted = async () => speakingPageOf(await deskOf(room)).spoken.filter(one => one.mayGrant)
  expect(await granted()).toMatchObject([{ requestId: onFirst }])
  await decide(room, first)
  expect(await granted()).toEqual([])
  const onSecond = await speaks(room, 0)
  expect(await granted()).toMatchObject([{ requestId: onSecond }])
  must(await grantAnother(room.chair, { meetingId: room.meetingId, requestId: onSecond }))
  expect((await deskOf(room)).speaking!.queue).toMatchObject([{ times: 1, beyondLimit: true, motionOrdinal: 2 }])
})

test("who speaks is shown with which time on the motion it is, and how often the rule grants", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aMotion(room)
  await speaks(room, 0)
  const { requestId } = must(await ask(room, 0))
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  expect((await deskOf(room)).speaking!.now).toMatchObject({ nth: 2, mostTimes: 2, motionOrdinal: 1 })
})

test("the record has the figures of each motion, of each item, and of the whole", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await speaks(room, 0)
  const first = await aMotion(room, "同意装隔音板")
  const second = await aMotion(room, "同意晚上九点关门")
  await speaks(room, 0)
  await speaks(room, 1)
  await decide(room, first)
  await speaks(room, 0)
  const { db, community } = room.world
  const record = await speakingRecordOf(db.read, community.id, room.meetingId)
  expect(record.motions.map(one => [one.motionId, one.statistics.total.times])).toEqual([
    [first, 2],
    [second, 1],
  ])
  expect(record.items.map(one => one.statistics.total.times)).toEqual([4])
  expect(record.turns.map(one => one.motionId)).toEqual([null, first, first, second])
  const { statistics, ofMotion } = (await deskOf(room)).speaking!
  expect([statistics.total.times, ofMotion?.total.times]).toEqual([4, 1])
})
