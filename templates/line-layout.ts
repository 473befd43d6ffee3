import { cleanText } from "./clean-text"
import type { OpenFont } from "./font-files"
import type { Fonts } from "./fonts"
import { cutOverlong, mayBreakAfter, mayBreakNamesAfter } from "./line-breaks"
import { type CharacterStyle, type SetCharacter, setCharacters } from "./line-characters"
import { placeLine } from "./line-placement"

/** Characters of one font with one spacing, from `x` (points from the left edge of the measure). */
export type Run = { text: string; font: OpenFont; x: number; spacing: number }
export type Line = {
  runs: Run[]
  text: string
  /** Width of what is printed, in points. */
  width: number
  /** Last line of its paragraph. */
  last: boolean
}
export type Alignment = "justify" | "left" | "center" | "right"
export type LineStyle = CharacterStyle & {
  /** Measure in points. */
  width: number
  align?: Alignment
  /** Indent of the first line and of the others, in points. */
  firstIndent?: number
  indent?: number
  /** A list of names: lines end between names, and are not stretched. */
  nameList?: boolean
}

/**
 * Sets a text in lines by the Chinese rules: marks neither begin nor end a line wrongly, a mark at the line's end may take
 * half its width, marks in the line are squeezed before a word is pushed out, and lines are stretched to both edges.
 * `\n` ends a paragraph. Pure but for the fonts, which are only measured.
 */
export function layoutLines(text: string, fonts: Fonts, style: LineStyle): Line[] {
  return cleanText(text)
    .split("\n")
    .flatMap(paragraph => layoutParagraph(setCharacters(paragraph, fonts, style), style))
}

function layoutParagraph(characters: SetCharacter[], style: LineStyle): Line[] {
  if (!characters.length) return [{ runs: [], text: "", width: 0, last: true }]
  const lines: Line[] = []
  let start = 0
  while (start < characters.length) {
    const first = start === 0
    const indent = (first ? style.firstIndent : style.indent) ?? 0
    if (!first) {
      while (characters[start]?.text === " ") start++
      if (start >= characters.length) break
    }
    // An opening mark at the edge gives up the white before it; behind a paragraph's indent it keeps its place.
    const flush = style.align !== "center" && (!first || indent === 0)
    if (flush) trimLineStart(characters[start]!)
    const available = style.width - indent
    const end = findLineEnd(characters, start, available, style)
    const last = end >= characters.length
    lines.push(placeLine(characters.slice(start, end), { available, indent, last, style }))
    start = end
  }
  return lines
}

function trimLineStart(character: SetCharacter) {
  if (character.whiteBefore > 0) {
    character.kern = -character.whiteBefore
    character.whiteBefore = 0
  }
}

/** Index after the last character of the line that begins at `start`. */
function findLineEnd(characters: SetCharacter[], start: number, available: number, style: LineStyle): number {
  const byNames = style.nameList ? seekLineEnd(characters, start, available, style, mayBreakNamesAfter) : 0
  const end = byNames || seekLineEnd(characters, start, available, style, mayBreakAfter)
  if (end) return end
  let width = 0
  let cut = start
  while (cut < characters.length && width + widthOf(characters[cut]!) <= available) width += widthOf(characters[cut++]!)
  return cut > start ? cutOverlong(characters, start, cut) : start + 1
}

const widthOf = (character: SetCharacter) => character.width + character.kern

function seekLineEnd(
  characters: SetCharacter[],
  start: number,
  available: number,
  style: LineStyle,
  mayBreak: (characters: readonly SetCharacter[], index: number) => boolean,
): number {
  const pitch = style.pitch ?? style.size
  const reach = available + 0.01
  let fitted = 0
  let fittedWidth = 0
  let width = 0
  let squeezable = 0
  for (let index = start; index < characters.length; index++) {
    const one = characters[index]!
    width += widthOf(one)
    if (index > start) squeezable += one.whiteBefore
    if (index + 1 === characters.length || mayBreak(characters, index)) {
      const trailing = one.text === " " ? one.width : 0
      if (width - trailing <= reach) {
        fitted = index + 1
        fittedWidth = width - trailing
      } else {
        const slack = fitted ? available - fittedWidth : Number.POSITIVE_INFINITY
        // 5.1.10: a mark at the line's end takes half its width.
        if (width - one.whiteAfter <= reach && slack > 0) return index + 1
        // 5.1.11: marks within the line are squeezed, when that spares more than half a character of stretching.
        if (width - one.whiteAfter - squeezable <= available && slack > pitch * 0.55) return index + 1
        return fitted
      }
    }
    squeezable += one.whiteAfter
    if (width - squeezable > available + pitch * 2 && fitted) return fitted
  }
  return fitted
}
