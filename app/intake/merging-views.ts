import { formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { formatIssueNumber } from "./issue-number"
import { rankLikeIssues } from "./like-issues"
import { withAllVoices } from "./merging-store"
import { checkMerge, searchWordsOf } from "./rules"
import { findIssue, type Issue, listAllIssues } from "./store"

export type MergeCandidate = {
  id: string
  number: string
  title: string
  /** Place, proposer, day and how many voices; and why it is like the head, where that was found. */
  facts: string[]
}

/** So many are offered at once: more would not be read. */
const mostLike = 8
const mostFound = 30

/**
 * What may be merged into an issue: those like it, and those in which every word of a search is found (numbers too).
 * Refuses issue_merged, issue_closed.
 */
export async function listMergeCandidates(
  ctx: Ctx,
  issueId: string,
  search: string,
): Promise<Result<{ head: Issue; number: string; likes: MergeCandidate[]; found: MergeCandidate[] }>> {
  if (!may(ctx.actor, "issue:merge")) return refuse("forbidden")
  const { read } = ctx.db
  const communityId = ctx.community.id
  const head = await findIssue(read, { communityId, issueId })
  if (!head) return refuse("not_found")
  if (head.mergedIntoId) return refuse("issue_merged", { status: 403 })
  if (head.state === "closed") return refuse("issue_closed", { status: 403 })
  const isFit = (issue: Issue) => issue.id !== head.id && checkMerge(issue, head).ok
  const open = (await listAllIssues(read, communityId, { state: "open", merged: false })).filter(isFit)
  const reasons = new Map(rankLikeIssues(ctx, head, open, mostLike).map(({ issue, reason }) => [issue.id, reason]))
  const words = searchWordsOf(search)
  const isFound = ({ id, searchText }: Issue) =>
    words.length > 0 && !reasons.has(id) && words.every(word => searchText.includes(word))
  const counted = await withAllVoices(
    read,
    communityId,
    open.filter(issue => reasons.has(issue.id) || isFound(issue)),
  )
  const shown = (issue: Issue): MergeCandidate => ({
    id: issue.id,
    number: formatIssueNumber(ctx, issue),
    title: issue.title,
    facts: [
      issue.place,
      `${issue.reporterName || "居民"}${formatDate(issue.reportedOn)}提出`,
      issue.supporterCount > 1 ? `${issue.supporterCount}人反映` : "",
      reasons.get(issue.id) ?? "",
    ].filter(Boolean),
  })
  const byId = new Map(counted.map(issue => [issue.id, issue]))
  return done({
    head,
    number: formatIssueNumber(ctx, head),
    likes: [...reasons.keys()].map(id => shown(byId.get(id)!)),
    found: counted.filter(isFound).reverse().slice(0, mostFound).map(shown),
  })
}
