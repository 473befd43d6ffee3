import { and, asc, count, eq, gte, isNull, lte, or } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { estates } from "#db/schema/estates"
import { persons } from "#db/schema/people"
import { type BodyKind, bodies, bodyKinds, bodyTerms } from "#db/schema/people-organizations"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import type { RowKey } from "./register-store"

export type Body = typeof bodies.$inferSelect
export type BodyTerm = typeof bodyTerms.$inferSelect

/** All bodies of a community, or those of one kind; in the order of kinds, then of entry. */
export async function listBodies(q: Reader, communityId: string, kind?: BodyKind): Promise<Body[]> {
  const rows = await q
    .select()
    .from(bodies)
    .where(and(eq(bodies.communityId, communityId), kind === undefined ? undefined : eq(bodies.kind, kind)))
    .orderBy(asc(bodies.id))
  return rows.toSorted((a, b) => bodyKinds.indexOf(a.kind) - bodyKinds.indexOf(b.kind))
}

export async function findBody(q: Reader, communityId: string, bodyId: string): Promise<Body | null> {
  const [row] = await q
    .select()
    .from(bodies)
    .where(and(eq(bodies.communityId, communityId), eq(bodies.id, bodyId)))
  return row ?? null
}

/** Who sits in a body on a day, by 姓氏笔画; the last day of a term belongs to it. */
export const listBodyMembers = (
  q: Reader,
  communityId: string,
  bodyId: string,
  on: CivilDate,
): Promise<{ personId: string; name: string; post: string; organization: string }[]> =>
  q
    .select({
      personId: bodyTerms.personId,
      name: persons.name,
      post: bodyTerms.post,
      organization: persons.organization,
    })
    .from(bodyTerms)
    .innerJoin(persons, and(eq(persons.communityId, bodyTerms.communityId), eq(persons.id, bodyTerms.personId)))
    .where(and(eq(bodyTerms.communityId, communityId), eq(bodyTerms.bodyId, bodyId), runsOn(on)))
    .orderBy(asc(persons.strokeKey), asc(bodyTerms.id))

const runsOn = (on: CivilDate) => and(lte(bodyTerms.since, on), or(isNull(bodyTerms.until), gte(bodyTerms.until, on)))

type Which = { id?: string; bodyId?: string; personId?: string }

/** Terms past and present with the person's name and phone and the body's name, the latest begun last. */
export const listBodyTerms = (q: Reader, communityId: string, { id, bodyId, personId }: Which = {}) =>
  q
    .select({
      id: bodyTerms.id,
      bodyId: bodyTerms.bodyId,
      body: bodies.name,
      kind: bodies.kind,
      personId: bodyTerms.personId,
      name: persons.name,
      phone: persons.phone,
      strokeKey: persons.strokeKey,
      post: bodyTerms.post,
      chosenHow: bodyTerms.chosenHow,
      basis: bodyTerms.basis,
      pollId: bodyTerms.pollId,
      since: bodyTerms.since,
      until: bodyTerms.until,
      version: bodyTerms.version,
    })
    .from(bodyTerms)
    .innerJoin(bodies, and(eq(bodies.communityId, bodyTerms.communityId), eq(bodies.id, bodyTerms.bodyId)))
    .innerJoin(persons, and(eq(persons.communityId, bodyTerms.communityId), eq(persons.id, bodyTerms.personId)))
    .where(
      and(
        eq(bodyTerms.communityId, communityId),
        id === undefined ? undefined : eq(bodyTerms.id, id),
        bodyId === undefined ? undefined : eq(bodyTerms.bodyId, bodyId),
        personId === undefined ? undefined : eq(bodyTerms.personId, personId),
      ),
    )
    .orderBy(asc(bodyTerms.since), asc(bodyTerms.id))

export type BodyTermView = Awaited<ReturnType<typeof listBodyTerms>>[number]

/** How many sit in each body today. */
export async function countBodyMembers(q: Reader, communityId: string, now: Date): Promise<Map<string, number>> {
  const rows = await q
    .select({ bodyId: bodyTerms.bodyId, total: count() })
    .from(bodyTerms)
    .where(and(eq(bodyTerms.communityId, communityId), runsOn(civilDateOf(now))))
    .groupBy(bodyTerms.bodyId)
  return new Map(rows.map(row => [row.bodyId, row.total]))
}

export const insertBody = (q: Writer, row: Body) => q.insert(bodies).values(row)

export async function insertBodyTerms(q: Writer, rows: BodyTerm[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(bodyTerms).values(chunk)
}

export async function updateBody(q: Writer, key: RowKey, set: Partial<Body>): Promise<boolean> {
  const changed = await q
    .update(bodies)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(bodies.communityId, key.communityId), eq(bodies.id, key.id), eq(bodies.version, key.version)))
    .returning({ id: bodies.id })
  return changed.length === 1
}

export async function updateBodyTerm(q: Writer, key: RowKey, set: Partial<BodyTerm>): Promise<boolean> {
  const changed = await q
    .update(bodyTerms)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(eq(bodyTerms.communityId, key.communityId), eq(bodyTerms.id, key.id), eq(bodyTerms.version, key.version)),
    )
    .returning({ id: bodyTerms.id })
  return changed.length === 1
}

/** Estates by name, for the owners' committee of one; their register is kept by the room of estates. */
export const listEstateNames = (q: Reader, communityId: string): Promise<{ id: string; name: string }[]> =>
  q
    .select({ id: estates.id, name: estates.name })
    .from(estates)
    .where(eq(estates.communityId, communityId))
    .orderBy(asc(estates.id))
