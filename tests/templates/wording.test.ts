import { expect, test } from "vitest"
import { attendanceLines } from "#templates/attendance"
import { chineseOrdinal, numberItem } from "#templates/ordinals"
import { balanceTitle } from "#templates/page-masthead"

test.each([
  [1, "一"],
  [10, "十"],
  [11, "十一"],
  [20, "二十"],
  [32, "三十二"],
])("heading %i is %s", (number, ordinal) => {
  expect(chineseOrdinal(number)).toBe(ordinal)
})

test("an item that begins with a figure is set off from its number", () => {
  expect(numberItem(1, "3号楼加装电梯")).toBe("1. 3号楼加装电梯")
  expect(numberItem(2, "停车位")).toBe("2.停车位")
})

test("people of one organization share its name", () => {
  const person = (name: string, organization = "") => ({ name, organization })
  expect(
    attendanceLines([
      {
        delegation: "物业代表",
        people: [person("甲一", "振兴物业"), person("乙二", "振兴物业"), person("丙三", "长安物业")],
      },
      { delegation: "居民代表", people: [] },
      { delegation: "", people: [person("丁四")] },
    ]),
  ).toBe("物业代表：振兴物业甲一、乙二；长安物业丙三\n丁四")
})

test("a title is divided after a whole word, nearest to even lines", () => {
  expect(balanceTitle("振兴社区2026年第三次协商议事会关于加装电梯和小区停车的会议纪要", 19)).toBe(
    "振兴社区2026年第三次协商议事会\n关于加装电梯和小区停车的会议纪要",
  )
})

test("the title of a result keeps 表决结果的公告 together", () => {
  expect(balanceTitle("关于悦园东大门非机动车道口拓宽表决结果的公告", 19)).toBe(
    "关于悦园东大门非机动车道口拓宽\n表决结果的公告",
  )
})

test("a title that fits a line or was divided by its author is left alone", () => {
  expect(balanceTitle("关于3号楼加装电梯的决议", 19)).toBe("关于3号楼加装电梯的决议")
  const divided = "振兴社区\n关于加装电梯、小区停车和楼道堆物清理等事项的决议"
  expect(balanceTitle(divided, 19)).toBe(divided)
})

test.each([
  [
    "振兴社区居民委员会关于公布2026年第三次协商议事会加装电梯议题协商成果及其办理情况的公示",
    /^.+年\n第三次.+\n协商.+公示$/,
  ],
  ["关于召开振兴社区2026年度第一次居民代表会议暨民主评议大会的通知", /^关于[^\n]+\n[^\n]+的通知$/],
])("a longer title has lines of whole words, none of them a waist: %s", (title, shape) => {
  const divided = balanceTitle(title, 19)
  expect(divided.replaceAll("\n", "")).toBe(title)
  expect(divided).toMatch(shape)
  const lengths = divided.split("\n").map(line => [...line].length)
  for (const length of lengths) expect(length).toBeLessThanOrEqual(22)
  if (lengths.length === 3) expect(lengths[1]).toBeGreaterThanOrEqual(Math.min(lengths[0]!, lengths[2]!))
})
