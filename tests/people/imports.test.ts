import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import type { ImportKind } from "#db/schema/registry-imports"
import { aWorld } from "#tests/world"
import { signIn } from "~/people/entry"
import { givePasswords, listWaitingAccounts } from "~/people/given-passwords"
import { readGrids, registerGrid } from "~/people/grids"
import { importTemplate } from "~/people/import-templates"
import { parseRoles } from "~/people/imports/accounts"
import { registerImports } from "~/people/register-imports"
import { listDelegates, listPersons, listRepresentatives } from "~/people/register-store"
import { listRoles } from "~/people/store"
import { readImport } from "~/registry/import-view"
import { chooseForRows, confirmImport, readingOf, startImport } from "~/registry/imports"
import type { Cell } from "~/registry/spreadsheet"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"
import { aDelegate, agreed, aPerson } from "./factories"

/** A table as an office makes it: a title above, a total below. */
async function aTable(header: string[], rows: Cell[][]): Promise<Uint8Array> {
  const columns = header.map(name => ({ name, width: 16 }))
  return writeWorkbook({
    sheetName: "表1",
    title: "振兴社区名单",
    columns,
    rows: [...rows, ["合计", `${rows.length}人`]],
  })
}

/** Uploads a table and waits for its preview. */
async function preview(ctx: Ctx, kind: ImportKind, header: string[], rows: Cell[][]) {
  const spec = registerImports[kind]!
  const file = { fileName: "名单.xlsx", bytes: await aTable(header, rows) }
  const { importId } = agreed(await startImport(ctx, spec, file))
  await readingOf(importId)
  const view = agreed(await readImport(ctx, spec, importId))
  expect(view.failure).toBeNull()
  const confirm = () => confirmImport(ctx, spec, importId)
  return {
    importId,
    spec,
    view,
    confirm,
    rows: view.rows.map(({ title, status, reasons }) => ({ title, status, reasons })),
  }
}

const personHeader = ["姓名", "联系电话", "性别", "家庭住址", "工作单位", "所属网格", "备注"]

test("a dirty list of persons shows what is wrong with each row, and writes nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx, { name: "己六", phone: "13900000006" })
  const before = (await listPersons(world.db.read, ctx.community.id)).length
  const { rows, confirm } = await preview(ctx, "persons", personHeader, [
    ["庚七", "139 0000 0001", "女", "1号楼101", "", "", ""],
    ["辛八", "１３９０００１", "", "", "", "", ""],
    ["壬九", "13900000006", "", "", "", "", ""],
    ["癸十", "1390000", "其他", "", "", "", ""],
    ["", "13900000009", "", "", "", "", ""],
    ["子女士", "", "", "", "", "没有的网格", ""],
    ["庚七", "", "", "1号楼101", "", "", ""],
  ])
  expect(rows.map(row => row.status)).toEqual(["new", "error", "error", "error", "error", "error", "error"])
  expect(rows[1]!.reasons[0]).toContain("位数")
  expect(rows[2]!.reasons).toEqual(["手机号13900000006已经登记在己六名下。请核对号码；确实是同一个人的，请改那一条。"])
  expect(rows[3]!.reasons).toHaveLength(2)
  expect(rows[4]!.reasons).toEqual(["没有填姓名"])
  expect(rows[5]!.reasons[0]).toContain("没有的网格")
  expect(rows[6]!.reasons[0]).toContain("同一个人")
  expect(await confirm()).toMatchObject({ code: "import_has_errors", detail: { count: 6 } })
  expect(await listPersons(world.db.read, ctx.community.id)).toHaveLength(before)
})

test("one phone on two rows of a file is an error that names the first row", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { rows } = await preview(ctx, "persons", personHeader.slice(0, 2), [
    ["庚七", "13900000001"],
    ["辛八", "１３９ ００００ ０００１"],
  ])
  expect(rows.map(row => row.status)).toEqual(["new", "error"])
  expect(rows[1]!.reasons[0]).toBe("手机13900000001与第3行相同，一个号码只能登记一个人")
})

test("rows in error can be left out, and the rest is written in one go, told in the log by name", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { rows, confirm, importId, spec } = await preview(ctx, "persons", personHeader.slice(0, 2), [
    ["庚七", "13900000001"],
    ["辛八", "错的"],
  ])
  expect(rows.map(row => row.status)).toEqual(["new", "error"])
  agreed(await chooseForRows(ctx, spec, importId, [{ status: "error", rows: "undecided", choice: "skip" }]))
  expect(agreed(await confirm())).toMatchObject({ counts: { added: 1 }, again: false })
  expect(agreed(await confirm())).toMatchObject({ again: true })
  const persons = await listPersons(world.db.read, ctx.community.id)
  expect(persons.filter(person => person.phone === "13900000001")).toMatchObject([{ name: "庚七" }])
  const log = await world.db.read.select().from(auditEntries)
  expect(log.filter(entry => entry.action === "person.registered").map(entry => entry.detail)).toEqual([
    { name: "庚七" },
  ])
})

test("the same list again is unchanged; a fuller one fills in and clears nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const row = ["庚七", "13900000001", "女", "1号楼101", "某物业公司", "", "退休"]
  agreed(await (await preview(ctx, "persons", personHeader, [row])).confirm())
  const again = await preview(ctx, "persons", personHeader, [row])
  expect(again.rows.map(one => one.status)).toEqual(["unchanged"])
  expect(await again.confirm()).toMatchObject({ code: "import_nothing_to_do" })
  const fuller = await preview(ctx, "persons", personHeader, [["庚七", "13900000001", "", "2号楼202", "", "", ""]])
  expect(fuller.rows).toEqual([{ title: "庚七", status: "changed", reasons: ["住址：1号楼101 改为 2号楼202"] }])
  agreed(await fuller.confirm())
  const persons = await listPersons(world.db.read, ctx.community.id)
  expect(persons.find(person => person.name === "庚七")).toMatchObject({
    address: "2号楼202",
    organization: "某物业公司",
    note: "退休",
    gender: "female",
  })
})

test("a preview is outdated once someone else wrote to the registers", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { confirm } = await preview(ctx, "persons", ["姓名"], [["庚七"], ["辛八"]])
  await aPerson(ctx, { name: "壬九" })
  expect(await confirm()).toMatchObject({ code: "import_outdated" })
})

test("two people of one name in a file need something that tells them apart", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { rows, confirm } = await preview(
    ctx,
    "persons",
    ["姓名", "手机", "住址"],
    [
      ["庚七", "13900000001", ""],
      ["庚七", "13900000002", ""],
      ["辛八", "", "1号楼101"],
      ["辛八", "", "2号楼202"],
    ],
  )
  expect(rows.map(row => row.status)).toEqual(["new", "new", "new", "new"])
  agreed(await confirm())
  const names = (await listPersons(world.db.read, ctx.community.id)).map(person => person.name)
  expect(names.filter(name => name === "庚七" || name === "辛八")).toHaveLength(4)
})

test("grids come with their micro-grids in any order, and with leaders who are not in the register yet", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { rows, confirm } = await preview(
    ctx,
    "grids",
    ["网格名称", "上级网格", "网格长", "联系电话", "管辖范围"],
    [
      ["1号楼", "第一网格", "辛八", "13900000008", "1号楼"],
      ["第一网格", "", "丁四", "13900000004", "1至6号楼"],
      ["2号楼", "没有的网格", "", "", ""],
      ["1单元", "1号楼", "", "", ""],
      ["第一网格", "", "", "", ""],
    ],
  )
  expect(rows.map(row => row.status)).toEqual(["new", "new", "error", "error", "error"])
  expect(rows[2]!.reasons[0]).toContain("没有叫“没有的网格”的网格")
  expect(rows[3]!.reasons[0]).toContain("微网格")
  expect(rows[4]!.reasons[0]).toBe("名称与第4行相同，请只留一行")
  expect(await confirm()).toMatchObject({ code: "import_has_errors" })
  const clean = await preview(
    ctx,
    "grids",
    ["网格名称", "上级网格", "网格长", "联系电话"],
    [
      ["1号楼", "第一网格", "辛八", "13900000008"],
      ["第一网格", "", "丁四", "13900000004"],
    ],
  )
  agreed(await clean.confirm())
  expect((await readGrids(ctx)).map(grid => [grid.name, grid.parent, grid.leader])).toEqual([
    ["第一网格", "", "丁四"],
    ["1号楼", "第一网格", "辛八"],
  ])
})

test("a grid that is there is changed by what the file says, and keeps the rest", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  agreed(
    await registerGrid(ctx, {
      name: "第一网格",
      parentId: null,
      leader: { name: "丁四", phone: null },
      scope: "1至6号楼",
    }),
  )
  const { rows, confirm } = await preview(ctx, "grids", ["网格名称", "范围"], [["第一网格", "1至8号楼"]])
  expect(rows[0]).toMatchObject({ status: "changed", reasons: ["范围：1至6号楼 改为 1至8号楼"] })
  agreed(await confirm())
  expect(await readGrids(ctx)).toMatchObject([{ name: "第一网格", scope: "1至8号楼", leader: "丁四" }])
})

const delegateHeader = ["姓名", "手机号码", "代表类别", "单位", "任期开始"]

test("delegates are matched by phone, by a name that one person bears, or entered anew", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const byPhone = await aPerson(ctx, { name: "庚七", phone: "13900000001" })
  await aPerson(ctx, { name: "庚七", phone: "13900000002" })
  const byName = await aPerson(ctx, { name: "辛八" })
  const { rows, confirm } = await preview(ctx, "delegates", delegateHeader, [
    ["庚七", "13900000001", "党员代表", "", "2026年1月1日"],
    ["辛八", "", "物业公司", "某物业公司", "2026/1/1"],
    ["辛八", "", "居民", "", ""],
    ["壬九", "13900000009", "业主委员会", "", ""],
  ])
  expect(rows.map(row => row.status)).toEqual(["new", "new", "new", "new"])
  expect(agreed(await confirm())).toMatchObject({ counts: { added: 4 } })
  const delegates = await listDelegates(world.db.read, ctx.community.id)
  expect(delegates.map(({ name, delegation, since }) => ({ name, delegation, since }))).toEqual([
    { name: "庚七", delegation: "party", since: "2026-01-01" },
    { name: "辛八", delegation: "property", since: "2026-01-01" },
    { name: "辛八", delegation: "resident", since: "2026-10-08" },
    { name: "壬九", delegation: "ownersCommittee", since: "2026-10-08" },
  ])
  expect(delegates.map(delegate => delegate.personId).slice(0, 3)).toEqual([byPhone, byName, byName])
})

test("a delegate's name borne by two people is an error that asks for the phone", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx, { name: "庚七", phone: "13900000001" })
  await aPerson(ctx, { name: "庚七", phone: "13900000002" })
  const { rows } = await preview(ctx, "delegates", delegateHeader, [
    ["庚七", "", "居民", "", ""],
    ["辛八", "", "什么代表", "", ""],
    ["壬九", "13900000003", "居民", "", "2026-02-30"],
    ["癸十", "13900000003", "居民", "", ""],
    ["子女士", "", "党员", "", ""],
    ["子女士", "", "中共党员代表", "", ""],
    ["子女士", "", "党员代表", "", ""],
  ])
  expect(rows.map(row => row.status)).toEqual(["error", "error", "error", "error", "new", "error", "error"])
  expect(rows[0]!.reasons[0]).toContain("请填手机号")
  expect(rows[1]!.reasons[0]).toContain("什么代表")
  expect(rows[2]!.reasons[0]).toContain("2月没有30日")
  expect(rows[3]!.reasons[0]).toContain("第5行的壬九")
  expect(rows[6]!.reasons[0]).toContain("第7行")
})

test("delegates already there stay, are filled in, or take up a new term", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aDelegate(ctx)
  const { rows, confirm } = await preview(ctx, "delegates", delegateHeader, [["庚七", "13900000001", "居民", "", ""]])
  expect(rows[0]).toMatchObject({ status: "changed", reasons: ["手机：（空） 改为 13900000001"] })
  agreed(await confirm())
  expect(await listDelegates(world.db.read, ctx.community.id)).toMatchObject([
    { phone: "13900000001", since: "2026-01-01" },
  ])
  const again = await preview(ctx, "delegates", delegateHeader, [["庚七", "13900000001", "居民", "", "2026-01-01"]])
  expect(again.rows[0]!.status).toBe("unchanged")
})

test("a list without a column of kinds is a list of resident representatives", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { confirm } = await preview(
    ctx,
    "representatives",
    ["姓名", "手机", "居民小组"],
    [["庚七", "13900000001", "第一小组"]],
  )
  agreed(await confirm())
  const { rows } = await preview(
    ctx,
    "representatives",
    ["姓名", "手机", "身份"],
    [
      ["庚七", "13900000001", "居委会委员"],
      ["辛八", "", "物业"],
    ],
  )
  expect(rows).toEqual([
    { title: "庚七", status: "changed", reasons: ["身份：居民代表 改为 居委会成员"] },
    { title: "辛八", status: "error", reasons: ["身份“物业”看不明白，请填居民代表或居委会成员"] },
  ])
  expect(await listRepresentatives(world.db.read, ctx.community.id)).toMatchObject([
    { kind: "residentRepresentative", residentGroup: "第一小组" },
  ])
})

test("two newcomers of one name in the assembly's list need a phone each", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { rows } = await preview(
    ctx,
    "representatives",
    ["姓名", "手机"],
    [
      ["庚七", "13900000001"],
      ["庚七", "13900000002"],
      ["庚七", ""],
    ],
  )
  expect(rows.map(row => row.status)).toEqual(["new", "new", "error"])
  expect(rows[2]!.reasons[0]).toContain("请填手机")
})

const accountHeader = ["姓名", "登录名", "手机", "角色"]

test("imported accounts are entered only with a password given afterwards, which nothing stores", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const { rows, confirm } = await preview(ctx, "accounts", accountHeader, [
    ["庚七", "", "13900000001", "网格员、复核人"],
    ["辛八", "xinba", "", "社区书记/社工"],
    ["庚七", "", "13900000002", "网格员"],
  ])
  expect(rows.map(row => row.status)).toEqual(["new", "new", "new"])
  agreed(await confirm())
  const waiting = await listWaitingAccounts(ctx)
  expect(waiting.map(account => account.loginName)).toEqual(expect.arrayContaining(["gengqi", "xinba", "gengqi2"]))
  expect((await listRoles(world.db.read, ctx.community.id, waiting[0]!.id)).toSorted()).toEqual([
    "gridWorker",
    "reviewer",
  ])
  const given = agreed(await givePasswords(ctx, { accountIds: waiting.map(account => account.id) }))
  expect(new Set(given.map(one => one.password)).size).toBe(3)
  const { password } = given.find(one => one.loginName === "xinba")!
  const entry = { nameOrPhone: "xinba", password, address: "192.0.2.1", device: "电脑" }
  expect(agreed(await signIn(world.installation, entry))).toMatchObject({ mustChangePassword: true })
  expect(JSON.stringify(await world.db.read.select().from(auditEntries))).not.toContain(password)
})

test("a list of accounts names every clash: unknown roles, taken names, digits only, one person twice", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const { rows } = await preview(ctx, "accounts", accountHeader, [
    ["庚七", "jiayi", "", "网格员"],
    ["辛八", "123456", "", "网格员"],
    ["壬九", "", "", "站长"],
    ["癸十", "shi", "", "街道"],
    ["子女士", "SHI", "", "街道"],
    ["癸十", "shi2", "", "街道"],
    ["甲一", "", "", ""],
  ])
  const reasons = rows.map(row => row.reasons.join())
  expect(rows.map(row => row.status)).toEqual(["error", "error", "error", "new", "error", "error", "error"])
  expect(reasons[0]).toContain("已经有人用")
  expect(reasons[1]).toContain("不能全是数字")
  expect(reasons[2]).toContain("站长")
  expect(reasons[4]).toContain("登录名与第6行相同")
  expect(reasons[5]).toContain("与第6行是同一个人")
})

test.each([
  ["网格员", ["gridWorker"]],
  ["社区书记/社工", ["secretary"]],
  ["管理员、书记", ["administrator", "secretary"]],
  ["网格员/复核人", ["gridWorker", "reviewer"]],
  ["站长", null],
  ["", null],
])("the roles in “%s” are %o", (text, roles) => {
  expect(parseRoles(text)).toEqual(roles)
})

test("a secretary imports registers but no accounts, a grid worker neither", async () => {
  const world = await aWorld()
  const [secretary, gridWorker] = [await world.as("secretary"), await world.as("gridWorker")]
  const file = { fileName: "名单.xlsx", bytes: await aTable(["姓名", "角色"], [["庚七", "网格员"]]) }
  expect(await startImport(secretary, registerImports.accounts!, file)).toMatchObject({ code: "forbidden" })
  expect(await importTemplate(secretary, "accounts")).toMatchObject({ code: "forbidden" })
  for (const kind of ["grids", "persons", "delegates", "representatives"] as const) {
    expect(await startImport(gridWorker, registerImports[kind]!, file)).toMatchObject({ code: "forbidden" })
    agreed(await importTemplate(secretary, kind))
  }
  expect(await importTemplate(secretary, "issues")).toMatchObject({ code: "not_found" })
})

test.each(["grids", "persons", "delegates", "representatives", "accounts"] as const)(
  "the empty table of %s is read by its own import, with its example row",
  async kind => {
    const world = await aWorld()
    const ctx = await world.as("administrator", "secretary")
    const spec = registerImports[kind]!
    const template = agreed(await importTemplate(ctx, kind))
    const { importId } = agreed(await startImport(ctx, spec, template))
    await readingOf(importId)
    const view = agreed(await readImport(ctx, spec, importId))
    expect(view.recognized!.columns.map(column => column.key)).toEqual(spec.columns.map(column => column.key))
    expect(view.rows.map(row => row.title)).toEqual([kind === "grids" ? "第一网格" : "甲一（示例，请删去本行）"])
  },
)

test("five hundred delegates are taken in together", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const rows = Array.from({ length: 500 }, (_, at) => [`寅${at}`, `139${String(10_000_000 + at)}`, "居民", "", ""])
  const { confirm } = await preview(ctx, "delegates", delegateHeader, rows)
  expect(agreed(await confirm())).toMatchObject({ counts: { added: 500 } })
  expect(await listDelegates(world.db.read, ctx.community.id)).toHaveLength(500)
})
