import { and, asc, desc, eq, inArray, max, ne } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { rulebookVersions, type VersionState } from "#db/schema/rulebook"

export type RulebookVersion = typeof rulebookVersions.$inferSelect

/** The texts of the rules in force by estate; the community's own is under "". What is missing is as shipped. */
export async function findRuleTextsInForce(
  q: Reader,
  communityId: string,
  preset: string,
  estateIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await q
    .select({ estateId: rulebookVersions.estateId, rule: rulebookVersions.rule })
    .from(rulebookVersions)
    .where(
      and(
        eq(rulebookVersions.communityId, communityId),
        eq(rulebookVersions.preset, preset),
        eq(rulebookVersions.state, "inForce"),
        inArray(rulebookVersions.estateId, [...estateIds]),
      ),
    )
    .orderBy(asc(rulebookVersions.ordinal))
  return new Map(rows.map(({ estateId, rule }) => [estateId, rule]))
}

export async function findVersion(q: Reader, communityId: string, versionId: string): Promise<RulebookVersion | null> {
  const [row] = await q
    .select()
    .from(rulebookVersions)
    .where(and(eq(rulebookVersions.communityId, communityId), eq(rulebookVersions.id, versionId)))
  return row ?? null
}

/** Every version of a procedure, of all estates, newest first. */
export const listVersions = (q: Reader, communityId: string, preset: string): Promise<RulebookVersion[]> =>
  q
    .select()
    .from(rulebookVersions)
    .where(and(eq(rulebookVersions.communityId, communityId), eq(rulebookVersions.preset, preset)))
    .orderBy(desc(rulebookVersions.draftedAt), desc(rulebookVersions.ordinal))

export type VersionHead = Pick<RulebookVersion, "id" | "preset" | "estateId" | "ordinal" | "state" | "rule">

/** What is at work or in force in a community, in the order of drafting. */
export const listLiveVersions = (q: Reader, communityId: string): Promise<VersionHead[]> =>
  q
    .select({
      id: rulebookVersions.id,
      preset: rulebookVersions.preset,
      estateId: rulebookVersions.estateId,
      ordinal: rulebookVersions.ordinal,
      state: rulebookVersions.state,
      rule: rulebookVersions.rule,
    })
    .from(rulebookVersions)
    .where(
      and(
        eq(rulebookVersions.communityId, communityId),
        inArray(rulebookVersions.state, ["draft", "checked", "inForce"]),
      ),
    )
    .orderBy(asc(rulebookVersions.preset), asc(rulebookVersions.estateId), asc(rulebookVersions.ordinal))

/** What waits for another hand: complete drafts to be checked, checked versions to be put in force; the oldest first. */
export const listWaitingVersions = (q: Reader, communityId: string) =>
  q
    .select({
      id: rulebookVersions.id,
      preset: rulebookVersions.preset,
      ordinal: rulebookVersions.ordinal,
      state: rulebookVersions.state,
      draftedBy: rulebookVersions.draftedBy,
      draftedByAccountId: rulebookVersions.draftedByAccountId,
      checkedBy: rulebookVersions.checkedBy,
    })
    .from(rulebookVersions)
    .where(
      and(
        eq(rulebookVersions.communityId, communityId),
        inArray(rulebookVersions.state, ["draft", "checked"]),
        // Without its basis a draft cannot be checked: its drafter is still at it.
        ne(rulebookVersions.basis, ""),
      ),
    )
    .orderBy(asc(rulebookVersions.draftedAt), asc(rulebookVersions.id))

export async function findLastOrdinal(
  q: Reader,
  communityId: string,
  preset: string,
  estateId: string,
): Promise<number> {
  const [row] = await q
    .select({ last: max(rulebookVersions.ordinal) })
    .from(rulebookVersions)
    .where(
      and(
        eq(rulebookVersions.communityId, communityId),
        eq(rulebookVersions.preset, preset),
        eq(rulebookVersions.estateId, estateId),
      ),
    )
  return row?.last ?? 0
}

export async function insertVersion(q: Writer, version: RulebookVersion): Promise<void> {
  await q.insert(rulebookVersions).values(version)
}

/** False when someone else changed it meanwhile. */
export async function updateVersion(
  q: Writer,
  key: { communityId: string; id: string; version: number; state: VersionState },
  set: Partial<Omit<RulebookVersion, "communityId" | "id" | "version">>,
): Promise<boolean> {
  const changed = await q
    .update(rulebookVersions)
    .set({ ...set, version: key.version + 1 })
    .where(
      and(
        eq(rulebookVersions.communityId, key.communityId),
        eq(rulebookVersions.id, key.id),
        eq(rulebookVersions.version, key.version),
        eq(rulebookVersions.state, key.state),
      ),
    )
    .returning({ id: rulebookVersions.id })
  return changed.length === 1
}
