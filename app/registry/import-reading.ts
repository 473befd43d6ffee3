import { setImmediate as nextTurn } from "node:timers/promises"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { audit } from "./audit"
import type { ImportRowDraft, ImportSpec, Recognized } from "./import-rules"
import {
  findImport,
  findImportContent,
  listImportRows,
  moveImport,
  replaceImportRows,
  updateImportProgress,
} from "./import-store"
import { readSpreadsheet } from "./spreadsheet"
import { recognizeTable } from "./table-recognition"

/** What this process is reading now, by import. */
const readings = new Map<string, Promise<void>>()

/** Progress is written at most so often: each write is a commit. */
const progressPauseMs = 400

/** The end of a reading that runs in this process; at once if none does. */
export const readingOf = (importId: string): Promise<void> => readings.get(importId) ?? Promise.resolve()

/** Begins to read an import in the background, unless this process is at it already. */
export function beginReading(ctx: Ctx, spec: ImportSpec, importId: string): void {
  if (readings.has(importId)) return
  const reading = read(ctx, spec, importId).finally(() => readings.delete(importId))
  readings.set(importId, reading)
}

async function read(ctx: Ctx, spec: ImportSpec, importId: string): Promise<void> {
  const key = { communityId: ctx.community.id, importId }
  // The answer to the upload goes out first.
  await nextTurn()
  try {
    const found = await findImport(ctx.db.read, key)
    const content = found?.state === "reading" ? await findImportContent(ctx.db.read, key) : null
    if (!found || !content) return
    const examined = await examineFile(ctx, spec, importId, found.fileName, content)
    if (!examined.ok) return await fail(ctx, importId, examined)
    await keep(ctx, importId, examined.value.recognized, examined.value.rows)
  } catch (error) {
    // A fault of the program. Its message may quote the file, so only the place where it happened is told.
    const place = error instanceof Error ? (error.stack ?? "").split("\n").filter(line => /^\s+at /.test(line)) : []
    console.error(["an import could not be read", ...place].join("\n"))
    await fail(ctx, importId, refuse("import_reading_failed")).catch(() => {})
  }
}

async function examineFile(
  ctx: Ctx,
  spec: ImportSpec,
  importId: string,
  fileName: string,
  content: Uint8Array,
): Promise<Result<{ recognized: Recognized; rows: ImportRowDraft[] }>> {
  const sheets = await readSpreadsheet(fileName, content)
  if (!sheets.ok) return sheets
  await nextTurn()
  const table = recognizeTable(sheets.value, spec.columns)
  if (!table.ok) return table
  const { rows, columns, unknown, skipped } = table.value
  // Taken before the rows are compared: what is written meanwhile makes the preview outdated.
  const basis = await spec.basisOf(ctx.db.read, ctx.community.id)
  const tell = progressOf(ctx, importId, rows.length)
  await tell(0)
  const place = (key: string) => spec.columns.findIndex(column => column.key === key)
  columns.sort((a, b) => place(a.key) - place(b.key))
  return done({ recognized: { columns, unknown, skipped, basis }, rows: await spec.examine(ctx, rows, tell) })
}

function progressOf(ctx: Ctx, importId: string, rowsTotal: number) {
  let lastMs = Number.NEGATIVE_INFINITY
  return async (rowsDone: number): Promise<void> => {
    await nextTurn()
    if (performance.now() - lastMs < progressPauseMs) return
    const key = { communityId: ctx.community.id, importId }
    await ctx.db.tx(`import:${importId}`, q => updateImportProgress(q, key, rowsDone, rowsTotal))
    lastMs = performance.now()
  }
}

/** Rows and state together. A choice made before a second reading stands where the row is still like the same thing. */
async function keep(ctx: Ctx, importId: string, recognized: Recognized, drafts: ImportRowDraft[]): Promise<void> {
  const key = { communityId: ctx.community.id, importId }
  await ctx.db.tx(`import:${importId}`, async q => {
    const total = drafts.length
    if (!(await moveImport(q, key, "reading", { state: "ready", recognized, rowsDone: total, rowsTotal: total })))
      return
    const earlier = new Map((await listImportRows(q, key)).map(row => [row.ordinal, row]))
    const rows = drafts.map((draft, at) => {
      const before = earlier.get(at + 1)
      const isSame = before?.status === draft.status && before.existingId === draft.existingId
      return { ...draft, ordinal: at + 1, choice: isSame ? before.choice : null }
    })
    await replaceImportRows(q, key, rows)
    await audit(q, ctx, "import.read", { kind: "import", id: importId }, { rows: total })
  })
}

async function fail(ctx: Ctx, importId: string, { code, detail }: Refusal): Promise<void> {
  const key = { communityId: ctx.community.id, importId }
  await ctx.db.tx(`import:${importId}`, async q => {
    if (!(await moveImport(q, key, "reading", { state: "failed", failure: { code, detail } }))) return
    await audit(q, ctx, "import.failed", { kind: "import", id: importId }, { code })
  })
}
