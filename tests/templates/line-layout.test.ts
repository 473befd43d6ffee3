import fc from "fast-check"
import { expect, test } from "vitest"
import { cleanText } from "#templates/clean-text"
import { openFonts } from "#templates/fonts"
import { notAtLineEnd, notAtLineStart } from "#templates/line-characters"
import { type Line, type LineStyle, layoutLines } from "#templates/line-layout"
import { a4 } from "#templates/page-geometry"

const fonts = openFonts()
const body: LineStyle = { face: "fang", size: a4.body, pitch: a4.pitch, width: a4.measure, firstIndent: 2 * a4.pitch }
const layout = (text: string, style: Partial<LineStyle> = {}) => layoutLines(text, fonts, { ...body, ...style })
const texts = (lines: Line[]) => lines.map(line => line.text)

const hanWord = fc.stringMatching(/^[会议社区代表方案居民电梯停车位划线补贴物业公示采光费用]{1,4}$/)
const piece = fc.oneof(
  { weight: 8, arbitrary: hanWord },
  { weight: 1, arbitrary: hanWord.map(word => `“${word}。”`) },
  { weight: 1, arbitrary: hanWord.map(word => `（${word}）`) },
  { weight: 1, arbitrary: hanWord.map(word => `《${word}》`) },
  { weight: 1, arbitrary: fc.constantFrom("——", "……", "2026年3月5日", "98.5%", "￥12,345.60元", "010-12345678") },
  { weight: 1, arbitrary: fc.constantFrom("AED", "GB/T", "https://yishi.example.cn/t/2026-07?n=3") },
)
const paragraph = fc
  .array(fc.tuple(piece, fc.constantFrom("", "", "", "，", "。", "、", "；", "：", "？")), {
    minLength: 1,
    maxLength: 60,
  })
  .map(pairs => pairs.map(([text, mark]) => text + mark).join(""))

/** Right edge of the last character in points, its own distance to a next one included. */
const inkWidth = (line: Line) =>
  Math.max(
    0,
    ...line.runs.map(run => {
      const letters = [...run.text]
      const advances = letters.reduce((sum, one) => sum + run.font.advance(one.codePointAt(0)!) * a4.body, 0)
      return run.x + advances + run.spacing * (letters.length - 1) - (a4.body - a4.pitch)
    }),
  )

test("no text is lost, whatever is typed", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[一二三，。（）“”—…A-Z0-9 /·！]{0,120}$/), text => {
      expect(texts(layout(text)).join("").replaceAll(" ", "")).toBe(cleanText(text).replaceAll(" ", ""))
    }),
    { numRuns: 300, seed: 1 },
  )
})

test("a line neither begins nor ends with a mark that may not stand there, nor divides a dash", () => {
  fc.assert(
    fc.property(paragraph, text => {
      const lines = texts(layout(text))
      lines.forEach((line, index) => {
        const first = [...line][0]!
        const last = [...line].at(-1)!
        if (index > 0) expect(notAtLineStart.has(first), `${line} begins with ${first}`).toBe(false)
        if (index < lines.length - 1) {
          const address = /[a-z0-9/][/\-?&=_]$/.test(line) && /^[a-z0-9]/.test(lines[index + 1]!)
          expect(notAtLineEnd.has(last) && !address, `${line} ends with ${last}`).toBe(false)
          expect(`${last}${lines[index + 1]![0]}`).not.toMatch(/——|……|[0-9][0-9%年月日]/)
        }
      })
    }),
    { numRuns: 400, seed: 2 },
  )
})

test("no line is wider than the measure", () => {
  fc.assert(
    fc.property(paragraph, fc.integer({ min: 6, max: 28 }), (text, columns) => {
      const width = columns * a4.pitch
      for (const line of layout(text, { width })) {
        // The white half of a mark at the end is no ink.
        const end = [...line.text].at(-1) ?? ""
        const white = /[，。、；：）》”]/.test(end) ? a4.body / 2 : 0
        expect(inkWidth(line) - white, line.text).toBeLessThanOrEqual(width + 0.05)
      }
    }),
    { numRuns: 300, seed: 3 },
  )
})

test("names are never divided", () => {
  const name = "戊翀乐"
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 }), filler => {
      const lines = texts(layout(`${"会".repeat(filler)}${name}${"议".repeat(40)}`, { unbroken: [name] }))
      expect(lines.some(line => line.includes(name))).toBe(true)
    }),
    { seed: 4 },
  )
})

test("a list of names ends its lines between names", () => {
  const lines = texts(layout(Array.from({ length: 40 }, () => "阿卜杜拉·买买提").join("、"), { nameList: true }))
  expect(lines.length).toBeGreaterThan(5)
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/提、$/)
})

test("twenty-eight characters fill a line exactly", () => {
  const [first, second] = layout("会".repeat(40), { firstIndent: 0 })
  expect(first!.text).toBe("会".repeat(28))
  expect(first!.runs).toHaveLength(1)
  expect(first!.runs[0]!.x).toBe(0)
  expect(second!.text).toBe("会".repeat(12))
})

test("an opening mark at a line's start gives up the white before it", () => {
  const lines = layout(`${"会".repeat(28)}（议）`, { firstIndent: 0 })
  expect(lines[1]!.runs[0]!.x).toBeCloseTo(-a4.pitch / 2, 1)
})

test("two marks side by side share the white between them", () => {
  const [line] = layout("指出：“会议", { firstIndent: 0, align: "left" })
  expect(line!.width).toBeCloseTo(5.5 * a4.pitch, 1)
})

test("a number keeps its unit and an amount stays whole", () => {
  for (let filler = 15; filler < 40; filler++) {
    const joined = texts(layout(`${"会".repeat(filler)}￥12,345.60元，15日`)).join("\n")
    expect(joined).toContain("￥12,345.60元")
    expect(joined).toContain("15日")
  }
})

test("a standard's number stays whole and an address is divided at its joints", () => {
  for (let filler = 15; filler < 40; filler++) {
    const filled = "会".repeat(filler)
    expect(texts(layout(`${filled}GB/T按标准`)).join("\n")).toContain("GB/T")
    const lines = texts(layout(`${filled}https://yishi.example.cn/community/zhenxing/topics/lift`))
    for (const line of lines.slice(0, -1)) expect(line).toMatch(/(会|\/)$/)
  }
})

test("a word longer than the line is cut rather than lost", () => {
  const lines = layout("A".repeat(200))
  expect(texts(lines).join("")).toBe("A".repeat(200))
  for (const line of lines) expect(inkWidth(line)).toBeLessThanOrEqual(a4.measure + 0.05)
})
