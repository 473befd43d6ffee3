import { areaText } from "~/law/areas"
import { sortByPinyin } from "~/law/names"
import { done, refuse } from "~/law/result"
import { listOrganizations } from "~/people/organization-store"
import { may } from "~/people/permissions"
import { unprintable } from "~/people/printable"
import type { Ctx } from "~/web/context"
import { findBuilding, findEstate, listAllBuildings, listEstates } from "./estate-store"
import { areaSourceNames, shareText, unitHoldingNames, unitKindNames } from "./rules"
import { ownersInWords, shareOf } from "./unit-owners"
import { findUnit, listOwnersOf, listUnitsById, ownerNameOf, searchUnits } from "./unit-store"

export type UnitLine = Awaited<ReturnType<typeof unitLines>>[number]

/** Units for a table, in the order of the ids. */
export async function unitLines(ctx: Ctx, unitIds: readonly string[]) {
  const units = new Map((await listUnitsById(ctx.db.read, ctx.community.id, unitIds)).map(unit => [unit.id, unit]))
  const owners = await listOwnersOf(ctx.db.read, ctx.community.id, unitIds)
  return unitIds.flatMap(id => {
    const unit = units.get(id)
    if (!unit) return []
    return {
      id,
      buildingId: unit.buildingId,
      label: unit.label,
      kind: unitKindNames[unit.kind],
      area: areaText(unit.areaCm2),
      areaSource: areaSourceNames[unit.areaSource],
      holding: unit.holding === "owned" ? "" : unitHoldingNames[unit.holding],
      owners: ownersInWords(owners.filter(owner => owner.unitId === id)),
    }
  })
}

const mostFound = 50

/** Units found by room, owner's name, initials, or end of the phone; 12栋102 narrows to that building. Refuses forbidden. */
export async function findUnits(ctx: Ctx, search: string, estateId: string | null = null) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const plain = search
    .normalize("NFKC")
    .replace(/[%_\\]/g, "")
    .trim()
    .toLowerCase()
  if (plain === "") return done(null)
  const parts = /^(.*?(?:栋|幢|座|号楼))\s*(.*)$/.exec(plain)
  const wanted = { text: parts?.[2] ?? plain, building: parts?.[1]?.toUpperCase() ?? null, estateId }
  const ids = await searchUnits(ctx.db.read, ctx.community.id, wanted, mostFound + 1)
  const buildings = new Map((await listAllBuildings(ctx.db.read, ctx.community.id)).map(one => [one.id, one]))
  const estates = new Map((await listEstates(ctx.db.read, ctx.community.id)).map(one => [one.id, one.name]))
  const lines = await unitLines(ctx, ids.slice(0, mostFound))
  return done({
    hasMore: ids.length > mostFound,
    units: lines.map(line => {
      const building = buildings.get(line.buildingId)
      const estate = building?.estateId ?? ""
      return { ...line, estateId: estate, place: `${estates.get(estate) ?? ""}${building?.name ?? ""}` }
    }),
  })
}

/** One 专有部分 for its page. Refusals: forbidden, not_found. */
export async function readUnit(ctx: Ctx, estateId: string, unitId: string) {
  if (!may(ctx.actor, "register:read")) return refuse("forbidden")
  const communityId = ctx.community.id
  const unit = await findUnit(ctx.db.read, communityId, unitId)
  const building = unit && (await findBuilding(ctx.db.read, communityId, unit.buildingId))
  const estate = await findEstate(ctx.db.read, communityId, estateId)
  if (!unit || !estate || building?.estateId !== estateId) return refuse("not_found")
  const owners = await listOwnersOf(ctx.db.read, communityId, [unitId])
  const organizations = sortByPinyin(await listOrganizations(ctx.db.read, communityId), one => one.name)
  return done({
    unit: { ...unit, area: areaText(unit.areaCm2) },
    building: { id: building.id, name: building.name },
    estate: { id: estate.id, name: estate.name },
    owners: owners.map(owner => ({
      personId: owner.personId,
      organizationId: owner.organizationId,
      name: ownerNameOf(owner),
      phone: owner.phone ?? "",
      share: shareText(shareOf(owner)),
    })),
    organizations: organizations.map(one => ({ value: one.id, label: one.name })),
    missing: unprintable(ctx, owners.map(ownerNameOf).join("")),
  })
}
