import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { listResidentGroups } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { registerLock } from "~/people/persons"
import { listGrids } from "~/people/register-store"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { type Building, findBuilding, findEstate, insertBuildings, listBuildings, updateBuilding } from "./estate-store"
import { buildingKey } from "./rules"

export type BuildingFacts = Pick<Building, "name" | "gridId" | "residentGroupId" | "note">

/** Enters a 楼栋. Refusals: forbidden, not_found (estate, grid, group), building_name_taken. */
export async function registerBuilding(
  ctx: Ctx,
  input: BuildingFacts & { estateId: string },
): Promise<Result<{ buildingId: string }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { estateId, ...facts } = input
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    if (!(await findEstate(q, ctx.community.id, estateId))) return refuse("not_found")
    const checked = await checkBuilding(q, ctx, estateId, null, facts)
    if (!checked.ok) return checked
    const buildingId = ctx.newId()
    await insertBuildings(q, [{ communityId: ctx.community.id, id: buildingId, estateId, ...facts, version: 1 }])
    await audit(q, ctx, "building.registered", { kind: "estate", id: estateId }, { buildingId, name: facts.name })
    return done({ buildingId })
  })
}

/** Corrects a 楼栋. Refusals: as registerBuilding, changed_meanwhile. */
export async function editBuilding(
  ctx: Ctx,
  input: BuildingFacts & { buildingId: string; version: number },
): Promise<Result<null>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const { buildingId, version, ...facts } = input
  const communityId = ctx.community.id
  return writeOrRefuse(ctx, registerLock(ctx), async q => {
    const now = await findBuilding(q, communityId, buildingId)
    if (!now) return refuse("not_found")
    const subject = { kind: "estate", id: now.estateId } as const
    const fields = await compareBuildings(q, ctx, now, facts)
    if (now.version !== version) return changedMeanwhile(q, ctx, subject, now.version, fields)
    const checked = await checkBuilding(q, ctx, now.estateId, buildingId, facts)
    if (!checked.ok) return checked
    if (!(await updateBuilding(q, { communityId, id: buildingId, version }, facts))) return refuse("changed_meanwhile")
    const changed = fields.filter(field => field.now !== field.typed).map(field => field.label)
    await audit(q, ctx, "building.changed", subject, { buildingId, name: facts.name, fields: changed })
    return done(null)
  })
}

async function checkBuilding(
  q: Writer,
  ctx: Ctx,
  estateId: string,
  buildingId: string | null,
  input: BuildingFacts,
): Promise<Result<null>> {
  const communityId = ctx.community.id
  const namesake = (await listBuildings(q, communityId, estateId)).find(
    one => one.id !== buildingId && buildingKey(one.name) === buildingKey(input.name),
  )
  if (namesake) return refuse("building_name_taken", { field: "name", name: namesake.name })
  const isKnown = (id: string | null, all: readonly { id: string }[]) => id === null || all.some(one => one.id === id)
  const grids = await listGrids(q, communityId)
  const groups = await listResidentGroups(q, communityId)
  return isKnown(input.gridId, grids) && isKnown(input.residentGroupId, groups) ? done(null) : refuse("not_found")
}

async function compareBuildings(q: Writer, ctx: Ctx, now: BuildingFacts, typed: BuildingFacts) {
  const grids = new Map((await listGrids(q, ctx.community.id)).map(one => [one.id, one.name]))
  const groups = new Map((await listResidentGroups(q, ctx.community.id)).map(one => [one.id, one.name]))
  const words = (facts: BuildingFacts): [string, string][] => [
    ["名称", facts.name],
    ["网格", grids.get(facts.gridId ?? "") ?? ""],
    ["居民小组", groups.get(facts.residentGroupId ?? "") ?? ""],
    ["备注", facts.note],
  ]
  return words(now).map(([label, value], at) => ({ label, now: value, typed: words(typed)[at]![1] }))
}
