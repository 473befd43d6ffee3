import { and, asc, eq, inArray, isNull, ne, sql, sum } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { type IssueState, issues } from "#db/schema/intake"
import { type Issue, type IssueKey, isIssue } from "./store"

/** 被并入的: what was merged into any of these, in the order of their numbers. */
export async function listMergedInto(q: Reader, communityId: string, headIds: readonly string[]): Promise<Issue[]> {
  const found: Issue[] = []
  for (const chunk of inChunks([...new Set(headIds)]))
    found.push(
      ...(await q
        .select()
        .from(issues)
        .where(and(eq(issues.communityId, communityId), inArray(issues.mergedIntoId, chunk)))
        .orderBy(asc(issues.year), asc(issues.sequence))),
    )
  return found
}

/** How many voices the issues merged into each of these bring with them; those without any are left out. */
export async function countMergedVoices(
  q: Reader,
  communityId: string,
  headIds: readonly string[],
): Promise<Map<string, number>> {
  const voices = new Map<string, number>()
  for (const chunk of inChunks([...new Set(headIds)])) {
    const rows = await q
      .select({ headId: issues.mergedIntoId, voices: sum(issues.supporterCount) })
      .from(issues)
      .where(and(eq(issues.communityId, communityId), inArray(issues.mergedIntoId, chunk)))
      .groupBy(issues.mergedIntoId)
    for (const row of rows) voices.set(row.headId!, Number(row.voices))
  }
  return voices
}

/** The same rows with everyone who speaks of the matter counted: their own voices and those of what was merged into them. */
export async function withAllVoices<Row extends { id: string; supporterCount: number }>(
  q: Reader,
  communityId: string,
  rows: readonly Row[],
): Promise<Row[]> {
  const merged = await countMergedVoices(
    q,
    communityId,
    rows.map(row => row.id),
  )
  return rows.map(row => ({ ...row, supporterCount: row.supporterCount + (merged.get(row.id) ?? 0) }))
}

/**
 * Holds the row of the issue into which others are merged, without changing it, so that on PostgreSQL nobody merges it away
 * meanwhile. Returns whether it is open and stands alone.
 */
export async function holdHead(q: Writer, key: IssueKey): Promise<boolean> {
  const held = await q
    .update(issues)
    .set({ supporterCount: sql`${issues.supporterCount}` })
    .where(and(isIssue(key), ne(issues.state, "closed"), isNull(issues.mergedIntoId)))
    .returning({ id: issues.id })
  return held.length === 1
}

/** Guarded by what it was merged into before (null: nothing) and by its state: returns whether it stood so. */
export async function setMergedInto(
  q: Writer,
  key: IssueKey,
  from: { state: IssueState; mergedIntoId: string | null },
  headId: string | null,
): Promise<boolean> {
  const { mergedIntoId } = from
  const changed = await q
    .update(issues)
    .set({ mergedIntoId: headId, version: sql`${issues.version} + 1` })
    .where(
      and(
        isIssue(key),
        eq(issues.state, from.state),
        mergedIntoId === null ? isNull(issues.mergedIntoId) : eq(issues.mergedIntoId, mergedIntoId),
      ),
    )
    .returning({ id: issues.id })
  return changed.length === 1
}
