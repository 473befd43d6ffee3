import type { Writer } from "#db/client"
import type { SatisfactionLevel } from "#db/schema/intake"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { readFollowCode } from "./follow-codes"
import { reopenIssueIn } from "./reopening"
import { asResident } from "./resident-reports"
import { checkRating } from "./rules"
import { findFinalAnswer, insertSatisfaction, listSatisfactions, type Satisfaction } from "./satisfaction-store"
import { findIssue, findIssueByFollowCode, type IssueKey } from "./store"

type Rating = { level: SatisfactionLevel; comment: string }

/** What the proposer said of the final answer, written down by staff. Refuses not_answered_yet, already_rated. */
export async function rateIssue(
  ctx: Ctx,
  { issueId, means = "staff", ...rating }: Rating & { issueId: string; means?: Satisfaction["means"] },
): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:answer")) return refuse("forbidden")
  return rate(ctx, issueId, rating, means)
}

/**
 * What the proposer says by the code of the slip; for strangers, whoever holds the code may. Once for each final answer.
 * Refuses follow_code_unknown, not_answered_yet, already_rated.
 */
export async function rateByFollowCode(
  ctx: Ctx,
  { followCode, ...rating }: Rating & { followCode: string },
): Promise<Result<null>> {
  const code = readFollowCode(followCode)
  const issue = code ? await findIssueByFollowCode(ctx.db.read, ctx.community.id, code) : null
  if (!issue) return refuse("follow_code_unknown")
  return rate(asResident(ctx), issue.id, rating, "followPage")
}

const rate = (ctx: Ctx, issueId: string, rating: Rating, means: Satisfaction["means"]): Promise<Result<null>> =>
  writeOrRefuse(
    ctx,
    `issue:${issueId}`,
    q => rateIn(q, ctx, { communityId: ctx.community.id, issueId }, rating, means),
    refuse("already_rated"),
  )

async function rateIn(
  q: Writer,
  ctx: Ctx,
  key: IssueKey,
  { level, comment }: Rating,
  means: Satisfaction["means"],
): Promise<Result<null>> {
  const issue = await findIssue(q, key)
  if (!issue) return refuse("not_found")
  const answer = await findFinalAnswer(q, key)
  const checked = checkRating(issue, answer, await listSatisfactions(q, key))
  if (!checked.ok) return checked
  await insertSatisfaction(q, {
    ...key,
    id: ctx.newId(),
    answerId: checked.value.answerId,
    level,
    comment,
    means,
    recordedAt: ctx.now(),
    recordedBy: ctx.actor.name,
  })
  await audit(q, ctx, "issue.rated", { kind: "issue", id: key.issueId }, { level, comment, means })
  if (level !== "unresolved") return done(null)
  const reason = comment.trim() ? `提出人说没有解决：${comment.trim()}` : "提出人说没有解决"
  return reopenIssueIn(q, ctx, { issueId: key.issueId, reason })
}
