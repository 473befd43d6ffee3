import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import {
  type ImportPlan,
  type ImportRowChoice,
  type ImportRowStatus,
  type ImportSpec,
  planOf,
  type Recognized,
} from "./import-rules"
import { countImportRows, findImport, listImportRows } from "./import-store"

export type ImportRowView = {
  ordinal: number
  sheet: string
  rowNumber: number
  status: ImportRowStatus
  title: string
  facts: string[]
  reasons: string[]
  existing: { label: string; to: string | null } | null
  choice: ImportRowChoice | null
}

export type ImportView = {
  id: string
  title: string
  fileName: string
  state: "reading" | "ready" | "failed" | "confirmed" | "cancelled"
  rowsDone: number
  rowsTotal: number
  failure: Refusal | null
  recognized: Recognized | null
  counts: Record<ImportRowStatus, number>
  plan: ImportPlan
  likeChoices: { value: ImportRowChoice; label: string; verb: string }[]
  /** Which rows are shown: of this status, or all; from 1. */
  status: ImportRowStatus | null
  page: number
  pages: number
  rows: ImportRowView[]
  home: { to: string; label: string }
}

export const rowsPerPage = 100

/** The stored preview, a page of rows at a time. */
export async function readImport(
  ctx: Ctx,
  spec: ImportSpec,
  importId: string,
  { status, page = 1 }: { status?: ImportRowStatus | null; page?: number } = {},
): Promise<Result<ImportView>> {
  const key = { communityId: ctx.community.id, importId }
  const found = await findImport(ctx.db.read, key)
  if (!found || found.kind !== spec.kind) return refuse("not_found")
  if (!spec.mayImport(ctx)) return refuse("forbidden")
  const rowCounts = await countImportRows(ctx.db.read, key)
  const counts: Record<ImportRowStatus, number> = { new: 0, changed: 0, unchanged: 0, like: 0, error: 0 }
  for (const row of rowCounts) counts[row.status] += row.count
  const shown = status ? counts[status] : Object.values(counts).reduce((sum, n) => sum + n, 0)
  const pages = Math.max(1, Math.ceil(shown / rowsPerPage))
  const at = Math.min(Math.max(1, page), pages)
  const rows = await listImportRows(ctx.db.read, key, {
    status: status ?? undefined,
    limit: rowsPerPage,
    offset: (at - 1) * rowsPerPage,
  })
  const existing = await spec.showExisting(ctx, [...new Set(rows.flatMap(row => row.existingId ?? []))])
  return done({
    id: found.id,
    title: spec.title,
    fileName: found.fileName,
    state: found.state,
    rowsDone: found.rowsDone,
    rowsTotal: found.rowsTotal,
    failure: found.failure ? refuse(found.failure.code, found.failure.detail) : null,
    recognized: found.recognized as Recognized | null,
    counts,
    plan: planOf(rowCounts),
    likeChoices: Object.entries(spec.likeChoices).map(([value, words]) => ({
      value: value as ImportRowChoice,
      ...words!,
    })),
    status: status ?? null,
    page: at,
    pages,
    rows: rows.map(row => ({
      ordinal: row.ordinal,
      sheet: row.sheet,
      rowNumber: row.rowNumber,
      status: row.status,
      ...spec.showRow(row.values),
      reasons: row.reasons,
      existing: (row.existingId && existing.get(row.existingId)) || null,
      choice: row.choice,
    })),
    home: spec.home(ctx.community.slug),
  })
}
