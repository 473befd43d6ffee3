import type { Writer } from "#db/client"
import type { Channel } from "#db/schema/intake"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import { audit } from "~/registry/audit"
import { takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { channelNames } from "./channels"
import { takeFollowCodes } from "./follow-codes"
import { formatIssueNumber } from "./issue-number"
import { type Grid, titleFrom } from "./issue-sheet"
import { listLikeIssues } from "./like-issues"
import { checkEdit, checkSupport, searchTextOf } from "./rules"
import { findIssue, type Issue, insertIssues, insertSupports, type NewIssue, updateIssue } from "./store"

/** What is entered by hand. Telephones are already in the form `phoneOf` gives. */
export type IssueEntry = {
  /** "" takes the first clause of the content. */
  title: string
  content: string
  place: string
  gridId: string | null
  reporterName: string
  reporterPhone: string
  reportedOn: CivilDate
  channel: Channel
  collectorName: string
  note: string
}

export type SupportEntry = { name: string; phone: string; content: string; reportedOn: CivilDate }

const today = (ctx: Ctx): CivilDate => civilDateOf(ctx.now())

/** The columns an entry fills; the search text with them, in which the issue's number is found too. */
export function columnsOf(ctx: Pick<Ctx, "community">, entry: IssueEntry, number: { year: number; sequence: number }) {
  const title = entry.title || titleFrom(entry.content)
  const { content, place, reporterName, reporterPhone } = entry
  const searchText = searchTextOf([formatIssueNumber(ctx, number), title, content, place, reporterName, reporterPhone])
  return { ...entry, title, searchText }
}

/** What every new issue begins with. */
export const newIssueOf = (
  ctx: Ctx,
  entry: IssueEntry,
  number: { year: number; sequence: number },
  followCode: string,
): NewIssue => ({
  ...columnsOf(ctx, entry, number),
  ...number,
  followCode,
  communityId: ctx.community.id,
  id: ctx.newId(),
  sourceNumber: "",
  extra: {},
  state: "reported",
  triage: null,
  triageReason: "",
  supporterCount: 1,
  createdAt: ctx.now(),
  createdBy: ctx.actor.accountId ?? "",
  version: 1,
})

/** What the proposer is given to take home: 振社问〔2026〕12号, and the code to follow it by. */
export type ReportReceipt = { issueId: string; number: string; followCode: string }

/**
 * Enters an issue by hand. Refuses issue_like_existing (detail.likes) unless `anyway`: the person looks at them first;
 * reported_in_future, grid_unknown.
 */
export async function reportIssue(ctx: Ctx, entry: IssueEntry, anyway = false): Promise<Result<ReportReceipt>> {
  if (!may(ctx.actor, "issue:report")) return refuse("forbidden")
  const checked = checkEntry(ctx, entry, await listGrids(ctx.db.read, ctx.community.id))
  if (!checked.ok) return checked
  if (!anyway) {
    const likes = await listLikeIssues(ctx, entry)
    if (likes.length > 0) return refuse("issue_like_existing", { likes, status: 409 })
  }
  return ctx.db.tx("issue:new", async q => done(await reportIssueIn(q, ctx, entry)))
}

/** Inner step of `reportIssue`, for whoever may report without being a member. Asks no permission and checks nothing. */
export async function reportIssueIn(q: Writer, ctx: Ctx, entry: IssueEntry): Promise<ReportReceipt> {
  const year = Number(today(ctx).slice(0, 4))
  const sequence = await takeNumber(q, ctx.community.id, "issue", year)
  const [followCode] = await takeFollowCodes(q, ctx.community.id, 1)
  const issue = newIssueOf(ctx, entry, { year, sequence }, followCode!)
  await insertIssues(q, [issue])
  await audit(q, ctx, "issue.reported", { kind: "issue", id: issue.id }, { channel: entry.channel })
  return { issueId: issue.id, number: formatIssueNumber(ctx, { year, sequence }), followCode: followCode! }
}

function checkEntry(ctx: Ctx, entry: IssueEntry, grids: readonly Grid[]): Result<null> {
  if (entry.reportedOn > today(ctx)) return refuse("reported_in_future", { field: "reportedOn" })
  const isKnown = entry.gridId === null || grids.some(grid => grid.id === entry.gridId)
  return isKnown ? done(null) : refuse("grid_unknown", { field: "gridId" })
}

/** Mends what was entered. Refuses changed_meanwhile, issue_closed, issue_not_own, reported_in_future, grid_unknown. */
export async function editIssue(
  ctx: Ctx,
  input: { issueId: string; version: number; entry: IssueEntry },
): Promise<Result<null>> {
  if (!may(ctx.actor, "issue:report")) return refuse("forbidden")
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  const checked = checkEntry(ctx, input.entry, grids)
  if (!checked.ok) return checked
  return ctx.db.tx(`issue:${input.issueId}`, async q => {
    const key = { communityId: ctx.community.id, issueId: input.issueId }
    const issue = await findIssue(q, key)
    if (!issue) return refuse("not_found")
    const editable = checkEdit(issue, { accountId: ctx.actor.accountId, maySort: may(ctx.actor, "issue:sort") })
    if (!editable.ok) return editable
    const columns = columnsOf(ctx, input.entry, issue)
    const saved = issue.version === input.version && (await updateIssue(q, { ...key, version: issue.version }, columns))
    if (!saved) return refuseChanged(issue, columns, grids)
    const changed = differing(issue, columns).map(name => labels[name])
    await audit(q, ctx, "issue.edited", { kind: "issue", id: issue.id }, { fields: changed })
    return done(null)
  })
}

const labels: Record<keyof IssueEntry, string> = {
  title: "标题",
  content: "内容",
  place: "地点",
  gridId: "网格",
  reporterName: "提出人",
  reporterPhone: "联系电话",
  reportedOn: "提出时间",
  channel: "渠道",
  collectorName: "网格员",
  note: "备注",
}
const fields = Object.keys(labels) as (keyof IssueEntry)[]

const differing = (issue: Issue, entry: IssueEntry) => fields.filter(name => issue[name] !== entry[name])

/** Only what stands otherwise than in the form is worth showing. */
function refuseChanged(issue: Issue, entry: IssueEntry, grids: readonly Grid[]) {
  const now = (name: keyof IssueEntry) =>
    name === "channel"
      ? channelNames[issue.channel]
      : name === "gridId"
        ? grids.find(grid => grid.id === issue.gridId)?.name
        : issue[name]
  const changes = differing(issue, entry).map(name => ({ label: labels[name], now: now(name) || "（空）" }))
  return refuse("changed_meanwhile", { version: issue.version, changes })
}

/** 附议: someone else has the same trouble. Refuses issue_closed, reported_in_future. */
export async function supportIssue(
  ctx: Ctx,
  input: { issueId: string; support: SupportEntry },
): Promise<Result<{ issueId: string }>> {
  if (!may(ctx.actor, "issue:report")) return refuse("forbidden")
  if (input.support.reportedOn > today(ctx)) return refuse("reported_in_future", { field: "reportedOn" })
  return ctx.db.tx(`issue:${input.issueId}`, q => supportIssueIn(q, ctx, input))
}

/** Inner step of `supportIssue`. */
export async function supportIssueIn(
  q: Writer,
  ctx: Ctx,
  { issueId, support }: { issueId: string; support: SupportEntry },
): Promise<Result<{ issueId: string }>> {
  const issue = await findIssue(q, { communityId: ctx.community.id, issueId })
  if (!issue) return refuse("not_found")
  const open = checkSupport(issue)
  if (!open.ok) return open
  await insertSupports(q, [
    {
      ...support,
      communityId: ctx.community.id,
      id: ctx.newId(),
      issueId,
      sourceNumber: "",
      createdAt: ctx.now(),
      createdBy: ctx.actor.accountId ?? "",
    },
  ])
  await audit(q, ctx, "issue.supported", { kind: "issue", id: issueId }, { name: support.name })
  return done({ issueId })
}
