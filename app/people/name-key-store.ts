import { and, asc, eq, gt, inArray, isNull, ne } from "drizzle-orm"
import { inChunks } from "#db/client"
import { communities, persons } from "#db/schema/people"
import type { Installation } from "~/web/context"
import { nameKeys } from "./person-name-keys"

const rowsAtATime = 500
const sampleSize = 50

/**
 * When the server starts: persons from before the keys of a name get theirs, and all get new ones where the order of
 * strokes that this Node.js knows is no longer the one they were written with. Nothing is done the next time.
 * Returns how many rows were written.
 */
export async function fillNameKeys({ db }: Pick<Installation, "db">): Promise<number> {
  let written = 0
  for (const { id } of await db.read.select({ id: communities.id }).from(communities).orderBy(asc(communities.id)))
    written += await fillNameKeysOf(db, id)
  return written
}

const columns = {
  id: persons.id,
  name: persons.name,
  pinyin: persons.pinyin,
  initials: persons.initials,
  strokeKey: persons.strokeKey,
}
type Keyed = { id: string; name: string; pinyin: string; initials: string; strokeKey: string }

async function fillNameKeysOf(db: Installation["db"], communityId: string): Promise<number> {
  const living = and(eq(persons.communityId, communityId), isNull(persons.blottedAt))
  const sample = await db.read
    .select(columns)
    .from(persons)
    .where(and(living, ne(persons.strokeKey, "")))
    .orderBy(asc(persons.id))
    .limit(sampleSize)
  const isStale = sample.some(hasOtherKeys)
  let written = 0
  let after = ""
  for (;;) {
    const rows = await db.read
      .select(columns)
      .from(persons)
      .where(and(living, isStale ? undefined : eq(persons.strokeKey, ""), gt(persons.id, after)))
      .orderBy(asc(persons.id))
      .limit(rowsAtATime)
    const last = rows.at(-1)
    if (!last) return written
    after = last.id
    written += await writeKeys(db, communityId, rows.filter(hasOtherKeys))
  }
}

function hasOtherKeys(row: Keyed): boolean {
  const keys = nameKeys(row.name)
  return keys.strokeKey !== row.strokeKey || keys.pinyin !== row.pinyin || keys.initials !== row.initials
}

/** The name is asked for again: someone may have corrected it since it was read. The version stays: nobody edited. */
async function writeKeys(db: Installation["db"], communityId: string, rows: readonly Keyed[]): Promise<number> {
  if (rows.length === 0) return 0
  return db.tx(`register:${communityId}`, async q => {
    const names = new Map<string, string>()
    for (const ids of inChunks(rows.map(row => row.id)))
      for (const row of await q
        .select({ id: persons.id, name: persons.name })
        .from(persons)
        .where(and(eq(persons.communityId, communityId), isNull(persons.blottedAt), inArray(persons.id, ids))))
        names.set(row.id, row.name)
    for (const [id, name] of names)
      await q
        .update(persons)
        .set(nameKeys(name))
        .where(and(eq(persons.communityId, communityId), eq(persons.id, id)))
    return names.size
  })
}
