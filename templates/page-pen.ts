import type { Pen, Sheet } from "./page"
import { baselineInRow, black } from "./page-geometry"
import { writeLine } from "./page-glyphs"
import type { PdfDocument, StructureElement } from "./pdf-document"

/** The pen of one paper; `root` is its element. */
export function makePen(doc: PdfDocument, sheet: Sheet, root: StructureElement): Pen {
  const pen: Pen = {
    doc,
    fonts: sheet.fonts,
    geometry: sheet.geometry,
    elements: new Map(),
    line(line, x, baseline, size, color = black) {
      doc.fillColor(color)
      writeLine(doc, line, x, baseline, size)
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
