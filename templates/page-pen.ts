import type { Pen, Sheet } from "./page"
import { baselineInRow, black } from "./page-geometry"
import type { PdfDocument, StructureElement } from "./pdf-document"

// Kerning and ligatures would move characters off the places the layout gave them.
const features = { kern: false, liga: false, clig: false, calt: false, rlig: false }

/** The pen of one paper; `root` is its element, and `registered` the fonts its file has already. */
export function makePen(doc: PdfDocument, sheet: Sheet, root: StructureElement, registered: Set<string>): Pen {
  const pen: Pen = {
    doc,
    fonts: sheet.fonts,
    geometry: sheet.geometry,
    elements: new Map(),
    line(line, x, baseline, size, color = black) {
      doc.fillColor(color)
      for (const { text, font, x: offset, spacing } of line.runs) {
        if (!registered.has(font.key)) doc.registerFont(font.key, font.font)
        registered.add(font.key)
        const characterSpacing = Math.abs(spacing) < 1e-6 ? 0 : spacing
        const options = { lineBreak: false, baseline: "alphabetic", characterSpacing, features }
        doc
          .font(font.key)
          .fontSize(size)
          .text(text, x + offset, baseline, options)
      }
    },
    lines(lines, x, top, size, lead, color) {
      for (const [index, line] of lines.entries()) {
        pen.line(line, x, top + index * lead + baselineInRow(size, lead), size, color)
      }
    },
    element(type, parent, options = {}) {
      const element = doc.struct(type, options)
      ;(parent ?? root).add(element)
      return element
    },
    content(element, type, draw) {
      element.add(doc.markStructureContent(type))
      draw()
      doc.endMarkedContent()
    },
    artifact(type, draw) {
      doc.markContent("Artifact", { type })
      draw()
      doc.endMarkedContent()
    },
    rule(x, y, length, width, color = black) {
      pen.artifact("Layout", () =>
        doc
          .moveTo(x, y)
          .lineTo(x + length, y)
          .lineWidth(width)
          .strokeColor(color)
          .stroke(),
      )
    },
  }
  return pen
}
