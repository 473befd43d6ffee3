import { rmSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { meetings } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { leaveEarly, markLeft } from "~/chamber/attendance/attendance"
import { readDesk } from "~/chamber/attendance/desk-view"
import { readConsole } from "~/chamber/console-view"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { annulRound, closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readScreen } from "~/chamber/screen-view"
import { readBallotPaper } from "~/chamber/seat-ballot"
import { readRoundResult, readSeat } from "~/chamber/seat-views"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { readRecorder } from "~/chamber/views"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, vote, voteAll } from "./factories"

const record = async (room: Room) =>
  (await readMeetingRecord(room.world.db.read, room.world.community.id, room.meetingId))!
const kindOf = async (room: Room, at: number) => must(await readSeat(room.seat(room.entitled[at]!))).now.kind

test.each([false, true])("while a round is open nothing shown to anyone holds a choice (secret: %s)", async secret => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  const roundId = await anOpenRound(room, { secret })
  await voteAll(room, roundId, ["for", "against", "abstain"])
  const shown = [
    await readConsole(room.chair, room.meetingId),
    await readDesk(room.desk, room.meetingId),
    await readRecorder(room.recorder, room.meetingId),
    await readScreen(room.desk, room.meetingId),
    await readSeat(room.seat(room.entitled[0]!)),
    await readBallotPaper(room.seat(room.entitled[0]!), roundId),
    // How often each side spoke is no ballot.
    { ...(await record(room)), speaking: null },
  ]
  for (const view of shown) expect(JSON.stringify(view)).not.toMatch(/"(for|against|abstain)"|赞成"|反对"|弃权"/)
  expect(must(await readConsole(room.chair, room.meetingId)).openRound).toMatchObject({ cast: 3, mayVote: 5 })
  expect(await readRoundResult(room.chair, roundId)).toMatchObject({ code: "result_not_out" })
})

test("the chair sees who is present and has not voted, in a secret round too; who left is not waited for", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, ["for", "against"])
  must(await markLeft(room.desk, room.meetingId, room.entitled[5]!.id))
  const names = must(await readConsole(room.chair, room.meetingId)).openRound!.notVoted.map(one => one.name)
  expect(names.toSorted()).toEqual(
    room.entitled
      .slice(2, 5)
      .map(one => one.name)
      .toSorted(),
  )
  expect(await readConsole(room.desk, room.meetingId)).toMatchObject({ code: "forbidden" })
})

test("the console says why a round cannot be opened: the quorum is lost, or too few for a secret", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6, present: 4 })
  const motionId = await aMotion(room)
  const before = must(await readConsole(room.chair, room.meetingId))
  expect(before.opening[motionId]).toMatchObject({ named: null, secret: { code: "secret_too_few" } })
  expect(before.presences.quorumWords).toBe("实到4人，应到6人，须4人，达到三分之二以上")
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  const after = must(await readConsole(room.chair, room.meetingId))
  expect(after.opening[motionId]!.named).toMatchObject({ code: "quorum_not_met", detail: { present: 3, needed: 4 } })
  expect(after.presences.quorum?.met).toBe(false)
})

test("the console says when the key of an open secret round is lost", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  expect(must(await readConsole(room.chair, room.meetingId)).openRound!.keyIsLost).toBe(false)
  rmSync(join(room.world.installation.keyDir, `${roundId}.key`))
  expect(must(await readConsole(room.chair, room.meetingId)).openRound!.keyIsLost).toBe(true)
})

test("a tablet waits, votes, is told it was received, waits for the count and shows the proclaimed result", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  expect(await kindOf(room, 0)).toBe("waiting")
  const roundId = await anOpenRound(room)
  expect(await kindOf(room, 0)).toBe("vote")
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  expect(await kindOf(room, 0)).toBe("voted")
  expect(must(await readSeat(room.seat(room.observers[0]!))).now.kind).toBe("watching")
  must(await leaveEarly(room.seat(room.entitled[1]!)))
  expect(await kindOf(room, 1)).toBe("watching")
  must(await closeRound(room.chair, roundId))
  expect(await kindOf(room, 0)).toBe("counting")
  expect(await readRoundResult(room.seat(room.entitled[0]!), roundId)).toMatchObject({ code: "result_not_out" })
  must(await proclaimRound(room.chair, roundId))
  expect(await kindOf(room, 0)).toBe("result")
  // A tablet shows the counts of a named round, not who voted how.
  expect(must(await readRoundResult(room.seat(room.entitled[0]!), roundId)).choices).toBe(null)
})

test("an annulled round leaves the tablets waiting", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await annulRound(room.chair, await anOpenRound(room), "念错了方案"))
  expect(await kindOf(room, 0)).toBe("waiting")
})

test("the ballot paper names the motion, stays readable after voting, and is refused to whoever may not vote", async () => {
  const room = await aMeetingInRoom(await aWorld(), { present: 4, observers: 1 })
  const roundId = await anOpenRound(room)
  const seat = room.seat(room.entitled[0]!)
  expect(must(await readBallotPaper(seat, roundId))).toMatchObject({
    hasVoted: false,
    matter: { motion: { content: "同意活动室改造方案" } },
  })
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  must(await closeRound(room.chair, roundId))
  expect(must(await readBallotPaper(seat, roundId)).hasVoted).toBe(true)
  expect(await readBallotPaper(room.seat(room.entitled[1]!), roundId)).toMatchObject({ code: "round_closed" })
  expect(await readBallotPaper(room.seat(room.observers[0]!), roundId)).toMatchObject({ code: "not_entitled" })
  expect(await readBallotPaper(room.chair, roundId)).toMatchObject({ code: "not_seated" })
})

test("the screen shows a result when it is proclaimed, not when it is counted, and no one's choice", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const screen = async () => must(await readScreen(room.desk, room.meetingId)).now
  expect(await screen()).toMatchObject({ kind: "voting", round: { cast: 0 } })
  await voteAll(room, roundId, ["for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  const counting = await screen()
  expect(counting).toMatchObject({ kind: "counting" })
  expect(JSON.stringify(counting)).not.toContain("counts")
  must(await proclaimRound(room.chair, roundId))
  expect(await screen()).toMatchObject({
    kind: "result",
    round: { result: { outcomeName: "通过", counts: { for: 3 } } },
  })
  expect(JSON.stringify(await screen())).not.toContain(room.entitled[0]!.name)
})

test("the record holds everyone, every speech, every round with its roll, and the choices of named rounds only", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6, present: 5, observers: 1 })
  const { meetingId, agendaItemId } = room
  must(
    await recordSpeech(room.recorder, {
      meetingId,
      agendaItemId,
      participantId: room.entitled[0]!.id,
      stance: "support",
      gist: "同意",
    }),
  )
  const named = await anOpenRound(room)
  await voteAll(room, named, ["for", "for", "against"])
  must(await closeRound(room.chair, named))
  must(await proclaimRound(room.chair, named))
  const secret = await anOpenRound(room, { secret: true })
  await voteAll(room, secret, ["for", "for", "for", "against", "abstain"])
  must(await closeRound(room.chair, secret))
  must(await proclaimRound(room.chair, secret))
  const { people, items, presences, rule } = await record(room)
  expect(people).toHaveLength(7)
  expect(presences).toMatchObject({ entitled: 6, present: 5, observersPresent: 1 })
  expect(rule.meetingKind).toBe("协商议事会")
  const [first, second] = items[0]!.motions.flatMap(motion => motion.rounds)
  expect(items[0]!.speeches.map(speech => speech.gist)).toEqual(["同意"])
  expect(first!.choices!.map(({ name, choiceName }) => `${name}${choiceName}`).toSorted()).toEqual(
    [`${room.entitled[0]!.name}赞成`, `${room.entitled[1]!.name}赞成`, `${room.entitled[2]!.name}反对`].toSorted(),
  )
  expect(second!.choices).toBe(null)
  expect(second!.result).toMatchObject({ counts: { for: 3, against: 1, abstain: 1 } })
  expect(second!.roll!.filter(row => row.voted)).toHaveLength(5)
})

test("each page is for its office: forbidden to other members, not found to strangers, seats and other communities", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const pages = { readConsole, readDesk, readRecorder, readScreen }
  const viewer = await world.as("viewer")
  for (const read of Object.values(pages)) {
    expect(await read(viewer, room.meetingId)).toMatchObject({ code: "forbidden" })
    for (const ctx of [
      world.asStranger(),
      room.seat(room.entitled[0]!),
      { ...room.chair, community: { ...world.community, id: "another" } },
    ])
      expect(await read(ctx, room.meetingId)).toMatchObject({ code: "not_found" })
  }
  expect((await readConsole(room.desk, room.meetingId)).ok).toBe(false)
  expect((await readRecorder(room.chair, room.meetingId)).ok).toBe(false)
})

test("a draft has no chamber yet", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "draft" })
  await room.world.db.tx("x", q => q.update(meetings).set({ ruleSnapshot: null, ruleHash: null }))
  expect(await readDesk(room.desk, room.meetingId)).toMatchObject({ code: "not_found" })
  expect(await readMeetingRecord(room.world.db.read, room.world.community.id, room.meetingId)).toBe(null)
})
