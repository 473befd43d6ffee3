import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { countAnswering, listUnanswered } from "~/intake/answering"
import { readIssue } from "~/intake/issue-views"
import { listIssues } from "~/intake/ledger"
import { reopenIssue } from "~/intake/reopening"
import { answerIssue, type Sorting, sortIssue } from "~/intake/sorting"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import {
  aClosedIssue,
  aFinalAnswer,
  aMergedIssue,
  anAnswer,
  anIssue,
  asWish,
  byDeliberation,
  quickly,
} from "./factories"

const read = async (ctx: Ctx, issueId: string) => {
  const found = await readIssue(ctx, issueId)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

const aSecretary = async () => {
  const world = await aWorld()
  return { world, ctx: await world.as("secretary") }
}

const firstAnswer = anAnswer()
const sortings: Sorting[] = [
  { triage: "quick", reason: "", firstAnswer, handler: "丁四" },
  { triage: "deliberate", reason: "涉及几家人", firstAnswer },
  { triage: "refer", reason: "归水务管", firstAnswer, handler: "云上水务所" },
  { triage: "wish", reason: "", firstAnswer },
]

test.each([
  // Thursday 2026-10-08; 10日 is a make-up Saturday after the National Day.
  ["quick", "2026年10月14日"],
  ["deliberate", "2026年12月7日"],
  ["refer", "2026年10月23日"],
  ["wish", "2026年11月9日"],
] as const)("sorted as %s without a day of its own, an issue is to be answered by %s", async (triage, dueOn) => {
  const { ctx } = await aSecretary()
  const issueId = await anIssue(ctx)
  const sorting = sortings.find(one => one.triage === triage)!
  expect((await sortIssue(ctx, { issueId, sorting })).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({ state: "sorted", triage, answerDueOn: dueOn, daysLate: 0 })
})

test("what is sorted as quick, refer or wish stays open until its final answer", async () => {
  const { ctx } = await aSecretary()
  for (const sorting of sortings) {
    const issueId = await anIssue(ctx)
    await sortIssue(ctx, { issueId, sorting })
    expect((await read(ctx, issueId)).answers.map(answer => answer.kind)).toEqual(["first"])
    expect((await answerIssue(ctx, { issueId, answer: aFinalAnswer() })).ok).toBe(true)
    expect(await read(ctx, issueId)).toMatchObject({ state: "closed", answerDueOn: null })
  }
})

test("a refused issue is closed at once, and its proposer is told why", async () => {
  const { ctx } = await aSecretary()
  const issueId = await anIssue(ctx)
  const decline = (reason: string, content: string): Sorting => ({
    triage: "decline",
    reason,
    firstAnswer,
    finalAnswer: anAnswer({ content }),
  })
  const sort = (sorting: Sorting) => sortIssue(ctx, { issueId, sorting })
  expect(await sort(decline("", "已在法院立案"))).toMatchObject({ code: "sorting_reason_missing" })
  expect(await sort(decline("已经起诉", " "))).toMatchObject({ code: "decline_answer_missing" })
  expect((await read(ctx, issueId)).state).toBe("reported")
  expect((await sort(decline("已经起诉", "法院已经立案，请等判决。"))).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({
    state: "closed",
    triage: "decline",
    triageReason: "已经起诉",
    answers: [{ kind: "first" }, { kind: "final", resolved: false, content: "法院已经立案，请等判决。" }],
  })
})

test("an issue is referred only with a reason and to somebody, and none is due on a day gone by", async () => {
  const { ctx } = await aSecretary()
  const issueId = await anIssue(ctx)
  const refer = { triage: "refer", reason: "归水务管", firstAnswer, handler: "云上水务所" } as const
  const sort = (sorting: Sorting) => sortIssue(ctx, { issueId, sorting })
  expect(await sort({ ...refer, reason: "" })).toMatchObject({ code: "sorting_reason_missing" })
  expect(await sort({ ...refer, handler: " " })).toMatchObject({ code: "sorting_handler_missing" })
  expect(await sort({ ...refer, answerDueOn: "2026-10-07" })).toMatchObject({ code: "answer_due_past" })
  expect((await sort({ ...refer, answerDueOn: "2026-10-08" })).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({ handler: "云上水务所", answerDueOn: "2026年10月8日" })
  const timeline = await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [issueId] }])
  expect(timeline[1]!.what).toBe("处置为转办，归水务管，由云上水务所办，2026年10月8日前答复")
})

test("the first answer is owed within two working days, the final one by its day, and late is late from the next day", async () => {
  const { world, ctx } = await aSecretary()
  const issueId = await anIssue(ctx)
  expect(await read(ctx, issueId)).toMatchObject({ answerDueOn: "2026年10月10日", daysLate: 0 })
  const lateOf = async () => {
    const { daysLate } = await read(ctx, issueId)
    const { late } = await countAnswering(ctx)
    const [listed] = await listUnanswered(ctx.db.read, ctx.community.id, world.clock.now.toISOString().slice(0, 10))
    return [daysLate, late, listed?.isLate]
  }
  world.clock.now = new Date("2026-10-10T01:00:00.000Z")
  expect(await lateOf()).toEqual([0, 0, false])
  world.clock.now = new Date("2026-10-11T01:00:00.000Z")
  expect(await lateOf()).toEqual([1, 1, true])
  await sortIssue(ctx, { issueId, sorting: asWish() })
  expect(await lateOf()).toEqual([0, 0, false])
  world.clock.now = new Date("2026-12-01T01:00:00.000Z")
  expect((await lateOf()).slice(1)).toEqual([1, true])
  await answerIssue(ctx, { issueId, answer: aFinalAnswer() })
  expect(await lateOf()).toEqual([0, 0, undefined])
})

test("the unanswered stand in the order in which answers are owed, the closed not among them", async () => {
  const { ctx } = await aSecretary()
  const wish = await anIssue(ctx, { title: "心愿" })
  await sortIssue(ctx, { issueId: wish, sorting: asWish() })
  await anIssue(ctx, { title: "新的" })
  await aClosedIssue(ctx, { title: "办完的" })
  const ledger = await listIssues(ctx, { tab: "unanswered" })
  expect(ledger.ok && ledger.value.rows.map(row => [row.title, row.answerDueOn])).toEqual([
    ["新的", "2026年10月10日"],
    ["心愿", "2026年11月9日"],
  ])
  expect(ledger.ok && ledger.value.counts).toMatchObject({ unanswered: 2, all: 3 })
})

test("no issue is ever closed without a final answer to its own proposer", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx, 2)
  const alone = await anIssue(ctx)
  await sortIssue(ctx, { issueId: headId, sorting: asWish() })
  await answerIssue(ctx, { issueId: headId, answer: aFinalAnswer() })
  await sortIssue(ctx, { issueId: alone, sorting: byDeliberation() })
  await aClosedIssue(ctx)
  const closed = await listIssues(ctx, { tab: "closed" })
  expect(closed.ok && closed.value.rows).toHaveLength(4)
  for (const { id } of closed.ok ? closed.value.rows : [])
    expect((await read(ctx, id)).answers.filter(answer => answer.kind === "final")).toHaveLength(1)
  for (const id of [headId, ...issueIds]) expect((await read(ctx, id)).state).toBe("closed")
  expect((await read(ctx, alone)).state).toBe("sorted")
})

test("a closed issue is reopened with a reason, is owed a first answer again, and keeps what was answered", async () => {
  const { world, ctx } = await aSecretary()
  const issueId = await aClosedIssue(ctx)
  world.clock.now = new Date("2026-11-02T01:00:00.000Z")
  expect(await reopenIssue(ctx, { issueId, reason: " " })).toMatchObject({ code: "reopen_reason_missing" })
  expect(await reopenIssue(await world.as("gridWorker"), { issueId, reason: "又坏了" })).toMatchObject({
    code: "forbidden",
  })
  expect((await reopenIssue(ctx, { issueId, reason: "又坏了" })).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({
    state: "accepted",
    triage: null,
    reopenedCount: 1,
    answerDueOn: "2026年11月4日",
    answers: { length: 2 },
  })
  expect(await reopenIssue(ctx, { issueId, reason: "又坏了" })).toMatchObject({ code: "issue_moved_on" })
  expect(await countAnswering(ctx)).toMatchObject({ received: 1, answeredFirst: 1, closed: 0, unanswered: 1, late: 0 })
  expect((await sortIssue(ctx, { issueId, sorting: quickly() })).ok).toBe(true)
  expect((await read(ctx, issueId)).answers.map(answer => answer.kind)).toEqual(["first", "final", "first", "final"])
})

test("of two who reopen at once one does", async () => {
  const { ctx } = await aSecretary()
  const issueId = await aClosedIssue(ctx)
  const results = await Promise.all([1, 2].map(() => reopenIssue(ctx, { issueId, reason: "又坏了" })))
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect((await read(ctx, issueId)).reopenedCount).toBe(1)
})

test("the figures count everyone who is owed an answer, of everything or of one year", async () => {
  const { ctx } = await aSecretary()
  await aMergedIssue(ctx)
  await aClosedIssue(ctx)
  await anIssue(ctx, { reportedOn: "2025-12-30" })
  expect(await countAnswering(ctx)).toMatchObject({ received: 4, answeredFirst: 1, closed: 1, unanswered: 3 })
  expect(await countAnswering(ctx, { since: "2026-01-01" })).toMatchObject({ received: 3, unanswered: 2 })
})

test("how long a matter has taken is counted from the day it was spoken of to its last answer", async () => {
  const { world, ctx } = await aSecretary()
  const issueId = await anIssue(ctx, { reportedOn: "2026-10-05" })
  expect((await read(ctx, issueId)).elapsedDays).toBe(3)
  world.clock.now = new Date("2026-10-12T01:00:00.000Z")
  await sortIssue(ctx, { issueId, sorting: quickly() })
  world.clock.now = new Date("2026-12-12T01:00:00.000Z")
  expect((await read(ctx, issueId)).elapsedDays).toBe(7)
})
