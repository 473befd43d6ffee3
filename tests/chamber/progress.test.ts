import { expect, test } from "vitest"
import { agendaItems } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { moveToItem, readItemInHand } from "~/chamber/progress"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { adjournMeeting } from "~/chamber/session"
import { askToSpeak } from "~/chamber/speaking/queue"
import { findSpeaker } from "~/chamber/speaking/turn-store"
import { beginTurn } from "~/chamber/speaking/turns"
import { aMeetingInRoom, anOpenRound, must, type Room, voteAll } from "./factories"

async function aSecondItem({ world, meetingId }: Room): Promise<string> {
  const id = world.installation.newId()
  await world.db.tx("item", async q => {
    await q.insert(agendaItems).values({
      communityId: world.community.id,
      id,
      meetingId,
      ordinal: 2,
      title: "楼道堆物",
      topicId: null,
      proposalId: null,
      handling: "deliberate",
      minutes: 20,
    })
  })
  return id
}

const inHand = async ({ world, meetingId }: Room) =>
  (await readItemInHand(world.db.read, world.community.id, meetingId))?.id
const move = ({ chair, meetingId }: Room, agendaItemId: string) => moveToItem(chair, { meetingId, agendaItemId })

test("a meeting is at its first item until the chair goes on, and going back takes nothing away", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const second = await aSecondItem(room)
  expect(await inHand(room)).toBe(room.agendaItemId)
  must(await move(room, second))
  expect(await inHand(room)).toBe(second)
  must(await move(room, room.agendaItemId))
  expect(await inHand(room)).toBe(room.agendaItemId)
})

test("nobody but the chair moves the meeting, and nobody to another meeting's item", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const second = await aSecondItem(room)
  const input = { meetingId: room.meetingId, agendaItemId: second }
  expect(await moveToItem(room.desk, input)).toMatchObject({ code: "forbidden" })
  expect(await moveToItem(room.seat(room.entitled[0]!), input)).toMatchObject({ code: "not_found" })
  const other = await aMeetingInRoom(world)
  expect(await move(room, other.agendaItemId)).toMatchObject({ code: "not_found" })
  expect(await inHand(room)).toBe(room.agendaItemId)
})

test("the meeting stays at its item while a vote is open or its result waits", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const second = await aSecondItem(room)
  const roundId = await anOpenRound(room)
  expect(await move(room, second)).toMatchObject({ code: "round_open" })
  await voteAll(room, roundId, ["for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  expect(await move(room, second)).toMatchObject({ code: "round_not_proclaimed" })
  must(await proclaimRound(room.chair, roundId))
  must(await move(room, second))
  expect(await inHand(room)).toBe(second)
})

test("a meeting that is adjourned is moved nowhere", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const second = await aSecondItem(room)
  must(await adjournMeeting(room.chair, room.meetingId, "休息"))
  expect(await move(room, second)).toMatchObject({ code: "meeting_not_in_session" })
})

test("going to another item ends the turn of who still has the word", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const second = await aSecondItem(room)
  const { requestId } = must(await askToSpeak(room.seat(room.entitled[0]!), { stance: "support", kind: "speech" }))
  must(await beginTurn(room.chair, { meetingId: room.meetingId, requestId }))
  must(await move(room, second))
  expect(await findSpeaker(room.world.db.read, room.world.community.id, room.meetingId)).toBeNull()
})
