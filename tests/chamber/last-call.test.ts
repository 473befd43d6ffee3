import { expect, test } from "vitest"
import { paperEntries } from "#db/schema/chamber-paper"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { findRound, listRounds } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { readRunningRound } from "~/chamber/rounds/running-view"
import { callLast, endVoting, resumeVoting } from "~/chamber/rounds/voting"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, anOpenRound, must, type Room, vote, voteAll } from "./factories"

const roundOf = async ({ world }: Room, roundId: string) =>
  (await findRound(world.db.read, world.community.id, roundId))!

const running = async (room: Room, roundId: string) => {
  const { db, community, installation } = room.world
  const meeting = (await findMeeting(db.read, community.id, room.meetingId))!
  return readRunningRound(db.read, installation, meeting, await roundOf(room, roundId))
}

test("before closing the chair sees by name who is there and has not voted, in a secret round too", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, ["for", "against"])
  must(await markLeft(room.desk, room.meetingId, room.entitled[5]!.id))
  const view = await running(room, roundId)
  expect([view.cast, view.mayVote]).toEqual([2, 5])
  expect(view.notVoted.map(one => one.name).toSorted()).toEqual(
    room.entitled
      .slice(2, 5)
      .map(one => one.name)
      .toSorted(),
  )
})

test("the last call says so at once, with a countdown if wanted; pressed without one the countdown is taken away", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const { clock } = room.world
  must(await callLast(room.chair, roundId, { seconds: 30 }))
  const called = await roundOf(room, roundId)
  expect(called.lastCallAt).toEqual(clock.now)
  expect(called.countdownUntil).toEqual(new Date(clock.now.getTime() + 30_000))
  must(await callLast(room.chair, roundId))
  expect((await roundOf(room, roundId)).countdownUntil).toBeNull()
})

test("nothing closes by itself: when the countdown is over a ballot is still taken", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { countdownSeconds: 10 })
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 3_600_000)
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  expect((await roundOf(room, roundId)).state).toBe("open")
})

test("a countdown that nobody could follow is refused", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  for (const seconds of [0, 9, 601, Number.NaN])
    expect(await callLast(room.chair, roundId, { seconds })).toMatchObject({ code: "countdown_not_fitting" })
})

test("when voting has ended no ballot is taken, the round is open still, and it may go on again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  must(await callLast(room.chair, roundId, { seconds: 30 }))
  must(await endVoting(room.chair, roundId))
  expect(await vote(room, roundId, room.entitled[0]!, "for")).toMatchObject({ code: "voting_ended" })
  expect(await endVoting(room.chair, roundId)).toMatchObject({ code: "voting_ended" })
  expect(await callLast(room.chair, roundId)).toMatchObject({ code: "voting_ended" })
  expect(await roundOf(room, roundId)).toMatchObject({ state: "open", countdownUntil: null })
  must(await resumeVoting(room.chair, roundId))
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  expect(await resumeVoting(room.chair, roundId)).toMatchObject({ code: "voting_not_ended" })
})

test("once a paper was read voting does not go on again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  must(await endVoting(room.chair, roundId))
  await room.world.db.tx("paper", q =>
    q.insert(paperEntries).values({
      communityId: room.world.community.id,
      roundId,
      sheet: 1,
      participantId: null,
      choice: "for",
      sealed: null,
      verdict: null,
      differences: 0,
      enteredBy: "乙二",
      enteredByAccountId: "someone",
      checkedBy: "",
      version: 1,
    }),
  )
  expect(await resumeVoting(room.chair, roundId)).toMatchObject({ code: "papers_read_already" })
})

test("closing says when voting ended, also where it was not ended before", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for"])
  must(await closeRound(room.chair, roundId))
  const round = await roundOf(room, roundId)
  expect(round.votingEndedAt).toEqual(round.closedAt)
  for (const press of [callLast, endVoting, resumeVoting])
    expect(await press(room.chair, roundId)).toMatchObject({ code: "already_closed" })
})

test("only the chair conducts the round, and the log ties no ballot to a time", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  for (const press of [callLast, endVoting, resumeVoting]) {
    expect(await press(room.desk, roundId)).toMatchObject({ code: "forbidden" })
    expect(await press(room.seat(room.entitled[0]!), roundId)).toMatchObject({ code: "not_found" })
  }
  must(await callLast(room.chair, roundId))
  await voteAll(room, roundId, ["for", "for", "for", "for", "against"])
  const { db, community } = room.world
  const actions = (await db.read.select({ action: auditEntries.action }).from(auditEntries)).map(row => row.action)
  expect(actions.filter(action => action.startsWith("round."))).toEqual(["round.opened", "round.lastCall"])
  expect(await listRounds(db.read, community.id, room.meetingId)).toHaveLength(1)
})
