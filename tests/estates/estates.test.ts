import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { listAssignments } from "~/estates/assignment-store"
import { assignBuilding, endAssignment } from "~/estates/assignments"
import { editBuilding, registerBuilding } from "~/estates/buildings"
import { listBuildings, listEstates, sumBuildings, sumEstates } from "~/estates/estate-store"
import { editEstate, registerEstate } from "~/estates/estates"
import { listOwnedUnits } from "~/estates/unit-store"
import { editUnit, registerUnit } from "~/estates/units"
import { aBuilding, agreed, anEstate, aUnit, setOwners } from "./factories"

const facts = { name: "悦园", address: "", developerId: null, propertyCompanyId: null, note: "" }

test("an estate is entered once under its name", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await anEstate(ctx, { name: "悦园" })
  expect(await registerEstate(ctx, { ...facts, name: "悦 园" })).toMatchObject({ ok: false, code: "estate_name_taken" })
  expect((await listEstates(ctx.db.read, ctx.community.id)).map(estate => estate.name)).toEqual(["悦园"])
})

test("only who keeps the registers may write to them", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const estateId = await anEstate(secretary)
  const viewer = await world.as("viewer")
  expect(await registerEstate(viewer, facts)).toMatchObject({ code: "forbidden" })
  expect(
    await registerBuilding(viewer, { estateId, name: "1栋", gridId: null, residentGroupId: null, note: "" }),
  ).toMatchObject({ code: "forbidden" })
})

test("the second of two editors of an estate is told what stands there now, and by whom", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const estateId = await anEstate(ctx, { name: "悦园" })
  agreed(await editEstate(ctx, { ...facts, estateId, version: 1, address: "中心路1号" }))
  expect(await editEstate(ctx, { ...facts, estateId, version: 1, address: "中心路2号" })).toMatchObject({
    code: "changed_meanwhile",
    detail: { by: ctx.actor.name, version: 2, changes: [{ label: "地址", now: "中心路1号" }] },
  })
})

test("a developer that is no organization of this community is not found", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  expect(await registerEstate(ctx, { ...facts, developerId: "elsewhere" })).toMatchObject({ code: "not_found" })
})

test("十二栋, 12栋 and 12幢 are one building of an estate, and 2栋 stands before 12栋", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const estateId = await anEstate(ctx)
  const twelfth = await aBuilding(ctx, estateId, { name: "12栋" })
  await aBuilding(ctx, estateId, { name: "2栋" })
  for (const name of ["十二栋", "12幢", "12号楼"])
    expect(
      await registerBuilding(ctx, { estateId, name, gridId: null, residentGroupId: null, note: "" }),
    ).toMatchObject({ code: "building_name_taken", detail: { name: "12栋" } })
  const same = { buildingId: twelfth, version: 1, name: "十二栋", gridId: null, residentGroupId: null, note: "" }
  agreed(await editBuilding(ctx, same))
  expect((await listBuildings(ctx.db.read, ctx.community.id, estateId)).map(one => one.name)).toEqual(["2栋", "十二栋"])
})

test("a room stands once in its building, however it is written", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const buildingId = await aBuilding(ctx, await anEstate(ctx))
  await aUnit(ctx, buildingId, { label: "二单元102室" })
  const unit = { kind: "home", areaCm2: 1, areaSource: "survey", holding: "owned", note: "" } as const
  for (const label of ["2单元102", "2-102", "二单元102号"])
    expect(await registerUnit(ctx, { buildingId, label, ...unit })).toMatchObject({ code: "unit_label_taken" })
})

test("an area that is corrected keeps what stood there in the log", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const buildingId = await aBuilding(ctx, await anEstate(ctx))
  const unitId = await aUnit(ctx, buildingId)
  const next = {
    label: "1单元101室",
    kind: "home",
    areaCm2: 985_301,
    areaSource: "register",
    holding: "owned",
  } as const
  agreed(await editUnit(ctx, { unitId, version: 1, ...next, note: "" }))
  expect(await editUnit(ctx, { unitId, version: 1, ...next, note: "" })).toMatchObject({ code: "changed_meanwhile" })
  const estateId = (await listEstates(ctx.db.read, ctx.community.id))[0]!.id
  const [unit] = await listOwnedUnits(ctx.db.read, ctx.community.id, { estateId })
  expect(unit).toMatchObject({ areaCm2: 985_301, label: "1单元101室", buildingName: "12栋", ownerIds: [] })
})

test("owners are entered once in the register of persons, and co-owners keep the order of the deed", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const estateId = await anEstate(ctx)
  const buildingId = await aBuilding(ctx, estateId)
  await aUnit(ctx, buildingId, { label: "101室", owners: ["子一"] })
  await aUnit(ctx, buildingId, { label: "102室", owners: ["丑二", "子一"] })
  const units = await listOwnedUnits(ctx.db.read, ctx.community.id, { estateId })
  expect(units.map(unit => unit.owners.map(owner => owner.name))).toEqual([["子一"], ["丑二", "子一"]])
  expect(units[1]!.ownerIds[1]).toBe(units[0]!.ownerIds[0])
  expect(units[0]!.ownerIds[0]).toBe(`person:${units[0]!.owners[0]!.personId}`)
})

test("shares are given for everybody or for nobody, and are the whole exactly", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const unitId = await aUnit(ctx, await aBuilding(ctx, await anEstate(ctx)))
  const owner = (name: string, share: { part: number; whole: number } | null) => ({ who: { name, phone: null }, share })
  const third = { part: 1, whole: 3 }
  expect(await setOwners(ctx, unitId, [owner("子一", third), owner("丑二", null)])).toMatchObject({
    code: "shares_incomplete",
  })
  expect(await setOwners(ctx, unitId, [owner("子一", third), owner("丑二", third)])).toMatchObject({
    code: "shares_not_one",
    detail: { shares: "1/3、1/3" },
  })
  expect(await setOwners(ctx, unitId, [owner("子一", null), owner("子一", null)])).toMatchObject({
    code: "owner_twice",
  })
  agreed(await setOwners(ctx, unitId, [owner("子一", third), owner("丑二", { part: 2, whole: 3 })]))
})

test("counts and areas of buildings and estates are summed by the database", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const estateId = await anEstate(ctx)
  const [first, second] = [
    await aBuilding(ctx, estateId, { name: "1栋" }),
    await aBuilding(ctx, estateId, { name: "2栋" }),
  ]
  await aUnit(ctx, first, { label: "101室", areaCm2: 985_300 })
  await aUnit(ctx, first, { label: "102室", areaCm2: 700_001 })
  const communityId = ctx.community.id
  expect(await sumBuildings(ctx.db.read, communityId, [first, second])).toEqual(
    new Map([[first, { units: 2, areaCm2: 1_685_301 }]]),
  )
  expect((await sumEstates(ctx.db.read, communityId)).get(estateId)).toEqual({
    buildings: 2,
    units: 2,
    areaCm2: 1_685_301,
  })
})

test("a 楼栋长 is assigned once, and leaves with a last day", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const buildingId = await aBuilding(ctx, await anEstate(ctx))
  const person = { name: "子一", phone: "13900000011" }
  const leader = { buildingId, person, duty: "leader", since: "2026-01-01", until: null } as const
  const { assignmentId } = agreed(await assignBuilding(ctx, leader))
  expect(await assignBuilding(ctx, leader)).toMatchObject({ code: "assignment_exists" })
  expect(await assignBuilding(ctx, { ...leader, duty: "volunteer", until: "2025-12-31" })).toMatchObject({
    code: "term_backwards",
  })
  agreed(await endAssignment(ctx, { assignmentId, version: 1, until: "2026-06-30" }))
  agreed(await assignBuilding(ctx, { ...leader, since: "2026-07-01" }))
  const held = await listAssignments(ctx.db.read, ctx.community.id, { buildingIds: [buildingId] })
  expect(held.map(one => [one.name, one.since, one.until])).toEqual([
    ["子一", "2026-01-01", "2026-06-30"],
    ["子一", "2026-07-01", null],
  ])
})
