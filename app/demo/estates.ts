import { assignBuilding } from "~/estates/assignments"
import { registerBuilding } from "~/estates/buildings"
import { registerEstate } from "~/estates/estates"
import { readArea, readShare } from "~/estates/rules"
import { setUnitOwners } from "~/estates/unit-owners"
import { registerUnit } from "~/estates/units"
import { registerOrganization } from "~/people/organizations"
import type { PersonEntry } from "~/people/person-matching"
import type { Ctx } from "~/web/context"
import type { DemoClock } from "./clock"
import { type DemoUnit, demoEstates } from "./homes"
import { must } from "./must"
import { foundedOn, type GridIds, type PersonIds } from "./registers"

/** Ids by name: of an estate, of a building as 康乐里326栋, of a unit as 康乐里326栋101室. */
export type EstateIds = {
  estates: Record<string, string>
  buildings: Record<string, string>
  units: Record<string, string>
}

const gridOf: Record<string, (building: number) => string> = {
  银杏家园: building => (building <= 6 ? "第一网格" : "第二网格"),
  悦园: building => (building <= 8 ? "第三网格" : "第四网格"),
}

/** The homes of the two estates of the stories and of 康乐里; whoever owns one and is not in `personIds` is entered. */
export async function fillEstates(
  secretary: Ctx,
  clock: DemoClock,
  personIds: PersonIds,
  gridIds: GridIds = {},
): Promise<EstateIds> {
  const ctx = clock.at(secretary, foundedOn + 3, "09:00")
  const ids: EstateIds = { estates: {}, buildings: {}, units: {} }
  const organizationIds: Record<string, string> = {}
  const organizationOf = async (name: string, kind: "developer" | "propertyCompany") => {
    const facts = { name, kind, contactName: "", contactPhone: "", address: "", note: "" }
    organizationIds[name] ??= must(await registerOrganization(ctx, facts)).organizationId
    return organizationIds[name]
  }
  const newOwners = owningOnly(personIds)
  for (const { name, address, developer, propertyCompany, buildings, leaders } of demoEstates) {
    const estateId = must(
      await registerEstate(ctx, {
        name,
        address,
        developerId: await organizationOf(developer, "developer"),
        propertyCompanyId: await organizationOf(propertyCompany, "propertyCompany"),
        note: "",
      }),
    ).estateId
    ids.estates[name] = estateId
    for (const [building, units] of Object.entries(buildings)) {
      const gridId = gridIds[gridOf[name]?.(Number.parseInt(building, 10)) ?? ""] ?? null
      const facts = { estateId, name: building, gridId, residentGroupId: null, note: "" }
      const { buildingId } = must(await registerBuilding(ctx, facts))
      ids.buildings[name + building] = buildingId
      for (const unit of units)
        ids.units[name + building + unit.label] = await enterUnit(ctx, buildingId, unit, newOwners)
    }
    const since = clock.dayOf(foundedOn + 3)
    for (const [building, leader] of Object.entries(leaders)) {
      const buildingId = ids.buildings[name + building]!
      must(await assignBuilding(ctx, { buildingId, person: newOwners(leader), duty: "leader", since, until: null }))
    }
  }
  return ids
}

/** Someone the demo knows by id, or an owner with a telephone of nobody's who is entered with the first home. */
function owningOnly(personIds: PersonIds) {
  const phones = new Map<string, string>()
  return (name: string): PersonEntry => {
    const personId = personIds[name]
    if (personId) return { personId }
    if (!phones.has(name)) phones.set(name, `1390000${3001 + phones.size}`)
    return { name, phone: phones.get(name)! }
  }
}

async function enterUnit(
  ctx: Ctx,
  buildingId: string,
  { label, area, owners, shares, kind = "home", areaSource = "register", holding = "owned" }: DemoUnit,
  ownerOf: (name: string) => PersonEntry,
): Promise<string> {
  const facts = { buildingId, label, kind, areaCm2: must(readArea(area)), areaSource, holding, note: "" }
  const { unitId } = must(await registerUnit(ctx, facts))
  if (owners.length > 0) {
    const held = owners.map((name, at) => ({ who: ownerOf(name), share: must(readShare(shares?.[at] ?? "")) }))
    must(await setUnitOwners(ctx, { unitId, version: 1, owners: held }))
  }
  return unitId
}
