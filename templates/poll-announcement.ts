import { addBars, addChoices, type CountedBar, type CountedChoice } from "./count-report"
import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addHeading, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const pollAnnouncementTemplate: PdfTemplate<PollAnnouncementFacts> = {
  name: "poll-announcement",
  version: 2,
  format: "pdf",
  set: setPollAnnouncement,
}

/** One line of the count: heads, and area where it counts, each with its share and of what. */
export type PollMeasure = {
  label: string
  heads: string
  headShare: string
  /** 1734.5, in 平方米; empty where areas do not count. */
  area: string
  areaShare: string
}

/** The conditions of one way to count, each with its article. */
export type PollCondition = { heading: string; words: string; bars: CountedBar[] }

/** One round of an election; `others` are 发出, 收回, 无效 … */
export type PollRound = {
  heading: string
  others: { label: string; count: number }[]
  base: string
  choices: CountedChoice[]
  bars: CountedBar[]
  sentences: string[]
}

export type PollAnnouncementFacts = {
  community: string
  issuer: string
  /** 2026年3月5日, the day the result was proclaimed. */
  issuedOn: string
  number: string
  title: string
  /** 概述: what was voted on by whom, and that the result follows. */
  opening: string
  content: string
  scope: string
  /** How it was asked, and by which rule. */
  method: string
  span: string
  /** 发起单位. */
  initiator: string
  contact: string
  /** 票册, 送达, 收回, 未收回, 另存不计. */
  papers: { label: string; count: number }[]
  measures: PollMeasure[]
  hasArea: boolean
  conditions: PollCondition[]
  rounds: PollRound[]
  /** 通过, 未通过 …, with how silence and invalid papers were taken. */
  sentences: string[]
  outcome: string
  /** How many 计票人 and 监票人. */
  counting: string
  counters: number
  scrutineers: number
  /** 异议期. */
  objections: string
}

/** 计票结果公告 of a vote on paper: heads and areas against what had to be reached. No voter, and nobody's answer. */
function setPollAnnouncement(facts: PollAnnouncementFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: "计票结果公告",
    date: printing.date,
    fontDir: printing.fontDir,
  })
  addTitle(sheet, facts.title)
  addParagraph(sheet, facts.number, { align: "center", firstIndent: 0 })
  addBlank(sheet)
  addParagraph(sheet, facts.opening)
  if (facts.content) addLabelled(sheet, "事项：", facts.content)
  if (facts.scope) addLabelled(sheet, "范围：", facts.scope)
  addLabelled(sheet, "方式：", facts.method)
  addLabelled(sheet, "起止：", facts.span)
  addTable(
    sheet,
    facts.papers.map(({ label }) => ({ head: label, width: 1 })),
    [facts.papers.map(({ count }) => String(count))],
    { summary: "表决票发出和收回的张数" },
  )
  if (facts.measures.length > 0) addMeasures(sheet, facts)
  for (const { heading, words, bars } of facts.conditions) {
    if (heading) addHeading(sheet, 2, heading)
    if (words) addParagraph(sheet, words)
    addBars(sheet, bars)
  }
  for (const round of facts.rounds) addRound(sheet, round, facts.rounds.length > 1)
  for (const sentence of facts.sentences) addParagraph(sheet, sentence)
  addParagraph(sheet, facts.outcome, { face: "hei" })
  addLabelled(sheet, "异议期：", facts.objections)
  addLabelled(sheet, "发起单位：", facts.initiator)
  addLabelled(sheet, "联系：", facts.contact)
  addParagraph(sheet, facts.counting)
  addSignaturePlaces(sheet, placesOf(facts))
  // The upper edge of the seal reaches to the line under the text.
  addBlank(sheet, 2)
  addVerification(sheet, printing, { issuer: facts.issuer, issuedOn: facts.issuedOn, sealed: true })
  return sheet
}

function addMeasures(sheet: Sheet, { measures, hasArea }: PollAnnouncementFacts) {
  addTable(
    sheet,
    [
      { head: "项目", width: 1, align: "left" },
      { head: "人数", width: "fit" },
      { head: "人数占比", width: "fit" },
      ...(hasArea
        ? [
            { head: "面积（平方米）", width: "fit" as const },
            { head: "面积占比", width: "fit" as const },
          ]
        : []),
    ],
    measures.map(one => [one.label, one.heads, one.headShare, ...(hasArea ? [one.area, one.areaShare] : [])]),
    // Divided rather than moved whole: half a page of white would stand before it.
    { summary: hasArea ? "每种意见的人数、面积和占比" : "每种意见的人数和占比", divisible: true },
  )
}

function addRound(sheet: Sheet, round: PollRound, isOneOfSeveral: boolean) {
  if (isOneOfSeveral) addHeading(sheet, 2, round.heading)
  addTable(
    sheet,
    round.others.map(({ label }) => ({ head: label, width: 1 })),
    [round.others.map(({ count }) => String(count))],
    { summary: `${round.heading}的票数`, keepWithNext: true },
  )
  addChoices(sheet, round)
  addBars(sheet, round.bars)
  for (const sentence of round.sentences) addParagraph(sheet, sentence)
}

/** Signed by hand: no name of a resident is printed. */
function placesOf({ counters, scrutineers }: PollAnnouncementFacts) {
  const fill = (count: number, label: string) =>
    Array.from({ length: count }, () => ({ label: `${label}（签字）：`, note: "" }))
  return [...fill(counters, "计票人"), ...fill(scrutineers, "监票人")]
}
