import { openSheet, type Sheet } from "./page"
import { typeSize } from "./page-geometry"
import { addMasthead } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const chaseSlipTemplate: PdfTemplate<ChaseSlipFacts> = {
  name: "chaseSlip",
  version: 2,
  format: "pdf",
  set: setChaseSlip,
}

export type ChaseSlipFacts = {
  community: string
  /** Red heading: 振兴社区督办单. */
  name: string
  /** 振社督〔2026〕1号 */
  number: string
  issuer: string
  /** 2026年3月6日 */
  issuedOn: string
  /** 振社办〔2026〕1号 */
  taskNumber: string
  content: string
  handler: string
  due: string
  daysLate: number
  /** 第几次 of this task. */
  ordinal: number
  /** 黄牌, 红牌 */
  level: string
  demand: string
  replyDue: string
  /** What the handler answered, with name and time; empty before that. */
  reply: string
}

/** 督办单: how late which task is, the how many-th time, and by when an answer is due; with places for the heads' word and the answer. */
function setChaseSlip(facts: ChaseSlipFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.name}${facts.number}`,
    author: facts.issuer,
    subject: "督办单",
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true })
  addTable(
    sheet,
    [
      { head: "项目", width: "fit" },
      { head: "内容", width: 1, align: "left" },
    ],
    [
      ["原交办单", facts.taskNumber],
      ["事项", facts.content],
      ["主办", facts.handler],
      ["原定时限", facts.due],
      ["督办", `第${facts.ordinal}次，${facts.level}，已逾期${facts.daysLate}天`],
      ["督办要求", facts.demand],
      ["反馈时限", facts.replyDue],
      ["领导批示", "\n\n\n"],
      ["反馈", facts.reply || "\n\n\n反馈人：　　　　　　　　　　　　　　年　　月　　日"],
    ],
    { size: typeSize.smallFourth, lead: 18, padding: 3.5, summary: "督办的事项、逾期天数和要求" },
  )
  addBlank(sheet)
  addVerification(sheet, printing, { ...facts, sealed: true })
  return sheet
}
