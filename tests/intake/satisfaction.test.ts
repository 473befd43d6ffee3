import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { countAnswering } from "~/intake/answering"
import { readIssue } from "~/intake/issue-views"
import { reportIssue } from "~/intake/issues"
import { mergeIssues } from "~/intake/merging"
import { rateByFollowCode, rateIssue } from "~/intake/satisfaction"
import { sortIssue } from "~/intake/sorting"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { aClosedIssue, anEntry, anIssue, quickly } from "./factories"

const read = async (ctx: Ctx, issueId: string) => {
  const found = await readIssue(ctx, issueId)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

const storyOf = async (ctx: Ctx, issueId: string) =>
  (await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [issueId] }])).map(({ who, what }) => `${who}：${what}`)

/** An answered issue, and the code its proposer follows it by. */
async function anAnsweredReport(ctx: Ctx) {
  const made = await reportIssue(ctx, anEntry(), true)
  if (!made.ok) throw new Error(made.code)
  await sortIssue(ctx, { issueId: made.value.issueId, sorting: quickly() })
  return made.value
}

test("what the proposer says of the final answer is written down by the secretary, once for each answer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await aClosedIssue(ctx)
  expect((await rateIssue(ctx, { issueId, level: "mostly", comment: "亮是亮了，有点暗" })).ok).toBe(true)
  expect(await rateIssue(ctx, { issueId, level: "satisfied", comment: "" })).toMatchObject({ code: "already_rated" })
  const { answers, state } = await read(ctx, issueId)
  expect(state).toBe("closed")
  expect(answers.map(answer => answer.satisfaction?.level)).toEqual([undefined, "mostly"])
  expect((await storyOf(ctx, issueId))[0]).toBe("乙二：记下提出人的评价：基本满意，亮是亮了，有点暗")
})

test("an issue without its final answer is not rated, and only by those who answer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  const rating = { issueId, level: "satisfied", comment: "" } as const
  expect(await rateIssue(ctx, rating)).toMatchObject({ code: "not_answered_yet" })
  await sortIssue(ctx, { issueId, sorting: quickly() })
  for (const role of ["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)
    expect(await rateIssue(await world.as(role), rating)).toMatchObject({ code: "forbidden" })
})

test("a stranger who holds the code rates the answer, and stands in the log as a resident", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { issueId, followCode } = await anAnsweredReport(ctx)
  const typed = `${followCode.slice(0, 4)} ${followCode.slice(4)}`
  const stranger = world.asStranger()
  expect((await rateByFollowCode(stranger, { followCode: typed, level: "satisfied", comment: "" })).ok).toBe(true)
  expect((await storyOf(ctx, issueId))[0]).toBe("居民：提出人评价：满意")
  expect(await rateByFollowCode(stranger, { followCode, level: "unresolved", comment: "" })).toMatchObject({
    code: "already_rated",
  })
  expect(await rateByFollowCode(stranger, { followCode: "0000000000", level: "satisfied", comment: "" })).toMatchObject(
    { code: "follow_code_unknown" },
  )
})

test("of two ratings of one answer at once one is taken", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { issueId, followCode } = await anAnsweredReport(ctx)
  const results = await Promise.all([
    rateByFollowCode(world.asStranger(), { followCode, level: "satisfied", comment: "" }),
    rateIssue(ctx, { issueId, level: "dissatisfied", comment: "" }),
  ])
  expect(results.filter(result => result.ok)).toHaveLength(1)
})

test("whoever says that nothing is resolved reopens his issue, and rates the next answer anew", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { issueId, followCode } = await anAnsweredReport(ctx)
  const stranger = world.asStranger()
  await rateByFollowCode(stranger, { followCode, level: "unresolved", comment: "晚上还是黑的" })
  expect(await read(ctx, issueId)).toMatchObject({ state: "accepted", reopenedCount: 1 })
  expect((await storyOf(ctx, issueId)).slice(0, 2)).toEqual([
    "居民：重新打开，提出人说没有解决：晚上还是黑的",
    "居民：提出人评价：没有解决，晚上还是黑的",
  ])
  expect(await rateByFollowCode(stranger, { followCode, level: "satisfied", comment: "" })).toMatchObject({
    code: "already_rated",
  })
  await sortIssue(ctx, { issueId, sorting: quickly() })
  expect((await rateByFollowCode(stranger, { followCode, level: "satisfied", comment: "" })).ok).toBe(true)
  expect((await countAnswering(ctx)).satisfied).toEqual({ satisfied: 1, mostly: 0, dissatisfied: 0, unresolved: 0 })
})

test("each proposer of a merged issue rates his own answer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const headId = await anIssue(ctx)
  const made = await reportIssue(ctx, anEntry({ reporterName: "卯先生" }), true)
  if (!made.ok) throw new Error(made.code)
  await mergeIssues(ctx, { intoId: headId, issueIds: [made.value.issueId], reason: "同一盏灯" })
  await sortIssue(ctx, { issueId: headId, sorting: quickly() })
  const { followCode } = made.value
  await rateByFollowCode(world.asStranger(), { followCode, level: "satisfied", comment: "" })
  expect((await rateIssue(ctx, { issueId: headId, level: "dissatisfied", comment: "" })).ok).toBe(true)
  expect((await countAnswering(ctx)).satisfied).toMatchObject({ satisfied: 1, dissatisfied: 1 })
})
