import { expect, test } from "vitest"
import { buildingKey, checkShares, compareNaturally, readArea, readAreaCell, readShare, unitKey } from "~/estates/rules"
import { namesIn, splitAddress, unitLabel } from "~/estates/unit-words"

test.each([
  ["98.53", 985_300],
  ["98.5312", 985_312],
  ["１２０㎡", 1_200_000],
  ["1,098.5 平方米", 10_985_000],
  ["0.0001", 1],
])("an area typed as %s is %i cm² exactly", (text, areaCm2) => {
  expect(readArea(text)).toEqual({ ok: true, value: areaCm2 })
})

test.each([
  ["0", "area_unreadable"],
  ["-3", "area_unreadable"],
  ["98.53+2", "area_unreadable"],
  ["300000", "area_unreadable"],
  ["98.53125", "area_too_fine"],
])("an area typed as %s is refused: %s", (text, code) => {
  expect(readArea(text)).toMatchObject({ ok: false, code, detail: { field: "area" } })
})

test.each([
  ["98.529999", 985_300],
  ["98.530000000000001", 985_300],
  ["98.53124", 985_312],
  ["98.53125", 985_313],
])("a cell with %s is rounded to %i cm²", (text, areaCm2) => {
  expect(readAreaCell(text)).toEqual({ ok: true, value: areaCm2 })
})

test.each([
  ["1/3", { part: 1, whole: 3 }],
  ["2/4", { part: 1, whole: 2 }],
  ["50%", { part: 1, whole: 2 }],
  ["33.3%", { part: 333, whole: 1000 }],
  ["三分之二", { part: 2, whole: 3 }],
  ["", null],
])("a share written as %s is %o", (text, share) => {
  expect(readShare(text)).toEqual({ ok: true, value: share })
})

test.each(["0/3", "4/3", "一半", "150%"])("a share written as %s is refused", text => {
  expect(readShare(text)).toMatchObject({ ok: false, code: "share_unreadable" })
})

test("three times 33.3% is not the whole, three thirds are", () => {
  const third = { part: 333, whole: 1000 }
  expect(checkShares([third, third, third])).toMatchObject({ code: "shares_not_one" })
  const exact = { part: 1, whole: 3 }
  expect(checkShares([exact, exact, exact])).toMatchObject({ ok: true })
})

test("buildings and rooms are one however they are written, and different ones stay apart", () => {
  expect(new Set(["12栋", "12幢", "十二号楼", "12#", "第12栋"].map(buildingKey)).size).toBe(1)
  expect(new Set(["二单元102室", "2单元102", "2-102", "2－102号"].map(unitKey)).size).toBe(1)
  expect(unitKey("1-1102")).not.toBe(unitKey("11-102"))
})

test("rooms stand in the order people count them", () => {
  const rooms = ["二单元101室", "一单元1101室", "一单元201室", "一单元102室"]
  expect(rooms.toSorted(compareNaturally)).toEqual(["一单元102室", "一单元201室", "一单元1101室", "二单元101室"])
})

test("a room's cell may say its building, its 单元, or neither", () => {
  expect(splitAddress("12栋2单元102室")).toEqual({ building: "12栋", room: "2单元102室" })
  expect(splitAddress("12-2-102")).toEqual({ building: "12", room: "2-102" })
  expect(splitAddress("102室")).toBeNull()
  expect(unitLabel("12栋", "2", "102")).toBe("2单元102室")
  expect(unitLabel("12栋", "二单元", "12-2-102")).toBe("2-102")
  expect(unitLabel("12栋", "", "车位8号")).toBe("车位8号")
})

test("names of one cell are told apart, and signs for nobody are no names", () => {
  expect(namesIn("甲一、乙二，丙三")).toEqual(["甲一", "乙二", "丙三"])
  expect(namesIn("甲一 乙二")).toEqual(["甲一", "乙二"])
  expect(namesIn("甲 一")).toEqual(["甲 一"])
  expect(namesIn("—")).toEqual([])
})
