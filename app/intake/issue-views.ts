import type { Reader } from "#db/client"
import type { Channel, IssueState, Triage } from "#db/schema/intake"
import { formatDate, formatDateTime } from "~/law/civil-date"
import { maskPhone } from "~/law/names"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { channelNames } from "./channels"
import { formatIssueNumber } from "./issue-number"
import { checkAccept, checkEdit, checkFinalAnswer, checkSort, checkSupport, searchWordsOf } from "./rules"
import {
  countIssuesByState,
  findIssue,
  type Issue,
  listAnswers,
  listIssueRows,
  listIssuesById,
  listSupports,
} from "./store"

export const issueTabs = ["open", "reported", "accepted", "sorted", "closed", "all"] as const
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
}

/** The ledger: a page of issues, and how many there are in each tab under the same filter. */
export async function listIssues(ctx: Ctx, { search = "", tab = "open", page = 1, ...filter }: LedgerFilter) {
  if (!may(ctx.actor, "issue:read")) return refuse("forbidden")
  const { read } = ctx.db
  const narrowed = { ...filter, words: searchWordsOf(search) }
  const byState = new Map(
    (await countIssuesByState(read, ctx.community.id, narrowed)).map(row => [row.state, row.count]),
  )
  const of = (...states: IssueState[]) => states.reduce((total, state) => total + (byState.get(state) ?? 0), 0)
  const counts: Record<IssueTab, number> = {
    open: of("reported", "accepted", "sorted"),
    reported: of("reported"),
    accepted: of("accepted"),
    sorted: of("sorted"),
    closed: of("closed"),
    all: of("reported", "accepted", "sorted", "closed"),
  }
  const pages = Math.max(1, Math.ceil(counts[tab] / issuesPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const offset = (at - 1) * issuesPerPage
  const grids = await listGrids(read, ctx.community.id)
  const state = tab === "all" ? undefined : tab
  const rows = await listIssueRows(read, ctx.community.id, { ...narrowed, state }, { limit: issuesPerPage, offset })
  return done({
    counts,
    page: at,
    pages,
    from: rows.length === 0 ? 0 : offset + 1,
    to: offset + rows.length,
    grids: grids.map(({ id, name }) => ({ id, name })),
    rows: rows.map(
      (issue): LedgerRow => ({
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
      }),
    ),
  })
}

/** One issue with everything known of it; telephones only for those who work on issues. */
export async function readIssue(ctx: Ctx, issueId: string) {
  const key = { communityId: ctx.community.id, issueId }
  const issue = await findIssue(ctx.db.read, key)
  if (!issue) return refuse("not_found")
  if (!may(ctx.actor, "issue:read")) return refuse("forbidden")
  const [supports, answers, grids] = await Promise.all([
    listSupports(ctx.db.read, key),
    listAnswers(ctx.db.read, key),
    listGrids(ctx.db.read, ctx.community.id),
  ])
  const phone = (text: string) => (text === "" || may(ctx.actor, "issue:report") ? text : maskPhone(text))
  const maySort = may(ctx.actor, "issue:sort")
  // The text that is searched holds the telephone as well: it stays here.
  const { searchText: _, communityId: __, ...shown } = issue
  return done({
    ...shown,
    reporterPhone: phone(issue.reporterPhone),
    number: formatIssueNumber(ctx, issue),
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
    })),
    canEdit: may(ctx.actor, "issue:report") && checkEdit(issue, { accountId: ctx.actor.accountId, maySort }).ok,
    canAccept: maySort && checkAccept(issue).ok,
    canSort: maySort && checkSort(issue).ok,
    canAnswer: may(ctx.actor, "issue:answer") && checkFinalAnswer(issue).ok,
    canSupport: may(ctx.actor, "issue:report") && checkSupport(issue).ok,
  })
}
export type IssueView = Extract<Awaited<ReturnType<typeof readIssue>>, { ok: true }>["value"]

/** The grids an issue can lie in, for forms. */
export async function listGridChoices(ctx: Ctx): Promise<Result<{ id: string; name: string }[]>> {
  if (!may(ctx.actor, "issue:report")) return refuse("forbidden")
  return done((await listGrids(ctx.db.read, ctx.community.id)).map(({ id, name }) => ({ id, name })))
}

/** For later rooms: some issues of a community, in the order of their numbers. Asks no permission. */
export const listIssuesIn = (q: Reader, communityId: string, ids: readonly string[]): Promise<Issue[]> =>
  listIssuesById(q, communityId, ids)
