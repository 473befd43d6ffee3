import type { Writer } from "#db/client"
import type { Triage } from "#db/schema/intake"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { finalAnswerDueOn } from "./answer-periods"
import { listMergedInto } from "./merging-store"
import { checkAccept, checkFinalAnswer, checkSort, checkSorting } from "./rules"
import { findIssue, type Issue, insertAnswer, moveIssue } from "./store"

/** As told to the proposer, and how: by phone, in person, in the group. */
export type AnswerEntry = { content: string; means: string }
/** 办结答复. `resolved`: the trouble itself is gone. */
export type FinalAnswerEntry = AnswerEntry & { resolved: boolean }

type Common = { reason: string; firstAnswer: AnswerEntry }
type Owed = {
  /** Who deals with it, in words. */
  handler?: string
  /** 答复时限; left out, the usual period of its kind. */
  answerDueOn?: CivilDate | null
}

/**
 * 分类处置. 即办 is finally answered now or later, 不予受理 now; 协商 goes on to a topic; 转办 names who takes it over;
 * 微心愿 waits for whoever makes it true.
 */
export type Sorting =
  | (Common & Owed & { triage: "quick"; finalAnswer?: FinalAnswerEntry })
  | (Common & { triage: "deliberate"; answerDueOn?: CivilDate | null })
  | (Common & Owed & { triage: "refer"; handler: string })
  | (Common & Owed & { triage: "wish" })
  | (Common & { triage: "decline"; finalAnswer: AnswerEntry })

/** 受理. Whatever was merged into it is accepted with it. Refuses issue_merged, issue_moved_on. */
export async function acceptIssue(ctx: Ctx, issueId: string): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  return writeOrRefuse(ctx, `issue:${issueId}`, async q => {
    const issue = await findIssue(q, { communityId: ctx.community.id, issueId })
    if (!issue) return refuse("not_found")
    const checked = checkAccept(issue)
    if (!checked.ok) return checked
    for (const one of await withMerged(q, issue)) {
      if (one.state !== "reported") continue
      if (!(await accept(q, ctx, one))) return refuse("issue_moved_on")
    }
    return done(null)
  })
}

/**
 * 分类处置, with its first answer; a report not yet accepted is accepted in the same stroke, and each merged proposer is
 * answered alike. Refuses issue_merged, issue_moved_on, sorting_reason_missing, sorting_handler_missing,
 * decline_answer_missing, answer_due_past.
 */
export async function sortIssue(ctx: Ctx, input: { issueId: string; sorting: Sorting }): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  const { issueId, sorting } = input
  const fit = checkSorting(sorting, civilDateOf(ctx.now()))
  if (!fit.ok) return fit
  return writeOrRefuse(ctx, `issue:${issueId}`, async q => {
    const issue = await findIssue(q, { communityId: ctx.community.id, issueId })
    if (!issue) return refuse("not_found")
    const checked = checkSort(issue)
    if (!checked.ok) return checked
    const decision = decisionOf(ctx, sorting)
    for (const one of await withMerged(q, issue)) {
      // Reopened and merged anew, a head can have merged ones that were answered long ago: they stay answered.
      if (one.state !== "reported" && one.state !== "accepted") continue
      if (!(await sortAs(q, ctx, one, decision, sorting.firstAnswer))) return refuse("issue_moved_on")
    }
    const answer = finalAnswerOf(sorting)
    return answer ? answerIssueIn(q, ctx, { issueId, answer }) : done(null)
  })
}

/** The issue and whatever was merged into it, in the order of their numbers. */
export const withMerged = async (q: Writer, issue: Issue): Promise<Issue[]> => [
  issue,
  ...(await listMergedInto(q, issue.communityId, [issue.id])),
]

export type Decision = { triage: Triage; triageReason: string; handler: string; answerDueOn: CivilDate | null }

function decisionOf(ctx: Ctx, sorting: Sorting): Decision {
  const { triage, reason: triageReason } = sorting
  const set = "answerDueOn" in sorting ? sorting.answerDueOn : null
  // Answered in the same stroke, nothing more is owed.
  const usual = finalAnswerOf(sorting) ? null : finalAnswerDueOn(triage, civilDateOf(ctx.now()))
  const handler = "handler" in sorting ? (sorting.handler ?? "") : ""
  return { triage, triageReason, handler, answerDueOn: set || usual }
}

function finalAnswerOf(sorting: Sorting): FinalAnswerEntry | null {
  if (sorting.triage === "decline") return { ...sorting.finalAnswer, resolved: false }
  return sorting.triage === "quick" ? (sorting.finalAnswer ?? null) : null
}

/** Inner step: one open issue is accepted, if it was not, sorted, and its proposer answered. False when it moved on. */
export async function sortAs(
  q: Writer,
  ctx: Ctx,
  issue: Issue,
  decision: Decision,
  firstAnswer: AnswerEntry,
): Promise<boolean> {
  if (issue.state === "reported" && !(await accept(q, ctx, issue))) return false
  const key = { communityId: issue.communityId, issueId: issue.id }
  const from = { state: "accepted", mergedIntoId: issue.mergedIntoId } as const
  if (!(await moveIssue(q, key, from, { ...decision, state: "sorted" }))) return false
  const { triage, triageReason: reason, handler, answerDueOn } = decision
  await audit(q, ctx, "issue.sorted", { kind: "issue", id: issue.id }, { triage, reason, handler, answerDueOn })
  await writeAnswer(q, ctx, issue.id, "first", { ...firstAnswer, resolved: false })
  return true
}

async function accept(q: Writer, ctx: Ctx, { communityId, id, mergedIntoId }: Issue): Promise<boolean> {
  const from = { state: "reported", mergedIntoId } as const
  if (!(await moveIssue(q, { communityId, issueId: id }, from, { state: "accepted" }))) return false
  await audit(q, ctx, "issue.accepted", { kind: "issue", id })
  return true
}

/** 办结答复: the only way to close. Refuses issue_merged, issue_moved_on. */
export async function answerIssue(
  ctx: Ctx,
  input: { issueId: string; answer: FinalAnswerEntry },
): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:answer")) return refuse("forbidden")
  return writeOrRefuse(ctx, `issue:${input.issueId}`, q => answerIssueIn(q, ctx, input))
}

/**
 * Inner step of `answerIssue`, for rooms that close a matter together with something of their own. Each proposer of what
 * was merged into it has a final answer of his own, and is closed by it.
 */
export async function answerIssueIn(
  q: Writer,
  ctx: Ctx,
  { issueId, answer }: { issueId: string; answer: FinalAnswerEntry },
): Promise<Result<null>> {
  const { id: communityId } = ctx.community
  const issue = await findIssue(q, { communityId, issueId })
  if (!issue) return refuse("not_found")
  const checked = checkFinalAnswer(issue)
  if (!checked.ok) return checked
  const merged = await listMergedInto(q, communityId, [issueId])
  for (const one of [issue, ...merged.filter(({ state }) => state === "sorted")]) {
    const from = { state: "sorted", mergedIntoId: one.mergedIntoId } as const
    if (!(await moveIssue(q, { communityId, issueId: one.id }, from, { state: "closed" })))
      return refuse("issue_moved_on")
    await writeAnswer(q, ctx, one.id, "final", answer)
  }
  return done(null)
}

/** Inner step: one answer as given to one proposer, and its line in the log. */
export async function writeAnswer(
  q: Writer,
  ctx: Ctx,
  issueId: string,
  kind: "first" | "final",
  answer: FinalAnswerEntry,
): Promise<void> {
  const { content, means, resolved } = answer
  await insertAnswer(q, {
    content,
    means,
    resolved,
    communityId: ctx.community.id,
    id: ctx.newId(),
    issueId,
    kind,
    answeredAt: ctx.now(),
    answeredBy: ctx.actor.name,
  })
  const action = kind === "first" ? "issue.answered" : "issue.closed"
  await audit(q, ctx, action, { kind: "issue", id: issueId }, { content, means })
}
