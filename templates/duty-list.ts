import { openSheet, type Sheet } from "./page"
import { typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addBlank, addLabelledPair, addText } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const dutyListTemplate: PdfTemplate<DutyListFacts> = {
  name: "dutyList",
  version: 2,
  format: "pdf",
  set: setDutyList,
}

export type DutyListFacts = {
  community: string
  issuer: string
  /** 2026年3月6日 */
  issuedOn: string
  /** Whose list it is. */
  person: string
  rows: {
    number: string
    content: string
    /** 地点 of an issue, 数量 of a task. */
    about: string
    /** 5月7日, with its year when that is not this one. */
    due: string
    /** 办理中, 逾期3天 … */
    state: string
    isDone: boolean
  }[]
}

/** 履职清单 of one grid worker or handler, to be carried along and ticked. */
function setDutyList(facts: DutyListFacts, printing: Printing): Sheet {
  const title = `${facts.community}履职清单`
  const sheet = openSheet({
    title: `${title}（${facts.person}）`,
    author: facts.issuer,
    subject: "履职清单",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.person],
  })
  addTitle(sheet, title)
  addBlank(sheet)
  const doneCount = facts.rows.filter(row => row.isDone).length
  addLabelledPair(sheet, ["责任人：", facts.person], ["事项：", `${facts.rows.length}项，已完成${doneCount}项`])
  addBlank(sheet)
  addTable(
    sheet,
    [
      { head: "序号", width: "fit" },
      { head: "编号", width: "fit" },
      { head: "事项", width: 3, align: "left" },
      { head: "地点或数量", width: 2 },
      { head: "时限", width: "fit" },
      { head: "状态", width: "fit" },
      { head: "完成", width: "fit" },
    ],
    facts.rows.map((row, at) => [
      String(at + 1),
      row.number,
      row.content,
      row.about,
      row.due,
      row.state,
      row.isDone ? "√" : "□",
    ]),
    { size: typeSize.fifth, lead: 15, padding: 3, divisible: true, summary: "责任人的事项、时限和完成情况" },
  )
  addBlank(sheet)
  addText(sheet, "完成一项，在“完成”栏打勾；办不了的，在背面写明原因。", { size: typeSize.smallFourth, lead: 20 })
  addBlank(sheet)
  addVerification(sheet, printing, { ...facts, sealed: false })
  return sheet
}
