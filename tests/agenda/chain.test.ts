import { expect, test } from "vitest"
import { type ChainStep, chainSteps } from "#db/words"
import { aWorld } from "#tests/world"
import { type RecordChainStep, recordChainStep } from "~/agenda/chain"
import { readChain } from "~/agenda/chain-reading"
import {
  type ChainEntry,
  type ChainFigures,
  chainStanding,
  checkChainEntry,
  judgeChainStep,
  missingChainStep,
  type VotedStep,
} from "~/agenda/chain-rules"
import { listChainRecords } from "~/agenda/chain-store"
import { openNextProposal } from "~/agenda/proposals"
import type { Ctx } from "~/web/context"
import { aDecidedTopic, aReadyTopic } from "./factories"

// Everybody came and agreed, on consecutive days of September; the decision hung for its fifteen days and more.
const days: Record<ChainStep, string> = {
  branchProposal: "2026-09-01",
  committeesDiscussion: "2026-09-02",
  partyAssembly: "2026-09-03",
  representativesDecision: "2026-09-04",
  decisionPublished: "2026-09-05",
  resultPublished: "2026-10-08",
}
const posted: Partial<Record<ChainStep, string>> = { decisionPublished: "2026-09-21", resultPublished: "2026-10-26" }

function anEntry(step: ChainStep, more: Partial<ChainEntry> = {}): ChainEntry {
  const until = posted[step] ?? null
  const heads = until ? null : 9
  const nobody = until ? null : 0
  return {
    step,
    heldOn: days[step],
    until,
    place: "党群服务中心",
    content: "改造地下管网，分三段施工。",
    entitled: heads,
    present: heads,
    inFavour: heads,
    against: nobody,
    abstained: nobody,
    ...more,
  }
}

type Known = Parameters<typeof missingChainStep>[0]
const recorded = (steps: readonly ChainStep[], more: Partial<ChainEntry> = {}, ordinal = 1): Known =>
  steps.map(step => ({ ...anEntry(step, step === steps.at(-1) ? more : {}), proposalOrdinal: ordinal }))
const failed = { inFavour: 1, against: 8 }

const figures = (entitled: number, present: number, inFavour: number, against = 0): ChainFigures => ({
  entitled,
  present,
  inFavour,
  against,
  abstained: present - inFavour - against,
})

test.each<[string, VotedStep, ChainFigures, string]>([
  ["支部工作条例12: three of five members came, two agree", "branchProposal", figures(5, 3, 2, 1), "agreed"],
  ["支部工作条例12: exactly half of the members came (半数以上)", "branchProposal", figures(6, 3, 2), "agreed"],
  ["支部工作条例12: fewer than half came", "branchProposal", figures(5, 2, 2), "quorumNotMet"],
  ["half of those present is no majority", "branchProposal", figures(4, 4, 2, 2), "notEnoughAgreed"],
  ["两委: a majority of those present", "committeesDiscussion", figures(12, 9, 5, 4), "agreed"],
  ["两委: nothing demands a quorum", "committeesDiscussion", figures(12, 3, 2, 1), "agreed"],
  ["两委: four against four", "committeesDiscussion", figures(12, 8, 4, 4), "notEnoughAgreed"],
  ["党员大会: exactly two thirds came, more than half of all agree", "partyAssembly", figures(30, 20, 16), "agreed"],
  ["党员大会: one fewer came, all agree", "partyAssembly", figures(30, 19, 19), "quorumNotMet"],
  ["支部工作条例11: 15 of 20 present are only half of the 30", "partyAssembly", figures(30, 20, 15), "notEnoughAgreed"],
  [
    "居委会组织法29: exactly two thirds came, six of ten agree",
    "representativesDecision",
    figures(15, 10, 6, 4),
    "agreed",
  ],
  ["居委会组织法29: one fewer came", "representativesDecision", figures(15, 9, 9), "quorumNotMet"],
  ["居委会组织法29: exactly half of those who came", "representativesDecision", figures(15, 10, 5), "notEnoughAgreed"],
])("%s", (_, step, given, reason) => {
  expect(judgeChainStep(step, given).reason).toBe(reason)
})

test("the steps come one after the other", () => {
  for (const [at, step] of chainSteps.entries())
    expect(chainStanding(recorded(chainSteps.slice(0, at)), 1)).toMatchObject({ next: step, stoppedAt: null })
  expect(chainStanding(recorded(chainSteps), 1)).toEqual({ next: null, stoppedAt: null, last: "resultPublished" })
})

test("a vote that failed stops the chain, and passing it later sets it going again", () => {
  const stopped = recorded(["branchProposal", "committeesDiscussion"], failed)
  expect(chainStanding(stopped, 1)).toEqual({
    next: null,
    stoppedAt: "committeesDiscussion",
    last: "committeesDiscussion",
  })
  expect(chainStanding([...stopped, ...recorded(["committeesDiscussion"])], 1)).toMatchObject({ next: "partyAssembly" })
})

test.each<[string, Known, number, ChainStep | null]>([
  ["no chain was begun, so nothing is missing", [], 1, null],
  ["the branch has proposed and no more", recorded(["branchProposal"]), 1, "committeesDiscussion"],
  ["the branch did not agree", recorded(["branchProposal"], failed), 1, "branchProposal"],
  ["two steps are taken", recorded(["branchProposal", "committeesDiscussion"]), 1, "partyAssembly"],
  ["the assembly refused", recorded(chainSteps.slice(0, 3), failed), 1, "partyAssembly"],
  ["the three steps before the representatives are taken", recorded(chainSteps.slice(0, 3)), 1, null],
  ["all six are", recorded(chainSteps), 1, null],
  ["the first proposal's steps do not carry the second", recorded(["branchProposal"]), 2, null],
  [
    "the second proposal begins anew",
    [...recorded(chainSteps.slice(0, 3)), ...recorded(["branchProposal"], {}, 2)],
    2,
    "committeesDiscussion",
  ],
])("before the representatives decide: %s", (_, records, ordinal, step) => {
  expect(missingChainStep(records, ordinal)).toBe(step)
})

test.each<[string, Known, ChainEntry, string]>([
  ["a step too early", [], anEntry("committeesDiscussion"), "chain_step_early"],
  ["a step before others", recorded(chainSteps.slice(0, 3)), anEntry("branchProposal"), "chain_step_past"],
  [
    "a step after a vote that failed",
    recorded(["branchProposal"], failed),
    anEntry("committeesDiscussion"),
    "chain_stopped",
  ],
  ["no real day", [], anEntry("branchProposal", { heldOn: "2026-02-30" }), "chain_date_wrong"],
  ["a day to come", [], anEntry("branchProposal", { heldOn: "2026-10-09" }), "chain_date_future"],
  [
    "a day before the step before",
    recorded(["branchProposal"]),
    anEntry("committeesDiscussion", { heldOn: "2026-08-31" }),
    "chain_before_previous",
  ],
  ["nowhere", [], anEntry("branchProposal", { place: " " }), "chain_incomplete"],
  ["nothing said", [], anEntry("branchProposal", { content: "" }), "chain_incomplete"],
  ["a figure left out", [], anEntry("branchProposal", { against: null }), "chain_figures_missing"],
  ["half a person", [], anEntry("branchProposal", { present: 4.5 }), "chain_figures_missing"],
  ["nobody entitled", [], anEntry("branchProposal", { entitled: 0, present: 0, inFavour: 0 }), "chain_figures_missing"],
  ["more present than entitled", [], anEntry("branchProposal", { present: 10 }), "chain_figures_contradict"],
  ["more votes than people", [], anEntry("branchProposal", { against: 1 }), "chain_figures_contradict"],
  [
    "a sheet without its last day",
    recorded(chainSteps.slice(0, 4)),
    anEntry("decisionPublished", { until: null }),
    "chain_date_wrong",
  ],
  // 民法典201: the day of posting is not counted; fifteen days from 5 September end on the 20th, a Sunday that is worked.
  [
    "a sheet a day too short",
    recorded(chainSteps.slice(0, 4)),
    anEntry("decisionPublished", { until: "2026-09-19" }),
    "chain_posting_short",
  ],
  [
    "the seven days of older texts",
    recorded(chainSteps.slice(0, 4)),
    anEntry("decisionPublished", { until: "2026-09-12" }),
    "chain_posting_short",
  ],
  [
    "a result while the decision still hangs",
    recorded(chainSteps.slice(0, 5)),
    anEntry("resultPublished", { heldOn: "2026-09-21" }),
    "chain_posting_running",
  ],
])("%s is refused", (_, records, entry, code) => {
  expect(checkChainEntry(entry, { records, ordinal: 1, today: "2026-10-08" })).toMatchObject({ code })
})

test("a sheet hangs for fifteen days, and a day off at their end is not the last of them (民法典201、203)", () => {
  const known = { records: recorded(chainSteps.slice(0, 4)), ordinal: 1, today: "2026-10-08" }
  const hanging = (heldOn: string, until: string) =>
    checkChainEntry(anEntry("decisionPublished", { heldOn, until }), known)
  expect(hanging("2026-09-05", "2026-09-20")).toMatchObject({ ok: true })
  // Fifteen days from 18 September end on 3 October, in the holidays; the 8th is the first day after them.
  expect(hanging("2026-09-18", "2026-10-07")).toMatchObject({
    code: "chain_posting_short",
    detail: { least: "2026-10-08" },
  })
  expect(hanging("2026-09-18", "2026-10-08")).toMatchObject({ ok: true })
})

test("a vote keeps no last day and a sheet no figures, whatever was sent in", () => {
  const vote = checkChainEntry(anEntry("branchProposal", { until: "2026-12-01" }), {
    records: [],
    ordinal: 1,
    today: "2026-10-08",
  })
  expect(vote).toMatchObject({ value: { until: null, entitled: 9 } })
  const sheet = checkChainEntry(anEntry("decisionPublished", { entitled: 3, inFavour: 2 }), {
    records: recorded(chainSteps.slice(0, 4)),
    ordinal: 1,
    today: "2026-10-08",
  })
  expect(sheet).toMatchObject({ value: { until: "2026-09-21", entitled: null, inFavour: null } })
})

const record = (ctx: Ctx, topicId: string, seen: number, step: ChainStep, more: Partial<RecordChainStep> = {}) =>
  recordChainStep(ctx, { topicId, seen, ...anEntry(step), ...more })

test("six steps are recorded one after the other, and the page tells each condition with its figures", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  for (const [seen, step] of chainSteps.entries())
    expect(await record(ctx, topicId, seen, step), step).toMatchObject({ ok: true })
  const chain = await readChain(ctx, topicId)
  expect(chain).toMatchObject({
    value: { isComplete: true, next: null, stopped: "", seen: 6, again: { step: "resultPublished" } },
  })
  if (!chain.ok) return
  expect(chain.value.steps.map(one => [one.name, one.state, one.record?.outcome])).toEqual([
    ["党支部提议", "done", "通过"],
    ["“两委”商议", "done", "通过"],
    ["党员大会审议", "done", "通过"],
    ["居民代表会议决议", "done", "通过"],
    ["决议公开", "done", "已公开"],
    ["实施结果公开", "done", "已公开"],
  ])
  expect(chain.value.steps[2]?.record).toMatchObject({
    heldOn: "2026年9月3日",
    attendance: "应到9人，实到9人",
    vote: "赞成9人，反对0人，弃权0人",
    lights: [
      {
        isMet: true,
        words:
          "到会党员：9人中有9人，须6人，达到三分之二以上（四议两公开工作法（法律未规定）：到会党员达到党员总数的三分之二以上）",
      },
      {
        isMet: true,
        words:
          "赞成的党员：9人中有9人，须5人，达到过半数（《中国共产党支部工作条例（试行）》第十一条：赞成人数超过应到会有表决权的党员的半数为通过）",
      },
    ],
  })
})

test("a step whose vote failed stops the chain until it is held again, and the failure stays in sight", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  await record(ctx, topicId, 0, "branchProposal")
  await record(ctx, topicId, 1, "committeesDiscussion", failed)
  expect(await record(ctx, topicId, 2, "partyAssembly")).toMatchObject({ code: "chain_stopped" })
  expect(await readChain(ctx, topicId)).toMatchObject({ value: { stopped: "“两委”商议", next: null } })
  expect(await record(ctx, topicId, 2, "committeesDiscussion", { heldOn: "2026-09-09" })).toMatchObject({ ok: true })
  const chain = await readChain(ctx, topicId)
  expect(chain).toMatchObject({ value: { stopped: "", next: { step: "partyAssembly" } } })
  expect(chain.ok && chain.value.steps[1]).toMatchObject({
    state: "done",
    record: { outcome: "通过", heldOn: "2026年9月9日" },
    earlier: [{ outcome: "没有通过", heldOn: "2026年9月2日" }],
  })
})

test("two clicks write one record, two people with different records do not write over each other", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  const clicks = await Promise.all([1, 2].map(() => record(ctx, topicId, 0, "branchProposal")))
  expect(clicks[0]).toMatchObject({ ok: true })
  expect(clicks[1]).toEqual(clicks[0])
  expect(await record(ctx, topicId, 0, "branchProposal", { place: "别处" })).toMatchObject({
    code: "chain_recorded_meanwhile",
  })
  const records = await listChainRecords(ctx.db.read, ctx.community.id, [topicId])
  expect(records.get(topicId)).toHaveLength(1)
})

test("the next proposal begins with the first step, and the first proposal's records stay", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aDecidedTopic(ctx)
  await record(ctx, topicId, 0, "branchProposal")
  await openNextProposal(ctx, { topicId, reason: "车库业主不同意从门前开挖" })
  expect(await readChain(ctx, topicId)).toMatchObject({
    value: { proposal: "第二个方案", seen: 0, next: { step: "branchProposal" } },
  })
  expect(await record(ctx, topicId, 0, "branchProposal", { heldOn: "2026-10-01" })).toMatchObject({ ok: true })
  const all = (await listChainRecords(ctx.db.read, ctx.community.id, [topicId])).get(topicId)
  expect(all?.map(one => one.proposalOrdinal)).toEqual([1, 2])
})

test("records are found by topic, in the order in which they were made; topics without any have none", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [one, other] = [await aReadyTopic(ctx), await aReadyTopic(ctx)]
  await record(ctx, one, 0, "branchProposal")
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await record(ctx, one, 1, "committeesDiscussion")
  const found = await listChainRecords(ctx.db.read, ctx.community.id, [one, other])
  expect([...found].map(([topicId, records]) => [topicId, records.map(record => record.step)])).toEqual([
    [one, ["branchProposal", "committeesDiscussion"]],
  ])
  expect(await listChainRecords(ctx.db.read, ctx.community.id, [])).toEqual(new Map())
  expect(await listChainRecords(ctx.db.read, "another community", [one])).toEqual(new Map())
})

test("an unknown topic is not found, and who may only read sees no form", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  expect(await record(secretary, "invented", 0, "branchProposal")).toMatchObject({ code: "not_found" })
  expect(await readChain(secretary, "invented")).toMatchObject({ code: "not_found" })
  const topicId = await aReadyTopic(secretary)
  await record(secretary, topicId, 0, "branchProposal")
  expect(await readChain(await world.as("viewer"), topicId)).toMatchObject({ value: { next: null, again: null } })
  expect(await readChain(world.asStranger(), topicId)).toMatchObject({ code: "forbidden" })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s records no step",
  async role => {
    const world = await aWorld()
    const topicId = await aReadyTopic(await world.as("secretary"))
    expect(await record(await world.as(role), topicId, 0, "branchProposal")).toMatchObject({ code: "forbidden" })
  },
)
