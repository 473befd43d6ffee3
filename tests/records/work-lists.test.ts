import { expect, test } from "vitest"
import { splitWorks } from "~/records/work-lists"

test.each([
  ["1. 2.", "1. 清河道\n2. 修步道", ["清河道", "修步道"]],
  ["1、 2、", "1、清河道\n2、修步道", ["清河道", "修步道"]],
  ["（1）（2）", "（1）清河道\n（2）修步道", ["清河道", "修步道"]],
  ["（一）（二）", "（一）清河道\n（二）修步道", ["清河道", "修步道"]],
  ["一、 二、", "一、清河道\n二、修步道", ["清河道", "修步道"]],
  ["①②", "①清河道\n②修步道", ["清河道", "修步道"]],
])("works numbered %s are told apart", (_, content, works) => {
  expect(splitWorks(content)).toEqual(works)
})

test.each([
  ["one line", "每栋设一处堆放点，每周六清运。"],
  ["lines without numbers", "清河道\n修步道"],
  ["a single number", "1. 清河道\n由物业办"],
  ["a line that begins with a figure", "1.5公里河道要清\n2.5公里步道要修"],
])("%s stays one work", (_, content) => {
  expect(splitWorks(content)).toEqual([content])
})

test("the outer numbering divides, the inner one stays within its work", () => {
  expect(splitWorks("一、清河道\n1. 清淤\n2. 护坡\n二、修步道")).toEqual(["清河道，1. 清淤，2. 护坡", "修步道"])
})

test("a heading goes, a sentence before the list stays", () => {
  expect(splitWorks("整治内容：\n1. 清河道\n2. 修步道")).toEqual(["清河道", "修步道"])
  expect(splitWorks("雨季前办完。\n1. 清河道\n2. 修步道")).toEqual(["雨季前办完。", "清河道", "修步道"])
})
