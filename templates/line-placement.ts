import type { SetCharacter } from "./line-characters"
import type { Line, LineStyle, Run } from "./line-layout"

/** A gap is stretched by at most this part of the type size; a line that would need more stays ragged. */
const greatestStretch = 0.16

type Placement = { available: number; indent: number; last: boolean; style: LineStyle }

/** Gives each character of one line its place: squeezes what is too wide, stretches what is too narrow, aligns. */
export function placeLine(characters: SetCharacter[], { available, indent, last, style }: Placement): Line {
  let count = characters.length
  while (count && characters[count - 1]!.text === " ") count--
  const line = characters.slice(0, count)
  const before = line.map(one => one.kern)
  const after = line.map(() => 0)
  let width = line.reduce((sum, one) => sum + one.width + one.kern, 0)
  if (width - available > 0.01) {
    squeeze(line, before, after, width - available)
    width = available
  } else if ((style.align ?? "justify") === "justify" && !last && !style.nameList) {
    // The white of a mark at the line's end counts as edge: the next lines' ink need not meet it.
    if (stretch(line, after, available - width, style.size)) width = available
  }
  let x = indent
  if (style.align === "center") x += (available - width) / 2
  if (style.align === "right") x += available - width
  return { runs: makeRuns(line, before, after, x, style.size), text: line.map(one => one.text).join(""), width, last }
}

/** Takes the surplus from the last mark first, then evenly from the marks of the line. */
function squeeze(line: SetCharacter[], before: number[], after: number[], surplus: number) {
  const end = line.length - 1
  const taken = Math.min(line[end]!.whiteAfter, surplus)
  after[end] = -taken
  const rest = surplus - taken
  if (rest <= 0.01) return
  let total = 0
  line.forEach((one, index) => {
    if (index) total += one.whiteBefore
    if (index < end) total += one.whiteAfter
  })
  const part = total > 0 ? Math.min(1, rest / total) : 0
  line.forEach((one, index) => {
    if (index) before[index]! -= one.whiteBefore * part
    if (index < end) after[index]! -= one.whiteAfter * part
  })
}

function stretch(line: SetCharacter[], after: number[], slack: number, size: number): boolean {
  const gaps: number[] = []
  for (let index = 0; index < line.length - 1; index++) {
    const left = line[index]!
    const right = line[index + 1]!
    const pair = (left.text === "—" || left.text === "…") && left.text === right.text
    if ((left.wide || right.wide || left.text === " ") && !pair) gaps.push(index)
  }
  if (!gaps.length || slack / gaps.length > size * greatestStretch) return false
  for (const gap of gaps) after[gap]! += slack / gaps.length
  return true
}

/** Joins characters of one font and one spacing: a PDF text run has a single character spacing. */
function makeRuns(line: SetCharacter[], before: number[], after: number[], left: number, size: number): Run[] {
  const runs: Run[] = []
  let x = left
  let run: Run | undefined
  let continuesAt = Number.NaN
  line.forEach((one, index) => {
    x += before[index]!
    const spacing = one.width - one.font.advance(one.codePoint) * size + after[index]!
    if (run && run.font === one.font && Math.abs(continuesAt - x) < 0.005) run.text += one.text
    else {
      run = { text: one.text, font: one.font, x, spacing }
      runs.push(run)
    }
    x += one.width + after[index]!
    continuesAt = Math.abs(run.spacing - spacing) < 0.002 ? x : Number.NaN
  })
  return runs
}
