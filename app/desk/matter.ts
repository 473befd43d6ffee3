import { proposalName } from "~/agenda/rules"
import { findTopic, listProposals } from "~/agenda/store"
import { listClaimsOfIssue } from "~/followup/claims/of-matters"
import type { IssueView } from "~/intake/issue-views"
import { listIssuesIn } from "~/intake/issue-views"
import { triageNames } from "~/intake/rules"
import { formatMoney } from "~/law/chinese-numbers"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import { readMatterFacts } from "./matter-facts"
import { readLife } from "./matter-life"
import { nextOfClaim, nextOfMatter } from "./matter-next"
import { stepsOfMatter } from "./matter-steps"
import { readPhotos, readSheets, readSubjects } from "./matter-subjects"

/**
 * 全过程: a matter's whole life, from the first word to the last answer. `issue` is one the actor may read and that stands
 * alone: what was merged is told with the issue it was merged into. Refusal: not_found.
 */
export async function readMatter(ctx: Ctx, words: Sentences, issue: IssueView) {
  const [row] = await listIssuesIn(ctx.db.read, ctx.community.id, [issue.id])
  const facts = row && (await readMatterFacts(ctx, [row], { withDays: true })).get(issue.id)
  if (!facts) return refuse("not_found")
  const today = civilDateOf(ctx.now())
  const claims = await listClaimsOfIssue(ctx, issue.id)
  const { subjects, motions } = await readSubjects(ctx, issue, facts, claims)
  const next = nextOfClaim(facts, claims) ?? nextOfMatter(facts)
  return done({
    steps: stepsOfMatter(facts, today),
    next: next && {
      ...next,
      due: next.dueOn ? formatDate(next.dueOn) : "",
      isLate: next.dueOn !== null && next.dueOn < today,
      mayAct: may(ctx.actor, next.needs),
    },
    life: await readLife(ctx, words, subjects, motions),
    sheets: await readSheets(ctx, subjects),
    facts: await readAside(ctx, issue, facts.topic?.id ?? null),
    topic: facts.topic && may(ctx.actor, "topic:read") ? { id: facts.topic.id } : null,
    claims,
    photos: await readPhotos(ctx, subjects),
  })
}
export type MatterView = Extract<Awaited<ReturnType<typeof readMatter>>, { ok: true }>["value"]

/** Key and value beside the story; empty ones are left out by the page. */
async function readAside(
  ctx: Ctx,
  issue: IssueView,
  topicId: string | null,
): Promise<{ label: string; value: string; note?: string }[]> {
  const topic = topicId ? await findTopic(ctx.db.read, ctx.community.id, topicId) : null
  const wordings = topic ? await listProposals(ctx.db.read, ctx.community.id, [topic.id]) : []
  const inForce = wordings.find(wording => wording.ordinal === topic?.proposalOrdinal) ?? null
  return [
    { label: "处置", value: issue.triage ? triageNames[issue.triage] : "", note: issue.triageReason },
    { label: "地点", value: issue.place },
    { label: "网格", value: issue.gridName },
    { label: "承办", value: inForce?.handler || issue.handler },
    {
      label: "方案",
      value: inForce ? proposalName(inForce.ordinal) : "",
      note: inForce ? `第${inForce.version}稿` : "",
    },
    { label: "费用", value: inForce?.budgetFen != null ? formatMoney(inForce.budgetFen) : "", note: inForce?.funding },
    { label: "答复时限", value: issue.state === "closed" ? "" : (issue.answerDueOn ?? "") },
    { label: "用时", value: issue.elapsedDays === 0 ? "当天" : `${issue.elapsedDays}天` },
    { label: "重新打开", value: issue.reopenedCount > 0 ? `${issue.reopenedCount}次` : "" },
  ]
}
