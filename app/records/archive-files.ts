import { findContents } from "~/registry/archive-store"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"
import checker from "../../scripts/check-digest.mjs?raw"
import { type IndexLine, indexColumns, indexCsv } from "./archive-index"
import { archiveReadme } from "./archive-readme"
import { timeless, type ZipFile } from "./zip-stream"

/** Every file of a yearly package, one after the other: what explains it, the index, then each document with its facts. */
export async function* filesOf(
  ctx: Ctx,
  year: number,
  lines: readonly IndexLine[],
  { manifest, digests }: { manifest: string; digests: string },
): AsyncGenerator<ZipFile> {
  const rows = lines.map(line => indexColumns.map(({ of }) => of(line)))
  const title = `${ctx.community.name}${year}年归档文件目录`
  const workbook = await writeWorkbook({ sheetName: `${year}年`, title, columns: indexColumns, rows })
  yield textFile("README.txt", archiveReadme(ctx.community.name, year))
  yield textFile("index.json", manifest)
  yield textFile("index.csv", indexCsv(lines))
  yield { name: "index.xlsx", content: timeless(workbook, year), isPacked: true }
  yield textFile("digests.json", digests)
  yield textFile("check-digest.mjs", checker)
  for (const { documentId, file, factsFile } of lines) {
    if (file === "") continue
    const held = await findContents(ctx.db.read, ctx.community.id, documentId)
    if (!held) throw new Error("a filed document is gone")
    yield { name: file, content: new Uint8Array(held.content), isPacked: true }
    yield textFile(factsFile, held.facts)
  }
}

const textFile = (name: string, text: string): ZipFile => ({ name, content: new TextEncoder().encode(text) })
