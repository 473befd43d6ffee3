import type { Line } from "./line-layout"
import { type Block, blockElement, bodyFaceOf, layoutOnSheet, type Sheet } from "./page"
import type { Content } from "./page-content"
import { baselineInRow, ruleWidth, typeSize } from "./page-geometry"
import type { Row } from "./paginate"

export type SignaturePlace = {
  /** 主持人（签字）： */
  label: string
  /** 已于2026年3月5日确认 and the like, printed small behind the place; empty when nothing is known. */
  note: string
}

/** Places for signatures side by side, two to a row; at least two lines of text go with them (no 此页无正文). */
export function addSignaturePlaces(sheet: Sheet, places: SignaturePlace[]): void {
  const grid = sheet.geometry
  const size = grid.body
  const columns = 2
  const half = Math.floor(grid.columns / 2)
  const noteSize = typeSize.fifth * grid.scale
  const noteWidth = 12 * grid.pitch
  const rows = Math.ceil(places.length / columns)
  const lines = places.map(({ label, note }) => ({
    label: layoutOnSheet(sheet, label, {
      face: "fang",
      size,
      pitch: grid.pitch,
      width: grid.measure,
      align: "left",
    })[0]!,
    note: note ? layoutOnSheet(sheet, note, { face: "fang", size: noteSize, width: noteWidth, align: "left" }) : [],
  }))
  const noteLead = grid.lead * 0.5
  const height = grid.lead * 1.5 + noteLead * Math.max(0, ...lines.map(({ note }) => note.length))
  const block: Block = {
    rows: Array.from({ length: rows }, () => ({ height, breakBefore: "never" as const })),
    carries: 2,
    keepWithNext: true,
    content: { kind: "signaturePlaces", places },
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      lines.slice(slice.from * columns, slice.to * columns).forEach(({ label, note }, index) => {
        const column = index % columns
        const x = grid.left + (column === 0 ? 2 * grid.pitch : (half + 1) * grid.pitch)
        const y = top + Math.floor(index / columns) * height + grid.lead * 0.5
        pen.content(element, "P", () => {
          pen.line(label, x, y + baselineInRow(size, grid.lead), size)
          pen.lines(note, x, y + grid.lead, noteSize, noteLead)
        })
        const end = (column + 1) * half * grid.pitch
        const start = x + label.width - (label.text.endsWith("：") ? size / 2 : 0)
        pen.rule(start, y + baselineInRow(size, grid.lead) + 2.5, grid.left + end - start, 0.5)
      })
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

export type Issued = {
  issuer: string
  issuedOn: string
  /** A seal will be pressed on name and date. */
  sealed: boolean
}

/**
 * 落款. Sealed: the date four characters from the right edge, 署名 centred over it. Unsealed: 署名 two characters from the
 * right edge, the date two characters further in than its first; a date longer than 署名 takes its place at the edge.
 */
export function placeIssuerAndDate(sheet: Sheet, issued: Issued): { lines: Line[]; left: number; content: Content } {
  const { issuer, issuedOn, sealed } = issued
  const { measure, pitch, body } = sheet.geometry
  const set = (text: string, firstIndent: number) =>
    layoutOnSheet(sheet, text, {
      face: bodyFaceOf(sheet),
      size: body,
      pitch,
      width: measure,
      align: "left",
      firstIndent,
    })
  const issuerWidth = set(issuer, 0)[0]!.width
  const dateWidth = set(issuedOn, 0)[0]!.width
  let issuerLeft = measure - 2 * pitch - issuerWidth
  let dateLeft = issuerLeft + 2 * pitch
  if (sealed) {
    dateLeft = measure - 4 * pitch - dateWidth
    issuerLeft = Math.min(dateLeft + (dateWidth - issuerWidth) / 2, measure - issuerWidth)
  } else if (dateWidth > issuerWidth) {
    dateLeft = measure - 2 * pitch - dateWidth
    issuerLeft = dateLeft - 2 * pitch
  }
  const left = Math.max(0, Math.min(issuerLeft, dateLeft))
  const rights = [measure - issuerLeft - issuerWidth, measure - dateLeft - dateWidth] as const
  return {
    lines: [...set(issuer, Math.max(0, issuerLeft)), ...set(issuedOn, Math.max(0, dateLeft))],
    left,
    content: { kind: "issuerAndDate", issued, rights },
  }
}

/** 落款 in lines of its own; at least two lines of text go with it to a new page (no 此页无正文). */
export function addIssuerAndDate(sheet: Sheet, issued: Issued): void {
  const grid = sheet.geometry
  const { lines, content } = placeIssuerAndDate(sheet, issued)
  const block: Block = {
    rows: lines.map((): Row => ({ height: grid.lead, breakBefore: "never" })),
    carries: 2,
    keepWithNext: true,
    content,
    draw(pen, slice, top) {
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      pen.content(element, "P", () =>
        pen.lines(lines.slice(slice.from, slice.to), grid.left, top, grid.body, grid.lead),
      )
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}

export type Imprint = {
  copiedTo: string
  printedBy: string
  printedOn: string
  /** On the back of the last leaf (2), or on the last face of a folded A3 (4), with blank pages before it where it must. */
  lastFaceOf?: 2 | 4
}

/** 版记: 抄送, then 印发机关 and date; rules 0.35, 0.25, 0.35 mm over the whole measure; the last on the type area's edge. */
export function addImprint(sheet: Sheet, imprint: Imprint): void {
  const grid = sheet.geometry
  const size = typeSize.fourth * grid.scale
  const lead = grid.lead
  const style = { face: "fang", size, width: grid.measure - size } as const
  const label = layoutOnSheet(sheet, "抄送：", { ...style, firstIndent: size, align: "left" })[0]!
  const indent = 4 * size
  const copiedTo = imprint.copiedTo && `${imprint.copiedTo.replace(/。$/, "")}。`
  const copied = copiedTo ? layoutOnSheet(sheet, copiedTo, { ...style, firstIndent: indent, indent }) : []
  const date = layoutOnSheet(sheet, `${imprint.printedOn}印发`, { ...style, align: "right" })[0]!
  const width = style.width - date.width - size
  const printer = layoutOnSheet(sheet, imprint.printedBy, {
    ...style,
    width,
    firstIndent: size,
    indent: size,
    align: "left",
  })
  const count = copied.length + printer.length
  const block: Block = {
    rows: [{ height: (count + 0.5) * lead, breakBefore: "never" }],
    content: { kind: "imprint", imprint },
    lastFaceOf: imprint.lastFaceOf,
    atBottom: true,
    offGrid: true,
    carries: 2,
    draw(pen, slice, top) {
      const bottom = top + (count + 0.5) * lead
      const y = bottom - count * lead
      const { element, endIfLast } = blockElement(pen, block, slice, "P")
      const baseline = (row: number) => y + row * lead + baselineInRow(size, lead)
      pen.content(element, "P", () => {
        if (copied.length) pen.line(label, grid.left, baseline(0), size)
        pen.lines([...copied, ...printer], grid.left, y, size, lead)
        pen.line(date, grid.left, baseline(count - 1), size)
      })
      pen.rule(grid.left, y, grid.measure, ruleWidth.imprint)
      if (copied.length) pen.rule(grid.left, y + copied.length * lead, grid.measure, ruleWidth.table)
      pen.rule(grid.left, bottom, grid.measure, ruleWidth.imprint)
      endIfLast()
    },
  }
  sheet.blocks.push(block)
}
