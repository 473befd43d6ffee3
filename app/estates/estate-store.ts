import { and, asc, count, eq, inArray, sum } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { buildings, estates, units } from "#db/schema/estates"
import { compareNaturally } from "./rules"

export type Estate = typeof estates.$inferSelect
export type Building = typeof buildings.$inferSelect

/** What names a row of a register as someone last saw it; every update is guarded by it. */
export type RowKey = { communityId: string; id: string; version: number }

/** Every 小区 of a community, by name. */
export const listEstates = async (q: Reader, communityId: string): Promise<Estate[]> =>
  (await q.select().from(estates).where(eq(estates.communityId, communityId)).orderBy(asc(estates.id))).toSorted(
    (a, b) => compareNaturally(a.name, b.name),
  )

export async function findEstate(q: Reader, communityId: string, estateId: string): Promise<Estate | null> {
  const [row] = await q
    .select()
    .from(estates)
    .where(and(eq(estates.communityId, communityId), eq(estates.id, estateId)))
  return row ?? null
}

/** The 楼栋 of an estate, 2栋 before 12栋. */
export const listBuildings = async (q: Reader, communityId: string, estateId: string): Promise<Building[]> =>
  (
    await q
      .select()
      .from(buildings)
      .where(and(eq(buildings.communityId, communityId), eq(buildings.estateId, estateId)))
      .orderBy(asc(buildings.id))
  ).toSorted((a, b) => compareNaturally(a.name, b.name))

/** The 楼栋 of every estate, in no order. */
export const listAllBuildings = (q: Reader, communityId: string): Promise<Building[]> =>
  q.select().from(buildings).where(eq(buildings.communityId, communityId)).orderBy(asc(buildings.id))

export async function findBuilding(q: Reader, communityId: string, buildingId: string): Promise<Building | null> {
  const [row] = await q
    .select()
    .from(buildings)
    .where(and(eq(buildings.communityId, communityId), eq(buildings.id, buildingId)))
  return row ?? null
}

export type Figures = { units: number; areaCm2: number }

/** How many units and how much area each building has; buildings without units are missing. */
export async function sumBuildings(
  q: Reader,
  communityId: string,
  buildingIds: readonly string[],
): Promise<Map<string, Figures>> {
  if (buildingIds.length === 0) return new Map()
  const rows = await q
    .select({ buildingId: units.buildingId, units: count(), areaCm2: sum(units.areaCm2) })
    .from(units)
    .where(and(eq(units.communityId, communityId), inArray(units.buildingId, [...buildingIds])))
    .groupBy(units.buildingId)
  return new Map(rows.map(row => [row.buildingId, { units: row.units, areaCm2: Number(row.areaCm2 ?? 0) }]))
}

/** The same for each estate, with how many buildings stand there. */
export async function sumEstates(
  q: Reader,
  communityId: string,
): Promise<Map<string, Figures & { buildings: number }>> {
  const figures = new Map<string, Figures & { buildings: number }>()
  const standing = await q
    .select({ estateId: buildings.estateId, buildings: count() })
    .from(buildings)
    .where(eq(buildings.communityId, communityId))
    .groupBy(buildings.estateId)
  for (const row of standing) figures.set(row.estateId, { buildings: row.buildings, units: 0, areaCm2: 0 })
  const held = await q
    .select({ estateId: buildings.estateId, units: count(), areaCm2: sum(units.areaCm2) })
    .from(units)
    .innerJoin(buildings, and(eq(buildings.communityId, units.communityId), eq(buildings.id, units.buildingId)))
    .where(eq(units.communityId, communityId))
    .groupBy(buildings.estateId)
  for (const row of held) {
    const known = figures.get(row.estateId)
    if (known) Object.assign(known, { units: row.units, areaCm2: Number(row.areaCm2 ?? 0) })
  }
  return figures
}

export const insertEstate = (q: Writer, row: Estate) => q.insert(estates).values(row)

export async function updateEstate(q: Writer, key: RowKey, set: Partial<Estate>): Promise<boolean> {
  const changed = await q
    .update(estates)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(estates.communityId, key.communityId), eq(estates.id, key.id), eq(estates.version, key.version)))
    .returning({ id: estates.id })
  return changed.length === 1
}

export async function insertBuildings(q: Writer, rows: Building[]): Promise<void> {
  if (rows.length > 0) await q.insert(buildings).values(rows)
}

export async function updateBuilding(q: Writer, key: RowKey, set: Partial<Building>): Promise<boolean> {
  const changed = await q
    .update(buildings)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(eq(buildings.communityId, key.communityId), eq(buildings.id, key.id), eq(buildings.version, key.version)),
    )
    .returning({ id: buildings.id })
  return changed.length === 1
}
