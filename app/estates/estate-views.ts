import { sortByPinyin } from "~/law/names"
import { ownerHeads } from "~/law/owners"
import { done, type Result, refuse } from "~/law/result"
import { listOrganizations, listResidentGroups } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { listAssignments } from "./assignment-store"
import { currentDuties } from "./building-views"
import { findEstate, listBuildings, listEstates, sumBuildings, sumEstates } from "./estate-store"
import { registerHeads } from "./rules"
import { listOwnedUnits } from "./unit-store"

/** Every 小区 with how much stands there. Refuses forbidden. */
export async function readEstates(ctx: Ctx) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const communityId = ctx.community.id
  const figures = await sumEstates(ctx.db.read, communityId)
  const names = await organizationNames(ctx)
  const rows = (await listEstates(ctx.db.read, communityId)).map(estate => ({
    id: estate.id,
    name: estate.name,
    address: estate.address,
    propertyCompany: names.get(estate.propertyCompanyId ?? "") ?? "",
    ...(figures.get(estate.id) ?? { buildings: 0, units: 0, areaCm2: 0 }),
  }))
  return done(rows)
}

const buildingsPerPage = 20
/** Above this the heads of a whole estate are not counted for a page: each building still shows its own. */
const mostUnitsForHeads = 5000

/** One 小区 with a page of its buildings. Refusals: forbidden, not_found. */
export async function readEstate(ctx: Ctx, estateId: string, page: number) {
  const found = await readEstateFacts(ctx, estateId)
  if (!found.ok) return found
  const communityId = ctx.community.id
  const all = await listBuildings(ctx.db.read, communityId, estateId)
  const from =
    Math.min(Math.max(0, page - 1), Math.max(0, Math.ceil(all.length / buildingsPerPage) - 1)) * buildingsPerPage
  const shown = all.slice(from, from + buildingsPerPage)
  const ids = shown.map(building => building.id)
  const figures = await sumBuildings(ctx.db.read, communityId, ids)
  const heads = await countHeads(ctx, estateId, shown)
  const assignments = await listAssignments(ctx.db.read, communityId, { buildingIds: ids })
  const grids = new Map((await listGrids(ctx.db.read, communityId)).map(grid => [grid.id, grid.name]))
  const total = (await sumEstates(ctx.db.read, communityId)).get(estateId) ?? { buildings: 0, units: 0, areaCm2: 0 }
  return done({
    ...found.value,
    total,
    heads: total.units <= mostUnitsForHeads ? await countAllHeads(ctx, estateId) : null,
    from,
    page: from / buildingsPerPage + 1,
    hasNext: from + shown.length < all.length,
    buildings: shown.map(building => ({
      id: building.id,
      name: building.name,
      grid: grids.get(building.gridId ?? "") ?? "",
      ...(figures.get(building.id) ?? { units: 0, areaCm2: 0 }),
      heads: heads.get(building.name) ?? 0,
      duties: currentDuties(
        ctx,
        assignments.filter(one => one.buildingId === building.id),
      ),
    })),
  })
}

/** 业主人数 of each building by itself, by name; whoever owns in two of them is one head in each. */
async function countHeads(ctx: Ctx, estateId: string, buildings: readonly { id: string; name: string }[]) {
  const units = await listOwnedUnits(ctx.db.read, ctx.community.id, {
    estateId,
    buildingIds: buildings.map(building => building.id),
  })
  const headsOf = (name: string) =>
    ownerHeads(
      units.filter(unit => unit.buildingName === name),
      registerHeads,
    ).length
  return new Map(buildings.map(({ name }) => [name, headsOf(name)]))
}

const countAllHeads = async (ctx: Ctx, estateId: string) =>
  ownerHeads(await listOwnedUnits(ctx.db.read, ctx.community.id, { estateId }), registerHeads).length

/** The facts of a 小区 with the names behind its ids. Refusals: forbidden, not_found. */
export async function readEstateFacts(ctx: Ctx, estateId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const estate = await findEstate(ctx.db.read, ctx.community.id, estateId)
  if (!estate) return refuse("not_found")
  const names = await organizationNames(ctx)
  return done({
    estate,
    developer: names.get(estate.developerId ?? "") ?? "",
    propertyCompany: names.get(estate.propertyCompanyId ?? "") ?? "",
  })
}

const organizationNames = async (ctx: Ctx) =>
  new Map((await listOrganizations(ctx.db.read, ctx.community.id)).map(one => [one.id, one.name]))

/** What a form about an estate chooses from, for who may fill it in. Refuses forbidden. */
export async function readEstateOptions(ctx: Ctx) {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const all = sortByPinyin(await listOrganizations(ctx.db.read, ctx.community.id), one => one.name)
  const optionsOf = (kind: string) =>
    [...all.filter(one => one.kind === kind), ...all.filter(one => one.kind !== kind)].map(one => ({
      value: one.id,
      label: one.name,
    }))
  return done({ developers: optionsOf("developer"), propertyCompanies: optionsOf("propertyCompany") })
}

/** What a form about a building chooses from. Refuses forbidden. */
export async function readBuildingOptions(
  ctx: Ctx,
): Promise<Result<{ grids: { value: string; label: string }[]; groups: { value: string; label: string }[] }>> {
  if (!may(ctx.actor, "register:edit")) return refuse("forbidden")
  const optionsOf = (rows: { id: string; name: string }[]) => rows.map(row => ({ value: row.id, label: row.name }))
  return done({
    grids: optionsOf(await listGrids(ctx.db.read, ctx.community.id)),
    groups: optionsOf(await listResidentGroups(ctx.db.read, ctx.community.id)),
  })
}
