import type { Face } from "./fonts"
import type { Alignment, Line } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { black, ruleWidth, typeSize } from "./page-geometry"
import { columnWidths } from "./page-table-widths"
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
  /** Least height of a row in points: room to write by hand. */
  rowHeight?: number
  /** A last row in 黑 that stays with the one above it: totals. */
  footer?: string[]
}

type SetRow = { cells: Line[][]; height: number; lineCount: number }

/** What stays together of a row: the whole of it, or one of its lines when it is divided. */
type Part = { row: SetRow; from: number; to: number; height: number }

/**
 * A ruled table whose head is repeated on each page. One that fits a page is kept together unless it is a list; whatever is
 * divided leaves at least two rows on each side of a break. A row taller than half a page is divided between lines; its first
 * cell stands again where it goes on.
 */
export function addTable(sheet: Sheet, columns: Column[], cells: string[][], style: TableStyle): void {
  const grid = sheet.geometry
  const size = style.size ?? typeSize.smallFourth * grid.scale
  const lead = style.lead ?? size * 1.5
  const padding = style.padding ?? 4
  const widths = columnWidths(sheet, columns, cells, size, padding)
  const setCells = new Map<string, Line[]>()
  const setCell = (text: string, index: number, face: Face, align: Alignment) => {
    const key = `${index} ${face} ${text}`
    const known = setCells.get(key)
    if (known) return known
    const lines = layoutOnSheet(sheet, text, { face, size, width: widths[index]! - 2 * padding, align })
    setCells.set(key, lines)
    return lines
  }
  const setRow = (texts: readonly string[], kind: "head" | "body" | "footer"): SetRow => {
    const set = columns.map(({ align = "center" }, index) =>
      setCell(texts[index] ?? "", index, kind === "body" ? "fang" : "hei", kind === "head" ? "center" : align),
    )
    const lineCount = Math.max(...set.map(lines => lines.length))
    const least = kind === "body" ? (style.rowHeight ?? 0) : 0
    return { cells: set, height: Math.max(least, lineCount * lead + 2 * padding), lineCount }
  }
  const head = setRow(
    columns.map(column => column.head),
    "head",
  )
  const body = cells.map(row => setRow(row, "body"))
  if (style.footer) body.push(setRow(style.footer, "footer"))

  // A row divided over two pages is one row of one table to whoever has it read out.
  let begun: { row: SetRow; tableRow: StructureElement; cells: StructureElement[] } | undefined
  const beginRow = (pen: Pen, row: SetRow, table: StructureElement) => {
    if (begun?.row !== row) begun = { row, tableRow: pen.element("TR", table), cells: [] }
    return begun
  }
  const drawPart = (pen: Pen, part: Part, top: number, tag: "TH" | "TD", table?: StructureElement) => {
    const { row, from, to, height } = part
    const whole = from === 0 && to === row.lineCount
    drawGrid(pen, widths, top, height)
    const drawCell = (lines: Line[], left: number) => {
      const first = whole ? (height - lines.length * lead) / 2 : from === 0 ? padding : 0
      pen.lines(lines.slice(from, to), left + padding, top + first, size, lead)
    }
    const tagged = table && beginRow(pen, row, table)
    const isEnd = to === row.lineCount
    let left = grid.left
    for (const [index, lines] of row.cells.entries()) {
      const cellLeft = left
      left += widths[index]!
      if (!tagged) {
        pen.artifact("Pagination", () => drawCell(lines, cellLeft))
        continue
      }
      tagged.cells[index] ??= pen.element(tag, tagged.tableRow, tag === "TH" ? { scope: "Column" } : {})
      const cell = tagged.cells[index]
      pen.content(cell, tag, () => drawCell(lines, cellLeft))
      // What goes on over the page says again which row it is.
      if (index === 0 && lines.length <= Math.min(from, to - from))
        pen.artifact("Pagination", () => pen.lines(lines, cellLeft + padding, top, size, lead))
      if (isEnd) cell.end()
    }
    if (isEnd) tagged?.tableRow.end()
  }
  const wholeOf = (row: SetRow): Part => ({ row, from: 0, to: row.lineCount, height: row.height })

  // White between the line above and the table; with the head it is part of the first row.
  const above = style.joined ? 0 : 5
  const firstHeight = head.height + above
  const total = body.reduce((sum, row) => sum + row.height, firstHeight)
  const isKept = !style.divisible && total <= grid.depth
  const parts = body.flatMap(row =>
    row.height > (grid.depth - head.height) / 2 && !isKept ? divideRow(row, lead, padding) : [wholeOf(row)],
  )
  const block: Block = {
    rows: parts.map((part, index): Row => {
      const height = part.height + (index === 0 ? firstHeight : 0)
      return { height, breakBefore: index === 0 ? "free" : isKept ? "avoid" : breakBefore(parts, index, style) }
    }),
    headHeight: head.height,
    keepWithNext: style.keepWithNext,
    content: {
      kind: "table",
      summary: style.summary,
      heads: columns.map(column => column.head),
      widths,
      aligns: columns.map(column => column.align ?? "center"),
      cells: style.footer ? [...cells, style.footer] : cells,
      size,
      lead,
      padding,
      isKept,
    },
    offGrid: style.joined,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "Table", { alt: style.summary })
      let y = top
      if (slice.from === 0) {
        y += above
        drawPart(pen, wholeOf(head), y, "TH", element)
        y += head.height
      } else if (slice.repeatsHead) {
        drawPart(pen, wholeOf(head), y - head.height, "TH")
      }
      for (const part of joinParts(parts.slice(slice.from, slice.to))) {
        drawPart(pen, part, y, "TD", element)
        y += part.height
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** One part a line; the white above and below belongs to the first and the last. */
const divideRow = (row: SetRow, lead: number, padding: number): Part[] =>
  Array.from({ length: row.lineCount }, (_, line) => {
    const edges = (line === 0 ? padding : 0) + (line === row.lineCount - 1 ? padding : 0)
    return { row, from: line, to: line + 1, height: lead + edges }
  })

/** At least two rows, or two lines of a divided one, on each side of a break; totals stay with the last row. */
function breakBefore(parts: readonly Part[], index: number, { footer }: TableStyle): Row["breakBefore"] {
  const part = parts[index]!
  const { row, from } = part
  if (from === 1 || (from > 1 && from === row.lineCount - 1)) return "never"
  if (from > 1) return "free"
  if (footer && index === parts.length - 1) return "never"
  const nearEdge = index === 1 || index === parts.length - (footer ? 2 : 1)
  return nearEdge ? "avoid" : "free"
}

/** The lines of a row that stand on one page, as one part. */
function joinParts(parts: readonly Part[]): Part[] {
  const joined: Part[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last?.row === part.row) joined[joined.length - 1] = { ...last, to: part.to, height: last.height + part.height }
    else joined.push(part)
  }
  return joined
}

/** The frame of a row with the lines between its columns. */
export function drawGrid(pen: Pen, widths: number[], top: number, height: number) {
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
