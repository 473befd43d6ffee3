import jsqr from "jsqr"
import { expect, test } from "vitest"
import { minutesTemplate } from "#templates/minutes"
import { printPaper } from "#templates/print-paper"
import { warmUp } from "#templates/render-warm-up"
import { countPages, drawPageInColour, readCharacters, readStructure, type Tag } from "./read-pdf"
import { checkInSlips, convocation } from "./sample-papers"
import { fullMinutes, namedVoteMinutes, printing } from "./samples"
import { renderedSamples, sampleNames } from "./samples-rendered"

// The one reader this package exports under two names, depending on how it is loaded.
const readQr = "default" in jsqr ? (jsqr as unknown as { default: typeof jsqr }).default : jsqr

type Area = { left: number; top: number; width: number; height: number }
function readQrIn(pdf: Uint8Array, page: number, area: Area) {
  const { data, width, height } = drawPageInColour(pdf, page, 200)
  const [left, top] = [Math.floor(area.left * width), Math.floor(area.top * height)]
  const [cutWidth, cutHeight] = [Math.floor(area.width * width), Math.floor(area.height * height)]
  const cut = new Uint8ClampedArray(cutWidth * cutHeight * 4)
  for (let row = 0; row < cutHeight; row++) {
    const from = ((top + row) * width + left) * 4
    cut.set(data.subarray(from, from + cutWidth * 4), row * cutWidth * 4)
  }
  return readQr(cut, cutWidth, cutHeight)?.data
}

const flatten = (tags: Tag[]): Tag[] => tags.flatMap(tag => [tag, ...flatten(tag.children)])

test.each(sampleNames)("the same facts of %s give the same bytes", async name => {
  const first = await renderedSamples[name]()
  await warmUp()
  expect(Buffer.compare(Buffer.from(first), Buffer.from(await renderedSamples[name]()))).toBe(0)
})

test("other facts give other bytes", async () => {
  const first = await printPaper(minutesTemplate, fullMinutes, printing)
  const second = await printPaper(minutesTemplate, { ...fullMinutes, recorder: "卯女士" }, printing)
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).not.toBe(0)
})

test("the QR code of minutes leads to where they are verified", async () => {
  const pdf = await renderedSamples.minutes()
  const area = { left: 0.1, top: 0.75, width: 0.4, height: 0.18 }
  expect(readQrIn(pdf, countPages(pdf), area)).toBe(printing.verifyUrl)
})

test("the QR code of a convocation leads to the meeting", async () => {
  const pdf = await renderedSamples.convocation()
  const area = { left: 0.1, top: 0.1, width: 0.4, height: 0.24 }
  expect(readQrIn(pdf, countPages(pdf), area)).toBe(convocation.meetingUrl)
})

test("the QR code of each slip leads to its own delegate's check-in", async () => {
  const pdf = await renderedSamples["check-in-slips"]()
  expect(countPages(pdf)).toBe(2)
  for (const [index, slip] of checkInSlips.slips.entries()) {
    const place = index % 10
    const area = {
      left: (28 + (place % 2) * 78) / 210,
      top: (37 + Math.floor(place / 2) * 45) / 297,
      width: 78 / 210,
      height: 45 / 297,
    }
    expect(readQrIn(pdf, Math.floor(index / 10) + 1, area)).toBe(slip.url)
  }
})

test("a screen reader finds language, title, headings, tables and pictures with their words", async () => {
  const { language, title, tags } = readStructure(await renderedSamples.minutes())
  expect(language).toBe("zh-CN")
  expect(title).toBe("振兴社区2026年第三次协商议事会关于加装电梯和小区停车的会议纪要")
  expect(tags.map(tag => tag.type)).toEqual(["Document"])
  const types = flatten(tags).map(tag => tag.type)
  expect(types.filter(type => type === "H2")).toHaveLength(2)
  expect(types.filter(type => type === "Table")).toHaveLength(4)
  expect(types).toContain("Figure")
})

test("a table over several pages is one table with one head", async () => {
  const { tags } = readStructure(await printPaper(minutesTemplate, namedVoteMinutes, printing))
  const tables = flatten(tags).filter(tag => tag.type === "Table")
  const roll = tables.at(-1)!
  expect(tables).toHaveLength(3)
  expect(roll.children).toHaveLength(61)
  expect(roll.children[0]!.children.map(cell => cell.type)).toEqual(Array(8).fill("TH"))
  for (const row of roll.children.slice(1)) expect(row.children.map(cell => cell.type)).toEqual(Array(8).fill("TD"))
})

test("the outline leads through title and headings", async () => {
  const { outline } = readStructure(await renderedSamples.minutes())
  expect(outline?.map(item => item.title)).toEqual([
    "振兴社区2026年第三次协商议事会关于加装电梯和小区停车的会议纪要",
    "一、关于3号楼加装电梯的方案",
    "二、关于小区停车位重新划线",
  ])
  expect(outline?.[1]?.down?.map(item => item.title)).toEqual([
    "（一）表决：《3号楼加装电梯方案（第二稿）》",
    "（二）议定事项",
    "（三）不同意见",
  ])
})

test("signatures never stand on a page without text, however long the minutes are", async () => {
  for (let extra = 0; extra < 12; extra++) {
    const facts = { ...fullMinutes, closing: Array.from({ length: extra + 1 }, () => "会议要求抓好落实。") }
    const characters = readCharacters(await printPaper(minutesTemplate, facts, printing))
    const signature = characters.find((one, at) => one.text === "签" && characters[at + 1]?.text === "字")!
    const above = characters.filter(
      one => one.page === signature.page && one.size === 16 && one.baseline < signature.baseline - 1,
    )
    expect(new Set(above.map(one => one.baseline)).size).toBeGreaterThanOrEqual(2)
    expect(signature.page).toBe(characters.at(-1)!.page)
  }
})
