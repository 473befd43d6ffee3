import { encode } from "uqr"
import { type Block, blockElement, layoutOnSheet, type Pen, type Sheet } from "./page"
import { a4, baselineInRow, black, millimetre, ruleWidth, typeSize } from "./page-geometry"
import { addText } from "./page-text"
import type { StructureElement } from "./pdf-document"
import type { Printing } from "./printing"

export type SignaturePlace = {
  /** 主持人（签字）： */
  label: string
  /** 已于2026年3月5日确认 and the like, printed small behind the place; empty when nothing is known. */
  note: string
}

/** Places for signatures side by side, two to a row; at least two lines of text go with them (no 此页无正文). */
export function addSignaturePlaces(sheet: Sheet, places: SignaturePlace[]): void {
  const size = a4.body
  const columns = 2
  const rows = Math.ceil(places.length / columns)
  const height = a4.lead * 2
  const lines = places.map(({ label, note }) => ({
    label: layoutOnSheet(sheet, label, { face: "fang", size, pitch: a4.pitch, width: a4.measure, align: "left" })[0]!,
    note: layoutOnSheet(sheet, note, {
      face: "fang",
      size: typeSize.fifth,
      width: a4.measure / columns,
      align: "left",
    })[0]!,
  }))
  const block: Block = {
    rows: Array.from({ length: rows }, () => ({ height, breakBefore: "never" as const })),
    carries: 2,
    keepWithNext: true,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      lines.slice(slice.from * columns, slice.to * columns).forEach(({ label, note }, index) => {
        const column = index % columns
        const x = a4.left + (column === 0 ? 2 * a4.pitch : 15 * a4.pitch)
        const y = top + Math.floor(index / columns) * height + a4.lead * 0.5
        pen.content(element, "P", () => {
          pen.line(label, x, y + baselineInRow(size), size)
          pen.line(note, x, y + a4.lead * 0.95 + baselineInRow(typeSize.fifth, a4.lead * 0.6), typeSize.fifth)
        })
        const end = column === 0 ? 14 * a4.pitch : 28 * a4.pitch
        const start = x + label.width - (label.text.endsWith("：") ? size / 2 : 0)
        pen.rule(start, y + baselineInRow(size) + 2.5, a4.left + end - start, 0.5)
      })
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

/**
 * 落款. Sealed: the date four characters from the right edge, 署名 centred over it. Unsealed: 署名 two characters from the
 * right edge, the date two characters further in than its first; a date longer than 署名 takes its place at the edge.
 */
export function addIssuerAndDate(sheet: Sheet, issuer: string, date: string, style: { sealed?: boolean } = {}): void {
  const common = { face: "fang", size: a4.body, pitch: a4.pitch, width: a4.measure, align: "left" } as const
  const issuerWidth = layoutOnSheet(sheet, issuer, common)[0]!.width
  const dateWidth = layoutOnSheet(sheet, date, common)[0]!.width
  const { measure, pitch } = a4
  let issuerStart = measure - 2 * pitch - issuerWidth
  let dateStart = issuerStart + 2 * pitch
  if (style.sealed) {
    dateStart = measure - 4 * pitch - dateWidth
    issuerStart = Math.min(dateStart + (dateWidth - issuerWidth) / 2, measure - issuerWidth)
  } else if (dateWidth > issuerWidth) {
    dateStart = measure - 2 * pitch - dateWidth
    issuerStart = dateStart - 2 * pitch
  }
  addText(sheet, issuer, { align: "left", firstIndent: Math.max(0, issuerStart), carries: 2, keepWithNext: true })
  addText(sheet, date, { align: "left", firstIndent: Math.max(0, dateStart), keepWithNext: true })
}

/** How a sheet is verified: QR code and digest at the foot of the last page, or the word that the office does it. */
export function addVerification(sheet: Sheet, printing: Printing, what: string): void {
  const side = 22 * millimetre
  const { verifyUrl, factsHash } = printing
  const size = typeSize.fifth
  const words = verifyUrl ? [`扫码核验${what}，或到社区办公室核验`] : [`${what}可到社区办公室核验`]
  const texts = [...words, "内容摘要（SHA-256）：", factsHash.slice(0, 32), factsHash.slice(32)]
  const lines = texts.map((text, index) => {
    const face = index < 2 ? "fang" : "song"
    return layoutOnSheet(sheet, text, { face, size, width: a4.measure, align: "left" })[0]!
  })
  const rows = verifyUrl ? 3 : 2.5
  const block: Block = {
    rows: [{ height: rows * a4.lead, breakBefore: "never" }],
    atBottom: true,
    keepWithNext: true,
    carries: 2,
    draw(pen, slice, top) {
      const bottom = top + rows * a4.lead
      const left = a4.left + (verifyUrl ? side + 4 * millimetre : 0)
      if (verifyUrl) drawQr(pen, verifyUrl, { x: a4.left, y: bottom - side, side, alt: "核验二维码" })
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const lead = 15.5
      const first = bottom - lines.length * lead
      lines.forEach((line, index) =>
        pen.content(element, "P", () => pen.line(line, left, first + index * lead + baselineInRow(size, lead), size)),
      )
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

export type Imprint = { copiedTo: string; printedBy: string; printedOn: string }

/** 版记: 抄送, then 印发机关 and date; rules 0.35, 0.25, 0.35 mm over the whole measure; the last on the type area's edge. */
export function addImprint(sheet: Sheet, imprint: Imprint): void {
  const size = typeSize.fourth
  const lead = a4.lead
  const inner = a4.measure - size
  const label = "抄送："
  const indent = size + [...label].length * size
  const copied = imprint.copiedTo
    ? layoutOnSheet(sheet, `${imprint.copiedTo.replace(/。$/, "")}。`, {
        face: "fang",
        size,
        width: inner,
        firstIndent: indent,
        indent,
      })
    : []
  const labelLine = layoutOnSheet(sheet, label, {
    face: "fang",
    size,
    width: inner,
    firstIndent: size,
    align: "left",
  })[0]!
  const printer = layoutOnSheet(sheet, imprint.printedBy, {
    face: "fang",
    size,
    width: inner,
    firstIndent: size,
    align: "left",
  })[0]!
  const printed = layoutOnSheet(sheet, `${imprint.printedOn}印发`, {
    face: "fang",
    size,
    width: inner,
    align: "right",
  })[0]!
  const count = copied.length + 1
  const block: Block = {
    rows: [{ height: (count + 0.5) * lead, breakBefore: "never" }],
    atBottom: true,
    offGrid: true,
    carries: 2,
    draw(pen, slice, top) {
      const bottom = top + (count + 0.5) * lead
      const y = bottom - count * lead
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const baseline = (row: number) => y + row * lead + baselineInRow(size, lead)
      pen.content(element, "P", () => {
        if (copied.length) pen.line(labelLine, a4.left, baseline(0), size)
        copied.forEach((line, index) => pen.line(line, a4.left, baseline(index), size))
        pen.line(printer, a4.left, baseline(count - 1), size)
        pen.line(printed, a4.left, baseline(count - 1), size)
      })
      pen.rule(a4.left, y, a4.measure, ruleWidth.imprint)
      if (copied.length) pen.rule(a4.left, bottom - lead, a4.measure, ruleWidth.table)
      pen.rule(a4.left, bottom, a4.measure, ruleWidth.imprint)
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

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
