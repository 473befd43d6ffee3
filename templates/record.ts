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
import type { NamedVote, OptionVotes, VoteFigure, VoteLight } from "./vote-facts"
import { addNamedVotes, addOptionVotes, addVoteFigures, addVoteLights } from "./vote-tables"

export const recordTemplate: PdfTemplate<RecordFacts> = { name: "record", version: 3, format: "pdf", set: setRecord }

export type RecordSpeech = {
  speaker: string
  /** 居民代表, 物业代表 …; may be empty. */
  delegation: string
  /** 赞成, 不赞成, 程序问题 …; may be empty. */
  stance: string
  /** 14:40，用时2分05秒; may be empty. */
  clock: string
  gist: string
}

/** One round, the annulled ones too: those have figures where they were counted, and no conclusion. */
export type RecordRound = {
  /** 第二轮表决; empty where there was one alone. */
  heading: string
  /** 15:10至15:20，采用记名表决方式，结果如下： — a whole sentence. */
  method: string
  /** How it was counted: papers, counters, proxies, help; may be empty. */
  text: string
  figures: VoteFigure[]
  options?: OptionVotes
  lights: VoteLight[]
  outcome: string
  /** Of a named round whose choices may be written into the record; otherwise empty. */
  namedVotes: NamedVote[]
  /** 对计票的异议 with its answer, 更正 with who signed it. */
  remarks: string[]
}

export type RecordMotion = {
  title: string
  /** Who put it and when, every wording it had, what was recommended, who had to abstain and why. */
  before: string[]
  rounds: RecordRound[]
  /** What became of it without a vote; dissent and the explanation given. */
  after: string[]
}

export type RecordAgendaItem = {
  heading: string
  /** 方案 as the item was called with, and how it was worded anew; may be empty. */
  proposals: string[]
  speeches: RecordSpeech[]
  motions: RecordMotion[]
}

export type RecordFacts = AttendanceLists & {
  community: string
  issuer: string
  /** 振兴社区2026年第三次协商议事会会议记录 */
  title: string
  /** Times of the meeting to the minute: 2026年3月5日14:30至16:05. */
  time: string
  /** 15:02至15:20，停电。复会时应到12人，实到9人。 Left out where the meeting went through. */
  recesses?: string[]
  venue: string
  chair: string
  recorder: string
  entitled: number
  presentCount: number
  /** 15:02，甲一离会。 Comings and goings between beginning and end; may be empty. */
  movements: string[]
  /** Whole sentences before the first item, such as that earlier minutes were confirmed. */
  opening: string[]
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
  const speakers = facts.agenda.flatMap(item => item.speeches.map(speech => speech.speaker))
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: "会议记录",
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.recorder, ...new Set(speakers), ...attendanceNames(facts)],
  })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addLabelled(sheet, "时间：", facts.time)
  if (facts.recesses) addLabelled(sheet, "休会：", facts.recesses.join("\n"))
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  addLabelledPair(sheet, ["应到：", `${facts.entitled}人`], ["实到：", `${facts.presentCount}人`])
  addAttendance(sheet, facts, { columns: true })
  if (facts.movements.length) addLabelled(sheet, "进出：", facts.movements.join("\n"))
  const headings = facts.agenda.map((item, index) => `${chineseOrdinal(index + 1)}、${item.heading}`)
  if (headings.length) addLabelled(sheet, "议程：", headings.join("\n"))
  for (const paragraph of facts.opening) addParagraph(sheet, paragraph)
  for (const [index, item] of facts.agenda.entries()) addAgendaItem(sheet, item, headings[index]!)
  if (facts.unsettled.length) {
    addHeading(sheet, 1, `${chineseOrdinal(facts.agenda.length + 1)}、遗留问题`)
    for (const paragraph of facts.unsettled) addParagraph(sheet, paragraph)
  }
  if (facts.adjourned) addParagraph(sheet, facts.adjourned)
  addBlank(sheet)
  addSignaturePlaces(sheet, [
    { label: "主持人（签字）：", note: facts.chairApproval },
    { label: "记录人（签字）：", note: facts.recorderApproval },
  ])
  addVerification(sheet, printing)
  return sheet
}

function addAgendaItem(sheet: Sheet, item: RecordAgendaItem, title: string) {
  addHeading(sheet, 1, title)
  for (const paragraph of item.proposals) addParagraph(sheet, paragraph)
  let part = 0
  const heading = (text: string) => {
    part += 1
    addHeading(sheet, 2, `（${chineseOrdinal(part)}）${text}`)
  }
  // What was said alone needs no heading of its own.
  if (item.speeches.length && item.motions.length) heading("发言")
  for (const speech of item.speeches) addParagraph(sheet, `${introduceSpeaker(speech)}：${speech.gist}`)
  for (const motion of item.motions) {
    heading(motion.title)
    for (const paragraph of motion.before) addParagraph(sheet, paragraph)
    for (const round of motion.rounds) addRound(sheet, round)
    for (const paragraph of motion.after) addParagraph(sheet, paragraph)
  }
}

function addRound(sheet: Sheet, round: RecordRound) {
  if (round.heading) addHeading(sheet, 3, round.heading)
  if (round.text) addParagraph(sheet, round.text)
  addParagraph(sheet, round.method, { keepWithNext: round.figures.length > 0 })
  addVoteFigures(sheet, round.figures, round.options !== undefined || round.lights.length > 0)
  addOptionVotes(sheet, round.options, round.figures.length > 0, round.lights.length > 0)
  addVoteLights(sheet, round.lights, round.figures.length > 0)
  if (round.outcome) addParagraph(sheet, round.outcome, { keepWithNext: round.namedVotes.length > 0 })
  addNamedVotes(sheet, round.namedVotes)
  for (const paragraph of round.remarks) addParagraph(sheet, paragraph)
}

function introduceSpeaker({ speaker, delegation, stance, clock }: RecordSpeech): string {
  const known = [delegation, stance, clock].filter(Boolean).join("，")
  return known ? `${speaker}（${known}）` : speaker
}
