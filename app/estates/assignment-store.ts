import { and, asc, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { buildingAssignments, buildings, estates } from "#db/schema/estates"
import { persons } from "#db/schema/people"
import type { RowKey } from "./estate-store"

export type BuildingAssignment = typeof buildingAssignments.$inferSelect

/** Who looks after some buildings, past and present, or what one person looks after; in the order they began. */
export async function listAssignments(
  q: Reader,
  communityId: string,
  which: { buildingIds?: readonly string[]; personId?: string; id?: string },
) {
  const { buildingIds, personId, id } = which
  if (buildingIds?.length === 0) return []
  return q
    .select({
      id: buildingAssignments.id,
      buildingId: buildingAssignments.buildingId,
      building: buildings.name,
      estateId: buildings.estateId,
      estate: estates.name,
      personId: buildingAssignments.personId,
      name: persons.name,
      phone: persons.phone,
      duty: buildingAssignments.duty,
      pollId: buildingAssignments.pollId,
      since: buildingAssignments.since,
      until: buildingAssignments.until,
      version: buildingAssignments.version,
    })
    .from(buildingAssignments)
    .innerJoin(
      persons,
      and(eq(persons.communityId, buildingAssignments.communityId), eq(persons.id, buildingAssignments.personId)),
    )
    .innerJoin(
      buildings,
      and(eq(buildings.communityId, buildingAssignments.communityId), eq(buildings.id, buildingAssignments.buildingId)),
    )
    .innerJoin(estates, and(eq(estates.communityId, buildings.communityId), eq(estates.id, buildings.estateId)))
    .where(
      and(
        eq(buildingAssignments.communityId, communityId),
        buildingIds ? inArray(buildingAssignments.buildingId, [...buildingIds]) : undefined,
        personId === undefined ? undefined : eq(buildingAssignments.personId, personId),
        id === undefined ? undefined : eq(buildingAssignments.id, id),
      ),
    )
    .orderBy(asc(buildingAssignments.since), asc(buildingAssignments.id))
}

export type AssignmentRow = Awaited<ReturnType<typeof listAssignments>>[number]

export const insertAssignment = (q: Writer, row: BuildingAssignment) => q.insert(buildingAssignments).values(row)

export async function updateAssignment(q: Writer, key: RowKey, set: Partial<BuildingAssignment>): Promise<boolean> {
  const changed = await q
    .update(buildingAssignments)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(buildingAssignments.communityId, key.communityId),
        eq(buildingAssignments.id, key.id),
        eq(buildingAssignments.version, key.version),
      ),
    )
    .returning({ id: buildingAssignments.id })
  return changed.length === 1
}
