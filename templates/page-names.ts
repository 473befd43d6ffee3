import type { Face } from "./fonts"
import type { Line } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { baselineInRow } from "./page-geometry"
import type { Row } from "./paginate"

export type NameColumnsStyle = {
  /** Face of the label: 黑 unless told otherwise. */
  labelFace?: Face
  keepWithNext?: boolean
  /** Characters left free before the label: two unless told otherwise. */
  free?: number
  /** Whose names they are, in the face of the names between label and names: 居民代表：. */
  lead?: string
}

/** Three characters and the white between two names, which is wider than that within 甲　一. */
const columnCharacters = 5
const between = 2

type SetName = { name: string; lines: Line[]; column: number; columns: number }

/**
 * Names as offices print delegates: under one another in columns of five characters, 甲一 spread to 甲　一, longer names
 * over as many columns as they need. Label and lead stand before the first line; without them the names begin two characters in.
 */
export function addNameColumns(
  sheet: Sheet,
  label: string,
  names: readonly string[],
  style: NameColumnsStyle = {},
): void {
  const grid = sheet.geometry
  const { body: size, pitch, lead: lineHeight } = grid
  const labelFace = style.labelFace ?? "hei"
  const lead = style.lead ?? ""
  const free = style.free ?? 2
  const afterLabel = free + [...label].length
  // Behind a longer lead the names begin a column later, so that those of all delegations stand under one another.
  const indent = afterLabel + columnCharacters * Math.ceil([...lead].length / columnCharacters)
  const perLine = Math.max(1, Math.floor((grid.columns - indent + between) / columnCharacters))
  const rows = placeNames(sheet, names, perLine)
  const before = (
    [
      [label, labelFace, free],
      [lead, "fang", afterLabel],
    ] as const
  ).flatMap(([text, face, at]) => {
    const [line] = text ? layoutOnSheet(sheet, text, { face, size, pitch, width: grid.measure, align: "left" }) : []
    return line ? [{ line, x: grid.left + at * pitch }] : []
  })
  const left = grid.left + indent * pitch
  const block: Block = {
    rows: rows.map((): Row => ({ height: lineHeight, breakBefore: "free" })),
    keepWithNext: style.keepWithNext,
    content: { kind: "labelled", label, labelFace, text: lead + names.join("、") },
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const baseline = (row: number) => top + row * lineHeight + baselineInRow(size, lineHeight)
      if (slice.from === 0)
        for (const { line, x } of before) pen.content(element, "P", () => pen.line(line, x, baseline(0), size))
      for (const [index, row] of rows.slice(slice.from, slice.to).entries()) {
        for (const set of row) {
          const x = left + set.column * columnCharacters * pitch
          pen.content(element, "P", () => drawName(pen, set, { x, baseline: baseline(index), size, pitch }))
        }
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

function placeNames(sheet: Sheet, names: readonly string[], perLine: number): SetName[][] {
  const { body: size, pitch } = sheet.geometry
  const rows: SetName[][] = []
  let column = perLine
  for (const name of names) {
    const spread = [...name].length === 2 && /^\p{Script=Han}{2}$/u.test(name)
    const style = { face: "fang", size, pitch, align: "left" } as const
    const set = (text: string) => layoutOnSheet(sheet, text, { ...style, width: 1e5 })
    const lines = spread ? [...name].flatMap(set) : set(name)
    const width = spread ? 3 * pitch : lines[0]!.width
    const columns = Math.max(1, Math.ceil((width + pitch - 0.01) / (columnCharacters * pitch)))
    if (column + columns > perLine) {
      rows.push([])
      column = 0
    }
    if (columns > perLine) {
      // Longer than the line: a name of an organization, say, goes on below.
      const width = (perLine * columnCharacters - between) * pitch
      for (const line of layoutOnSheet(sheet, name, { ...style, width })) {
        if (rows.at(-1)!.length) rows.push([])
        rows.at(-1)!.push({ name, lines: [line], column: 0, columns: perLine })
      }
      column = perLine
      continue
    }
    rows.at(-1)!.push({ name, lines, column, columns })
    column += columns
  }
  return rows
}

function drawName(
  pen: Pen,
  { name, lines }: SetName,
  { x, baseline, size, pitch }: { x: number; baseline: number; size: number; pitch: number },
) {
  const [first, second] = lines
  if (!second) return pen.line(first!, x, baseline, size)
  // Read out and searched for as the name it is, without the white between its characters.
  pen.doc.markContent("Span", { actual: name })
  pen.line(first!, x, baseline, size)
  pen.line(second, x + 2 * pitch, baseline, size)
  pen.doc.endMarkedContent()
}
