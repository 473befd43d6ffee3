import { expect, test } from "vitest"
import { type NoticePosterFacts, noticePosterTemplate } from "#templates/notice-poster"
import { millimetre } from "#templates/page-geometry"
import { printPaper } from "#templates/print-paper"
import { countPages, readCharacters, readPageSize, withoutSpace } from "./read-pdf"
import { announcement, publicNotice } from "./sample-notices"
import { printing } from "./samples"

const poster: NoticePosterFacts = { ...publicNotice, sheet: "大字版" }
const bodySize = (pdf: Uint8Array, word: string) => {
  const characters = readCharacters(pdf)
  const at = characters.findIndex((_, index) =>
    [...word].every((one, offset) => characters[index + offset]?.text === one),
  )
  return characters[at]!.size
}

test("the poster is one sheet of A3 whose type is as large as its text permits", async () => {
  const sizes: number[] = []
  for (const facts of [{ ...announcement, sheet: "大字版" } as const, poster]) {
    const pdf = await printPaper(noticePosterTemplate, facts, printing)
    expect(countPages(pdf)).toBe(1)
    const { width, height } = readPageSize(pdf, 1)
    expect([Math.round(width / millimetre), Math.round(height / millimetre)]).toEqual([297, 420])
    sizes.push(bodySize(pdf, "协商议事室"))
    for (const one of readCharacters(pdf)) expect(one.font, one.text).not.toMatch(/Fandol/)
  }
  const [short, long] = sizes
  expect(short!).toBeGreaterThan(long!)
  expect(long!).toBeGreaterThan(22)
})

test("a text far too long for one sheet goes on over several, and none of it is lost", async () => {
  const text = "对公示内容有异议的，请在公示期内到社区居民委员会办公室提出。".repeat(160)
  const facts = { ...poster, lines: [...poster.lines, { label: "说明", text }] }
  const pdf = await printPaper(noticePosterTemplate, facts, printing)
  expect(countPages(pdf)).toBeGreaterThan(1)
  expect(bodySize(pdf, "协商议事室")).toBe(16)
  const printed = readCharacters(pdf)
    .map(one => one.text)
    .join("")
  expect(printed).toContain(withoutSpace(text))
})
