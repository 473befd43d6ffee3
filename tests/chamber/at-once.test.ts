import { and, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { findRound } from "~/chamber/rounds/round-store"
import { annulRound, closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import type { Result } from "~/law/result"
import { readBox } from "./box"
import { aMeetingInRoom, anOpenRound, must, type Room, vote, voteAll } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)
const roundOf = async ({ world }: Room, roundId: string) =>
  (await findRound(world.db.read, world.community.id, roundId))!
const placeOf = ({ world, meetingId }: Room, roundId: string) => ({
  communityId: world.community.id,
  meetingId,
  roundId,
})

async function countAudited({ world, meetingId }: Room, action: string): Promise<number> {
  const rows = await world.db.read
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, world.community.id),
        eq(auditEntries.subjectId, meetingId),
        eq(auditEntries.action, action),
      ),
    )
  return rows.length
}

test.each([false, true])(
  "of several who end a vote at the same moment one does it, and the others are told that it is done (secret: %s)",
  async secret => {
    const room = await aMeetingInRoom(await aWorld(), { entitled: 9 })
    const roundId = await anOpenRound(room, { secret })
    await voteAll(room, roundId, ["for", "for", "for", "for", "for", "against", "against", "abstain"])
    const results = await Promise.all(Array.from({ length: 4 }, () => closeRound(room.chair, roundId)))
    expect(results.map(codeOf).sort()).toEqual(["already_closed", "already_closed", "already_closed", "done"])
    expect((await roundOf(room, roundId)).result).toMatchObject({
      cast: 8,
      counts: { for: 5, against: 2, abstain: 1 },
    })
    expect(await countAudited(room, "round.closed")).toBe(1)
  },
)

test("a result that two proclaim at once is proclaimed once", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  const results = await Promise.all([1, 2].map(() => proclaimRound(room.chair, roundId)))
  expect(results.map(codeOf).sort()).toEqual(["already_proclaimed", "done"])
  expect(await countAudited(room, "round.proclaimed")).toBe(1)
})

/** The order in which they are pressed; on PostgreSQL the lock decides whose turn it is. */
const orders = {
  "ending before annulling": ["close", "annul"],
  "annulling before ending": ["annul", "close"],
  "two endings around an annulment": ["close", "annul", "close"],
  "two annulments around an ending": ["annul", "close", "annul"],
} as const

test.each(
  Object.entries(orders).flatMap(([name, presses]) => [false, true].map(secret => [name, secret, presses] as const)),
)(
  "%s, in the middle of the voting: what was acknowledged is in the box, and nothing after (secret: %s)",
  async (_name, secret, presses) => {
    const room = await aMeetingInRoom(await aWorld(), { entitled: 40 })
    const roundId = await anOpenRound(room, { secret })
    for (const voter of room.entitled.slice(0, 10)) must(await vote(room, roundId, voter, "for"))
    const send = (from: number, to: number) =>
      room.entitled.slice(from, to).map(async voter => ({ voter, result: await vote(room, roundId, voter, "against") }))
    const early = send(10, 25)
    const pressed = presses.map(press =>
      press === "close" ? closeRound(room.chair, roundId) : annulRound(room.chair, roundId, "读错了动议"),
    )
    const ballots = await Promise.all([...early, ...send(25, 40)])
    const ends = await Promise.all(pressed)

    const refusals = ballots.flatMap(({ result }) => (result.ok ? [] : [result.code]))
    expect(refusals.filter(code => !["round_closed", "round_annulled"].includes(code))).toEqual([])
    const acknowledged = [...room.entitled.slice(0, 10), ...ballots.filter(b => b.result.ok).map(b => b.voter)]
    const { roll, box } = await readBox(room.world.db, placeOf(room, roundId))
    expect(roll).toEqual(acknowledged.map(voter => voter.id).toSorted())

    // An annulment stands whenever it comes before the proclamation; the result counted before it stays with the round.
    const round = await roundOf(room, roundId)
    const codes = ends.map(codeOf)
    expect(codes.filter((code, at) => code === "done" && presses[at] === "annul")).toHaveLength(1)
    const closings = codes.filter((code, at) => code === "done" && presses[at] === "close").length
    expect(closings).toBeLessThanOrEqual(1)
    expect(round.state).toBe("annulled")
    if (closings === 1)
      expect(round.result).toMatchObject({ cast: roll.length, counts: { for: 10, against: roll.length - 10 } })
    else expect(round.result).toBeNull()
    // Opened ballots have taken the place of the sealed ones.
    expect(box).toBe(secret && closings === 1 ? 0 : roll.length)
    for (const code of codes) expect(["done", "already_closed", "round_annulled"]).toContain(code)
    expect(await countAudited(room, "round.annulled")).toBe(1)
  },
)
