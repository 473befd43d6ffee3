import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { exportIssues } from "~/intake/issue-export"
import { issueImport } from "~/intake/issue-import"
import { readIssue } from "~/intake/issue-views"
import { editIssue, supportIssue } from "~/intake/issues"
import { listIssues } from "~/intake/ledger"
import { sortIssue } from "~/intake/sorting"
import { type ImportView, readImport } from "~/registry/import-view"
import { chooseForRows, confirmImport, readingOf, rereadImport, startImport } from "~/registry/imports"
import type { Ctx } from "~/web/context"
import { aGrid, anEntry, anIssue, aSheet, quickly } from "./factories"

const headings = ["编号", "所属网格", "反映事项", "地点", "反映人", "联系电话", "日期", "楼长意见"]
type Line = [number, string, string, string, string, string, string, string]
const line = (n: number, content: string, place: string, grid = "第一网格", phone = "13900000002"): Line => [
  n,
  grid,
  content,
  place,
  "卯先生",
  phone,
  "2026年10月7日",
  "同意",
]

async function upload(ctx: Ctx, rows: Line[], names = headings): Promise<string> {
  return uploaded(ctx, await aSheet(names, rows))
}

async function uploaded(ctx: Ctx, file: { fileName: string; bytes: Uint8Array }): Promise<string> {
  const started = await startImport(ctx, issueImport, file)
  if (!started.ok) throw new Error(started.code)
  await readingOf(started.value.importId)
  return started.value.importId
}

async function preview(ctx: Ctx, importId: string, query: Parameters<typeof readImport>[3] = {}): Promise<ImportView> {
  const view = await readImport(ctx, issueImport, importId, query)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

const countOf = async (ctx: Ctx) => {
  const ledger = await listIssues(ctx, { tab: "all" })
  return ledger.ok ? ledger.value.counts.all : -1
}

test("a sheet becomes a preview that says of each row what it is, and nothing is written", async () => {
  const world = await aWorld()
  const ctx = await world.as("gridWorker")
  await aGrid(ctx)
  await anIssue(ctx)
  const view = await preview(
    ctx,
    await upload(ctx, [
      line(1, "北门外下雨积水，老人过不去", "北门"),
      line(2, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋"),
      line(3, "活动室门锁坏了，进不去", "活动室", "第九网格"),
      line(4, "垃圾桶太少，周末满出来", "5栋", "第一网格", "139000"),
    ]),
  )
  expect(view.state).toBe("ready")
  expect(view.rows.map(row => row.status)).toEqual(["new", "like", "error", "error"])
  expect(view.rows[1]!.existing?.label).toContain("振社问〔2026〕1号")
  expect(view.rows[1]!.reasons.join()).toMatch(/地点相同|同一/)
  expect(view.rows[2]!.reasons).toEqual(["网格“第九网格”不在本社区，现有第一网格"])
  expect(view.rows[3]!.reasons.join()).toContain("位数不对")
  expect(view.recognized?.columns.map(column => `${column.header}→${column.name}`)).toContain("反映事项→诉求内容")
  expect(await countOf(ctx)).toBe(1)
})

test("nothing is confirmed while a row is in error or undecided, and the refusal says how many", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  await anIssue(ctx)
  const importId = await upload(ctx, [
    line(1, "北门外下雨积水，老人过不去", "北门"),
    line(2, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋"),
    line(3, "活动室门锁坏了，进不去", "活动室", "第九网格"),
  ])
  expect(await confirmImport(ctx, issueImport, importId)).toMatchObject({
    code: "import_has_errors",
    detail: { count: 1 },
  })
  await chooseForRows(ctx, issueImport, importId, [{ status: "error", rows: "undecided", choice: "skip" }])
  expect(await confirmImport(ctx, issueImport, importId)).toMatchObject({
    code: "import_undecided",
    detail: { count: 1 },
  })
  await chooseForRows(ctx, issueImport, importId, [{ status: "like", rows: [2], choice: "support" }])
  const view = await preview(ctx, importId)
  expect(view.plan).toEqual({ add: 1, update: 0, support: 1, none: 1, errors: 0, undecided: 0 })
  expect(await confirmImport(ctx, issueImport, importId)).toMatchObject({
    value: { counts: { added: 1, updated: 0, supported: 1 }, again: false },
  })
  const ledger = await listIssues(ctx, { tab: "all" })
  expect(ledger.ok && ledger.value.rows.map(row => [row.sequence, row.supporterCount])).toEqual([
    [2, 1],
    [1, 2],
  ])
})

test("of a row like an existing one both may be kept, or it may be left out", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  await anIssue(ctx)
  await anIssue(ctx, { content: "北门外下雨积水，老人过不去", place: "北门" })
  const importId = await upload(ctx, [
    line(1, "北门外面下雨积水，老人过不去", "北门"),
    line(2, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋"),
  ])
  await chooseForRows(ctx, issueImport, importId, [
    { status: "like", rows: [1], choice: "keep" },
    { status: "like", rows: [2], choice: "skip" },
  ])
  expect((await confirmImport(ctx, issueImport, importId)).ok).toBe(true)
  expect(await countOf(ctx)).toBe(3)
})

test("rows of one file that say the same are found, and one may join the other", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  const importId = await upload(ctx, [
    line(1, "北门外下雨积水，老人过不去", "北门"),
    line(2, "北门外下雨积水，老人过不去啊", "北门"),
    line(1, "北门外下雨积水，老人过不去", "北门"),
  ])
  const view = await preview(ctx, importId)
  expect(view.rows.map(row => row.status)).toEqual(["new", "like", "like"])
  expect(view.rows[2]!.reasons).toEqual(["与本表第2行一样"])
  await chooseForRows(ctx, issueImport, importId, [{ status: "like", rows: "undecided", choice: "support" }])
  expect((await confirmImport(ctx, issueImport, importId)).ok).toBe(true)
  const ledger = await listIssues(ctx, {})
  expect(ledger.ok && ledger.value.rows.map(row => row.supporterCount)).toEqual([3])
})

test("what is like a closed issue is a report of its own, and a closed issue is not changed by a sheet", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  await sortIssue(ctx, { issueId: await anIssue(ctx), sorting: quickly() })
  const again = await preview(ctx, await upload(ctx, [line(2, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋")]))
  expect(again.rows[0]).toMatchObject({ status: "new", existing: { label: expect.stringContaining("1号") } })
  const numbered = await aSheet(["登记编号", "诉求内容", "备注"], [["振社问〔2026〕1号", "灯又坏了", "催办"]])
  const changed = await preview(ctx, await uploaded(ctx, numbered))
  expect(changed.rows[0]).toMatchObject({ status: "error" })
  expect(changed.rows[0]!.reasons.join()).toContain("已经办结")
})

test("five thousand rows, some new, some like, some wrong, are previewed and then written whole", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  await anIssue(ctx)
  const rows = Array.from({ length: 5000 }, (_, at): Line => {
    if (at % 100 === 50) return line(at, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋")
    if (at % 100 === 99) return line(at, `${at}号路灯不亮`, `${at}号`, "第九网格")
    const what = ["路灯不亮", "井盖松动", "树枝挡窗", "下水堵塞", "墙皮脱落"][at % 5]
    return line(100_000 + at, `第${at}户门前${what}，请来看一看，编在${at * 7919}号`, `${at}号院`)
  })
  const importId = await upload(ctx, rows)
  const view = await preview(ctx, importId, { status: "error" })
  expect(view).toMatchObject({ state: "ready", rowsDone: 5000, rowsTotal: 5000, counts: { error: 50 } })
  expect(Object.values(view.counts).reduce((a, b) => a + b)).toBe(5000)
  expect(view.rows.length).toBe(50)
  await chooseForRows(ctx, issueImport, importId, [
    { status: "error", rows: "undecided", choice: "skip" },
    { status: "like", rows: "undecided", choice: "keep" },
  ])
  const written = await confirmImport(ctx, issueImport, importId)
  expect(written).toMatchObject({ ok: true, value: { counts: { added: 4950 - view.counts.unchanged } } })
  const ledger = await listIssues(ctx, { tab: "all" })
  expect(ledger.ok && ledger.value.rows[0]!.sequence).toBe(4951 - view.counts.unchanged)
}, 120_000)

test("two confirmings at once make one import", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  const importId = await upload(ctx, [line(1, "北门外下雨积水，老人过不去", "北门")])
  const results = await Promise.all([1, 2].map(() => confirmImport(ctx, issueImport, importId)))
  expect(results.map(result => result.ok && result.value.again).sort()).toEqual([false, true])
  expect(await countOf(ctx)).toBe(1)
})

test("a preview of a ledger that has changed since is refused, read again, and keeps what was chosen", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  const issueId = await anIssue(ctx)
  const importId = await upload(ctx, [
    line(1, "北门外下雨积水，老人过不去", "北门"),
    line(2, "7栋楼道的灯不亮，晚上看不见台阶", "银杏家园7栋"),
  ])
  await chooseForRows(ctx, issueImport, importId, [{ status: "like", rows: [2], choice: "support" }])
  const support = { name: "辰先生", phone: "", content: "", reportedOn: "2026-10-08" }
  await supportIssue(ctx, { issueId, support })
  expect(await confirmImport(ctx, issueImport, importId)).toMatchObject({ code: "import_outdated" })
  expect(await countOf(ctx)).toBe(1)
  expect((await rereadImport(ctx, issueImport, importId)).ok).toBe(true)
  await readingOf(importId)
  expect((await preview(ctx, importId)).rows[1]).toMatchObject({ status: "like", choice: "support" })
  expect((await confirmImport(ctx, issueImport, importId)).ok).toBe(true)
})

test("an exported ledger imported again is unchanged in every row and column, formulas and all", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const gridId = await aGrid(ctx)
  await anIssue(ctx, {
    content: "=1+1 写在墙上的字没有擦掉",
    title: "+墙上的字",
    place: "@北门",
    note: "-HYPERLINK",
    gridId,
  })
  await anIssue(ctx, { content: "第一行\n第二行", reporterPhone: "0500-1234567", place: "", channel: "other" })
  const extra: Line = [
    7,
    "一网格",
    "=cmd|' /C calc'!A0 出现在公告栏",
    "公告栏",
    "+卯先生",
    "13900000003",
    "10月6日",
    "@同意",
  ]
  const first = await upload(ctx, [extra, line(9, "北门外下雨积水，老人过不去", "北门")])
  expect((await confirmImport(ctx, issueImport, first)).ok).toBe(true)
  await sortIssue(ctx, { issueId: await anIssue(ctx, { content: "路灯不亮" }), sorting: quickly() })

  const exported = await exportIssues(ctx)
  if (!exported.ok) throw new Error(exported.code)
  const again = await preview(ctx, await uploaded(ctx, exported.value))
  expect(again.rows.map(row => [row.status, ...row.reasons])).toEqual(Array(5).fill(["unchanged"]))
  expect(again.plan.add + again.plan.update + again.plan.support).toBe(0)
  expect(await confirmImport(ctx, issueImport, again.id)).toMatchObject({ code: "import_nothing_to_do" })

  const ledger = await listIssues(ctx, { search: "公告栏" })
  const found = await readIssue(ctx, ledger.ok ? ledger.value.rows[0]!.id : "")
  expect(found.ok && found.value).toMatchObject({
    content: "=cmd|' /C calc'!A0 出现在公告栏",
    reporterName: "+卯先生",
    gridId,
    reportedOn: "2026-10-06",
    extra: { 楼长意见: "@同意" },
  })
})

test("a sheet that changes what is known updates only that", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aGrid(ctx)
  const issueId = await anIssue(ctx)
  const sheet = await aSheet(
    ["登记编号", "诉求内容", "网格", "备注"],
    [["振社问〔2026〕1号", "银杏家园7栋楼道灯不亮，晚上看不见台阶。", "第一网格", "已去看过"]],
  )
  const importId = await uploaded(ctx, sheet)
  const view = await preview(ctx, importId)
  expect(view.rows[0]).toMatchObject({
    status: "changed",
    reasons: expect.arrayContaining(["备注：（空） 改为 已去看过"]),
  })
  expect((await confirmImport(ctx, issueImport, importId)).ok).toBe(true)
  const issue = await readIssue(ctx, issueId)
  expect(issue.ok && issue.value).toMatchObject({
    note: "已去看过",
    gridName: "第一网格",
    place: "银杏家园7栋",
    version: 2,
  })
  const stale = await editIssue(ctx, { issueId, version: 1, entry: anEntry() })
  expect(stale).toMatchObject({ code: "changed_meanwhile" })
})

test("only the secretary and grid workers import and export", async () => {
  const world = await aWorld()
  const file = await aSheet(headings, [line(1, "北门积水", "北门")])
  for (const role of ["administrator", "handler", "delegate", "reviewer", "viewer"] as const) {
    const ctx = await world.as(role)
    expect(await startImport(ctx, issueImport, file)).toMatchObject({ code: "forbidden" })
    expect(await exportIssues(ctx)).toMatchObject({ code: "forbidden" })
  }
})
