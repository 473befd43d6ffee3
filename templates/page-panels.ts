import type { LineStyle } from "./line-layout"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { baselineInRow, black, millimetre, typeSize } from "./page-geometry"
import { drawQr } from "./page-qr"

/** A QR code at the left edge with lines of text beside it. */
export function addQrPanel(sheet: Sheet, url: string, words: string[], alt: string): void {
  const grid = sheet.geometry
  const side = 24 * millimetre * grid.scale
  const size = typeSize.fourth * grid.scale
  const lines = words.map(
    text => layoutOnSheet(sheet, text, { face: "fang", size, width: grid.measure, align: "left" })[0]!,
  )
  const height = Math.ceil((side + 10) / grid.lead) * grid.lead
  const block: Block = {
    rows: [{ height, breakBefore: "free" }],
    content: { kind: "qrPanel", url, words, alt },
    draw(pen, slice, top) {
      const x = grid.left + 2 * grid.pitch
      const y = top + (height - side) / 2
      drawQr(pen, url, { x, y, side, alt })
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const lead = 22 * grid.scale
      const first = y + (side - lines.length * lead) / 2
      pen.content(element, "P", () => pen.lines(lines, x + side + 5 * millimetre, first, size, lead))
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/** 回执: a dashed line to cut along, then what a delegate fills in and hands back. */
export function addReplySlip(sheet: Sheet, meeting: string): void {
  const grid = sheet.geometry
  const size = typeSize.fourth * grid.scale
  const lead = 26 * grid.scale
  const style: LineStyle = { face: "fang", size, width: grid.measure, align: "left" }
  const heading = layoutOnSheet(sheet, "回　　执", { ...style, face: "title", align: "center" })[0]!
  const cut = layoutOnSheet(sheet, "沿此线剪下", { ...style, size: typeSize.smallFifth, align: "center" })[0]!
  const about = layoutOnSheet(sheet, `《${meeting.replace(/^《|》$/g, "")}》已收到。`, style)
  const choices = layoutOnSheet(sheet, "□ 参加　　□ 请假，事由：", style)[0]!
  const fields = ["姓名：", "代表类别：", "日期："].map(label => layoutOnSheet(sheet, label, style)[0]!)
  const lineCount = about.length + 3
  const height = Math.ceil((20 + lineCount * lead) / grid.lead) * grid.lead
  const block: Block = {
    rows: [{ height, breakBefore: "free" }],
    content: { kind: "replySlip", meeting },
    atBottom: true,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      pen.artifact("Layout", () => {
        pen.doc.dash(4, { space: 3 }).lineWidth(0.5).strokeColor(black)
        pen.doc
          .moveTo(grid.left, top + 6)
          .lineTo(grid.left + grid.measure, top + 6)
          .stroke()
        pen.doc.undash()
        pen.line(cut, grid.left, top + 17, typeSize.smallFifth)
      })
      const first = top + 20
      const baseline = (row: number) => first + row * lead + baselineInRow(size, lead)
      const write = (draw: () => void) => pen.content(element, "P", draw)
      write(() => pen.line(heading, grid.left, baseline(0), size))
      write(() => pen.lines(about, grid.left, first + lead, size, lead))
      const row = about.length + 1
      write(() => pen.line(choices, grid.left, baseline(row), size))
      blank(pen, grid.left + choices.width - size / 2, grid.left + grid.measure, baseline(row))
      for (const [index, line] of fields.entries()) {
        const x = grid.left + (grid.measure / 3) * index
        write(() => pen.line(line, x, baseline(row + 1), size))
        blank(pen, x + line.width - size / 2, x + grid.measure / 3 - size / 2, baseline(row + 1))
      }
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

function blank(pen: Pen, from: number, to: number, baseline: number) {
  pen.rule(from, baseline + 2.5, to - from, 0.5)
}
