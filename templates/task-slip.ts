import { openSheet, type Sheet } from "./page"
import { typeSize } from "./page-geometry"
import { addMasthead } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const taskSlipTemplate: PdfTemplate<TaskSlipFacts> = {
  name: "taskSlip",
  version: 2,
  format: "pdf",
  set: setTaskSlip,
}

export type TaskSlipFacts = {
  community: string
  /** Red heading: 振兴社区交办单. */
  name: string
  /** 振社办〔2026〕1号 */
  number: string
  issuer: string
  /** 2026年3月6日, the day it was handed out. */
  issuedOn: string
  /** Which resolution's item, or which issue. */
  source: string
  content: string
  /** What it rests on: the meeting and its vote, or how the issue was sorted. */
  basis: string
  handler: string
  /** 570米; empty where nothing is counted. */
  quantity: string
  /** 2026年4月30日前 */
  due: string
  assignedBy: string
  /** What is recorded by now; whatever is empty has its place to be written by hand. */
  signedFor: string
  progress: string[]
  evidence: string
  inspection: string
}

const handwritten = {
  signedFor: "签收人：　　　　　　　　　　　　　　年　　月　　日",
  progress: "\n\n\n",
  evidence: "□ 施工前照片　　□ 施工中照片　　□ 施工后照片",
  inspection: "\n\n验收人：　　　　　　　　　　　　　　年　　月　　日",
}

/** 交办单: what is to be done, on what it rests, by whom and by when; with places to sign for it and to report. */
function setTaskSlip(facts: TaskSlipFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.name}${facts.number}`,
    author: facts.issuer,
    subject: "交办单",
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.assignedBy],
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true })
  addTable(
    sheet,
    [
      { head: "项目", width: "fit" },
      { head: "内容", width: 1, align: "left" },
    ],
    [
      ["来源", facts.source],
      ["事项", facts.content],
      ["依据", facts.basis],
      ["主办", facts.handler],
      ["要求", facts.quantity ? `${facts.quantity}，${facts.due}完成` : `${facts.due}完成`],
      ["交办人", facts.assignedBy],
      ["签收", facts.signedFor || handwritten.signedFor],
      ["办理情况", facts.progress.join("\n") || handwritten.progress],
      ["佐证", facts.evidence || handwritten.evidence],
      ["审核验收", facts.inspection || handwritten.inspection],
    ],
    { size: typeSize.smallFourth, lead: 18, padding: 3.5, summary: "交办的事项、时限和办理情况" },
  )
  addBlank(sheet)
  addVerification(sheet, printing, { ...facts, sealed: true })
  return sheet
}
