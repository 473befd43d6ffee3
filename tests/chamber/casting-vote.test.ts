import { existsSync } from "node:fs"
import { join } from "node:path"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { rounds } from "#db/schema/chamber-rounds"
import { aWorld } from "#tests/world"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { findRound } from "~/chamber/rounds/round-store"
import { annulRound, closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { decideTie } from "~/chamber/rounds/tie"
import { readSeat } from "~/chamber/seat-views"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, vote, voteAll } from "./factories"

const tied = ["for", "for", "for", "against", "against", "against"] as const
const aRoomWhereTheChairDecides = async () =>
  aMeetingInRoom(await aWorld(), { entitled: 6, rule: { tie: "chairDecides" } })
const roundOf = async (room: Room, roundId: string) =>
  (await findRound(room.world.db.read, room.world.community.id, roundId))!

test.each([
  ["for", "passed", false],
  ["against", "notPassed", false],
  ["for", "passed", true],
  ["against", "notPassed", true],
] as const)("the chair decides a tie %s: %s (secret: %s)", async (castingVote, outcome, secret) => {
  const room = await aRoomWhereTheChairDecides()
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId, secret })
  await voteAll(room, roundId, tied)
  must(await closeRound(room.chair, roundId))

  // The box is counted and the key gone; nobody outside learns anything, and nothing can be proclaimed.
  expect(existsSync(join(room.world.installation.keyDir, `${roundId}.key`))).toBe(false)
  expect(await roundOf(room, roundId)).toMatchObject({ state: "closed", result: null })
  expect(await vote(room, roundId, room.entitled[0]!, "for")).toMatchObject({ ok: false })
  expect(must(await readSeat(room.seat(room.entitled[0]!))).now.kind).toBe("counting")
  const page = consolePageOf(must(await readConsole(room.chair, room.meetingId)), room.world.clock.now, one => one.code)
  expect(page.step).toEqual({ kind: "castingVote", roundId })
  expect(page.closed).toMatchObject({ result: null, awaitsCasting: { for: 3, against: 3, abstain: 0 } })
  expect(await proclaimRound(room.chair, roundId)).toMatchObject({ code: "casting_vote_missing" })
  expect(await decideTie(room.recorder, roundId, castingVote)).toMatchObject({ code: "forbidden" })

  must(await decideTie(room.chair, roundId, castingVote))
  const { result } = await roundOf(room, roundId)
  // The chair's is a vote beside the others: never among their counts, always in the light.
  const given = castingVote === "for" ? 4 : 3
  expect(result).toMatchObject({ outcome, tie: true, castingVote, counts: { for: 3, against: 3 }, cast: 6 })
  expect(result!.lights.at(-1)).toMatchObject({ count: given, whole: 7 })
  expect(await decideTie(room.chair, roundId, "against")).toMatchObject({ code: "no_casting_vote" })
  must(await proclaimRound(room.chair, roundId))
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "motion_decided" })
})

test("two presses of the chair at once leave one casting vote, and nothing changes it", async () => {
  const room = await aRoomWhereTheChairDecides()
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, tied)
  must(await closeRound(room.chair, roundId))
  const answers = await Promise.all([decideTie(room.chair, roundId, "for"), decideTie(room.chair, roundId, "against")])
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  const { result } = await roundOf(room, roundId)
  await expect(
    room.world.db.tx("x", q =>
      q
        .update(rounds)
        .set({ result: { ...result!, outcome: "passed" } })
        .where(eq(rounds.id, roundId)),
    ),
  ).rejects.toThrow()
})

test("where the rule grants none a tie does not pass, and is voted on again", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, tied)
  must(await closeRound(room.chair, roundId))
  expect((await roundOf(room, roundId)).result).toMatchObject({ outcome: "notPassed", tie: true })
  expect(await decideTie(room.chair, roundId, "for")).toMatchObject({ code: "no_casting_vote" })
  must(await proclaimRound(room.chair, roundId))
  must(await openRound(room.chair, { motionId, secret: false }))
})

test("the chair decides ties alone: not what fell short, nor what is still open", async () => {
  const room = await aRoomWhereTheChairDecides()
  const roundId = await anOpenRound(room)
  expect(await decideTie(room.chair, roundId, "for")).toMatchObject({ code: "round_not_closed" })
  await voteAll(room, roundId, ["for", "for", "against", "against", "abstain", "abstain"])
  must(await closeRound(room.chair, roundId))
  // Two of six with two abstaining: one vote more would not be more than half.
  expect((await roundOf(room, roundId)).result).toMatchObject({ outcome: "notPassed", tie: true })
  expect(await decideTie(room.chair, roundId, "for")).toMatchObject({ code: "no_casting_vote" })
})

test("a tie that waits for the chair can still be annulled", async () => {
  const room = await aRoomWhereTheChairDecides()
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, tied)
  must(await closeRound(room.chair, roundId))
  must(await annulRound(room.chair, roundId, "有人按错了"))
  expect(await decideTie(room.chair, roundId, "for")).toMatchObject({ code: "round_annulled" })
  must(await openRound(room.chair, { motionId, secret: false }))
})
