import { registerBuilding } from "~/estates/buildings"
import { registerEstate } from "~/estates/estates"
import { type OwnerEntry, setUnitOwners } from "~/estates/unit-owners"
import { findUnit } from "~/estates/unit-store"
import { registerUnit, type UnitFacts } from "~/estates/units"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"

/** The value of a use case that must not refuse. */
export function agreed<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${result.code} ${JSON.stringify(result.detail)}`)
  return result.value
}

export async function anEstate(ctx: Ctx, overrides: Partial<Parameters<typeof registerEstate>[1]> = {}) {
  const facts = { name: "银杏家园", address: "", developerId: null, propertyCompanyId: null, note: "", ...overrides }
  return agreed(await registerEstate(ctx, facts)).estateId
}

export async function aBuilding(
  ctx: Ctx,
  estateId: string,
  overrides: Partial<Parameters<typeof registerBuilding>[1]> = {},
) {
  const facts = { estateId, name: "12栋", gridId: null, residentGroupId: null, note: "", ...overrides }
  return agreed(await registerBuilding(ctx, facts)).buildingId
}

/** A home of 98.53 m², with owners by name if any are given. */
export async function aUnit(
  ctx: Ctx,
  buildingId: string,
  { owners = [], ...overrides }: Partial<UnitFacts> & { owners?: (string | OwnerEntry)[] } = {},
) {
  const facts: UnitFacts = {
    label: "1单元101室",
    kind: "home",
    areaCm2: 985_300,
    areaSource: "register",
    holding: "owned",
    note: "",
    ...overrides,
  }
  const { unitId } = agreed(await registerUnit(ctx, { buildingId, ...facts }))
  if (owners.length > 0) agreed(await setOwners(ctx, unitId, owners))
  return unitId
}

/** Sets owners on what the unit is now; a name alone is a person of that name. */
export async function setOwners(ctx: Ctx, unitId: string, owners: (string | OwnerEntry)[]) {
  const unit = await findUnit(ctx.db.read, ctx.community.id, unitId)
  return setUnitOwners(ctx, {
    unitId,
    version: unit!.version,
    owners: owners.map(owner =>
      typeof owner === "string" ? { who: { name: owner, phone: null }, share: null } : owner,
    ),
  })
}
