import type { Alignment, Line } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { black, ruleWidth, typeSize } from "./page-geometry"
import type { Row } from "./paginate"
import type { StructureElement } from "./pdf-document"

export type Column = {
  head: string
  /** Share of the width left over by the columns that are as wide as their widest cell ("fit"). */
  width: number | "fit"
  align?: Alignment
}

export type TableStyle = {
  size?: number
  lead?: number
  /** White between rule and text, points. */
  padding?: number
  /** What the table shows, for a screen reader. */
  summary: string
  keepWithNext?: boolean
  /** Goes on over the page although it would fit one: a list, whose heading must not stand alone. */
  divisible?: boolean
  /** Begins at the lower edge of the table above it. */
  joined?: boolean
}

type SetRow = { cells: Line[][]; height: number }

/**
 * A ruled table whose head is repeated on each page. One that fits a page is kept together unless it is a list; whatever is
 * divided leaves at least two rows on each side of a break. No row is divided.
 */
export function addTable(sheet: Sheet, columns: Column[], cells: string[][], style: TableStyle): void {
  const grid = sheet.geometry
  const size = style.size ?? typeSize.smallFourth * grid.scale
  const lead = style.lead ?? size * 1.5
  const padding = style.padding ?? 4
  const widths = columnWidths(sheet, columns, cells, size, padding)
  const setRow = (texts: string[], head: boolean): SetRow => {
    const set = columns.map((column, index) =>
      layoutOnSheet(sheet, texts[index] ?? "", {
        face: head ? "hei" : "fang",
        size,
        width: widths[index]! - 2 * padding,
        align: head ? "center" : (column.align ?? "center"),
      }),
    )
    return { cells: set, height: Math.max(...set.map(lines => lines.length)) * lead + 2 * padding }
  }
  const head = setRow(
    columns.map(column => column.head),
    true,
  )
  const body = cells.map(row => setRow(row, false))

  const drawRow = (pen: Pen, row: SetRow, top: number, tag: "TH" | "TD", table?: StructureElement) => {
    drawGrid(pen, widths, top, row.height)
    const drawCell = (lines: Line[], left: number) =>
      pen.lines(lines, left + padding, top + (row.height - lines.length * lead) / 2, size, lead)
    const tableRow = table && pen.element("TR", table)
    let left = grid.left
    for (const [index, lines] of row.cells.entries()) {
      const cellLeft = left
      left += widths[index]!
      if (!tableRow) {
        pen.artifact("Pagination", () => drawCell(lines, cellLeft))
        continue
      }
      const cell = pen.element(tag, tableRow, tag === "TH" ? { scope: "Column" } : {})
      pen.content(cell, tag, () => drawCell(lines, cellLeft))
      cell.end()
    }
    tableRow?.end()
  }

  // White between the line above and the table; with the head it is part of the first row.
  const above = style.joined ? 0 : 5
  const heights = body.map((row, index) => row.height + (index === 0 ? head.height + above : 0))
  const isKept = !style.divisible && heights.reduce((sum, height) => sum + height, 0) <= grid.depth
  const block: Block = {
    rows: heights.map((height, index): Row => {
      const nearEdge = index === 1 || index === heights.length - 1
      return { height, breakBefore: index && (isKept || nearEdge) ? "avoid" : "free" }
    }),
    headHeight: head.height,
    keepWithNext: style.keepWithNext,
    offGrid: style.joined,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "Table", { alt: style.summary })
      let y = top
      if (slice.from === 0) {
        y += above
        drawRow(pen, head, y, "TH", element)
        y += head.height
      } else if (slice.repeatsHead) {
        drawRow(pen, head, y - head.height, "TH")
      }
      for (const row of body.slice(slice.from, slice.to)) {
        drawRow(pen, row, y, "TD", element)
        y += row.height
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

function columnWidths(sheet: Sheet, columns: Column[], cells: string[][], size: number, padding: number): number[] {
  const { measure } = sheet.geometry
  const widthOf = (text: string, face: "hei" | "fang") =>
    Math.max(...layoutOnSheet(sheet, text, { face, size, width: 1e5, align: "left" }).map(line => line.width)) +
    2 * padding +
    size / 2
  const natural = columns.map((column, index) =>
    column.width === "fit"
      ? Math.max(widthOf(column.head, "hei"), ...cells.map(row => widthOf(row[index] ?? "", "fang")))
      : 0,
  )
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

function drawGrid(pen: Pen, widths: number[], top: number, height: number) {
  const { left, measure } = pen.geometry
  pen.artifact("Layout", () => {
    const { doc } = pen
    doc.lineWidth(ruleWidth.table).strokeColor(black)
    doc.rect(left, top, measure, height)
    let x = left
    for (const width of widths.slice(0, -1)) {
      x += width
      doc.moveTo(x, top).lineTo(x, top + height)
    }
    doc.stroke()
  })
}
