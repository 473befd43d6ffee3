import { encode } from "uqr"
import type { Pen } from "./page"
import { black } from "./page-geometry"
import type { StructureElement } from "./pdf-document"

/** A QR code of `side` points, drawn as runs of modules so that no hairlines appear between them. */
export function drawQr(
  pen: Pen,
  text: string,
  { x, y, side, alt }: { x: number; y: number; side: number; alt: string },
  parent?: StructureElement,
): void {
  const modules = encode(text, { border: 0, ecc: "M" }).data
  const module = side / modules.length
  const figure = pen.element("Figure", parent, { alt, bbox: [x, y, x + side, y + side], placement: "Block" })
  pen.content(figure, "Figure", () => {
    modules.forEach((row, rowIndex) => {
      let from = 0
      while (from < row.length) {
        let to = from
        while (row[to]) to++
        if (to > from) pen.doc.rect(x + from * module, y + rowIndex * module, (to - from) * module, module + 0.02)
        from = to + 1
      }
    })
    pen.doc.fillColor(black).fill()
  })
  figure.end()
}
