import { expect, test } from "vitest"
import { ballotCorrections, namedBallots } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { recordProxy } from "~/chamber/attendance/proxies"
import { correctBallot } from "~/chamber/rounds/ballot-corrections"
import { readOwnBallot } from "~/chamber/rounds/challenges"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"
import type { Participant } from "~/convening/store"
import { aMeetingInRoom, anOpenRound, aRequestKey, must, type Room, vote, voteAll } from "./factories"

const mayChange = { rule: { correctionBeforeClosing: true } }

const change = (room: Room, roundId: string, voter: Participant, choice: string, requestKey = aRequestKey()) =>
  correctBallot(room.seat(voter), { roundId, choice, requestKey })

async function anOpenVote(wishes: Parameters<typeof aMeetingInRoom>[1] = mayChange) {
  const room = await aMeetingInRoom(await aWorld(), wishes)
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for", "for", "against"])
  return { room, roundId }
}

const resultOf = async (room: Room, roundId: string) =>
  must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))

test("whoever thought better of it changes the named ballot before closing: the newest counts, the first stays", async () => {
  const { room, roundId } = await anOpenVote()
  const [first] = room.entitled
  must(await change(room, roundId, first!, "against"))
  must(await change(room, roundId, first!, "abstain"))
  must(await closeRound(room.chair, roundId))
  const page = await resultOf(room, roundId)
  expect(page.round.result).toMatchObject({ cast: 3, counts: { for: 1, against: 1, abstain: 1, invalid: 0 } })
  expect(page.choices?.find(one => one.participantId === first!.id)).toMatchObject({ choice: "abstain", changes: 2 })
  const cast = await room.world.db.read.select().from(namedBallots)
  expect(cast.find(ballot => ballot.participantId === first!.id)?.choice).toBe("for")
})

test("under a rule that knows no change the ballot stands", async () => {
  const { room, roundId } = await anOpenVote({})
  expect(await change(room, roundId, room.entitled[0]!, "against")).toMatchObject({ code: "no_correction_by_rule" })
})

test("a secret ballot is never changed, whatever the rule says", async () => {
  const room = await aMeetingInRoom(await aWorld(), mayChange)
  const roundId = await anOpenRound(room, { secret: true })
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  expect(await change(room, roundId, room.entitled[0]!, "against")).toMatchObject({ code: "secret_not_corrected" })
})

test("only a ballot that was cast is changed, by its voter, while votes are taken", async () => {
  const { room, roundId } = await anOpenVote()
  const [first, , , fourth] = room.entitled
  expect(await change(room, roundId, fourth!, "for")).toMatchObject({ code: "not_voted_yet" })
  expect(await change(room, roundId, first!, "maybe")).toMatchObject({ code: "choice_missing" })
  expect(
    await correctBallot(room.seat(first!), {
      roundId,
      choice: "for",
      requestKey: aRequestKey(),
      voterId: fourth!.id,
    }),
  ).toMatchObject({ code: "seat_handed_on" })
  must(await endVoting(room.chair, roundId))
  expect(await change(room, roundId, first!, "against")).toMatchObject({ code: "voting_ended" })
  must(await closeRound(room.chair, roundId))
  expect(await change(room, roundId, first!, "against")).toMatchObject({ code: "round_closed" })
  must(await proclaimRound(room.chair, roundId))
  expect((await resultOf(room, roundId)).round.result?.counts.for).toBe(2)
})

test("whoever left the room changes nothing from afar", async () => {
  const { room, roundId } = await anOpenVote()
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  expect(await change(room, roundId, room.entitled[0]!, "against")).toMatchObject({ code: "voter_left" })
})

test("a change sent again is answered again and counted once, also after another change", async () => {
  const { room, roundId } = await anOpenVote()
  const seat = room.seat(room.entitled[0]!)
  const key = aRequestKey()
  must(await change(room, roundId, room.entitled[0]!, "against", key))
  must(await change(room, roundId, room.entitled[0]!, "abstain"))
  expect(must(await change(room, roundId, room.entitled[0]!, "against", key))).toEqual({ again: true })
  expect(must(await readOwnBallot(seat, roundId))).toMatchObject({ choice: "abstain", changes: 2 })
  // Not the key of another one's change.
  expect(await change(room, roundId, room.entitled[1]!, "against", key)).toMatchObject({ code: "ballot_form_broken" })
})

test("a tablet that keeps sending is stopped", async () => {
  const { room, roundId } = await anOpenVote()
  const [first] = room.entitled
  for (let at = 0; at < 20; at += 1) must(await change(room, roundId, first!, at % 2 ? "for" : "against"))
  expect(await change(room, roundId, first!, "against")).toMatchObject({ code: "changed_too_often" })
})

test("a proxy changes the ballot of whom he stands for, and no other", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world, {
    present: 4,
    rule: { correctionBeforeClosing: true, proxies: { most: 1 } },
  })
  const [holder, other, , , principal] = room.entitled
  const { meetingId } = room
  must(await recordProxy(room.desk, { meetingId, principalId: principal!.id, holderId: holder!.id, letter: "委托书" }))
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, holder!, "for", { forParticipantId: principal!.id }))
  const entry = { roundId, choice: "against", forParticipantId: principal!.id }
  must(await correctBallot(room.seat(holder!), { ...entry, requestKey: aRequestKey() }))
  expect(await correctBallot(room.seat(other!), { ...entry, requestKey: aRequestKey() })).toMatchObject({
    code: "proxy_not_held",
  })
  expect(must(await readOwnBallot(room.seat(holder!), roundId, principal!.id))?.choice).toBe("against")
})

test("changes are append-only, and leave no row in the log", async () => {
  const { room, roundId } = await anOpenVote()
  const before = await room.world.db.read.$count(auditEntries)
  must(await change(room, roundId, room.entitled[0]!, "against"))
  expect(await room.world.db.read.$count(auditEntries)).toBe(before)
  const { db } = room.world
  await expect(db.tx("x", q => q.update(ballotCorrections).set({ choice: "for" }))).rejects.toThrow()
  await expect(db.tx("x", q => q.delete(ballotCorrections))).rejects.toThrow()
})
