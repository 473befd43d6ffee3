import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { changeCommunity, readCommunity } from "~/people/community"
import { appointDelegate, changeDelegate } from "~/people/delegates"
import { changeGrid, readGrids, registerGrid } from "~/people/grids"
import { changePerson, readPerson, registerPerson } from "~/people/persons"
import { listDelegates, listPersons, listRepresentatives } from "~/people/register-store"
import { readDelegate, readDelegates, readPersonsPage, readRegisterCounts } from "~/people/register-views"
import { changeRepresentative, enterRepresentative } from "~/people/representatives"
import { aDelegate, agreed, aPerson, aPersonsFacts } from "./factories"

const grid = { name: "第一网格", parentId: null, leader: null, scope: "" }

test("a phone belongs to one person, and the refusal says to whom", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx, { phone: "13900000001" })
  expect(await registerPerson(ctx, aPersonsFacts({ name: "辛八", phone: "13900000001" }))).toMatchObject({
    code: "phone_taken",
    detail: { field: "phone", holder: "庚七" },
  })
})

test("two people of one name are kept apart by a phone, an address or a note", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx)
  const untold = { code: "person_not_told_apart" }
  expect(await registerPerson(ctx, aPersonsFacts())).toMatchObject(untold)
  expect(await registerPerson(ctx, aPersonsFacts({ name: "庚 七" }))).toMatchObject(untold)
  await aPerson(ctx, { address: "2号楼101" })
  expect(await registerPerson(ctx, aPersonsFacts({ address: "2号楼101" }))).toMatchObject(untold)
  expect(await registerPerson(ctx, aPersonsFacts({ name: "庚 七", address: "2号楼101" }))).toMatchObject(untold)
  await aPerson(ctx, { note: "退休教师" })
})

test.each(["gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s keeps no registers",
  async role => {
    const world = await aWorld()
    const secretary = await world.as("secretary")
    const personId = await aPerson(secretary)
    const delegateId = await aDelegate(secretary, { person: { personId } })
    const ctx = await world.as(role)
    const forbidden = { ok: false, code: "forbidden" }
    const person = { name: "辛八", phone: null }
    const term = { version: 1, since: "2026-01-01", until: null }
    expect(await registerPerson(ctx, aPersonsFacts({ name: "辛八" }))).toMatchObject(forbidden)
    expect(await changePerson(ctx, { personId, version: 1, ...aPersonsFacts() })).toMatchObject(forbidden)
    expect(await registerGrid(ctx, grid)).toMatchObject(forbidden)
    expect(await changeGrid(ctx, { ...grid, gridId: "any", version: 1 })).toMatchObject(forbidden)
    expect(
      await appointDelegate(ctx, { person, delegation: "party", organization: "", since: "2026-01-01" }),
    ).toMatchObject(forbidden)
    expect(await changeDelegate(ctx, { delegateId, organization: "", ...term })).toMatchObject(forbidden)
    expect(
      await enterRepresentative(ctx, { person, kind: "committeeMember", residentGroup: "", since: "2026-01-01" }),
    ).toMatchObject(forbidden)
    expect(await readRegisterCounts(ctx)).toMatchObject(forbidden)
    expect(await readPersonsPage(ctx, "", "pinyin", 1)).toMatchObject(forbidden)
    expect(await readPerson(ctx, personId)).toMatchObject(forbidden)
    expect(
      await changeCommunity(ctx, {
        version: 1,
        name: "新名",
        shortName: "新",
        subdistrict: "",
        contactPhone: "",
        boardIndexable: true,
      }),
    ).toMatchObject(forbidden)
  },
)

test("to the other community's administrator nothing of these registers exists", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const personId = await aPerson(secretary, { phone: "13900000001" })
  const delegateId = await aDelegate(secretary, { person: { personId } })
  const { gridId } = agreed(await registerGrid(secretary, grid))
  const elsewhere = await aCommunity(world.installation, { communityName: "新兴社区", loginName: "elsewhere" })
  const actor = await aMember(world.installation, elsewhere, ["administrator"])
  const ctx = { ...world.installation, community: elsewhere, actor }
  const notFound = { ok: false, code: "not_found" }
  expect(await readPerson(ctx, personId)).toMatchObject(notFound)
  expect(await changePerson(ctx, { personId, version: 1, ...aPersonsFacts() })).toMatchObject(notFound)
  expect(await readDelegate(ctx, delegateId)).toMatchObject(notFound)
  expect(
    await changeDelegate(ctx, { delegateId, version: 1, organization: "", since: "2026-01-01", until: null }),
  ).toMatchObject(notFound)
  expect(await changeGrid(ctx, { ...grid, gridId, version: 1 })).toMatchObject(notFound)
  expect(await registerGrid(ctx, { ...grid, parentId: gridId })).toMatchObject(notFound)
  expect(await registerPerson(ctx, aPersonsFacts({ gridId }))).toMatchObject(notFound)
  const appointment = { delegation: "party", organization: "", since: "2026-01-01" } as const
  expect(await appointDelegate(ctx, { person: { personId }, ...appointment })).toMatchObject(notFound)
  // A phone is one person's within a community; the other community knows its people itself.
  await aPerson(ctx, { phone: "13900000001" })
})

test("the second of two editors is told who was first and what stands there now, and saves upon it", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const personId = await aPerson(secretary)
  const change = { personId, version: 1, ...aPersonsFacts() }
  agreed(await changePerson(secretary, { ...change, address: "1号楼101" }))
  const administrator = await world.as("administrator")
  expect(await changePerson(administrator, { ...change, organization: "某物业公司" })).toEqual({
    ok: false,
    code: "changed_meanwhile",
    detail: {
      by: "乙二",
      version: 2,
      changes: [
        { label: "住址", now: "1号楼101" },
        { label: "单位和职务", now: "（空）" },
      ],
    },
  })
  agreed(await changePerson(administrator, { ...change, version: 2, organization: "某物业公司" }))
})

test("a phone that was wrong does not live on in the log", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx, { phone: "13900000001" })
  agreed(await changePerson(ctx, { personId, version: 1, ...aPersonsFacts({ phone: "13900000002" }) }))
  const log = JSON.stringify(await world.db.read.select({ detail: auditEntries.detail }).from(auditEntries))
  expect(log).not.toMatch(/1390000000[12]/)
  expect(log).toContain("电话")
})

test("people are found by a part of the name, by initials, by the end of the phone and by address", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx, { name: "单于春", phone: "13900000001", address: "3号楼" })
  await aPerson(ctx, { name: "曾九", phone: "13900000012" })
  const find = async (search: string) =>
    agreed(await readPersonsPage(ctx, search, "pinyin", 1)).persons.map(person => person.name)
  expect(await find("于春")).toEqual(["单于春"])
  expect(await find("zj")).toEqual(["曾九"])
  expect(await find("0012")).toEqual(["曾九"])
  expect(await find("3号楼")).toEqual(["单于春"])
  expect(await find("zengjiu")).toEqual(["曾九"])
  expect(await find("chany")).toEqual(["单于春"])
  expect(await find("1390000 zj")).toEqual([])
  expect(await find("zj 0012")).toEqual(["曾九"])
  expect(await find("zj 0001")).toEqual([])
  expect(await find("%")).toEqual([])
  expect(await find("zz")).toEqual([])
  expect(await find("没有这个人")).toEqual([])
})

test("the register stands by pinyin or by 姓氏笔画", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (const name of ["戴九", "丁一", "安九"]) await aPerson(ctx, { name })
  const inOrder = async (order: "pinyin" | "strokes") =>
    agreed(await readPersonsPage(ctx, "", order, 1)).persons.map(person => person.name)
  expect((await inOrder("pinyin")).filter(name => name !== "乙二" && name !== "甲一")).toEqual(["安九", "戴九", "丁一"])
  expect((await inOrder("strokes")).filter(name => name !== "乙二" && name !== "甲一")).toEqual([
    "丁一",
    "安九",
    "戴九",
  ])
})

test("who has a namesake is marked so in the list", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aPerson(ctx, { name: "曾九", address: "1号楼" })
  await aPerson(ctx, { name: "曾九", address: "2号楼" })
  await aPerson(ctx, { name: "丁一" })
  const { persons } = agreed(await readPersonsPage(ctx, "", "pinyin", 1))
  expect(persons.filter(person => person.namesakes > 1).map(person => person.address)).toEqual(["1号楼", "2号楼"])
})

test("a page beyond the last shows the last", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (let at = 0; at < 51; at++) await aPerson(ctx, { name: `寅${at}` })
  const page = agreed(await readPersonsPage(ctx, "寅", "pinyin", 99))
  expect(page).toMatchObject({ total: 51, from: 50, page: 2, hasNext: false })
  expect(page.persons).toHaveLength(1)
})

test("a micro-grid lies in a grid, and nothing lies in a micro-grid", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { gridId } = agreed(await registerGrid(ctx, { ...grid, leader: { name: "丁四", phone: "13900000004" } }))
  const micro = agreed(await registerGrid(ctx, { ...grid, name: "1号楼", parentId: gridId }))
  const wrong = { code: "grid_parent_wrong" }
  expect(await registerGrid(ctx, { ...grid, name: "1单元", parentId: micro.gridId })).toMatchObject(wrong)
  expect(await changeGrid(ctx, { ...grid, gridId, version: 1, parentId: gridId })).toMatchObject(wrong)
  const second = agreed(await registerGrid(ctx, { ...grid, name: "第二网格" }))
  expect(await changeGrid(ctx, { ...grid, gridId, version: 1, parentId: second.gridId })).toMatchObject(wrong)
  expect(await registerGrid(ctx, { ...grid, name: "第一 网格" })).toMatchObject({ code: "grid_name_taken" })
  expect((await readGrids(ctx)).map(one => [one.name, one.parent, one.leader])).toEqual([
    ["第二网格", "", ""],
    ["第一网格", "", "丁四"],
    ["1号楼", "第一网格", ""],
  ])
})

test("whoever becomes a delegate is matched in the register, or entered there", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const personId = await aPerson(ctx)
  await aDelegate(ctx, { person: { name: "庚七", phone: "13900000001" } })
  await aDelegate(ctx, { person: { name: "辛八", phone: null }, delegation: "property", organization: "某物业公司" })
  const persons = await listPersons(world.db.read, ctx.community.id)
  expect(persons.find(person => person.id === personId)).toMatchObject({ phone: "13900000001", version: 2 })
  expect(persons.filter(person => person.name === "庚七")).toHaveLength(1)
  expect(persons.filter(person => person.name === "辛八")).toHaveLength(1)
})

test("nobody is a delegate of one delegation twice, but may be of two", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aDelegate(ctx)
  const again = {
    person: { name: "庚七", phone: null },
    delegation: "resident",
    organization: "",
    since: "2026-05-01",
  } as const
  expect(await appointDelegate(ctx, again)).toMatchObject({ code: "delegate_exists", detail: { delegation: "居民" } })
  await aDelegate(ctx, { delegation: "party" })
})

test("a term is ended by its last day, and taken up again in the same row", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const delegateId = await aDelegate(ctx)
  const end = { delegateId, version: 1, organization: "", since: "2026-01-01" }
  expect(await changeDelegate(ctx, { ...end, until: "2025-12-31" })).toMatchObject({ code: "term_backwards" })
  expect(await changeDelegate(ctx, { ...end, until: "2026-02-30" })).toMatchObject({ code: "date_invalid" })
  agreed(await changeDelegate(ctx, { ...end, until: "2026-09-30" }))
  const register = agreed(await readDelegates(ctx))
  expect(register.groups).toEqual([])
  expect(register.past.map(row => row.name)).toEqual(["庚七"])
  expect(await aDelegate(ctx, { since: "2026-10-01" })).toBe(delegateId)
  expect(await listDelegates(world.db.read, ctx.community.id)).toMatchObject([{ since: "2026-10-01", until: null }])
})

test("a delegate whose last day is today still holds the office", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const delegateId = await aDelegate(ctx)
  agreed(
    await changeDelegate(ctx, { delegateId, version: 1, organization: "", since: "2026-01-01", until: "2026-10-08" }),
  )
  expect(agreed(await readDelegates(ctx)).groups.map(group => group.kind)).toEqual(["resident"])
})

test("a person is in the assembly of resident representatives once, and leaves it by date", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const election = { person: { name: "庚七", phone: null }, residentGroup: "第一小组", since: "2026-01-01" }
  const { representativeId } = agreed(await enterRepresentative(ctx, { ...election, kind: "residentRepresentative" }))
  expect(await enterRepresentative(ctx, { ...election, kind: "committeeMember" })).toMatchObject({
    code: "representative_exists",
  })
  const change = {
    representativeId,
    kind: "residentRepresentative",
    residentGroup: "第一小组",
    since: "2026-01-01",
  } as const
  agreed(await changeRepresentative(ctx, { ...change, version: 1, until: "2026-06-30" }))
  expect(await changeRepresentative(ctx, { ...change, version: 1, until: null })).toMatchObject({
    code: "changed_meanwhile",
    detail: { by: "乙二", changes: [{ label: "任期至", now: "2026-06-30" }] },
  })
  agreed(await enterRepresentative(ctx, { ...election, since: "2026-07-01", kind: "committeeMember" }))
  expect(await listRepresentatives(world.db.read, ctx.community.id)).toMatchObject([{ kind: "committeeMember" }])
})

test("two people entered at once with one phone become one person", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const both = await Promise.all(
    ["庚七", "辛八"].map(name => registerPerson(ctx, aPersonsFacts({ name, phone: "13900000001" }))),
  )
  expect(both.filter(result => result.ok)).toHaveLength(1)
  expect(both.find(result => !result.ok)).toMatchObject({ code: "phone_taken" })
})

test("what paper shows of the community is changed by its administrator, upon what stands there", async () => {
  const world = await aWorld()
  const ctx = await world.as("administrator")
  const facts = {
    name: "振兴社区",
    shortName: "振社",
    subdistrict: "云上街道",
    contactPhone: "0500-0000002",
    boardIndexable: true,
  }
  agreed(await changeCommunity(ctx, { version: 1, ...facts }))
  expect(await readCommunity(ctx)).toMatchObject({ ...facts, version: 2 })
  expect(await changeCommunity(ctx, { version: 1, ...facts, contactPhone: "" })).toMatchObject({
    code: "changed_meanwhile",
    detail: { changes: [{ label: "联系电话", now: "0500-0000002" }] },
  })
})
