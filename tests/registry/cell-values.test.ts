import { expect, test } from "vitest"
import { dateOf, numberOf, phoneOf, textOf } from "~/registry/cell-values"
import { readChineseNumber } from "~/registry/chinese-digits"
import { registryRefusals } from "~/registry/refusals"
import type { Cell } from "~/registry/spreadsheet"

const today = "2026-10-15"

const said = (read: { ok: true; value: unknown } | { ok: false; code: string; detail: Record<string, unknown> }) =>
  read.ok ? read.value : registryRefusals[read.code]?.(read.detail)

test.each<[Cell, string]>([
  ["2026年10月9日", "2026-10-09"],
  ["2026 年 10 月 9 日", "2026-10-09"],
  ["2026年10月9号 下午3点", "2026-10-09"],
  ["2026年10月9日（星期五）", "2026-10-09"],
  ["2026/10/9", "2026-10-09"],
  ["2026-10-9 18:02:11", "2026-10-09"],
  ["2026-10-09T00:00:00.000Z", "2026-10-09"],
  ["2026.10.9", "2026-10-09"],
  ["26.10.9", "2026-10-09"],
  ["20261009", "2026-10-09"],
  [20261009, "2026-10-09"],
  ["２０２６年１０月９日", "2026-10-09"],
  ["２０２６．１０．９", "2026-10-09"],
  ["二〇二六年十月十三日", "2026-10-13"],
  ["二○二六年十月十三日", "2026-10-13"],
  ["二零二五年十二月三十一日", "2025-12-31"],
  ["二〇二六年元月廿三日", "2026-01-23"],
  [46304, "2026-10-09"],
  [46304.75, "2026-10-09"],
  ["46304", "2026-10-09"],
  [new Date(Date.UTC(2026, 9, 9, 23, 30)), "2026-10-09"],
])("the date %s is %s", (cell, date) => {
  expect(dateOf(cell, today)).toEqual({ ok: true, value: date })
})

test.each<[Cell, string]>([
  ["10.11", "2026-10-11"],
  [10.11, "2026-10-11"],
  ["10/11", "2026-10-11"],
  ["10月11日", "2026-10-11"],
  ["十月十五日", "2026-10-15"],
  ["10月16日", "2025-10-16"],
  ["12.31", "2025-12-31"],
  ["2月29日", "2024-02-29"],
])("without a year %s is the latest such day that is not after today", (cell, date) => {
  expect(dateOf(cell, today)).toEqual({ ok: true, value: date })
})

test.each<[Cell, string]>([
  ["2026-02-30", "日期“2026-02-30”有误：2026年2月没有30日"],
  ["2月30日", "日期“2月30日”有误：2月没有30日"],
  ["2026年13月1日", "日期“2026年13月1日”有误：没有13月"],
  ["2026年10月", "日期“2026年10月”没有写明哪一天，请写成 2026-10-09 的样子"],
  ["上周三", "日期“上周三”看不明白，请写成 2026-10-09 的样子"],
  ["09/10/11", "日期“09/10/11”看不明白，请写成 2026-10-09 的样子"],
  [true, "日期“是”看不明白，请写成 2026-10-09 的样子"],
  [10.1, "日期“10.1”分不清是10月1日还是10月10日，请写成 2026-10-09 的样子"],
])("the date %s is refused with its reason", (cell, sentence) => {
  expect(said(dateOf(cell, today))).toBe(sentence)
})

test("an empty cell is no date, no number and no telephone, and that is not an error", () => {
  for (const cell of [null, "", "  ", "　", undefined]) {
    expect([dateOf(cell, today), numberOf(cell), phoneOf(cell)]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
      { ok: true, value: null },
    ])
  }
})

test.each<[Cell, string]>([
  ["13900000001", "13900000001"],
  [13900000001, "13900000001"],
  ["１３９００００００１１", "13900000011"],
  ["139 0000 0001", "13900000001"],
  ["139-0000-0001", "13900000001"],
  ["+86 139－0000－0001", "13900000001"],
  ["008613900000001", "13900000001"],
  ["电话：13900000001", "13900000001"],
  ["024-12345678", "024-12345678"],
  ["（024）12345678", "024-12345678"],
  ["0419 2345678", "0419-2345678"],
  ["23456789", "23456789"],
  ["12345", "12345"],
  ["4008123456", "4008123456"],
])("the telephone %s is kept as %s", (cell, phone) => {
  expect(phoneOf(cell)).toEqual({ ok: true, value: phone })
})

test.each<[Cell, string]>([
  ["1390000001", "电话“1390000001”位数不对，有10位"],
  ["139000000012", "电话“139000000012”位数不对，有12位"],
  ["139****0001", "电话“139****0001”里有数字以外的字"],
  ["13900000001/13900000002", "“13900000001/13900000002”里有不止一个电话，请只留一个"],
  ["13900000001 13900000002", "“13900000001 13900000002”里有不止一个电话，请只留一个"],
  ["1.39E+10", "电话变成了“1.39E+10”，请把这一列设为文本格式后重新填写"],
])("the telephone %s is refused with its reason", (cell, sentence) => {
  expect(said(phoneOf(cell))).toBe(sentence)
})

test.each<[Cell, number]>([
  [3, 3],
  ["12", 12],
  ["１２人", 12],
  ["1,200", 1200],
  ["约30余户", 30],
  ["十二", 12],
  ["三人", 3],
])("the number in %s is %i", (cell, value) => {
  expect(numberOf(cell)).toEqual({ ok: true, value })
})

test("what is no number is refused with what was read", () => {
  expect(said(numberOf("若干"))).toBe("“若干”不是数字")
})

test("prose in a column of values is quoted by its beginning only", () => {
  expect(said(phoneOf("漏水".repeat(100)))).toBe(`电话“${"漏水".repeat(10)}…”里有数字以外的字`)
  expect(said(dateOf(`${" ".repeat(30_000)}1${" ".repeat(30_000)}年`, today))).toMatch(/^日期“1 +…”看不明白/)
})

test.each([
  ["十", 10],
  ["二十", 20],
  ["廿三", 23],
  ["一百零五", 105],
  ["二〇二六", 2026],
  ["三千二百", 3200],
  ["二二三", 223],
])("%s is %i", (text, value) => expect(readChineseNumber(text)).toBe(value))

test("text is what a person reads in the cell", () => {
  expect([textOf("  路灯\r\n不亮\u200b "), textOf(7), textOf(true), textOf(null)]).toEqual([
    "路灯\n不亮",
    "7",
    "是",
    "",
  ])
  expect(textOf(new Date(Date.UTC(2026, 9, 9)))).toBe("2026-10-09")
  expect(textOf(new Date(Date.UTC(2026, 9, 9, 18, 2)))).toBe("2026-10-09 18:02")
})
