import { addBars, addChoices, type CountedBar, type CountedChoice } from "./count-report"
import { openSheet, type Sheet } from "./page"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const countAnnouncementTemplate: PdfTemplate<CountAnnouncementFacts> = {
  name: "count-announcement",
  version: 3,
  format: "pdf",
  set: setCountAnnouncement,
}

export type CountAnnouncementFacts = {
  community: string
  issuer: string
  /** 2026年3月5日, the day the result was proclaimed. */
  issuedOn: string
  /** 关于…表决结果的公告 */
  title: string
  /** Which meeting, when and where, what was put to the vote: public words, masked. */
  opening: string
  content: string
  /** Who was entitled, and how it was voted. */
  scope: string
  method: string
  course: string
  /** Whom to ask. */
  contact: string
  /** 应到, 实到, 投票, 未投, 无效 …, each with its count. */
  people: { label: string; count: number }[]
  base: string
  choices: CountedChoice[]
  bars: CountedBar[]
  outcome: string
  /** 计票人、监票人 in so many words: how many, and that they signed; no names of residents. */
  counting: string
  corrections: string[]
  /** 异议期: how long, where, who answers by when. */
  objections: string
}

/** 计票结果公告: counts and articles for everyone, and how to object. Nobody's choice, and no name of a resident. */
function setCountAnnouncement(facts: CountAnnouncementFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: "计票结果公告",
    date: printing.date,
    fontDir: printing.fontDir,
  })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addParagraph(sheet, facts.opening)
  addLabelled(sheet, "事项：", facts.content)
  addLabelled(sheet, "范围：", facts.scope)
  addLabelled(sheet, "方式：", facts.method)
  addLabelled(sheet, "起止：", facts.course)
  addTable(
    sheet,
    facts.people.map(({ label }) => ({ head: label, width: 1 })),
    [facts.people.map(({ count }) => String(count))],
    { summary: "应到、实到和投票的人数" },
  )
  addChoices(sheet, facts)
  addBars(sheet, facts.bars)
  addParagraph(sheet, facts.outcome)
  for (const correction of facts.corrections) addParagraph(sheet, correction)
  if (facts.counting) addParagraph(sheet, facts.counting)
  addLabelled(sheet, "异议期：", facts.objections)
  addLabelled(sheet, "联系：", facts.contact)
  // The upper edge of the seal reaches to the line under the text.
  addBlank(sheet, 2)
  addVerification(sheet, printing, { issuer: facts.issuer, issuedOn: facts.issuedOn, sealed: true })
  return sheet
}
