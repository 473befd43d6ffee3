import { and, asc, count, eq, inArray, isNull } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { importRows, imports } from "#db/schema/registry-imports"
import type { ImportRowChoice, ImportRowStatus, RowCount, StoredImportRow } from "./import-rules"

type ImportKey = { communityId: string; importId: string }

const isImport = (key: ImportKey) => and(eq(imports.communityId, key.communityId), eq(imports.id, key.importId))
const isRowOf = (key: ImportKey) =>
  and(eq(importRows.communityId, key.communityId), eq(importRows.importId, key.importId))

export const insertImport = (q: Writer, row: typeof imports.$inferInsert) => q.insert(imports).values(row)

/** Everything but the bytes. */
export async function findImport(q: Reader, key: ImportKey) {
  const [row] = await q
    .select({
      id: imports.id,
      kind: imports.kind,
      state: imports.state,
      fileName: imports.fileName,
      rowsDone: imports.rowsDone,
      rowsTotal: imports.rowsTotal,
      failure: imports.failure,
      recognized: imports.recognized,
      createdAt: imports.createdAt,
      confirmedAt: imports.confirmedAt,
    })
    .from(imports)
    .where(isImport(key))
  return row ?? null
}

export async function findImportContent(q: Reader, key: ImportKey): Promise<Uint8Array | null> {
  const [row] = await q.select({ content: imports.content }).from(imports).where(isImport(key))
  return row?.content ?? null
}

export const updateImportProgress = (q: Writer, key: ImportKey, rowsDone: number, rowsTotal: number) =>
  q
    .update(imports)
    .set({ rowsDone, rowsTotal })
    .where(and(isImport(key), eq(imports.state, "reading")))

/** Guarded by state: returns whether the import was where the caller thought. */
export async function moveImport(
  q: Writer,
  key: ImportKey,
  from: typeof imports.$inferSelect.state,
  set: Partial<Omit<typeof imports.$inferInsert, "communityId" | "id">>,
): Promise<boolean> {
  const moved = await q
    .update(imports)
    .set(set)
    .where(and(isImport(key), eq(imports.state, from)))
    .returning({ id: imports.id })
  return moved.length === 1
}

export async function replaceImportRows(q: Writer, key: ImportKey, rows: readonly StoredImportRow[]): Promise<void> {
  await q.delete(importRows).where(isRowOf(key))
  for (const chunk of inChunks(rows)) {
    await q.insert(importRows).values(chunk.map(row => ({ ...row, ...key })))
  }
}

const storedRow = {
  ordinal: importRows.ordinal,
  sheet: importRows.sheet,
  rowNumber: importRows.rowNumber,
  status: importRows.status,
  values: importRows.values,
  extra: importRows.extra,
  reasons: importRows.reasons,
  existingId: importRows.existingId,
  choice: importRows.choice,
}

/** In the order of the file. */
export const listImportRows = (
  q: Reader,
  key: ImportKey,
  { status, limit, offset }: { status?: ImportRowStatus; limit?: number; offset?: number } = {},
): Promise<StoredImportRow[]> => {
  const rows = q
    .select(storedRow)
    .from(importRows)
    .where(and(isRowOf(key), status ? eq(importRows.status, status) : undefined))
    .orderBy(asc(importRows.ordinal))
  return limit === undefined ? rows : rows.limit(limit).offset(offset ?? 0)
}

export const countImportRows = (q: Reader, key: ImportKey): Promise<RowCount[]> =>
  q
    .select({ status: importRows.status, choice: importRows.choice, count: count() })
    .from(importRows)
    .where(isRowOf(key))
    .groupBy(importRows.status, importRows.choice)

/** Sets the choice of rows of one status: of some by ordinal, or of all that have none yet. Returns how many. */
export async function updateRowChoices(
  q: Writer,
  key: ImportKey,
  status: ImportRowStatus,
  which: number[] | "undecided",
  choice: ImportRowChoice,
): Promise<number> {
  const changed = await q
    .update(importRows)
    .set({ choice })
    .where(
      and(
        isRowOf(key),
        eq(importRows.status, status),
        which === "undecided" ? isNull(importRows.choice) : inArray(importRows.ordinal, which),
      ),
    )
    .returning({ ordinal: importRows.ordinal })
  return changed.length
}
