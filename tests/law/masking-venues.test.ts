import { expect, test } from "vitest"
import { applyMarks, maskText } from "~/law/masking"
import { knownVenue } from "~/law/masking-venues"

const person = { name: "丙三", gender: null, isPublicRole: false }

/** A notice of where it is held, as it is printed: name（address）. */
function readVenue(name: string, address: string, addresses: string[] = [], before = "") {
  const text = `${before}${address ? `${name}（${address}）` : name}`
  const marks = maskText(text, { people: [person], venues: knownVenue({ name, address }, addresses) })
  return {
    text,
    shown: applyMarks(text, marks),
    marks: marks.map(({ original, shown, reason }) => ({ original, shown, reason })),
  }
}

test.each([
  ["协商议事室", "党群服务中心二楼"],
  ["中心花园凉亭", ""],
  ["红管家驿站", "金桂苑东门"],
  ["邓家巷社区礼堂", ""],
])("a hall without a door has nothing to hide: %s %s", (name, address) => {
  const { text, shown, marks } = readVenue(name, address)
  expect(shown).toBe(text)
  expect(marks).toEqual([])
})

test.each([
  ["协商议事室", "5号楼201室"],
  ["党群服务中心", "金桂苑5号楼201室"],
  ["党员之家", "居委会5号楼201室"],
  ["议事点", "物业办公室，6号楼101室"],
  ["农家书屋", "5号楼201室"],
  ["阳光人家", "架空层5号楼101室"],
  ["红管家议事厅", "谢家集社区5号楼201室"],
])("a door of a public place stays, and why is said: %s %s", (name, address) => {
  const { text, shown, marks } = readVenue(name, address)
  expect(shown).toBe(text)
  expect(marks).toHaveLength(1)
  expect(marks[0]!.reason).toBe("会议地点是公共场所，房号可以公开。")
})

test.each([
  ["丙三家议事点", "金桂苑6号楼101室", "丙*家议事点（金桂苑6号楼）"],
  ["楼栋长家", "6号楼2单元101", "楼栋长家（6号楼）"],
  ["丁四家庭院", "6号楼101室", "丁四家庭院（6号楼）"],
  ["居民家中", "活动室楼上，6号楼101室", "居民家中（活动室楼上，6号楼）"],
])("a door of somebody's home goes: %s %s", (name, address, expected) => {
  const { shown, marks } = readVenue(name, address)
  expect(shown).toBe(expected)
  expect(marks.at(-1)!.reason).toBe("会议地点在住户家里，房号不公开，只写到楼栋。")
})

test.each([
  "中心花园6号楼101室",
  "长亭苑6号楼101室",
  "公园里6号楼101室",
  "医院路6号楼101室",
  "纺织公司家属院6号楼101室",
])("an estate or a street called after a public place is none: %s", address => {
  expect(readVenue("六号楼议事点", address).shown).toBe(`六号楼议事点（${address.replace("101室", "")}）`)
})

test("a door nobody can tell to be public goes too, and may be looked at again", () => {
  const { shown, marks } = readVenue("六号楼议事点", "6号楼101室")
  expect(shown).toBe("六号楼议事点（6号楼）")
  expect(marks[0]!.reason).toBe("会议地点看不出是公共场所，房号照住户的遮盖；确是公共场所的，可以照原文登出。")
})

test.each([
  ["金桂苑6号楼101室", "邻里驿站（金桂苑6号楼）"],
  ["金桂苑6栋101", "邻里驿站（金桂苑6号楼）"],
  ["银杏苑6号楼101室", "邻里驿站（金桂苑6号楼101室）"],
  ["金桂苑6号楼102室", "邻里驿站（金桂苑6号楼101室）"],
])("behind a door on the register somebody lives, whatever the place is called: %s", (home, expected) => {
  expect(readVenue("邻里驿站", "金桂苑6号楼101室", [home]).shown).toBe(expected)
})

test("the same door elsewhere in the text is a dwelling's", () => {
  expect(readVenue("党群服务中心", "5号楼201室", [], "家住5号楼201室，").shown).toBe(
    "家住5号楼，党群服务中心（5号楼201室）",
  )
})

test("the door of a public place makes no sentence one about a person", () => {
  const text = "在活动室（5号楼201室）讨论残疾人无障碍改造和重病救助"
  const venues = knownVenue({ name: "活动室", address: "5号楼201室" }, [])
  expect(applyMarks(text, maskText(text, { people: [], venues }))).toBe(text)
})
