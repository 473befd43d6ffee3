import {
  BorderStyle,
  RelativeHorizontalPosition,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  WidthType,
} from "docx"
import type { Sheet } from "../page"
import type { Imprint } from "../page-closing"
import { ruleWidth, typeSize } from "../page-geometry"
import { wordStyle } from "./styles"
import { paragraph, run } from "./text"
import { eighths, twips } from "./units"

/**
 * 版记: 抄送, then 印发机关 and date, between rules over the whole measure. A table that hangs on the lower edge of the type
 * area, of the page of the paragraph after it: the last of the file.
 */
export function imprint(sheet: Sheet, { copiedTo, printedBy, printedOn }: Imprint): Table {
  const size = typeSize.fourth
  const { measure } = sheet.geometry
  const rule = (width: number) => ({ style: BorderStyle.SINGLE, color: "000000", size: eighths(width) }) as const
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" } as const
  const copied = paragraph(wordStyle.imprint, [run("抄送："), run(`${copiedTo.replace(/。$/, "")}。`)], {
    indent: { left: twips(4 * size), hanging: twips(3 * size), right: twips(size) },
  })
  const printed = paragraph(wordStyle.imprint, [run(`${printedBy}\t${printedOn}印发`)], {
    indent: { left: twips(size), right: twips(size) },
    tabStops: [{ type: TabStopType.RIGHT, position: twips(measure - size) }],
  })
  return new Table({
    rows: (copiedTo ? [copied, printed] : [printed]).map(
      child => new TableRow({ cantSplit: true, children: [new TableCell({ children: [child] })] }),
    ),
    layout: TableLayoutType.FIXED,
    width: { size: twips(measure), type: WidthType.DXA },
    columnWidths: [twips(measure)],
    margins: { marginUnitType: WidthType.DXA, top: 0, bottom: 0, left: 0, right: 0 },
    borders: {
      top: rule(ruleWidth.imprint),
      bottom: rule(ruleWidth.imprint),
      insideHorizontal: rule(ruleWidth.table),
      insideVertical: none,
      left: none,
      right: none,
    },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      verticalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
  })
}
