import { chineseOrdinal } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { gridOf, typeSize } from "./page-geometry"
import { addMasthead } from "./page-masthead"
import { addTable } from "./page-table"
import { addHeading, addLabelled, addLabelledPair, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const briefMinutesTemplate: PdfTemplate<BriefMinutesFacts> = {
  name: "brief-minutes",
  version: 2,
  format: "pdf",
  set: setBriefMinutes,
}

/** The type area of the standard, set closer than its 22 lines of 28: 4号 in 30 lines of 31, so that a common meeting keeps to one page. */
const grid = gridOf({ width: 210, height: 297, top: 37, left: 28, measure: 156, depth: 225 }, 31, 30, typeSize.fourth)

export type BriefItem = {
  heading: string
  /** 无记名投票表决：赞成7，反对2，弃权1，通过。 One a motion. */
  results: string[]
  decisions: { content: string; responsible: string; due: string }[]
  dissent: string[]
}

export type BriefMinutesFacts = {
  community: string
  /** Red heading: 振兴社区协商议事会纪要. */
  name: string
  /** That of the minutes themselves: it is the same paper, told shorter. */
  number: string
  issuer: string
  issuedOn: string
  /** 振兴社区2026年第三次协商议事会, of a draft with （征求意见稿）: the red heading is title enough. */
  meeting: string
  time: string
  venue: string
  chair: string
  recorder: string
  /** 应到12人，实到10人，请假1人，缺席1人。达到应到人数三分之二以上。 */
  attendance: string
  items: BriefItem[]
  closing: string[]
  chairApproval: string
  recorderApproval: string
  /** Names in the text that must not be divided at a line's end. */
  names: string[]
}

/** 会议纪要（简式）: what was decided, by whom and by when, with the figures; one page where it fits (GB/T 9704-2012 10.3: 纪要格式可以根据实际制定). */
function setBriefMinutes(facts: BriefMinutesFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: `${facts.meeting}会议纪要（简式）`,
    author: facts.issuer,
    subject: facts.name,
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    geometry: grid,
    names: [facts.chair, facts.recorder, ...facts.names],
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true, issued: facts })
  addLabelled(sheet, "会议：", facts.meeting)
  addLabelled(sheet, "时间：", facts.time)
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  addLabelled(sheet, "到会：", facts.attendance)
  for (const [index, item] of facts.items.entries()) addItem(sheet, item, index + 1)
  for (const paragraph of facts.closing) addParagraph(sheet, paragraph)
  addSignaturePlaces(sheet, [
    { label: "主持人（签字）：", note: facts.chairApproval },
    { label: "记录人（签字）：", note: facts.recorderApproval },
  ])
  addVerification(sheet, printing)
  return sheet
}

function addItem(sheet: Sheet, item: BriefItem, position: number) {
  addHeading(sheet, 1, `${chineseOrdinal(position)}、${item.heading}`)
  for (const [index, result] of item.results.entries())
    addParagraph(sheet, result, { keepWithNext: index === item.results.length - 1 && item.decisions.length > 0 })
  if (item.decisions.length)
    addTable(
      sheet,
      [
        { head: "议定事项", width: 3, align: "left" },
        { head: "责任单位（人）", width: 1 },
        { head: "完成时限", width: "fit" },
      ],
      item.decisions.map(({ content, responsible, due }) => [content, responsible, due]),
      { summary: "议定事项、责任单位和完成时限" },
    )
  if (item.dissent.length) addLabelled(sheet, "不同意见：", item.dissent.join("\n"))
  if (item.results.length + item.decisions.length + item.dissent.length === 0)
    addParagraph(sheet, "本项没有表决，没有议定事项。")
}
