import { expect, test } from "vitest"
import { formatQuantity, readQuantity } from "~/law/quantities"

test.each([
  ["整治二夜河570米", 570, "米"],
  ["新修步道1,800米。", 1800, "米"],
  ["新修步道1，800米", 1800, "米"],
  ["装充电桩３组", 3, "组"],
  ["补种行道树 24 棵，由物业养护", 24, "棵"],
  ["铺砖320平方米", 320, "平方米"],
  ["在3号楼装灯12盏", 12, "盏"],
  ["570米", 570, "米"],
  ["20把", 20, "把"],
  [" 20把 ", 20, "把"],
])("%s states %i%s", (text, total, unit) => {
  expect(readQuantity(text)).toEqual({ total, unit })
})

test.each([
  ["nothing is counted", "清理楼道堆物"],
  ["it is not whole", "修路10.5公里"],
  ["it is not whole, alone", "10.5公里"],
  ["two are stated", "整治河道570米、修步道1,800米"],
  ["two are stated with a narrow comma between", "整治河道570米,3处"],
  ["one of two is not whole", "修路10.5公里、种树20棵"],
  ["it is money", "费用不超过48000元"],
  ["it is a house", "3号楼、5号楼门口"],
  ["it is an ordinal", "由第3组负责"],
  ["it is how often", "每栋每月清运2个"],
  ["it is the number of a building", "从12栋102室旁引出水管"],
  ["it is how wide", "拓宽到6米"],
  ["it is nought", "0米"],
  ["it is a bare figure", "570"],
  ["it is nothing", " "],
])("no quantity is read where %s", (_, text) => {
  expect(readQuantity(text)).toBe(null)
})

test("a quantity is written so that it is read as the same", () => {
  for (const quantity of [
    { total: 570, unit: "米" },
    { total: 1_800_000, unit: "株" },
  ])
    expect(readQuantity(formatQuantity(quantity))).toEqual(quantity)
  expect(formatQuantity({ total: 1800, unit: "米" })).toBe("1,800米")
})
