import { expect, test } from "vitest"
import { pollBallots } from "#db/schema/polling"
import { aWorld } from "#tests/world"
import { listBallots, listSetAside } from "~/polling/ballot-store"
import { readChecking, readEntering } from "~/polling/ballot-views"
import { checkBallot, enterBallot } from "~/polling/ballots"
import { closePoll } from "~/polling/closing"
import { deliverPapers } from "~/polling/delivering"
import { readPoll } from "~/polling/reading"
import { readRollView } from "~/polling/roll-views"
import { listAuditEntries } from "~/registry/store"
import { agreed, anAnnouncedPoll, anOpenPoll, answerAll, aPaper, closes, on } from "./factories"

test("a paper is entered once, and sent twice it is there once", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world)
  const input = { pollId, ordinal: 3, paper: aPaper() }
  expect(agreed(await enterBallot(ctx, input))).toEqual({ ordinal: 3, became: "entered" })
  expect(agreed(await enterBallot(ctx, input))).toEqual({ ordinal: 3, became: "again" })
  expect(await listBallots(ctx.db.read, ctx.community.id, pollId)).toHaveLength(1)
})

test("many hands entering one number at once leave one ballot", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  const entries = [ctx, other, ctx, other].map((who, at) =>
    enterBallot(who, { pollId, ordinal: 1, paper: aPaper({ answer: at % 2 ? "against" : "for" }) }),
  )
  const results = await Promise.all(entries)
  expect(results.filter(result => result.ok && result.value.became === "entered")).toHaveLength(1)
  expect(await listBallots(ctx.db.read, ctx.community.id, pollId)).toHaveLength(1)
})

test("a second paper of the same voter is set aside with its reason and overwrites nothing", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  agreed(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper() }))
  const second = { pollId, ordinal: 1, paper: aPaper({ answer: "against" as const }) }
  expect(await enterBallot(other, second)).toMatchObject({ code: "ballot_exists", detail: { by: "乙二" } })
  const stated = { ...second, existing: "second" as const }
  expect(await enterBallot(other, stated)).toMatchObject({ code: "ballot_reason_missing" })
  const reason = "配偶又交来一张"
  expect(agreed(await enterBallot(other, { ...stated, reason })).became).toBe("setAside")
  expect(agreed(await enterBallot(other, { ...stated, reason })).became).toBe("again")
  const [ballot] = await listBallots(ctx.db.read, ctx.community.id, pollId)
  expect(ballot).toMatchObject({ answer: "for", enteredBy: "乙二" })
  const aside = await listSetAside(ctx.db.read, ctx.community.id, pollId)
  expect(aside.map(one => [one.answer, one.reason])).toEqual([["反对", "同一业主的第二张票：配偶又交来一张"]])
})

test("a slip of the pen is mended with its reason, the former entry is kept, and the check begins anew", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  await answerAll({ ctx, other, pollId }, ["for"])
  const paper = aPaper({ answer: "against" })
  const correction = { pollId, ordinal: 1, paper, existing: "correct" as const, reason: "看错了一行" }
  expect(agreed(await enterBallot(ctx, correction)).became).toBe("corrected")
  const [ballot] = await listBallots(ctx.db.read, ctx.community.id, pollId)
  expect(ballot).toMatchObject({ answer: "against", checkedAt: null })
  expect(await listSetAside(ctx.db.read, ctx.community.id, pollId)).toMatchObject([{ answer: "同意" }])
})

test("nobody checks an own entry, and nothing is checked twice", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  expect(await checkBallot(other, { pollId, ordinal: 1, answer: "for" })).toMatchObject({ code: "ballot_not_entered" })
  agreed(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper() }))
  expect(await checkBallot(ctx, { pollId, ordinal: 1, answer: "for" })).toMatchObject({ code: "own_entry" })
  expect(agreed(await checkBallot(other, { pollId, ordinal: 1, answer: "for" }))).toEqual({ ordinal: 1, agrees: true })
  expect(await checkBallot(other, { pollId, ordinal: 1, answer: "for" })).toMatchObject({ code: "already_checked" })
})

test("where the check reads something else the entry is kept aside, and what was read waits for the first one's check", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  agreed(await enterBallot(ctx, { pollId, ordinal: 1, paper: aPaper() }))
  expect(agreed(await checkBallot(other, { pollId, ordinal: 1, answer: "against" })).agrees).toBe(false)
  const [ballot] = await listBallots(ctx.db.read, ctx.community.id, pollId)
  expect(ballot).toMatchObject({ answer: "against", enteredBy: "戊五", checkedAt: null })
  expect(await listSetAside(ctx.db.read, ctx.community.id, pollId)).toMatchObject([
    { answer: "同意", reason: "核对时与原票不一致", byName: "戊五" },
  ])
  expect(await checkBallot(other, { pollId, ordinal: 1, answer: "against" })).toMatchObject({ code: "own_entry" })
  expect(agreed(await checkBallot(ctx, { pollId, ordinal: 1, answer: "against" })).agrees).toBe(true)
})

test("an invalid paper needs its reason, an unknown number and a wrong day are refused", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world)
  const enter = (ordinal: number, paper = aPaper()) => enterBallot(ctx, { pollId, ordinal, paper })
  expect(await enter(1, aPaper({ answer: "invalid" }))).toMatchObject({ code: "invalid_reason_missing" })
  expect(await enter(7)).toMatchObject({ code: "paper_unknown", detail: { ordinal: 7 } })
  expect(await enter(1, aPaper({ returnedOn: "2026-10-25" }))).toMatchObject({ code: "paper_in_future" })
  expect(await enter(1, aPaper({ returnedOn: "2026-10-23" }))).toMatchObject({ code: "paper_before_opening" })
  expect(await enter(1, aPaper({ returnedOn: "2026-02-30" }))).toMatchObject({ code: "poll_date_wrong" })
})

test("a paper that came too late is kept and not counted", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world)
  on(world, "2026-11-03")
  const late = { pollId, ordinal: 1, paper: aPaper({ returnedOn: "2026-11-03" }) }
  expect(agreed(await enterBallot(ctx, late)).became).toBe("setAside")
  expect(await listBallots(ctx.db.read, ctx.community.id, pollId)).toEqual([])
  // One that lay in the box in time may be entered the day after.
  const inTime = { pollId, ordinal: 1, paper: aPaper({ returnedOn: closes }) }
  expect(agreed(await enterBallot(ctx, inTime)).became).toBe("entered")
})

test("a proxy who gave the own vote away, and an owner as the own proxy, are refused", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anOpenPoll(world)
  const enter = (ordinal: number, proxyName: string) =>
    enterBallot(ctx, { pollId, ordinal, paper: aPaper({ proxyName }) })
  expect(await enter(1, "辛一")).toMatchObject({ code: "proxy_to_self", detail: { to: "辛一" } })
  agreed(await enter(1, "辛二"))
  agreed(await enter(3, "辛二"))
  expect(await enter(2, "辛四")).toMatchObject({ code: "proxy_passed_on", detail: { to: "辛二" } })
})

test("papers are handed over from the announcement on, with their day, their way and who took them", async () => {
  const world = await aWorld()
  const { ctx, pollId } = await anAnnouncedPoll(world)
  const delivery = { pollId, ordinals: [1, 2], deliveredOn: "2026-10-08", means: "hand" as const, to: "辛一的女儿" }
  expect(agreed(await deliverPapers(ctx, delivery))).toEqual({ delivered: 2 })
  expect(await deliverPapers(ctx, { ...delivery, ordinals: [] })).toMatchObject({ code: "delivery_nobody" })
  expect(await deliverPapers(ctx, { ...delivery, ordinals: [9] })).toMatchObject({ code: "not_found" })
  expect(await deliverPapers(ctx, { ...delivery, deliveredOn: "2026-10-09" })).toMatchObject({
    code: "delivery_in_future",
  })
  expect(await deliverPapers(ctx, { ...delivery, deliveredOn: "2026-10-07" })).toMatchObject({
    code: "delivery_before_announcement",
  })
  const roll = agreed(await readRollView(ctx, pollId, { filter: "undelivered", page: 1, isPrinted: false }))
  expect(roll.counts).toEqual({ all: 6, undelivered: 4, missing: 6 })
  expect(roll.rows.map(row => row.ordinal)).toEqual([3, 4, 5, 6])
})

test("nothing is entered before the first day or after the counting, and the database itself lets no ballot change", async () => {
  const world = await aWorld()
  const announced = await anAnnouncedPoll(world)
  const paper = aPaper()
  expect(await enterBallot(announced.ctx, { pollId: announced.pollId, ordinal: 1, paper })).toMatchObject({
    code: "poll_moved_on",
  })
  const another = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(another)
  await answerAll({ ctx, other, pollId }, ["for", "for", "for", "for", "for", "for"])
  agreed(await closePoll(ctx, { pollId }))
  expect(await enterBallot(ctx, { pollId, ordinal: 1, paper })).toMatchObject({ code: "poll_moved_on" })
  await expect(ctx.db.tx("change", q => q.update(pollBallots).set({ answer: "against" }))).rejects.toThrow()
})

test("what a paper says stands on the pages of entering alone: no log, no roll, no figure tells it", async () => {
  const world = await aWorld()
  const { ctx, other, pollId } = await anOpenPoll(world)
  const paper = aPaper({ answer: "invalid", note: "涂改看不清" })
  agreed(await enterBallot(ctx, { pollId, ordinal: 2, paper }))
  const log = await listAuditEntries(ctx.db.read, ctx.community.id, [{ kind: "poll", ids: [pollId] }])
  expect(log.find(entry => entry.action === "poll.ballotEntered")?.detail).toEqual({})
  const roll = await readRollView(ctx, pollId, { filter: "all", page: 1, isPrinted: true })
  const page = await readPoll(ctx, pollId)
  const check = await readChecking(other, pollId)
  for (const shown of [log, roll, page, check]) expect(JSON.stringify(shown)).not.toMatch(/涂改|invalid|无效/)
  expect(agreed(await readEntering(ctx, pollId)).latest).toMatchObject([{ ordinal: 2, answer: "无效" }])
  for (const role of ["viewer", "administrator"] as const) {
    const reader = await world.as(role)
    expect(await readRollView(reader, pollId, { filter: "all", page: 1, isPrinted: true })).toMatchObject({
      code: "forbidden",
    })
    expect(await readEntering(reader, pollId)).toMatchObject({ code: "forbidden" })
    expect(await enterBallot(reader, { pollId, ordinal: 1, paper })).toMatchObject({ code: "forbidden" })
    expect(await checkBallot(reader, { pollId, ordinal: 2, answer: "for" })).toMatchObject({ code: "forbidden" })
  }
})
