import type { Reader } from "#db/client"
import { type CivilDate, civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { maskPhone } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { daysLate, elapsedDays, nextAnswerDueOn } from "./answer-periods"
import { formatFollowCode } from "./follow-codes"
import { formatIssueNumber } from "./issue-number"
import { listMergedInto, withAllVoices } from "./merging-store"
import {
  checkAccept,
  checkEdit,
  checkFinalAnswer,
  checkRating,
  checkReopen,
  checkSort,
  checkSorted,
  checkSupport,
} from "./rules"
import { listSatisfactions } from "./satisfaction-store"
import { type Answer, findIssue, type Issue, listAnswers, listIssuesById, listSupports } from "./store"

/** One issue with everything known of it; telephones and the code to follow it by only for those who work on issues. */
export async function readIssue(ctx: Ctx, issueId: string) {
  const key = { communityId: ctx.community.id, issueId }
  const issue = await findIssue(ctx.db.read, key)
  if (!issue) return refuse("not_found")
  if (!may(ctx.actor, "issue:read")) return refuse("forbidden")
  const [supports, answers, satisfactions, grids, together, entries] = await Promise.all([
    listSupports(ctx.db.read, key),
    listAnswers(ctx.db.read, key),
    listSatisfactions(ctx.db.read, key),
    listGrids(ctx.db.read, ctx.community.id),
    readTogether(ctx, issue),
    listAuditEntries(ctx.db.read, ctx.community.id, [{ kind: "issue", ids: [issue.id] }]),
  ])
  const worksOnIssues = may(ctx.actor, "issue:report")
  const phone = (text: string) => (text === "" || worksOnIssues ? text : maskPhone(text))
  const maySort = may(ctx.actor, "issue:sort")
  const mayAnswer = may(ctx.actor, "issue:answer")
  const finalAnswer = answers.findLast(answer => answer.kind === "final") ?? null
  // The text that is searched holds the telephone as well: it stays here.
  const { searchText: _, communityId: __, createdAt: ___, followCode, mergedIntoId: ____, ...shown } = issue
  return done({
    ...shown,
    ...together,
    ...dueOf(issue, finalAnswer, civilDateOf(ctx.now())),
    reporterPhone: phone(issue.reporterPhone),
    number: formatIssueNumber(ctx, issue),
    /** As printed; null for whoever does not work on issues, and on issues from before there were codes. */
    followCode: worksOnIssues && followCode ? formatFollowCode(followCode) : null,
    gridName: grids.find(grid => grid.id === issue.gridId)?.name ?? "",
    grids: grids.map(({ id, name }) => ({ id, name })),
    supports: supports.map(support => ({
      id: support.id,
      name: support.name,
      phone: phone(support.phone),
      content: support.content,
      reportedOn: formatDate(support.reportedOn),
    })),
    answers: answers.map(({ id, kind, content, means, resolved, answeredAt, answeredBy }) => ({
      id,
      kind,
      content,
      means,
      resolved,
      answeredBy,
      answeredAt: formatDateTime(answeredAt),
      satisfaction: satisfactions.find(({ answerId }) => answerId === id) ?? null,
    })),
    /** It went into a topic, which a later room wrote into its story. */
    isInTopic: entries.some(entry => entry.action === "issue.madeTopic"),
    canEdit: worksOnIssues && checkEdit(issue, { accountId: ctx.actor.accountId, maySort }).ok,
    canAccept: maySort && checkAccept(issue).ok,
    canSort: maySort && checkSort(issue).ok,
    canReschedule: maySort && checkSorted(issue).ok,
    canAnswer: mayAnswer && checkFinalAnswer(issue).ok,
    canSupport: worksOnIssues && checkSupport(issue).ok,
    canRate: mayAnswer && checkRating(issue, finalAnswer, satisfactions).ok,
    canReopen: maySort && checkReopen(issue).ok,
    canMerge: may(ctx.actor, "issue:merge") && issue.state !== "closed" && issue.mergedIntoId === null,
    canUnmerge: may(ctx.actor, "issue:merge") && (issue.mergedIntoId !== null || together.merged.length > 0),
    canAssign: may(ctx.actor, "task:assign") && checkFinalAnswer(issue).ok && issue.triage !== "deliberate",
  })
}
export type IssueView = Extract<Awaited<ReturnType<typeof readIssue>>, { ok: true }>["value"]

/** 并案: what it was merged into and what was merged into it, and how many voices they have together. */
async function readTogether(ctx: Ctx, issue: Issue) {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const [merged, head, [counted]] = await Promise.all([
    listMergedInto(read, communityId, [issue.id]),
    issue.mergedIntoId ? findIssue(read, { communityId, issueId: issue.mergedIntoId }) : null,
    withAllVoices(read, communityId, [issue]),
  ])
  const named = (one: Issue) => ({ id: one.id, number: formatIssueNumber(ctx, one), title: one.title })
  return {
    supporterCount: counted!.supporterCount,
    mergedInto: head ? named(head) : null,
    merged: merged.map(one => ({ ...named(one), reporterName: one.reporterName, state: one.state })),
  }
}

/** 答复时限 of the next answer, how late it is, and how many days the matter has taken. */
function dueOf(issue: Issue, finalAnswer: Answer | null, today: CivilDate) {
  const dueOn = nextAnswerDueOn(issue, civilDateOf(issue.createdAt))
  const closedOn = issue.state === "closed" && finalAnswer ? civilDateOf(finalAnswer.answeredAt) : null
  return {
    answerDueOn: dueOn && formatDate(dueOn),
    /** The same as forms hold it. */
    answerDueDay: dueOn,
    daysLate: daysLate(dueOn, today),
    elapsedDays: elapsedDays(issue.reportedOn, closedOn ?? today),
  }
}

/** The grids an issue can lie in, for forms. */
export async function listGridChoices(ctx: Ctx): Promise<Result<{ id: string; name: string }[]>> {
  if (!may(ctx.actor, "issue:report")) return refuse("forbidden")
  return done((await listGrids(ctx.db.read, ctx.community.id)).map(({ id, name }) => ({ id, name })))
}

/** For later rooms: some issues of a community, in the order of their numbers. Asks no permission. */
export const listIssuesIn = (q: Reader, communityId: string, ids: readonly string[]): Promise<Issue[]> =>
  listIssuesById(q, communityId, ids)
