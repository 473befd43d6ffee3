import { layoutOnSheet, type Sheet } from "./page"
import type { Column } from "./page-table"

/** How wide each column of a table is, in points; together they are as wide as the measure. */
export function columnWidths(
  sheet: Sheet,
  columns: readonly Column[],
  cells: readonly (readonly string[])[],
  size: number,
  padding: number,
): number[] {
  const { measure } = sheet.geometry
  const widthOf = (text: string, face: "hei" | "fang") =>
    Math.max(...layoutOnSheet(sheet, text, { face, size, width: 1e5, align: "left" }).map(line => line.width)) +
    2 * padding +
    size / 2
  const natural = columns.map((column, index) => {
    if (column.width !== "fit") return 0
    let widest = widthOf(column.head, "hei")
    // Many rows say the same: each text is measured once.
    for (const text of new Set(cells.map(row => row[index] ?? ""))) widest = Math.max(widest, widthOf(text, "fang"))
    return widest
  })
  // Columns as wide as their text leave the others a fifth of the measure; beyond that their text is broken.
  const shares = columns.reduce((sum, column) => sum + (column.width === "fit" ? 0 : column.width), 0)
  const most = measure * (shares ? 0.8 : 1)
  const total = natural.reduce((sum, width) => sum + width, 0)
  const fitted = total > most ? shrinkWidest(natural, most) : natural
  const left = measure - fitted.reduce((sum, width) => sum + width, 0)
  // With fitted columns only, what is left over is spread evenly.
  if (shares === 0) return fitted.map(width => width + left / columns.length)
  return columns.map((column, index) => (column.width === "fit" ? fitted[index]! : (column.width / shares) * left))
}

/** Lowers the widest columns to one common width until the sum is `most`. */
function shrinkWidest(widths: number[], most: number): number[] {
  const ascending = [...widths].sort((a, b) => a - b)
  let rest = most
  for (const [index, width] of ascending.entries()) {
    const common = rest / (ascending.length - index)
    if (width > common) return widths.map(one => Math.min(one, common))
    rest -= width
  }
  return widths
}
