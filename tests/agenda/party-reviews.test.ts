import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { checkPartyReview } from "~/agenda/party-review-rules"
import { type PartyReviewEntry, recordPartyReview } from "~/agenda/party-reviews"
import { openNextProposal } from "~/agenda/proposals"
import { listPartyReviews } from "~/agenda/store"
import { readTopic } from "~/agenda/topic-reading"
import { scheduleTopicsIn } from "~/agenda/topics"
import type { Ctx } from "~/web/context"
import { aDecidedTopic, aReadyTopic, aStudy, forRepresentatives } from "./factories"

const procedureOf = async (ctx: Ctx, topicId: string) => {
  const topic = await readTopic(ctx, topicId)
  if (!topic.ok) throw new Error(topic.code)
  return topic.value.procedure
}

test("the party organization's study is recorded as it was held, and the matter owes none any more", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: forRepresentatives })
  expect(await recordPartyReview(ctx, { topicId, ...aStudy() })).toMatchObject({ ok: true })
  expect(await procedureOf(ctx, topicId)).toMatchObject({
    owesStudy: false,
    study: {
      heldOn: "2026年10月7日",
      organization: "振兴社区党委",
      attendance: "应到7人，实到6人",
      opinionName: "同意",
      by: "乙二",
    },
  })
})

test("a study that did not agree still leaves the matter owing one; the later study holds", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const topicId = await aReadyTopic(ctx, { answers: forRepresentatives })
  await recordPartyReview(ctx, { topicId, ...aStudy({ opinion: "notAgreed" }) })
  expect(await procedureOf(ctx, topicId)).toMatchObject({ owesStudy: true, study: { opinionName: "不同意" } })
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await recordPartyReview(ctx, { topicId, ...aStudy({ opinion: "agreedWithChanges" }) })
  expect(await procedureOf(ctx, topicId)).toMatchObject({ owesStudy: false, study: { opinionName: "修改后同意" } })
})

test("what the law does not demand may be recorded, too; of the next proposal it says nothing", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  expect(await recordPartyReview(ctx, { topicId, ...aStudy() })).toMatchObject({ ok: true })
  const blocked = await aDecidedTopic(ctx)
  await openNextProposal(ctx, { topicId: blocked, reason: "车库业主不同意" })
  expect((await listPartyReviews(ctx.db.read, ctx.community.id, [topicId, blocked])).has(blocked)).toBe(false)
})

const wrong: [string, Partial<PartyReviewEntry>, string, string][] = [
  ["on a day there is not", { heldOn: "2026-02-30" }, "study_date_wrong", "heldOn"],
  ["tomorrow", { heldOn: "2026-10-09" }, "study_in_future", "heldOn"],
  ["by nobody in particular", { organization: "　" }, "study_incomplete", "organization"],
  ["without a word of what was said", { summary: " " }, "study_incomplete", "summary"],
  ["with nobody there", { present: 0 }, "study_attendance_wrong", "present"],
  ["with more than belong to it", { entitled: 7, present: 8 }, "study_attendance_wrong", "present"],
]

test.each(wrong)("a study held %s is refused", (_, overrides, code, field) => {
  expect(checkPartyReview(aStudy(overrides), "2026-10-08")).toMatchObject({ code, detail: { field } })
})

test("a study held today by everyone who belongs to it is taken down", () => {
  expect(checkPartyReview(aStudy({ heldOn: "2026-10-08", entitled: 7, present: 7 }), "2026-10-08").ok).toBe(true)
})

test("once the matter is on an agenda no study is added", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aReadyTopic(ctx)
  await ctx.db.tx("t", q => scheduleTopicsIn(q, ctx, [topicId], { id: "m1", title: "第1次协商议事会" }))
  expect(await recordPartyReview(ctx, { topicId, ...aStudy() })).toMatchObject({ code: "topic_fixed" })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s records no study",
  async role => {
    const world = await aWorld()
    const topicId = await aReadyTopic(await world.as("secretary"))
    expect(await recordPartyReview(await world.as(role), { topicId, ...aStudy() })).toMatchObject({ code: "forbidden" })
  },
)

test("to another community's secretary the topic is not there", async () => {
  const world = await aWorld()
  const topicId = await aReadyTopic(await world.as("secretary"))
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const actor = await aMember(world.installation, community, ["secretary"])
  const foreign: Ctx = { ...world.installation, actor, community }
  expect(await recordPartyReview(foreign, { topicId, ...aStudy() })).toMatchObject({ code: "not_found" })
})
