import { asc } from "drizzle-orm"
import { expect, test } from "vitest"
import { openedBallots, rollEntries, rounds, sealedBallots } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { insertRollEntry, insertSealedBallot } from "~/chamber/rounds/ballot-store"
import { castBallot } from "~/chamber/rounds/ballots"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { makeRoundKeys, openBallots, sealChoice } from "~/chamber/rounds/sealing"
import { newUnorderedId } from "~/web/identifiers"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, vote } from "./factories"

const codesAllowed = { rule: { verificationCodes: true } }
const cast = [
  ["for", "73019284"],
  ["against", "00000001"],
  ["for", "10293847"],
  ["abstain", "99999999"],
  ["for", "55555555"],
] as const

async function aRoundWithCodes(entitled: number = cast.length): Promise<{ room: Room; roundId: string }> {
  const room = await aMeetingInRoom(await aWorld(), { ...codesAllowed, entitled })
  return { room, roundId: await anOpenRound(room, { secret: true, withCodes: true }) }
}

const castAll = async (room: Room, roundId: string) => {
  for (const [at, [choice, code]] of cast.entries())
    must(await vote(room, roundId, room.entitled[at]!, choice, { code }))
}

test("each ballot's code stands beside its choice when the result is proclaimed, and not before", async () => {
  const { room, roundId } = await aRoundWithCodes()
  const at = { meetingId: room.meetingId, roundId }
  await castAll(room, roundId)
  expect(must(await readRoundPage(room.chair, at)).round.codes).toBeNull()
  must(await closeRound(room.chair, roundId))
  expect(must(await readRoundPage(room.chair, at)).round.codes).toBeNull()
  must(await proclaimRound(room.chair, roundId))
  expect(must(await readRoundPage(room.chair, at)).round.codes).toEqual([
    { code: "10293847", choiceName: "赞成" },
    { code: "55555555", choiceName: "赞成" },
    { code: "73019284", choiceName: "赞成" },
    { code: "00000001", choiceName: "反对" },
    { code: "99999999", choiceName: "弃权" },
  ])
})

test("the list is sorted by choice, then by code: the order of voting is nowhere in it", async () => {
  const listed = async (order: readonly (readonly [string, string])[]) => {
    const { room, roundId } = await aRoundWithCodes()
    for (const [at, [choice, code]] of order.entries())
      must(await vote(room, roundId, room.entitled[at]!, choice, { code }))
    must(await closeRound(room.chair, roundId))
    return room.world.db.read
      .select({ ordinal: openedBallots.ordinal, choice: openedBallots.choice, code: openedBallots.code })
      .from(openedBallots)
      .orderBy(asc(openedBallots.ordinal))
  }
  expect(await listed(cast.toReversed())).toEqual(await listed(cast))
})

test.each(["", "1234567", "123456789", "1234567a", "１２３４５６７８", " 1234567"])(
  "a ballot with the code “%s” is not taken, and nothing of it stays",
  async code => {
    const { room, roundId } = await aRoundWithCodes()
    expect(await vote(room, roundId, room.entitled[0]!, "for", { code })).toMatchObject({ code: "code_missing" })
    expect(await room.world.db.read.$count(rollEntries)).toBe(0)
  },
)

test("a code without being asked for is not kept", async () => {
  const room = await aMeetingInRoom(await aWorld(), codesAllowed)
  const roundId = await anOpenRound(room, { secret: true })
  for (const voter of room.entitled) must(await vote(room, roundId, voter, "for", { code: "12345678" }))
  must(await closeRound(room.chair, roundId))
  const kept = await room.world.db.read.select({ code: openedBallots.code }).from(openedBallots)
  expect(new Set(kept.map(row => row.code))).toEqual(new Set([""]))
})

test("codes are for secret rounds under a rule that knows them", async () => {
  const plain = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(plain)
  expect(await openRound(plain.chair, { motionId, secret: true, withCodes: true })).toMatchObject({
    code: "codes_not_by_rule",
  })
  const room = await aMeetingInRoom(await aWorld(), codesAllowed)
  const named = await anOpenRound(room, { withCodes: true })
  expect((await findRound(room.world.db.read, room.world.community.id, named))?.hasCodes).toBe(false)
})

test("until the round is closed a code lies nowhere but inside the sealed ballot", async () => {
  const { room, roundId } = await aRoundWithCodes()
  await castAll(room, roundId)
  const { db } = room.world
  const everything = JSON.stringify([
    await db.read.select().from(rollEntries),
    await db.read.select().from(rounds),
    await db.read.select().from(auditEntries),
    (await db.read.select().from(sealedBallots)).map(row => Buffer.from(row.sealed).toString("latin1")),
  ])
  for (const [, code] of cast) expect(everything).not.toContain(code)
})

test("with a code or without, whatever is chosen, every sealed ballot has one length", async () => {
  const { publicKey } = await makeRoundKeys()
  const sealed = await Promise.all([
    sealChoice(publicKey, "for"),
    sealChoice(publicKey, "for", "12345678"),
    sealChoice(publicKey, "abstain", "00000000"),
    sealChoice(publicKey, "a+b+c+d+e+f+g+h", "99999999"),
    sealChoice(publicKey, "invalid"),
  ])
  expect(new Set(sealed.map(ballot => ballot.length)).size).toBe(1)
  await expect(sealChoice(publicKey, "for", "123")).rejects.toThrow(RangeError)
})

test("what was sealed is what is opened, the code apart from the choice", async () => {
  const keys = await makeRoundKeys()
  const sealed = [await sealChoice(keys.publicKey, "none", "00000007"), await sealChoice(keys.publicKey, "for")]
  expect(await openBallots(keys, sealed)).toEqual([
    { choice: "for", code: "" },
    { choice: "none", code: "00000007" },
  ])
})

test("a paper among ballots with codes gets a chance number, so that no empty place betrays it", async () => {
  const { room, roundId } = await aRoundWithCodes(cast.length + 1)
  await castAll(room, roundId)
  const { db, community } = room.world
  const round = (await findRound(db.read, community.id, roundId))!
  await db.tx("paper", async q => {
    const entry = { communityId: community.id, roundId, participantId: room.entitled.at(-1)!.id }
    await insertRollEntry(q, { ...entry, channel: "paper", requestKey: "paper-of-the-last-one" })
    const sealed = await sealChoice(round.publicKey!, "against")
    await insertSealedBallot(q, { communityId: community.id, roundId, id: newUnorderedId(), sealed })
  })
  must(await closeRound(room.chair, roundId))
  const opened = await db.read.select({ choice: openedBallots.choice, code: openedBallots.code }).from(openedBallots)
  expect(opened).toHaveLength(6)
  for (const ballot of opened) expect(ballot.code).toMatch(/^\d{8}$/)
  expect(opened.filter(ballot => ballot.choice === "against")).toHaveLength(2)
})

test("a retry is answered again, and its first code stands", async () => {
  const { room, roundId } = await aRoundWithCodes()
  const [first] = room.entitled
  const ballot = { roundId, choice: "for", requestKey: "the-same-key-again-1" }
  must(await castBallot(room.seat(first!), { ...ballot, code: "11111111" }))
  expect(must(await castBallot(room.seat(first!), { ...ballot, code: "22222222" }))).toEqual({ again: true })
  for (const voter of room.entitled.slice(1)) must(await vote(room, roundId, voter, "for", { code: "33333333" }))
  must(await closeRound(room.chair, roundId))
  const codes = (await room.world.db.read.select({ code: openedBallots.code }).from(openedBallots)).map(row => row.code)
  expect(codes).toContain("11111111")
  expect(codes).not.toContain("22222222")
})
