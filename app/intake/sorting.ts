import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkFinalAnswer, checkMove, checkSort } from "./rules"
import { findIssue, insertAnswer, moveIssue } from "./store"

/** As told to the proposer, and how: by phone, in person, in the group. */
export type AnswerEntry = { content: string; means: string }

/** Sorting into 即办 answers twice and closes; into 协商 answers once and goes on to a topic. */
export type Sorting =
  | { triage: "quick"; reason: string; firstAnswer: AnswerEntry; finalAnswer: AnswerEntry & { resolved: boolean } }
  | { triage: "deliberate"; reason: string; firstAnswer: AnswerEntry }

/** 受理. Refuses issue_moved_on. */
export async function acceptIssue(ctx: Ctx, issueId: string): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  return ctx.db.tx(`issue:${issueId}`, async q => {
    const key = { communityId: ctx.community.id, issueId }
    const issue = await findIssue(q, key)
    if (!issue) return refuse("not_found")
    const checked = checkMove(issue, "accepted")
    if (!checked.ok) return checked
    if (!(await moveIssue(q, key, "reported", { state: "accepted" }))) return refuse("issue_moved_on")
    await audit(q, ctx, "issue.accepted", { kind: "issue", id: issueId })
    return done(null)
  })
}

/** 分类处置, with its first answer; a report not yet accepted is accepted in the same stroke. Refuses issue_moved_on. */
export async function sortIssue(ctx: Ctx, input: { issueId: string; sorting: Sorting }): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  const { issueId, sorting } = input
  return ctx.db.tx(`issue:${issueId}`, async q => {
    const key = { communityId: ctx.community.id, issueId }
    const subject = { kind: "issue", id: issueId } as const
    const issue = await findIssue(q, key)
    if (!issue) return refuse("not_found")
    const checked = checkSort(issue)
    if (!checked.ok) return checked
    if (checked.value.acceptFirst) {
      if (!(await moveIssue(q, key, "reported", { state: "accepted" }))) return refuse("issue_moved_on")
      await audit(q, ctx, "issue.accepted", subject)
    }
    const { triage, reason } = sorting
    if (!(await moveIssue(q, key, "accepted", { state: "sorted", triage, triageReason: reason })))
      return refuse("issue_moved_on")
    await audit(q, ctx, "issue.sorted", subject, { triage, reason })
    await writeAnswer(q, ctx, issueId, "first", { ...sorting.firstAnswer, resolved: false })
    return sorting.triage === "quick" ? answerIssueIn(q, ctx, { issueId, answer: sorting.finalAnswer }) : done(null)
  })
}

/** 办结答复: the only way to close. Refuses issue_moved_on. */
export async function answerIssue(
  ctx: Ctx,
  input: { issueId: string; answer: AnswerEntry & { resolved: boolean } },
): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:answer")) return refuse("forbidden")
  return ctx.db.tx(`issue:${input.issueId}`, q => answerIssueIn(q, ctx, input))
}

/** Inner step of `answerIssue`, for rooms that close a matter together with something of their own. */
export async function answerIssueIn(
  q: Writer,
  ctx: Ctx,
  { issueId, answer }: { issueId: string; answer: AnswerEntry & { resolved: boolean } },
): Promise<Result<null>> {
  const key = { communityId: ctx.community.id, issueId }
  const issue = await findIssue(q, key)
  if (!issue) return refuse("not_found")
  const checked = checkFinalAnswer(issue)
  if (!checked.ok) return checked
  if (!(await moveIssue(q, key, "sorted", { state: "closed" }))) return refuse("issue_moved_on")
  await writeAnswer(q, ctx, issueId, "final", answer)
  return done(null)
}

async function writeAnswer(
  q: Writer,
  ctx: Ctx,
  issueId: string,
  kind: "first" | "final",
  answer: AnswerEntry & { resolved: boolean },
): Promise<void> {
  await insertAnswer(q, {
    ...answer,
    communityId: ctx.community.id,
    id: ctx.newId(),
    issueId,
    kind,
    answeredAt: ctx.now(),
    answeredBy: ctx.actor.name,
  })
  const action = kind === "first" ? "issue.answered" : "issue.closed"
  await audit(q, ctx, action, { kind: "issue", id: issueId }, { content: answer.content, means: answer.means })
}
