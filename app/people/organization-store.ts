import { and, asc, eq } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { residentGroups } from "#db/schema/people"
import { type OrganizationKind, organizations } from "#db/schema/people-organizations"
import type { RowKey } from "./register-store"

export type Organization = typeof organizations.$inferSelect
export type ResidentGroup = typeof residentGroups.$inferSelect

/** All 单位 of a community, or those of one kind, in order of entry. */
export const listOrganizations = (q: Reader, communityId: string, kind?: OrganizationKind): Promise<Organization[]> =>
  q
    .select()
    .from(organizations)
    .where(
      and(eq(organizations.communityId, communityId), kind === undefined ? undefined : eq(organizations.kind, kind)),
    )
    .orderBy(asc(organizations.id))

export const insertOrganization = (q: Writer, row: Organization) => q.insert(organizations).values(row)

export async function updateOrganization(q: Writer, key: RowKey, set: Partial<Organization>): Promise<boolean> {
  const changed = await q
    .update(organizations)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(organizations.communityId, key.communityId),
        eq(organizations.id, key.id),
        eq(organizations.version, key.version),
      ),
    )
    .returning({ id: organizations.id })
  return changed.length === 1
}

/** 居民小组 in order of entry. */
export const listResidentGroups = (q: Reader, communityId: string): Promise<ResidentGroup[]> =>
  q.select().from(residentGroups).where(eq(residentGroups.communityId, communityId)).orderBy(asc(residentGroups.id))

export const insertResidentGroup = (q: Writer, row: ResidentGroup) => q.insert(residentGroups).values(row)

export async function updateResidentGroup(q: Writer, key: RowKey, set: Partial<ResidentGroup>): Promise<boolean> {
  const changed = await q
    .update(residentGroups)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(residentGroups.communityId, key.communityId),
        eq(residentGroups.id, key.id),
        eq(residentGroups.version, key.version),
      ),
    )
    .returning({ id: residentGroups.id })
  return changed.length === 1
}
