import { expect, test } from "vitest"
import { convocationTemplate } from "#templates/convocation"
import { minutesTemplate } from "#templates/minutes"
import { type FileTemplate, type PdfTemplate, printPaper } from "#templates/print-paper"
import { resolutionTemplate } from "#templates/resolution"
import { convocationWordTemplate } from "#templates/word/convocation"
import { minutesWordTemplate } from "#templates/word/minutes"
import { resolutionWordTemplate } from "#templates/word/resolution"
import { findAll, findOne, readXml, type XmlElement } from "#tests/templates/read-docx"
import { countPages, readText, withoutSpace } from "#tests/templates/read-pdf"
import { convocation, optionsResolution, resolution } from "#tests/templates/sample-papers"
import { fullMinutes, inventNames, namedVoteMinutes, printing, rareNames } from "#tests/templates/samples"
import { openInOffice } from "./office"

type Sample = [string, FileTemplate<never>, PdfTemplate<never>, object]
const samples = [
  ["minutes", minutesWordTemplate, minutesTemplate, fullMinutes],
  ["minutes with a roll", minutesWordTemplate, minutesTemplate, namedVoteMinutes],
  ["a resolution", resolutionWordTemplate, resolutionTemplate, resolution],
  ["a resolution on options", resolutionWordTemplate, resolutionTemplate, optionsResolution],
  ["a notice", convocationWordTemplate, convocationTemplate, convocation],
] as unknown as Sample[]

const write = (template: FileTemplate<never>, facts: object) =>
  printPaper(template as FileTemplate<object>, facts, printing)

/** All strings and figures of the facts, one by one. */
function stringsOf(value: unknown): string[] {
  if (typeof value === "string") return value.split("\n")
  if (typeof value === "number") return [String(value)]
  if (Array.isArray(value)) return value.flatMap(stringsOf)
  return value && typeof value === "object" ? Object.values(value).flatMap(stringsOf) : []
}

/** The words of an element of an OpenDocument; a group of spaces or a tab is one. */
const wordsOf = (element: XmlElement): string =>
  element.children
    .map(child => {
      if (typeof child === "string") return child
      return child.name === "text:s" || child.name === "text:tab" ? " " : wordsOf(child)
    })
    .join("")

const cellOf = (cell: XmlElement): string => findAll(cell, "text:p").map(wordsOf).join("\n")

async function openDocument(template: FileTemplate<never>, facts: object): Promise<XmlElement> {
  const saved = new TextDecoder().decode(openInOffice(await write(template, facts), "fodt"))
  return findOne(readXml(saved), "office:text")!
}

test.each(samples)(
  "LibreOffice opens %s with every name and figure, on as many pages as the paper",
  async (...sample) => {
    const [, template, paper, facts] = sample
    const pdf = openInOffice(await write(template, facts), "pdf")
    const text = readText(pdf)
    const { community: _, names: __, ...printed } = facts as { community: string; names?: string[] }
    for (const fact of stringsOf(printed)) expect(text).toContain(withoutSpace(fact))
    // Its own fonts are not those of the norm: a page more or less is theirs.
    const pages = countPages(await printPaper(paper as PdfTemplate<object>, facts, printing))
    expect(Math.abs(countPages(pdf) - pages)).toBeLessThanOrEqual(1)
  },
)

test("headings stand in the outline of the opened minutes, numbered paragraphs and lists under them", async () => {
  const text = await openDocument(minutesWordTemplate, fullMinutes)
  const headings = findAll(text, "text:h").map(heading => [
    Number(heading.attributes["text:outline-level"]),
    wordsOf(heading),
  ])
  expect(headings).toEqual([
    [1, "一、关于3号楼加装电梯的方案"],
    [2, "（一）表决：《3号楼加装电梯方案（第二稿）》"],
    [2, "（二）议定事项"],
    [2, "（三）不同意见"],
    [1, "二、关于小区停车位重新划线"],
    [2, "（一）表决：小区停车位重新划线方案"],
  ])
  const paragraphs = findAll(text, "text:p").map(wordsOf)
  const numbered = paragraphs.filter(words => /^\d\./.test(words))
  expect(numbered).toHaveLength(2)
  expect(numbered[0]).toMatch(/^1\.业委会向区住房和城乡建设局提交加装电梯补贴申请/)
  expect(numbered[1]).toMatch(/^2\.设计单位出具采光影响书面说明/)
  for (const name of rareNames) expect(paragraphs.join("\n")).toContain(name)
})

test("tables of the opened minutes have header rows that are repeated, and every vote of the roll", async () => {
  const text = await openDocument(minutesWordTemplate, namedVoteMinutes)
  const heads = findAll(text, "table:table").flatMap(table =>
    findAll(table, "table:table-header-rows").map(head => findAll(head, "table:table-cell").map(cellOf)),
  )
  expect(heads).toEqual([
    ["应到", "实到", "投票", "赞成", "反对", "弃权", "无效"],
    ["判定事项", "实际数", "总数", "应达到", "结论"],
    ["序号", "姓名", "代表类别", "表决", "序号", "姓名", "代表类别", "表决"],
  ])
  const cells = findAll(text, "table:table-cell").map(cellOf)
  for (const name of inventNames(120).filter((_, index) => index !== 5)) expect(cells).toContain(name)
  expect(cells).toContain("买买提江·阿卜杜热合曼·吐尔逊")
})

test("the opened resolution has its conditions and tasks numbered, its count and its code", async () => {
  const text = await openDocument(resolutionWordTemplate, resolution)
  const words = findAll(text, "text:p").map(wordsOf)
  expect(words.filter(one => /^\d\./.test(one))).toEqual([
    "1.夜间噪声不超过四十五分贝。",
    "2.一楼业主的补偿款在开工前付清。",
    "1.向区住房和城乡建设局提交补贴申请，并在小区公示栏公开申请材料。",
    "2.出具采光影响书面说明。",
  ])
  expect(words).toContain("责任单位：业委会（戊翀）")
  expect(findAll(text, "draw:image")).toHaveLength(1)
  expect(words).toContain(`核验地址：${printing.verifyUrl}`)
})

test("the opened notice has its sections, its annexes and a slip to send back", async () => {
  const text = await openDocument(convocationWordTemplate, convocation)
  expect(findAll(text, "text:h").map(wordsOf)).toEqual(["一、时间地点", "二、会议议题", "三、参会人员", "四、有关事项"])
  const words = findAll(text, "text:p").map(wordsOf)
  expect(words).toContain("附件：1. 3号楼加装电梯方案（第二稿）")
  expect(words).toContain("《关于召开2026年第三次协商议事会的通知》已收到。")
  expect(findAll(text, "draw:image")).toHaveLength(2)
})
