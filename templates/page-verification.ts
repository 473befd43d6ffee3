import { type Block, blockElement, bodyFaceOf, layoutOnSheet, type Sheet } from "./page"
import { addIssuerAndDate, type Issued, placeIssuerAndDate } from "./page-closing"
import { baselineInRow, millimetre, typeSize } from "./page-geometry"
import { drawQr } from "./page-qr"
import type { Printing } from "./printing"

/** What can be typed where no code can be scanned: as many digits of the digest as the code leads by, in groups of four. */
const verificationCode = (factsHash: string): string =>
  `核验码：${factsHash.slice(0, 16).match(/.{4}/g)?.join(" ") ?? ""}`

/**
 * How a sheet is verified: QR code, its digits to type and the digest of its facts, or the word that the office does it.
 * 落款 stands beside it where there is room; without one the strip stands at the foot of the last page. `qrSide`: its
 * least side, points.
 */
export function addVerification(
  sheet: Sheet,
  printing: Printing,
  issued?: Issued,
  { qrSide: leastSide = 0 } = {},
): void {
  const grid = sheet.geometry
  const qrSide = Math.max(leastSide, 22 * millimetre * grid.scale)
  const size = typeSize.smallFifth * grid.scale
  const lead = 10.5 * grid.scale
  const { verifyUrl, factsHash } = printing
  const words = verifyUrl ? "扫码或到社区办公室核验" : "本件可到社区办公室核验"
  const digest = factsHash.match(/.{1,24}/g) ?? []
  const lines = [words, verificationCode(factsHash), "内容摘要（SHA-256）：", ...digest].map((text, index) => {
    const face = index < 3 ? bodyFaceOf(sheet) : "song"
    return layoutOnSheet(sheet, text, { face, size, width: grid.measure, align: "left" })[0]!
  })
  const textLeft = verifyUrl ? qrSide + 4 * millimetre : 0
  const stripWidth = textLeft + Math.max(...lines.map(line => line.width))
  const placed = issued && placeIssuerAndDate(sheet, issued)
  const beside = placed && placed.left > stripWidth + 2 * grid.pitch
  if (issued && !beside) addIssuerAndDate(sheet, issued)
  const rows = Math.max(beside ? 3 : 2.3, leastSide / grid.lead)
  const block: Block = {
    rows: [{ height: rows * grid.lead, breakBefore: "never" }],
    content: {
      kind: "verification",
      url: verifyUrl,
      lines: lines.map(line => line.text),
      issuedBeside: beside ? placed.content : undefined,
    },
    atBottom: !beside,
    offGrid: !beside,
    keepWithNext: true,
    carries: 2,
    draw(pen, slice, top) {
      const bottom = top + rows * grid.lead
      if (verifyUrl) drawQr(pen, verifyUrl, { x: grid.left, y: bottom - qrSide, side: qrSide, alt: "核验二维码" })
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      for (const [index, line] of lines.entries()) {
        const baseline = bottom - (lines.length - index) * lead + baselineInRow(size, lead)
        pen.content(element, "P", () => pen.line(line, grid.left + textLeft, baseline, size))
      }
      endIfLast()
      for (const [index, line] of (beside ? placed.lines : []).entries()) {
        const paragraph = pen.element("P")
        const baseline = top + index * grid.lead + baselineInRow(grid.body, grid.lead)
        pen.content(paragraph, "P", () => pen.line(line, grid.left, baseline, grid.body))
        paragraph.end()
      }
    },
  }
  sheet.blocks.push(block)
}
