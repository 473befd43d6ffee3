import { expect, test } from "vitest"
import writeExcelFile, { type SheetData } from "write-excel-file/node"
import { aWorld } from "#tests/world"
import { registerBody } from "~/people/bodies"
import { listBodyMembers, listBodyTerms } from "~/people/body-store"
import { bodyTermsImport } from "~/people/imports/body-terms"
import { readImport } from "~/registry/import-view"
import { confirmImport, readingOf, startImport } from "~/registry/imports"
import type { Ctx } from "~/web/context"
import { agreed, aPerson } from "./factories"

const text = (value: string) => ({ value, type: String })

/** As an office makes it: a title over all columns, a header of two rows with merged cells, the body in a merged cell of two rows. */
async function aDirtyRoll(): Promise<Uint8Array> {
  const data: SheetData = [
    [{ ...text("振兴社区组织成员花名册"), columnSpan: 6 }, null, null, null, null, null],
    [
      { ...text("组织名称"), rowSpan: 2 },
      { ...text("成员"), columnSpan: 2 },
      null,
      { ...text("职务"), rowSpan: 2 },
      { ...text("任职"), columnSpan: 2 },
      null,
    ],
    [null, text("姓名"), text("联系电话"), null, text("任期自"), text("产生方式")],
    [
      { ...text("振兴社区居民委员会"), rowSpan: 2 },
      text("甲 一"),
      text("139 0000 0011"),
      text("主任"),
      text("2026.3.1"),
      text("选举"),
    ],
    [null, text("辛八"), text("13900000012"), text("委员"), text("2026年3月1日"), text("选举")],
    [text("居务监督委员会"), text("庚七"), text("13900000002"), text("主任"), text("2026-03-01"), text("推选")],
    [text("居务监督委员会"), text("庚七"), null, text("委员"), text("2026-03-01"), text("推选")],
    [text("居务监督委员会"), text("\u{323A0}十"), null, text("委员"), text("2026-03-01"), null],
    [text("某某委员会"), text("癸十"), null, text("委员"), text("2026-03-01"), text("投票")],
  ]
  const { toBuffer } = writeExcelFile(data, { sheet: "花名册" })
  return new Uint8Array(await toBuffer())
}

async function preview(ctx: Ctx, bytes: Uint8Array, fileName = "花名册.xlsx") {
  const { importId } = agreed(await startImport(ctx, bodyTermsImport, { fileName, bytes }))
  await readingOf(importId)
  const view = agreed(await readImport(ctx, bodyTermsImport, importId))
  expect(view.failure).toBeNull()
  return { importId, view }
}

async function aHouseOfBodies(ctx: Ctx) {
  const facts = { estateId: null, note: "" }
  const committee = agreed(
    await registerBody(ctx, { kind: "residentsCommittee", name: "振兴社区居民委员会", ...facts }),
  )
  const supervision = agreed(
    await registerBody(ctx, { kind: "supervisionCommittee", name: "居务监督委员会", ...facts }),
  )
  return { committeeId: committee.bodyId, supervisionId: supervision.bodyId }
}

test("a roll with a title, merged cells and a header of two rows is read row by row, and says what is wrong where", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aHouseOfBodies(ctx)
  // Two people of one name: only the phone tells which of them is meant.
  await aPerson(ctx, { name: "庚七", phone: "13900000001" })
  await aPerson(ctx, { name: "庚七", phone: "13900000002" })
  const { view } = await preview(ctx, await aDirtyRoll())
  expect(view.rows.map(row => [row.title, row.status])).toEqual([
    ["甲 一", "new"],
    ["辛八", "new"],
    ["庚七", "new"],
    ["庚七", "error"],
    ["\u{323A0}十", "new"],
    ["癸十", "error"],
  ])
  const reasons = view.rows.map(row => row.reasons.join(""))
  expect(reasons[3]).toContain("名册里有2位庚七")
  expect(reasons[4]).toContain("现在印不出来")
  expect(reasons[4]).toContain("没写产生方式，按推选登记")
  expect(reasons[5]).toContain("没有叫“某某委员会”的组织")
  expect(reasons[5]).toContain("产生方式“投票”看不明白")
  expect(view.rows[1]!.facts).toContain("振兴社区居民委员会")
})

test("a clean roll is taken in, and taken in again it changes only what is new in it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { supervisionId } = await aHouseOfBodies(ctx)
  const roll = async (post: string): Promise<Uint8Array> => {
    const header = ["姓名", "手机", "组织名称", "职务", "产生方式", "任期自"].map(text)
    const row = ["庚七", "13900000002", "居务监督委员会", post, "推选", "2026-03-01"].map(text)
    return new Uint8Array(await writeExcelFile([header, row], { sheet: "表1" }).toBuffer())
  }
  const first = await preview(ctx, await roll("委员"))
  agreed(await confirmImport(ctx, bodyTermsImport, first.importId))
  const members = await listBodyMembers(world.db.read, ctx.community.id, supervisionId, "2026-10-08")
  expect(members).toMatchObject([{ name: "庚七", post: "委员", organization: "" }])
  const second = await preview(ctx, await roll("主任"), "花名册2.xlsx")
  expect(second.view.rows).toMatchObject([{ status: "changed", reasons: ["职务：委员 改为 主任"] }])
  agreed(await confirmImport(ctx, bodyTermsImport, second.importId))
  expect(await listBodyTerms(world.db.read, ctx.community.id, { bodyId: supervisionId })).toMatchObject([
    { name: "庚七", post: "主任", chosenHow: "elected", since: "2026-03-01", until: null },
  ])
})

test("a roll without a column of bodies goes by the name of its sheet", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aHouseOfBodies(ctx)
  const rows = [["姓名", "职务"].map(text), ["辛八", "委员"].map(text)]
  const ofSheet = async (sheet: string) => new Uint8Array(await writeExcelFile(rows, { sheet }).toBuffer())
  const named = await preview(ctx, await ofSheet("居务监督委员会"))
  expect(named.view.rows).toMatchObject([{ status: "new" }])
  const unnamed = await preview(ctx, await ofSheet("Sheet1"), "另一份.xlsx")
  expect(unnamed.view.rows).toMatchObject([{ status: "error" }])
})
