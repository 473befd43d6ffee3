import { and, eq, isNull, ne } from "drizzle-orm"
import type { Reader } from "#db/client"
import { issues } from "#db/schema/intake"

/** In whose hands the open issues are, and who brought them; merged ones are left to their head. */
export const listHandsOfOpenIssues = (q: Reader, communityId: string) =>
  q
    .select({ handler: issues.handler, collectorName: issues.collectorName, answerDueOn: issues.answerDueOn })
    .from(issues)
    .where(and(eq(issues.communityId, communityId), ne(issues.state, "closed"), isNull(issues.mergedIntoId)))
