import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { saveProposal } from "~/agenda/proposals"
import { listIssuesToTakeUp, listReadyTopics, listTopicRows, readTopic } from "~/agenda/topic-reading"
import { readTopicTimeline } from "~/agenda/topic-timeline"
import { createTopic, decideTopicIn, editTopic, scheduleTopicsIn, unscheduleTopicsIn } from "~/agenda/topics"
import { auditWords } from "~/audit-words"
import { anIssue, aReadyTopic, aWording } from "./factories"

const meeting = { id: "m1", title: "第1次协商议事会" }
const titled = { title: "楼道堆物怎么清", background: "", proposal: null }

test("two issues become one topic, numbered in its year, and are offered to no other", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueIds = [await anIssue(ctx), await anIssue(ctx)]
  const left = await anIssue(ctx)
  const created = await createTopic(ctx, { ...titled, issueIds })
  expect(created).toMatchObject({ ok: true, value: { number: "振社题〔2026〕1号" } })
  const offered = await listIssuesToTakeUp(ctx)
  expect(offered.ok && offered.value.map(issue => issue.id)).toEqual([left])
})

test("an issue that is in a topic is refused, and nothing of the second topic stays", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [taken, free] = [await anIssue(ctx), await anIssue(ctx)]
  await createTopic(ctx, { ...titled, issueIds: [taken] })
  expect(await createTopic(ctx, { ...titled, issueIds: [free, taken] })).toMatchObject({ code: "issue_in_topic" })
  const rows = await listTopicRows(ctx, null)
  expect(rows.ok && rows.value.total).toBe(1)
  // The number it had taken is given to the next one.
  expect(await createTopic(ctx, { ...titled, issueIds: [free] })).toMatchObject({
    value: { number: "振社题〔2026〕2号" },
  })
})

test("of two topics made at once of one issue, one is made", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueIds = [await anIssue(ctx)]
  const made = await Promise.all([1, 2].map(() => createTopic(ctx, { ...titled, issueIds })))
  expect(made.filter(one => one.ok)).toHaveLength(1)
  expect(made.find(one => !one.ok)).toMatchObject({ code: "issue_in_topic" })
})

test.each([
  ["only accepted", { state: "accepted" as const, triage: null }],
  ["sorted as 即办", { triage: "quick" as const }],
  ["closed", { state: "closed" as const }],
])("an issue %s is no matter for a topic", async (_, overrides) => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueIds = [await anIssue(ctx, overrides)]
  expect(await createTopic(ctx, { ...titled, issueIds })).toMatchObject({ code: "issue_not_for_deliberation" })
})

test("a topic needs an issue, and one that is there", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  expect(await createTopic(ctx, { ...titled, issueIds: [] })).toMatchObject({ code: "no_issue_chosen" })
  expect(await createTopic(ctx, { ...titled, issueIds: ["invented"] })).toMatchObject({ code: "not_found" })
})

test("with a first proposal a topic is prepared, without one it waits for it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const ready = await aReadyTopic(ctx)
  const waiting = await aReadyTopic(ctx, { proposal: null })
  expect((await listReadyTopics(ctx)).map(topic => topic.id)).toEqual([ready])
  await saveProposal(ctx, { topicId: waiting, version: 0, ...aWording() })
  expect((await listReadyTopics(ctx)).map(topic => topic.id)).toEqual([ready, waiting])
})

test("a new wording stands beside the old one, and the same words again write nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  expect(await saveProposal(ctx, { topicId, version: 1, ...aWording() })).toMatchObject({ value: { isNew: false } })
  const reworded = aWording({ content: "每栋两处堆放点。", budgetFen: 5_000_050 })
  expect(await saveProposal(ctx, { topicId, version: 1, ...reworded })).toMatchObject({ value: { version: 2 } })
  const topic = await readTopic(ctx, topicId)
  expect(topic.ok && topic.value.proposal).toMatchObject({ version: 2, budgetFen: 5_000_050, budget: "50,000.50元" })
  expect(topic.ok && topic.value.earlier.map(wording => wording.content)).toEqual([aWording().content])
})

test("the second of two editors is shown what the first saved, and his own save then goes through", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  await saveProposal(ctx, { topicId, version: 1, ...aWording({ handler: "居委会" }) })
  const mine = aWording({ content: "改为每周日清运。" })
  const refused = await saveProposal(ctx, { topicId, version: 1, ...mine })
  expect(refused).toMatchObject({ code: "changed_meanwhile", detail: { by: "乙二", version: 2 } })
  expect(!refused.ok && refused.detail.changes).toContainEqual({ label: "谁来办", now: "居委会" })
  expect(await saveProposal(ctx, { topicId, version: 2, ...mine })).toMatchObject({ value: { version: 3 } })
})

test("of two wordings saved at once from one version, one is told of the other", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const saved = await Promise.all(
    ["甲方案", "乙方案"].map(content => saveProposal(ctx, { topicId, version: 1, ...aWording({ content }) })),
  )
  expect(saved.filter(one => one.ok)).toHaveLength(1)
  expect(saved.find(one => !one.ok)).toMatchObject({ code: "changed_meanwhile" })
})

test("title and background are guarded by their version", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const edit = { topicId, version: 1, title: "楼道堆物清理", background: "消防通道被占" }
  expect((await editTopic(ctx, edit)).ok).toBe(true)
  expect(await editTopic(ctx, { ...edit, title: "别的" })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2, by: "乙二" },
  })
})

test("once scheduled, neither wording nor title moves; taken off the agenda, both do", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  await ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [topicId], meeting))
  const reworded = { topicId, version: 1, ...aWording({ content: "别的做法" }) }
  expect(await saveProposal(ctx, reworded)).toMatchObject({ code: "topic_fixed" })
  expect(await editTopic(ctx, { topicId, version: 1, title: "别的", background: "" })).toMatchObject({
    code: "topic_fixed",
  })
  await ctx.db.tx("t", q => unscheduleTopicsIn(q, ctx, [topicId], meeting))
  expect((await saveProposal(ctx, reworded)).ok).toBe(true)
})

test("a topic is scheduled once, and only when it has a proposal", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const bare = await aReadyTopic(ctx, { proposal: null })
  const schedule = (id: string) => ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [id], meeting))
  expect(await schedule(bare)).toMatchObject({ code: "topic_not_ready" })
  expect((await schedule(topicId)).ok).toBe(true)
  expect(await schedule(topicId)).toMatchObject({ code: "topic_not_ready" })
})

test("only what is on an agenda is decided, once, and is taken off no more", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const decide = () => ctx.db.tx("t", q => decideTopicIn(q, ctx, topicId, "agreed"))
  expect(await decide()).toMatchObject({ code: "topic_not_scheduled" })
  await ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [topicId], meeting))
  expect((await decide()).ok).toBe(true)
  expect(await decide()).toMatchObject({ code: "topic_not_scheduled" })
  await ctx.db.tx("t", q => unscheduleTopicsIn(q, ctx, [topicId], meeting))
  expect(await readTopic(ctx, topicId)).toMatchObject({ value: { state: "decided", outcome: "agreed" } })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s reads topics and changes none",
  async role => {
    const world = await aWorld()
    const secretary = await world.as("secretary")
    const topicId = await aReadyTopic(secretary)
    const ctx = await world.as(role)
    expect((await readTopic(ctx, topicId)).ok).toBe(true)
    const issueIds = [await anIssue(secretary)]
    expect(await createTopic(ctx, { ...titled, issueIds })).toMatchObject({ code: "forbidden" })
    expect(await saveProposal(ctx, { topicId, version: 1, ...aWording({ content: "别的" }) })).toMatchObject({
      code: "forbidden",
    })
    expect(await editTopic(ctx, { topicId, version: 1, title: "别的", background: "" })).toMatchObject({
      code: "forbidden",
    })
  },
)

test("to another community's secretary the topic and its issues are not there", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx)
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...ctx, community, actor: await aMember(world.installation, community, ["secretary"]) }
  expect(await readTopic(foreign, topicId)).toMatchObject({ code: "not_found" })
  expect(await saveProposal(foreign, { topicId, version: 1, ...aWording() })).toMatchObject({ code: "not_found" })
  expect(await createTopic(foreign, { ...titled, issueIds: [await anIssue(ctx)] })).toMatchObject({ code: "not_found" })
})

test("that five issues became one topic is told once on its page", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const issueIds = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
  const made = await createTopic(ctx, { issueIds, title: "北门照明", background: "", proposal: null })
  if (!made.ok) throw new Error(made.code)
  const topic = await readTopic(ctx, made.value.topicId)
  if (!topic.ok) throw new Error(topic.code)
  const told = (await readTopicTimeline(ctx, auditWords, topic.value)).map(entry => entry.what)
  expect(told.filter(what => what.includes("北门照明"))).toEqual(["提出议题“北门照明”"])
})
