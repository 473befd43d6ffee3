import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { readIssue } from "~/intake/issue-views"
import { editIssue, reportIssue, supportIssue } from "~/intake/issues"
import { sortIssue } from "~/intake/sorting"
import type { Ctx } from "~/web/context"
import { aGrid, anEntry, anIssue, quickly } from "./factories"

const read = async (ctx: Ctx, issueId: string) => {
  const found = await readIssue(ctx, issueId)
  if (!found.ok) throw new Error(found.code)
  return found.value
}

test("an issue entered by hand has the next number and a title from its first words", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await anIssue(ctx)
  const issue = await read(ctx, await anIssue(ctx, { content: "北门积水。下雨就过不去。", place: "北门" }))
  expect(issue.number).toBe("振社问〔2026〕2号")
  expect(issue.title).toBe("北门积水")
  expect(issue).toMatchObject({ state: "reported", supporterCount: 1, version: 1 })
})

test("a grid worker reports, a delegate and the street office do not", async () => {
  const world = await aWorld()
  expect((await reportIssue(await world.as("gridWorker"), anEntry())).ok).toBe(true)
  for (const role of ["delegate", "viewer", "handler", "reviewer"] as const)
    expect(await reportIssue(await world.as(role), anEntry())).toMatchObject({ code: "forbidden" })
  expect(await reportIssue(world.asStranger(), anEntry())).toMatchObject({ code: "forbidden" })
})

test("something like an open issue is shown first, and entered only when the person says so", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const first = await anIssue(ctx)
  const again = anEntry({ content: "7栋楼道的灯不亮，晚上看不见台阶", reporterName: "卯先生" })
  const asked = await reportIssue(ctx, again)
  expect(asked).toMatchObject({ ok: false, code: "issue_like_existing" })
  const likes = asked.ok ? [] : (asked.detail.likes as { issueId: string }[])
  expect(likes.map(like => like.issueId)).toEqual([first])
  expect((await reportIssue(ctx, again, true)).ok).toBe(true)
})

test("a day to come and a grid of nowhere are refused at their fields", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const future = await reportIssue(ctx, anEntry({ reportedOn: "2026-10-09" }))
  expect(future).toMatchObject({ code: "reported_in_future", detail: { field: "reportedOn" } })
  const nowhere = await reportIssue(ctx, anEntry({ gridId: "nowhere" }))
  expect(nowhere).toMatchObject({ code: "grid_unknown", detail: { field: "gridId" } })
})

test("the second of two editors is shown what the first changed, and can then save", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const gridId = await aGrid(ctx)
  const issueId = await anIssue(ctx)
  expect((await editIssue(ctx, { issueId, version: 1, entry: anEntry({ place: "7栋一单元", gridId }) })).ok).toBe(true)
  const mine = anEntry({ note: "先看看灯座" })
  const second = await editIssue(ctx, { issueId, version: 1, entry: mine })
  expect(second).toMatchObject({ code: "changed_meanwhile", detail: { version: 2 } })
  expect(second.ok ? [] : second.detail.changes).toEqual(
    expect.arrayContaining([
      { label: "地点", now: "7栋一单元" },
      { label: "网格", now: "第一网格" },
    ]),
  )
  expect((await editIssue(ctx, { issueId, version: 2, entry: mine })).ok).toBe(true)
  expect(await read(ctx, issueId)).toMatchObject({ note: "先看看灯座", version: 3 })
})

test("a grid worker mends his own report until it is accepted, and nobody mends a closed issue", async () => {
  const world = await aWorld()
  const worker = await world.as("gridWorker")
  const secretary = await world.as("secretary")
  const own = await anIssue(worker)
  const anothers = await anIssue(secretary, { content: "北门积水。", place: "北门" })
  const edit = (ctx: Ctx, issueId: string) => editIssue(ctx, { issueId, version: 1, entry: anEntry({ note: "补充" }) })
  expect((await edit(worker, own)).ok).toBe(true)
  expect(await edit(worker, anothers)).toMatchObject({ code: "issue_not_own" })
  await sortIssue(secretary, { issueId: own, sorting: quickly() })
  expect(await edit(secretary, own)).toMatchObject({ code: "issue_closed" })
  expect(await edit(await world.as("viewer"), own)).toMatchObject({ code: "forbidden" })
})

test("each voice that joins is kept and counted, until the issue is closed", async () => {
  const world = await aWorld()
  const ctx = await world.as("gridWorker")
  const issueId = await anIssue(ctx)
  const support = { name: "卯先生", phone: "", content: "我家门口也黑", reportedOn: "2026-10-08" }
  await Promise.all([1, 2, 3].map(() => supportIssue(ctx, { issueId, support })))
  expect(await read(ctx, issueId)).toMatchObject({ supporterCount: 4, version: 1, supports: { length: 3 } })
  await sortIssue(await world.as("secretary"), { issueId, sorting: quickly() })
  expect(await supportIssue(ctx, { issueId, support })).toMatchObject({ code: "issue_closed" })
  expect(await supportIssue(ctx, { issueId, support: { ...support, reportedOn: "2026-10-09" } })).toMatchObject({
    code: "reported_in_future",
  })
  expect(await supportIssue(await world.as("viewer"), { issueId, support })).toMatchObject({ code: "forbidden" })
})

test("to another community's secretary the issue does not exist", async () => {
  const world = await aWorld()
  const issueId = await anIssue(await world.as("secretary"))
  const community = await aCommunity(world.installation, { communityName: "二道社区", loginName: "erdao" })
  const other = { ...world.installation, community, actor: await aMember(world.installation, community, ["secretary"]) }
  const support = { name: "卯先生", phone: "", content: "", reportedOn: "2026-10-08" }
  for (const result of [
    await readIssue(other, issueId),
    await editIssue(other, { issueId, version: 1, entry: anEntry() }),
    await supportIssue(other, { issueId, support }),
    await sortIssue(other, { issueId, sorting: quickly() }),
  ])
    expect(result).toMatchObject({ code: "not_found" })
})

test("telephones are whole for those who work on issues and masked for those who look", async () => {
  const world = await aWorld()
  const issueId = await anIssue(await world.as("secretary"))
  expect((await read(await world.as("gridWorker"), issueId)).reporterPhone).toBe("13900000001")
  expect((await read(await world.as("viewer"), issueId)).reporterPhone).toBe("139****0001")
  expect(await readIssue(await world.as("delegate"), issueId)).toMatchObject({ code: "forbidden" })
})
