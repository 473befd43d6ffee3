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
  const open = new Map(
    (await listAllIssues(ctx.db.read, ctx.community.id, { state: "open" })).map(row => [row.id, row]),
  )
  const draft = { ...entry, number: "", sourceNumber: "", supporterCount: null, extra: {} }
  const likes: LikeIssue[] = []
  while (likes.length < likesShown) {
    const index = buildLikenessIndex([...open.values()].map(issue => knownIssueOf(ctx, issue)))
    const likeness = findLikeness(index, draft)
    if (likeness.kind === "new") break
    const issue = open.get(likeness.issueId)!
    likes.push({
      issueId: issue.id,
      number: formatIssueNumber(ctx, issue),
      title: issue.title,
      place: issue.place,
      supporterCount: issue.supporterCount,
      reason: likeness.kind === "similar" ? likeness.reason : "内容、地点、时间和提出人都一样",
    })
    open.delete(issue.id)
  }
  return likes
}
