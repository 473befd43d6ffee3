import type { Alignment, Line } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { black, millimetre, typeSize } from "./page-geometry"
import { drawGrid } from "./page-table"
import type { Row } from "./paginate"
import type { StructureElement } from "./pdf-document"

/** What was written by hand on a tablet: strokes of x and y in turn, in tenths of a CSS pixel of a pad so wide and high. */
export type Handwriting = { strokes: number[][]; width: number; height: number }

/** Text, or a handwriting that stands for it; `of` says whose it is to those who cannot see it. */
export type FormCell = string | { handwriting: Handwriting; of: string }

/** A column of a form: its width is a share of the measure, for a hand needs its room whatever is printed. */
export type FormColumn = { head: string; share: number; align?: Alignment }

export type FormStyle = {
  size?: number
  /** The least height of a row, in points: room to write in. */
  rowHeight: number
  /** What the form holds, for a screen reader. */
  summary: string
}

type SetCell = { lines: Line[] } | { handwriting: Handwriting; of: string }
type SetRow = { cells: SetCell[]; height: number }

const padding = 3

/**
 * A ruled form to be written in, or with what was written in it: columns of fixed width, rows of a least height, its head
 * repeated on each page. No row is divided, and none stands alone on a page.
 */
export function addForm(sheet: Sheet, columns: FormColumn[], cells: FormCell[][], style: FormStyle): void {
  const grid = sheet.geometry
  const size = style.size ?? typeSize.smallFourth * grid.scale
  const lead = size * 1.3
  const whole = columns.reduce((sum, column) => sum + column.share, 0)
  const widths = columns.map(column => (grid.measure * column.share) / whole)
  const setLines = (text: string, index: number, head: boolean) =>
    text === ""
      ? []
      : layoutOnSheet(sheet, text, {
          face: head ? "hei" : "fang",
          size,
          width: widths[index]! - 2 * padding,
          align: head ? "center" : (columns[index]!.align ?? "center"),
        })
  const setRow = (row: FormCell[], head: boolean): SetRow => {
    const set = columns.map((_, index): SetCell => {
      const cell = row[index] ?? ""
      return typeof cell === "string" ? { lines: setLines(cell, index, head) } : cell
    })
    const most = Math.max(1, ...set.map(cell => ("lines" in cell ? cell.lines.length : 1)))
    return { cells: set, height: Math.max(head ? 0 : style.rowHeight, most * lead + 2 * padding) }
  }
  const head = setRow(
    columns.map(column => column.head),
    true,
  )
  const body = cells.map(row => setRow(row, false))

  const drawRow = (pen: Pen, row: SetRow, top: number, tag: "TH" | "TD", table?: StructureElement) => {
    drawGrid(pen, widths, top, row.height)
    const tableRow = table && pen.element("TR", table)
    let left = grid.left
    for (const [index, cell] of row.cells.entries()) {
      const box = { x: left, y: top, width: widths[index]!, height: row.height }
      left += box.width
      const write = () =>
        "lines" in cell &&
        pen.lines(cell.lines, box.x + padding, top + (row.height - cell.lines.length * lead) / 2, size, lead)
      if (!tableRow) {
        pen.artifact("Pagination", write)
        continue
      }
      const element = pen.element(tag, tableRow, tag === "TH" ? { scope: "Column" } : {})
      if ("lines" in cell) pen.content(element, tag, write)
      else drawHandwriting(pen, cell, box, element)
      element.end()
    }
    tableRow?.end()
  }

  const block: Block = {
    rows: body.map((row, index): Row => {
      const nearEdge = index === 1 || index === body.length - 1
      return {
        height: row.height + (index === 0 ? head.height + above : 0),
        breakBefore: index && nearEdge ? "avoid" : "free",
      }
    }),
    headHeight: head.height,
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

/** White between the line above and the form. */
const above = 5

/** Handwriting in a row made high by other words stays as large as in its neighbours. */
const tallest = 9 * millimetre

type Box = { x: number; y: number; width: number; height: number }

/** The ink of a handwriting as large as its cell permits: the pad around it is left out. */
function drawHandwriting(
  pen: Pen,
  { handwriting, of }: { handwriting: Handwriting; of: string },
  cell: Box,
  parent: StructureElement,
) {
  const points = handwriting.strokes.flat()
  const xs = points.filter((_, at) => at % 2 === 0)
  const ys = points.filter((_, at) => at % 2 === 1)
  if (xs.length === 0) return
  const ink = { x: Math.min(...xs), y: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
  const room = { width: cell.width - 4 * padding, height: Math.min(cell.height - 2 * padding, tallest) }
  const scale = Math.min(room.width / Math.max(1, ink.right - ink.x), room.height / Math.max(1, ink.bottom - ink.y))
  const left = cell.x + (cell.width - (ink.right - ink.x) * scale) / 2
  const top = cell.y + (cell.height - (ink.bottom - ink.y) * scale) / 2
  const at = (stroke: number[], index: number): [number, number] => [
    left + (stroke[index]! - ink.x) * scale,
    top + (stroke[index + 1]! - ink.y) * scale,
  ]
  const figure = pen.element("Figure", parent, {
    alt: `${of}的手写签名`,
    bbox: [cell.x, cell.y, cell.x + cell.width, cell.y + cell.height],
    placement: "Block",
  })
  pen.content(figure, "Figure", () => {
    const { doc } = pen
    doc
      .lineWidth(0.35 * millimetre)
      .strokeColor(black)
      .lineCap("round")
      .lineJoin("round")
    for (const stroke of handwriting.strokes) {
      doc.moveTo(...at(stroke, 0))
      // A dot is a line of no length, which a round cap makes visible.
      if (stroke.length === 2) doc.lineTo(...at(stroke, 0))
      for (let index = 2; index < stroke.length; index += 2) doc.lineTo(...at(stroke, index))
    }
    doc.stroke()
    doc.lineCap("butt").lineJoin("miter")
  })
  figure.end()
}
