import { expect, test } from "vitest"
import { openSheet, printSheet } from "#templates/page"
import { addImprint, type Imprint } from "#templates/page-closing"
import { a4, millimetre } from "#templates/page-geometry"
import { addSealPlace } from "#templates/page-seal"
import { addText } from "#templates/page-text"
import { countPages, drawPage, type PrintedCharacter, readCharacters } from "./read-pdf"

const imprint: Imprint = { copiedTo: "振兴街道办事处。", printedBy: "振兴社区居民委员会", printedOn: "2026年3月6日" }

async function printImprint(lines: number, lastFaceOf?: 2 | 4) {
  const sheet = openSheet({ title: "版记", author: "", subject: "", date: "2026-03-06" })
  addText(sheet, "会".repeat(28 * lines))
  addImprint(sheet, { ...imprint, lastFaceOf })
  const pdf = await printSheet(sheet)
  return { pages: countPages(pdf), characters: readCharacters(pdf) }
}

const numbersOf = (characters: PrintedCharacter[]) => [
  ...new Set(characters.filter(one => one.baseline > a4.top + a4.depth && /\d/.test(one.text)).map(one => one.text)),
]

test("the imprint stands at the foot of the page the text ends on", async () => {
  const { pages, characters } = await printImprint(3)
  expect(pages).toBe(1)
  const last = characters.find(one => one.text === "印")!
  expect(last.baseline).toBeGreaterThan(a4.top + a4.depth - a4.lead)
})

test("on the back of the last leaf it is a page of its own, and numbered like the others", async () => {
  const { pages, characters } = await printImprint(3, 2)
  expect(pages).toBe(2)
  expect(characters.find(one => one.text === "印")!.page).toBe(2)
  expect(numbersOf(characters)).toEqual(["1", "2"])
  expect((await printImprint(24, 2)).pages).toBe(2)
})

test("after blank pages of a folded sheet it has no number, nor have they", async () => {
  const { pages, characters } = await printImprint(24, 4)
  expect(pages).toBe(4)
  expect(characters.find(one => one.text === "印")!.page).toBe(4)
  expect(characters.filter(one => one.page === 3)).toEqual([])
  expect(numbersOf(characters)).toEqual(["1", "2"])
})

test("room for a seal prints nothing, unless it is to be marked", async () => {
  const print = async (marked: boolean) => {
    const sheet = openSheet({ title: "盖章", author: "", subject: "", date: "2026-03-06" })
    addText(sheet, "会议")
    addSealPlace(sheet, { marked })
    addText(sheet, "决定")
    return printSheet(sheet)
  }
  const [plain, marked] = [await print(false), await print(true)]
  const below = (pdf: Uint8Array) => readCharacters(pdf).find(one => one.text === "决")!.baseline
  const above = readCharacters(plain).find(one => one.text === "会")!.baseline
  expect(below(plain) - above).toBeGreaterThanOrEqual(42 * millimetre)
  expect(below(marked)).toBe(below(plain))
  const ink = (pdf: Uint8Array) => drawPage(pdf, 1, 72).data.reduce((sum, grey) => sum + (grey < 250 ? 1 : 0), 0)
  expect(ink(marked)).toBeGreaterThan(ink(plain) + 100)
  expect(readCharacters(plain).map(one => one.text)).not.toContain("盖")
})
