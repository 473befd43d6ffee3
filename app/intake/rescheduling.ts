import type { Writer } from "#db/client"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { changedMeanwhile, writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { listMergedInto } from "./merging-store"
import { checkReschedule } from "./rules"
import { findIssue, type Issue, updateIssue } from "./store"

export type Rescheduling = {
  issueId: string
  /** As the form was opened on. */
  version: number
  /** Who deals with it, in words; passed over for 协商, whose handler its resolution names. */
  handler: string
  /** 答复时限. */
  answerDueOn: CivilDate
  reason: string
}

/**
 * 改承办人或答复时限 of a sorted issue; whatever was merged into it follows. Refuses changed_meanwhile and those of
 * `checkReschedule`.
 */
export async function rescheduleIssue(ctx: Ctx, input: Rescheduling): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:sort")) return refuse("forbidden")
  return writeOrRefuse(ctx, `issue:${input.issueId}`, q => rescheduleIn(q, ctx, input))
}

async function rescheduleIn(q: Writer, ctx: Ctx, input: Rescheduling): Promise<Result<null>> {
  const communityId = ctx.community.id
  const issue = await findIssue(q, { communityId, issueId: input.issueId })
  if (!issue) return refuse("not_found")
  const handler = issue.triage === "deliberate" ? issue.handler : input.handler.trim()
  const entry = { handler, answerDueOn: input.answerDueOn, reason: input.reason.trim() }
  const checked = checkReschedule(issue, entry, civilDateOf(ctx.now()))
  if (!checked.ok) return checked
  if (issue.version !== input.version)
    return changedMeanwhile(q, ctx, { kind: "issue", id: issue.id }, issue.version, comparedOf(issue, entry))
  const merged = await listMergedInto(q, communityId, [issue.id])
  for (const one of [issue, ...merged.filter(({ state }) => state === "sorted")]) {
    const key = { communityId, issueId: one.id, version: one.version }
    if (!(await updateIssue(q, key, { handler, answerDueOn: entry.answerDueOn }))) return refuse("issue_moved_on")
    const before = { handlerBefore: one.handler, answerDueBefore: one.answerDueOn }
    await audit(q, ctx, "issue.rescheduled", { kind: "issue", id: one.id }, { ...entry, ...before })
  }
  return done(null)
}

function comparedOf(issue: Issue, entry: { handler: string; answerDueOn: CivilDate }) {
  const day = (date: CivilDate | null) => (date ? formatDate(date) : "")
  return [
    { label: "办理人或承办单位", now: issue.handler, typed: entry.handler },
    { label: "答复时限", now: day(issue.answerDueOn), typed: day(entry.answerDueOn) },
  ]
}
