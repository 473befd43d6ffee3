import { subMinutes } from "date-fns"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { type Ctx, stranger } from "~/web/context"
import { elapsedDays, nextAnswerDueOn } from "./answer-periods"
import { readFollowCode } from "./follow-codes"
import { formatIssueNumber } from "./issue-number"
import { type ReportReceipt, reportIssueIn } from "./issues"
import { withAllVoices } from "./merging-store"
import { checkRating } from "./rules"
import { findFinalAnswer, listSatisfactions } from "./satisfaction-store"
import { findIssue, findIssueByFollowCode, findSameBoardReport, listAnswers } from "./store"

/** What a resident fills in himself; the page has seen to lengths and to the form of the telephone. */
export type ResidentEntry = {
  /** "" takes the first clause of the content. */
  title?: string
  content: string
  place: string
  reporterName: string
  reporterPhone: string
}

/** Whoever writes from outside is 居民 in the log, signed in or not: his name stands on the issue alone. */
export const asResident = (ctx: Ctx): Ctx => ({ ...ctx, actor: { ...stranger, name: "居民" } })

/** So long the same words of the same person are the same report: a second click, or a page sent once more. */
const sameReportMinutes = 10

/**
 * A resident without an account reports what troubles him. For strangers: asks no permission; the page limits how often.
 * The same words again within ten minutes give the same receipt. Refuses resident_report_empty.
 */
export async function reportByResident(ctx: Ctx, entry: ResidentEntry): Promise<Result<ReportReceipt>> {
  if (entry.content.trim() === "") return refuse("resident_report_empty", { field: "content" })
  const resident = asResident(ctx)
  const { title = "", ...given } = entry
  return ctx.db.tx("issue:new", async q => {
    const same = await findSameBoardReport(q, ctx.community.id, given, subMinutes(ctx.now(), sameReportMinutes))
    if (same?.followCode)
      return done({ issueId: same.id, number: formatIssueNumber(ctx, same), followCode: same.followCode })
    return done(
      await reportIssueIn(q, resident, {
        ...given,
        title,
        gridId: null,
        reportedOn: civilDateOf(ctx.now()),
        channel: "board",
        collectorName: "",
        note: "",
      }),
    )
  })
}

/**
 * What the holder of a code sees of his issue: his own words, the answers to him, how long it has taken, and how many share
 * the trouble. Nothing of anyone else. For strangers: asks no permission. Refuses follow_code_unknown.
 */
export async function readFollowedIssue(ctx: Ctx, code: string) {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const followCode = readFollowCode(code)
  const issue = followCode ? await findIssueByFollowCode(read, communityId, followCode) : null
  if (!issue || !followCode) return refuse("follow_code_unknown", { status: 404 })
  const key = { communityId, issueId: issue.id }
  const [answers, satisfactions, final, head] = await Promise.all([
    listAnswers(read, key),
    listSatisfactions(read, key),
    findFinalAnswer(read, key),
    issue.mergedIntoId ? findIssue(read, { communityId, issueId: issue.mergedIntoId }) : issue,
  ])
  const [counted] = await withAllVoices(read, communityId, [head ?? issue])
  const today = civilDateOf(ctx.now())
  const isClosed = issue.state === "closed"
  const dueOn = nextAnswerDueOn(issue, civilDateOf(issue.createdAt))
  const said = satisfactions.at(-1)
  return done({
    issueId: issue.id,
    /** The issue it is dealt with by: itself, or the one it was merged into. For later rooms, never for a page. */
    headId: issue.mergedIntoId ?? issue.id,
    number: formatIssueNumber(ctx, issue),
    followCode,
    title: issue.title,
    place: issue.place,
    content: issue.content,
    reportedOn: formatDate(issue.reportedOn),
    /** The same day, to be put in order with others. */
    reportedDay: issue.reportedOn,
    state: issue.state,
    triage: issue.triage,
    /** It is dealt with together with another one. */
    mergedInto: issue.mergedIntoId !== null,
    supporterCount: counted!.supporterCount,
    answers: answers.map(({ kind, content, means, answeredAt, resolved }) => ({
      kind,
      content,
      means,
      answeredAt: formatDateTime(answeredAt),
      answeredOn: civilDateOf(answeredAt),
      resolved,
    })),
    /** The next answer owed; null when there is none. */
    answerDueOn: dueOn && formatDate(dueOn),
    isLate: dueOn !== null && dueOn < today,
    satisfaction: said
      ? { level: said.level, comment: said.comment, recordedAt: formatDateTime(said.recordedAt) }
      : null,
    canRate: checkRating(issue, final, satisfactions).ok,
    elapsedDays: elapsedDays(issue.reportedOn, isClosed && final ? civilDateOf(final.answeredAt) : today),
    isClosed,
  })
}
export type FollowedIssue = Extract<Awaited<ReturnType<typeof readFollowedIssue>>, { ok: true }>["value"]
