import writeXlsx from "write-excel-file/node"
import { escapeText, safeSheetName } from "~/law/workbook-text"
import type { Cell } from "./spreadsheet"

export type WorkbookSheet = {
  sheetName: string
  /** A line above the header, over the whole width. */
  title?: string
  /** Widths are in characters of the usual type size; a Chinese character takes two. */
  columns: { name: string; width: number }[]
  rows: Cell[][]
}

/** A workbook of one sheet with its header frozen. Texts are typed as text, so that none is run as a formula. */
export async function writeWorkbook({ sheetName, title, columns, rows }: WorkbookSheet): Promise<Uint8Array> {
  const heading = { fontWeight: "bold", alignVertical: "center", wrap: true } as const
  const header = columns.map(
    column =>
      ({
        value: escapeText(column.name),
        type: String,
        backgroundColor: "#EFEAE0",
        borderStyle: "thin",
        ...heading,
      }) as const,
  )
  const titleRow = title
    ? [[{ value: escapeText(title), type: String, columnSpan: columns.length, align: "center", ...heading } as const]]
    : []
  const file = writeXlsx([...titleRow, header, ...rows.map(row => row.map(writeCell))], {
    sheet: safeSheetName(sheetName),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: titleRow.length + 1,
  })
  return new Uint8Array(await file.toBuffer())
}

function writeCell(cell: Cell) {
  if (cell === null || cell === "") return null
  if (typeof cell === "string") {
    return { value: escapeText(cell), type: String, format: "@", alignVertical: "top", wrap: true } as const
  }
  if (cell instanceof Date) {
    const hasTime = cell.getTime() % 86_400_000 !== 0
    return { value: cell, type: Date, format: hasTime ? "yyyy-mm-dd hh:mm" : "yyyy-mm-dd" } as const
  }
  return typeof cell === "number" ? { value: cell, type: Number } : { value: cell, type: Boolean }
}
