import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { readIssue } from "~/intake/issue-views"
import { acceptIssue, answerIssue, sortIssue } from "~/intake/sorting"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { anAnswer, anIssue, byDeliberation, quickly } from "./factories"

const stateOf = async (ctx: Ctx, issueId: string) => {
  const found = await readIssue(ctx, issueId)
  return found.ok ? found.value.state : found.code
}

const resolved = { ...anAnswer({ content: "方案已经做完。" }), resolved: true }

test("an issue is accepted, sorted for deliberation with its first answer, and closed by its final answer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  expect((await acceptIssue(ctx, issueId)).ok).toBe(true)
  expect((await sortIssue(ctx, { issueId, sorting: byDeliberation() })).ok).toBe(true)
  expect(await stateOf(ctx, issueId)).toBe("sorted")
  expect((await answerIssue(ctx, { issueId, answer: resolved })).ok).toBe(true)
  const issue = await readIssue(ctx, issueId)
  expect(issue.ok && issue.value).toMatchObject({ state: "closed", triage: "deliberate", triageReason: "涉及几家人" })
  expect(issue.ok && issue.value.answers.map(answer => answer.kind)).toEqual(["first", "final"])
})

test("an issue sorted as quick has both answers at once and is closed", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  expect((await sortIssue(ctx, { issueId, sorting: quickly() })).ok).toBe(true)
  const issue = await readIssue(ctx, issueId)
  expect(issue.ok && issue.value).toMatchObject({ state: "closed", triage: "quick", answers: { length: 2 } })
})

test("no issue closes without having been sorted, and none twice", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  expect(await answerIssue(ctx, { issueId, answer: resolved })).toMatchObject({ code: "issue_moved_on" })
  await acceptIssue(ctx, issueId)
  expect(await answerIssue(ctx, { issueId, answer: resolved })).toMatchObject({ code: "issue_moved_on" })
  expect(await acceptIssue(ctx, issueId)).toMatchObject({ code: "issue_moved_on", detail: { state: "accepted" } })
  await sortIssue(ctx, { issueId, sorting: quickly() })
  expect(await sortIssue(ctx, { issueId, sorting: quickly() })).toMatchObject({ code: "issue_moved_on" })
  expect(await answerIssue(ctx, { issueId, answer: resolved })).toMatchObject({ code: "issue_moved_on" })
})

test("of two who sort at once one is told that it was done already", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  const results = await Promise.all([
    sortIssue(ctx, { issueId, sorting: byDeliberation() }),
    sortIssue(ctx, { issueId, sorting: quickly() }),
  ])
  expect(results.filter(result => result.ok).length).toBe(1)
  const issue = await readIssue(ctx, issueId)
  expect(issue.ok && issue.value.answers.filter(answer => answer.kind === "first").length).toBe(1)
})

test("only the secretary accepts, sorts and answers", async () => {
  const world = await aWorld()
  const issueId = await anIssue(await world.as("secretary"))
  for (const role of ["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const) {
    const ctx = await world.as(role)
    expect(await acceptIssue(ctx, issueId)).toMatchObject({ code: "forbidden" })
    expect(await sortIssue(ctx, { issueId, sorting: quickly() })).toMatchObject({ code: "forbidden" })
    expect(await answerIssue(ctx, { issueId, answer: resolved })).toMatchObject({ code: "forbidden" })
  }
})

test("the life of an issue reads as a story, newest first", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  await sortIssue(ctx, { issueId, sorting: quickly() })
  const timeline = await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [issueId] }])
  expect(timeline.map(entry => entry.what)).toEqual([
    "办结答复（电话）：灯已经换好。",
    "受理答复（电话）：已经收到，明天去看。",
    "处置为即办",
    "受理",
    "登记，来自微信群",
  ])
})
