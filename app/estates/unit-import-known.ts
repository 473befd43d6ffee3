import type { Reader } from "#db/client"
import { listOrganizations } from "~/people/organization-store"
import { readPersonIndex } from "~/people/person-matching"
import { plainName } from "~/people/rules"
import { type Building, listAllBuildings, listEstates } from "./estate-store"
import { buildingKey, unitKey } from "./rules"
import { listAllOwners, listAllUnits, type OwnerRow } from "./unit-store"

/** The registers as a 房屋清册 is compared with them, by what a row says. */
export async function readKnown(q: Reader, communityId: string) {
  const estates = await listEstates(q, communityId)
  const buildings = new Map<string, Building>()
  for (const building of await listAllBuildings(q, communityId))
    buildings.set(`${building.estateId} ${buildingKey(building.name)}`, building)
  const units = new Map(
    (await listAllUnits(q, communityId)).map(unit => [`${unit.buildingId} ${unitKey(unit.label)}`, unit]),
  )
  const owners = new Map<string, OwnerRow[]>()
  for (const owner of await listAllOwners(q, communityId))
    owners.set(owner.unitId, [...(owners.get(owner.unitId) ?? []), owner])
  const organizations = await listOrganizations(q, communityId)
  return {
    estates,
    estateOf: (name: string) => estates.find(estate => plainName(estate.name) === plainName(name)),
    buildingOf: (estateId: string | undefined, name: string) =>
      estateId === undefined ? undefined : buildings.get(`${estateId} ${buildingKey(name)}`),
    unitOf: (buildingId: string | undefined, label: string) =>
      buildingId === undefined ? undefined : units.get(`${buildingId} ${unitKey(label)}`),
    ownersOf: (unitId: string | undefined) => (unitId === undefined ? [] : (owners.get(unitId) ?? [])),
    persons: await readPersonIndex(q, communityId),
    organizations: new Map(organizations.map(one => [plainName(one.name), one])),
  }
}

export type Known = Awaited<ReturnType<typeof readKnown>>
