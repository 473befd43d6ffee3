import { type AttendanceLists, attendanceNames } from "./attendance"
import { addAttendance } from "./attendance-lists"
import { chineseOrdinal } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addSignaturePlaces } from "./page-closing"
import { addTitle } from "./page-masthead"
import { addBlank, addHeading, addLabelled, addLabelledPair, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"
import type { VoteFigure, VoteLight } from "./vote-facts"
import { addVoteFigures, addVoteLights } from "./vote-tables"

export const recordTemplate: PdfTemplate<RecordFacts> = { name: "record", version: 1, format: "pdf", set: setRecord }

export type RecordSpeech = {
  speaker: string
  /** 居民代表, 物业代表 …; may be empty. */
  delegation: string
  /** 赞成, 反对, 建议 …; may be empty. */
  stance: string
  gist: string
}

export type RecordMotion = {
  title: string
  text: string
  method: string
  figures: VoteFigure[]
  lights: VoteLight[]
  outcome: string
}

export type RecordAgendaItem = { heading: string; speeches: RecordSpeech[]; motions: RecordMotion[] }

export type RecordFacts = AttendanceLists & {
  community: string
  issuer: string
  /** 振兴社区2026年第三次协商议事会会议记录 */
  title: string
  /** Times of the meeting to the minute: 2026年3月5日14:30至16:05. */
  time: string
  venue: string
  chair: string
  recorder: string
  entitled: number
  presentCount: number
  agenda: RecordAgendaItem[]
  /** 遗留问题 */
  unsettled: string[]
  /** 16:05散会。 */
  adjourned: string
  chairApproval: string
  recorderApproval: string
}

/** 会议记录: who said what in order, what was voted, to be signed by chair and recorder. Not for publication. */
function setRecord(facts: RecordFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: "会议记录",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.recorder, ...attendanceNames(facts)],
  })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addLabelled(sheet, "时间：", facts.time)
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  addLabelledPair(sheet, ["应到：", `${facts.entitled}人`], ["实到：", `${facts.presentCount}人`])
  addAttendance(sheet, facts)
  for (const [index, item] of facts.agenda.entries()) addAgendaItem(sheet, item, index + 1)
  if (facts.unsettled.length) {
    addHeading(sheet, 1, `${chineseOrdinal(facts.agenda.length + 1)}、遗留问题`)
    for (const paragraph of facts.unsettled) addParagraph(sheet, paragraph)
  }
  addParagraph(sheet, facts.adjourned)
  addBlank(sheet)
  addSignaturePlaces(sheet, [
    { label: "主持人（签字）：", note: facts.chairApproval },
    { label: "记录人（签字）：", note: facts.recorderApproval },
  ])
  addVerification(sheet, printing)
  return sheet
}

function addAgendaItem(sheet: Sheet, item: RecordAgendaItem, position: number) {
  addHeading(sheet, 1, `${chineseOrdinal(position)}、${item.heading}`)
  for (const speech of item.speeches) addParagraph(sheet, `${introduceSpeaker(speech)}：${speech.gist}`)
  for (const [index, motion] of item.motions.entries()) {
    addHeading(sheet, 2, `（${chineseOrdinal(index + 1)}）表决：${motion.title}`)
    if (motion.text) addParagraph(sheet, motion.text)
    addParagraph(sheet, `采用${motion.method}方式，结果如下：`, { keepWithNext: true })
    addVoteFigures(sheet, motion.figures, motion.lights.length > 0)
    addVoteLights(sheet, motion.lights, motion.figures.length > 0)
    addParagraph(sheet, motion.outcome)
  }
}

function introduceSpeaker({ speaker, delegation, stance }: RecordSpeech): string {
  const known = [delegation, stance].filter(Boolean).join("，")
  return known ? `${speaker}（${known}）` : speaker
}
