import { openSheet, type Sheet } from "./page"
import { typeSize } from "./page-geometry"
import { addTitle } from "./page-masthead"
import { addQrPanel } from "./page-panels"
import { addTable } from "./page-table"
import { addText } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const satisfactionFormTemplate: PdfTemplate<SatisfactionFormFacts> = {
  name: "satisfaction-form",
  version: 2,
  format: "pdf",
  set: setSatisfactionForm,
}

export type SatisfactionFormFacts = {
  community: string
  issuer: string
  /** 振社问〔2026〕12号 or 振社办〔2026〕1号 */
  number: string
  matter: string
  /** Who is judged: whoever dealt with it. */
  handler: string
  /** What was done, as it is recorded; empty before. */
  outcome: string
  /** How the proposer says the same by telephone; null where there is no code, or nobody is to be told. */
  follow: { url: string | null; code: string } | null
}

/** 满意度评议表: what was done, by whom, and what somebody thinks of it. */
function setSatisfactionForm(facts: SatisfactionFormFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `满意度评议表${facts.number}`,
    author: facts.issuer,
    subject: "满意度评议表",
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
  })
  addTitle(sheet, `${facts.community}满意度评议表`)
  addText(sheet, facts.number, { size: typeSize.smallFourth, lead: 24, align: "center" })
  addTable(
    sheet,
    [
      { head: "项目", width: "fit" },
      { head: "内容", width: 1, align: "left" },
    ],
    [
      ["事项", facts.matter],
      ["评议对象", facts.handler],
      ["办理情况", facts.outcome || "\n\n"],
      ["评议（打勾）", "□ 满意　　□ 基本满意　　□ 不满意　　□ 没有解决"],
      ["意见", "\n\n\n\n"],
      ["评议人类别", "□ 提出人　□ 其他居民　□ 居民代表　□ 党员　□ 单位"],
      ["评议日期", "　　　　年　　月　　日"],
    ],
    { size: typeSize.smallFourth, lead: 20, padding: 4.5, summary: "办的事、办理情况和对它的评议" },
  )
  addText(sheet, "评议不用署名。选“没有解决”的，社区重新办理。", { size: typeSize.smallFourth, lead: 22 })
  if (facts.follow?.url)
    addQrPanel(
      sheet,
      facts.follow.url,
      ["提出人也可以用手机评议：", "扫码打开“查答复”", `查询码：${facts.follow.code}`],
      "查答复和评议的二维码",
    )
  else if (facts.follow)
    addText(sheet, `提出人也可以在社区公示栏的“查答复”里评议，查询码：${facts.follow.code}`, {
      size: typeSize.smallFourth,
      lead: 22,
    })
  addVerification(sheet, printing)
  return sheet
}
