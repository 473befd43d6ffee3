import { and, asc, desc, eq, inArray } from "drizzle-orm"
import type { Reader } from "#db/client"
import { persons } from "#db/schema/people"
import { documents } from "#db/schema/registry"

/** Columns that lie before the bytes: for any behind them the database reads through the whole file. */
const filedView = {
  id: documents.id,
  kind: documents.kind,
  format: documents.format,
  subjectId: documents.subjectId,
  version: documents.version,
  number: documents.number,
  title: documents.title,
}

/** Every sheet filed about some subjects, the newest version first, without bytes and facts. */
export const listFiledOf = (q: Reader, communityId: string, subjectIds: readonly string[]) =>
  q
    .select(filedView)
    .from(documents)
    .where(and(eq(documents.communityId, communityId), inArray(documents.subjectId, [...subjectIds])))
    .orderBy(desc(documents.version))
export type Filed = Awaited<ReturnType<typeof listFiledOf>>[number]

/** Of single sheets: what is printed on them, and when they were made. */
export const listFiledMarks = (q: Reader, communityId: string, ids: readonly string[]) =>
  q
    .select({ id: documents.id, factsHash: documents.factsHash, createdAt: documents.createdAt })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), inArray(documents.id, [...ids])))

/** What a filed sheet says, as it was drawn. */
export async function findFiledFacts(q: Reader, communityId: string, documentId: string) {
  const [row] = await q
    .select({ template: documents.template, facts: documents.facts, factsHash: documents.factsHash })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.id, documentId)))
  return row ?? null
}

export const listAddresses = (q: Reader, communityId: string, personIds: readonly string[]) =>
  q
    .select({ id: persons.id, address: persons.address })
    .from(persons)
    .where(and(eq(persons.communityId, communityId), inArray(persons.id, [...personIds])))
    .orderBy(asc(persons.id))
