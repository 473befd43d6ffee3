import { and, desc, eq, inArray } from "drizzle-orm"
import type { Reader } from "#db/client"
import { rulebookVersions } from "#db/schema/rulebook"

export type RulebookVersion = typeof rulebookVersions.$inferSelect

/** The text of the rule in force, or null where the preset as shipped governs. `estateId` is empty for the community's own. */
export async function findRuleTextInForce(
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
    .orderBy(desc(rulebookVersions.ordinal))
  // One is in force at a time; the newest is taken should there ever be two.
  return new Map(rows.reverse().map(({ estateId, rule }) => [estateId, rule]))
}
