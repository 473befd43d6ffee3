import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { addForm, type FormCell, type FormColumn, type Handwriting } from "./page-form"
import { millimetre, typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addLabelled, addLabelledPair, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const signInSheetTemplate: PdfTemplate<SignInSheetFacts> = {
  name: "sign-in-sheet",
  version: 2,
  format: "pdf",
  set: setSignInSheet,
}

export type SignInRow = {
  name: string
  /** 党员代表, 居民代表 … */
  capacity: string
  /** Organization or building; empty where none is printed. */
  unit: string
  /** Drawn on a tablet; null leaves room for ink. */
  signature: Handwriting | null
  /** Stands in the place of a signature: 请假, 缺席, 由甲一代; empty where somebody signs. */
  instead: string
  /** 14:20; empty where it is to be written. */
  arrived: string
  left: string
  /** Whom one stands for: 乙二、丙三; empty of most. */
  standsFor: string
}

export type SignInSheetFacts = {
  community: string
  issuer: string
  /** 振兴社区2026年第三次协商议事会 */
  meeting: string
  time: string
  venue: string
  chair: string
  recorder: string
  /** 应到, 实到, 请假, 缺席, 列席; null has its place to be written. */
  counts: { label: string; count: number | null }[]
  rows: SignInRow[]
  observers: SignInRow[]
}

/** 签到表: everyone invited, with the signature written on the tablet, or room to sign in ink. */
function setSignInSheet(facts: SignInSheetFacts, printing: Printing): Sheet {
  const everyone = [...facts.rows, ...facts.observers]
  const sheet = openSheet({
    title: `${facts.meeting}签到表`,
    author: facts.issuer,
    subject: "签到表",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.recorder, ...everyone.map(row => row.name)],
  })
  addTitle(sheet, `${facts.meeting}\n签　到　表`)
  addBlank(sheet)
  addLabelled(sheet, "时间：", facts.time)
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  addTable(
    sheet,
    facts.counts.map(({ label }) => ({ head: label, width: 1 })),
    [facts.counts.map(({ count }) => (count === null ? "　" : String(count)))],
    { summary: "应到、实到、请假、缺席和列席的人数" },
  )
  addForm(sheet, columns, facts.rows.map(cellsOf), { ...style, summary: "出席人员签到" })
  if (facts.observers.length > 0) {
    addParagraph(sheet, "列席人员：", { face: "hei", firstIndent: 0, keepWithNext: true })
    addForm(sheet, columns, facts.observers.map(cellsOf), { ...style, summary: "列席人员签到" })
  }
  if (everyone.some(row => row.signature))
    addParagraph(
      sheet,
      "表内的手写签名由本人签到时写在平板上，与手写签名同等对待（电子签名法第三条），原件存会议签名册。",
      { size: typeSize.smallFourth, lead: 20, firstIndent: 2 * typeSize.smallFourth },
    )
  addBlank(sheet)
  addSignaturePlaces(sheet, [
    { label: "签到人员（签字）：", note: "" },
    { label: "记录人（签字）：", note: "" },
  ])
  addVerification(sheet, printing)
  return sheet
}

const style = { size: 11, rowHeight: 9.5 * millimetre } as const

const columns: FormColumn[] = [
  { head: "序号", share: 10 },
  { head: "姓名", share: 22 },
  { head: "代表类别", share: 23 },
  { head: "单位或楼栋", share: 27 },
  { head: "签　名", share: 33 },
  { head: "到会", share: 12.5 },
  { head: "离会", share: 12.5 },
  { head: "受托", share: 16 },
]

function cellsOf(row: SignInRow, at: number): FormCell[] {
  const { signature, name } = row
  return [
    String(at + 1),
    name,
    row.capacity,
    row.unit,
    signature ? { handwriting: signature, of: name } : row.instead,
    row.arrived,
    row.left,
    row.standsFor && `代${row.standsFor}`,
  ]
}
