import type { IssueState, SatisfactionLevel, Triage } from "#db/schema/intake"
import { done, type Result, refuse } from "~/law/result"
import { comparablePlace } from "./likeness-text"

/** What the rules look at. */
export type IssueFacts = { state: IssueState; triage: Triage | null; mergedIntoId: string | null; createdBy: string }

/** What may follow what: a report is accepted, then sorted, closes with its final answer only, and may be reopened. */
const next: Record<IssueState, readonly IssueState[]> = {
  reported: ["accepted"],
  accepted: ["sorted"],
  sorted: ["closed"],
  closed: ["accepted"],
}

type Standing = Pick<IssueFacts, "state" | "mergedIntoId">

/** Refuses issue_moved_on when the issue is not where the move begins. */
function checkMove(issue: Standing, to: IssueState, from?: IssueState): Result<null> {
  const mayMove = next[issue.state].includes(to) && (!from || issue.state === from)
  return mayMove ? done(null) : refuse("issue_moved_on", { state: issue.state })
}

/** Whatever was merged is accepted, sorted and answered together with the one it was merged into. Refuses issue_merged. */
const checkAlone = (issue: Standing): Result<null> => (issue.mergedIntoId ? refuse("issue_merged") : done(null))

/** Refuses issue_merged, issue_moved_on. */
export function checkAccept(issue: Standing): Result<null> {
  const alone = checkAlone(issue)
  return alone.ok ? checkMove(issue, "accepted", "reported") : alone
}

/** A report that nobody accepted yet is accepted in the same stroke. Refuses issue_merged, issue_moved_on. */
export function checkSort(issue: Standing): Result<{ acceptFirst: boolean }> {
  const alone = checkAlone(issue)
  if (!alone.ok) return alone
  if (issue.state === "reported") return done({ acceptFirst: true })
  const moved = checkMove(issue, "sorted")
  return moved.ok ? done({ acceptFirst: false }) : moved
}

/** The final answer closes; it comes after the sorting, whose first answer the proposer has had. */
export function checkFinalAnswer(issue: Standing): Result<null> {
  const alone = checkAlone(issue)
  return alone.ok ? checkMove(issue, "closed") : alone
}

/** Only what was closed is reopened; a merged one too, which then stands alone again. Refuses issue_moved_on. */
export const checkReopen = (issue: Standing): Result<null> => checkMove(issue, "accepted", "closed")

/** What the rule asks of a sorting; see `Sorting`. */
type SortingFacts = {
  triage: Triage
  reason: string
  handler?: string
  answerDueOn?: string | null
  finalAnswer?: { content: string }
}

/**
 * 转办 says why and who takes it over, 不予受理 says why and explains it to the proposer; no answer is owed by a day gone by.
 * Refuses sorting_reason_missing, sorting_handler_missing, decline_answer_missing, answer_due_past.
 */
export function checkSorting(sorting: SortingFacts, today: string): Result<null> {
  const { triage, reason, handler = "", answerDueOn, finalAnswer } = sorting
  const isGiven = (text: string) => text.trim() !== ""
  if ((triage === "refer" || triage === "decline") && !isGiven(reason))
    return refuse("sorting_reason_missing", { field: "reason" })
  if (triage === "refer" && !isGiven(handler)) return refuse("sorting_handler_missing", { field: "handler" })
  if (triage === "decline" && !isGiven(finalAnswer?.content ?? ""))
    return refuse("decline_answer_missing", { field: "finalAnswer" })
  return answerDueOn && answerDueOn < today ? refuse("answer_due_past", { field: "answerDueOn" }) : done(null)
}

/**
 * Who deals with a sorted issue and by when it is answered changes with a reason; a day gone by stays only where it stood.
 * Refuses issue_merged, issue_closed, issue_moved_on, sorting_handler_missing, answer_due_past, change_reason_missing,
 * issue_unchanged.
 */
export function checkReschedule(
  issue: Standing & { triage: Triage | null; handler: string; answerDueOn: string | null },
  entry: { handler: string; answerDueOn: string; reason: string },
  today: string,
): Result<null> {
  const open = checkSorted(issue)
  if (!open.ok) return open
  const { handler, answerDueOn, reason } = entry
  if (issue.triage === "refer" && handler === "") return refuse("sorting_handler_missing", { field: "handler" })
  const isMoved = answerDueOn !== issue.answerDueOn
  if (isMoved && answerDueOn < today) return refuse("answer_due_past", { field: "answerDueOn" })
  if (reason === "") return refuse("change_reason_missing", { field: "changeReason" })
  return isMoved || handler !== issue.handler ? done(null) : refuse("issue_unchanged", { field: "answerDueOn" })
}

/** Sorted, and not answered yet. Refuses issue_merged, issue_closed, issue_moved_on. */
export function checkSorted(issue: Standing): Result<null> {
  const alone = checkAlone(issue)
  if (!alone.ok) return alone
  if (issue.state === "closed") return refuse("issue_closed")
  return issue.state === "sorted" ? done(null) : refuse("issue_moved_on", { state: issue.state })
}

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

/**
 * What may be merged into an issue. What was closed is answered; what goes to a deliberation is the one others are merged
 * into; and whoever was answered already waits for no one who was not.
 * Refuses issue_closed, issue_merged, merge_deliberate, merge_sorted_first.
 */
export function checkMerge(issue: IssueFacts, head: IssueFacts): Result<null> {
  if (issue.state === "closed" || head.state === "closed") return refuse("issue_closed")
  if (issue.mergedIntoId || head.mergedIntoId) return refuse("issue_merged")
  if (issue.state !== "sorted") return done(null)
  if (issue.triage === "deliberate") return refuse("merge_deliberate")
  return head.state === "sorted" ? done(null) : refuse("merge_sorted_first")
}

/**
 * The proposer speaks of the final answer he was given, once of each. Refuses not_answered_yet, already_rated.
 */
export function checkRating(
  issue: Pick<IssueFacts, "state">,
  finalAnswer: { id: string } | null,
  said: readonly { answerId: string }[],
): Result<{ answerId: string }> {
  // Once he said that nothing is resolved it is open again: that answer was spoken of too.
  if (finalAnswer && said.some(({ answerId }) => answerId === finalAnswer.id)) return refuse("already_rated")
  return issue.state === "closed" && finalAnswer ? done({ answerId: finalAnswer.id }) : refuse("not_answered_yet")
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

export const satisfactionNames: Record<SatisfactionLevel, string> = {
  satisfied: "满意",
  mostly: "基本满意",
  dissatisfied: "不满意",
  unresolved: "没有解决",
}
