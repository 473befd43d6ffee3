import { and, asc, count, eq, gt, gte, isNull, lt, ne, or } from "drizzle-orm"
import type { Reader } from "#db/client"
import { issues, satisfactions } from "#db/schema/intake"
import type { CivilDate } from "~/law/civil-date"

const reportedSince = (communityId: string, since: CivilDate | undefined) =>
  and(eq(issues.communityId, communityId), since ? gte(issues.reportedOn, since) : undefined)

/** How many issues stand in each state, and how many of them were reopened. */
export const countStates = (q: Reader, communityId: string, since: CivilDate | undefined) =>
  q
    .select({ state: issues.state, count: count() })
    .from(issues)
    .where(reportedSince(communityId, since))
    .groupBy(issues.state)

/** Not sorted now, but answered before they were reopened. */
export async function countReopenedUnsorted(
  q: Reader,
  communityId: string,
  since: CivilDate | undefined,
): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(issues)
    .where(and(reportedSince(communityId, since), eq(issues.state, "accepted"), gt(issues.reopenedCount, 0)))
  return row!.count
}

/** Open ones whose day has gone by: the day that was set, or for those not sorted yet the moment they came in. */
export async function countLate(
  q: Reader,
  communityId: string,
  since: CivilDate | undefined,
  late: { today: CivilDate; registeredBefore: Date },
): Promise<number> {
  const [row] = await q
    .select({ count: count() })
    .from(issues)
    .where(
      and(
        reportedSince(communityId, since),
        ne(issues.state, "closed"),
        or(
          lt(issues.answerDueOn, late.today),
          and(ne(issues.state, "sorted"), isNull(issues.answerDueOn), lt(issues.createdAt, late.registeredBefore)),
        ),
      ),
    )
  return row!.count
}

/** What was said of each issue, in the order in which it was said. */
export const listLevels = (q: Reader, communityId: string, since: CivilDate | undefined) =>
  q
    .select({ issueId: satisfactions.issueId, level: satisfactions.level })
    .from(satisfactions)
    .innerJoin(issues, and(eq(issues.communityId, satisfactions.communityId), eq(issues.id, satisfactions.issueId)))
    .where(reportedSince(communityId, since))
    .orderBy(asc(satisfactions.recordedAt), asc(satisfactions.id))
