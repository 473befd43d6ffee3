import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { auditWords } from "~/audit-words"
import { listIssuesIn } from "~/intake/issue-views"
import { editIssue } from "~/intake/issues"
import { listIssues } from "~/intake/ledger"
import { sortIssue } from "~/intake/sorting"
import { sentences } from "~/refusals"
import type { Ctx } from "~/web/context"
import { aGrid, anEntry, anIssue, byDeliberation, quickly } from "./factories"

const titlesOf = async (ctx: Ctx, filter: Parameters<typeof listIssues>[1]) => {
  const ledger = await listIssues(ctx, filter)
  if (!ledger.ok) throw new Error(ledger.code)
  return ledger.value.rows.map(row => row.title)
}

test("the ledger shows what is open, the latest first, and counts each state under the same filter", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const gridId = await aGrid(ctx)
  await anIssue(ctx, { title: "灯", gridId })
  const toSort = await anIssue(ctx, { title: "水", gridId, channel: "hotline" })
  const toClose = await anIssue(ctx, { title: "门" })
  await sortIssue(ctx, { issueId: toSort, sorting: byDeliberation() })
  await sortIssue(ctx, { issueId: toClose, sorting: quickly() })
  const ledger = await listIssues(ctx, {})
  expect(ledger.ok && ledger.value.counts).toEqual({
    open: 2,
    unanswered: 2,
    reported: 1,
    accepted: 0,
    sorted: 1,
    closed: 1,
    all: 3,
  })
  expect(await titlesOf(ctx, {})).toEqual(["水", "灯"])
  expect(await titlesOf(ctx, { tab: "closed" })).toEqual(["门"])
  expect(await titlesOf(ctx, { tab: "all", gridId })).toEqual(["水", "灯"])
  expect(await titlesOf(ctx, { triage: "deliberate", channel: "hotline" })).toEqual(["水"])
  const inGrid = await listIssues(ctx, { gridId })
  expect(inGrid.ok && inGrid.value.counts).toMatchObject({ all: 2, closed: 0 })
})

test("every word of a search must be found, however numbers and widths are written", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const issueId = await anIssue(ctx, { place: "银杏家园七号楼" })
  await anIssue(ctx, { content: "北门积水", place: "北门" })
  const searches: [search: string, found: number][] = [
    ["7栋", 1],
    ["７号楼 楼道", 1],
    ["卯先生 灯不亮", 0],
    ["寅女士 灯不亮", 1],
    ["1390000", 2],
    ["振社问〔2026〕1号", 1],
    ["100%", 0],
    [" ", 2],
  ]
  for (const [search, found] of searches)
    expect([search, (await titlesOf(ctx, { search, tab: "all" })).length]).toEqual([search, found])
  await editIssue(ctx, { issueId, version: 1, entry: anEntry({ place: "9栋" }) })
  expect(await titlesOf(ctx, { search: "9栋" })).toHaveLength(1)
  expect(await titlesOf(ctx, { search: "振社问〔2026〕1号" })).toHaveLength(1)
})

test("twenty-five to a page, and a page beyond the last is the last", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (let n = 1; n <= 27; n++) await anIssue(ctx, { title: `第${n}件` })
  const last = await listIssues(ctx, { page: 99 })
  expect(last.ok && last.value).toMatchObject({ page: 2, pages: 2, from: 26, to: 27 })
  expect(last.ok && last.value.rows.map(row => row.title)).toEqual(["第2件", "第1件"])
})

test("a delegate does not read the ledger, and another community's is another ledger", async () => {
  const world = await aWorld()
  const issueId = await anIssue(await world.as("secretary"))
  expect(await listIssues(await world.as("delegate"), {})).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "二道社区", loginName: "erdao" })
  const other = { ...world.installation, community, actor: await aMember(world.installation, community, ["secretary"]) }
  expect(await titlesOf(other, { tab: "all" })).toEqual([])
  expect(await listIssuesIn(other.db.read, community.id, [issueId])).toEqual([])
})

test("every refusal and every event of the room has words", () => {
  for (const code of [
    "issue_moved_on",
    "issue_closed",
    "issue_not_own",
    "issue_like_existing",
    "reported_in_future",
    "grid_unknown",
  ])
    expect(sentences[code]?.({ state: "closed" })).toMatch(/。$/)
  for (const code of [
    "import_has_errors",
    "import_undecided",
    "import_outdated",
    "import_nothing_to_do",
    "import_choice_unknown",
  ])
    expect(sentences[code]?.({ count: 2 })).toMatch(/。$/)
  for (const state of ["reading", "failed", "confirmed", "cancelled"])
    expect(sentences.import_not_ready?.({ state })).toMatch(/。$/)
  expect(auditWords["issue.imported"]?.({ row: 7 })).toBe("从网格表导入，第7行")
  expect(auditWords["issue.updatedByImport"]?.({ fields: ["备注"] })).toBe("按网格表改了备注")
})
