import { expect, test } from "vitest"
import { bindSheets, openSheet, printSheet, printSheets, type SheetOptions } from "#templates/page"
import { a4, geometryOf, millimetre, type Paper } from "#templates/page-geometry"
import { addHeading, addText } from "#templates/page-text"
import { countPages, readCharacters, readPageSize, readStructure, readText } from "./read-pdf"

const information = (title: string): SheetOptions => ({ title, author: "", subject: "", date: "2026-03-06" })
const paperOf = (title: string, lines: number, more: Partial<SheetOptions> = {}) => {
  const sheet = openSheet({ ...information(title), ...more })
  addHeading(sheet, 1, "一、会议")
  addText(sheet, "会".repeat(28 * (lines - 1)))
  return sheet
}
const pageNumbers = (pdf: Uint8Array) =>
  Array.from({ length: countPages(pdf) }, (_, index) =>
    readCharacters(pdf)
      .filter(one => one.page === index + 1 && one.baseline > a4.top + a4.depth)
      .map(one => one.text)
      .join(""),
  )

test("papers of one file have page numbers of their own", async () => {
  const pdf = await printSheets([paperOf("通知", 23), paperOf("议程", 5)])
  expect(pageNumbers(pdf)).toEqual(["—1—", "—2—", "—1—"])
})

test("printed on both sides, each paper begins on a front, and the page between is empty", async () => {
  const pdf = await printSheets([paperOf("通知", 5), paperOf("议程", 23), paperOf("规则", 5)], { duplex: true })
  expect(pageNumbers(pdf)).toEqual(["—1—", "", "—1—", "—2—", "—1—"])
  expect(readCharacters(pdf).filter(one => one.page === 2)).toEqual([])
})

test("the outline leads to each paper by its title, and on to its headings", async () => {
  const { outline, title, tags } = readStructure(await printSheets([paperOf("通知", 3), paperOf("议程", 3)]))
  expect(outline?.map(item => [item.title, item.page, item.down?.map(one => one.title)])).toEqual([
    ["通知", 0, ["一、会议"]],
    ["议程", 1, ["一、会议"]],
  ])
  expect(title).toBe("通知")
  expect(tags.map(tag => [tag.type, tag.children.map(one => one.type)])).toEqual([["Document", ["Part", "Part"]]])
})

test("a pack is printed as the papers bound in it, under its own title", async () => {
  const pack = bindSheets(information("会议材料"), [paperOf("通知", 3), paperOf("议程", 3)], { duplex: true })
  const pages: string[] = []
  const pdf = await printSheet(pack, (done, total) => pages.push(`${done}/${total}`))
  expect(countPages(pdf)).toBe(3)
  expect(readStructure(pdf).title).toBe("会议材料")
  expect(pages).toEqual(["1/2", "2/2"])
})

test("one paper alone is printed as ever", async () => {
  const [alone, among] = [await printSheet(paperOf("通知", 3)), await printSheets([paperOf("通知", 3)])]
  expect(Buffer.compare(Buffer.from(alone), Buffer.from(among))).toBe(0)
})

test.each([
  ["a4", false, 210, 297, 28, 22],
  ["a4", true, 210, 297, 20, 16],
  ["a4Landscape", false, 297, 210, 40, 15],
  ["a3", false, 297, 420, 43, 34],
  ["a3", true, 297, 420, 28, 22],
  ["a3Landscape", false, 420, 297, 62, 23],
] as [Paper, boolean, number, number, number, number][])(
  "%s, large print %s: a sheet of %i by %i mm holds lines of %i characters, %i of them",
  async (paper, largePrint, width, height, columns, lines) => {
    const sheet = openSheet({ ...information("版心"), paper, largePrint })
    addText(sheet, "会".repeat(columns * (lines + 1)))
    const pdf = await printSheet(sheet)
    const first = readCharacters(pdf).filter(one => one.page === 1 && one.text === "会")
    expect(first).toHaveLength(columns * lines)
    expect(readText(pdf)).toContain("会".repeat(columns))
    const size = readPageSize(pdf, 1)
    expect(size.width / millimetre).toBeCloseTo(width, 2)
    expect(size.height / millimetre).toBeCloseTo(height, 2)
    const { left, measure, top, depth, pitch } = geometryOf(paper, largePrint)
    for (const one of first) {
      expect(one.x).toBeGreaterThan(left - 0.1)
      expect(one.x + one.size).toBeLessThan(left + measure + Math.max(0, one.size - pitch) + 0.1)
      expect(one.baseline).toBeGreaterThan(top)
      expect(one.baseline).toBeLessThan(top + depth)
    }
  },
)
