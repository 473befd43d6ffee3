import {
  AlignmentType,
  BorderStyle,
  ImageRun,
  type ITableCellOptions,
  LineRuleType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx"
import type { Alignment } from "../line-layout"
import type { TableContent } from "../page-content"
import { ruleWidth } from "../page-geometry"
import { qrPicture } from "./qr-picture"
import { wordStyle } from "./styles"
import { paragraph, run } from "./text"
import { eighths, twips } from "./units"

/** Of a picture, in the 96ths of an inch docx asks for. */
const pixels = (points: number): number => (points / 72) * 96

const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none }

const alignments = {
  left: AlignmentType.LEFT,
  justify: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const satisfies Record<Alignment, unknown>

/** A ruled table: its head stands on every page, no row is divided, one that fits a page is kept together. */
export function wordTable(content: TableContent, keepWithNext: boolean): Table {
  const rule = { style: BorderStyle.SINGLE, size: eighths(ruleWidth.table), color: "000000" } as const
  const widths = content.widths.map(twips)
  const cellOf = (text: string, column: number, style: string, align: Alignment) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: widths[column]!, type: WidthType.DXA },
      children: text.split("\n").map(line =>
        paragraph(style, [run(line)], {
          alignment: alignments[align],
          spacing: { line: twips(content.lead), lineRule: LineRuleType.EXACT },
        }),
      ),
    })
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    keepNext: true,
    children: content.heads.map((text, column) => cellOf(text, column, wordStyle.tableHead, "center")),
  })
  const body = content.cells.map(
    (cells, index) =>
      new TableRow({
        cantSplit: true,
        keepNext: index === content.cells.length - 1 ? keepWithNext : content.isKept,
        children: content.heads.map((_, column) =>
          cellOf(cells[column] ?? "", column, wordStyle.tableText, content.aligns[column] ?? "center"),
        ),
      }),
  )
  const padding = twips(content.padding)
  return new Table({
    rows: [head, ...body],
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { marginUnitType: WidthType.DXA, top: padding, bottom: padding, left: padding, right: padding },
    borders: { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule },
  })
}

/** A QR code at the left edge and lines of text beside it, in a table without rules; lines alone without a code. */
export function besideQr(
  qr: { url: string; side: number; alt: string; left?: number } | null,
  measure: number,
  children: ITableCellOptions["children"],
): (Table | ITableCellOptions["children"][number])[] {
  if (!qr) return [...children]
  const left = twips(qr.left ?? 0)
  const widths = [twips(qr.side) + 220, twips(measure) - twips(qr.side) - 220 - left]
  const side = pixels(qr.side)
  const picture = new ImageRun({
    type: "png",
    data: qrPicture(qr.url),
    transformation: { width: side, height: side },
    altText: { id: "1", name: qr.alt, title: qr.alt, description: `${qr.alt}：${qr.url}` },
  })
  const cell = (column: number, content: ITableCellOptions["children"]) =>
    new TableCell({
      verticalAlign: VerticalAlignTable.CENTER,
      width: { size: widths[column]!, type: WidthType.DXA },
      children: content,
    })
  const shown = paragraph(wordStyle.plain, [picture], { spacing: { line: 240, lineRule: LineRuleType.AUTO } })
  return [
    new Table({
      rows: [new TableRow({ cantSplit: true, children: [cell(0, [shown]), cell(1, children)] })],
      layout: TableLayoutType.FIXED,
      width: { size: widths[0]! + widths[1]!, type: WidthType.DXA },
      columnWidths: widths,
      indent: { size: left, type: WidthType.DXA },
      margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
      borders: noBorders,
    }),
  ]
}
