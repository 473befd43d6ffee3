import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addHeading, addLabelled, addLabelledPair, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const agendaTemplate: PdfTemplate<AgendaFacts> = { name: "agenda", version: 2, format: "pdf", set: setAgenda }

export type AgendaLine = {
  title: string
  /** Who introduces it; empty where nobody is known. */
  presenter: string
  /** 14:30—15:00; empty where the meeting has no hour. */
  time: string
  minutes: number
  /** 协商并表决, 听取意见，不表决, 通报. */
  handling: string
}

/** What is handed out about one item. Every list may be empty. */
export type AgendaMaterial = {
  /** Of the agenda, from 1. */
  item: number
  heading: string
  /** Why it is on the table. */
  background: string[]
  /** How many issues stand behind it, and how many spoke up: a sentence; empty where none do. */
  raised: string
  /** 征求意见和调研: when, where, who took part, what was found. */
  fieldwork: { heading: string; findings: string[] }[]
  proposal: {
    /** 方案第二稿 */
    name: string
    content: string[]
    budget: string
    funding: string
    handler: string
    due: string
  } | null
  /** Which body decides, and the article that says so; empty where nobody was asked. */
  procedure: string
  /** 社区党委：建议同意。资金已经落实。 */
  recommendations: string[]
  /** What is to be put to the vote, as it is worded so far. */
  motions: string[]
}

export type AgendaFacts = {
  community: string
  issuer: string
  meeting: string
  time: string
  venue: string
  chair: string
  recorder: string
  agenda: AgendaLine[]
  materials: AgendaMaterial[]
  /** Names that must not be divided at a line's end. */
  names: string[]
}

/** 会议议程, and behind it the 会议材料: what is proposed of each item, and what is known about it. */
function setAgenda(facts: AgendaFacts, printing: Printing): Sheet {
  const hasMaterials = facts.materials.length > 0
  const sheet = openSheet({
    title: `${facts.meeting}议程${hasMaterials ? "和材料" : ""}`,
    author: facts.issuer,
    subject: "会议议程",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.recorder, ...facts.names],
  })
  addTitle(sheet, `${facts.meeting}\n议　程`)
  addBlank(sheet)
  addLabelled(sheet, "时间：", facts.time)
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  addTable(
    sheet,
    [
      { head: "序号", width: "fit" },
      { head: "议　　题", width: 1, align: "left" },
      { head: "介绍人", width: "fit" },
      { head: "时间", width: "fit" },
      { head: "办理方式", width: "fit" },
    ],
    facts.agenda.map((line, at) => [
      String(at + 1),
      line.title,
      line.presenter,
      [line.time, `${line.minutes}分钟`].filter(Boolean).join("\n"),
      line.handling.replace("，", "，\n"),
    ]),
    { summary: "议程，按先后" },
  )
  for (const [at, material] of facts.materials.entries()) addMaterial(sheet, material, at)
  addVerification(sheet, printing)
  return sheet
}

function addMaterial(sheet: Sheet, material: AgendaMaterial, at: number) {
  addBlank(sheet)
  addHeading(sheet, 1, `材料${chineseOrdinal(at + 1)}　第${material.item}项　${material.heading}`, { firstIndent: 0 })
  let part = 0
  const heading = (text: string) => {
    part += 1
    addHeading(sheet, 2, `（${chineseOrdinal(part)}）${text}`)
  }
  if (material.background.length > 0 || material.raised) {
    heading("情况")
    for (const paragraph of material.background) addParagraph(sheet, paragraph)
    if (material.raised) addParagraph(sheet, material.raised)
  }
  if (material.fieldwork.length > 0) {
    heading("征求意见和调研")
    for (const [index, visit] of material.fieldwork.entries()) {
      const visited = material.fieldwork.length > 1 ? numberItem(index + 1, visit.heading) : visit.heading
      addParagraph(sheet, visited, { keepWithNext: true })
      for (const finding of visit.findings) addParagraph(sheet, finding)
    }
  }
  if (material.proposal) addProposal(sheet, material.proposal, heading)
  if (material.motions.length > 0) {
    heading("拟提请表决")
    addItems(sheet, material.motions)
  }
  if (material.recommendations.length > 0) {
    heading("有关方面的意见")
    addItems(sheet, material.recommendations)
  }
  if (material.procedure) {
    heading("由谁决定")
    addParagraph(sheet, material.procedure)
  }
}

/** Numbered where there are several. */
function addItems(sheet: Sheet, items: readonly string[]) {
  for (const [index, words] of items.entries())
    addParagraph(sheet, items.length > 1 ? numberItem(index + 1, words) : words)
}

function addProposal(sheet: Sheet, proposal: NonNullable<AgendaMaterial["proposal"]>, heading: (text: string) => void) {
  heading(proposal.name)
  for (const paragraph of proposal.content) addParagraph(sheet, paragraph)
  if (proposal.budget) addLabelled(sheet, "预算：", proposal.budget)
  if (proposal.funding) addLabelled(sheet, "出资：", proposal.funding)
  if (proposal.handler) addLabelled(sheet, "承办：", proposal.handler)
  if (proposal.due) addLabelled(sheet, "时限：", proposal.due)
}
