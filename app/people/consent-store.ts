import { and, asc, eq, inArray } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { type ConsentKind, consents } from "#db/schema/people"
import { consentsOf } from "./consent-rules"

export type Consent = typeof consents.$inferSelect

/** Everything some persons said, as entered. */
export async function listConsents(q: Reader, communityId: string, personIds: readonly string[]): Promise<Consent[]> {
  const found: Consent[] = []
  for (const ids of inChunks([...new Set(personIds)]))
    found.push(
      ...(await q
        .select()
        .from(consents)
        .where(and(eq(consents.communityId, communityId), inArray(consents.personId, ids)))
        .orderBy(asc(consents.id))),
    )
  return found
}

/** Which consents hold, for each of the persons asked for; false where nothing was ever said. */
export async function consentsInForce(
  q: Reader,
  communityId: string,
  personIds: readonly string[],
): Promise<Map<string, Record<ConsentKind, boolean>>> {
  const said = new Map<string, Consent[]>()
  for (const one of await listConsents(q, communityId, personIds))
    said.set(one.personId, [...(said.get(one.personId) ?? []), one])
  return new Map(personIds.map(id => [id, consentsOf(said.get(id) ?? [])]))
}

export const insertConsent = (q: Writer, row: Consent) => q.insert(consents).values(row)
