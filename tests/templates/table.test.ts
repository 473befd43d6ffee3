import { expect, test } from "vitest"
import { openSheet, printSheet } from "#templates/page"
import { a4, ruleWidth } from "#templates/page-geometry"
import { addTable, type Column, type TableStyle } from "#templates/page-table"
import { addText } from "#templates/page-text"
import { countPages, drawPage, type PrintedCharacter, readCharacters, readStructure, type Tag } from "./read-pdf"

const columns: Column[] = [
  { head: "序号", width: "fit" },
  { head: "事项", width: 1, align: "left" },
  { head: "金额", width: "fit", align: "right" },
]
type Rows = string[][]
const short = (count: number): Rows => Array.from({ length: count }, (_, at) => [`${at + 1}`, "会议", "1.00"])
const long = "电梯加装要充分听取低层住户的意见。"

async function printTable(rows: Rows, style: Partial<TableStyle> = {}, linesAbove = 0) {
  const sheet = openSheet({ title: "表", author: "", subject: "", date: "2026-03-06" })
  if (linesAbove) addText(sheet, "文".repeat(28 * linesAbove))
  addTable(sheet, columns, rows, { summary: "表", ...style })
  const pdf = await printSheet(sheet)
  return { pdf, characters: readCharacters(pdf).filter(one => one.baseline < a4.top + a4.depth) }
}

const textOn = (characters: PrintedCharacter[], page: number) =>
  characters
    .filter(one => one.page === page)
    .map(one => one.text)
    .join("")
const flatten = (tags: Tag[]): Tag[] => tags.flatMap(tag => [tag, ...flatten(tag.children)])

test("a table that fits a page goes to the next rather than being divided; a list goes on where it is", async () => {
  const kept = await printTable(short(8), {}, 14)
  expect(textOn(kept.characters, 1)).toBe("文".repeat(28 * 14))
  const list = await printTable(short(12), { divisible: true }, 14)
  expect(textOn(list.characters, 1)).toContain("序号事项金额1会议")
  expect(textOn(list.characters, 2)).toMatch(/^序号事项金额/)
})

test("neither the first row nor the last stands alone on a page", async () => {
  for (let above = 6; above < 22; above++) {
    const { pdf, characters } = await printTable(short(30), { divisible: true }, above)
    for (let page = 1; page <= countPages(pdf); page++) {
      const rows = textOn(characters, page).match(/会议/g)?.length ?? 0
      expect(rows, `page ${page} under ${above} lines`).not.toBe(1)
    }
  }
})

test("a row taller than a page is divided between its lines, losing none, under its head again", async () => {
  const tall = long.repeat(140)
  const { pdf, characters } = await printTable([
    ["1", "会议", "1.00"],
    ["2", tall, "2.00"],
    ["3", "会议", "3.00"],
  ])
  expect(countPages(pdf)).toBeGreaterThan(2)
  const content = characters
    .map(one => one.text)
    .join("")
    .replaceAll("序号事项金额", "")
  // What stands beside the long cell is printed once, where its row begins; its ordinal stands wherever it goes on.
  const ordinals = (page: number) => textOn(characters, page).replace("2.00", "").match(/2/g)
  for (let page = 2; page < countPages(pdf); page++) expect(ordinals(page)).toEqual(["2"])
  expect(content.replace(/2\.00/, "").replaceAll("2", "")).toContain(tall)
  expect(content.match(/2\.00/g)).toHaveLength(1)
  for (let page = 2; page <= countPages(pdf); page++) expect(textOn(characters, page)).toMatch(/^序号事项金额/)
  for (const one of characters) expect(one.baseline).toBeLessThan(a4.top + a4.depth)
})

test("a divided row is one row to a screen reader, and its cells are closed on each page", async () => {
  const { pdf } = await printTable([
    ["1", long.repeat(90), "1.00"],
    ["2", "会议", "1.00"],
  ])
  const rows = flatten(readStructure(pdf).tags).filter(tag => tag.type === "TR")
  expect(rows.map(row => row.children.map(cell => cell.type))).toEqual([
    ["TH", "TH", "TH"],
    ["TD", "TD", "TD"],
    ["TD", "TD", "TD"],
  ])
  // The lowest ruled line of the page goes from edge to edge.
  const { data, width, height } = drawPage(pdf, 1, 144)
  const inkInRow = (y: number) =>
    data.subarray(y * width, (y + 1) * width).reduce((sum, grey) => sum + +(grey < 160), 0)
  const lowest = Array.from({ length: Math.round((a4.top + a4.depth + ruleWidth.table) * 2) }, (_, y) => y)
    .filter(y => y < height && inkInRow(y) > a4.measure * 1.9)
    .at(-1)!
  expect(lowest / 2).toBeGreaterThan(a4.top + a4.depth - 2 * a4.lead)
})

test("totals stand under the last row, in 黑, and never without it", async () => {
  for (let above = 0; above < 22; above++) {
    const { characters } = await printTable(short(24), { footer: ["", "合计", "24.00"] }, above)
    const total = characters.find((one, at) => one.text === "合" && characters[at + 1]?.text === "计")!
    expect(total.font).toMatch(/NotoSans/)
    expect(textOn(characters, total.page)).toMatch(/会议1\.00(\d+)会议1\.00合计24\.00$/)
  }
})

test("rows to write in are as high as asked for", async () => {
  const { characters } = await printTable(short(3), { rowHeight: 40 })
  const [first, second] = characters.filter(one => one.text === "议").map(one => one.baseline)
  expect(second! - first!).toBeCloseTo(40, 1)
})

test("figures stand at the right edge of their column", async () => {
  const { characters } = await printTable([
    ["1", "会议", "1.00"],
    ["2", "会议", "1234.00"],
  ])
  const points = characters.filter(one => one.text === ".").map(one => one.x)
  expect(points[0]).toBeCloseTo(points[1]!, 1)
})
