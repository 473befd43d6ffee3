import type { Channel, IssueState, Triage } from "#db/schema/intake"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { type Grid, listGrids } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { daysLate, nextAnswerDueOn } from "./answer-periods"
import { listUnanswered } from "./answering"
import { channelNames } from "./channels"
import { formatIssueNumber } from "./issue-number"
import { withAllVoices } from "./merging-store"
import { searchWordsOf } from "./rules"
import { countIssuesByState, type Issue, type IssueFilter, listIssueRows } from "./store"

/** unanswered is open too, but in the order in which answers are owed, without what was merged into another issue. */
export const issueTabs = ["open", "unanswered", "reported", "accepted", "sorted", "closed", "all"] as const
export type IssueTab = (typeof issueTabs)[number]

export type LedgerFilter = {
  search?: string
  gridId?: string
  channel?: Channel
  triage?: Triage
  tab?: IssueTab
  page?: number
}

const issuesPerPage = 25

export type LedgerRow = {
  id: string
  number: string
  sequence: number
  title: string
  place: string
  reportedOn: string
  supporterCount: number
  gridName: string
  channel: string
  state: IssueState
  triage: Triage | null
  handler: string
  /** The day the next answer is owed; empty when none is. */
  answerDueOn: string
  daysLate: number
  isMerged: boolean
}

/** The ledger: a page of issues, and how many there are in each tab under the same filter. */
export async function listIssues(ctx: Ctx, { search = "", tab = "open", page = 1, ...filter }: LedgerFilter) {
  if (!may(ctx.actor, "issue:read")) return refuse("forbidden")
  const narrowed = { ...filter, words: searchWordsOf(search) }
  const counts = await countTabs(ctx, narrowed)
  const pages = Math.max(1, Math.ceil(counts[tab] / issuesPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const offset = (at - 1) * issuesPerPage
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  const rows = await listRows(ctx, narrowed, tab, offset)
  return done({
    counts,
    page: at,
    pages,
    from: rows.length === 0 ? 0 : offset + 1,
    to: offset + rows.length,
    grids: grids.map(({ id, name }) => ({ id, name })),
    rows: rows.map(issue => rowOf(ctx, issue, grids)),
  })
}

async function countTabs(ctx: Ctx, filter: IssueFilter): Promise<Record<IssueTab, number>> {
  const { read } = ctx.db
  const sumOf = (rows: { state: IssueState; count: number }[], states: readonly IssueState[]) =>
    rows.filter(row => states.includes(row.state)).reduce((sum, row) => sum + row.count, 0)
  const all = await countIssuesByState(read, ctx.community.id, filter)
  const alone = await countIssuesByState(read, ctx.community.id, { ...filter, merged: false })
  const open = ["reported", "accepted", "sorted"] as const
  return {
    open: sumOf(all, open),
    unanswered: sumOf(alone, open),
    reported: sumOf(all, ["reported"]),
    accepted: sumOf(all, ["accepted"]),
    sorted: sumOf(all, ["sorted"]),
    closed: sumOf(all, ["closed"]),
    all: sumOf(all, [...open, "closed"]),
  }
}

type ListedIssue = Omit<LedgerRow, "number" | "gridName" | "channel" | "isMerged" | "answerDueOn" | "daysLate"> &
  Pick<Issue, "year" | "channel" | "gridId" | "mergedIntoId" | "answerDueOn" | "createdAt">

async function listRows(ctx: Ctx, filter: IssueFilter, tab: IssueTab, offset: number): Promise<ListedIssue[]> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  if (tab === "unanswered")
    return (await listUnanswered(read, communityId, civilDateOf(ctx.now()), filter)).slice(
      offset,
      offset + issuesPerPage,
    )
  const state = tab === "all" ? undefined : tab
  const rows = await listIssueRows(read, communityId, { ...filter, state }, { limit: issuesPerPage, offset })
  return withAllVoices(read, communityId, rows)
}

function rowOf(ctx: Ctx, issue: ListedIssue, grids: readonly Grid[]): LedgerRow {
  const dueOn = nextAnswerDueOn(issue, civilDateOf(issue.createdAt))
  return {
    id: issue.id,
    number: formatIssueNumber(ctx, issue),
    sequence: issue.sequence,
    title: issue.title,
    place: issue.place,
    reportedOn: formatDate(issue.reportedOn),
    supporterCount: issue.supporterCount,
    gridName: grids.find(grid => grid.id === issue.gridId)?.name ?? "",
    channel: channelNames[issue.channel],
    state: issue.state,
    triage: issue.triage,
    handler: issue.handler,
    answerDueOn: dueOn ? formatDate(dueOn) : "",
    daysLate: daysLate(dueOn, civilDateOf(ctx.now())),
    isMerged: issue.mergedIntoId !== null,
  }
}
