import type { LineStyle } from "./line-layout"
import { type Block, layoutOnSheet, openSheet, type Pen, type Sheet } from "./page"
import { a4, black, millimetre, typeSize } from "./page-geometry"
import { drawQr } from "./page-qr"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const checkInSlipsTemplate: PdfTemplate<CheckInSlipsFacts> = {
  name: "check-in-slips",
  version: 1,
  format: "pdf",
  set: setCheckInSlips,
}

export type CheckInSlip = {
  name: string
  delegation: string
  /** What a delegate types when no camera is at hand; printed in groups of four. */
  code: string
  /** Address behind the QR code: opens the check-in page with the code filled in. */
  url: string
}

export type CheckInSlipsFacts = {
  community: string
  meeting: string
  time: string
  venue: string
  slips: CheckInSlip[]
}

const columns = 2
const rowsOnPage = 5
const width = a4.measure / columns
const height = a4.depth / rowsOnPage

/** A sheet to cut up: ten slips a page, each with name, delegation, code and QR code. */
function setCheckInSlips(facts: CheckInSlipsFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}签到条`,
    author: facts.community,
    subject: "签到条",
    date: printing.date,
    fontDir: printing.fontDir,
    names: facts.slips.map(slip => slip.name),
    // The sheet is cut up.
    pageNumbers: false,
  })
  const rowCount = Math.ceil(facts.slips.length / columns)
  const block: Block = {
    rows: Array.from({ length: rowCount }, () => ({ height, breakBefore: "free" as const })),
    draw(pen, slice, top) {
      for (let row = slice.from; row < slice.to; row++) {
        const y = top + (row - slice.from) * height
        for (const [column, slip] of facts.slips.slice(row * columns, (row + 1) * columns).entries()) {
          const x = a4.left + column * width
          drawCutLines(pen, { x, y, first: row === slice.from, leftmost: column === 0 })
          drawSlip(pen, sheet, facts, slip, x, y)
        }
      }
    },
  }
  sheet.blocks.push(block)
  return sheet
}

/** Each line between two slips is drawn once: two dashed lines over each other would look solid. */
function drawCutLines(
  pen: Pen,
  { x, y, first, leftmost }: { x: number; y: number; first: boolean; leftmost: boolean },
) {
  pen.artifact("Layout", () => {
    pen.doc.dash(3, { space: 3 }).lineWidth(0.5).strokeColor(black)
    if (first) pen.doc.moveTo(x, y).lineTo(x + width, y)
    if (leftmost) pen.doc.moveTo(x, y).lineTo(x, y + height)
    pen.doc.moveTo(x + width, y).lineTo(x + width, y + height)
    pen.doc.moveTo(x, y + height).lineTo(x + width, y + height)
    pen.doc.stroke()
    pen.doc.undash()
  })
}

function drawSlip(pen: Pen, sheet: Sheet, facts: CheckInSlipsFacts, slip: CheckInSlip, x: number, y: number) {
  const inner = width - 5 * millimetre
  const left = x + 2.5 * millimetre
  const side = 24 * millimetre
  const qrLeft = x + width - side - 4 * millimetre
  const textWidth = qrLeft - left - 3 * millimetre
  const section = pen.element("Sect")
  const write = (text: string, style: Partial<LineStyle>, baseline: number, measure: number) => {
    const size = style.size ?? typeSize.fifth
    const line = fitLine(sheet, text, { face: "fang", size, width: measure, align: "left", ...style })
    const element = pen.element("P", section)
    pen.content(element, "P", () => pen.line(line.line, left, baseline, line.size))
    element.end()
  }
  write(facts.meeting, { face: "hei", size: typeSize.fifth }, y + 16, inner)
  write(`${facts.time}　${facts.venue}`, { size: typeSize.smallFifth }, y + 30, inner)
  const qrTop = y + 38
  const [firstPart, secondPart] = divideName(slip.name)
  write(
    firstPart,
    { face: "title", size: secondPart ? 13 : typeSize.second },
    qrTop + (secondPart ? 10 : 19),
    textWidth,
  )
  if (secondPart) write(secondPart, { face: "title", size: 13 }, qrTop + 25, textWidth)
  write(slip.delegation, { size: typeSize.smallFourth }, qrTop + 38, textWidth)
  write("签到码", { size: typeSize.smallFifth }, qrTop + 51, textWidth)
  write(groupCode(slip.code), { face: "song", size: typeSize.third }, qrTop + 67, textWidth)
  drawQr(pen, slip.url, { x: qrLeft, y: qrTop, side, alt: `${slip.name}的签到二维码` }, section)
  write("凭此条签到，限本人使用。", { size: typeSize.smallFifth }, y + height - 6, inner)
  section.end()
}

/** One line, set as much smaller as it takes to fit: a slip has no second line. */
function fitLine(sheet: Sheet, text: string, style: LineStyle) {
  const set = (size: number) => layoutOnSheet(sheet, text.replaceAll("\n", ""), { ...style, size, width: 1e5 })[0]!
  const natural = set(style.size)
  const size = Math.min(style.size, (style.size * style.width) / Math.max(1, natural.width))
  return { line: size === style.size ? natural : set(size), size }
}

/** A long name goes on two lines, divided after the middle dot nearest its half. */
function divideName(name: string): [string, string?] {
  if ([...name].length <= 8) return [name]
  const dots = [...name.matchAll(/·/g)].map(match => match.index + 1)
  const dot = dots.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0]
  return dot ? [name.slice(0, dot), name.slice(dot)] : [name]
}

function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1 ")
}
