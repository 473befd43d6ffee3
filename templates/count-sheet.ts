import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const countSheetTemplate: PdfTemplate<CountSheetFacts> = {
  name: "count-sheet",
  version: 2,
  format: "pdf",
  set: setCountSheet,
}

/** A count that is not known yet has its place to be written. */
type Figure = { label: string; count: number | null }

export type CountSheetFacts = {
  community: string
  issuer: string
  meeting: string
  /** 第2项　活动室改造，第1轮 */
  matter: string
  /** 记名投票, 无记名投票, 举手. */
  method: string
  content: string
  /** 发出, 收回 …; empty of a show of hands. */
  papers: Figure[]
  /** 赞成, 反对, 弃权, 无效, or the options. */
  choices: Figure[]
  /** Of a show of hands: each counter by name, with a column to write in. */
  handCounters: string[]
  counters: string[]
  scrutineers: string[]
}

/** 计票单: what was handed out and came in, the strokes of the count, and who counted and watched, to be signed. */
function setCountSheet(facts: CountSheetFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}计票单`,
    author: facts.issuer,
    subject: "计票单",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [...facts.counters, ...facts.scrutineers],
  })
  addTitle(sheet, "计　票　单")
  addBlank(sheet)
  addLabelled(sheet, "会议：", facts.meeting)
  addLabelled(sheet, "事项：", `${facts.matter}，${facts.method}`)
  addParagraph(sheet, facts.content)
  if (facts.papers.length > 0) addPapers(sheet, facts.papers)
  if (facts.handCounters.length > 0) addHands(sheet, facts)
  else addStrokes(sheet, facts.choices)
  addSignaturePlaces(sheet, placesOf(facts))
  addVerification(sheet, printing)
  return sheet
}

const style = { size: typeSize.fourth, lead: 18, padding: 4 } as const
const written = (count: number | null) => (count === null ? "" : String(count))

function addPapers(sheet: Sheet, papers: Figure[]) {
  addTable(
    sheet,
    papers.map(({ label }) => ({ head: label, width: 1 })),
    [papers.map(({ count }) => written(count))],
    { ...style, summary: "纸票发出、收回和作废的张数" },
  )
  addParagraph(sheet, "发出＝收回＋作废＋未收回；收回＝有效＋无效＋重复。")
}

function addStrokes(sheet: Sheet, choices: Figure[]) {
  addTable(
    sheet,
    [
      { head: "票上填的", width: "fit", align: "left" },
      { head: "唱票画“正”字", width: 1 },
      { head: "票数", width: "fit" },
    ],
    choices.map(({ label, count }) => [label, "", written(count) || "　　　"]),
    { ...style, rowHeight: 32, summary: "每一项的票数" },
  )
}

function addHands(sheet: Sheet, { handCounters, choices }: CountSheetFacts) {
  addTable(
    sheet,
    [{ head: "举手", width: "fit" as const }, ...handCounters.map(name => ({ head: name, width: 1 }))],
    choices.map(({ label, count }) => [label, ...handCounters.map(() => written(count))]),
    { ...style, summary: "两位计票人各自数到的人数" },
  )
  addParagraph(sheet, "两位计票人各数一遍，不看对方的数；数的不一样，再举一次手重新数。")
}

/** At least two places for 计票人 and one for 监票人, also where nobody is named yet. */
function placesOf({ counters, scrutineers }: CountSheetFacts) {
  const fill = (names: string[], least: number, label: string) =>
    Array.from({ length: Math.max(least, names.length) }, (_, at) => ({
      label: `${label}（签字）：`,
      note: names[at] ? `推定：${names[at]}` : "",
    }))
  return [...fill(counters, 2, "计票人"), ...fill(scrutineers, 1, "监票人")]
}
