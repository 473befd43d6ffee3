import type { OpenFont } from "./font-files"
import type { Line } from "./line-layout"
import type { EmbeddedFont, PdfDocument } from "./pdf-document"

/** What a character is called within one file's cut of a font, in hexadecimal. */
type Names = Map<number, string>
const namesInFile = new WeakMap<EmbeddedFont, Names>()

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
    operators.push(`<${namesOf(run.text, run.font, embedded)}> Tj`)
  }
  operators.push("ET\nQ")
  doc.addContent(operators.join("\n"))
}

/** Millionths of a point: PDFKit's own measure. */
const short = (value: number): string => String(Math.round(value * 1e6) / 1e6)

/** The file's cut of a font, opened when its first character is written, and named among the page's fonts. */
function embeddedFont(doc: PdfDocument, font: OpenFont): EmbeddedFont {
  if (!doc._fontFamilies[font.key]) doc.font(font.font, font.key)
  const embedded = doc._fontFamilies[font.key]!
  doc.page.fonts[embedded.id] ??= embedded.ref()
  return embedded
}

function namesOf(text: string, font: OpenFont, embedded: EmbeddedFont): string {
  let names = namesInFile.get(embedded)
  if (!names) {
    names = new Map()
    namesInFile.set(embedded, names)
  }
  let written = ""
  for (const character of text) {
    const codePoint = character.codePointAt(0)!
    let name = names.get(codePoint)
    if (name === undefined) {
      name = include(codePoint, font, embedded)
      names.set(codePoint, name)
    }
    written += name
  }
  return written
}

/** Takes a character's glyph into the file, with its width and what it reads as. */
function include(codePoint: number, font: OpenFont, embedded: EmbeddedFont): string {
  const glyph = embedded.subset.includeGlyph(font.glyphOf(codePoint))
  embedded.widths[glyph] ??= font.advance(codePoint) * 1000
  embedded.unicode[glyph] ??= [codePoint]
  return glyph.toString(16).padStart(4, "0")
}
