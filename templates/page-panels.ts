import type { LineStyle } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { a4, baselineInRow, black, millimetre, typeSize } from "./page-geometry"
import { drawQr } from "./page-qr"

/** A QR code at the left edge with lines of text beside it. */
export function addQrPanel(sheet: Sheet, url: string, words: string[], alt: string): void {
  const side = 24 * millimetre
  const size = typeSize.fourth
  const lines = words.map(
    text => layoutOnSheet(sheet, text, { face: "fang", size, width: a4.measure, align: "left" })[0]!,
  )
  const height = Math.ceil((side + 10) / a4.lead) * a4.lead
  const block: Block = {
    rows: [{ height, breakBefore: "free" }],
    draw(pen, slice, top) {
      const x = a4.left + 2 * a4.pitch
      const y = top + (height - side) / 2
      drawQr(pen, url, { x, y, side, alt })
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const lead = 22
      const first = y + (side - lines.length * lead) / 2
      pen.content(element, "P", () => pen.lines(lines, x + side + 5 * millimetre, first, size, lead))
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** 回执: a dashed line to cut along, then what a delegate fills in and hands back. */
export function addReplySlip(sheet: Sheet, meeting: string): void {
  const size = typeSize.fourth
  const lead = 26
  const style: LineStyle = { face: "fang", size, width: a4.measure, align: "left" }
  const heading = layoutOnSheet(sheet, "回　　执", { ...style, face: "title", align: "center" })[0]!
  const cut = layoutOnSheet(sheet, "沿此线剪下", { ...style, size: typeSize.smallFifth, align: "center" })[0]!
  const about = layoutOnSheet(sheet, `《${meeting.replace(/^《|》$/g, "")}》已收到。`, style)
  const choices = layoutOnSheet(sheet, "□ 参加　　□ 请假，事由：", style)[0]!
  const fields = ["姓名：", "代表类别：", "日期："].map(label => layoutOnSheet(sheet, label, style)[0]!)
  const lineCount = about.length + 3
  const height = Math.ceil((20 + lineCount * lead) / a4.lead) * a4.lead
  const block: Block = {
    rows: [{ height, breakBefore: "free" }],
    atBottom: true,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      pen.artifact("Layout", () => {
        pen.doc.dash(4, { space: 3 }).lineWidth(0.5).strokeColor(black)
        pen.doc
          .moveTo(a4.left, top + 6)
          .lineTo(a4.left + a4.measure, top + 6)
          .stroke()
        pen.doc.undash()
        pen.line(cut, a4.left, top + 17, typeSize.smallFifth)
      })
      const first = top + 20
      const baseline = (row: number) => first + row * lead + baselineInRow(size, lead)
      const write = (draw: () => void) => pen.content(element, "P", draw)
      write(() => pen.line(heading, a4.left, baseline(0), size))
      write(() => pen.lines(about, a4.left, first + lead, size, lead))
      const row = about.length + 1
      write(() => pen.line(choices, a4.left, baseline(row), size))
      blank(pen, a4.left + choices.width - size / 2, a4.left + a4.measure, baseline(row))
      for (const [index, line] of fields.entries()) {
        const x = a4.left + (a4.measure / 3) * index
        write(() => pen.line(line, x, baseline(row + 1), size))
        blank(pen, x + line.width - size / 2, x + a4.measure / 3 - size / 2, baseline(row + 1))
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

function blank(pen: Pen, from: number, to: number, baseline: number) {
  pen.rule(from, baseline + 2.5, to - from, 0.5)
}
