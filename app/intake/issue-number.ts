import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"

/** What people quote: 振社问〔2026〕12号. */
export const formatIssueNumber = (ctx: Pick<Ctx, "community">, issue: { year: number; sequence: number }): string =>
  formatNumber(ctx.community.shortName, "issue", issue.year, issue.sequence)
