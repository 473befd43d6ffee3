import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanText } from "#templates/clean-text"
import { openFonts } from "#templates/fonts"
import { notAtLineEnd, notAtLineStart } from "#templates/line-characters"
import { openSheet, printSheet } from "#templates/page"
import { a4 } from "#templates/page-geometry"
import { addParagraph } from "#templates/page-text"
import { type PrintedCharacter, readCharacters, withoutSpace } from "./read-pdf"

const textCount = 1000
const names = ["甲一", "乙喆", "丙𬭼", "丁㛃乐", "阿卜杜拉·买买提", "欧阳甲乙"]

/** The commonest characters of a community's papers, and any other of the standard's 20,902. */
const common =
  "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
const hanzi = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...common) },
  { weight: 3, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map(one => String.fromCodePoint(one)) },
)
const word = fc.array(hanzi, { minLength: 1, maxLength: 6 }).map(one => one.join(""))
const rare = fc.constantFrom(..."𠅤𪻐𫍲𬀩𬊈𬭼𰻝㛃䶮㙓喆堃昇彧翀玥")
const units = ["元", "年", "月", "日", "平方米", "%", "‰", "℃", "户", "票", "㎡", ""]
const number = fc
  .tuple(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 2 }), fc.constantFrom(...units))
  .map(([value, digits, unit]) => value.toFixed(digits) + unit)
const latin = fc.stringMatching(/^[A-Za-z]{1,14}$/)
const address = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,9}$/), { minLength: 2, maxLength: 6 })
  .map(parts => `https://${parts[0]}.example.cn/${parts.slice(1).join("/")}?n=${parts.length}`)
const enclosed = fc
  .tuple(fc.constantFrom("“”", "‘’", "（）", "《》", "〈〉", "【】", "〔〕", "「」", "『』"), word)
  .map(([[open, close], inside]) => `${open}${inside}${close}`)
const special = fc.constantFrom(
  "——",
  "……",
  "—",
  "～",
  "·",
  "、",
  "/",
  "￥12,345.60",
  "2026年3月5日",
  "98.5%",
  "No.3",
  " ",
  "№",
  "①",
)
const mark = fc.constantFrom("", "", "", "", "，", "。", "、", "；", "：", "？", "！", "，", "。", ",", ".")
const piece = fc.oneof(
  { weight: 12, arbitrary: word },
  { weight: 2, arbitrary: number },
  { weight: 2, arbitrary: enclosed },
  { weight: 1, arbitrary: latin },
  { weight: 1, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: special },
  { weight: 1, arbitrary: rare },
  { weight: 1, arbitrary: address },
)
/** 。。 or 《》 can happen, 》〔 as well: whoever types does worse. A text begins and ends with a word. */
const text = fc
  .tuple(word, fc.array(fc.tuple(piece, mark), { minLength: 8, maxLength: 60, size: "max" }), word)
  .map(([first, pieces, last]) => first + pieces.map(([one, after]) => one + after).join("") + last)

const fonts = openFonts()
/** How far the ink of a line's last character reaches; a closing mark's white may lie beyond the edge. */
const inkOf = ({ text, size }: PrintedCharacter) =>
  /[，。、；：！？）》〉】〕」』”’]/.test(text)
    ? size / 2
    : fonts.pick("fang", text.codePointAt(0)!)!.advance(text.codePointAt(0)!) * size

/** An address is divided after its joints, which may not end a line of Chinese. */
const isAddressJoint = (line: string, next: string) =>
  /[A-Za-z0-9][/\-?&=_:]+$/.test(line) && /^[A-Za-z0-9/]/.test(next)

type PrintedLine = { characters: PrintedCharacter[]; text: string; endsText: boolean }

/** Lines as they stand on the pages, in order. */
function linesOf(characters: PrintedCharacter[], texts: string[]): PrintedLine[] {
  const ends = new Set<number>()
  let length = 0
  for (const text of texts) {
    length += [...text].length
    ends.add(length)
  }
  const lines: PrintedLine[] = []
  for (const [at, one] of characters.entries()) {
    const before = characters[at - 1]
    if (!before || before.baseline !== one.baseline || before.page !== one.page) {
      lines.push({ characters: [], text: "", endsText: false })
    }
    const line = lines.at(-1)!
    line.characters.push(one)
    line.text += one.text
    line.endsText = ends.has(at + 1)
  }
  return lines
}

/** What is wrong with a line, in words; nothing where it is right. */
function faultsOf({ characters, text, endsText }: PrintedLine, before?: PrintedLine, next?: PrintedLine): string[] {
  const [first, last] = [characters[0]!, characters.at(-1)!]
  const faults: [boolean, string][] = [
    [before !== undefined && !before.endsText && notAtLineStart.has(first.text), "begins with a mark"],
    [first.x < a4.left - a4.body / 2 - 0.1, "begins left of the measure"],
    [last.x + inkOf(last) > a4.left + a4.measure + 0.5, "runs over the measure"],
    [last.baseline > a4.top + a4.depth, "stands under the type area"],
  ]
  if (next && !endsText) {
    const isName = (name: string) =>
      [...name].some((_, at) => at > 0 && text.endsWith(name.slice(0, at)) && next.text.startsWith(name.slice(at)))
    faults.push(
      [notAtLineEnd.has(last.text) && !isAddressJoint(text, next.text), "ends with an opening mark"],
      [/——|……|[0-9][0-9%年月日元户票]/.test(last.text + next.characters[0]!.text), "divides a dash or a number"],
      [names.some(name => name.length < 7 && isName(name)), "divides a name"],
    )
  }
  return faults.flatMap(([isFault, words]) => (isFault ? [`${words}: ${text}`] : []))
}

test(`${textCount} texts as people type them keep within the lines, and none loses a character`, async () => {
  const texts = fc.sample(text, { numRuns: textCount, seed: 6 })
  const sheet = openSheet({ title: "版心", author: "", subject: "", date: "2026-03-06", names, pageNumbers: false })
  for (const one of texts) addParagraph(sheet, one)
  const characters = readCharacters(await printSheet(sheet))
  const typed = texts.map(one => withoutSpace(cleanText(one)))
  expect(characters.map(one => one.text).join("")).toBe(typed.join(""))
  const lines = linesOf(characters, typed)
  expect(lines.length).toBeGreaterThan(3 * textCount)
  expect(lines.flatMap((line, index) => faultsOf(line, lines[index - 1], lines[index + 1]))).toEqual([])
})
