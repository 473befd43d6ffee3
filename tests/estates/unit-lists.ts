import { dirtyWorkbook } from "#tests/registry/dirty-workbook"
import { unitsImport } from "~/estates/unit-import"
import type { ImportRowChoice } from "~/registry/import-rules"
import { readImport } from "~/registry/import-view"
import { chooseForRows, confirmImport, readingOf, startImport } from "~/registry/imports"
import type { Cell } from "~/registry/spreadsheet"
import { writeWorkbook } from "~/registry/spreadsheet-writing"
import type { Ctx } from "~/web/context"
import { agreed } from "./factories"

/** A 房屋清册 with a title, headings in two rows, merged buildings, a subtotal the merged cell reaches into, and a total. */
export const aDirtyList = (): Uint8Array =>
  dirtyWorkbook([
    {
      name: "清册",
      merged: ["A1:I1", "A2:A3", "B2:B3", "G2:H2", "A4:A8", "B4:B9"],
      rows: [
        ["银杏家园房屋清册（2026年）", null, null, null, null, null, null, null, null],
        ["小区", "幢号", "房屋", "房屋", "用途", "建筑面积（㎡）", "业主信息", "业主信息", "备注"],
        [null, null, "单元", "室号", null, null, "姓名", "联系电话", null],
        ["银杏家园", "12栋", 1, 101, "住宅", "98.53㎡", "子一", "139 0000 0011", ""],
        [null, null, null, 102, "住宅", 98.53, "丑二、寅三", "13900000012/13900000013", ""],
        [null, null, "二单元", "101室", "成套住宅", "120平方米", "卯四", 13900000014, ""],
        [null, null, null, "车位8号", "地下车位", 13.25, "子一", "13900000011", ""],
        [null, null, null, "小计", null, 330.31, null, null, null],
        ["银杏家园", null, "小计", null, null, 330.31, null, null, null],
        ["银杏家园", 13, null, "101", "商铺", "1234.56", "某某商贸有限公司", "024-12345678", ""],
        ["合计", null, null, "5套", null, 1564.87, null, null, null],
        ["制表人：辰五", null, null, null, null, null, null, null, null],
      ],
    },
  ])

/** Uploads a list, rows of cells under their header or a whole file, and waits for its preview. */
export async function preview(ctx: Ctx, list: Uint8Array | Cell[][]) {
  const [header = [], ...rows] = list instanceof Uint8Array ? [] : list
  const columns = header.map(name => ({ name: String(name), width: 12 }))
  const bytes = list instanceof Uint8Array ? list : await writeWorkbook({ sheetName: "表1", columns, rows })
  const { importId } = agreed(await startImport(ctx, unitsImport, { fileName: "房屋清册.xlsx", bytes }))
  await readingOf(importId)
  const view = agreed(await readImport(ctx, unitsImport, importId))
  return {
    view,
    /** For every row that asks, or that is in error. */
    choose: (choice: ImportRowChoice, status: "like" | "error" = "like") =>
      chooseForRows(ctx, unitsImport, importId, [{ status, rows: "undecided", choice }]),
    confirm: () => confirmImport(ctx, unitsImport, importId),
  }
}
