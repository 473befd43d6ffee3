import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addMasthead, addTitle } from "./page-masthead"
import { addBlank, addHeading, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"
import type { OptionVotes, VoteFigure, VoteLight } from "./vote-facts"
import { addOptionVotes, addVoteFigures, addVoteLights } from "./vote-tables"

export const resolutionTemplate: PdfTemplate<ResolutionFacts> = {
  name: "resolution",
  version: 4,
  format: "pdf",
  set: setResolution,
}

/** `quantity` as 570米; empty where nothing is counted. */
export type ResolutionItem = { content: string; quantity: string; responsible: string; due: string }

export type ResolutionFacts = {
  community: string
  /** Red heading: 振兴社区协商议事会决议, or 振兴社区协商成果. */
  name: string
  number: string
  issuer: string
  /** 2026年3月6日 */
  issuedOn: string
  /** Starts the page at once, without the 35 mm of the standard. */
  brief: boolean
  /** 关于3号楼加装电梯的决议; may be divided by `\n` where the author wants it. */
  title: string
  /** Meeting, date, rule and articles the resolution rests on: a whole sentence. */
  basis: string
  /** What was resolved, paragraph by paragraph. */
  text: string[]
  /** 附带条件, clause by clause; may be empty. */
  conditions: string[]
  items: ResolutionItem[]
  /** What the items cost together and who pays; may be empty. */
  money: string
  /** 记名表决 …; empty when no vote was taken. */
  method: string
  figures: VoteFigure[]
  /** Of a vote on options. */
  options?: OptionVotes
  lights: VoteLight[]
  /** 以上各项均达到要求，本决议通过。 */
  outcome: string
  /** Ways to object, periods and the like; may be empty. */
  closing: string[]
  /** The paper is to be sealed: the date stands four characters in. */
  sealed: boolean
  /** Names that must not be divided at a line's end. */
  names: string[]
}

/** 决议 or 协商成果 of one motion, with the count it rests on. */
function setResolution(facts: ResolutionFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: facts.name,
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    names: facts.names,
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: facts.brief })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addParagraph(sheet, facts.basis)
  let part = 0
  const heading = (text: string) => {
    part += 1
    addHeading(sheet, 1, `${chineseOrdinal(part)}、${text}`)
  }
  heading("决议内容")
  for (const paragraph of facts.text) addParagraph(sheet, paragraph)
  if (facts.conditions.length) {
    heading("附带条件")
    for (const [index, condition] of facts.conditions.entries()) addParagraph(sheet, numberItem(index + 1, condition))
  }
  if (facts.items.length) {
    heading("落实要求")
    for (const [index, item] of facts.items.entries()) {
      addParagraph(sheet, numberItem(index + 1, item.content), { keepWithNext: true })
      const hasMore = item.responsible !== "" || item.due !== ""
      if (item.quantity) addLabelled(sheet, "数量：", item.quantity, { keepWithNext: hasMore })
      if (item.responsible) addLabelled(sheet, "责任单位：", item.responsible, { keepWithNext: item.due !== "" })
      if (item.due) addLabelled(sheet, "完成时限：", item.due)
    }
    if (facts.money) addLabelled(sheet, "经费：", facts.money)
  }
  if (facts.figures.length || facts.lights.length) {
    heading("表决结果")
    addParagraph(sheet, `采用${facts.method}方式，结果如下：`, { keepWithNext: true })
    addVoteFigures(sheet, facts.figures, facts.options !== undefined || facts.lights.length > 0)
    addOptionVotes(sheet, facts.options, facts.figures.length > 0, facts.lights.length > 0)
    addVoteLights(sheet, facts.lights, facts.figures.length > 0)
  }
  if (facts.outcome) addParagraph(sheet, facts.outcome)
  for (const paragraph of facts.closing) addParagraph(sheet, paragraph)
  // The upper edge of a seal reaches to the line under the text: name and date stand two lines below it.
  addBlank(sheet, facts.sealed ? 2 : 1)
  addVerification(sheet, printing, facts)
  return sheet
}
