import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { readIssue } from "~/intake/issue-views"
import { mergeIssues } from "~/intake/merging"
import { type Rescheduling, rescheduleIssue } from "~/intake/rescheduling"
import { answerIssue, type Sorting, sortIssue } from "~/intake/sorting"
import { readTimeline } from "~/registry/timeline"
import type { Ctx } from "~/web/context"
import { aFinalAnswer, aMergedIssue, anAnswer, anIssue, asWish, byDeliberation } from "./factories"

const toWaterOffice = (): Sorting => ({
  triage: "refer",
  reason: "河道归他们管",
  firstAnswer: anAnswer(),
  handler: "区水务局",
  answerDueOn: "2026-10-20",
})

const read = async (ctx: Ctx, issueId: string) => {
  const found = await readIssue(ctx, issueId)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

/** An issue sorted by the secretary, and the form on it as it is opened. */
async function aSortedIssue(sorting: Sorting = toWaterOffice()) {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx)
  await sortIssue(ctx, { issueId, sorting })
  const { version } = await read(ctx, issueId)
  const change = (overrides: Partial<Rescheduling> = {}) =>
    rescheduleIssue(ctx, {
      issueId,
      version,
      handler: "区水务局",
      answerDueOn: "2026-11-10",
      reason: "要等汛期过去",
      ...overrides,
    })
  return { world, ctx, issueId, version, change }
}

const lastWords = async (ctx: Ctx, issueId: string) =>
  (await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [issueId] }]))[0]!.what

test("who deals with an issue, and by when it is answered, is changed with a reason that stays in its story", async () => {
  const { ctx, issueId, version, change } = await aSortedIssue()
  expect((await change()).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({ handler: "区水务局", answerDueDay: "2026-11-10" })
  expect(await lastWords(ctx, issueId)).toBe("答复时限改到2026年11月10日，要等汛期过去")
  expect((await change({ version: version + 1, handler: "街道河长办", reason: "换了牵头的" })).ok).toBe(true)
  expect(await lastWords(ctx, issueId)).toBe("改由街道河长办来办，换了牵头的")
  expect(await read(ctx, issueId)).toMatchObject({ state: "sorted", triage: "refer", handler: "街道河长办" })
})

test("nothing is changed without a reason, to a day gone by, to nobody's hands, or to what stands already", async () => {
  const { world, change } = await aSortedIssue()
  expect(await change({ reason: " " })).toMatchObject({ code: "change_reason_missing" })
  expect(await change({ answerDueOn: "2026-10-07" })).toMatchObject({ code: "answer_due_past" })
  expect(await change({ handler: " " })).toMatchObject({ code: "sorting_handler_missing" })
  expect(await change({ answerDueOn: "2026-10-20" })).toMatchObject({ code: "issue_unchanged" })
  // Late already: the day stays, somebody else takes it over.
  world.clock.now = new Date("2026-10-25T01:00:00.000Z")
  expect((await change({ answerDueOn: "2026-10-20", handler: "街道河长办" })).ok).toBe(true)
})

test("only what is sorted and not yet answered is changed", async () => {
  const { ctx, issueId, version, change } = await aSortedIssue()
  const fresh = await anIssue(ctx)
  expect(await change({ issueId: fresh })).toMatchObject({ code: "issue_moved_on" })
  expect((await read(ctx, fresh)).canReschedule).toBe(false)
  expect((await read(ctx, issueId)).canReschedule).toBe(true)
  await answerIssue(ctx, { issueId, answer: aFinalAnswer() })
  expect(await change({ version: version + 1 })).toMatchObject({ code: "issue_closed" })
  expect((await read(ctx, issueId)).canReschedule).toBe(false)
})

test("the handler of what goes to a deliberation is named by its resolution, not here", async () => {
  const { ctx, issueId, change } = await aSortedIssue(byDeliberation())
  expect((await change({ handler: "随便谁" })).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({ handler: "", answerDueDay: "2026-11-10" })
})

test("whatever was merged into an issue follows it, and is not changed by itself", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { headId, issueIds } = await aMergedIssue(ctx, 2)
  await sortIssue(ctx, { issueId: headId, sorting: asWish() })
  const entry = { handler: "银杏物业", answerDueOn: "2026-11-20", reason: "他们认领了" }
  const [{ version }, merged] = [await read(ctx, headId), await read(ctx, issueIds[0]!)]
  expect(await rescheduleIssue(ctx, { ...entry, issueId: merged.id, version: merged.version })).toMatchObject({
    code: "issue_merged",
  })
  expect((await rescheduleIssue(ctx, { ...entry, issueId: headId, version })).ok).toBe(true)
  for (const id of [headId, ...issueIds]) {
    expect(await read(ctx, id)).toMatchObject({ handler: "银杏物业", answerDueDay: "2026-11-20" })
    expect(await lastWords(ctx, id)).toContain("他们认领了")
  }
})

test("of two who change it at once the second is told what stands there, and saves over it knowingly", async () => {
  const { change, version } = await aSortedIssue()
  const results = await Promise.all([change({ answerDueOn: "2026-11-12" }), change({ answerDueOn: "2026-11-13" })])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  const refused = results.find(result => !result.ok)!
  expect(refused).toMatchObject({
    code: "changed_meanwhile",
    detail: { by: "乙二", version: version + 1, changes: [{ label: "答复时限" }] },
  })
  expect((await change({ version: version + 1, answerDueOn: "2026-11-14" })).ok).toBe(true)
})

test("an issue merged while it is changed is either changed first or merged first", async () => {
  const { ctx, issueId, change } = await aSortedIssue()
  const headId = await anIssue(ctx)
  await sortIssue(ctx, { issueId: headId, sorting: byDeliberation() })
  const [changed, merged] = await Promise.all([
    change(),
    mergeIssues(ctx, { intoId: headId, issueIds: [issueId], reason: "同一条河" }),
  ])
  const { mergedInto, answerDueDay } = await read(ctx, issueId)
  expect(mergedInto?.id ?? null).toBe(merged.ok ? headId : null)
  expect(answerDueDay).toBe(changed.ok ? "2026-11-10" : "2026-10-20")
  expect(changed.ok || merged.ok).toBe(true)
})

test("only who sorts may change it, and only in his own community", async () => {
  const { world, ctx, issueId, version } = await aSortedIssue()
  const input = { issueId, version, handler: "区水务局", answerDueOn: "2026-11-10", reason: "要等汛期过去" }
  for (const role of ["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)
    expect(await rescheduleIssue(await world.as(role), input)).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "二道社区", loginName: "erdao" })
  const actor = await aMember(world.installation, community, ["secretary"])
  expect(await rescheduleIssue({ ...ctx, community, actor }, input)).toMatchObject({ code: "not_found" })
})
