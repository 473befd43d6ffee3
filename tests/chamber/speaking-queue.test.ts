import { expect, test } from "vitest"
import type { Stance } from "#db/schema/chamber-speaking"
import { agendaItems } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { adjournMeeting } from "~/chamber/session"
import { listGistsOwed } from "~/chamber/speaking/gists"
import {
  askForSomeone,
  askToSpeak,
  grantAnother,
  withdrawForSomeone,
  withdrawOwnRequest,
} from "~/chamber/speaking/queue"
import type { SpeakingKind } from "~/chamber/speaking/rules"
import { readSeatSpeaking } from "~/chamber/speaking/seat-speaking"
import { readSpeakingDesk } from "~/chamber/speaking/speaking-desk"
import { speakingRecordOf } from "~/chamber/speaking/speaking-record"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { listSpeeches } from "~/chamber/speaking/store"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, must, type Room } from "./factories"

const ask = (room: Room, at: number, stance: Stance = "support", kind: SpeakingKind = "speech") => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 1000)
  return askToSpeak(room.seat(room.entitled[at]!), { stance, kind })
}
const wait = (room: Room, seconds: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + seconds * 1000)
}
const call = (room: Room, requestId: string) => beginTurn(room.chair, { meetingId: room.meetingId, requestId })
const end = (room: Room, requestId: string) => endTurn(room.chair, { meetingId: room.meetingId, requestId })

/** Asks, is called, speaks half a minute and ends. */
async function speaks(room: Room, at: number, stance: Stance = "support"): Promise<string> {
  const { requestId } = must(await ask(room, at, stance))
  must(await call(room, requestId))
  wait(room, 30)
  must(await end(room, requestId))
  return requestId
}
const deskOf = async (room: Room) => must(await readSpeakingDesk(room.recorder, room.meetingId))
const queueOf = async (room: Room) => (await deskOf(room)).speaking!.queue
const seatOf = async (room: Room, at: number) => {
  const { db, community, clock } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return (await readSeatSpeaking(db.read, meeting, room.entitled[at]!.id, clock.now))!
}

test("a tablet asks for the word, sees its place, and may take it back", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await ask(room, 0, "support"))
  const { requestId } = must(await ask(room, 1, "support"))
  must(await ask(room, 2, "oppose"))
  expect((await queueOf(room)).map(one => one.name)).toEqual([0, 2, 1].map(at => room.entitled[at]!.name))
  expect((await seatOf(room, 1)).own).toEqual([{ requestId, stanceName: "赞成", place: 3 }])
  must(await withdrawOwnRequest(room.seat(room.entitled[1]!), requestId))
  expect((await seatOf(room, 1)).own).toEqual([])
  expect(await withdrawOwnRequest(room.seat(room.entitled[1]!), requestId)).toMatchObject({ code: "no_longer_waiting" })
  must(await ask(room, 1, "oppose"))
})

test("nobody takes back the request of another, not even with its address", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { requestId } = must(await ask(room, 0))
  expect(await withdrawOwnRequest(room.seat(room.entitled[1]!), requestId)).toMatchObject({ code: "not_found" })
  expect(await withdrawOwnRequest(room.desk, requestId)).toMatchObject({ code: "not_seated" })
})

test("who is pressed twice stands in the queue once", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const seat = room.seat(room.entitled[0]!)
  const both = await Promise.all([1, 2].map(() => askToSpeak(seat, { stance: "support", kind: "speech" })))
  expect(both.map(result => (result.ok ? "in" : result.code)).toSorted()).toEqual(["already_in_queue", "in"])
  expect(await queueOf(room)).toHaveLength(1)
})

test("one asks on the item in hand, in session and in the room", async () => {
  const room = await aMeetingInRoom(await aWorld(), { present: 4 })
  expect(await ask(room, 4)).toMatchObject({ code: "left_the_room" })
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  expect(await ask(room, 0)).toMatchObject({ code: "left_the_room" })
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  expect(await ask(room, 1)).toMatchObject({ code: "no_speaking_now" })
  expect((await seatOf(room, 1)).asking).toBe("no")
})

test("whoever raised a hand is entered by the desk, observers too; a stranger and another meeting's delegate are not", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world, { observers: 1 }), await aMeetingInRoom(world)]
  const enter = (ctx: typeof room.desk, participantId: string) =>
    askForSomeone(ctx, { meetingId: room.meetingId, participantId, stance: "neutral", kind: "speech" })
  must(await enter(room.desk, room.observers[0]!.id))
  must(await enter(room.recorder, room.entitled[0]!.id))
  expect(await enter(room.desk, room.entitled[0]!.id)).toMatchObject({
    code: "already_in_queue",
    detail: { name: room.entitled[0]!.name },
  })
  expect(await enter(room.desk, other.entitled[0]!.id)).toMatchObject({ code: "not_found" })
  expect(await enter(await world.as("reviewer"), room.entitled[1]!.id)).toMatchObject({ code: "forbidden" })
  expect(await enter(room.seat(room.entitled[1]!), room.entitled[1]!.id)).toMatchObject({ code: "not_found" })
  expect((await queueOf(room)).map(one => one.capacityName)).toEqual(["列席", "居民"])
})

test("one speaks at a time, in whatever order the chair calls", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [first, second] = [must(await ask(room, 0)).requestId, must(await ask(room, 1)).requestId]
  must(await call(room, second))
  expect(await call(room, first)).toMatchObject({
    code: "someone_is_speaking",
    detail: { name: room.entitled[1]!.name },
  })
  expect(await call(room, second)).toMatchObject({ code: "someone_is_speaking" })
  must(await end(room, second))
  expect(await call(room, second)).toMatchObject({ code: "no_longer_waiting" })
  const both = await Promise.all([call(room, first), call(room, first)])
  expect(both.filter(result => result.ok)).toHaveLength(1)
})

test("who left the room keeps the place and is passed over", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [first, second] = [must(await ask(room, 0)).requestId, must(await ask(room, 1)).requestId]
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  expect(await call(room, first)).toMatchObject({ code: "speaker_not_here" })
  const { queue, next } = (await deskOf(room)).speaking!
  expect(queue.map(one => one.isHere)).toEqual([false, true])
  expect(next).toMatchObject({ requestId: second })
  must(await withdrawForSomeone(room.desk, { meetingId: room.meetingId, requestId: first }))
  expect(await queueOf(room)).toHaveLength(1)
})

test("a point of order goes first, and is raised by whoever waits or has spoken enough", async () => {
  const room = await aMeetingInRoom(await aWorld(), { rule: { speechLimit: { minutes: 3, times: 1 } } })
  await speaks(room, 0)
  must(await ask(room, 1))
  must(await ask(room, 1, "oppose", "pointOfOrder"))
  must(await ask(room, 0, "neutral", "pointOfOrder"))
  expect((await queueOf(room)).map(one => [one.name, one.stanceName])).toEqual([
    [room.entitled[1]!.name, "程序问题"],
    [room.entitled[0]!.name, "程序问题"],
    [room.entitled[1]!.name, "赞成"],
  ])
})

test("twice on each item by the rule of the meeting; a third time only the chair grants", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await speaks(room, 0)
  const requestId = await speaks(room, 0, "oppose")
  expect(await ask(room, 0)).toMatchObject({ code: "speech_limit_reached", detail: { times: 2 } })
  expect(await seatOf(room, 0)).toMatchObject({ asking: "pointOfOrderOnly", isAtLimit: true, times: 2 })
  const again = { meetingId: room.meetingId, requestId }
  expect(await grantAnother(room.recorder, again)).toMatchObject({ code: "chair_grants_more" })
  must(await grantAnother(room.chair, again))
  expect(await queueOf(room)).toMatchObject([{ beyondLimit: true, stance: "oppose", times: 2 }])
  expect(await grantAnother(room.chair, { ...again, requestId: "nothing" })).toMatchObject({ code: "not_found" })
})

test("another item has its own queue and its own times", async () => {
  const room = await aMeetingInRoom(await aWorld(), { rule: { speechLimit: { minutes: 3, times: 1 } } })
  await speaks(room, 0)
  const { db, community } = room.world
  const later = { id: room.world.installation.newId(), ordinal: 0, title: "停车" }
  await db.tx("factory", q =>
    q.insert(agendaItems).values({
      communityId: community.id,
      meetingId: room.meetingId,
      topicId: null,
      proposalId: null,
      handling: "deliberate",
      minutes: 20,
      ...later,
    }),
  )
  must(await ask(room, 0))
  const desk = await deskOf(room)
  expect(desk.item).toMatchObject({ title: "停车" })
  expect(desk.speaking!.queue).toMatchObject([{ times: 0 }])
  const record = await speakingRecordOf(db.read, community.id, room.meetingId)
  expect(record.items.map(item => item.statistics.total.times)).toEqual([0, 1])
  expect(record.whole.people).toMatchObject([{ name: room.entitled[0]!.name, times: 1, seconds: 30 }])
  expect(record.turns).toMatchObject([{ agendaItemId: room.agendaItemId, seconds: 30, stanceName: "赞成" }])
})

test("a turn is owed its gist until the recorder takes it down, once", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const requestId = await speaks(room, 0, "conditional")
  const owed = () => listGistsOwed(room.world.db.read, room.world.community.id, room.meetingId)
  const [first] = await owed()
  expect(first).toMatchObject({ requestId, name: room.entitled[0]!.name, stance: "conditional", seconds: 30 })
  const gist = { meetingId: room.meetingId, requestId, stance: first!.stance, gist: "音量要小" }
  const both = await Promise.all([recordSpeech(room.recorder, gist), recordSpeech(room.recorder, gist)])
  expect(both.map(result => (result.ok ? "taken down" : result.code)).toSorted()).toEqual([
    "gist_already_taken",
    "taken down",
  ])
  expect(await owed()).toEqual([])
  const [speech] = await listSpeeches(room.world.db.read, room.world.community.id, room.meetingId)
  expect(speech).toMatchObject({
    agendaItemId: room.agendaItemId,
    participantId: room.entitled[0]!.id,
    at: first!.beganAt,
    gist: "音量要小",
  })
})

test("the gist is taken down while someone speaks, not before", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { requestId } = must(await ask(room, 0))
  const take = () =>
    recordSpeech(room.recorder, { meetingId: room.meetingId, requestId, stance: "support", gist: "同意" })
  expect(await take()).toMatchObject({ code: "turn_not_begun" })
  must(await call(room, requestId))
  expect((await deskOf(room)).owed).toMatchObject([{ requestId, isSpeaking: true, seconds: 0 }])
  must(await take())
  must(await end(room, requestId))
  expect((await deskOf(room)).owed).toEqual([])
  expect((await deskOf(room)).speaking!.spoken).toMatchObject([{ hasGist: true }])
})

test("the desk sees who has not spoken yet, and only the chair may grant", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1, entitled: 3 })
  await speaks(room, 1)
  const desk = await deskOf(room)
  expect(desk.silent.toSorted()).toEqual([0, 2].map(at => room.entitled[at]!.name).toSorted())
  expect([desk.mayGrant, desk.mayRecord]).toEqual([false, true])
  const chairs = must(await readSpeakingDesk(room.chair, room.meetingId))
  expect([chairs.mayGrant, chairs.mayRecord]).toEqual([true, false])
  expect(await readSpeakingDesk(await room.world.as("viewer"), room.meetingId)).toMatchObject({ code: "forbidden" })
  expect(await readSpeakingDesk(room.seat(room.entitled[0]!), room.meetingId)).toMatchObject({ code: "not_found" })
})

test("asking tells the desk and the wall, a call tells every tablet", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { published } = room.world
  published.length = 0
  const { requestId } = must(await ask(room, 0))
  expect(published).toEqual([`meeting:${room.meetingId}:counts`])
  must(await call(room, requestId))
  expect(published.at(-1)).toBe(`meeting:${room.meetingId}`)
  expect((await seatOf(room, 0)).mine).toMatchObject({ requestId, limitSeconds: 180 })
  expect((await seatOf(room, 1)).other).toBe(room.entitled[0]!.name)
})
