import { expect, test } from "vitest"
import { routings } from "#db/schema/agenda"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { readRouting } from "~/agenda/procedure-reading"
import { openNextProposal, saveProposal } from "~/agenda/proposals"
import { routeTopic } from "~/agenda/routing"
import { listRoutings } from "~/agenda/store"
import { listTopicRows, readTopic } from "~/agenda/topic-reading"
import { scheduleTopicsIn } from "~/agenda/topics"
import { auditWords } from "~/audit-words"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { aDecidedTopic, aReadyTopic, aWording, forDeliberation, forOneOwner, forRepresentatives } from "./factories"

const procedureOf = async (ctx: Ctx, topicId: string) => {
  const topic = await readTopic(ctx, topicId)
  if (!topic.ok) throw new Error(topic.code)
  return topic.value.procedure
}

test("what opens one owner's garage needs that owner, and the topic says why and where it is written", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: null })
  expect(await procedureOf(ctx, topicId)).toMatchObject({ routing: null, mayRoute: true, owesStudy: false })
  expect(await routeTopic(ctx, { topicId, answers: forOneOwner })).toEqual({
    ok: true,
    value: { procedure: "singleOwner" },
  })
  const { routing } = await procedureOf(ctx, topicId)
  expect(routing).toMatchObject({
    procedure: "singleOwner",
    name: "业主本人同意",
    why: expect.stringContaining("多数人不能代替他同意"),
    article: expect.stringContaining("民法典"),
    by: "乙二",
    on: "2026年10月8日",
    after: { to: `/polls/new?topic=${topicId}` },
  })
  expect(routing?.asked.map(one => one.answer)).toEqual([
    "社区里的其他事：公共事务、公益事业、居民的困难和纠纷",
    "要，是业主自己的房屋、车库、车位",
  ])
  expect(await listTopicRows(ctx, null)).toMatchObject({ value: { rows: [{ procedure: "业主本人同意" }] } })
})

test("an important matter owes the party organization's study and may be decided by all residents, too", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: forRepresentatives })
  expect(await procedureOf(ctx, topicId)).toMatchObject({
    owesStudy: true,
    study: null,
    routing: {
      procedure: "representatives",
      isImportant: true,
      mayAlso: ["居民会议"],
      after: { to: "/meetings/new?preset=representatives" },
    },
  })
})

test("judged again the newest holds, and the one before stays to be read", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await routeTopic(ctx, { topicId, answers: forOneOwner })
  expect((await procedureOf(ctx, topicId)).routing?.procedure).toBe("singleOwner")
  const rows = await ctx.db.read.select({ procedure: routings.procedure }).from(routings)
  expect(rows.map(row => row.procedure).toSorted()).toEqual(["deliberation", "singleOwner"])
  const timeline = await readTimeline(ctx, auditWords, [{ kind: "topic", ids: [topicId] }])
  expect(timeline.map(entry => entry.what).filter(what => what.startsWith("判断"))).toEqual([
    expect.stringContaining("判断程序：业主本人同意（《中华人民共和国民法典》"),
    expect.stringContaining("判断程序：协商议事会"),
  ])
})

test("the next proposal has to be judged anew", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aDecidedTopic(ctx)
  await openNextProposal(ctx, { topicId, reason: "车库业主不同意" })
  expect((await procedureOf(ctx, topicId)).routing).toBeNull()
  await saveProposal(ctx, { topicId, version: 0, ...aWording() })
  await routeTopic(ctx, { topicId, answers: forOneOwner })
  const routing = (await listRoutings(ctx.db.read, ctx.community.id, [topicId])).get(topicId)
  expect(routing).toMatchObject({ proposalOrdinal: 2, procedure: "singleOwner" })
})

test("while a question is open nothing is decided", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: null })
  const unfinished: Record<string, string>[] = [{}, { subject: "matter" }, { subject: "invented" }, { private: "yes" }]
  for (const answers of unfinished)
    expect(await routeTopic(ctx, { topicId, answers })).toMatchObject({ code: "routing_incomplete" })
  expect((await procedureOf(ctx, topicId)).routing).toBeNull()
})

test("of what was posted only the answers to what was asked are kept", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const answers = { ...forOneOwner, owners: "no", intent: "save" }
  const topicId = await aReadyTopic(ctx, { answers })
  const routing = (await listRoutings(ctx.db.read, ctx.community.id, [topicId])).get(topicId)
  expect(routing?.answers).toEqual(forOneOwner)
})

test("the questions come one at a time, and a changed answer drops what was asked after it", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: null })
  expect(await readRouting(ctx, topicId, {})).toMatchObject({ value: { asked: [], open: { key: "subject" } } })
  const { subject, private: entered } = forDeliberation
  expect(await readRouting(ctx, topicId, { subject, private: entered })).toMatchObject({
    value: { asked: [{ key: "subject" }, { key: "private" }], open: { key: "owners" }, route: null },
  })
  expect(await readRouting(ctx, topicId, { ...forDeliberation, private: "yes" })).toMatchObject({
    value: { answers: forOneOwner, open: null, route: { procedure: "singleOwner" } },
  })
})

test("a topic on an agenda keeps the procedure it went there with", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  await ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [topicId], { id: "m1", title: "第1次协商议事会" }))
  expect(await routeTopic(ctx, { topicId, answers: forOneOwner })).toMatchObject({ code: "topic_fixed" })
  expect(await readRouting(ctx, topicId, {})).toMatchObject({ code: "topic_fixed" })
  expect((await procedureOf(ctx, topicId)).mayRoute).toBe(false)
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s reads the procedure of a topic and judges none",
  async role => {
    const world = await aWorld()
    const topicId = await aReadyTopic(await world.as("secretary"))
    const ctx = await world.as(role)
    expect(await routeTopic(ctx, { topicId, answers: forOneOwner })).toMatchObject({ code: "forbidden" })
    expect(await readRouting(ctx, topicId, {})).toMatchObject({ code: "forbidden" })
    expect(await procedureOf(ctx, topicId)).toMatchObject({ mayRoute: false, routing: { procedure: "deliberation" } })
  },
)

test("to another community's secretary the topic is not there", async () => {
  const world = await aWorld()
  const topicId = await aReadyTopic(await world.as("secretary"))
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const actor = await aMember(world.installation, community, ["secretary"])
  const foreign: Ctx = { ...world.installation, actor, community }
  expect(await routeTopic(foreign, { topicId, answers: forOneOwner })).toMatchObject({ code: "not_found" })
  expect(await readRouting(foreign, topicId, {})).toMatchObject({ code: "not_found" })
  expect((await listRoutings(foreign.db.read, community.id, [topicId])).size).toBe(0)
})
