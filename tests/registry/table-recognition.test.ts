import { expect, test } from "vitest"
import type { ColumnSpec } from "~/registry/header-matching"
import { registryRefusals } from "~/registry/refusals"
import { type Cell, readSpreadsheet, type Sheet } from "~/registry/spreadsheet"
import { recognizeTable } from "~/registry/table-recognition"
import { dirtyWorkbook } from "./dirty-workbook"

const specs: ColumnSpec[] = [
  { key: "number", name: "编号", synonyms: ["序号"], required: false },
  { key: "content", name: "诉求内容", synonyms: ["问题描述", "事项", "内容"], required: true },
  { key: "place", name: "地点", synonyms: ["位置"], required: false },
  { key: "reporter", name: "反映人", synonyms: ["反映人姓名", "姓名"], required: false },
  { key: "phone", name: "联系电话", synonyms: ["反映人电话", "电话"], required: false },
]

const sheet = (rows: Cell[][], name = "第一网格"): Sheet => ({ name, rows })

function recognized(...sheets: Sheet[]) {
  const table = recognizeTable(sheets, specs)
  if (!table.ok) throw new Error(table.code)
  return table.value
}

function sentenceFor(...sheets: Sheet[]) {
  const table = recognizeTable(sheets, specs)
  if (table.ok) throw new Error("was recognised")
  return registryRefusals[table.code]?.(table.detail)
}

test("the whole dirty sheet of a grid is read: titles, headers in two rows, merged body, total, notes, empty sheets", async () => {
  const read = await readSpreadsheet(
    "清单.xlsx",
    dirtyWorkbook([
      { name: "说明", rows: [] },
      {
        name: "第一网格",
        rows: [
          ["振兴社区第一网格问题清单", null, null, null, null, null],
          ["填报日期：2026年10月9日", null, null, null, null, null],
          ["序号", "问题描述\n（必填）*", "反映人", null, "地 点", "处理情况"],
          [null, null, "姓名", "电　话", null, null],
          ["１", "7栋楼道灯坏了", "甲一", "１３９００００００１１", "7栋", "未处理"],
          ["２", "单元门关不上", "乙二", "13900000002", null, null],
          ["序号", "问题描述", "反映人", null, "地点", null],
          null,
          ["３", "路灯不亮", "丙三", null, "北门", null],
          ["合计", null, "3件", null, null, null],
          ["注：请于每月五日前报送", null, null, null, null, null],
          ["填表人：丁四", null, "审核人：戊五", null, null, null],
        ],
        merged: ["A1:F1", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "E5:E6", "A11:F11"],
      },
      { name: "Sheet3", rows: [] },
    ]),
  )
  if (!read.ok) throw new Error(read.code)
  const table = recognized(...read.value)
  expect(table.rows).toEqual([
    {
      sheet: "第一网格",
      rowNumber: 5,
      values: {
        number: "１",
        content: "7栋楼道灯坏了",
        reporter: "甲一",
        phone: "１３９００００００１１",
        place: "7栋",
      },
      extra: { 处理情况: "未处理" },
    },
    {
      sheet: "第一网格",
      rowNumber: 6,
      values: { number: "２", content: "单元门关不上", reporter: "乙二", phone: "13900000002", place: "7栋" },
      extra: {},
    },
    {
      sheet: "第一网格",
      rowNumber: 9,
      values: { number: "３", content: "路灯不亮", reporter: "丙三", phone: null, place: "北门" },
      extra: {},
    },
  ])
  expect(table.skipped.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
    [7, "repeatedHeader"],
    [10, "total"],
    [11, "note"],
    [12, "note"],
  ])
  expect(table.columns.find(column => column.key === "phone")?.header).toBe("反映人/电话")
})

test("headings under two groups of the same kind go to the group they stand under", () => {
  const table = recognized(
    sheet([
      ["诉求内容", "网格员", "网格员", "反映人", "反映人"],
      ["诉求内容", "姓名", "电话", "姓名", "电话"],
      ["漏水", "甲一", "13900000001", "乙二", "13900000002"],
    ]),
  )
  expect(table.rows[0]?.values).toEqual({ content: "漏水", reporter: "乙二", phone: "13900000002" })
  expect(table.rows[0]?.extra).toEqual({ "网格员/姓名": "甲一", "网格员/电话": "13900000001" })
})

test("a group heading that was not merged stands over the empty cell beside it", () => {
  const table = recognized(
    sheet([
      ["诉求内容", "反映人", null],
      [null, "姓名", "电话"],
      ["漏水", "甲一", "13900000001"],
    ]),
  )
  expect(table.rows).toMatchObject([{ rowNumber: 3, values: { reporter: "甲一", phone: "13900000001" } }])
})

test("a title that names a column is still a title", () => {
  const table = recognized(
    sheet([
      ["诉求内容", "诉求内容"],
      ["事项", "地点"],
      ["漏水", "7栋"],
    ]),
  )
  expect(table.rows).toMatchObject([{ rowNumber: 3, values: { content: "漏水", place: "7栋" } }])
})

test("the first row below a one-row header is data, even with merged cells in it", () => {
  const table = recognized(
    sheet([
      ["编号", "诉求内容", "地点"],
      [1, "漏水", null],
      [2, "漏水", "7栋"],
    ]),
  )
  expect(table.rows.map(row => row.rowNumber)).toEqual([2, 3])
})

test("of several fitting headings the earlier synonym is taken and the other is kept beside", () => {
  const table = recognized(
    sheet([
      ["事项", "问题描述"],
      ["路灯", "北门路灯三天不亮"],
    ]),
  )
  expect(table.rows[0]).toMatchObject({ values: { content: "北门路灯三天不亮" }, extra: { 事项: "路灯" } })
})

test("a longer heading may stand for the required column, not for the others", () => {
  const table = recognized(
    sheet([
      ["居民具体诉求内容", "网格员电话"],
      ["漏水", "13900000001"],
    ]),
  )
  expect(table.rows[0]).toMatchObject({ values: { content: "漏水" }, extra: { 网格员电话: "13900000001" } })
})

test("unknown columns without a heading are kept under their letter, twins under both", () => {
  const table = recognized(
    sheet([
      ["内容", "备注", "备注", null],
      ["漏水", "急", "夜里", "三楼"],
    ]),
  )
  expect(table.rows[0]?.extra).toEqual({ 备注: "急", 备注·C列: "夜里", D列: "三楼" })
})

test("a remark in brackets is no part of a heading unless it tells whose it is", () => {
  const table = recognized(
    sheet([
      ["内容（必填）", "电话（网格员）"],
      ["漏水", "13900000002"],
    ]),
  )
  expect(table.rows[0]).toMatchObject({ values: { content: "漏水" }, extra: { "电话（网格员）": "13900000002" } })
})

test("two filled columns of one heading are not guessed between", () => {
  const rows = [
    ["内容", "电话", "电话"],
    ["漏水", "13900000001", "13900000002"],
  ]
  expect(sentenceFor(sheet(rows))).toBe(
    "“第一网格”里有不止一列可以作为“联系电话”：“B列 电话”、“C列 电话”。请改掉其中一列的名称后再上传。",
  )
})

test("of two columns with one heading the one that is filled is meant", () => {
  const rows = [
    ["内容", "电话", "电话"],
    ["漏水", null, "13900000002"],
    ["路灯", null, "13900000003"],
  ]
  expect(recognized(sheet(rows)).rows.map(row => row.values.phone)).toEqual(["13900000002", "13900000003"])
})

test("each sheet with a header is read; a sheet without one is named, not passed over in silence", () => {
  const table = recognized(
    sheet([["内容"], ["漏水"]], "一"),
    sheet([["统计"], ["3"]], "二"),
    sheet([["诉求内容"], ["路灯"]], "三"),
  )
  expect(table.rows.map(row => [row.sheet, row.values.content])).toEqual([
    ["一", "漏水"],
    ["三", "路灯"],
  ])
  expect(table.skipped).toEqual([{ sheet: "二", rowNumber: 1, reason: "sheetWithoutHeader" }])
})

test("without a header the person is told what is needed and what was seen", () => {
  expect(sentenceFor(sheet([["名册"], ["甲一", "7栋"]]))).toBe(
    "没有找到表头。需要有“诉求内容”这样的列，表里看到的是“名册”、“甲一”、“7栋”。请补上表头后再上传。",
  )
})

test("a header with nothing below it, and a file of empty sheets, hold no data", () => {
  expect(
    sentenceFor(
      sheet([
        ["内容", "地点"],
        [null, " "],
      ]),
    ),
  ).toMatch(/^表格里没有内容/)
  expect(sentenceFor(sheet([]), sheet([[null]]))).toMatch(/^表格里没有内容/)
})

test("issues that only begin like totals or notes stay issues", () => {
  const rows = [
    ["内容", "地点"],
    ["总计三户漏水，请尽快修", "7栋"],
    ["备注：夜间施工扰民", "北门"],
    ["说明书没发", null],
  ]
  expect(recognized(sheet(rows)).rows.map(row => row.rowNumber)).toEqual([2, 3, 4])
})

test("a cell full of opening brackets among the headings is passed over, and holds nobody up", () => {
  const brackets = "(（【".repeat(200_000)
  const { rows, unknown } = recognized(
    sheet([
      ["序号", "诉求内容（必填）", brackets],
      ["1", "楼道灯不亮", null],
    ]),
  )
  expect(rows.map(row => row.values.content)).toEqual(["楼道灯不亮"])
  expect(unknown).toEqual([])
})
