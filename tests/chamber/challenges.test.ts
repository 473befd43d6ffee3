import { expect, test } from "vitest"
import { roundChallenges } from "#db/schema/chamber-challenges"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { recordProxy } from "~/chamber/attendance/proxies"
import { readChallengePage } from "~/chamber/rounds/challenge-page"
import { readChallenges } from "~/chamber/rounds/challenge-view"
import { answerChallenge, raiseChallenge, raiseChallengeAtDesk, readOwnBallot } from "~/chamber/rounds/challenges"
import { annulRound, closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readSeat } from "~/chamber/seat-views"
import { seatViewOf } from "~/chamber/seat-words"
import { aMeetingInRoom, anOpenRound, must, type Room, vote, voteAll } from "./factories"

async function aClosedRound(wishes: Parameters<typeof aMeetingInRoom>[1] = {}, secret = false) {
  const room = await aMeetingInRoom(await aWorld(), wishes)
  const roundId = await anOpenRound(room, { secret })
  await voteAll(room, roundId, ["for", "for", "for", "against", "against"])
  must(await closeRound(room.chair, roundId))
  return { room, roundId }
}

const challengesOf = ({ world }: Room, roundId: string) =>
  readChallenges(world.db.read, { communityId: world.community.id, id: roundId })

test("between closing and proclaiming a delegate says on the own tablet that something is wrong, and the result waits", async () => {
  const { room, roundId } = await aClosedRound()
  const [first] = room.entitled
  must(await raiseChallenge(room.seat(first!), { roundId, ground: "recordedWrong" }))
  expect(await proclaimRound(room.chair, roundId)).toMatchObject({
    code: "challenge_unanswered",
    detail: { count: 1 },
  })
  const [challenge] = await challengesOf(room, roundId)
  expect(challenge).toMatchObject({ name: first!.name, groundName: "记成的与投的不一样", answer: null })
  must(await answerChallenge(room.chair, { challengeId: challenge!.challengeId, answer: "当场核对，记的是赞成" }))
  must(await proclaimRound(room.chair, roundId))
  expect((await challengesOf(room, roundId))[0]?.answer).toMatchObject({ words: "当场核对，记的是赞成" })
})

test("a second challenge of the same person waits for the answer to the first", async () => {
  const { room, roundId } = await aClosedRound()
  const seat = room.seat(room.entitled[0]!)
  const { challengeId } = must(await raiseChallenge(seat, { roundId, ground: "other" }))
  expect(await raiseChallenge(seat, { roundId, ground: "other" })).toMatchObject({ code: "challenge_waiting" })
  must(await raiseChallenge(room.seat(room.entitled[1]!), { roundId, ground: "other" }))
  must(await answerChallenge(room.chair, { challengeId, answer: "已说明" }))
  must(await raiseChallenge(seat, { roundId, ground: "notRecorded" }))
  expect(await challengesOf(room, roundId)).toHaveLength(3)
})

test("what was answered is not raised again in the same words: nobody can put the proclamation off for ever", async () => {
  const { room, roundId } = await aClosedRound()
  const seat = room.seat(room.entitled[0]!)
  const { challengeId } = must(await raiseChallenge(seat, { roundId, ground: "other" }))
  must(await answerChallenge(room.chair, { challengeId, answer: "已说明" }))
  expect(await raiseChallenge(seat, { roundId, ground: "other" })).toMatchObject({ code: "challenge_answered_before" })
  must(await proclaimRound(room.chair, roundId))
})

test("what is said aloud is taken down at the desk, for whom it concerns", async () => {
  const { room, roundId } = await aClosedRound({ observers: 1 })
  const participantId = room.entitled[2]!.id
  must(await raiseChallengeAtDesk(room.recorder, { roundId, participantId, ground: "notRecorded" }))
  expect((await challengesOf(room, roundId))[0]).toMatchObject({ participantId, isFromTablet: false })
  expect(
    await raiseChallengeAtDesk(room.desk, { roundId, participantId: room.observers[0]!.id, ground: "other" }),
  ).toMatchObject({ code: "not_entitled" })
  expect(await raiseChallengeAtDesk(room.desk, { roundId, participantId: "none", ground: "other" })).toMatchObject({
    code: "not_found",
  })
})

test("before closing and after proclaiming there is no challenge", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for"])
  const seat = room.seat(room.entitled[0]!)
  expect(await raiseChallenge(seat, { roundId, ground: "other" })).toMatchObject({ code: "no_challenge_now" })
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  expect(await raiseChallenge(seat, { roundId, ground: "other" })).toMatchObject({ code: "no_challenge_now" })
})

test("an answer is given once, by the chair, in words", async () => {
  const { room, roundId } = await aClosedRound()
  const { challengeId } = must(await raiseChallenge(room.seat(room.entitled[0]!), { roundId, ground: "other" }))
  expect(await answerChallenge(room.desk, { challengeId, answer: "好" })).toMatchObject({ code: "forbidden" })
  expect(await answerChallenge(room.chair, { challengeId, answer: "  " })).toMatchObject({ code: "answer_missing" })
  must(await answerChallenge(room.chair, { challengeId, answer: "已说明" }))
  expect(await answerChallenge(room.chair, { challengeId, answer: "另一说" })).toMatchObject({
    code: "challenge_answered",
  })
  await expect(room.world.db.tx("x", q => q.update(roundChallenges).set({ answer: "改了" }))).rejects.toThrow()
  await expect(room.world.db.tx("x", q => q.delete(roundChallenges))).rejects.toThrow()
})

test("whoever finds the count wrong may have the round annulled instead", async () => {
  const { room, roundId } = await aClosedRound()
  must(await raiseChallenge(room.seat(room.entitled[0]!), { roundId, ground: "recordedWrong" }))
  must(await annulRound(room.chair, roundId, "记录有误，重新表决"))
})

test("the own ballot of a named round is shown to its seat alone, as it is recorded", async () => {
  const { room, roundId } = await aClosedRound()
  expect(must(await readOwnBallot(room.seat(room.entitled[3]!), roundId))).toMatchObject({
    choice: "against",
    choiceName: "反对",
    channel: "tablet",
  })
  expect(await readOwnBallot(room.chair, roundId)).toMatchObject({ code: "not_seated" })
  expect(await readOwnBallot(room.seat(room.entitled[0]!), roundId, room.entitled[1]!.id)).toMatchObject({
    code: "proxy_not_held",
  })
})

test("nobody can say what a secret ballot is recorded as", async () => {
  const { room, roundId } = await aClosedRound({}, true)
  expect(await readOwnBallot(room.seat(room.entitled[0]!), roundId)).toMatchObject({ code: "own_ballot_sealed" })
})

/** The first stands for the fifth, and both ballots were cast by that hand. */
async function aClosedRoundWithProxy() {
  const room = await aMeetingInRoom(await aWorld(), { present: 4, rule: { proxies: { most: 1 } } })
  const [holder, principal] = [room.entitled[0]!, room.entitled[4]!]
  const grant = { meetingId: room.meetingId, principalId: principal.id, holderId: holder.id, letter: "书面委托" }
  must(await recordProxy(room.desk, grant))
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, holder, "for"))
  must(await vote(room, roundId, holder, "against", { forParticipantId: principal.id }))
  must(await closeRound(room.chair, roundId))
  return { room, holder, principal, roundId }
}

test("a proxy asks after the ballot of whom he stands for", async () => {
  const { room, holder, principal, roundId } = await aClosedRoundWithProxy()
  expect(must(await readOwnBallot(room.seat(holder), roundId, principal.id))?.choice).toBe("against")
  must(await raiseChallenge(room.seat(holder), { roundId, ground: "other", forParticipantId: principal.id }))
  expect((await challengesOf(room, roundId))[0]).toMatchObject({ name: principal.name, raisedBy: holder.name })
  const [entry] = (await room.world.db.read.select().from(auditEntries)).filter(
    row => row.action === "round.challenged",
  )
  expect(entry?.detail).toMatchObject({ name: principal.name, by: holder.name })
})

test("on the tablet a proxy is led from the own ballot to those of the others, and back until all were heard", async () => {
  const { room, holder, principal, roundId } = await aClosedRoundWithProxy()
  const page = async (forParticipantId?: string) =>
    must(await readChallengePage(room.seat(holder), roundId, forParticipantId))
  expect(await page()).toMatchObject({
    whose: { participantId: holder.id, isPrincipal: false },
    mayRaise: true,
    earlier: null,
    others: [{ participantId: principal.id, name: principal.name, isPrincipal: true }],
  })
  must(await raiseChallenge(room.seat(holder), { roundId, ground: "other" }))
  expect(await page()).toMatchObject({ mayRaise: false, earlier: { answer: null }, others: [{ name: principal.name }] })
  expect(await page(principal.id)).toMatchObject({
    whose: { name: principal.name, isPrincipal: true },
    mayRaise: true,
    others: [],
  })
  const raised = { roundId, ground: "recordedWrong" as const, forParticipantId: principal.id }
  const { challengeId } = must(await raiseChallenge(room.seat(holder), raised))
  expect(await page()).toMatchObject({ others: [] })
  must(await answerChallenge(room.chair, { challengeId, answer: "核对过，记的是反对" }))
  expect(await page(principal.id)).toMatchObject({ mayRaise: true, earlier: { answer: "核对过，记的是反对" } })
})

test("while the own challenge waits, the hall's page still leads the proxy to challenge for whom he stands for", async () => {
  const { room, holder, principal, roundId } = await aClosedRoundWithProxy()
  const seat = room.seat(holder)
  const led = async () => {
    const { now } = must(await readSeat(seat))
    return now.kind === "counting" ? [now.mayChallenge, now.mayChallengeFor.map(one => one.name)] : null
  }
  expect(await led()).toEqual([true, [principal.name]])
  must(await raiseChallenge(seat, { roundId, ground: "other" }))
  expect(await led()).toEqual([false, [principal.name]])
  const { round } = seatViewOf(must(await readSeat(seat)))
  expect(round?.mayChallengeFor).toEqual([{ participantId: principal.id, name: principal.name }])
  must(await raiseChallenge(seat, { roundId, ground: "other", forParticipantId: principal.id }))
  expect(await led()).toEqual([false, []])
  const { now } = must(await readSeat(room.seat(room.entitled[1]!)))
  expect(now).toMatchObject({ mayChallenge: true, mayChallengeFor: [] })
})

test("nobody is led to the ballot of somebody he does not stand for", async () => {
  const { room, principal, roundId } = await aClosedRoundWithProxy()
  const seat = room.seat(room.entitled[1]!)
  expect(await readChallengePage(seat, roundId, principal.id)).toMatchObject({ code: "proxy_not_held" })
  expect(must(await readChallengePage(seat, roundId)).others).toEqual([])
  expect(await readChallengePage(room.chair, roundId)).toMatchObject({ code: "not_seated" })
})

test("the log names who raised a challenge, and no choice", async () => {
  const { room, roundId } = await aClosedRound({}, true)
  const { challengeId } = must(await raiseChallenge(room.seat(room.entitled[0]!), { roundId, ground: "recordedWrong" }))
  must(await answerChallenge(room.chair, { challengeId, answer: "无记名票无法逐张核对" }))
  const entries = JSON.stringify(await room.world.db.read.select().from(auditEntries))
  expect(entries).not.toMatch(/"(for|against|abstain)":"|"choice"/)
})
