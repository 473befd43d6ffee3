import { and, asc, count, eq, inArray, isNull, or, sum } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { estates } from "#db/schema/estates"
import { delegates, grids, persons, representatives, residentGroups } from "#db/schema/people"
import { accounts } from "#db/schema/people-accounts"
import { bodies, bodyTerms, organizations } from "#db/schema/people-organizations"
import { type NameKeys, nameKeys } from "./person-name-keys"

export type Person = typeof persons.$inferSelect
/** A person as entered: the keys of the name are the store's work, so that no entry can go without them. */
export type NewPerson = Omit<Person, keyof NameKeys | "blottedAt">
export type Grid = typeof grids.$inferSelect
export type Delegate = typeof delegates.$inferSelect
export type Representative = typeof representatives.$inferSelect

/** Everyone in the register, in order of entry, those blotted out too. */
export const listPersons = (q: Reader, communityId: string): Promise<Person[]> =>
  q.select().from(persons).where(eq(persons.communityId, communityId)).orderBy(asc(persons.id))

/**
 * Whom a name and a phone can mean: all of that name however it is spaced, and the phone's holder. Two names have one
 * key of strokes when they are written alike.
 */
export const listPossiblePersons = (
  q: Reader,
  communityId: string,
  name: string,
  phone: string | null,
): Promise<Person[]> =>
  q
    .select()
    .from(persons)
    .where(
      and(
        eq(persons.communityId, communityId),
        isNull(persons.blottedAt),
        or(eq(persons.strokeKey, nameKeys(name).strokeKey), phone === null ? undefined : eq(persons.phone, phone)),
      ),
    )
    .orderBy(asc(persons.id))

export async function findPerson(q: Reader, communityId: string, personId: string): Promise<Person | null> {
  const [row] = await q
    .select()
    .from(persons)
    .where(and(eq(persons.communityId, communityId), eq(persons.id, personId)))
  return row ?? null
}

export async function findPersonByPhone(q: Reader, communityId: string, phone: string): Promise<Person | null> {
  const [row] = await q
    .select()
    .from(persons)
    .where(and(eq(persons.communityId, communityId), eq(persons.phone, phone)))
  return row ?? null
}

export const listGrids = (q: Reader, communityId: string): Promise<Grid[]> =>
  q.select().from(grids).where(eq(grids.communityId, communityId)).orderBy(asc(grids.id))

/** One row by its id, or those of one person; all of a community without it. */
type Which = { id?: string; personId?: string }

/** Delegates past and present, with the person's name and phone. */
export const listDelegates = (q: Reader, communityId: string, { id, personId }: Which = {}) =>
  q
    .select({
      id: delegates.id,
      personId: delegates.personId,
      name: persons.name,
      phone: persons.phone,
      gender: persons.gender,
      delegation: delegates.delegation,
      organization: delegates.organization,
      chosenHow: delegates.chosenHow,
      since: delegates.since,
      until: delegates.until,
      version: delegates.version,
    })
    .from(delegates)
    .innerJoin(persons, and(eq(persons.communityId, delegates.communityId), eq(persons.id, delegates.personId)))
    .where(
      and(
        eq(delegates.communityId, communityId),
        id === undefined ? undefined : eq(delegates.id, id),
        personId === undefined ? undefined : eq(delegates.personId, personId),
      ),
    )
    .orderBy(asc(delegates.id))

/** Members of the 居民代表会议, past and present, with the person's name and phone. */
export const listRepresentatives = (q: Reader, communityId: string, { id, personId }: Which = {}) =>
  q
    .select({
      id: representatives.id,
      personId: representatives.personId,
      name: persons.name,
      phone: persons.phone,
      gender: persons.gender,
      kind: representatives.kind,
      residentGroup: representatives.residentGroup,
      since: representatives.since,
      until: representatives.until,
      version: representatives.version,
    })
    .from(representatives)
    .innerJoin(
      persons,
      and(eq(persons.communityId, representatives.communityId), eq(persons.id, representatives.personId)),
    )
    .where(
      and(
        eq(representatives.communityId, communityId),
        id === undefined ? undefined : eq(representatives.id, id),
        personId === undefined ? undefined : eq(representatives.personId, personId),
      ),
    )
    .orderBy(asc(representatives.id))

type Counted =
  | typeof grids
  | typeof persons
  | typeof delegates
  | typeof representatives
  | typeof organizations
  | typeof residentGroups
  | typeof bodies
  | typeof estates

/** How many rows each register has. */
export async function countRegisters(q: Reader, communityId: string) {
  const countOf = async (table: Counted) => {
    const [row] = await q.select({ total: count() }).from(table).where(eq(table.communityId, communityId))
    return row?.total ?? 0
  }
  return {
    grids: await countOf(grids),
    persons: await countOf(persons),
    delegates: await countOf(delegates),
    representatives: await countOf(representatives),
    organizations: await countOf(organizations),
    residentGroups: await countOf(residentGroups),
    bodies: await countOf(bodies),
    estates: await countOf(estates),
  }
}

export async function insertPersons(q: Writer, rows: NewPerson[]): Promise<void> {
  const keyed = rows.map(row => ({ ...row, ...nameKeys(row.name) }))
  for (const chunk of inChunks(keyed)) await q.insert(persons).values(chunk)
}
export async function insertGrids(q: Writer, rows: (typeof grids.$inferInsert)[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(grids).values(chunk)
}
export async function insertDelegates(q: Writer, rows: Delegate[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(delegates).values(chunk)
}
export async function insertRepresentatives(q: Writer, rows: Representative[]): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(representatives).values(chunk)
}

/** What names a row of a register as someone last saw it; every update is guarded by it. */
export type RowKey = { communityId: string; id: string; version: number }

/** A new name brings its keys. */
export async function updatePerson(q: Writer, key: RowKey, set: Partial<NewPerson>): Promise<boolean> {
  const keys = set.name === undefined ? {} : nameKeys(set.name)
  const changed = await q
    .update(persons)
    .set({ ...set, ...keys, version: key.version + 1 })
    .where(and(eq(persons.communityId, key.communityId), eq(persons.id, key.id), eq(persons.version, key.version)))
    .returning({ id: persons.id })
  return changed.length === 1
}

export async function updateGrid(q: Writer, key: RowKey, set: Partial<Grid>): Promise<boolean> {
  const changed = await q
    .update(grids)
    .set({ ...set, version: key.version + 1 })
    .where(and(eq(grids.communityId, key.communityId), eq(grids.id, key.id), eq(grids.version, key.version)))
    .returning({ id: grids.id })
  return changed.length === 1
}

export async function updateDelegate(q: Writer, key: RowKey, set: Partial<Delegate>): Promise<boolean> {
  const changed = await q
    .update(delegates)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(eq(delegates.communityId, key.communityId), eq(delegates.id, key.id), eq(delegates.version, key.version)),
    )
    .returning({ id: delegates.id })
  return changed.length === 1
}

export async function updateRepresentative(q: Writer, key: RowKey, set: Partial<Representative>): Promise<boolean> {
  const changed = await q
    .update(representatives)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(representatives.communityId, key.communityId),
        eq(representatives.id, key.id),
        eq(representatives.version, key.version),
      ),
    )
    .returning({ id: representatives.id })
  return changed.length === 1
}

/** The names and phones behind ids, for pages that show whose a row is. */
export async function listPersonNames(q: Reader, communityId: string, personIds: string[]) {
  const found = new Map<string, { name: string; phone: string | null }>()
  for (const ids of inChunks(personIds)) {
    const rows = await q
      .select({ id: persons.id, name: persons.name, phone: persons.phone })
      .from(persons)
      .where(and(eq(persons.communityId, communityId), inArray(persons.id, ids)))
    for (const { id, ...row } of rows) found.set(id, row)
  }
  return found
}

/** How many rows each register has and the sum of their versions: another text after any write to one of them. */
export async function fingerprintRegisters(q: Reader, communityId: string): Promise<string> {
  const parts: string[] = []
  const tables = [
    grids,
    persons,
    delegates,
    representatives,
    accounts,
    bodies,
    bodyTerms,
    organizations,
    residentGroups,
  ]
  for (const table of tables) {
    const [row] = await q
      .select({ rows: count(), versions: sum(table.version) })
      .from(table)
      .where(eq(table.communityId, communityId))
    parts.push(`${row?.rows ?? 0}:${row?.versions ?? 0}`)
  }
  return parts.join(" ")
}
