import { eq } from "drizzle-orm"
import fc from "fast-check"
import { expect, test } from "vitest"
import { sealedBallots } from "#db/schema/chamber-rounds"
import { aWorld } from "#tests/world"
import { editMotion, putMotion } from "~/chamber/motions/motions"
import { findMotion } from "~/chamber/motions/store"
import { castBallot } from "~/chamber/rounds/ballots"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { makeRoundKeys, openSealed, sealChoice } from "~/chamber/rounds/sealing"
import { readRoundResult, readSeat } from "~/chamber/seat-views"
import { seatViewOf } from "~/chamber/seat-words"
import { aMeetingInRoom, must, type Room, vote } from "./factories"

const places = ["9栋东侧", "12栋南侧", "16栋北侧"]

async function aChoice(room: Room, options: readonly string[] = places, seats = 1): Promise<string> {
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "分类点选在哪里", proposalId: null, options, seats }
  return must(await putMotion(room.recorder, entry)).motionId
}

async function openOn(room: Room, motionId: string, secret = false): Promise<string> {
  return must(await openRound(room.chair, { motionId, secret })).roundId
}

async function voteThrough(room: Room, roundId: string, choices: readonly string[]) {
  for (const [at, choice] of choices.entries()) must(await vote(room, roundId, room.entitled[at]!, choice))
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  return (await findRound(room.world.db.read, room.world.community.id, roundId))!.result!
}

test.each([
  ["options_too_few", ["9栋东侧"], 1],
  ["options_too_many", Array.from({ length: 9 }, (_, at) => `${at + 1}栋`), 1],
  ["option_too_long", ["9栋东侧", "很".repeat(61)], 1],
  ["option_reserved", ["9栋东侧", " 均不同意。"], 1],
  ["option_twice", ["9栋东侧", "9栋 东侧"], 1],
  ["seats_not_fitting", places, 4],
  ["seats_not_fitting", places, 0],
  ["seats_not_fitting", places, Number.NaN],
  ["seats_without_options", ["", " "], 2],
] as const)("%s, when the paper could not be voted on", async (code, options, seats) => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "分类点选在哪里", proposalId: null, options, seats }
  expect(await putMotion(room.recorder, entry)).toMatchObject({ ok: false, code })
})

test("options are reworded until a round is opened on them, and never after", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aChoice(room)
  const reworded = { motionId, version: 1, content: "分类点选在哪里", proposalId: null }
  must(await editMotion(room.recorder, { ...reworded, options: ["9栋东侧", "12栋南侧拐角"] }))
  const motion = await findMotion(room.world.db.read, room.world.community.id, motionId)
  expect(motion!.options).toEqual([
    { key: "a", label: "9栋东侧" },
    { key: "b", label: "12栋南侧拐角" },
  ])
  await openOn(room, motionId)
  const late = { ...reworded, version: 2, options: places }
  expect(await editMotion(room.recorder, late)).toMatchObject({ code: "motion_voted_on" })
})

test.each([false, true])("more than half of those present choose one of the options (secret: %s)", async secret => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 7 })
  const motionId = await aChoice(room)
  const roundId = await openOn(room, motionId, secret)
  const result = await voteThrough(room, roundId, ["b", "b", "none", "b", "a", "b", "abstain"])
  expect(result).toMatchObject({
    outcome: "passed",
    options: [
      { key: "a", votes: 1, chosen: false },
      { key: "b", votes: 4, chosen: true },
      { key: "c", votes: 0, chosen: false },
    ],
    none: 1,
    counts: { for: 5, against: 1, abstain: 1, invalid: 0 },
  })
  expect(await openRound(room.chair, { motionId, secret })).toMatchObject({ code: "motion_decided" })
  const { now } = seatViewOf(must(await readSeat(room.seat(room.entitled[0]!))))
  expect(now.heading).toBe("表决结果：已选定")
  expect(now.result).toMatchObject({ passed: true, options: { sentence: "选定“12栋南侧”。" } })
})

test("how each one marked is said in the options' words, of a named round only", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const choicesOf = async (secret: boolean) => {
    const roundId = await openOn(room, await aChoice(room, places, 2), secret)
    await voteThrough(room, roundId, ["b+a", "none", "abstain", "c", "a+c"])
    const { choices } = must(await readRoundResult(room.chair, roundId))
    return choices?.map(one => one.choiceName).toSorted()
  }
  expect(await choicesOf(false)).toEqual(
    ["9栋东侧、12栋南侧", "9栋东侧、16栋北侧", "16栋北侧", "均不同意", "弃权"].toSorted(),
  )
  expect(await choicesOf(true)).toBeUndefined()
})

test.each([
  ["too_many_marks", 1, "a+b"],
  ["too_many_marks", 2, "a+b+c"],
  ["option_missing", 2, "a+a"],
  ["option_missing", 1, "d"],
  ["option_missing", 1, "for"],
  ["option_missing", 1, "invalid"],
  ["option_missing", 1, ""],
])("%s: with %i wanted a tablet hands in nothing for “%s”", async (code, seats, choice) => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await openOn(room, await aChoice(room, places, seats))
  expect(await vote(room, roundId, room.entitled[0]!, choice)).toMatchObject({ ok: false, code })
  must(await vote(room, roundId, room.entitled[0]!, "none"))
})

test("a motion without options takes none of them", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, agendaItemId } = room
  const motion = { meetingId, agendaItemId, content: "同意", proposalId: null }
  const roundId = await openOn(room, must(await putMotion(room.recorder, motion)).motionId)
  for (const choice of ["a", "none"]) {
    const ballot = { roundId, choice, requestKey: "a-request-key-of-this-test" }
    expect(await castBallot(room.seat(room.entitled[0]!), ballot)).toMatchObject({ code: "choice_missing" })
  }
})

test("options that are level are named and voted on again; the earlier round stays as it was", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aChoice(room)
  const first = await openOn(room, motionId)
  const level = await voteThrough(room, first, ["a", "a", "b", "b", "none"])
  expect(level).toMatchObject({ outcome: "notPassed", tie: true, tiedOptions: ["a", "b"] })
  const decided = await voteThrough(room, await openOn(room, motionId), ["a", "a", "a", "b", "none"])
  expect(decided).toMatchObject({ outcome: "passed", tie: false })
  expect((await findRound(room.world.db.read, room.world.community.id, first))!.result).toEqual(level)
})

test("options none of which got there are voted on again, unless more than half want none of them", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const scattered = await aChoice(room)
  await voteThrough(room, await openOn(room, scattered), ["a", "a", "b", "c", "none"])
  await openOn(room, scattered).then(roundId => voteThrough(room, roundId, ["none", "none", "none", "a", "b"]))
  expect(await openRound(room.chair, { motionId: scattered, secret: false })).toMatchObject({ code: "motion_decided" })
  const { now } = seatViewOf(must(await readSeat(room.seat(room.entitled[0]!))))
  expect(now.heading).toBe("表决结果：均不同意")
})

test("of two wanted one may be chosen alone: the motion has passed, the rest is another motion", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aChoice(room, places, 2)
  const result = await voteThrough(room, await openOn(room, motionId), ["a", "a", "a+b", "c", "none"])
  expect(result).toMatchObject({ outcome: "passed", options: [{ chosen: true }, { chosen: false }, { chosen: false }] })
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "motion_decided" })
})

test("length of sealed ballots: one for every choice and every number of marks", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 8 })
  const eight = Array.from({ length: 8 }, (_, at) => `${at + 1}号点位`)
  const roundId = await openOn(room, await aChoice(room, eight, 8), true)
  const choices = ["a", "none", "abstain", "a+b", "a+b+c+d+e+f+g+h", "h", "b+c+d+e", "g+h"]
  for (const [at, choice] of choices.entries()) must(await vote(room, roundId, room.entitled[at]!, choice))
  const rows = await room.world.db.read.select().from(sealedBallots).where(eq(sealedBallots.roundId, roundId))
  expect(new Set(rows.map(row => row.sealed.length)).size).toBe(1)
  expect(rows).toHaveLength(8)
  must(await closeRound(room.chair, roundId))
})

test("whatever is sealed comes out of the box again, and what would not fit is never sealed", async () => {
  const keys = await makeRoundKeys()
  const marks = fc.subarray([..."abcdefgh"], { minLength: 1 }).map(marked => marked.join("+"))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(marks, fc.constantFrom("for", "against", "abstain", "none"))), async choices => {
      const sealed = await Promise.all(choices.map(choice => sealChoice(keys.publicKey, choice)))
      expect((await openSealed(keys, sealed))!.toSorted()).toEqual(choices.toSorted())
    }),
    { numRuns: 20 },
  )
  for (const choice of ["", "a+b+c+d+e+f+g+h+i", "赞成"])
    await expect(sealChoice(keys.publicKey, choice)).rejects.toThrow(RangeError)
})
