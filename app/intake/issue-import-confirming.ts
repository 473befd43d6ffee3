import type { Writer } from "#db/client"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { auditEach } from "~/registry/audit"
import { actionOf, type StoredImportRow } from "~/registry/import-rules"
import { takeNumbers } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { takeFollowCodes } from "./follow-codes"
import { type ImportedIssue, ordinalOfTarget } from "./issue-import-row"
import { columnsOf, newIssueOf } from "./issues"
import { checkSupport } from "./rules"
import {
  type Issue,
  insertIssues,
  insertSupports,
  listIssuesById,
  type NewIssue,
  type Support,
  updateIssue,
} from "./store"

const importedOf = (row: StoredImportRow) => row.values as ImportedIssue

/**
 * Inner step of confirming: new issues with numbers in the order of the sheet, then changes, then voices. Refuses
 * import_outdated, issue_closed; the caller undoes everything on a refusal.
 */
export async function confirmIssueImport(
  q: Writer,
  ctx: Ctx,
  rows: StoredImportRow[],
): Promise<Result<Record<string, number>>> {
  const of = (action: ReturnType<typeof actionOf>) => rows.filter(row => actionOf(row) === action)
  const [toAdd, toUpdate, toSupport] = [of("add"), of("update"), of("support")]
  const made = await addIssues(q, ctx, toAdd)
  const updated = await updateIssues(q, ctx, toUpdate)
  if (!updated.ok) return updated
  const supported = await addSupports(q, ctx, toSupport, made)
  if (!supported.ok) return supported
  return done({ added: toAdd.length, updated: toUpdate.length, supported: toSupport.length })
}

/** Returns the id of the new issue by the ordinal of its row. */
async function addIssues(q: Writer, ctx: Ctx, rows: readonly StoredImportRow[]): Promise<Map<number, string>> {
  if (rows.length === 0) return new Map()
  const today = civilDateOf(ctx.now())
  const year = Number(today.slice(0, 4))
  const first = await takeNumbers(q, ctx.community.id, "issue", year, rows.length)
  const followCodes = await takeFollowCodes(q, ctx.community.id, rows.length)
  const made = rows.map((row, at): NewIssue => {
    const { number: _, supporterCount, ...issue } = importedOf(row).issue
    const entry = { ...issue, reportedOn: issue.reportedOn ?? today, channel: issue.channel ?? "gridWorker" }
    const { sourceNumber, extra } = issue
    return {
      ...newIssueOf(ctx, entry, { year, sequence: first + at }, followCodes[at]!),
      sourceNumber,
      extra,
      supporterCount: supporterCount ?? 1,
    }
  })
  await insertIssues(q, made)
  await auditEach(
    q,
    ctx,
    "issue.imported",
    made.map((issue, at) => ({ kind: "issue", id: issue.id, detail: { row: rows[at]!.rowNumber } })),
  )
  return new Map(made.map((issue, at) => [rows[at]!.ordinal, issue.id]))
}

async function updateIssues(q: Writer, ctx: Ctx, rows: readonly StoredImportRow[]): Promise<Result<null>> {
  const communityId = ctx.community.id
  const ids = rows.map(row => row.existingId!)
  const stored = new Map((await listIssuesById(q, communityId, ids)).map(issue => [issue.id, issue]))
  for (const row of rows) {
    const imported = importedOf(row)
    const { version } = imported
    const issue = stored.get(row.existingId!)
    if (!issue || version === null || issue.state === "closed") return refuse("import_outdated")
    const set = changedColumns(ctx, issue, imported)
    if (!(await updateIssue(q, { communityId, issueId: issue.id, version }, set))) return refuse("import_outdated")
  }
  await auditEach(
    q,
    ctx,
    "issue.updatedByImport",
    rows.map(row => ({
      kind: "issue",
      id: row.existingId!,
      detail: { row: row.rowNumber, fields: importedOf(row).changes.map(change => change.name) },
    })),
  )
  return done(null)
}

function changedColumns(ctx: Ctx, issue: Issue, { issue: draft, changes }: ImportedIssue): Partial<NewIssue> {
  const changed: Partial<NewIssue> = {}
  const extra = { ...issue.extra }
  for (const { column, name, after } of changes) {
    if (column === "extra") extra[name] = after
    else if (column === "grid") changed.gridId = draft.gridId
    else if (column in draft) Object.assign(changed, { [column]: draft[column as keyof typeof draft] })
  }
  const { searchText } = columnsOf(ctx, { ...issue, ...changed }, issue)
  return { ...changed, extra, searchText }
}

async function addSupports(
  q: Writer,
  ctx: Ctx,
  rows: readonly StoredImportRow[],
  made: Map<number, string>,
): Promise<Result<null>> {
  const today = civilDateOf(ctx.now())
  const supports: Support[] = []
  for (const row of rows) {
    // What it joins is a stored issue, or one that another row of the file has just become.
    const ordinal = ordinalOfTarget(row.existingId!)
    const issueId = ordinal === null ? row.existingId : made.get(ordinal)
    if (!issueId) return refuse("import_outdated")
    const { issue } = importedOf(row)
    supports.push({
      communityId: ctx.community.id,
      id: ctx.newId(),
      issueId,
      name: issue.reporterName,
      phone: issue.reporterPhone,
      content: issue.content,
      reportedOn: issue.reportedOn ?? today,
      sourceNumber: issue.sourceNumber,
      createdAt: ctx.now(),
      createdBy: ctx.actor.accountId ?? "",
    })
  }
  const targets = await listIssuesById(
    q,
    ctx.community.id,
    supports.map(support => support.issueId),
  )
  for (const target of targets) {
    const open = checkSupport(target)
    if (!open.ok) return open
  }
  await insertSupports(q, supports)
  const audited = supports.map(({ issueId, name }) => ({ kind: "issue" as const, id: issueId, detail: { name } }))
  await auditEach(q, ctx, "issue.supported", audited)
  return done(null)
}
