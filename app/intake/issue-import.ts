import { href } from "react-router"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { listGrids } from "~/people/register-store"
import type { ImportRowDraft, ImportSpec } from "~/registry/import-rules"
import type { RecognizedRow } from "~/registry/table-recognition"
import type { Ctx } from "~/web/context"
import { channelNames } from "./channels"
import { issueColumns } from "./issue-columns"
import { confirmIssueImport } from "./issue-import-confirming"
import { type ImportedIssue, ordinalOfTarget, rowTarget } from "./issue-import-row"
import { formatIssueNumber } from "./issue-number"
import { type Grid, readIssueRow, titleFrom } from "./issue-sheet"
import { knownIssueOf } from "./like-issues"
import { addKnownIssue, buildLikenessIndex, findLikeness, type Likeness, type LikenessIndex } from "./likeness"
import { type Issue, issuesBasis, listAllIssues, listIssuesById } from "./store"

/** So many rows are judged before other requests have their turn. */
const rowsPerTurn = 40

/** The grid's issue sheet, 网格问题清单. */
export const issueImport: ImportSpec = {
  kind: "issues",
  title: "网格问题清单",
  mayImport: ctx => may(ctx.actor, "issue:import"),
  columns: issueColumns,
  likeChoices: {
    support: { label: "附议已有的", verb: "附议" },
    keep: { label: "两条都留", verb: "两条都留" },
    skip: { label: "跳过", verb: "跳过" },
  },
  lockOf: communityId => `issues:${communityId}`,
  basisOf: issuesBasis,
  examine: examineIssues,
  showRow: values => {
    const { issue, gridName } = values as ImportedIssue
    return {
      title: issue.title || titleFrom(issue.content),
      facts: [
        issue.place,
        gridName,
        issue.reporterName,
        issue.reportedOn ? formatDate(issue.reportedOn) : "",
        issue.channel ? channelNames[issue.channel] : "",
      ].filter(fact => fact !== ""),
    }
  },
  showExisting: async (ctx, ids) => {
    const found = await listIssuesById(ctx.db.read, ctx.community.id, ids)
    const to = (issueId: string) => href("/c/:community/issues/:issueId", { community: ctx.community.slug, issueId })
    return new Map(
      found.map(issue => [issue.id, { label: `${formatIssueNumber(ctx, issue)}　${issue.title}`, to: to(issue.id) }]),
    )
  },
  confirm: confirmIssueImport,
  home: slug => ({ to: href("/c/:community/issues", { community: slug }), label: "问题台账" }),
}

type Examination = {
  index: LikenessIndex
  stored: Map<string, Issue>
  /** Which row of the file changes a stored issue: a second one would undo it. */
  changedBy: Map<string, number>
  grids: Grid[]
}

async function examineIssues(
  ctx: Ctx,
  rows: RecognizedRow[],
  onProgress: (done: number) => Promise<void>,
): Promise<ImportRowDraft[]> {
  const today = civilDateOf(ctx.now())
  const grids = await listGrids(ctx.db.read, ctx.community.id)
  const issues = await listAllIssues(ctx.db.read, ctx.community.id)
  const index = buildLikenessIndex([])
  for (const [at, issue] of issues.entries()) {
    addKnownIssue(index, knownIssueOf(ctx, issue))
    if (at % 500 === 499) await onProgress(0)
  }
  const examination = { index, grids, stored: new Map(issues.map(issue => [issue.id, issue])), changedBy: new Map() }
  const drafts: ImportRowDraft[] = []
  for (const row of rows) {
    const { issue, problems } = readIssueRow(row, today, grids)
    // The proposer is one of them, whatever the sheet counts.
    if (issue.supporterCount !== null) issue.supporterCount = Math.max(1, issue.supporterCount)
    const gridName = grids.find(grid => grid.id === issue.gridId)?.name ?? ""
    const values: ImportedIssue = { issue, gridName, version: null, changes: [] }
    const about = { sheet: row.sheet, rowNumber: row.rowNumber, extra: issue.extra, values }
    const draft: ImportRowDraft =
      problems.length > 0
        ? { ...about, status: "error", existingId: null, reasons: problems.map(problem => problem.sentence) }
        : { ...about, ...judge(examination, drafts, values, row.rowNumber) }
    drafts.push(draft)
    if (draft.status === "new") addKnownIssue(index, { ...issue, id: rowTarget(drafts.length) })
    if (drafts.length % rowsPerTurn === 0) await onProgress(drafts.length)
  }
  return drafts
}

type Judgement = Pick<ImportRowDraft, "status" | "reasons" | "existingId">

function judge(
  { index, stored, changedBy, grids }: Examination,
  drafts: readonly ImportRowDraft[],
  values: ImportedIssue,
  rowNumber: number,
): Judgement {
  const likeness = findLikeness(index, values.issue)
  if (likeness.kind === "new") return { status: "new", existingId: null, reasons: [] }
  const { issueId } = likeness
  const existing = stored.get(issueId)
  if (!existing) return { status: "like", existingId: issueId, reasons: [likeRow(likeness, drafts)] }
  if (likeness.kind === "unchanged") return { status: "unchanged", existingId: issueId, reasons: [] }
  if (likeness.kind === "similar") {
    // What is closed cannot be joined any more: the trouble came back, and is a report of its own.
    return existing.state === "closed"
      ? { status: "new", existingId: issueId, reasons: [`与已办结的问题相像：${likeness.reason}`] }
      : { status: "like", existingId: issueId, reasons: [likeness.reason] }
  }
  const error = (reason: string): Judgement => ({ status: "error", existingId: issueId, reasons: [reason] })
  if (existing.state === "closed") return error(`${likeness.reason}，但这个问题已经办结，不能再改`)
  const earlier = changedBy.get(issueId)
  if (earlier !== undefined) return error(`第${earlier}行也要改这个问题，请只留一行`)
  changedBy.set(issueId, rowNumber)
  values.version = existing.version
  values.changes = likeness.changes
  const gridNameOf = (id: string) => grids.find(grid => grid.id === id)?.name ?? ""
  const reasons = likeness.changes.map(({ column, name, before, after }) =>
    column === "grid"
      ? `${name}：${gridNameOf(before) || "（空）"} 改为 ${gridNameOf(after)}`
      : `${name}：${shorten(before) || "（空）"} 改为 ${shorten(after)}`,
  )
  return { status: "changed", existingId: issueId, reasons }
}

function likeRow(likeness: Exclude<Likeness, { kind: "new" }>, drafts: readonly ImportRowDraft[]): string {
  const row = drafts[(ordinalOfTarget(likeness.issueId) ?? 0) - 1]
  const where = `与本表第${row?.rowNumber}行`
  return likeness.kind === "unchanged" ? `${where}一样` : `${where}相像：${likeness.reason}`
}

const shorten = (text: string) => ([...text].length > 24 ? `${[...text].slice(0, 23).join("")}…` : text)
