import { expect, test } from "vitest"
import { aWorld, type World } from "#tests/world"
import { openNextProposal, saveProposal } from "~/agenda/proposals"
import { listProposals, listWordingsInForce } from "~/agenda/store"
import { listReadyTopics, listTopicRows, readTopic } from "~/agenda/topic-reading"
import { decideTopicIn, scheduleTopicsIn } from "~/agenda/topics"
import { answerIssue } from "~/intake/sorting"
import type { Ctx } from "~/web/context"
import { aDecidedTopic, aWording } from "./factories"

const meeting = { id: "m1", title: "第1次协商议事会" }
const reason = "车库业主不同意从门前开挖"

const viewOf = async (ctx: Ctx, topicId: string) => {
  const view = await readTopic(ctx, topicId)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

async function aBlockedTopic(world: World) {
  const ctx = await world.as("secretary")
  const topicId = await aDecidedTopic(ctx)
  expect(await openNextProposal(ctx, { topicId, reason })).toMatchObject({ value: { ordinal: 2 } })
  return { ctx, topicId }
}

test("a proposal that cannot be carried out opens the second one of the same topic, and says why", async () => {
  const { ctx, topicId } = await aBlockedTopic(await aWorld())
  expect(await viewOf(ctx, topicId)).toMatchObject({
    state: "proposed",
    outcome: null,
    proposalOrdinal: 2,
    proposal: null,
    earlier: [],
    blocked: [{ name: "第一个方案", reason, by: "乙二", wordings: [{ version: 1, content: aWording().content }] }],
  })
})

test("until the second proposal is written there is no wording in force, and nothing to put on an agenda", async () => {
  const { ctx, topicId } = await aBlockedTopic(await aWorld())
  expect((await listWordingsInForce(ctx.db.read, ctx.community.id, [topicId])).size).toBe(0)
  expect(await listReadyTopics(ctx)).toEqual([])
  expect(await listTopicRows(ctx, null)).toMatchObject({ value: { rows: [{ proposal: "第二个方案", budget: "" }] } })
})

test("the second proposal begins at its first wording, and its newest is the one in force", async () => {
  const { ctx, topicId } = await aBlockedTopic(await aWorld())
  const second = aWording({ content: "改从绿化带开挖。", budgetFen: 9_600_000 })
  expect(await saveProposal(ctx, { topicId, version: 0, ordinal: 2, ...second })).toMatchObject({
    value: { version: 1 },
  })
  const better = aWording({ content: "改从绿化带开挖，恢复绿化。" })
  expect(await saveProposal(ctx, { topicId, version: 1, ordinal: 2, ...better })).toMatchObject({
    value: { version: 2 },
  })
  const all = await listProposals(ctx.db.read, ctx.community.id, [topicId])
  expect(all.map(one => [one.ordinal, one.version])).toEqual([
    [2, 2],
    [2, 1],
    [1, 1],
  ])
  expect(await listReadyTopics(ctx)).toMatchObject([{ id: topicId, version: 2, content: better.content }])
  expect(await viewOf(ctx, topicId)).toMatchObject({
    state: "prepared",
    proposal: { ordinal: 2, version: 2 },
    earlier: [{ ordinal: 2, version: 1 }],
  })
})

test("whoever still looks at the first proposal does not write over the second", async () => {
  const { ctx, topicId } = await aBlockedTopic(await aWorld())
  await saveProposal(ctx, { topicId, version: 0, ordinal: 2, ...aWording({ content: "改从绿化带开挖。" }) })
  const stale = { topicId, version: 1, ordinal: 1, ...aWording({ content: "还是从门前开挖。" }) }
  expect(await saveProposal(ctx, stale)).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 1, ordinal: 2 },
  })
})

test("a second proposal that is blocked too opens the third", async () => {
  const { ctx, topicId } = await aBlockedTopic(await aWorld())
  await saveProposal(ctx, { topicId, version: 0, ...aWording({ content: "改从绿化带开挖。" }) })
  await ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [topicId], meeting))
  await ctx.db.tx("t", q => decideTopicIn(q, ctx, topicId, "agreedWithConditions"))
  expect(await openNextProposal(ctx, { topicId, reason: "古树不能移" })).toMatchObject({ value: { ordinal: 3 } })
  expect((await viewOf(ctx, topicId)).blocked.map(one => [one.name, one.reason])).toEqual([
    ["第二个方案", "古树不能移"],
    ["第一个方案", reason],
  ])
})

test("what was not agreed on may be followed by another proposal, which says why the first was refused", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aDecidedTopic(ctx, "notAgreed")
  expect(await openNextProposal(ctx, { topicId, reason: "车库业主不同意" })).toMatchObject({ value: { ordinal: 2 } })
  expect(await viewOf(ctx, topicId)).toMatchObject({ state: "proposed", blocked: [{ reason: "车库业主不同意" }] })
})

test.each(["needsFieldwork", "escalated"] as const)(
  "what was decided as %s has no proposal to be blocked",
  async outcome => {
    const ctx = await (await aWorld()).as("secretary")
    const topicId = await aDecidedTopic(ctx, outcome)
    expect(await openNextProposal(ctx, { topicId, reason })).toMatchObject({ code: "topic_not_agreed" })
  },
)

test("the next proposal is opened once, with a reason, of a topic of one's own community", async () => {
  const ctx = await (await aWorld()).as("secretary")
  expect(await openNextProposal(ctx, { topicId: "invented", reason })).toMatchObject({ code: "not_found" })
  const topicId = await aDecidedTopic(ctx)
  expect(await openNextProposal(ctx, { topicId, reason: " " })).toMatchObject({ code: "block_reason_missing" })
  const opened = await Promise.all([1, 2].map(() => openNextProposal(ctx, { topicId, reason })))
  expect(opened.filter(one => one.ok)).toHaveLength(1)
  expect(opened.find(one => !one.ok)).toMatchObject({ code: "topic_not_agreed" })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s opens no proposal",
  async role => {
    const world = await aWorld()
    const topicId = await aDecidedTopic(await world.as("secretary"))
    expect(await openNextProposal(await world.as(role), { topicId, reason })).toMatchObject({ code: "forbidden" })
  },
)

test("the next proposal is offered while somebody still waits for an answer, and no more after", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aDecidedTopic(ctx)
  const { offersNext, issues } = await viewOf(ctx, topicId)
  expect(offersNext).toBe(true)
  const answer = { content: "办好了。", means: "电话", resolved: true }
  for (const issue of issues) expect(await answerIssue(ctx, { issueId: issue.id, answer })).toMatchObject({ ok: true })
  expect(await viewOf(ctx, topicId)).toMatchObject({ offersNext: false, state: "decided" })
})
