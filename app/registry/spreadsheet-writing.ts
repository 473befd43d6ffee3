import writeXlsx from "write-excel-file/node"
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

/** ECMA-376 22.9.2.19 (ST_Xstring): control signs are written _x000D_, and a text that looks like one is escaped itself. */
const escapeText = (text: string) =>
  text
    // Half a pair of surrogates is no character of XML.
    .replace(/[\ud800-\udfff]/gu, "\ufffd")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g,
      sign => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`,
    )
    // The writing library looks texts up in a plain object, where "constructor" is found without having been put.
    .replace(/^(?=[a-z_])\w+$/i, word =>
      word in {} ? `_x${word.charCodeAt(0).toString(16).padStart(4, "0")}_${word.slice(1)}` : word,
    )

/** Excel takes at most 31 characters, and none of these signs. */
const safeSheetName = (name: string) =>
  name
    .replace(/[[\]:*?/\\]/g, " ")
    .slice(0, 31)
    .trim() || "表1"
