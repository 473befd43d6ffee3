import { openSheet, type Sheet } from "./page"
import { addMasthead, addTitle } from "./page-masthead"
import { addBlank, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const publicNoticeTemplate: PdfTemplate<PublicNoticeFacts> = {
  name: "publicNotice",
  version: 2,
  format: "pdf",
  set: setPublicNotice,
}

export type PublicNoticeFacts = {
  community: string
  /** Red heading: 振兴社区协商结果公示. */
  name: string
  /** 振社公〔2026〕1号 */
  number: string
  issuer: string
  /** 2026年3月6日, the day of release. */
  issuedOn: string
  /** The public title. */
  title: string
  /** The public text as it was released, line by line; a text may have several paragraphs. */
  lines: { label: string; text: string }[]
  /** 公示期 as a whole sentence; empty before it hangs. */
  period: string
}

/** 公示版 for the notice board: nothing but what a second person released, the period, and the way to check the sheet. */
function setPublicNotice(facts: PublicNoticeFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: facts.name,
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  for (const line of facts.lines) addLine(sheet, line)
  if (facts.period) addLabelled(sheet, "公示期限：", facts.period)
  // The upper edge of the seal reaches to the line under the text.
  addBlank(sheet, 2)
  addVerification(sheet, printing, { ...facts, sealed: true })
  return sheet
}

/** Beside its label; below it where the label would leave no room. */
function addLine(sheet: Sheet, { label, text }: PublicNoticeFacts["lines"][number]) {
  if ([...label].length <= longestLabel) return addLabelled(sheet, `${label}：`, text)
  addParagraph(sheet, `${label}：`, { face: "hei", keepWithNext: true })
  for (const paragraph of text.split("\n")) addParagraph(sheet, paragraph)
}

/** 居民代表会议决定. */
const longestLabel = 8
