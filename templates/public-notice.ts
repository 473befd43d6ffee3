import { assertPrintable } from "./fonts"
import { openSheet, printSheet } from "./page"
import { addMasthead, addTitle } from "./page-masthead"
import { addBlank, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { Printing, TemplateVersion } from "./printing"

export const publicNoticeTemplate = { name: "publicNotice", version: 1 } as const satisfies TemplateVersion

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
  /** 公示期 as a whole sentence, with its days and article. */
  period: string
  /** Where it hangs; empty before it does. */
  place: string
}

/** 公示版 for the notice board: nothing but what a second person released, the period, and the way to check the sheet. */
export async function renderPublicNotice(facts: PublicNoticeFacts, printing: Printing): Promise<Uint8Array> {
  assertPrintable([facts, printing.verifyUrl], printing.fontDir)
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
  for (const { label, text } of facts.lines) {
    const [first = "", ...others] = text.split("\n")
    addLabelled(sheet, `${label}：`, first)
    for (const paragraph of others) addParagraph(sheet, paragraph)
  }
  if (facts.period) addLabelled(sheet, "公示期限：", facts.period)
  if (facts.place) addLabelled(sheet, "张贴地点：", facts.place)
  // The upper edge of the seal reaches to the line under the text.
  addBlank(sheet, 2)
  addVerification(sheet, printing, { ...facts, sealed: true })
  return printSheet(sheet)
}
