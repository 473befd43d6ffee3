import { openSheet, type Sheet } from "./page"
import { typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addTable } from "./page-table"
import { addText } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const opinionFormTemplate: PdfTemplate<OpinionFormFacts> = {
  name: "opinion-form",
  version: 2,
  format: "pdf",
  set: setOpinionForm,
}

export type OpinionFormFacts = {
  community: string
  issuer: string
  /** 振社题〔2026〕1号 */
  number: string
  topic: string
  /** Why it is talked over; empty where nobody wrote it. */
  background: string
  /** 做什么. */
  proposal: string
  /** 预算2万元，公共收益; 不花钱. */
  money: string
  /** 振兴物业，2026年6月30日前; empty while open. */
  handling: string
  /** 0500-0000001 of the office. */
  contactPhone: string
}

const choices = "□ 同意　　□ 基本同意，有补充意见　　□ 不同意"

const whereTo = ({ contactPhone }: OpinionFormFacts) =>
  `填好请交给收集人或送到社区办公室。${contactPhone ? `电话：${contactPhone}。` : ""}`

/** 民情征求意见表: what is proposed, what a household says of it, and what came back. */
function setOpinionForm(facts: OpinionFormFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `民情征求意见表：${facts.topic}`,
    author: facts.issuer,
    subject: "民情征求意见表",
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
  })
  const style = { size: typeSize.smallFourth, lead: 18.5, padding: 3 } as const
  addTitle(sheet, `${facts.community}民情征求意见表`)
  addText(sheet, `${facts.number}　　　第　　　份`, { size: typeSize.smallFourth, lead: 22, align: "center" })
  addTable(
    sheet,
    [
      { head: "项目", width: "fit" },
      { head: "内容", width: 1, align: "left" },
    ],
    [
      ["议题", facts.topic],
      ...(facts.background ? [["为什么要议", facts.background]] : []),
      ["方案", facts.proposal],
      ["经费和承办", [facts.money, facts.handling].filter(Boolean).join("；")],
      ["您的意见\n（打勾）", choices],
      ["补充意见\n和建议", "\n\n\n"],
      ["户号\n（自愿填）", "　　　　栋　　　　单元　　　　室\n不填不影响意见有效；只用来核对有没有重复，不公开。"],
      ["收集人", `　　　　　　　　　　　收集日期：　　　　年　　月　　日\n${whereTo(facts)}`],
    ],
    { ...style, summary: "议题和方案的说明，和一户人家的意见" },
  )
  addText(sheet, "以下由社区收回后填写", { size: typeSize.smallFourth, lead: 22, align: "center", keepWithNext: true })
  addTable(
    sheet,
    ["发出（份）", "收回（份）", "同意", "基本同意", "不同意", "未填", "统计人", "统计日期"].map(head => ({
      head,
      width: 1,
    })),
    [["", "", "", "", "", "", "", ""]],
    { ...style, size: typeSize.fifth, rowHeight: 24, summary: "回收统计，由社区填写" },
  )
  addVerification(sheet, printing)
  return sheet
}
