import type { ClaimState } from "#db/schema/followup-claims"
import type { LedgerColumn } from "#templates/ledger"
import { listClaims, listWishesById } from "~/followup/claims/store"
import { daysLate, nextAnswerDueOn } from "~/intake/answer-periods"
import { channelNames } from "~/intake/channels"
import { issueStateNames, triageNames } from "~/intake/rules"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { listGrids } from "~/people/register-store"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import type { LedgerPeriod } from "./kinds"
import { withoutNumbers } from "./plain-words"
import { countMerged, type LedgerAnswer, type LedgerIssue, listAnswersOfPeriod, listIssuesOfPeriod } from "./store"

/** What makes a ledger out of its rows. */
export type LedgerTable = {
  columns: LedgerColumn[]
  rows: (string | number | null)[][]
  totals: string[]
}

const issueColumns: LedgerColumn[] = [
  { name: "编号", width: 6.8, kind: "text" },
  { name: "渠道", width: 4.5, kind: "text" },
  { name: "提出时间", width: 4.4, kind: "date" },
  { name: "提出人", width: 4, kind: "text" },
  { name: "网格", width: 4.4, kind: "text" },
  { name: "类别", width: 3, kind: "text" },
  { name: "内容", width: 14.5, kind: "text" },
  { name: "合并数", width: 2.6, kind: "count" },
  { name: "状态", width: 4.5, kind: "text" },
  { name: "时限", width: 4.4, kind: "date" },
  { name: "答复", width: 12.5, kind: "text" },
]

/** 问题清单: whatever was reported in the period, with what was answered. */
export async function readIssueLedger(ctx: Ctx, period: LedgerPeriod, today: CivilDate): Promise<LedgerTable> {
  const known = await readKnown(ctx, period)
  const merged = await countMerged(ctx.db.read, ctx.community.id)
  const rows = known.issues.map(issue => [
    numberOf(ctx, issue),
    channelNames[issue.channel],
    issue.reportedOn,
    issue.reporterName,
    known.gridOf(issue),
    issue.triage ? triageNames[issue.triage] : "",
    contentOf(ctx, issue),
    merged.get(issue.id) ?? null,
    known.mergedWords(issue) ?? withLateness(issueStateNames[issue.state], issue, today),
    dueOf(issue),
    known.answerOf(issue),
  ])
  const alone = known.issues.filter(issue => issue.mergedIntoId === null)
  const states = (["reported", "accepted", "sorted", "closed"] as const).map(
    state => `${issueStateNames[state]}${alone.filter(issue => issue.state === state).length}件`,
  )
  const late = alone.filter(issue => lateBy(issue, today) > 0).length
  return {
    columns: issueColumns,
    rows,
    totals: [
      `共${known.issues.length}件，其中并入其他问题${known.issues.length - alone.length}件。`,
      `其余的：${states.join("，")}。`,
      `逾期${late}件。`,
    ],
  }
}

const needColumns: LedgerColumn[] = [
  { name: "编号", width: 6.8, kind: "text" },
  { name: "提出时间", width: 4.4, kind: "date" },
  { name: "提出人", width: 4, kind: "text" },
  { name: "网格", width: 4.4, kind: "text" },
  { name: "需求", width: 16, kind: "text" },
  { name: "认领单位", width: 8.5, kind: "text" },
  { name: "状态", width: 5, kind: "text" },
  { name: "时限", width: 4.4, kind: "date" },
  { name: "答复", width: 13, kind: "text" },
]

/** 需求清单: the wishes of the period, who took them up, and what was answered. */
export async function readNeedLedger(ctx: Ctx, period: LedgerPeriod, today: CivilDate): Promise<LedgerTable> {
  const known = await readKnown(ctx, period, "wish")
  const claims = new Map(
    (await listClaims(ctx.db.read, ctx.community.id))
      .filter(claim => claim.state !== "ended")
      .map(claim => [claim.issueId, claim]),
  )
  const stateOf = (issue: LedgerIssue) =>
    issue.state === "closed" ? "已办结" : claimWords(claims.get(issue.id)?.state)
  const rows = known.issues.map(issue => [
    numberOf(ctx, issue),
    issue.reportedOn,
    issue.reporterName,
    known.gridOf(issue),
    contentOf(ctx, issue),
    claims.get(issue.id)?.claimant ?? "",
    known.mergedWords(issue) ?? withLateness(stateOf(issue), issue, today),
    dueOf(issue),
    known.answerOf(issue),
  ])
  const alone = known.issues.filter(issue => issue.mergedIntoId === null)
  const states = alone.map(stateOf)
  const counted = ["待认领", "已认领", "已实现，待答复", "已办结"].map(
    state => `${state}${states.filter(one => one === state).length}件`,
  )
  return { columns: needColumns, rows, totals: [`共${alone.length}件：${counted.join("；")}。`] }
}

const claimWords = (state: ClaimState | undefined): string =>
  state === undefined || state === "ended" ? "待认领" : state === "done" ? "已实现，待答复" : "已认领"

/** The issues of a period, and what their rows need besides. */
async function readKnown(ctx: Ctx, period: LedgerPeriod, triage?: "wish") {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const issues = await listIssuesOfPeriod(q, communityId, period, triage)
  const answers = answersByIssue(await listAnswersOfPeriod(q, communityId, period, triage))
  const grids = new Map((await listGrids(q, communityId)).map(grid => [grid.id, grid.name]))
  const headIds = issues.flatMap(issue => issue.mergedIntoId ?? [])
  const heads = new Map((await listWishesById(q, communityId, headIds)).map(head => [head.id, head]))
  return {
    issues,
    gridOf: (issue: LedgerIssue) => (issue.gridId ? (grids.get(issue.gridId) ?? "") : ""),
    answerOf: (issue: LedgerIssue) => withoutNumbers(answerWords(answers.get(issue.id)), ctx.community),
    mergedWords: (issue: LedgerIssue) => {
      const head = issue.mergedIntoId ? heads.get(issue.mergedIntoId) : undefined
      return head ? `已并入${numberOf(ctx, head)}` : null
    },
  }
}

/** The last of each kind: what was answered before an issue was reopened holds no more. */
function answersByIssue(answers: readonly LedgerAnswer[]) {
  const last = new Map<string, LedgerAnswer>()
  for (const answer of answers) last.set(answer.issueId, answer)
  return last
}

const answerWords = (answer: LedgerAnswer | undefined): string =>
  answer
    ? `${formatDate(civilDateOf(answer.answeredAt))}${answer.kind === "final" ? "办结" : "受理"}答复：${answer.content}`
    : ""

export const numberOf = (ctx: Ctx, issue: { year: number; sequence: number }): string =>
  formatNumber(ctx.community.shortName, "issue", issue.year, issue.sequence)

/** Title, what was said, and where, each once. */
export function contentOf(ctx: Ctx, { title, content, place }: LedgerIssue): string {
  const said = content.includes(title.replace(/……$|…$/, "")) ? content : `${title}：${content}`
  const there = place === "" || said.includes(place) ? said : `${said}（${place}）`
  return withoutNumbers(there, ctx.community)
}

/** The day the next answer is owed; of closed ones the day that was set. */
export const dueOf = (issue: LedgerIssue): CivilDate | null =>
  issue.state === "closed" ? issue.answerDueOn : nextAnswerDueOn(issue, civilDateOf(issue.createdAt))

export const lateBy = (issue: LedgerIssue, today: CivilDate): number =>
  issue.state === "closed" || issue.mergedIntoId !== null ? 0 : daysLate(dueOf(issue), today)

const withLateness = (words: string, issue: LedgerIssue, today: CivilDate): string => {
  const late = lateBy(issue, today)
  return late > 0 ? `${words}，逾期${late}天` : words
}
