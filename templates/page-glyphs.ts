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
  const { height } = doc.page
  // The page is turned upside down for drawing from its top; type stands upright again.
  const operators = [`q\n1 0 0 -1 0 ${short(height)} cm\nBT`]
  let font: OpenFont | undefined
  let spacing = 0
  for (const run of line.runs) {
    const embedded = embeddedFont(doc, run.font)
    if (font !== run.font) operators.push(`/${embedded.id} ${size} Tf`)
    font = run.font
    const wanted = Math.abs(run.spacing) < 1e-6 ? 0 : run.spacing
    if (wanted !== spacing) operators.push(`${short(wanted)} Tc`)
    spacing = wanted
    operators.push(`1 0 0 1 ${short(x + run.x)} ${short(height - baseline)} Tm`)
    operators.push(`<${embedded.nameGlyphs(run.text)}> Tj`)
  }
  operators.push("ET\nQ")
  doc.addContent(operators.join("\n"))
}

/** Millionths of a point: PDFKit's own measure. */
const short = (value: number): string => String(Math.round(value * 1e6) / 1e6)

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
