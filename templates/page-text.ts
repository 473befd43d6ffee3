import type { Face } from "./fonts"
import type { Alignment, Line } from "./line-layout"
import { type Block, blockElement, bodyFaceOf, layoutOnSheet, type Sheet } from "./page"
import { baselineInRow } from "./page-geometry"
import type { Row } from "./paginate"

export type TextStyle = {
  face?: Face
  size?: number
  lead?: number
  align?: Alignment
  /** Indents in points; a paragraph begins with two characters (空二字) unless told otherwise. */
  firstIndent?: number
  indent?: number
  width?: number
  color?: string
  tag?: string
  keepWithNext?: boolean
  keepTogether?: boolean
  /** Rows of text before it that go with it to a new page. */
  carries?: number
  outlineLevel?: number
  nameList?: boolean
}

/** A run of text over the whole measure, on the line grid. */
export function addText(sheet: Sheet, text: string, style: TextStyle = {}): void {
  const grid = sheet.geometry
  const size = style.size ?? grid.body
  const lead = style.lead ?? grid.lead
  const lines = layoutOnSheet(sheet, text, {
    face: style.face ?? bodyFaceOf(sheet),
    size,
    pitch: size === grid.body ? grid.pitch : size,
    width: style.width ?? grid.measure,
    align: style.align,
    firstIndent: style.firstIndent,
    indent: style.indent,
    nameList: style.nameList,
  })
  const tag = style.tag ?? "P"
  const block: Block = {
    rows: rowsOf(lines, lead, style.keepTogether),
    keepWithNext: style.keepWithNext,
    carries: style.carries,
    outline: style.outlineLevel ? { level: style.outlineLevel, title: text.replaceAll("\n", "") } : undefined,
    content: {
      kind: "text",
      text,
      tag,
      face: style.face ?? bodyFaceOf(sheet),
      size,
      align: style.align ?? "justify",
      firstIndent: style.firstIndent ?? 0,
    },
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, tag)
      pen.content(element, tag, () =>
        pen.lines(lines.slice(slice.from, slice.to), grid.left, top, size, lead, style.color),
      )
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** A paragraph of the body: 3号 仿宋, 段首空二字, to both edges. */
export function addParagraph(sheet: Sheet, text: string, style: TextStyle = {}): void {
  addText(sheet, text, { firstIndent: 2 * sheet.geometry.pitch, ...style })
}

/**
 * Headings of the body: 一、黑体, （一）楷体, 1.仿宋, （1）仿宋; the number is part of the text (headingNumber). They stay with
 * what follows.
 */
export function addHeading(sheet: Sheet, level: 1 | 2 | 3 | 4, text: string, style: TextStyle = {}): void {
  const face: Face = level === 1 ? "hei" : level === 2 ? "kai" : "fang"
  const tag = `H${level + 1}`
  addParagraph(sheet, text, { face, tag, keepWithNext: true, outlineLevel: level < 3 ? level : undefined, ...style })
}

/** Lines left empty; they vanish at the top of a page. */
export function addBlank(sheet: Sheet, count = 1): void {
  const rows = Array.from({ length: count }, (): Row => ({ height: sheet.geometry.lead, breakBefore: "free" }))
  sheet.blocks.push({ rows, blank: true, draw: () => undefined })
}

export type LabelledStyle = {
  nameList?: boolean
  keepWithNext?: boolean
  keepTogether?: boolean
  /** Face of the label: 黑 in the attendance lists of the standard. */
  labelFace?: Face
  /** Characters left free before the label: two unless told otherwise. */
  free?: number
}

/** `出席：甲一、乙二……`: label two characters in, the following lines under the first character after the colon. */
export function addLabelled(sheet: Sheet, label: string, text: string, style: LabelledStyle = {}): void {
  const grid = sheet.geometry
  const size = grid.body
  const left = (style.free ?? 2) * grid.pitch
  const labelFace = style.labelFace ?? "hei"
  const labelLine = layoutOnSheet(sheet, label, {
    face: labelFace,
    size,
    pitch: grid.pitch,
    width: grid.measure - left,
    align: "left",
  })[0]
  const indent = left + [...label].length * grid.pitch
  const lines = layoutOnSheet(sheet, text, {
    face: bodyFaceOf(sheet),
    size,
    pitch: grid.pitch,
    width: grid.measure,
    firstIndent: indent,
    indent,
    nameList: style.nameList,
  })
  const block: Block = {
    rows: rowsOf(lines, grid.lead, style.keepTogether),
    keepWithNext: style.keepWithNext,
    content: { kind: "labelled", label, labelFace, text },
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      pen.content(element, "P", () => {
        if (slice.from === 0 && labelLine)
          pen.line(labelLine, grid.left + left, top + baselineInRow(size, grid.lead), size)
        pen.lines(lines.slice(slice.from, slice.to), grid.left, top, size, grid.lead)
      })
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** Two short labelled texts side by side; one below the other when one of them needs more than half the measure. */
export function addLabelledPair(sheet: Sheet, first: [string, string], second: [string, string]): void {
  const grid = sheet.geometry
  const { body: size, pitch } = grid
  const half = Math.floor(grid.columns / 2)
  const set = (text: string, face: Face) =>
    layoutOnSheet(sheet, text, { face, size, pitch, width: grid.measure, align: "left" })[0]!
  const parts = [first, second].map(([label, text], index) => {
    const left = index === 0 ? 2 * pitch : (half + 1) * pitch
    return {
      label: set(label, "hei"),
      text: set(text, bodyFaceOf(sheet)),
      left,
      textLeft: left + [...label].length * pitch,
    }
  })
  if (parts.some(({ left, textLeft, text }) => textLeft - left + text.width > (half - 1) * pitch)) {
    addLabelled(sheet, ...first)
    addLabelled(sheet, ...second)
    return
  }
  const block: Block = {
    rows: [{ height: grid.lead, breakBefore: "free" }],
    content: { kind: "labelledPair", pair: [first, second] },
    draw(pen, _slice, top) {
      const baseline = top + baselineInRow(size, grid.lead)
      for (const { label, text, left, textLeft } of parts) {
        const element = pen.element("P")
        pen.content(element, "P", () => {
          pen.line(label, grid.left + left, baseline, size)
          pen.line(text, grid.left + textLeft, baseline, size)
        })
        element.end()
      }
    },
  }
  sheet.blocks.push(block)
}

function rowsOf(lines: Line[], lead: number, together = false): Row[] {
  return lines.map((_, index) => ({ height: lead, breakBefore: index && together ? "never" : "free" }))
}
