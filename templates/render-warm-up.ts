import { fontsFingerprint } from "./fonts"
import { openSheet, printSheet } from "./page"
import { addTitle } from "./page-masthead"
import { addHeading, addParagraph } from "./page-text"

/**
 * Sets one page that nobody sees. The first document of a process opens the fonts and takes ten times as long as the
 * second; done at start, nobody waits for it.
 */
export async function warmUp(fontDir?: string): Promise<void> {
  const sheet = openSheet({ title: "预热", author: "", subject: "", date: "2026-01-01", fontDir })
  addTitle(sheet, "预热")
  addHeading(sheet, 1, "一、预热")
  addHeading(sheet, 2, "（一）预热")
  addParagraph(sheet, "议事驿站1234567890喆")
  await printSheet(sheet)
  fontsFingerprint(fontDir)
}
