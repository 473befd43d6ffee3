import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from "docx"
import { faces, sizes } from "./looks.mjs"

const run = promisify(execFile)

export async function open({ landscape }) {
  const folder = mkdtempSync(join(tmpdir(), "yishi-bench-office-"))
  const file = join(folder, "paper.docx")
  return {
    make: async ({ blocks }) => {
      const size = { orientation: landscape ? "landscape" : "portrait" }
      const sections = [{ properties: { page: { size } }, children: blocks.map(part) }]
      writeFileSync(file, await Packer.toBuffer(new Document({ sections })))
      const profile = `-env:UserInstallation=file://${folder}/profile`
      await run("soffice", [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file])
      return readFileSync(join(folder, "paper.pdf"))
    },
  }
}

const words = (text, face, size) => new TextRun({ text, font: faces[face].family, size: size * 2 })

function part(block) {
  if (block.kind === "title")
    return new Paragraph({ alignment: AlignmentType.CENTER, children: [words(block.text, "title", sizes.title)] })
  if (block.kind !== "table")
    return new Paragraph({
      alignment: AlignmentType.BOTH,
      indent: { firstLine: 640 },
      spacing: { line: 580, lineRule: "exact" },
      children: [words(block.text, block.kind === "heading" ? "hei" : "fang", sizes.body)],
    })
  const cell = text => new TableCell({ children: [new Paragraph({ children: [words(text, "fang", sizes.table)] })] })
  const row = (cells, tableHeader) => new TableRow({ tableHeader, cantSplit: true, children: cells.map(cell) })
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(block.head, true), ...block.rows.map(cells => row(cells, false))],
  })
}
