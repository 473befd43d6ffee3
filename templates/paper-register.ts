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
  version: 2,
  format: "pdf",
  set: setPaperRegister,
}

export type PaperRegisterRow = {
  serial: number
  /** Whose vote it is. */
  voter: string
  /** 房号 of owners, where the register has the column. */
  units?: string
  /** 98.53平方米; where areas count. */
  area?: string
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
  /** The meeting; of a vote on paper what it is called, with its number. */
  meeting: string
  /** What `meeting` is; 会议 when left out. */
  meetingHead?: string
  /** What `matter` is; 事项 when left out. */
  matterHead?: string
  /** 第2项　活动室改造，第1轮 */
  matter: string
  /** 记名投票, 无记名投票. */
  method: string
  content: string
  /** 姓名, 业主. */
  voterHead: string
  /** 票号 when left out: papers of an unnamed vote bear no number, its rows do. */
  serialHead?: string
  /** Whether there are columns for 房号 and 面积. */
  hasUnits?: boolean
  hasArea?: boolean
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
  addLabelled(sheet, `${facts.meetingHead ?? "会议"}：`, facts.meeting)
  addLabelled(sheet, `${facts.matterHead ?? "事项"}：`, `${facts.matter}，${facts.method}`)
  addLabelled(sheet, "内容：", facts.content)
  addForm(
    sheet,
    columnsOf(facts),
    facts.rows.map(row => [
      String(row.serial),
      row.voter,
      ...(facts.hasUnits ? [row.units ?? ""] : []),
      ...(facts.hasArea ? [row.area ?? ""] : []),
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

const columnsOf = ({ serialHead, voterHead, hasUnits, hasArea }: PaperRegisterFacts): FormColumn[] => [
  { head: serialHead ?? "票号", share: hasUnits ? 15 : 13 },
  { head: voterHead, share: 30 },
  ...(hasUnits ? [{ head: "房号", share: 30 }] : []),
  ...(hasArea ? [{ head: "面积\n平方米", share: 24 }] : []),
  { head: "送达方式", share: 28 },
  { head: "接收人", share: 28 },
  { head: "发出时间", share: hasUnits ? 26 : 24 },
  { head: "经办", share: 26 },
  { head: "领票签字", share: 32 },
  { head: "回收", share: 26 },
  { head: "交票签字", share: 32 },
]
