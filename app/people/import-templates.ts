import type { ImportKind } from "#db/schema/registry-imports"
import { done, type Result, refuse } from "~/law/result"
import type { ImportSpec } from "~/registry/import-rules"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"
import { registerImports } from "./register-imports"

/** A row as it may be filled in, of plainly invented people; the preview would show it, so that nobody keeps it by mistake. */
const examples: Partial<Record<ImportKind, string[]>> = {
  grids: ["第一网格", "基础网格", "", "甲一（示例，请删去本行）", "13900000001", "1至6号楼"],
  persons: ["甲一（示例，请删去本行）", "13900000001", "女", "1号楼2单元301", "", "第一网格", ""],
  delegates: ["甲一（示例，请删去本行）", "13900000001", "居民", "", "推选", "2026-01-01"],
  representatives: ["甲一（示例，请删去本行）", "13900000001", "居民代表", "第一居民小组", "2026-01-01"],
  bodyTerms: ["甲一（示例，请删去本行）", "13900000001", "", "委员", "推选", "2026年换届选举", "2026-01-01", ""],
  accounts: ["甲一（示例，请删去本行）", "jiayi", "13900000001", "网格员"],
}

/** An .xlsx with the header of a kind. Refusals: not_found, forbidden. */
export async function importTemplate(ctx: Ctx, kind: string): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  const spec = registerImports[kind as ImportKind]
  const example = examples[kind as ImportKind]
  if (!spec || !example) return refuse("not_found")
  return emptyTable(ctx, spec, example)
}

/** The same for a kind of another room. Refuses forbidden. */
export async function emptyTable(
  ctx: Ctx,
  spec: ImportSpec,
  example: readonly string[],
): Promise<Result<{ fileName: string; bytes: Uint8Array }>> {
  if (!spec.mayImport(ctx)) return refuse("forbidden")
  const columns = spec.columns.map((column, at) => ({
    name: column.name,
    width: Math.max(14, 2 * (example[at]?.length ?? 0) + 2),
  }))
  const bytes = await writeWorkbook({ sheetName: spec.title, columns, rows: [[...example]] })
  return done({ fileName: `${spec.title}（空白表格）.xlsx`, bytes })
}
