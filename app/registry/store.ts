import { and, asc, desc, eq, gte, inArray, or, sql } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { auditEntries, numberSeries, type SubjectKind } from "#db/schema/registry"

export const insertAuditEntry = (q: Writer, row: typeof auditEntries.$inferInsert) => q.insert(auditEntries).values(row)

export async function insertAuditEntries(
  q: Writer,
  rows: readonly (typeof auditEntries.$inferInsert)[],
): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(auditEntries).values(chunk)
}

/** Raises a series by `count` and returns the last number given. */
export async function raiseNumber(
  q: Writer,
  communityId: string,
  kind: string,
  year: number,
  count: number,
): Promise<number> {
  const [row] = await q
    .insert(numberSeries)
    .values({ communityId, kind, year, last: count })
    .onConflictDoUpdate({
      target: [numberSeries.communityId, numberSeries.kind, numberSeries.year],
      set: { last: sql`${numberSeries.last} + ${count}` },
    })
    .returning({ last: numberSeries.last })
  return row!.last
}

/** Which persons did one of these to a subject. */
export async function listActors(
  q: Reader,
  communityId: string,
  subject: { kind: SubjectKind; id: string },
  actions: readonly string[],
): Promise<string[]> {
  const rows = await q
    .selectDistinct({ personId: auditEntries.actorPersonId })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        eq(auditEntries.subjectKind, subject.kind),
        eq(auditEntries.subjectId, subject.id),
        inArray(auditEntries.action, [...actions]),
      ),
    )
  return rows.flatMap(row => row.personId ?? [])
}

/** Audit rows of some actions since a moment, whatever they are about, in the order written. */
export const listActions = (q: Reader, communityId: string, actions: readonly string[], since: Date) =>
  q
    .select({ action: auditEntries.action, subjectId: auditEntries.subjectId, detail: auditEntries.detail })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        gte(auditEntries.at, since),
        inArray(auditEntries.action, [...actions]),
      ),
    )
    .orderBy(asc(auditEntries.id))

/** Audit rows of some subjects, oldest first: the timeline of a matter. With `most`, only so many of the newest. */
export async function listAuditEntries(
  q: Reader,
  communityId: string,
  subjects: { kind: SubjectKind; ids: string[] }[],
  most?: number,
) {
  const wanted = subjects.filter(subject => subject.ids.length > 0)
  if (wanted.length === 0) return []
  const rows = q
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      actorPersonId: auditEntries.actorPersonId,
      actorName: auditEntries.actorName,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        or(
          ...wanted.map(subject =>
            and(eq(auditEntries.subjectKind, subject.kind), inArray(auditEntries.subjectId, subject.ids)),
          ),
        ),
      ),
    )
  if (most === undefined) return rows.orderBy(asc(auditEntries.at), asc(auditEntries.id))
  return (await rows.orderBy(desc(auditEntries.at), desc(auditEntries.id)).limit(most)).reverse()
}
