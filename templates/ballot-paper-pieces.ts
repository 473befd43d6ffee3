import { choiceMarks } from "./choice-marks"
import type { Line, LineStyle } from "./line-layout"
import { layoutOnSheet, type Pen, type Sheet } from "./page"
import { baselineInRow, black, millimetre, typeSize } from "./page-geometry"
import type { StructureElement } from "./pdf-document"

/** A piece of a ballot paper: so high, and drawn from its upper left corner. */
export type Piece = { height: number; draw(pen: Pen, parent: StructureElement, x: number, top: number): void }

const gap = 3 * millimetre

/** Text as one element of the structure. */
export function textPiece(
  sheet: Sheet,
  text: string,
  style: Omit<LineStyle, "face"> & { face?: LineStyle["face"]; lead?: number; tag?: "P" | "H2"; after?: number },
): Piece {
  const { lead = style.size * 1.4, tag = "P", after = 0, ...rest } = style
  const lines = layoutOnSheet(sheet, text, { face: "fang", align: "justify", ...rest })
  return {
    height: lines.length * lead + after,
    draw: (pen, parent, x, top) => write(pen, parent, tag, () => pen.lines(lines, x, top, style.size, lead)),
  }
}

/**
 * 赞成, 反对, 弃权 side by side, each with a square to be ticked. Owners say 同意, and mark it with a ring: there the words of
 * `said` stand without the marks of the tablets, of which one is a ring.
 */
export function choicePiece(sheet: Sheet, width: number, said?: readonly string[]): Piece {
  const cell = (width - 2 * gap) / 3
  const height = 15 * millimetre
  const size = typeSize.second - 2
  const words = choiceMarks.map(({ word }, at) =>
    lineOf(sheet, said?.[at] ?? word, { face: "hei", size, width: cell, align: "left" }),
  )
  return {
    height: height + gap,
    draw(pen, parent, x, top) {
      for (const [at, { draw }] of choiceMarks.entries()) {
        const left = x + at * (cell + gap)
        const middle = top + height / 2
        const text = left + 13 * millimetre
        pen.artifact("Layout", () => {
          pen.doc.lineWidth(0.8).strokeColor(black).rect(left, top, cell, height).stroke()
          drawSquare(pen, left + 3 * millimetre, middle, 8 * millimetre)
          pen.doc.lineWidth(1.8)
          if (!said) draw(pen, text + size * 0.5, middle, 6.5)
        })
        const word = said ? text + size * 0.4 : text + size * 1.2
        write(pen, parent, "P", () => pen.line(words[at]!, word, middle + size * 0.36, size))
      }
    },
  }
}

/** Options one below the other, in two columns where all of them are short, each with a square to be ticked. */
export function optionsPiece(sheet: Sheet, labels: readonly string[], width: number, size: number): Piece {
  const square = 6.5 * millimetre
  const indent = square + 3 * millimetre
  const lead = Math.max(size * 1.35, square + 1)
  const set = (columns: number) => {
    const column = (width - (columns - 1) * gap) / columns
    return labels.map(text => layoutOnSheet(sheet, text, { face: "fang", size, width: column - indent, align: "left" }))
  }
  const narrow = set(2)
  const columns = narrow.every(lines => lines.length === 1) && labels.length > 3 ? 2 : 1
  const lines = columns === 2 ? narrow : set(1)
  const perColumn = Math.ceil(lines.length / columns)
  const heights = lines.map(one => one.length * lead + 2.5 * millimetre)
  const columnHeights = Array.from({ length: columns }, (_, at) =>
    heights.slice(at * perColumn, (at + 1) * perColumn).reduce((sum, one) => sum + one, 0),
  )
  return {
    height: Math.max(...columnHeights) + gap,
    draw(pen, parent, x, top) {
      let y = top
      for (const [at, one] of lines.entries()) {
        if (at === perColumn) y = top
        const left = x + Math.floor(at / perColumn) * ((width + gap) / columns)
        pen.artifact("Layout", () => drawSquare(pen, left, y + lead / 2, square))
        write(pen, parent, "P", () => pen.lines(one, left + indent, y, size, lead))
        y += heights[at]!
      }
    },
  }
}

/** 填写示范 with words that are on no paper, so that it speaks for nothing: the first of three boxes bears a ring. */
export function sampleMarkPiece(sheet: Sheet, width: number, size: number): Piece {
  const labels = ["甲项", "乙项", "丙项"]
  const head = lineOf(sheet, "填写示范（选甲项的）：", { face: "fang", size, width, align: "left" })
  const words = labels.map(text => lineOf(sheet, text, { face: "fang", size, width, align: "left" }))
  const side = size * 1.25
  const height = side + 2 * millimetre
  return {
    height,
    draw(pen, parent, x, top) {
      const middle = top + height / 2
      const baseline = middle + size * 0.36
      write(pen, parent, "P", () => pen.line(head, x, baseline, size))
      let left = x + head.width + 2 * millimetre
      for (const [at, line] of words.entries()) {
        const box = left
        pen.artifact("Layout", () => {
          drawSquare(pen, box, middle, side)
          if (at === 0)
            pen.doc
              .lineWidth(1.4)
              .circle(box + side / 2, middle, side * 0.36)
              .stroke()
        })
        write(pen, parent, "P", () => pen.line(line, box + side + 1.5 * millimetre, baseline, size))
        left += side + line.width + 7 * millimetre
      }
    },
  }
}

/** A label with a line to write on, from `x` over `width`. */
export function writeHere(
  pen: Pen,
  sheet: Sheet,
  parent: StructureElement,
  label: string,
  { x, baseline, width, size }: { x: number; baseline: number; width: number; size: number },
): void {
  const line = lineOf(sheet, label, { face: "fang", size, width: 1e5, align: "left" })
  write(pen, parent, "P", () => pen.line(line, x, baseline, size))
  pen.rule(x + line.width, baseline + 2.5, Math.max(0, width - line.width), 0.5)
}

/** One line, set as much smaller as it takes to fit. */
export function fitLine(sheet: Sheet, text: string, style: LineStyle): { line: Line; size: number } {
  const natural = lineOf(sheet, text, { ...style, align: "left", width: 1e5 })
  const size = Math.min(style.size, (style.size * style.width) / Math.max(1, natural.width))
  return { line: lineOf(sheet, text, { ...style, size }), size }
}

export const lineOf = (sheet: Sheet, text: string, style: LineStyle): Line =>
  layoutOnSheet(sheet, text.replaceAll("\n", ""), style)[0]!

export function write(pen: Pen, parent: StructureElement, tag: string, draw: () => void): void {
  const element = pen.element(tag, parent)
  pen.content(element, tag, draw)
  element.end()
}

export const rowBaseline = (top: number, size: number, lead: number) => top + baselineInRow(size, lead)

function drawSquare({ doc }: Pen, left: number, middle: number, side: number) {
  doc
    .lineWidth(1.2)
    .strokeColor(black)
    .rect(left, middle - side / 2, side, side)
    .stroke()
}
