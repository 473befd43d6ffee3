import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { addForm, type FormColumn } from "./page-form"
import { millimetre, typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addBlank, addLabelled, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const paperRegisterTemplate: PdfTemplate<PaperRegisterFacts> = {
  name: "paper-register",
  version: 1,
  format: "pdf",
  set: setPaperRegister,
}

export type PaperRegisterRow = {
  serial: number
  /** Whose vote it is: a name, or of owners the 房号 with it. */
  voter: string
  /** 当面发给; 受托人代领. */
  delivery: string
  receiver: string
  /** Who handed it out. */
  issuedBy: string
  /** When, where that is kept; empty leaves room to write. */
  time: string
  /** 已收回, 写坏换票, 未收回; empty while it is out. */
  returned: string
}

export type PaperRegisterFacts = {
  community: string
  issuer: string
  meeting: string
  /** 第2项　活动室改造，第1轮 */
  matter: string
  /** 记名投票, 无记名投票. */
  method: string
  content: string
  /** 姓名, or 房号、姓名 of owners. */
  voterHead: string
  rows: PaperRegisterRow[]
  /** 发出12张，收回11张…; empty while papers are out. */
  balance: string
  /** What the register keeps and what it does not, of a secret round. */
  note: string
}

/** 表决票发放回收登记表: every paper from hand to hand, signed for. */
function setPaperRegister(facts: PaperRegisterFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}表决票发放回收登记表`,
    author: facts.issuer,
    subject: "表决票发放回收登记表",
    date: printing.date,
    fontDir: printing.fontDir,
    names: facts.rows.flatMap(row => [row.voter, row.receiver, row.issuedBy]),
    paper: "a4Landscape",
  })
  addTitle(sheet, "表决票发放回收登记表")
  addBlank(sheet)
  addLabelled(sheet, "会议：", facts.meeting)
  addLabelled(sheet, "事项：", `${facts.matter}，${facts.method}`)
  addLabelled(sheet, "内容：", facts.content)
  addForm(
    sheet,
    columnsOf(facts.voterHead),
    facts.rows.map(row => [
      String(row.serial),
      row.voter,
      row.delivery,
      row.receiver,
      row.time,
      row.issuedBy,
      "",
      row.returned,
      "",
    ]),
    { size: 12, rowHeight: 10 * millimetre, summary: "每张票发给谁，收回没有" },
  )
  const small = { size: typeSize.fourth, lead: 24, firstIndent: 2 * typeSize.fourth }
  if (facts.balance) addParagraph(sheet, facts.balance, small)
  if (facts.note) addParagraph(sheet, facts.note, small)
  addBlank(sheet)
  addSignaturePlaces(sheet, [
    { label: "发票人（签字）：", note: "" },
    { label: "监票人（签字）：", note: "" },
  ])
  addVerification(sheet, printing)
  return sheet
}

const columnsOf = (voterHead: string): FormColumn[] => [
  { head: "票号", share: 13 },
  { head: voterHead, share: 30 },
  { head: "送达方式", share: 28 },
  { head: "接收人", share: 28 },
  { head: "发出时间", share: 24 },
  { head: "经办", share: 26 },
  { head: "领票签字", share: 32 },
  { head: "回收", share: 26 },
  { head: "交票签字", share: 32 },
]
