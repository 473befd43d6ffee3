import { expect, test } from "vitest"
import { findHealth, findRooms } from "~/law/masking-words"

const rooms = (text: string) => findRooms(text).map(({ from, to, building }) => [text.slice(from, to), building])

test.each<[string, string, string]>([
  ["12栋 二单元，301室", "12栋 二单元，301室", "12栋"],
  ["12 栋301室", "12 栋301室", "12栋"],
  ["住12-2-501的", "12-2-501", "12栋"],
  ["住3 - 2 - 501 室", "3 - 2 - 501 室", "3栋"],
  ["住3-12-501，", "3-12-501", "3栋"],
  ["住3-2-501-东", "3-2-501", "3栋"],
  ["住3-501室", "3-501室", "3栋"],
  ["住12-501室", "12-501室", "12栋"],
  ["住3 - 501 室", "3 - 501 室", "3栋"],
  ["住3-501 的业主", "3-501", "3栋"],
])("the door in %s is %s, of %s", (text, door, building) => {
  expect(rooms(text)).toEqual([[door, building]])
})

test.each(["2023-2-501", "1-3-2-501", "3-2-50123", "3-2-501-7", "3-2-501.5"])(
  "%s is the number of something else",
  text => {
    expect(rooms(text)).toEqual([])
  },
)

test.each(["2023-501室", "1.3-501室"])("in %s the building is not told, and the door goes all the same", text => {
  expect(rooms(text)).toEqual([["501室", ""]])
})

test("two doors side by side are two, whichever is written more fully", () => {
  expect(rooms("12栋301室5号楼201室")).toEqual([
    ["12栋301室", "12栋"],
    ["5号楼201室", "5号楼"],
  ])
  expect(rooms("5号楼201，12栋二单元301室")).toEqual([
    ["12栋二单元301室", "12栋"],
    ["5号楼201", "5号楼"],
  ])
})

test.each(["党群中心203室", "服务中心十二楼203室", "服务中心二楼 203室"])("%s is a public room", text => {
  expect(rooms(text)).toEqual([])
})

test("a dwelling beside a public house is none", () => {
  expect(rooms("驿站旁的201室")).toEqual([["201室", ""]])
})

const health = (text: string, persons: { from: number; to: number }[] = []) =>
  findHealth(text, persons).map(({ from, to }) => text.slice(from, to))

test.each<[string, string[]]>([
  ["他母亲瘫痪", ["瘫痪"]],
  ["王阿姨中风", ["中风"]],
  ["一位老人中风", ["中风"]],
  ["他残疾，残疾人坡道要修", ["残疾"]],
  ["他说残疾坡道要修", []],
  ["有人中风", []],
])("of somebody's health in %s goes %j", (text, found) => {
  expect(health(text)).toEqual(found)
})

test("a name in another sentence does not make this one about that person", () => {
  expect(health("甲一说好。有人中风", [{ from: 0, to: 2 }])).toEqual([])
  expect(health("有人中风。甲一说好", [{ from: 5, to: 7 }])).toEqual([])
  expect(health("说好。甲一中风", [{ from: 3, to: 5 }])).toEqual(["中风"])
})
