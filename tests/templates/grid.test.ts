import { expect, test } from "vitest"
import { minutesTemplate } from "#templates/minutes"
import { openSheet, printSheet } from "#templates/page"
import { a4, baselineInRow, millimetre } from "#templates/page-geometry"
import { addHeading, addParagraph, addText } from "#templates/page-text"
import { printPaper } from "#templates/print-paper"
import { type PrintedCharacter, readCharacters } from "./read-pdf"
import { fullMinutes, minimalMinutes, namedVoteMinutes, printing } from "./samples"

const isHan = (one: PrintedCharacter) => /\p{Script=Han}/u.test(one.text)
const rowOf = (one: PrintedCharacter) => (one.baseline - a4.top - baselineInRow(one.size)) / a4.lead

async function printBody(text: string) {
  const sheet = openSheet({ title: "版心", author: "", subject: "", date: "2026-03-06" })
  addText(sheet, text)
  return readCharacters(await printSheet(sheet))
}

test("a full page holds 22 lines of 28 characters on the grid of the type area", async () => {
  const characters = (await printBody("会".repeat(28 * 23))).filter(isHan)
  expect(characters.filter(one => one.page === 1)).toHaveLength(22 * 28)
  expect(characters.filter(one => one.page === 2)).toHaveLength(28)
  characters.forEach((one, index) => {
    expect(one.x).toBeCloseTo(28 * millimetre + (index % 28) * ((156 * millimetre) / 28), 1)
    const row = Math.floor(index / 28) % 22
    expect(one.baseline).toBeCloseTo(37 * millimetre + row * ((225 * millimetre) / 22) + baselineInRow(16), 1)
  })
})

test("a paragraph and each level of heading begin two characters in, in their own face", async () => {
  const sheet = openSheet({ title: "层次", author: "", subject: "", date: "2026-03-06" })
  addHeading(sheet, 1, "一、会议")
  addHeading(sheet, 2, "（一）会议")
  addParagraph(sheet, "1.会议")
  const characters = readCharacters(await printSheet(sheet)).filter(one => one.size === 16)
  const starts = ["一", "（", "1"].map(text => characters.find(one => one.text === text)!)
  for (const one of starts) expect(one.x).toBeCloseTo(28 * millimetre + 2 * a4.pitch, 1)
  const faces = [0, 1, 2].map(row => characters.find(one => one.text === "议" && Math.round(rowOf(one)) === row)!.font)
  expect(faces[0]).toMatch(/NotoSans/)
  expect(faces[1]).toMatch(/LXGW/)
  expect(faces[2]).toMatch(/Fandol/)
})

test.each([
  ["the minutes", fullMinutes],
  ["short minutes", minimalMinutes],
  ["minutes with a roll", namedVoteMinutes],
])("each line of type 3号 of %s stands on the grid", async (_what, facts) => {
  const body = readCharacters(await printPaper(minutesTemplate, facts, printing)).filter(
    one => one.size === a4.body && isHan(one),
  )
  // The places for signatures stand half a line lower.
  const signature = body.filter(one => "主持人签字记录".includes(one.text)).map(one => `${one.page} ${one.baseline}`)
  for (const one of body) {
    if (signature.includes(`${one.page} ${one.baseline}`)) continue
    expect(Math.abs(rowOf(one) - Math.round(rowOf(one))), `${one.text} in row ${rowOf(one)}`).toBeLessThan(0.002)
  }
})

test("nothing is printed outside the type area but page numbers", async () => {
  for (const facts of [fullMinutes, minimalMinutes, namedVoteMinutes]) {
    for (const one of readCharacters(await printPaper(minutesTemplate, facts, printing))) {
      if (/[—0-9]/.test(one.text) && one.size === 14 && one.baseline > a4.top + a4.depth) continue
      expect(one.x, one.text).toBeGreaterThanOrEqual(a4.left - a4.body / 2 - 0.1)
      expect(one.x, one.text).toBeLessThanOrEqual(a4.left + a4.measure - 2)
      expect(one.baseline, one.text).toBeLessThanOrEqual(a4.top + a4.depth + 0.1)
    }
  }
})

test("page numbers stand one character in, right on odd pages and left on even ones, 7 mm under the type area", async () => {
  const characters = readCharacters(await printPaper(minutesTemplate, fullMinutes, printing))
  for (const page of [1, 2, 3, 4]) {
    const number = characters.filter(one => one.page === page && one.baseline > a4.top + a4.depth)
    expect(number.map(one => one.text).join("")).toBe(`—${page}—`)
    const [first, last] = [number[0]!, number.at(-1)!]
    // The dash of the font is 0.89 of the type size wide.
    if (page % 2) expect(last.x + 0.89 * 14).toBeCloseTo(a4.left + a4.measure - 14, 0)
    else expect(first.x).toBeCloseTo(a4.left + 14, 0)
    expect(first.baseline - 0.37 * 14).toBeCloseTo(a4.top + a4.depth + 7 * millimetre, 1)
  }
})

test("the red heading of minutes stands 35 mm under the upper edge of the type area", async () => {
  const heading = readCharacters(await printPaper(minutesTemplate, fullMinutes, printing)).find(
    one => one.text === "纪" && one.size > 22,
  )!
  expect(heading.baseline - heading.size * 0.88).toBeCloseTo(a4.top + 35 * millimetre, 1)
})
