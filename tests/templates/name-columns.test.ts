import { expect, test } from "vitest"
import { addAttendance } from "#templates/attendance-lists"
import { headingNumber } from "#templates/ordinals"
import { openSheet, printSheet } from "#templates/page"
import { a4 } from "#templates/page-geometry"
import { addNameColumns } from "#templates/page-names"
import { addHeading } from "#templates/page-text"
import { readCharacters } from "./read-pdf"
import { inventNames } from "./samples"

async function printNames(label: string, names: string[]) {
  const sheet = openSheet({ title: "名单", author: "", subject: "", date: "2026-03-06", pageNumbers: false })
  addNameColumns(sheet, label, names)
  return readCharacters(await printSheet(sheet))
}
const columnOf = (x: number) => (x - a4.left) / a4.pitch

test("a name of two characters is as wide as one of three", async () => {
  const [one, two, three, four, five] = await printNames("", ["甲一", "乙乐二"])
  expect([one, two, three, four, five].map(each => each!.text).join("")).toBe("甲一乙乐二")
  expect(columnOf(two!.x) - columnOf(one!.x)).toBeCloseTo(2, 1)
  expect(columnOf(five!.x) - columnOf(three!.x)).toBeCloseTo(2, 1)
})

test("names stand under one another behind their label", async () => {
  const characters = await printNames("出席：", inventNames(23))
  const firsts = characters.filter(one => /[甲乙丙丁戊己庚辛壬癸]/.test(one.text))
  expect(firsts).toHaveLength(23)
  expect(new Set(firsts.map(one => columnOf(one.x).toFixed(1)))).toEqual(
    new Set(["5.0", "10.0", "15.0", "20.0", "25.0"]),
  )
  expect(columnOf(characters[0]!.x)).toBeCloseTo(2, 1)
})

test("a longer name takes two columns, one longer than the line goes on below, and none is lost", async () => {
  const company = "振兴社区物业服务有限责任公司第一项目部甲一二三四五六七八"
  const names = ["甲一", "阿卜杜拉·买买提", "乙二", company, "丙三"]
  const characters = await printNames("出席：", names)
  expect(characters.map(one => one.text).join("")).toBe(`出席：${names.join("")}`)
  const after = characters.find(one => one.text === "乙")!
  expect(columnOf(after.x)).toBeCloseTo(20, 1)
  for (const one of characters) expect(one.x).toBeLessThan(a4.left + a4.measure - a4.body + 1)
})

test("whose names they are stands between label and names, and another delegation under it", async () => {
  const sheet = openSheet({ title: "名单", author: "", subject: "", date: "2026-03-06", pageNumbers: false })
  const people = (names: string[], organization = "") => names.map(name => ({ name, organization }))
  const present = [
    { delegation: "居民代表", people: people(inventNames(9)) },
    { delegation: "党员代表", people: people(["壬一"]) },
    { delegation: "业委会代表", people: people(["子四"]) },
    { delegation: "物业代表", people: people(["癸二", "癸三"], "振兴物业") },
  ]
  addAttendance(sheet, { present, excused: [], absent: [], observers: [] }, { columns: true })
  const characters = readCharacters(await printSheet(sheet))
  const xOf = (text: string) => columnOf(characters.find(one => one.text === text)!.x)
  expect(xOf("出")).toBeCloseTo(2, 1)
  for (const delegation of ["居", "党", "物"]) expect(xOf(delegation)).toBeCloseTo(5, 1)
  expect(xOf("壬")).toBeCloseTo(10, 1)
  expect(xOf("子")).toBeCloseTo(15, 1)
  // Where a unit is named with them, they are read in a line.
  expect(characters.map(one => one.text).join("")).toMatch(/物业代表：振兴物业癸二、癸三$/)
})

test("a short list is read in a line", async () => {
  const sheet = openSheet({ title: "名单", author: "", subject: "", date: "2026-03-06", pageNumbers: false })
  const present = [{ delegation: "", people: ["甲一", "乙二"].map(name => ({ name, organization: "" })) }]
  addAttendance(sheet, { present, excused: [], absent: [], observers: [] }, { columns: true })
  expect(
    readCharacters(await printSheet(sheet))
      .map(one => one.text)
      .join(""),
  ).toBe("出席：甲一、乙二")
})

test("headings of four levels are numbered and set as the standard says", async () => {
  const numbers = ([1, 2, 3, 4] as const).map(level => headingNumber(level, 3))
  expect(numbers).toEqual(["三、", "（三）", "3.", "（3）"])
  const sheet = openSheet({ title: "层次", author: "", subject: "", date: "2026-03-06", pageNumbers: false })
  for (const level of [1, 2, 3, 4] as const) addHeading(sheet, level, `${headingNumber(level, 3)}会`)
  const faces = readCharacters(await printSheet(sheet)).filter(one => one.text === "会")
  expect(faces.map(one => one.font.replace(/^.*\+/, "").slice(0, 4))).toEqual(["Noto", "LXGW", "Fand", "Fand"])
})
