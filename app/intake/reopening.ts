import type { Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { firstAnswerDueOn } from "./answer-periods"
import { formatIssueNumber } from "./issue-number"
import { checkReopen } from "./rules"
import { findIssue, moveIssue } from "./store"

/** Closed, and yet not over: it waits to be sorted again. Refuses issue_moved_on, reopen_reason_missing. */
export async function reopenIssue(ctx: Ctx, input: { issueId: string; reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  return ctx.db.tx(`issue:${input.issueId}`, q => reopenIssueIn(q, ctx, input))
}

/**
 * Inner step of `reopenIssue`. A first answer is owed again, counted from today; its answers so far stay. A merged one
 * stands alone from here on: its proposer's trouble is not over, while that of the others may be.
 */
export async function reopenIssueIn(
  q: Writer,
  ctx: Ctx,
  { issueId, reason }: { issueId: string; reason: string },
): Promise<Result<null>> {
  if (reason.trim() === "") return refuse("reopen_reason_missing", { field: "reason" })
  const key = { communityId: ctx.community.id, issueId }
  const issue = await findIssue(q, key)
  if (!issue) return refuse("not_found")
  const checked = checkReopen(issue)
  if (!checked.ok) return checked
  const { mergedIntoId } = issue
  const moved = await moveIssue(
    q,
    key,
    { state: "closed", mergedIntoId },
    {
      state: "accepted",
      triage: null,
      triageReason: "",
      mergedIntoId: null,
      answerDueOn: firstAnswerDueOn(civilDateOf(ctx.now())),
      reopenedCount: issue.reopenedCount + 1,
    },
  )
  if (!moved) return refuse("issue_moved_on")
  await audit(q, ctx, "issue.reopened", { kind: "issue", id: issueId }, { reason })
  if (mergedIntoId) {
    const left = { number: formatIssueNumber(ctx, issue), title: issue.title, issueId, reason }
    await audit(q, ctx, "issue.parted", { kind: "issue", id: mergedIntoId }, left)
  }
  return done(null)
}
