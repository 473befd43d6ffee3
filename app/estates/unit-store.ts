import { and, asc, count, eq, inArray, like, or, type SQL, sum } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { buildings, estates, unitOwners, units } from "#db/schema/estates"
import { persons } from "#db/schema/people"
import { organizations } from "#db/schema/people-organizations"
import type { OwnedUnit } from "~/law/owners"
import type { RowKey } from "./estate-store"
import { compareNaturally } from "./rules"

export type Unit = typeof units.$inferSelect
export type UnitOwner = typeof unitOwners.$inferSelect

export async function findUnit(q: Reader, communityId: string, unitId: string): Promise<Unit | null> {
  const [row] = await q
    .select()
    .from(units)
    .where(and(eq(units.communityId, communityId), eq(units.id, unitId)))
  return row ?? null
}

/** The units of a building with what a list of rooms needs, 102室 before 1101室. */
export const listUnitLabels = async (q: Reader, communityId: string, buildingId: string) =>
  (
    await q
      .select({ id: units.id, label: units.label })
      .from(units)
      .where(and(eq(units.communityId, communityId), eq(units.buildingId, buildingId)))
      .orderBy(asc(units.id))
  ).toSorted((a, b) => compareNaturally(a.label, b.label))

/** Some units, in no order. */
export async function listUnitsById(q: Reader, communityId: string, unitIds: readonly string[]): Promise<Unit[]> {
  const found: Unit[] = []
  for (const ids of inChunks(unitIds))
    found.push(
      ...(await q
        .select()
        .from(units)
        .where(and(eq(units.communityId, communityId), inArray(units.id, ids)))),
    )
  return found
}

/** Every unit of a community, for comparing a table with; in no order. */
export const listAllUnits = (q: Reader, communityId: string): Promise<Unit[]> =>
  q.select().from(units).where(eq(units.communityId, communityId))

const ownerView = {
  unitId: unitOwners.unitId,
  ordinal: unitOwners.ordinal,
  personId: unitOwners.personId,
  organizationId: unitOwners.organizationId,
  sharePart: unitOwners.sharePart,
  shareWhole: unitOwners.shareWhole,
  personName: persons.name,
  phone: persons.phone,
  organizationName: organizations.name,
}

const selectOwners = (q: Reader) =>
  q
    .select(ownerView)
    .from(unitOwners)
    .innerJoin(units, and(eq(units.communityId, unitOwners.communityId), eq(units.id, unitOwners.unitId)))
    .innerJoin(buildings, and(eq(buildings.communityId, units.communityId), eq(buildings.id, units.buildingId)))
    .leftJoin(persons, and(eq(persons.communityId, unitOwners.communityId), eq(persons.id, unitOwners.personId)))
    .leftJoin(
      organizations,
      and(eq(organizations.communityId, unitOwners.communityId), eq(organizations.id, unitOwners.organizationId)),
    )

export type OwnerRow = Awaited<ReturnType<typeof listOwnersOf>>[number]

/** The owners of some units, in the order of the title deed. */
export async function listOwnersOf(q: Reader, communityId: string, unitIds: readonly string[]) {
  const found = []
  for (const ids of inChunks(unitIds))
    found.push(
      ...(await selectOwners(q)
        .where(and(eq(unitOwners.communityId, communityId), inArray(unitOwners.unitId, ids)))
        .orderBy(asc(unitOwners.unitId), asc(unitOwners.ordinal))),
    )
  return found
}

/** The owners of every unit of a community. */
export const listAllOwners = (q: Reader, communityId: string) =>
  selectOwners(q)
    .where(eq(unitOwners.communityId, communityId))
    .orderBy(asc(unitOwners.unitId), asc(unitOwners.ordinal))

/** person:<id> or organization:<id>. */
export const ownerIdOf = (owner: Pick<UnitOwner, "personId" | "organizationId">): string =>
  owner.personId ? `person:${owner.personId}` : `organization:${owner.organizationId}`

export const ownerNameOf = (owner: { personName: string | null; organizationName: string | null }): string =>
  owner.personName ?? owner.organizationName ?? ""

export type ListedUnit = OwnedUnit & {
  label: string
  buildingName: string
  owners: { id: string; personId: string | null; name: string }[]
}

export type UnitScope = { estateId: string; buildingIds?: readonly string[]; unitIds?: readonly string[] }

/**
 * The 专有部分 of an estate, of some of its buildings or just some units, as the register has them now, with their owners:
 * what a roll of owners is taken from. By building and room.
 */
export async function listOwnedUnits(q: Reader, communityId: string, scope: UnitScope): Promise<ListedUnit[]> {
  const ofEstate = and(eq(units.communityId, communityId), eq(buildings.estateId, scope.estateId))
  const found: ListedUnit[] = []
  const take = async (within: SQL | undefined) => {
    const rows = await q
      .select({
        unitId: units.id,
        label: units.label,
        kind: units.kind,
        areaCm2: units.areaCm2,
        holding: units.holding,
        buildingName: buildings.name,
        developerId: estates.developerId,
      })
      .from(units)
      .innerJoin(buildings, and(eq(buildings.communityId, units.communityId), eq(buildings.id, units.buildingId)))
      .innerJoin(estates, and(eq(estates.communityId, buildings.communityId), eq(estates.id, buildings.estateId)))
      .where(and(ofEstate, within))
    const owners = new Map<string, ListedUnit["owners"]>()
    for (const row of await selectOwners(q)
      .where(and(ofEstate, within))
      .orderBy(asc(unitOwners.unitId), asc(unitOwners.ordinal))) {
      const known = owners.get(row.unitId) ?? []
      known.push({ id: ownerIdOf(row), personId: row.personId, name: ownerNameOf(row) })
      owners.set(row.unitId, known)
    }
    for (const { kind, ...row } of rows) {
      const held = owners.get(row.unitId) ?? []
      found.push({ ...row, isParking: kind === "parking", owners: held, ownerIds: held.map(owner => owner.id) })
    }
  }
  const inBuildings = scope.buildingIds ? inArray(units.buildingId, [...scope.buildingIds]) : undefined
  if (scope.buildingIds?.length === 0) return []
  if (!scope.unitIds) await take(inBuildings)
  else for (const ids of inChunks(scope.unitIds)) await take(and(inBuildings, inArray(units.id, ids)))
  return found.toSorted(
    (a, b) => compareNaturally(a.buildingName, b.buildingName) || compareNaturally(a.label, b.label),
  )
}

export async function insertUnits(q: Writer, rows: readonly Unit[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(units).values(chunk)
}

export async function insertUnitOwners(q: Writer, rows: readonly UnitOwner[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(unitOwners).values(chunk)
}

export async function updateUnit(q: Writer, key: RowKey, set: Partial<Unit>): Promise<boolean> {
  const changed = await q
    .update(units)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(units.communityId, key.communityId), eq(units.id, key.id), eq(units.version, key.version)))
    .returning({ id: units.id })
  return changed.length === 1
}

/** The owners as they are from now on. */
export async function replaceUnitOwners(
  q: Writer,
  communityId: string,
  unitId: string,
  rows: readonly UnitOwner[],
): Promise<void> {
  await q.delete(unitOwners).where(and(eq(unitOwners.communityId, communityId), eq(unitOwners.unitId, unitId)))
  await insertUnitOwners(q, rows)
}

/**
 * Units whose room or owner is meant, at most `most` of them: a part of the room, of the owner's name, the beginning of
 * the initials, or the end of the phone. `building` narrows to buildings named so.
 */
export async function searchUnits(
  q: Reader,
  communityId: string,
  wanted: { text: string; building: string | null; estateId: string | null },
  most: number,
): Promise<string[]> {
  const { text, building, estateId } = wanted
  const within = and(
    eq(units.communityId, communityId),
    estateId === null ? undefined : eq(buildings.estateId, estateId),
    building === null ? undefined : eq(buildings.name, building),
  )
  const byRoom = await q
    .select({ id: units.id })
    .from(units)
    .innerJoin(buildings, and(eq(buildings.communityId, units.communityId), eq(buildings.id, units.buildingId)))
    .where(and(within, text === "" ? undefined : like(units.label, `%${text}%`)))
    .orderBy(asc(units.id))
    .limit(most)
  if (text === "") return byRoom.map(row => row.id)
  const isPerson = /^[a-z]+$/.test(text)
    ? like(persons.initials, `${text}%`)
    : /^\d{4,}$/.test(text)
      ? like(persons.phone, `%${text}`)
      : like(persons.name, `%${text}%`)
  const byOwner = await selectOwners(q)
    .where(and(within, or(isPerson, like(organizations.name, `%${text}%`))))
    .orderBy(asc(unitOwners.unitId))
    .limit(most)
  return [...new Set([...byRoom.map(row => row.id), ...byOwner.map(row => row.unitId)])].slice(0, most)
}

/** How many units there are and the sum of their versions, with their owners: another text after any write. */
export async function fingerprintUnits(q: Reader, communityId: string): Promise<string> {
  const parts: string[] = []
  for (const table of [estates, buildings, units]) {
    const [row] = await q
      .select({ rows: count(), versions: sum(table.version) })
      .from(table)
      .where(eq(table.communityId, communityId))
    parts.push(`${row?.rows ?? 0}:${row?.versions ?? 0}`)
  }
  const [held] = await q.select({ rows: count() }).from(unitOwners).where(eq(unitOwners.communityId, communityId))
  return [...parts, held?.rows ?? 0].join(" ")
}
