import { type EmbeddedFont, embedFont } from "./embedded-font"
import type { OpenFont } from "./font-files"
import type { Line } from "./line-layout"
import type { PdfDocument } from "./pdf-document"

/**
 * Writes the runs of a line at their places: each character by its own glyph. PDFKit's `text()` would shape every run three
 * times over, for ligatures and kerning that the layout has ruled out, and take half the time of a page.
 */
export function writeLine(doc: PdfDocument, line: Line, x: number, baseline: number, size: number): void {
  if (line.runs.length === 0) return
  const operators = ["BT"]
  let font: OpenFont | undefined
  let spacing: number | undefined
  for (const run of line.runs) {
    const embedded = embeddedFont(doc, run.font)
    if (font !== run.font) operators.push(`/${embedded.id} ${size} Tf`)
    font = run.font
    // Said at each line's beginning: it outlives the line before.
    if (run.spacing !== spacing) operators.push(`${short(run.spacing)} Tc`)
    spacing = run.spacing
    // The page is turned upside down for drawing from its top; type stands upright again.
    operators.push(`1 0 0 -1 ${short(x + run.x)} ${short(baseline)} Tm`)
    operators.push(`<${embedded.nameGlyphs(run.text)}> Tj`)
  }
  operators.push("ET")
  doc.addContent(operators.join("\n"))
}

/** Ten-thousandths of a point: a thousandth of what a printer can do, and half as long to write as PDFKit's measure. */
const short = (value: number): string => String(Math.round(value * 1e4) / 1e4)

/** The file's cut of a font, begun when its first character is written, and named among the page's fonts. */
function embeddedFont(doc: PdfDocument, font: OpenFont): EmbeddedFont {
  const fonts = doc._fontFamilies
  let embedded = fonts[font.key]
  if (!embedded) {
    embedded = embedFont(doc, font, `F${Object.keys(fonts).length + 1}`)
    fonts[font.key] = embedded
  }
  doc.page.fonts[embedded.id] ??= embedded.ref()
  return embedded
}
