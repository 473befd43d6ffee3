import type { Reader, Writer } from "#db/client"
import type { ImportKind, importRowChoices, importRowStatuses } from "#db/schema/registry-imports"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import type { ColumnSpec } from "./header-matching"
import type { RecognizedRow, RecognizedTable } from "./table-recognition"

export type ImportRowStatus = (typeof importRowStatuses)[number]
export type ImportRowChoice = (typeof importRowChoices)[number]

/** One row as the examination judged it; `reasons` are Chinese sentences. */
export type ImportRowDraft = {
  sheet: string
  rowNumber: number
  status: ImportRowStatus
  /** What the row says, as understood; must survive JSON. Whatever confirming needs stands here. */
  values: Record<string, unknown>
  extra: Record<string, string>
  reasons: string[]
  /** The row it is, changes, or is like. */
  existingId: string | null
}

export type StoredImportRow = ImportRowDraft & { ordinal: number; choice: ImportRowChoice | null }

/** How the table was understood, kept with the import. */
export type Recognized = Pick<RecognizedTable, "columns" | "unknown" | "skipped"> & {
  /** What `basisOf` said when the rows were examined. */
  basis: string
}

/** What each kind of table brings to the shared two steps. */
export type ImportSpec = {
  kind: ImportKind
  /** What the file is called on pages: 网格问题清单. */
  title: string
  mayImport(ctx: Ctx): boolean
  columns: ColumnSpec[]
  /** The choices offered for a row like an existing one, in their order on the page, with the words for this kind. */
  likeChoices: Partial<Record<ImportRowChoice, { label: string; verb: string }>>
  /** What must not be written meanwhile, as a `tx` lock: confirming takes it. */
  lockOf(communityId: string): string
  /**
   * Everything the examination compared with, in one short text (counts, sums of versions). Another text at confirming
   * means that the preview is outdated.
   */
  basisOf(q: Reader, communityId: string): Promise<string>
  /** Judges the rows, in their order. `onProgress` tells how many are done and lets other requests run: await it every hundred rows or so. */
  examine(ctx: Ctx, rows: RecognizedRow[], onProgress: (done: number) => Promise<void>): Promise<ImportRowDraft[]>
  /** How a row is shown: its subject, and a few short facts. */
  showRow(values: Record<string, unknown>): { title: string; facts: string[] }
  /** The existing rows some of the preview's rows are like, by id: 振社问〔2026〕12号 楼道灯不亮. */
  showExisting(ctx: Ctx, ids: string[]): Promise<Map<string, { label: string; to: string | null }>>
  /** Writes what `actionOf` says for each row. A refusal undoes everything. Returns counts for the audit log. */
  confirm(q: Writer, ctx: Ctx, rows: StoredImportRow[]): Promise<Result<Record<string, number>>>
  /** Where the imported things are seen. */
  home(slug: string): { to: string; label: string }
}

/** What confirming does with a row. `support` joins a row like an existing one to it, whatever that means for the kind. */
export type ImportAction = "add" | "update" | "support" | "none"

/** Undecided rows and rows in error give null: nothing can be confirmed while there is one. */
export function actionOf(row: { status: ImportRowStatus; choice: ImportRowChoice | null }): ImportAction | null {
  if (row.choice === "skip") return "none"
  if (row.status === "new") return "add"
  if (row.status === "changed") return "update"
  if (row.status === "unchanged") return "none"
  if (row.status === "like" && row.choice) return row.choice === "support" ? "support" : "add"
  return null
}

/** Rows by status and choice, as the database counts them. */
export type RowCount = { status: ImportRowStatus; choice: ImportRowChoice | null; count: number }

/** How many rows each action would touch, and how many stand in the way. */
export function planOf(counts: readonly RowCount[]) {
  const plan = { add: 0, update: 0, support: 0, none: 0, errors: 0, undecided: 0 }
  for (const { status, choice, count } of counts) {
    const action = actionOf({ status, choice })
    plan[action ?? (status === "error" ? "errors" : "undecided")] += count
  }
  return plan
}
export type ImportPlan = ReturnType<typeof planOf>
