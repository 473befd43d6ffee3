import fc from "fast-check"
import { expect, test } from "vitest"
import { decimalText, inOneUnit, parseDecimal } from "~/law/decimals"
import { findOwnersColumns, judgeOwnersRow, ownersColumns, type TableVerdict } from "~/law/owners-table"
import { judgeOwners } from "~/law/owners-vote"
import { barsOf } from "./owners-rules"

/** owners, heads_part, heads_yes, area, area_part, area_yes, cls. */
function judge(...cells: string[]) {
  const inOrder = findOwnersColumns(ownersColumns)
  if (!inOrder.ok) throw new Error("the columns in their own order")
  return judgeOwnersRow(cells, inOrder.columns, 7)
}

test.each<[string, string[], TableVerdict]>([
  ["the least that passes an ordinary matter", ["60", "40", "21", "60", "40", "21", "B"], "pass"],
  ["exactly half of the heads agree", ["60", "40", "20", "60", "40", "21", "B"], "fail"],
  ["exactly half of the area agrees", ["60", "40", "21", "60", "40", "20", "B"], "fail"],
  ["exactly three quarters of both agree to a major matter", ["60", "40", "30", "60", "40", "30", "A"], "pass"],
  ["one head fewer", ["60", "40", "29", "60", "40", "30", "A"], "fail"],
  ["a thousandth of the area fewer", ["60", "40", "30", "60", "40", "29.999", "A"], "fail"],
  ["one head too few took part", ["60", "39", "39", "60", "60", "60", "B"], "no-participation"],
  ["66.666 percent of the area took part", ["3", "2", "2", "100", "66.666", "66.666", "B"], "no-participation"],
  ["66.667 percent did", ["3", "2", "2", "100", "66.667", "66.667", "B"], "pass"],
  ["nobody took part", ["60", "0", "0", "60", "0", "0", "B"], "no-participation"],
  ["nobody took part in a major matter", ["60", "0", "0", "60", "0", "0", "A"], "no-participation"],
  ["all took part and nobody agrees", ["60", "60", "0", "60", "60", "0", "B"], "fail"],
  ["0:0", ["0", "0", "0", "0", "0", "0", "B"], "cannot"],
  ["no owners", ["0", "0", "0", "60", "40", "21", "B"], "cannot"],
  ["no area", ["60", "40", "21", "0", "0", "0", "B"], "cannot"],
  ["more took part than there are", ["60", "61", "21", "60", "40", "21", "B"], "cannot"],
  ["more agree than took part", ["60", "40", "41", "60", "40", "21", "B"], "cannot"],
  ["more area took part than there is", ["60", "40", "21", "60", "60.0001", "21", "B"], "cannot"],
  ["more area agrees than took part", ["60", "40", "21", "60", "40", "40.1", "B"], "cannot"],
  ["a negative figure", ["60", "40", "-1", "60", "40", "21", "B"], "cannot"],
  ["a full-width minus", ["60", "40", "－1", "60", "40", "21", "B"], "cannot"],
  ["an empty cell", ["60", "40", "", "60", "40", "21", "B"], "cannot"],
  ["a missing cell", ["60", "40", "21", "60", "40", "21"], "cannot"],
  ["a word", ["60", "四十", "21", "60", "40", "21", "B"], "cannot"],
  ["half a head", ["60", "40.5", "21", "60", "40", "21", "B"], "cannot"],
  ["heads that a spreadsheet wrote as 60.00", ["60.00", "40.0", "21.0", "60", "40", "21", "B"], "pass"],
  ["an exponent, whose digits are lost", ["60", "40", "21", "6e1", "40", "21", "B"], "cannot"],
  ["a percentage", ["60", "66.7%", "21", "60", "40", "21", "B"], "cannot"],
  ["no class", ["60", "40", "21", "60", "40", "21", ""], "cannot"],
  ["a class there is not", ["60", "40", "21", "60", "40", "21", "C"], "cannot"],
  ["class a in small letters", ["60", "40", "21", "60", "40", "21", "a"], "fail"],
  ["class b in small letters with spaces", ["60", "40", "21", "60", "40", "21", " b "], "pass"],
  ["class Ａ full width", ["60", "40", "29", "60", "40", "30", "Ａ"], "fail"],
  ["甲 is A", ["60", "40", "29", "60", "40", "30", "甲"], "fail"],
  ["乙类 is B", ["60", "40", "21", "60", "40", "21", "乙类"], "pass"],
  ["major is A", ["60", "40", "29", "60", "40", "30", "Major"], "fail"],
  ["ordinary is B", ["60", "40", "21", "60", "40", "21", "ordinary"], "pass"],
  ["thousands separators", ["2,261", "1,508", "755", "226,100.5", "150,734", "75,368", "B"], "pass"],
  [
    "full-width digits, spaces and units",
    [" ６０人", "40户", "　21", "5 120.5㎡", "3413.67平方米", "1706.84 m²", "B"],
    "pass",
  ],
  ["a comma that parts no thousands", ["60", "40", "21", "60,5", "40", "21", "B"], "cannot"],
  ["a separator that broke the row", ["60", "40", "21", "1", "234", "40", "21", "B"], "cannot"],
  ["empty cells behind the last column", ["60", "40", "21", "60", "40", "21", "B", "", " "], "pass"],
  // Two thirds of 98.53 is 65.6866…
  ["98.53 and 65.6866", ["3", "2", "2", "98.53", "65.6866", "65.6866", "B"], "no-participation"],
  ["98.53 and 65.6867", ["3", "2", "2", "98.53", "65.6867", "65.6867", "B"], "pass"],
  // As doubles both of these are 0.3.
  [
    "an area of thirty digits, exactly half",
    [
      "3",
      "3",
      "3",
      "0.300000000000000000000000000002",
      "0.300000000000000000000000000002",
      "0.150000000000000000000000000001",
      "B",
    ],
    "fail",
  ],
  [
    "and the thirtieth digit more",
    [
      "3",
      "3",
      "3",
      "0.300000000000000000000000000002",
      "0.300000000000000000000000000002",
      "0.150000000000000000000000000002",
      "B",
    ],
    "pass",
  ],
  [
    "areas beyond any double: exactly two thirds",
    ["3", "2", "2", "30000000000000000000003", "20000000000000000000002", "20000000000000000000002", "B"],
    "pass",
  ],
  [
    "and one less",
    ["3", "2", "2", "30000000000000000000003", "20000000000000000000001", "20000000000000000000001", "B"],
    "no-participation",
  ],
  [
    "heads beyond any double: one fewer than three quarters",
    ["40000000000000000000004", "40000000000000000000004", "30000000000000000000002", "4", "4", "4", "A"],
    "fail",
  ],
])("%s: %o is %s", (_, cells, verdict) => {
  expect(judge(...cells).verdict).toBe(verdict)
})

test("why is told with every condition's numbers, as they were written", () => {
  expect(judge("60", "40", "20", "5,120.50", "3413.6666", "1706.84", "B")).toEqual({
    verdict: "no-participation",
    why: "参与人数40/60达到三分之二以上；参与面积3413.6666/5120.5未达到三分之二以上；同意人数20/40未达到过半数；同意面积1706.84/3413.6666达到过半数",
  })
  expect(judge("4", "4", "3", "4", "4", "2.9", "A").why).toBe(
    "参与人数4/4达到三分之二以上；参与面积4/4达到三分之二以上；同意人数3/4达到四分之三以上；同意面积2.9/4未达到四分之三以上",
  )
})

test.each<[string, string[], string]>([
  ["what cannot be read", ["60", "四十", "21", "60", "40", "21", "B"], "参与人数“四十”不是数"],
  ["half a head", ["60", "40", "20.5", "60", "40", "21", "B"], "同意人数“20.5”不是整数"],
  ["a word for all owners", ["六十", "40", "21", "60", "40", "21", "B"], "业主总人数“六十”不是数"],
  ["a word for the whole area", ["60", "40", "21", "六十", "40", "21", "B"], "总面积“六十”不是数"],
  ["a unit in the middle of a figure", ["60", "4人0", "21", "60", "40", "21", "B"], "参与人数“4人0”不是数"],
  [
    "square metres in the middle of a figure",
    ["60", "40", "21", "60", "4平方米0", "21", "B"],
    "参与面积“4平方米0”不是数",
  ],
  ["a class with 类 in front", ["60", "40", "21", "60", "40", "21", "类B"], "“类B”不是A或者B"],
  ["no class at all", ["60", "40", "21", "60", "40", "21"], "“”不是A或者B"],
  ["an empty whole", ["0", "0", "0", "60", "40", "21", "B"], "业主总人数或者总面积是零，没有可以计算的总数"],
  [
    "a contradiction",
    ["60", "61", "2", "60", "40", "21", "B"],
    "数字前后不一致：有负数，参与的多于全部，或者同意的多于参与的",
  ],
  ["the class", ["60", "40", "21", "60", "40", "21", "丙"], "“丙”不是A或者B"],
  [
    "too many cells",
    ["1", "1", "1", "1", "1", "1", "B", "1"],
    "这一行的格数比表头多。数字里的千位分隔逗号要放在引号里",
  ],
])("a row that cannot be counted says why: %s", (_, cells, why) => {
  expect(judge(...cells).why).toBe(why)
})

test("columns are found in any order, in any writing, among others", () => {
  const found = findOwnersColumns([
    "编号",
    "\ufeffCLS",
    "Area - Yes",
    "area-part",
    " AREA ",
    "heads_yes",
    "HEADS_PART",
    "owners",
  ])
  expect(found).toEqual({
    ok: true,
    columns: { cls: 1, area_yes: 2, area_part: 3, area: 4, heads_yes: 5, heads_part: 6, owners: 7 },
  })
})

test("a missing column is named, and so is one that stands there twice", () => {
  expect(findOwnersColumns(["owners", "area", "cls"])).toEqual({
    ok: false,
    missing: ["heads_part", "heads_yes", "area_part", "area_yes"],
    twice: [],
  })
  expect(findOwnersColumns([...ownersColumns, "Area"])).toEqual({ ok: false, missing: [], twice: ["area"] })
})

test.each<[string, string | null]>([
  ["60", "60"],
  ["060", "60"],
  ["+60", "60"],
  ["-0.50", "-0.5"],
  ["−3", "-3"],
  ["12.", "12"],
  ["1,234,567.8900", "1234567.89"],
  ["1 234", "1234"],
  ["12 345 678", "12345678"],
  ["0", "0"],
  ["-0.00", "0"],
  ["0.0001", "0.0001"],
  ["1,23", null],
  ["1,2345", null],
  [".5", null],
  ["1.2.3", null],
  ["--1", null],
  ["0x10", null],
  ["", null],
])("“%s” is read as %s", (text, written) => {
  const read = parseDecimal(text)
  expect(read && decimalText(read)).toBe(written)
})

test("numbers of different length meet in the smallest unit", () => {
  const read = (text: string) => parseDecimal(text)!
  expect(inOneUnit({ a: read("98.53"), b: read("-2"), c: read("0.0001") })).toEqual({ a: 985_300n, b: -20_000n, c: 1n })
})

test("the table and the vote judge alike, whatever unit the area is written in", () => {
  const figure = fc.nat(300)
  fc.assert(
    fc.property(
      fc.tuple(figure, figure, figure, figure, figure, figure),
      fc.constantFrom("A", "B"),
      fc.nat(6),
      (n, cls, places) => {
        const written = (cm2: number) => decimalText({ units: BigInt(cm2), places })
        const { verdict } = judge(
          String(n[0]),
          String(n[1]),
          String(n[2]),
          written(n[3]),
          written(n[4]),
          written(n[5]),
          cls,
        )
        const { reason } = judgeOwners(
          {
            whole: { heads: n[0], areaCm2: n[3] },
            participating: { heads: n[1], areaCm2: n[4] },
            agreeing: { heads: n[2], areaCm2: n[5] },
          },
          barsOf(cls),
        )
        const alike = { agreed: "pass", notEnoughAgreed: "fail", tooFewTookPart: "no-participation" } as const
        expect(verdict).toBe(reason in alike ? alike[reason as keyof typeof alike] : "cannot")
      },
    ),
    { numRuns: 2000 },
  )
})
