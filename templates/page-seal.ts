import { type Block, layoutOnSheet, type Sheet } from "./page"
import { baselineInRow, millimetre, typeSize } from "./page-geometry"

export type SealPlace = {
  /** Where the seal is pressed: the right when left out, as under 落款. */
  align?: "left" | "center" | "right"
  /** Its diameter in millimetres: 42 of a 居民委员会 unless told otherwise. */
  diameter?: number
  /** A light dashed circle with 盖章处 in it; nothing is printed unless asked for. */
  marked?: boolean
}

/** Room for a seal in whole lines; at least two lines of text go with it to a new page (no 此页无正文). */
export function addSealPlace(sheet: Sheet, { align = "right", diameter = 42, marked = false }: SealPlace = {}): void {
  const { left, measure, lead, pitch, scale } = sheet.geometry
  const across = diameter * millimetre
  const height = Math.ceil(across / lead) * lead
  const size = typeSize.fifth * scale
  const words = layoutOnSheet(sheet, "盖章处", { face: "fang", size, width: across, align: "center" })[0]!
  const room = measure - across
  const x = left + (align === "left" ? 2 * pitch : align === "center" ? room / 2 : room - 2 * pitch)
  const block: Block = {
    rows: [{ height, breakBefore: "never" }],
    carries: 2,
    keepWithNext: true,
    draw(pen, _slice, top) {
      if (!marked) return
      const y = top + (height - across) / 2
      pen.artifact("Layout", () => {
        pen.doc.dash(3, { space: 3 }).lineWidth(0.5).strokeColor(light)
        pen.doc.circle(x + across / 2, y + across / 2, across / 2).stroke()
        pen.doc.undash()
        pen.line(words, x, y + (across - lead) / 2 + baselineInRow(size, lead), size, light)
      })
    },
  }
  sheet.blocks.push(block)
}

const light = "#A8A8A8"
