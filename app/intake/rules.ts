import type { IssueState, Triage } from "#db/schema/intake"
import { done, type Result, refuse } from "~/law/result"
import { comparablePlace } from "./likeness-text"

/** What the rules look at. */
export type IssueFacts = { state: IssueState; triage: Triage | null; createdBy: string }

/** What may follow what: a report is accepted, then sorted, and closes with its final answer only. */
const next: Record<IssueState, readonly IssueState[]> = {
  reported: ["accepted"],
  accepted: ["sorted"],
  sorted: ["closed"],
  closed: [],
}

/** Refuses issue_moved_on when the issue is not where the move begins. */
export function checkMove(issue: IssueFacts, to: IssueState): Result<null> {
  return next[issue.state].includes(to) ? done(null) : refuse("issue_moved_on", { state: issue.state })
}

/** A report that nobody accepted yet is accepted in the same stroke. Refuses issue_moved_on. */
export function checkSort(issue: IssueFacts): Result<{ acceptFirst: boolean }> {
  if (issue.state === "reported") return done({ acceptFirst: true })
  const moved = checkMove(issue, "sorted")
  return moved.ok ? done({ acceptFirst: false }) : moved
}

/** The final answer closes; it comes after the sorting, whose first answer the proposer has had. */
export const checkFinalAnswer = (issue: IssueFacts): Result<null> => checkMove(issue, "closed")

/** 附议 joins what is still open. */
export const checkSupport = (issue: Pick<IssueFacts, "state">): Result<null> =>
  issue.state === "closed" ? refuse("issue_closed") : done(null)

/**
 * Whoever sorts may mend any open issue; whoever only reports, his own until it is accepted.
 * Refuses issue_closed, issue_not_own.
 */
export function checkEdit(issue: IssueFacts, editor: { accountId: string | null; maySort: boolean }): Result<null> {
  if (issue.state === "closed") return refuse("issue_closed")
  if (editor.maySort) return done(null)
  return issue.createdBy === editor.accountId && issue.state === "reported"
    ? done(null)
    : refuse("issue_not_own", { status: 403 })
}

/** One text in which each word of a search is looked for; written alike on both sides. */
export const searchTextOf = (texts: readonly string[]): string => texts.map(comparablePlace).filter(Boolean).join(" ")

/** The words of a search, each to be found. */
export const searchWordsOf = (search: string): string[] =>
  search.split(/\s+/).map(comparablePlace).filter(Boolean).slice(0, 8)

export const issueStateNames: Record<IssueState, string> = {
  reported: "待受理",
  accepted: "待处置",
  sorted: "办理中",
  closed: "已办结",
}

export const triageNames: Record<Triage, string> = {
  quick: "即办",
  deliberate: "协商",
  refer: "转办",
  wish: "微心愿",
  decline: "不予受理",
}
