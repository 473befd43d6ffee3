import { type IParagraphOptions, type IRunOptions, LineRuleType, Paragraph, Tab, TextRun } from "docx"
import { cleanText } from "../clean-text"
import type { Face } from "../fonts"
import { wordFonts, wordStyle } from "./styles"
import { halfPoints, twips } from "./units"

export type RunStyle = { face?: Face; size?: number; color?: string; characterSpacing?: number }

/** A run of text, cleaned as the paper cleans it; `\n` divides its lines, `\t` goes on to the next tab stop. */
export function run(text: string, { face, size, color, characterSpacing }: RunStyle = {}): TextRun {
  const children: NonNullable<IRunOptions["children"]>[number][] = []
  const pieces = text.split(/(\t)/)
  for (const piece of pieces) children.push(piece === "\t" ? new Tab() : cleanText(piece))
  const font = face && wordFonts[face].name
  return new TextRun({
    children,
    ...(font ? { font: { ascii: font, eastAsia: font, hAnsi: font, cs: font } } : {}),
    ...(size ? { size: halfPoints(size), sizeComplexScript: halfPoints(size) } : {}),
    ...(color ? { color } : {}),
    ...(characterSpacing ? { characterSpacing } : {}),
  })
}

/** Lines of text divided by the author's `\n`. */
export function lines(text: string, style: RunStyle = {}): TextRun[] {
  return text
    .split("\n")
    .flatMap((line, index) => (index ? [new TextRun({ break: 1 }), run(line, style)] : [run(line, style)]))
}

export const paragraph = (style: string, children: IParagraphOptions["children"], options: IParagraphOptions = {}) =>
  new Paragraph({ style, children, ...options })

/** White of so many points, kept with what follows. */
export const spacer = (points: number) =>
  paragraph(wordStyle.fine, [], {
    keepNext: true,
    spacing: { line: twips(points), lineRule: LineRuleType.EXACT },
    run: { size: 2 },
  })
