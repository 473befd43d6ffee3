import { expect, test } from "vitest"
import { estates } from "#db/schema/estates"
import { aWorld, type World } from "#tests/world"
import { changeBody, registerBody } from "~/people/bodies"
import { listBodies, listBodyMembers, listBodyTerms } from "~/people/body-store"
import { changeBodyTerm, seatInBody, seatInBodyIn } from "~/people/body-terms"
import { readBodies, readBody, readBodyTerm, readBodyTerms } from "~/people/body-views"
import { changeOrganization, readOrganizations, registerOrganization } from "~/people/organizations"
import { listRepresentatives } from "~/people/register-store"
import { listOffices } from "~/people/register-views"
import { enterRepresentative } from "~/people/representatives"
import { groupQuota, quotaInWords } from "~/people/resident-group-quota"
import { changeResidentGroup, readResidentGroups, registerResidentGroup } from "~/people/resident-groups"
import type { Ctx } from "~/web/context"
import { agreed, aPerson } from "./factories"

const committee = { kind: "residentsCommittee", name: "振兴社区居民委员会", estateId: null, note: "" } as const
const seat = { post: "委员", chosenHow: "elected", basis: "2026年换届选举", since: "2026-03-01", until: null } as const
const aBody = async (ctx: Ctx) => agreed(await registerBody(ctx, committee)).bodyId
const office = {
  name: "悦园物业",
  kind: "propertyCompany",
  contactName: "",
  contactPhone: "",
  address: "",
  note: "",
} as const
const group = { name: "第一居民小组", households: 86, leader: null, scope: "1至3号楼" }

async function anEstate({ db, community, installation }: World): Promise<string> {
  const id = installation.newId()
  const row = { communityId: community.id, id, name: "银杏家园", address: "", note: "", version: 1 }
  await db.tx("test", q => q.insert(estates).values(row))
  return id
}

test("whoever keeps no register neither sees nor changes bodies, 单位 and 居民小组", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const [bodyId, personId] = [await aBody(secretary), await aPerson(secretary)]
  const { termId } = agreed(await seatInBody(secretary, { bodyId, person: { personId }, ...seat }))
  const forbidden = { ok: false, code: "forbidden" }
  for (const ctx of [await world.as("gridWorker"), await world.as("viewer"), world.asStranger()]) {
    expect(await registerBody(ctx, { ...committee, name: "另一个" })).toMatchObject(forbidden)
    expect(await changeBody(ctx, { ...committee, bodyId, version: 1 })).toMatchObject(forbidden)
    expect(await seatInBody(ctx, { bodyId, person: { personId }, ...seat })).toMatchObject(forbidden)
    expect(await changeBodyTerm(ctx, { termId, version: 1, ...seat })).toMatchObject(forbidden)
    for (const read of [readBodies, readOrganizations, readResidentGroups])
      expect(await read(ctx)).toMatchObject(forbidden)
    expect(await readBody(ctx, bodyId)).toMatchObject(forbidden)
    expect(await readBodyTerms(ctx, bodyId)).toMatchObject(forbidden)
    expect(await readBodyTerm(ctx, bodyId, termId)).toMatchObject(forbidden)
    expect(await registerOrganization(ctx, office)).toMatchObject(forbidden)
    expect(await changeOrganization(ctx, { ...office, organizationId: "any", version: 1 })).toMatchObject(forbidden)
    expect(await registerResidentGroup(ctx, group)).toMatchObject(forbidden)
    expect(await changeResidentGroup(ctx, { ...group, groupId: "any", version: 1 })).toMatchObject(forbidden)
  }
})

test("who sits in a body on a day is told by the terms, the last day included, in the order of strokes", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const bodyId = await aBody(ctx)
  const someone = (name: string, overrides = {}) =>
    seatInBody(ctx, { bodyId, person: { name, phone: null }, ...seat, ...overrides })
  agreed(await someone("戴九"))
  agreed(await someone("丁一", { post: "主任", until: "2026-06-30" }))
  const on = async (day: string) =>
    (await listBodyMembers(world.db.read, ctx.community.id, bodyId, day)).map(member => member.name)
  expect(await on("2026-02-28")).toEqual([])
  expect(await on("2026-06-30")).toEqual(["丁一", "戴九"])
  expect(await on("2026-07-01")).toEqual(["戴九"])
  expect((await readBodyTerms(ctx, bodyId)).ok && agreed(await readBodyTerms(ctx, bodyId)).over).toHaveLength(1)
})

test("nobody sits twice in one body at one time; a later term is another row and the earlier stays", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [bodyId, personId] = [await aBody(ctx), await aPerson(ctx)]
  const person = { personId }
  const { termId } = agreed(await seatInBody(ctx, { bodyId, person, ...seat }))
  expect(await seatInBody(ctx, { bodyId, person, ...seat, since: "2027-01-01" })).toMatchObject({
    code: "term_exists",
    detail: { since: "2026-03-01", until: "今" },
  })
  agreed(await changeBodyTerm(ctx, { termId, version: 1, ...seat, until: "2026-12-31" }))
  agreed(await seatInBody(ctx, { bodyId, person, ...seat, post: "主任", since: "2027-01-01" }))
  expect(await listBodyTerms(world.db.read, ctx.community.id, { personId })).toMatchObject([
    { id: termId, post: "委员", until: "2026-12-31" },
    { post: "主任", since: "2027-01-01", until: null },
  ])
  expect(agreed(await listOffices(ctx, personId)).map(one => one.label)).toEqual([
    "振兴社区居民委员会委员，2026-03-01至2026-12-31",
    "振兴社区居民委员会主任",
  ])
  const backwards = { ...seat, since: "2026-05-01", until: "2026-04-01" }
  expect(await changeBodyTerm(ctx, { termId, version: 2, ...backwards })).toMatchObject({ code: "term_backwards" })
  expect(await changeBodyTerm(ctx, { termId, version: 1, ...seat })).toMatchObject({ code: "changed_meanwhile" })
})

test("a poll seats whom it chose, and the seat names the poll", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [bodyId, personId] = [await aBody(ctx), await aPerson(ctx)]
  const input = { bodyId, personId, ...seat, pollId: "poll" }
  agreed(await world.db.tx("test", q => seatInBodyIn(q, ctx, input)))
  expect(await listBodyTerms(world.db.read, ctx.community.id, { bodyId })).toMatchObject([{ pollId: "poll" }])
  expect(await world.db.tx("test", q => seatInBodyIn(q, ctx, { ...input, personId: "nobody" }))).toMatchObject({
    code: "not_found",
  })
})

test("a body has a name of its own, and an owners' committee says of which estate once there are estates", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  await aBody(ctx)
  expect(await registerBody(ctx, { ...committee, name: "振兴社区 居民委员会" })).toMatchObject({
    code: "body_name_taken",
  })
  const owners = { kind: "ownersCommittee", name: "业委会", note: "" } as const
  const { bodyId } = agreed(await registerBody(ctx, { ...owners, estateId: null }))
  const estateId = await anEstate(world)
  expect(await changeBody(ctx, { ...owners, bodyId, version: 1, estateId: null })).toMatchObject({
    code: "body_estate_needed",
  })
  expect(await changeBody(ctx, { ...owners, bodyId, version: 1, estateId: "elsewhere" })).toMatchObject({
    code: "not_found",
  })
  agreed(await changeBody(ctx, { ...owners, bodyId, version: 1, estateId }))
  expect(await changeBody(ctx, { ...owners, name: "新名", bodyId, version: 1, estateId })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2, changes: [{ label: "名称", now: "业委会" }] },
  })
  expect(await listBodies(world.db.read, ctx.community.id, "ownersCommittee")).toMatchObject([{ id: bodyId, estateId }])
})

test("what belongs to another community is not there", async () => {
  const world = await aWorld()
  const here = await world.as("secretary")
  const elsewhere = { ...here, community: { ...here.community, id: "elsewhere" } }
  const [bodyId, personId] = [await aBody(here), await aPerson(here)]
  const { termId } = agreed(await seatInBody(here, { bodyId, person: { personId }, ...seat }))
  const notFound = { code: "not_found" }
  expect(await readBody(elsewhere, bodyId)).toMatchObject(notFound)
  expect(await readBodyTerm(elsewhere, bodyId, termId)).toMatchObject(notFound)
  expect(await changeBody(elsewhere, { ...committee, bodyId, version: 1 })).toMatchObject(notFound)
  expect(await changeBodyTerm(elsewhere, { termId, version: 1, ...seat })).toMatchObject(notFound)
  expect(await seatInBody(elsewhere, { bodyId, person: { name: "甲一", phone: null }, ...seat })).toMatchObject(
    notFound,
  )
})

test("a 单位 is entered once, and the log tells which fields changed, not whom to call", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { organizationId } = agreed(await registerOrganization(ctx, { ...office, contactPhone: "13900000001" }))
  expect(await registerOrganization(ctx, { ...office, name: "悦园 物业" })).toMatchObject({
    code: "organization_name_taken",
  })
  const change = { ...office, organizationId, version: 1, contactName: "甲一", contactPhone: "13900000002" }
  agreed(await changeOrganization(ctx, change))
  expect(await changeOrganization(ctx, change)).toMatchObject({ code: "changed_meanwhile" })
  expect(agreed(await readOrganizations(ctx)).rows).toMatchObject([{ name: "悦园物业", kindName: "物业公司" }])
})

test.each([
  [null, 3, "notCounted"],
  [86, 1, "tooFew"],
  [86, 2, "kept"],
  [86, 4, "kept"],
  [86, 5, "tooMany"],
  [50, 1, "kept"],
  [51, 1, "tooFew"],
  [20, 1, "kept"],
  [39, 2, "tooMany"],
  [40, 2, "kept"],
  [12, 1, "kept"],
  [12, 0, "tooFew"],
] as const)("%s households and %s representatives: %s (居委会组织法第13条)", (households, representatives, kept) => {
  expect(groupQuota(households, representatives).kept).toBe(kept)
})

test("the quota is told with its numbers", () => {
  expect(quotaInWords(86, 1)).toBe("每20至50户一名，应有2至4名居民代表，现有1名，少1名")
  expect(quotaInWords(30, 1)).toBe("每20至50户一名，应有1名居民代表，现有1名，符合")
})

test("representatives are counted under the group they name, and follow it when it is renamed", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const { groupId } = agreed(await registerResidentGroup(ctx, group))
  const election = { kind: "residentRepresentative", since: "2026-01-01" } as const
  for (const name of ["甲 一", "丁一"])
    agreed(
      await enterRepresentative(ctx, { person: { name, phone: null }, residentGroup: "第一 居民小组", ...election }),
    )
  agreed(await enterRepresentative(ctx, { person: { name: "戊五", phone: null }, residentGroup: "", ...election }))
  expect(agreed(await readResidentGroups(ctx))).toMatchObject({ rows: [{ quota: "kept" }], strayCount: 1 })
  expect(await registerResidentGroup(ctx, group)).toMatchObject({ code: "resident_group_taken" })
  agreed(await changeResidentGroup(ctx, { ...group, groupId, version: 1, name: "东片小组" }))
  expect(await changeResidentGroup(ctx, { ...group, groupId, version: 1 })).toMatchObject({ code: "changed_meanwhile" })
  const groups = (await listRepresentatives(world.db.read, ctx.community.id)).map(one => one.residentGroup)
  expect(groups.toSorted()).toEqual(["", "东片小组", "东片小组"])
})
