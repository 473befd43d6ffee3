import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { formatIssueNumber } from "./issue-number"
import { mergePathOf } from "./merge-path"
import { holdHead, listMergedInto, setMergedInto } from "./merging-store"
import { checkMerge } from "./rules"
import { type AnswerEntry, sortAs } from "./sorting"
import { findIssue, type Issue, listIssuesById } from "./store"

export type Merging = {
  /** The head: the issue the others are dealt with under. */
  intoId: string
  issueIds: readonly string[]
  reason: string
  /** What those not answered yet are told, when the head was sorted already. */
  firstAnswer?: AnswerEntry
}

/**
 * 并案: the issues stay, each with its proposer, and are from here on sorted and answered with the head. What was merged
 * into them comes along: there are no chains. Refuses merge_none_chosen, merge_reason_missing, issue_closed, issue_merged,
 * merge_deliberate, merge_sorted_first, first_answer_missing, issue_moved_on.
 */
export async function mergeIssues(ctx: Ctx, input: Merging): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:merge")) return refuse("forbidden")
  const { intoId } = input
  const issueIds = [...new Set(input.issueIds)].filter(id => id !== intoId)
  if (issueIds.length === 0) return refuse("merge_none_chosen", { field: "issue" })
  const reason = input.reason.trim()
  if (reason === "") return refuse("merge_reason_missing", { field: "reason" })
  // Half of a merge is none: a refusal leaves nothing behind.
  return writeOrRefuse(ctx, `issue:${intoId}`, q => mergeIn(q, ctx, { ...input, issueIds, reason }))
}

async function mergeIn(q: Writer, ctx: Ctx, { intoId, issueIds, reason, firstAnswer }: Merging): Promise<Result<null>> {
  const communityId = ctx.community.id
  const head = await findIssue(q, { communityId, issueId: intoId })
  const chosen = await listIssuesById(q, communityId, issueIds)
  if (!head || chosen.length < issueIds.length) return refuse("not_found")
  for (const issue of chosen) {
    const fit = checkMerge(issue, head)
    if (!fit.ok) return { ...fit, detail: { ...fit.detail, field: "issue", title: issue.title } }
  }
  const taken = await takeInto(q, head, chosen)
  if (!taken) return refuse("issue_moved_on")
  for (const issue of taken) {
    const [from, to] = [issue, head].map(one => ({ number: formatIssueNumber(ctx, one), title: one.title }))
    await audit(q, ctx, "issue.merged", { kind: "issue", id: issue.id }, { ...to, intoId, reason })
    await audit(q, ctx, "issue.gathered", { kind: "issue", id: intoId }, { ...from, issueId: issue.id, reason })
  }
  return head.state === "sorted" ? answerNewcomers(q, ctx, head, taken, firstAnswer) : done(null)
}

/**
 * Writes the links. Rows are taken in the order of their ids, so that two merges which cross wait for one another and do
 * not lock each other out; null when one of them moved on. Returns all that came, those merged into the chosen included.
 */
async function takeInto(q: Writer, head: Issue, chosen: readonly Issue[]): Promise<Issue[] | null> {
  const { communityId } = head
  for (const issue of [head, ...chosen].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const key = { communityId, issueId: issue.id }
    const held = issue === head ? await holdHead(q, key) : await setMergedInto(q, key, issue, head.id)
    if (!held) return null
  }
  const along: Issue[] = []
  const chosenIds = chosen.map(issue => issue.id)
  for (const issue of await listMergedInto(q, communityId, chosenIds))
    if (await setMergedInto(q, { communityId, issueId: issue.id }, issue, head.id)) along.push(issue)
  return [...chosen, ...along].map(issue => ({ ...issue, mergedIntoId: head.id }))
}

/** Whoever was not answered yet is answered now, and sorted as the head was. */
async function answerNewcomers(
  q: Writer,
  ctx: Ctx,
  head: Issue,
  taken: readonly Issue[],
  firstAnswer: AnswerEntry | undefined,
): Promise<Result<null>> {
  const newcomers = taken.filter(({ state }) => state === "reported" || state === "accepted")
  if (newcomers.length === 0) return done(null)
  if (!firstAnswer?.content.trim()) return refuse("first_answer_missing", { field: "firstAnswer" })
  const { triage, triageReason, handler, answerDueOn } = head
  for (const issue of newcomers) {
    const decision = { triage: triage!, triageReason, handler, answerDueOn }
    if (!(await sortAs(q, ctx, issue, decision, firstAnswer))) return refuse("issue_moved_on")
  }
  return done(null)
}

/**
 * 拆开: the issue stands alone again, where it stands now, with whatever answers its proposer has had. What had come along
 * with it when it was merged goes back under it. Refuses merge_reason_missing, issue_not_merged, issue_moved_on.
 */
export async function unmergeIssue(ctx: Ctx, input: { issueId: string; reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:merge")) return refuse("forbidden")
  const reason = input.reason.trim()
  if (reason === "") return refuse("merge_reason_missing", { field: "reason" })
  const known = await findIssue(ctx.db.read, { communityId: ctx.community.id, issueId: input.issueId })
  if (!known) return refuse("not_found")
  const headId = known.mergedIntoId
  if (!headId) return refuse("issue_not_merged")
  // The head's lock: it is not sorted or answered while one of its issues leaves.
  return writeOrRefuse(ctx, `issue:${headId}`, q => unmergeIn(q, ctx, headId, { issueId: known.id, reason }))
}

async function unmergeIn(
  q: Writer,
  ctx: Ctx,
  headId: string,
  { issueId, reason }: { issueId: string; reason: string },
): Promise<Result<null>> {
  const communityId = ctx.community.id
  const head = await findIssue(q, { communityId, issueId: headId })
  const leaving = await listLeaving(q, communityId, headId, issueId)
  const issue = leaving.find(one => one.id === issueId)
  if (!issue || !head) return refuse("issue_moved_on")
  const [own, to] = [issue, head].map(one => ({ number: formatIssueNumber(ctx, one), title: one.title }))
  for (const one of leaving) {
    const isOwn = one === issue
    if (!(await setMergedInto(q, { communityId, issueId: one.id }, one, isOwn ? null : issueId)))
      return refuse("issue_moved_on")
    const from = { number: formatIssueNumber(ctx, one), title: one.title }
    const back = isOwn ? {} : { backToId: issueId, backTo: own }
    await audit(q, ctx, "issue.unmerged", { kind: "issue", id: one.id }, { ...to, fromId: headId, reason, ...back })
    await audit(q, ctx, "issue.parted", { kind: "issue", id: headId }, { ...from, issueId: one.id, reason })
  }
  return done(null)
}

/** The issue and whatever came along with it, in the order in which merging takes them: by their numbers. */
async function listLeaving(q: Writer, communityId: string, headId: string, issueId: string): Promise<Issue[]> {
  const merged = await listMergedInto(q, communityId, [headId])
  const log = await listAuditEntries(q, communityId, [{ kind: "issue", ids: merged.map(one => one.id) }])
  const cameThrough = (one: Issue) => mergePathOf(log.filter(entry => entry.subjectId === one.id)).includes(issueId)
  return merged.filter(one => one.id === issueId || cameThrough(one))
}
