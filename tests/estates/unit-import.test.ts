import { expect, test } from "vitest"
import { aWorld, type World } from "#tests/world"
import { listAllBuildings, listEstates } from "~/estates/estate-store"
import { unitExample } from "~/estates/unit-columns"
import { unitsImport } from "~/estates/unit-import"
import { listAllOwners, listAllUnits, listOwnedUnits } from "~/estates/unit-store"
import { ownerHeads } from "~/law/owners"
import { emptyTable } from "~/people/import-templates"
import { listOrganizations } from "~/people/organization-store"
import { registerPerson } from "~/people/persons"
import { listPersons } from "~/people/register-store"
import { readSpreadsheet } from "~/registry/spreadsheet"
import { listAuditEntries } from "~/registry/store"
import { aBuilding, agreed, anEstate, aUnit } from "./factories"
import { aDirtyList, preview } from "./unit-lists"

const header = [
  "小区",
  "楼栋",
  "单元",
  "房号",
  "用途",
  "建筑面积",
  "面积依据",
  "业主姓名",
  "共有份额",
  "联系电话",
  "交付状态",
]

const held = async ({ db, community }: World) => {
  const [estate] = await listEstates(db.read, community.id)
  return listOwnedUnits(db.read, community.id, { estateId: estate!.id })
}
const inWords = (units: Awaited<ReturnType<typeof held>>) =>
  units.map(unit => [unit.buildingName, unit.label, unit.areaCm2, unit.owners.map(owner => owner.name).join("、")])

test("a list as a property company keeps it is read as a person would read it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { view, confirm } = await preview(ctx, aDirtyList())
  expect(view.counts).toEqual({ new: 5, changed: 0, unchanged: 0, like: 0, error: 0 })
  agreed(await confirm())
  expect(inWords(await held(world))).toEqual([
    ["12栋", "1单元101室", 985_300, "子一"],
    ["12栋", "1单元102室", 985_300, "丑二、寅三"],
    ["12栋", "二单元101室", 1_200_000, "卯四"],
    ["12栋", "车位8号", 132_500, "子一"],
    ["13栋", "101室", 12_345_600, "某某商贸有限公司"],
  ])
  const units = await listAllUnits(world.db.read, ctx.community.id)
  expect(units.map(unit => unit.kind).sort()).toEqual(["home", "home", "home", "parking", "shop"])
  expect((await listOrganizations(world.db.read, ctx.community.id)).map(one => one.name)).toEqual(["某某商贸有限公司"])
})

test("one buyer of several units is one head, because the phone says so", async () => {
  const world = await aWorld()
  const { confirm } = await preview(await world.as("secretary"), aDirtyList())
  agreed(await confirm())
  const heads = ownerHeads(await held(world), { parkingArea: "counted" })
  expect(heads.map(head => [head.unitIds.length, head.areaCm2])).toEqual([
    [2, 1_117_800],
    [1, 985_300],
    [1, 1_200_000],
    [1, 12_345_600],
  ])
})

test("rows that cannot be right are named with what is wrong in them", async () => {
  const world = await aWorld()
  const { view } = await preview(await world.as("secretary"), [
    header,
    ["悦园", "1栋", "", "101", "", "约九十", "", "子一", "", "", ""],
    ["悦园", "1栋", "", "102", "", "-98.5", "", "丑二", "", "", ""],
    ["悦园", "1栋", "", "103", "", "", "", "寅三", "", "", ""],
    ["悦园", "1栋", "", "104", "", "98.5", "听说", "卯四", "", "", ""],
    ["悦园", "1栋", "", "105", "", "98.5", "", "辰五、巳六", "1/3、1/3", "", ""],
    ["悦园", "1栋", "", "106", "", "98.5", "", "午七等3人", "", "", ""],
    ["悦园", "1栋", "", "", "", "98.5", "", "未八", "", "", ""],
    ["悦园", "1栋", "", "107", "", "98.5", "", "申九", "", "", ""],
    ["悦园", "1栋", "", "108", "", "98.5", "", "酉十", "", "", ""],
    ["悦园", "1幢", "", "107室", "", "99.5", "", "戌一", "", "", ""],
  ])
  expect(view.rows.filter(row => row.status === "error").map(row => row.reasons.join())).toEqual([
    "面积“约九十”看不明白。请填平方米数，如98.53。",
    "面积“-98.5”看不明白。请填平方米数，如98.53。",
    "没有填建筑面积",
    "面积依据“听说”看不明白，请填登记簿、实测或合同",
    "各人的份额（1/3、1/3）加起来不等于全部。请照登记簿改正。",
    "业主“午七等3人”没有写全，请把每位业主都写上，用“、”隔开",
    "没有填房号",
    "和第9行是同一套房，请只留一行；共有人写在同一格里，用“、”隔开",
  ])
})

test("what the program made of 98.53 is 98.53 again, and four digits stand as written", async () => {
  const world = await aWorld()
  const { confirm } = await preview(await world.as("secretary"), [
    header,
    ["悦园", "1栋", "", "101", "", 98.529999, "", "子一", "", "", ""],
    ["悦园", "1栋", "", "102", "", "98.5312㎡", "", "丑二", "", "", ""],
    ["悦园", "1栋", "", "103", "", "1,098.5 平方米", "", "寅三", "", "", ""],
  ])
  agreed(await confirm())
  expect((await held(world)).map(unit => unit.areaCm2)).toEqual([985_300, 985_312, 10_985_000])
})

test("the next row of the same unit with another name is a co-owner", async () => {
  const world = await aWorld()
  const { view, confirm } = await preview(await world.as("secretary"), [
    header,
    ["悦园", "1栋", "", "101", "", "98.5", "", "子一", "1/3", "13900000011", ""],
    ["悦园", "1栋", "", "101", "", "", "", "丑二", "2/3", "13900000012", ""],
  ])
  expect(view.rows.map(row => [row.status, row.reasons.at(0)])).toEqual([["new", "第3行是同一套房的共有人丑二"]])
  agreed(await confirm())
  const owners = await listAllOwners(world.db.read, world.community.id)
  expect(owners.map(owner => [owner.personName, owner.phone, owner.sharePart, owner.shareWhole])).toEqual([
    ["子一", "13900000011", 1, 3],
    ["丑二", "13900000012", 2, 3],
  ])
})

const sameNameTwice = [
  header,
  ["悦园", "1栋", "", "101", "", "98.5", "", "子一", "", "", ""],
  ["悦园", "1栋", "", "102", "", "88.5", "", "子一", "", "", ""],
]

test.each([
  ["support", 1],
  ["keep", 2],
] as const)("a name that stands twice without a phone is asked about: %s makes %i head", async (choice, heads) => {
  const world = await aWorld()
  const { view, choose, confirm } = await preview(await world.as("secretary"), sameNameTwice)
  expect(view.rows.map(row => row.status)).toEqual(["new", "like"])
  expect(view.rows[1]!.reasons).toEqual(["子一和第2行的子一是同一个人吗？没有电话可以核对。"])
  expect(await confirm()).toMatchObject({ code: "import_undecided" })
  agreed(await choose(choice))
  agreed(await confirm())
  expect(ownerHeads(await held(world), { parkingArea: "counted" })).toHaveLength(heads)
})

test("of two people of one name in the register the phone says which; without one the row cannot be taken", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const person = { gender: "unknown", address: "", organization: "", gridId: null, note: "" } as const
  for (const phone of ["13900000011", "13900000012"])
    agreed(await registerPerson(ctx, { ...person, name: "子一", phone }))
  const { view, choose, confirm } = await preview(ctx, [
    header,
    ["悦园", "1栋", "", "101", "", "98.5", "", "子一", "", "13900000012", ""],
    ["悦园", "1栋", "", "102", "", "98.5", "", "子一", "", "", ""],
    ["悦园", "1栋", "", "103", "", "98.5", "", "丑二", "", "13900000011", ""],
  ])
  expect(view.rows.map(row => row.status)).toEqual(["new", "error", "like"])
  expect(view.rows[1]!.reasons).toEqual(["子一有2位，分不清是哪一位，请在表里补上电话"])
  expect(view.rows[2]!.reasons[0]).toBe("丑二和名册里的子一，13900000011是同一个人吗？电话是同一个，姓名不同。")
  agreed(await choose("skip", "error"))
  agreed(await choose("keep"))
  agreed(await confirm())
  const owners = await listAllOwners(world.db.read, world.community.id)
  expect(owners.map(owner => [owner.personName, owner.phone]).sort()).toEqual([
    ["丑二", null],
    ["子一", "13900000012"],
  ])
})

test("a second list changes what differs and leaves the rest", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const buildingId = await aBuilding(ctx, await anEstate(ctx, { name: "悦园" }), { name: "1栋" })
  await aUnit(ctx, buildingId, { label: "101室", owners: ["子一"] })
  await aUnit(ctx, buildingId, { label: "102室", owners: ["丑二"] })
  const { view, confirm } = await preview(ctx, [
    header,
    ["", "一幢", "", "101", "", "98.53", "登记簿", "子一", "", "", ""],
    ["", "", "", "102", "", "99", "", "丑二、寅三", "", "、13900000013", ""],
  ])
  expect(view.rows.map(row => [row.status, row.reasons])).toEqual([
    ["unchanged", []],
    ["changed", ["建筑面积：98.53 改为 99", "业主：丑二 改为 丑二、寅三"]],
  ])
  agreed(await confirm())
  expect(inWords(await held(world))).toEqual([
    ["1栋", "101室", 985_300, "子一"],
    ["1栋", "102室", 990_000, "丑二、寅三"],
  ])
  const [estate] = await listEstates(world.db.read, ctx.community.id)
  const log = await listAuditEntries(world.db.read, ctx.community.id, [{ kind: "estate", ids: [estate!.id] }])
  expect(log.filter(entry => entry.action === "unit.changed").map(entry => entry.detail.before)).toMatchObject([
    { areaCm2: 985_300 },
  ])
  expect(log.at(-1)).toMatchObject({ action: "estate.imported", detail: { added: 0, changed: 1 } })
})

test("a character that no font prints is told and stands in nobody's way", async () => {
  const world = await aWorld()
  const { view } = await preview(await world.as("secretary"), [
    header,
    ["悦园", "1栋", "", "101", "", "98.5", "", "子\u{2FFF0}", "", "13900000011", ""],
  ])
  expect(view.rows[0]!.status).toBe("new")
  expect(view.rows[0]!.reasons.join()).toContain("印不出来")
})

test("estates and buildings a list names are entered with it, and said so before", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { view, confirm } = await preview(ctx, sameNameTwice.slice(0, 2))
  expect(view.rows[0]!.reasons).toEqual([
    "小区“悦园”还没有登记，确认时一并登记，请核对名称",
    "悦园1栋还没有登记，确认时一并登记",
  ])
  agreed(await confirm())
  expect((await listAllBuildings(world.db.read, ctx.community.id)).map(one => one.name)).toEqual(["1栋"])
})

test("who may not edit the registers may not bring a list either", async () => {
  const world = await aWorld()
  expect(unitsImport.mayImport(await world.as("gridWorker"))).toBe(false)
  expect(await emptyTable(await world.as("gridWorker"), unitsImport, unitExample)).toMatchObject({ code: "forbidden" })
})

test("the empty table has every column, and its example is understood", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { bytes } = agreed(await emptyTable(ctx, unitsImport, unitExample))
  const [sheet] = agreed(await readSpreadsheet("表.xlsx", bytes))
  expect(sheet!.rows[0]).toEqual(unitsImport.columns.map(column => column.name))
  const { view } = await preview(ctx, sheet!.rows)
  expect(view.rows[0]).toMatchObject({ status: "new", title: "银杏家园12栋2单元102室" })
})

test("twenty thousand units come in at once", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const stems = [..."甲乙丙丁戊己庚辛壬癸"]
  const rows = Array.from({ length: 20_000 }, (_, at) => [
    "银杏家园",
    `${Math.floor(at / 200) + 1}栋`,
    String((at % 4) + 1),
    String(100 * (Math.floor((at % 200) / 8) + 1) + (Math.floor(at / 4) % 2) + 1),
    "住宅",
    `${80 + (at % 50)}.${String(at % 100).padStart(2, "0")}`,
    "登记簿",
    `${stems[at % 10]}${stems[Math.floor(at / 10) % 10]}${stems[Math.floor(at / 100) % 10]}`,
    "",
    `139${String(at).padStart(8, "0")}`,
    "",
  ])
  const { view, confirm } = await preview(ctx, [header, ...rows])
  expect(view).toMatchObject({ counts: { new: 20_000, error: 0 }, pages: 200, rows: { length: 100 } })
  agreed(await confirm())
  expect(await listAllUnits(world.db.read, ctx.community.id)).toHaveLength(20_000)
  expect((await listPersons(world.db.read, ctx.community.id)).length).toBeGreaterThanOrEqual(20_000)
})
