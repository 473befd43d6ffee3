import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { createTopic } from "~/agenda/topics"
import { auditWords } from "~/audit-words"
import { listUnanswered } from "~/intake/answering"
import { readIssue } from "~/intake/issue-views"
import { supportIssue } from "~/intake/issues"
import { listIssues } from "~/intake/ledger"
import { mergeIssues, unmergeIssue } from "~/intake/merging"
import { listMergeCandidates } from "~/intake/merging-views"
import { reopenIssue } from "~/intake/reopening"
import { acceptIssue, answerIssue, sortIssue } from "~/intake/sorting"
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

const answersOf = async (ctx: Ctx, issueId: string) =>
  (await read(ctx, issueId)).answers.map(({ kind, content }) => `${kind} ${content}`)

const aSecretary = async () => {
  const world = await aWorld()
  return { world, ctx: await world.as("secretary") }
}

const reason = "同一盏灯"

test("merged issues stay, each linked with the other, and their voices add up", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx, 2)
  const support = { name: "午先生", phone: "", content: "", reportedOn: "2026-10-08" }
  await supportIssue(ctx, { issueId: issueIds[0]!, support })
  const head = await read(ctx, headId)
  expect(head.supporterCount).toBe(4)
  expect(head.merged.map(one => [one.id, one.reporterName])).toEqual([
    [issueIds[0], "卯先生"],
    [issueIds[1], "辰女士"],
  ])
  expect(await read(ctx, issueIds[0]!)).toMatchObject({
    state: "reported",
    reporterName: "卯先生",
    mergedInto: { id: headId, number: "振社问〔2026〕1号" },
  })
  const ledger = await listIssues(ctx, {})
  expect(ledger.ok && ledger.value.rows.map(row => [row.supporterCount, row.isMerged])).toEqual([
    [1, true],
    [2, true],
    [4, false],
  ])
  expect(await listUnanswered(ctx.db.read, ctx.community.id, "2026-10-08")).toMatchObject([
    { id: headId, supporterCount: 4 },
  ])
})

test("each proposer of a merged issue is told first and last by an answer of his own, and all are closed together", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx, 2)
  const all = [headId, ...issueIds]
  await sortIssue(ctx, { issueId: headId, sorting: asWish() })
  for (const id of all) expect(await read(ctx, id)).toMatchObject({ state: "sorted", triage: "wish" })
  expect((await answerIssue(ctx, { issueId: headId, answer: aFinalAnswer() })).ok).toBe(true)
  const given = new Set<string>()
  for (const id of all) {
    expect(await answersOf(ctx, id)).toEqual(["first 记下了，请共建单位认领。", "final 已经办好。"])
    const { state, answers } = await read(ctx, id)
    expect(state).toBe("closed")
    for (const answer of answers) given.add(answer.id)
  }
  expect(given.size).toBe(6)
})

test("a merged issue is neither accepted, sorted, answered nor made a topic by itself", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  const issueId = issueIds[0]!
  expect(await acceptIssue(ctx, issueId)).toMatchObject({ code: "issue_merged" })
  expect(await sortIssue(ctx, { issueId, sorting: byDeliberation() })).toMatchObject({ code: "issue_merged" })
  await sortIssue(ctx, { issueId: headId, sorting: byDeliberation() })
  expect(await answerIssue(ctx, { issueId, answer: aFinalAnswer() })).toMatchObject({ code: "issue_merged" })
  const topic = { title: "楼道照明", background: "", proposal: null }
  expect(await createTopic(ctx, { ...topic, issueIds: [issueId] })).toMatchObject({ code: "issue_merged" })
  expect((await createTopic(ctx, { ...topic, issueIds: [headId] })).ok).toBe(true)
})

test("who joins a matter sorted already is answered as he joins, or does not join", async () => {
  const { ctx } = await aSecretary()
  const headId = await anIssue(ctx)
  await sortIssue(ctx, { issueId: headId, sorting: asWish() })
  const late = await anIssue(ctx, { reporterName: "卯先生" })
  const merging = { intoId: headId, issueIds: [late], reason }
  expect(await mergeIssues(ctx, merging)).toMatchObject({ code: "first_answer_missing" })
  expect(await read(ctx, late)).toMatchObject({ state: "reported", mergedInto: null })
  const firstAnswer = anAnswer({ content: "这件事已经在办。" })
  expect((await mergeIssues(ctx, { ...merging, firstAnswer })).ok).toBe(true)
  const { answerDueOn } = await read(ctx, headId)
  expect(await read(ctx, late)).toMatchObject({ state: "sorted", triage: "wish", answerDueOn })
  expect(await answersOf(ctx, late)).toEqual(["first 这件事已经在办。"])
  expect(await answersOf(ctx, headId)).toHaveLength(1)
})

test("a head that is merged brings along what was merged into it, and there is never a chain", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  const greater = await anIssue(ctx)
  expect((await mergeIssues(ctx, { intoId: greater, issueIds: [headId], reason })).ok).toBe(true)
  for (const id of [headId, issueIds[0]!]) expect((await read(ctx, id)).mergedInto?.id).toBe(greater)
  const another = await anIssue(ctx)
  expect(await mergeIssues(ctx, { intoId: headId, issueIds: [another], reason })).toMatchObject({
    code: "issue_merged",
  })
  expect(await mergeIssues(ctx, { intoId: another, issueIds: [headId], reason })).toMatchObject({
    code: "issue_merged",
  })
})

test("what is closed or goes to a deliberation is not merged away, and what was sorted waits for nothing unsorted", async () => {
  const { ctx } = await aSecretary()
  const open = await anIssue(ctx)
  const closed = await aClosedIssue(ctx)
  const [deliberate, wish] = [await anIssue(ctx), await anIssue(ctx)]
  await sortIssue(ctx, { issueId: deliberate, sorting: byDeliberation() })
  await sortIssue(ctx, { issueId: wish, sorting: asWish() })
  const merge = (intoId: string, ...issueIds: string[]) => mergeIssues(ctx, { intoId, issueIds, reason })
  expect(await merge(open, closed)).toMatchObject({ code: "issue_closed" })
  expect(await merge(closed, open)).toMatchObject({ code: "issue_closed" })
  expect(await merge(open, deliberate)).toMatchObject({ code: "merge_deliberate" })
  expect(await merge(open, wish)).toMatchObject({ code: "merge_sorted_first" })
  expect(await merge(open, open)).toMatchObject({ code: "merge_none_chosen" })
  expect(await merge(open, "nothing")).toMatchObject({ code: "not_found" })
  expect(await mergeIssues(ctx, { intoId: open, issueIds: [wish], reason: " " })).toMatchObject({
    code: "merge_reason_missing",
  })
  expect((await merge(deliberate, wish)).ok).toBe(true)
  expect(await answersOf(ctx, wish)).toHaveLength(1)
})

test("taken apart, an issue stands alone where it stands, with the answers its proposer has had", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx, 2)
  const [first, second] = [issueIds[0]!, issueIds[1]!]
  expect((await unmergeIssue(ctx, { issueId: first, reason: "是另一盏灯" })).ok).toBe(true)
  expect(await read(ctx, first)).toMatchObject({ state: "reported", mergedInto: null })
  expect((await read(ctx, headId)).supporterCount).toBe(2)
  expect((await sortIssue(ctx, { issueId: first, sorting: asWish() })).ok).toBe(true)
  await sortIssue(ctx, { issueId: headId, sorting: quickly() })
  expect((await unmergeIssue(ctx, { issueId: second, reason: "另外记录" })).ok).toBe(true)
  expect(await read(ctx, second)).toMatchObject({ state: "closed", mergedInto: null, answers: { length: 2 } })
  expect(await unmergeIssue(ctx, { issueId: second, reason: "再拆" })).toMatchObject({ code: "issue_not_merged" })
})

test("a head that was merged takes what had come along with it when it leaves, however often it was merged on", async () => {
  const { ctx } = await aSecretary()
  const { headId: a, issueIds } = await aMergedIssue(ctx, 2)
  const { headId: b, issueIds: ofB } = await aMergedIssue(ctx)
  const c = await anIssue(ctx)
  const headsOf = async (...ids: string[]) =>
    Promise.all(ids.map(async id => (await read(ctx, id)).mergedInto?.id ?? null))
  await mergeIssues(ctx, { intoId: b, issueIds: [a], reason })
  await mergeIssues(ctx, { intoId: c, issueIds: [b], reason })
  expect(await headsOf(a, ...issueIds, b, ...ofB)).toEqual([c, c, c, c, c])
  expect((await unmergeIssue(ctx, { issueId: b, reason: "是另一盏灯" })).ok).toBe(true)
  expect(await headsOf(a, ...issueIds, b, ...ofB)).toEqual([b, b, b, null, b])
  expect((await unmergeIssue(ctx, { issueId: a, reason: "也是另一盏" })).ok).toBe(true)
  expect(await headsOf(a, ...issueIds, b, ...ofB)).toEqual([null, a, a, null, b])
  const [last] = await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [issueIds[0]!] }])
  expect(last!.what).toMatch(/^从振社问〔2026〕4号“.*”拆开，回到振社问〔2026〕1号“.*”，也是另一盏$/)
  expect((await read(ctx, a)).supporterCount).toBe(3)
})

test("what was taken out of the others by itself does not come along any more", async () => {
  const { ctx } = await aSecretary()
  const { headId: a, issueIds } = await aMergedIssue(ctx, 2)
  const b = await anIssue(ctx)
  await mergeIssues(ctx, { intoId: b, issueIds: [a], reason })
  await unmergeIssue(ctx, { issueId: issueIds[0]!, reason: "是另一盏灯" })
  await mergeIssues(ctx, { intoId: b, issueIds: [issueIds[0]!], reason: "还是同一盏" })
  await unmergeIssue(ctx, { issueId: a, reason: "是另一盏灯" })
  expect((await read(ctx, issueIds[0]!)).mergedInto?.id).toBe(b)
  expect((await read(ctx, issueIds[1]!)).mergedInto?.id).toBe(a)
})

test("merged and taken apart, the story of both says so with its reason", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  await unmergeIssue(ctx, { issueId: issueIds[0]!, reason: "是另一盏灯" })
  const whatOf = async (id: string) =>
    (await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [id] }])).map(entry => entry.what)
  const title = "银杏家园7栋楼道灯不亮，晚上看不见台阶"
  expect(await whatOf(issueIds[0]!)).toEqual([
    `从振社问〔2026〕1号“${title}”拆开，是另一盏灯`,
    `并入振社问〔2026〕1号“${title}”，同一盏灯`,
    "登记，来自微信群",
  ])
  expect((await whatOf(headId)).slice(0, 2)).toEqual([
    `振社问〔2026〕2号“${title}”拆了出去，是另一盏灯`,
    `振社问〔2026〕2号“${title}”并了进来，同一盏灯`,
  ])
})

test("a merged issue that is not resolved for its proposer is reopened by itself; the others stay answered", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  await sortIssue(ctx, { issueId: headId, sorting: quickly() })
  expect((await reopenIssue(ctx, { issueId: issueIds[0]!, reason: "还是不亮" })).ok).toBe(true)
  expect(await read(ctx, issueIds[0]!)).toMatchObject({ state: "accepted", mergedInto: null, reopenedCount: 1 })
  expect((await read(ctx, headId)).state).toBe("closed")
  const [last] = await readTimeline(ctx, auditWords, [{ kind: "issue", ids: [headId] }])
  expect(last!.what).toMatch(/^振社问〔2026〕2号.*拆了出去，还是不亮$/)
  expect((await sortIssue(ctx, { issueId: issueIds[0]!, sorting: asWish() })).ok).toBe(true)
})

test("a head that is reopened goes its way again without disturbing the proposers who were answered", async () => {
  const { ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  await sortIssue(ctx, { issueId: headId, sorting: quickly() })
  await reopenIssue(ctx, { issueId: headId, reason: "又坏了" })
  expect((await sortIssue(ctx, { issueId: headId, sorting: quickly() })).ok).toBe(true)
  expect(await answersOf(ctx, headId)).toHaveLength(4)
  expect(await answersOf(ctx, issueIds[0]!)).toHaveLength(2)
})

test("of two who merge one issue into two at once one wins, and the issue has one head", async () => {
  const { ctx } = await aSecretary()
  const [one, other, issueId] = [await anIssue(ctx), await anIssue(ctx), await anIssue(ctx)]
  const results = await Promise.all(
    [one, other].map(intoId => mergeIssues(ctx, { intoId, issueIds: [issueId], reason })),
  )
  expect(results.filter(result => result.ok)).toHaveLength(1)
  const winner = results[0]!.ok ? one : other
  expect((await read(ctx, issueId)).mergedInto?.id).toBe(winner)
})

test("of two issues merged into one another at once one becomes the head, and neither is lost", async () => {
  const { ctx } = await aSecretary()
  for (let turn = 0; turn < 5; turn += 1) {
    const [one, other] = [await anIssue(ctx), await anIssue(ctx)]
    const results = await Promise.all([
      mergeIssues(ctx, { intoId: one, issueIds: [other], reason }),
      mergeIssues(ctx, { intoId: other, issueIds: [one], reason }),
    ])
    expect(results.filter(result => result.ok)).toHaveLength(1)
    const heads = await Promise.all([one, other].map(async id => (await read(ctx, id)).mergedInto))
    expect(heads.filter(head => head === null)).toHaveLength(1)
  }
})

test("an issue merged while it is sorted is either merged first or sorted first, never half of each", async () => {
  const { ctx } = await aSecretary()
  for (let turn = 0; turn < 5; turn += 1) {
    const [headId, issueId] = [await anIssue(ctx), await anIssue(ctx)]
    const [merged, sorted] = await Promise.all([
      mergeIssues(ctx, { intoId: headId, issueIds: [issueId], reason }),
      sortIssue(ctx, { issueId, sorting: asWish() }),
    ])
    expect([merged.ok, sorted.ok].filter(Boolean)).toHaveLength(1)
    expect(await read(ctx, issueId)).toMatchObject(
      merged.ok ? { state: "reported", mergedInto: { id: headId } } : { state: "sorted", mergedInto: null },
    )
    expect(await answersOf(ctx, issueId)).toHaveLength(merged.ok ? 0 : 1)
  }
})

test("what is like an issue is offered to be merged, anything else is found by number or words, and what does not fit is neither", async () => {
  const { ctx } = await aSecretary()
  const headId = await anIssue(ctx)
  const like = await anIssue(ctx, { content: "7栋楼道的灯不亮，晚上看不见台阶", reporterName: "卯先生" })
  const unlike = await anIssue(ctx, { content: "北门下雨积水。", place: "北门" })
  const closed = await aClosedIssue(ctx, { content: "北门积水没过脚面。", place: "北门" })
  const offered = async (search: string) => {
    const listed = await listMergeCandidates(ctx, headId, search)
    if (!listed.ok) throw new Error(listed.code)
    return [listed.value.likes, listed.value.found].map(list => list.map(one => one.id))
  }
  expect(await offered("")).toEqual([[like], []])
  expect(await offered("北门 积水")).toEqual([[like], [unlike]])
  expect(await offered("振社问〔2026〕3号")).toEqual([[like], [unlike]])
  await mergeIssues(ctx, { intoId: headId, issueIds: [like, unlike], reason })
  expect(await offered("北门")).toEqual([[], []])
  expect(await listMergeCandidates(ctx, like, "")).toMatchObject({ code: "issue_merged" })
  expect(await listMergeCandidates(ctx, closed, "")).toMatchObject({ code: "issue_closed" })
})

test("only the secretary merges and takes apart, and never across communities", async () => {
  const { world, ctx } = await aSecretary()
  const { headId, issueIds } = await aMergedIssue(ctx)
  const another = await anIssue(ctx)
  const merging = { intoId: headId, issueIds: [another], reason }
  for (const role of ["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const) {
    const member = await world.as(role)
    expect(await mergeIssues(member, merging)).toMatchObject({ code: "forbidden" })
    expect(await unmergeIssue(member, { issueId: issueIds[0]!, reason })).toMatchObject({ code: "forbidden" })
  }
  const community = await aCommunity(world.installation, { communityName: "二道社区", loginName: "erdao" })
  const other = { ...world.installation, community, actor: await aMember(world.installation, community, ["secretary"]) }
  const theirs = await anIssue(other)
  expect(await mergeIssues(other, { ...merging, intoId: theirs })).toMatchObject({ code: "not_found" })
  expect(await mergeIssues(other, merging)).toMatchObject({ code: "not_found" })
  expect(await unmergeIssue(other, { issueId: issueIds[0]!, reason })).toMatchObject({ code: "not_found" })
})
