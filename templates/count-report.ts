import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addHeading, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const countReportTemplate: PdfTemplate<CountReportFacts> = {
  name: "count-report",
  version: 2,
  format: "pdf",
  set: setCountReport,
}

/** One choice or option: what it got, of how many. `whole` is empty where it is measured against nothing. */
export type CountedChoice = { label: string; votes: number; whole: string }

/** One condition of the outcome, numerator against denominator, with the article that sets it. */
export type CountedBar = {
  label: string
  /** Areas are said in words of their own: 1734.5. */
  numerator: number | string
  denominator: number | string
  bar: string
  article: string
  met: boolean
}

export type CountReportFacts = {
  community: string
  issuer: string
  meeting: string
  /** 第2项　活动室改造，第1轮 */
  matter: string
  /** 记名表决（平板与纸质票）. */
  method: string
  content: string
  /** When it was opened, closed and proclaimed. */
  course: string
  /** 应到, 实到, 回避, 委托 … */
  people: { label: string; count: number }[]
  /** Papers and tablets, each with 发出, 收回, 有效, 无效, 重复 …; empty of a show of hands. */
  channels: { channel: string; issued: string; returned: string; valid: string; invalid: string; other: string }[]
  /** How papers and tablets add up, in sentences. */
  balance: string[]
  /** What the whole of the choices is: 实到人数, 有效票. */
  base: string
  choices: CountedChoice[]
  bars: CountedBar[]
  outcome: string
  counters: string[]
  scrutineers: string[]
  /** What each of two counters counted; empty where nobody counted hands. */
  handCounts: { name: string; words: string }[]
  corrections: string[]
  challenges: string[]
}

/** 计票报告 of one round: every ballot accounted for. Never who chose what. */
function setCountReport(facts: CountReportFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}计票报告`,
    author: facts.issuer,
    subject: "计票报告",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [...facts.counters, ...facts.scrutineers],
  })
  addTitle(sheet, `${facts.meeting}\n计票报告`)
  addBlank(sheet)
  addLabelled(sheet, "事项：", facts.matter)
  addLabelled(sheet, "内容：", facts.content)
  addLabelled(sheet, "方式：", facts.method)
  addLabelled(sheet, "经过：", facts.course)
  let part = 0
  const heading = (text: string) => {
    part += 1
    addHeading(sheet, 1, `${chineseOrdinal(part)}、${text}`)
  }
  heading("到会和收票")
  addTable(
    sheet,
    facts.people.map(({ label }) => ({ head: label, width: 1 })),
    [facts.people.map(({ count }) => String(count))],
    { summary: "应到、实到和不参加表决的人数", keepWithNext: facts.channels.length > 0 },
  )
  if (facts.channels.length > 0) addChannels(sheet, facts.channels)
  for (const sentence of facts.balance) addParagraph(sheet, sentence)
  heading("得票")
  addChoices(sheet, facts)
  for (const { name, words } of facts.handCounts) addParagraph(sheet, `计票人${name}数得：${words}。`)
  heading("判定")
  addBars(sheet, facts.bars)
  addParagraph(sheet, facts.outcome)
  heading("更正和异议")
  const said = [...facts.corrections, ...facts.challenges]
  if (said.length === 0) addParagraph(sheet, "没有更正，没有人对计票提出异议。")
  for (const [at, words] of said.entries()) addParagraph(sheet, said.length > 1 ? numberItem(at + 1, words) : words)
  addBlank(sheet)
  addSignaturePlaces(sheet, placesOf(facts))
  addVerification(sheet, printing)
  return sheet
}

function addChannels(sheet: Sheet, channels: CountReportFacts["channels"]) {
  addTable(
    sheet,
    ["票", "发出", "收回", "有效", "无效", "其他"].map((head, at) =>
      at === 5 ? { head, width: 1, align: "left" as const } : { head, width: "fit" as const },
    ),
    channels.map(one => [one.channel, one.issued, one.returned, one.valid, one.invalid, one.other]),
    { summary: "平板和纸质票发出、收回、有效和无效的票数", joined: true },
  )
}

/**
 * Each choice over the whole it is measured against: side by side where all are said in a word or two, else one below the
 * other. Shared with the announcement.
 */
export function addChoices(sheet: Sheet, { base, choices }: Pick<CountReportFacts, "base" | "choices">): void {
  const summary = "每种意见的票数和总数"
  const isShort = choices.length < 7 && choices.every(({ label }) => [...label].length <= longestSide)
  if (isShort) {
    const cells = [choices.map(({ votes }) => String(votes)), choices.map(({ whole }) => whole)]
    addTable(
      sheet,
      [{ head: "意见", width: "fit" as const }, ...choices.map(({ label }) => ({ head: label, width: 1 }))],
      [
        ["票数", ...cells[0]!],
        [base, ...cells[1]!],
      ],
      { summary },
    )
    return
  }
  addTable(
    sheet,
    [
      { head: "意见", width: 1, align: "left" },
      { head: "票数", width: "fit" },
      { head: base, width: "fit" },
    ],
    choices.map(({ label, votes, whole }) => [label, String(votes), whole]),
    { summary },
  )
}

const longestSide = 4

/** Shared with the announcement: what had to be reached, by which article, and whether it was. */
export function addBars(sheet: Sheet, bars: readonly CountedBar[]): void {
  if (bars.length === 0) return
  addTable(
    sheet,
    [
      { head: "判定事项", width: 3, align: "left" },
      { head: "实际数", width: "fit" },
      { head: "总数", width: "fit" },
      { head: "应达到", width: "fit" },
      { head: "适用条款", width: 4, align: "left" },
      { head: "结论", width: "fit" },
    ],
    bars.map(one => [
      one.label,
      String(one.numerator),
      String(one.denominator),
      one.bar,
      one.article,
      one.met ? "符合" : "不符合",
    ]),
    { summary: "表决结果判定" },
  )
}

/** A place for each who was named; one for each office at least. */
function placesOf({ counters, scrutineers }: CountReportFacts) {
  const placesFor = (names: string[], label: string) =>
    (names.length > 0 ? names : [""]).map(name => ({ label: `${label}（签字）：`, note: name && `推定：${name}` }))
  return [
    ...placesFor(counters, "计票人"),
    ...placesFor(scrutineers, "监票人"),
    { label: "主持人（签字）：", note: "" },
  ]
}
