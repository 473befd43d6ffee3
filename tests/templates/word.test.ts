import { createHash } from "node:crypto"
import jsqr from "jsqr"
import { PNG } from "pngjs"
import { afterEach, expect, test, vi } from "vitest"
import { MissingCharactersError } from "#templates/fonts"
import { minutesTemplate } from "#templates/minutes"
import { type FileTemplate, type PdfTemplate, printPaper } from "#templates/print-paper"
import type { Printing } from "#templates/printing"
import { resolutionTemplate } from "#templates/resolution"
import { convocationWordTemplate } from "#templates/word/convocation"
import { minutesWordTemplate } from "#templates/word/minutes"
import { resolutionWordTemplate } from "#templates/word/resolution"
import { findAll, findOne, readDocx } from "./read-docx"
import { readText, withoutSpace } from "./read-pdf"
import { convocation, optionsResolution, representativesConvocation, resolution } from "./sample-papers"
import { consensusMinutes, fullMinutes, minimalMinutes, namedVoteMinutes, printing, printingAtOffice } from "./samples"

// The one reader this package exports under two names, depending on how it is loaded.
const readQr = "default" in jsqr ? (jsqr as unknown as { default: typeof jsqr }).default : jsqr

type Sample = [name: string, template: FileTemplate<never>, facts: object, printing: Printing]
const samples = [
  ["minutes", minutesWordTemplate, fullMinutes, printing],
  ["short minutes", minutesWordTemplate, minimalMinutes, printingAtOffice],
  ["minutes without a vote", minutesWordTemplate, consensusMinutes, printing],
  ["minutes with a roll", minutesWordTemplate, namedVoteMinutes, printing],
  ["a resolution", resolutionWordTemplate, resolution, printing],
  ["a resolution on options", resolutionWordTemplate, optionsResolution, printing],
  ["a notice", convocationWordTemplate, convocation, printing],
  ["a notice of the representatives", convocationWordTemplate, representativesConvocation, printingAtOffice],
] as unknown as Sample[]

const write = ([, template, facts, printed]: Sample) => printPaper(template as FileTemplate<object>, facts, printed)
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex")

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
})

test.each(samples)(
  "the same facts give the same bytes of %s, whatever the clock and the zone say",
  async (...sample) => {
    const first = sha256(await write(sample))
    // Whatever the library counts within one process must not reach the file.
    for (const other of samples) await write(other)
    vi.useFakeTimers({ now: new Date("2031-07-01T03:04:05Z"), toFake: ["Date"] })
    vi.stubEnv("TZ", "America/St_Johns")
    expect(sha256(await write(sample))).toBe(first)
  },
)

test("the file bears the day of the paper and the name of its issuer, no clock and no program's name", async () => {
  const { parts } = readDocx(await write(samples[0]!))
  const core = parts.get("docProps/core.xml")!
  const wordOf = (name: string) => findOne(core, name)?.children.join("")
  expect(wordOf("dcterms:created")).toBe("2026-03-06T00:00:00Z")
  expect(wordOf("dcterms:modified")).toBe("2026-03-06T00:00:00Z")
  expect(wordOf("dc:creator")).toBe("振兴社区居民委员会")
  expect(wordOf("cp:lastModifiedBy")).toBe("振兴社区居民委员会")
  expect(wordOf("dc:title")).toBe("振兴社区2026年第三次协商议事会关于加装电梯和小区停车的会议纪要")
})

/** All strings and figures of the facts, one by one. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n")
  if (typeof value === "number") return [String(value)]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : []
}

test.each(samples)("each fact of %s stands in the file", async (...sample) => {
  const text = withoutSpace(readDocx(await write(sample)).text)
  // Names are listed so that they are not divided; the community's stands in the longer ones.
  const { community: _, names: __, ...facts } = sample[2] as { community: string; names?: string[] }
  for (const fact of stringsOf(facts)) expect(text).toContain(withoutSpace(fact))
})

/** What only the Word file says: that it can be changed, and the address behind the code. */
const withoutOwnWords = (text: string) =>
  withoutSpace(text)
    .replace("本文件可以改动，内容以社区归档的为准。", "")
    .replace(`核验地址：${printing.verifyUrl}`, "")

test.each([
  ["short minutes", minutesTemplate, minutesWordTemplate, minimalMinutes],
  ["minutes without a vote", minutesTemplate, minutesWordTemplate, consensusMinutes],
  ["minutes", minutesTemplate, minutesWordTemplate, fullMinutes],
] as const)("the file of %s says what the paper says, in the same order", async (_, paper, word, facts) => {
  const { text } = readDocx(await printPaper(word, facts, printingAtOffice))
  expect(withoutOwnWords(text)).toBe(readText(await printPaper(paper, facts, printingAtOffice)))
})

test("the file of a resolution says no word more and none less than the paper", async () => {
  const sorted = (text: string) => [...text].sort().join("")
  const { text } = readDocx(await printPaper(resolutionWordTemplate, resolution, printing))
  const paper = await printPaper(resolutionTemplate as PdfTemplate<typeof resolution>, resolution, printing)
  expect(sorted(withoutOwnWords(text))).toBe(sorted(readText(paper)))
})

test("Word's navigation leads through the headings", async () => {
  expect(readDocx(await write(samples[0]!)).headings).toEqual([
    { level: 0, text: "一、关于3号楼加装电梯的方案" },
    { level: 1, text: "（一）表决：《3号楼加装电梯方案（第二稿）》" },
    { level: 1, text: "（二）议定事项" },
    { level: 1, text: "（三）不同意见" },
    { level: 0, text: "二、关于小区停车位重新划线" },
    { level: 1, text: "（一）表决：小区停车位重新划线方案" },
  ])
  expect(readDocx(await write(samples[4]!)).headings.map(one => one.text)).toEqual([
    "一、决议内容",
    "二、附带条件",
    "三、落实要求",
    "四、表决结果",
  ])
})

test("the styles bear the names an office knows and the faces of the norm", async () => {
  const { styles } = readDocx(await write(samples[0]!))
  const seen = ["Normal", "Title", "Heading1", "Heading2", "Heading3", "BodyText", "RedHeading"].map(id => {
    const style = styles.get(id)!
    const fonts = findOne(style, "w:rFonts")?.attributes ?? {}
    expect(fonts["w:ascii"]).toBe(fonts["w:eastAsia"])
    const name = findOne(style, "w:aliases") ?? findOne(style, "w:name")!
    return [name.attributes["w:val"], fonts["w:eastAsia"], findOne(style, "w:sz")?.attributes["w:val"]]
  })
  expect(seen).toEqual([
    ["Normal", "仿宋_GB2312", "32"],
    ["公文标题", "方正小标宋简体", "44"],
    ["一级标题", "黑体", undefined],
    ["二级标题", "楷体_GB2312", undefined],
    ["三级标题", "仿宋_GB2312", undefined],
    ["公文正文", undefined, undefined],
    ["版头", "方正小标宋简体", undefined],
  ])
})

test("the page has the margins of the norm and room for 22 lines of 28 characters", async () => {
  const { body, styles } = readDocx(await write(samples[0]!))
  const { "w:w": width, "w:h": height } = findOne(body, "w:pgSz")!.attributes
  const margin = findOne(body, "w:pgMar")!.attributes
  const millimetres = (twips: string | undefined) => (Number(twips) / 1440) * 25.4
  expect(millimetres(width)).toBeCloseTo(210, 0)
  expect(millimetres(height)).toBeCloseTo(297, 0)
  const edges = ["w:top", "w:bottom", "w:left", "w:right"].map(edge => Math.round(millimetres(margin[edge])))
  expect(edges).toEqual([37, 35, 28, 26])
  const spacing = findOne(styles.get("Normal")!, "w:pPr")!
  const line = Number(findOne(spacing, "w:spacing")!.attributes["w:line"])
  const room = Number(height) - Number(margin["w:top"]) - Number(margin["w:bottom"])
  expect(Math.floor(room / line)).toBe(22)
  const tracking = Number(findOne(findOne(styles.get("Normal")!, "w:rPr")!, "w:spacing")!.attributes["w:val"])
  const measure = Number(width) - Number(margin["w:left"]) - Number(margin["w:right"])
  expect(Math.floor(measure / (16 * 20 + tracking))).toBe(28)
})

test("版记 hangs on the lower edge of the last page, between its rules", async () => {
  const { body } = readDocx(await printPaper(minutesWordTemplate, namedVoteMinutes, printing))
  const hanging = findAll(body, "w:tbl").filter(table => findOne(table, "w:tblpPr"))
  expect(hanging).toHaveLength(1)
  const [imprint] = hanging
  expect(findOne(imprint!, "w:tblpPr")!.attributes).toMatchObject({ "w:vertAnchor": "margin", "w:tblpYSpec": "bottom" })
  expect(findAll(imprint!, "w:tr")).toHaveLength(2)
  const words = findAll(imprint!, "w:t").flatMap(one => one.children)
  expect(words).toEqual(["抄送：", `${namedVoteMinutes.imprint!.copiedTo}。`, "振兴社区居民委员会", "2026年3月6日印发"])
  const rules = findOne(imprint!, "w:tblBorders")!
  const width = (edge: string) => Number(findOne(rules, `w:${edge}`)!.attributes["w:sz"])
  expect(width("top")).toBe(width("bottom"))
  expect(width("insideH")).toBeLessThan(width("top"))
  // Nothing but the paragraph it belongs to comes after it.
  expect(body.children.slice(-3).map(child => typeof child === "object" && child.name)).toEqual([
    "w:tbl",
    "w:p",
    "w:sectPr",
  ])
})

test("pages are numbered at the right on odd pages and at the left on even ones", async () => {
  const { body, parts } = readDocx(await write(samples[0]!))
  const kinds = findAll(body, "w:footerReference").map(one => one.attributes["w:type"])
  expect(kinds.toSorted()).toEqual(["default", "even"])
  expect(findOne(parts.get("word/settings.xml")!, "w:evenAndOddHeaders")).toBeDefined()
  const footers = [...parts].filter(([name]) => /^word\/footer\d\.xml$/.test(name)).map(([, part]) => part)
  expect(footers.map(part => findOne(part, "w:jc")?.attributes["w:val"]).toSorted()).toEqual(["left", "right"])
  for (const part of footers) {
    const words = findAll(part, "w:t").map(one => one.children.join(""))
    expect(words).toEqual(["— ", " —"])
    expect(findOne(part, "w:instrText")?.children.join("")).toContain("PAGE")
  }
})

test.each(samples)("each ruled table of %s repeats its head and divides no row", async (...sample) => {
  // 版记 has no head: its one column says what it is.
  const ruled = readDocx(await write(sample)).tables.filter(rows => rows.length > 1 && rows[0]!.cells.length > 1)
  for (const [head, ...rows] of ruled) {
    expect(head!.isHead).toBe(true)
    expect(rows.some(row => row.isHead)).toBe(false)
    for (const row of [head!, ...rows]) {
      expect(row.isWhole).toBe(true)
      expect(row.cells).toHaveLength(head!.cells.length)
    }
  }
})

test("a roll of 120 stands in one table, two people to a row", async () => {
  const roll = readDocx(await write(samples[3]!)).tables.find(rows => rows.length > 50)!
  expect(roll).toHaveLength(61)
  expect(roll[0]!.cells.slice(0, 4)).toEqual(["序号", "姓名", "代表类别", "表决"])
  expect(roll[6]!.cells[1]).toBe("买买提江·阿卜杜热合曼·吐尔逊")
})

test("names and places to sign never go to a page without text", async () => {
  for (const [sample, last] of [
    [samples[0]!, "列席：振兴街道办事处"],
    [samples[4]!, "对本决议有异议的"],
  ] as const) {
    const { paragraphs } = readDocx(await write(sample))
    const from = paragraphs.findIndex(one => one.text.startsWith(last))
    const closing = paragraphs.findIndex(
      ({ text }) => text.startsWith("主持人（签字）") || text === "振兴社区协商议事会",
    )
    expect(from).toBeGreaterThan(0)
    expect(closing).toBeGreaterThan(from)
    for (const one of paragraphs.slice(from, closing)) expect(one.keepNext).toBe(true)
  }
})

test("the code in the file leads to where the paper is verified, and its address can be read", async () => {
  const { files, text } = readDocx(await write(samples[0]!))
  const png = files["word/media/image1.png"]!
  const { data, width, height } = PNG.sync.read(Buffer.from(png))
  // The white round a code is on the page, not in the picture.
  const white = 40
  const framed = new Uint8ClampedArray((width + 2 * white) * (height + 2 * white) * 4).fill(255)
  for (let row = 0; row < height; row++)
    framed.set(data.subarray(row * width * 4, (row + 1) * width * 4), ((row + white) * (width + 2 * white) + white) * 4)
  expect(readQr(framed, width + 2 * white, height + 2 * white)?.data).toBe(printing.verifyUrl)
  expect(text).toContain(`核验地址：${printing.verifyUrl}`)
  expect(text).toContain("本文件可以改动，内容以社区归档的为准。")
})

test("marks of XML are words like others, and control characters are left out", async () => {
  const venue = `三楼<A&B>"东"]]>厅\u0000\u0007\u000b\u001f甲\u007f乙\u{20164}`
  const bytes = await printPaper(
    minutesWordTemplate,
    { ...minimalMinutes, venue, title: "关于<b>&amp;的会议纪要" },
    printing,
  )
  const { text } = readDocx(bytes)
  expect(text).toContain(`三楼<A&B>"东"]]>厅甲乙\u{20164}`)
  expect(text).toContain("关于<b>&amp;的会议纪要")
})

test("what no font of the paper has is refused for the file as well, every character at once", async () => {
  const facts = { ...minimalMinutes, venue: "甲\ud800\u{e0100}厅", recorder: "乙\ufffe" }
  const refused = await printPaper(minutesWordTemplate, facts, printing).catch(error => error)
  expect(refused).toBeInstanceOf(MissingCharactersError)
  expect(refused.characters).toEqual(["\ud800", "\ufffe"])
})

test("the version of a Word file rises with that of its paper", () => {
  expect(minutesWordTemplate.version).toBeGreaterThanOrEqual(minutesTemplate.version)
  expect(resolutionWordTemplate.version).toBeGreaterThanOrEqual(resolutionTemplate.version)
  expect([minutesWordTemplate, resolutionWordTemplate, convocationWordTemplate].map(one => one.name)).toEqual([
    "minutes-word",
    "resolution-word",
    "convocation-word",
  ])
})
