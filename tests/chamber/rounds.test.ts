import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { openedBallots, rounds, sealedBallots } from "#db/schema/chamber-rounds"
import { participants } from "#db/schema/convening"
import { persons } from "#db/schema/people"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { findRound } from "~/chamber/rounds/round-store"
import { annulRound, closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readRoundResult, readSeat } from "~/chamber/seat-views"
import type { Choice } from "~/law/tally"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const roundOf = async (room: Room, roundId: string) =>
  (await findRound(room.world.db.read, room.world.community.id, roundId))!

async function resultOf(room: Room, roundId: string) {
  must(await closeRound(room.chair, roundId))
  return (await roundOf(room, roundId)).result!
}

const of = (counts: Partial<Record<Choice, number>>): Choice[] =>
  (["for", "against", "abstain"] as const).flatMap(choice => Array.from({ length: counts[choice] ?? 0 }, () => choice))

test.each([
  ["nobody votes", {}, "cannotBeCounted"],
  ["exactly half of those present agree", { for: 3, against: 3 }, "notPassed"],
  ["half and one agree", { for: 4, against: 2 }, "passed"],
  ["all abstain", { abstain: 6 }, "notPassed"],
  ["three agree and three hand in nothing", { for: 3 }, "notPassed"],
  ["four agree and two hand in nothing", { for: 4 }, "passed"],
] as const)(
  "of six present, %s: the rule decides, in a named and in a secret round alike",
  async (_, counts, outcome) => {
    const world = await aWorld()
    for (const secret of [false, true]) {
      const room = await aMeetingInRoom(world, { entitled: 6, rule: { secretMinimum: 3 } })
      const roundId = await anOpenRound(room, { secret })
      await voteAll(room, roundId, of(counts))
      expect(await resultOf(room, roundId)).toMatchObject({ outcome, present: 6, entitled: 6, counts: { ...counts } })
    }
  },
)

test("a bar of two thirds is passed by exactly two thirds, and not by one fewer", async () => {
  const rule = {
    agreement: { label: "赞成人数", bar: { part: [2, 3] as const }, base: "present" as const, article: "本例" },
  }
  const world = await aWorld()
  for (const [agreeing, outcome] of [
    [4, "passed"],
    [3, "notPassed"],
  ] as const) {
    const room = await aMeetingInRoom(world, { entitled: 6, rule })
    const roundId = await anOpenRound(room)
    await voteAll(room, roundId, of({ for: agreeing, against: 6 - agreeing }))
    expect(await resultOf(room, roundId)).toMatchObject({ outcome })
  }
})

test("with the clock put back in the middle of a vote, who left during it still counts as present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 4 })
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, of({ for: 2 }))
  room.world.clock.now = new Date(room.world.clock.now.getTime() - 5 * 60_000)
  must(await markLeft(room.desk, room.meetingId, room.entitled[3]!.id))
  expect(await resultOf(room, roundId)).toMatchObject({ present: 4, outcome: "notPassed" })
})

test("with the clock put back between two votes, tablets and wall show the later result", async () => {
  const room = await aMeetingInRoom(await aWorld())
  for (const content of ["先表决的事", "后表决的事"]) {
    const roundId = await anOpenRound(room, { motionId: await aMotion(room, content) })
    must(await closeRound(room.chair, roundId))
    must(await proclaimRound(room.chair, roundId))
    room.world.clock.now = new Date(room.world.clock.now.getTime() - 5 * 60_000)
  }
  expect(must(await readSeat(room.seat(room.entitled[0]!))).now).toMatchObject({
    matter: { motion: { content: "后表决的事" } },
  })
})

test("the result keeps numerator, denominator, bar and article of each light, and the hash of the rule", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6, present: 5 })
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, of({ for: 3, against: 1 }))
  const result = await resultOf(room, roundId)
  expect(result.lights.map(({ label, count, whole, met }) => ({ label, count, whole, met }))).toEqual([
    { label: "到会人数", count: 5, whole: 6, met: true },
    { label: "赞成人数", count: 3, whole: 5, met: true },
  ])
  expect(result.lights.every(light => light.article.length > 0)).toBe(true)
  const round = await roundOf(room, roundId)
  expect(round.ruleHash).toBe("hash of deliberation")
  expect(round.roll!.map(row => [row.present, row.voted])).toHaveLength(6)
})

test("a round below the quorum is not opened; a second round at a time neither", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3 })
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId })
  expect(await openRound(room.chair, { motionId: await aMotion(room, "另一件"), secret: false })).toMatchObject({
    code: "round_open",
  })
  must(await closeRound(room.chair, roundId))
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "round_not_proclaimed" })
  must(await annulRound(room.chair, roundId, "重投"))
  for (const one of room.entitled.slice(0, 2)) must(await markLeft(room.desk, room.meetingId, one.id))
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({
    code: "quorum_not_met",
    detail: { present: 1, needed: 2 },
  })
})

test("two chairs' clicks at once open one round", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const results = await Promise.all(Array.from({ length: 5 }, () => openRound(room.chair, { motionId, secret: true })))
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(await room.world.db.read.$count(rounds)).toBe(1)
})

test("too few for a secret: not opened below the rule's minimum, opened at it", async () => {
  const world = await aWorld()
  const four = await aMeetingInRoom(world, { entitled: 4 })
  expect(await openRound(four.chair, { motionId: await aMotion(four), secret: true })).toMatchObject({
    code: "secret_too_few",
    detail: { present: 4, needed: 5 },
  })
  const five = await aMeetingInRoom(world, { entitled: 5 })
  expect((await openRound(five.chair, { motionId: await aMotion(five), secret: true })).ok).toBe(true)
})

test("a secret round with fewer ballots than the minimum is not opened up: it waits, or is annulled", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 5 })
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, ["for"])
  expect(await closeRound(room.chair, roundId)).toMatchObject({
    code: "secret_too_few_cast",
    detail: { cast: 1, needed: 5 },
  })
  expect((await roundOf(room, roundId)).state).toBe("open")
  must(await annulRound(room.chair, roundId, "人不齐"))
  // What was voted stays sealed for ever.
  expect(await room.world.db.read.$count(sealedBallots)).toBe(1)
  expect(await room.world.db.read.$count(openedBallots)).toBe(0)
})

test("the second close, proclamation and annulment are told so", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  expect(await proclaimRound(room.chair, roundId)).toMatchObject({ code: "round_not_closed" })
  const closings = await Promise.all(Array.from({ length: 4 }, () => closeRound(room.chair, roundId)))
  expect(closings.map(result => (result.ok ? "ok" : result.code)).toSorted()).toEqual([
    "already_closed",
    "already_closed",
    "already_closed",
    "ok",
  ])
  must(await proclaimRound(room.chair, roundId))
  expect(await proclaimRound(room.chair, roundId)).toMatchObject({ code: "already_proclaimed" })
  expect(await annulRound(room.chair, roundId, "念错了")).toMatchObject({ code: "already_proclaimed" })
})

test("a motion is voted on again after an annulled round, a tie or nothing to count, and not after a decision", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 4 })
  const motionId = await aMotion(room)
  const next = () => openRound(room.chair, { motionId, secret: false })
  const first = must(await next()).roundId
  expect(await annulRound(room.chair, first, "")).toMatchObject({ code: "reason_missing" })
  must(await annulRound(room.chair, first, "念错了方案"))
  const tie = must(await next()).roundId
  await voteAll(room, tie, of({ for: 2, against: 2 }))
  expect(await resultOf(room, tie)).toMatchObject({ tie: true, outcome: "notPassed" })
  must(await proclaimRound(room.chair, tie))
  const empty = must(await next()).roundId
  must(await closeRound(room.chair, empty))
  must(await proclaimRound(room.chair, empty))
  const last = must(await next()).roundId
  await voteAll(room, last, of({ for: 3 }))
  must(await closeRound(room.chair, last))
  must(await proclaimRound(room.chair, last))
  expect(await next()).toMatchObject({ code: "motion_decided" })
  expect((await roundOf(room, last)).ordinal).toBe(4)
  // Everything that was replaced is still there.
  expect(await roundOf(room, first)).toMatchObject({ state: "annulled", annulReason: "念错了方案" })
})

test("an annulled closed round keeps its result and its ballots", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, of({ for: 5 }))
  must(await closeRound(room.chair, roundId))
  must(await annulRound(room.chair, roundId, "异议成立"))
  expect(await roundOf(room, roundId)).toMatchObject({ state: "annulled", result: { cast: 5 } })
  expect(await room.world.db.read.$count(openedBallots)).toBe(5)
})

test("renaming a person, or taking the name from the invitation, changes no result", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { db } = room.world
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, of({ for: 3, against: 2 }))
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  const before = await roundOf(room, roundId)
  const shownBefore = must(await readRoundResult(room.chair, roundId))
  await db.tx("x", async q => {
    await q.update(persons).set({ name: "（已抹去）" }).where(eq(persons.id, room.entitled[0]!.personId))
    await q.update(participants).set({ name: "（已抹去）" }).where(eq(participants.id, room.entitled[0]!.id))
  })
  expect(await roundOf(room, roundId)).toEqual(before)
  expect(must(await readRoundResult(room.chair, roundId)).choices).toEqual(shownBefore.choices)
  // Someone on a roll cannot be removed at all.
  await expect(
    db.tx("x", q => q.delete(participants).where(eq(participants.id, room.entitled[0]!.id))),
  ).rejects.toThrow()
})

test("the result of a closed round cannot be rewritten, nor a secret round become named", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, of({ for: 5 }))
  must(await closeRound(room.chair, roundId))
  const { db } = room.world
  const result = { ...(await roundOf(room, roundId)).result!, outcome: "notPassed" as const }
  await expect(db.tx("x", q => q.update(rounds).set({ result }))).rejects.toThrow()
  await expect(db.tx("x", q => q.update(rounds).set({ secret: false }))).rejects.toThrow()
})

test("a round whose roll and box differ is not closed", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true })
  await voteAll(room, roundId, of({ for: 5 }))
  const [one] = await room.world.db.read.select({ id: sealedBallots.id }).from(sealedBallots)
  await room.world.db.tx("x", q => q.delete(sealedBallots).where(eq(sealedBallots.id, one!.id)))
  await expect(closeRound(room.chair, roundId)).rejects.toThrow(/5 entries and the box 4/)
  expect((await roundOf(room, roundId)).state).toBe("open")
})

test("only the chair opens, closes, proclaims and annuls; a round of elsewhere is not found", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const roundId = await anOpenRound(room, { motionId })
  for (const ctx of [room.desk, room.recorder]) {
    expect(await openRound(ctx, { motionId, secret: false })).toMatchObject({ code: "forbidden" })
    expect(await closeRound(ctx, roundId)).toMatchObject({ code: "forbidden" })
    expect(await proclaimRound(ctx, roundId)).toMatchObject({ code: "forbidden" })
    expect(await annulRound(ctx, roundId, "试试")).toMatchObject({ code: "forbidden" })
  }
  const foreign = { ...room.chair, community: { ...room.chair.community, id: "another" } }
  expect(await closeRound(foreign, roundId)).toMatchObject({ code: "not_found" })
  expect(await closeRound(room.seat(room.entitled[0]!), roundId)).toMatchObject({ code: "not_found" })
})
