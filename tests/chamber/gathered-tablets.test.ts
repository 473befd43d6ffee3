import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { closeRound } from "~/chamber/rounds/rounds"
import { callLast } from "~/chamber/rounds/voting"
import { readBallotPaper, readOpenBallot } from "~/chamber/seat-ballot"
import { readSeat } from "~/chamber/seat-views"
import { aMeetingInRoom, anOpenRound, must, vote } from "./factories"

test("delegates who ask in the same moment are each shown their own seat and their own ballot", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 12, observers: 1 })
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  const everyone = [...room.entitled, ...room.observers]
  const seats = (await Promise.all(everyone.map(person => readSeat(room.seat(person))))).map(must)
  expect(seats.map(seat => [seat.me.participantId, seat.now.kind])).toEqual(
    everyone.map((person, at) => [person.id, at === 0 ? "voted" : at < 12 ? "vote" : "watching"]),
  )
  const papers = await Promise.all(everyone.map(person => readBallotPaper(room.seat(person), roundId)))
  expect(papers.map(paper => paper.ok && [paper.value.voter.participantId, paper.value.hasVoted])).toEqual(
    everyone.map((person, at) => (at < 12 ? [person.id, at === 0] : false)),
  )
})

test("a tablet of another meeting that asks in the same moment sees nothing of this one", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  const roundId = await anOpenRound(room)
  const [here, there, theirPaper] = await Promise.all([
    readSeat(room.seat(room.entitled[0]!)),
    readSeat(other.seat(other.entitled[0]!)),
    readBallotPaper(other.seat(other.entitled[0]!), roundId),
  ])
  expect([must(here).now.kind, must(here).head.id]).toEqual(["vote", room.meetingId])
  expect([must(there).now.kind, must(there).head.id]).toEqual(["waiting", other.meetingId])
  expect(theirPaper).toMatchObject({ ok: false, code: "not_found" })
})

test("a ballot asked for after the last call knows of it, though others asked before", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const early = readBallotPaper(room.seat(room.entitled[0]!), roundId)
  must(await callLast(room.chair, roundId, {}))
  const late = must(await readBallotPaper(room.seat(room.entitled[1]!), roundId))
  expect(late.lastCallAt).not.toBeNull()
  expect((await early).ok).toBe(true)
})

test("of two hundred who ask for the open ballot in the same moment each is told the own one", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 200, present: 199 })
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, room.entitled[7]!, "for"))
  const papers = await Promise.all(room.entitled.map(person => readOpenBallot(room.seat(person))))
  expect(papers.map(paper => paper?.voter.participantId ?? null)).toEqual(
    room.entitled.map(({ id }, at) => (at === 7 || at === 199 ? null : id)),
  )
  expect(papers.map(paper => paper?.me.name ?? null)).toEqual(
    room.entitled.map(({ name }, at) => (at === 7 || at === 199 ? null : name)),
  )
  const [first] = room.entitled
  const alone = must(await readBallotPaper(room.seat(first!), roundId))
  expect(papers[0]).toEqual({ ...alone, readAt: papers[0]!.readAt })
})

test("whoever asks for the open ballot once it was closed is told of none, though others asked before", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  for (const person of room.entitled.slice(1)) must(await vote(room, roundId, person, "for"))
  expect(await readOpenBallot(room.seat(room.entitled[0]!))).not.toBeNull()
  must(await closeRound(room.chair, roundId))
  expect(await readOpenBallot(room.seat(room.entitled[0]!))).toBeNull()
})
