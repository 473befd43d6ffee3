import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { namedBallots, rollEntries, sealedBallots } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { checkInAtDesk, markLeft } from "~/chamber/attendance/attendance"
import { chamberRefusals } from "~/chamber/refusals"
import { castBallot } from "~/chamber/rounds/ballots"
import { findRound } from "~/chamber/rounds/round-store"
import { annulRound, closeRound } from "~/chamber/rounds/rounds"
import type { Participant } from "~/convening/store"
import type { Choice } from "~/law/tally"
import { aMeetingInRoom, anOpenRound, must, vote, voteAll } from "./factories"

const aKey = "0123456789abcdef-one"

test("a delegate's ballot is received once, with nothing of the choice in the answer", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const [voter] = room.entitled
  const cast = (requestKey: string, choice: Choice) => castBallot(room.seat(voter!), { roundId, choice, requestKey })
  expect(await cast(aKey, "for")).toEqual({ ok: true, value: { again: false } })
  expect(await cast(aKey, "for")).toEqual({ ok: true, value: { again: true } })
  expect(await cast("0123456789abcdef-two", "against")).toMatchObject({ ok: false, code: "already_voted" })
  expect(await room.world.db.read.select({ choice: namedBallots.choice }).from(namedBallots)).toEqual([
    { choice: "for" },
  ])
})

test("a page left open when the tablet was handed on casts nothing for the next delegate", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const [first, next] = room.entitled
  const ballot = { roundId, choice: "for" as const, requestKey: aKey, voterId: first!.id }
  expect(await castBallot(room.seat(next!), ballot)).toMatchObject({ ok: false, code: "seat_handed_on" })
  expect(await room.world.db.read.$count(rollEntries)).toBe(0)
  expect(await castBallot(room.seat(first!), ballot)).toEqual({ ok: true, value: { again: false } })
})

test("the same key after closing is still answered as received", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const ballot = { roundId, choice: "for" as const, requestKey: aKey }
  must(await castBallot(room.seat(room.entitled[0]!), ballot))
  must(await closeRound(room.chair, roundId))
  expect(await castBallot(room.seat(room.entitled[0]!), ballot)).toEqual({ ok: true, value: { again: true } })
})

test.each([false, true])("fifty parallel requests of one delegate leave one ballot (secret: %s)", async secret => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret })
  const [voter] = room.entitled
  const results = await Promise.all(
    Array.from({ length: 50 }, (_, at) =>
      castBallot(room.seat(voter!), {
        roundId,
        choice: at % 2 ? "for" : "against",
        requestKey: at < 25 ? aKey : `another-request-${at}`,
      }),
    ),
  )
  const fresh = results.filter(result => result.ok && !result.value.again)
  expect(fresh).toHaveLength(1)
  expect(results.filter(result => !result.ok).every(result => !result.ok && result.code === "already_voted")).toBe(true)
  expect(await room.world.db.read.$count(rollEntries)).toBe(1)
  expect(await room.world.db.read.$count(secret ? sealedBallots : namedBallots)).toBe(1)
})

test.each([false, true])(
  "of 200 delegates voting while the chair closes each acknowledged ballot is counted, none after (secret: %s)",
  async secret => {
    const room = await aMeetingInRoom(await aWorld(), { entitled: 200 })
    const roundId = await anOpenRound(room, { secret })
    // Enough for a secret round to be closed at all.
    await voteAll(room, roundId, ["for", "for", "for", "for", "for"])
    const acknowledged = room.entitled.slice(0, 5).map(voter => voter.id)
    const inTurn = async (voter: Participant, turn: number) => {
      for (let at = 0; at < turn; at++) await new Promise(setImmediate)
      const result = await vote(room, roundId, voter, turn % 3 ? "for" : "abstain")
      if (result.ok) acknowledged.push(voter.id)
      return result.ok ? "received" : result.code
    }
    const voting = room.entitled.slice(5, 180).map((voter, at) => inTurn(voter, at))
    const closing = new Promise(setImmediate).then(() => closeRound(room.chair, roundId))
    const answers = await Promise.all(voting)
    must(await closing)
    expect([...new Set(answers)].every(answer => answer === "received" || answer === "round_closed")).toBe(true)
    const late = await Promise.all(room.entitled.slice(180).map(voter => inTurn(voter, 0)))
    expect(new Set(late)).toEqual(new Set(["round_closed"]))

    const round = await findRound(room.world.db.read, room.world.community.id, roundId)
    expect(round!.result!.cast).toBe(acknowledged.length)
    const voted = round!.roll!.filter(row => row.voted).map(row => row.participantId)
    expect(voted.toSorted()).toEqual(acknowledged.toSorted())
    expect(await room.world.db.read.$count(rollEntries)).toBe(acknowledged.length)
  },
)

test("an observer, someone absent, someone who left and a stranger do not vote", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world, { entitled: 6, present: 5, observers: 1 })
  const roundId = await anOpenRound(room)
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  const code = async (result: ReturnType<typeof castBallot>) => {
    const answer = await result
    return answer.ok ? "ok" : answer.code
  }
  expect(await code(vote(room, roundId, room.observers[0]!, "for"))).toBe("not_entitled")
  expect(await code(vote(room, roundId, room.entitled[5]!, "for"))).toBe("voter_absent")
  expect(await code(vote(room, roundId, room.entitled[0]!, "for"))).toBe("voter_left")
  expect(await code(castBallot(world.asStranger(), { roundId, choice: "for", requestKey: aKey }))).toBe("not_seated")
  expect(await code(castBallot(room.chair, { roundId, choice: "for", requestKey: aKey }))).toBe("not_seated")
  expect(await world.db.read.$count(rollEntries)).toBe(0)
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[5]!.id))
  expect(await code(vote(room, roundId, room.entitled[5]!, "for"))).toBe("ok")
})

test("a seat of one meeting does not vote in another, nor in another community's", async () => {
  const world = await aWorld()
  const [here, there] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  const roundId = await anOpenRound(there)
  expect(await vote(here, roundId, here.entitled[0]!, "for")).toMatchObject({ code: "not_found" })
  const foreign = { ...there.seat(there.entitled[0]!), community: { ...world.community, id: "another" } }
  expect(await castBallot(foreign, { roundId, choice: "for", requestKey: aKey })).toMatchObject({ code: "not_found" })
  expect(await vote(there, "no such round", there.entitled[0]!, "for")).toMatchObject({ code: "not_found" })
})

test("a closed and an annulled round take no ballot", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  must(await annulRound(room.chair, roundId, "念错了方案"))
  expect(await vote(room, roundId, room.entitled[0]!, "for")).toMatchObject({ code: "round_annulled" })
  const again = await anOpenRound(room)
  must(await closeRound(room.chair, again))
  expect(await vote(room, again, room.entitled[0]!, "for")).toMatchObject({ code: "round_closed" })
})

test("a form without a choice, or with a broken key, is told so", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const seat = room.seat(room.entitled[0]!)
  expect(await castBallot(seat, { roundId, choice: "" as Choice, requestKey: aKey })).toMatchObject({
    code: "choice_missing",
  })
  expect(await castBallot(seat, { roundId, choice: "for", requestKey: "short" })).toMatchObject({
    code: "ballot_form_broken",
  })
})

test("a named ballot and the roll can be neither changed nor deleted", async () => {
  const { db } = await aWorld().then(async world => {
    const room = await aMeetingInRoom(world)
    await voteAll(room, await anOpenRound(room), ["for"])
    return world
  })
  await expect(db.tx("x", q => q.update(namedBallots).set({ choice: "against" }))).rejects.toThrow()
  await expect(db.tx("x", q => q.delete(namedBallots))).rejects.toThrow()
  await expect(db.tx("x", q => q.delete(rollEntries))).rejects.toThrow()
  expect(await db.read.select({ choice: namedBallots.choice }).from(namedBallots)).toEqual([{ choice: "for" }])
})

test("a ballot tells only the counts' channel, and leaves no audit row with its time", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const roundId = await anOpenRound(room, { secret: true })
  world.published.length = 0
  const before = await world.db.read.$count(auditEntries)
  must(await vote(room, roundId, room.entitled[0]!, "for"))
  expect(world.published).toEqual([`meeting:${room.meetingId}:counts`])
  expect(await world.db.read.$count(auditEntries)).toBe(before)
  expect(await world.db.read.$count(auditEntries, eq(auditEntries.action, "ballot.received"))).toBe(0)
})

test("every refusal of a ballot has its sentence", () => {
  for (const code of [
    "not_seated",
    "choice_missing",
    "ballot_form_broken",
    "already_voted",
    "not_entitled",
    "round_closed",
    "round_annulled",
    "voter_absent",
    "voter_left",
  ])
    expect(chamberRefusals[code]?.({})).toMatch(/[。]$/)
})
