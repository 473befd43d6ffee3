import type { Ctx } from "~/web/context"
import { formatIssueNumber } from "./issue-number"
import type { IssueEntry } from "./issues"
import type { KnownIssue } from "./likeness"
import { buildLikenessIndex, findLikeness } from "./likeness"
import { type Issue, listAllIssues } from "./store"

export type LikeIssue = {
  issueId: string
  number: string
  title: string
  place: string
  supporterCount: number
  reason: string
}

/** At most so many are shown: more would not be read. */
const likesShown = 3

/** A stored issue as the comparison knows it. */
export const knownIssueOf = (ctx: Pick<Ctx, "community">, issue: Issue): KnownIssue => ({
  id: issue.id,
  number: formatIssueNumber(ctx, issue),
  sourceNumber: issue.sourceNumber,
  title: issue.title,
  content: issue.content,
  place: issue.place,
  gridId: issue.gridId,
  reporterName: issue.reporterName,
  reporterPhone: issue.reporterPhone,
  reportedOn: issue.reportedOn,
  channel: issue.channel,
  collectorName: issue.collectorName,
  supporterCount: issue.supporterCount,
  note: issue.note,
  extra: issue.extra,
})

/** Open issues like the one about to be entered, the likest first. */
export async function listLikeIssues(ctx: Ctx, entry: IssueEntry): Promise<LikeIssue[]> {
  const open = await listAllIssues(ctx.db.read, ctx.community.id, { state: "open" })
  return rankLikeIssues(ctx, entry, open, likesShown).map(({ issue, reason }) => ({
    issueId: issue.id,
    number: formatIssueNumber(ctx, issue),
    title: issue.title,
    place: issue.place,
    supporterCount: issue.supporterCount,
    reason,
  }))
}

/** The likest of these issues first, each with why; at most so many. */
export function rankLikeIssues(
  ctx: Pick<Ctx, "community">,
  entry: IssueEntry,
  issues: readonly Issue[],
  most: number,
): { issue: Issue; reason: string }[] {
  const left = new Map(issues.map(issue => [issue.id, issue]))
  const draft = { ...entry, number: "", sourceNumber: "", supporterCount: null, extra: {} }
  const likes: { issue: Issue; reason: string }[] = []
  while (likes.length < most) {
    const index = buildLikenessIndex([...left.values()].map(issue => knownIssueOf(ctx, issue)))
    const likeness = findLikeness(index, draft)
    if (likeness.kind === "new") break
    const issue = left.get(likeness.issueId)!
    const reason = likeness.kind === "similar" ? likeness.reason : "内容、地点、时间和提出人都一样"
    likes.push({ issue, reason })
    left.delete(issue.id)
  }
  return likes
}
