import { type AttendanceLists, attendanceNames } from "./attendance"
import { addAttendance } from "./attendance-lists"
import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addImprint, addSignaturePlaces, type Imprint } from "./page-closing"
import { addMasthead, addTitle } from "./page-masthead"
import { addBlank, addHeading, addLabelled, addLabelledPair, addParagraph } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"
import type { NamedVote, OptionVotes, VoteFigure, VoteLight } from "./vote-facts"
import { addNamedVotes, addOptionVotes, addVoteFigures, addVoteLights } from "./vote-tables"

export const minutesTemplate: PdfTemplate<MinutesFacts> = {
  name: "minutes",
  version: 2,
  format: "pdf",
  set: setMinutes,
}

export type MinutesMotion = {
  title: string
  text: string
  /** 记名表决 / 无记名投票表决, as the rule calls it. */
  method: string
  figures: VoteFigure[]
  /** Of a vote on options. */
  options?: OptionVotes
  lights: VoteLight[]
  /** 表决通过。 and the like, a whole sentence. */
  outcome: string
  /** Who chose what, for a named vote whose roll is printed; otherwise empty. */
  namedVotes: NamedVote[]
}

export type MinutesDecision = { content: string; responsible: string; due: string }

export type MinutesAgendaItem = {
  heading: string
  discussion: string[]
  motions: MinutesMotion[]
  decisions: MinutesDecision[]
  dissent: string[]
}

export type MinutesFacts = AttendanceLists & {
  community: string
  /** Red heading: 振兴社区协商议事会纪要. */
  name: string
  number: string
  issuer: string
  /** 2026年3月5日 */
  issuedOn: string
  /** Starts the page at once, without the 35 mm of the standard, for sheets that hang or go out on one page. */
  brief: boolean
  /** May be divided by `\n` where the author wants it. */
  title: string
  /** 第12次, 总第12期 …; empty when meetings are not numbered. */
  meetingNumber: string
  /** 2026年3月5日14:30至16:05 */
  time: string
  /** 15:02至15:20，停电。复会时应到12人，实到9人。 Left out where the meeting went through. */
  recesses?: string[]
  venue: string
  chair: string
  recorder: string
  /** Why and how the meeting came together, a paragraph before the quorum; empty or left out where none is wanted. */
  opening?: string
  quorum: {
    entitled: number
    present: number
    /** 三分之二以上; empty where nothing demands a quorum. */
    bar: string
    /** 《…议事规则》第八条 */
    basis: string
    met: boolean
  }
  agenda: MinutesAgendaItem[]
  closing: string[]
  /** 已于2026年3月6日确认 and the like; empty leaves the place for a signature by hand only. */
  chairApproval: string
  recorderApproval: string
  imprint: Imprint | null
}

/** 会议纪要 after GB/T 9704-2012 10.3, with the figures of each vote. */
function setMinutes(facts: MinutesFacts, printing: Printing): Sheet {
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: facts.name,
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.recorder, ...attendanceNames(facts)],
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: facts.brief, issued: facts })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addOpening(sheet, facts)
  for (const [index, item] of facts.agenda.entries()) addAgendaItem(sheet, item, index + 1)
  for (const paragraph of facts.closing) addParagraph(sheet, paragraph)
  addBlank(sheet)
  addAttendance(sheet, facts)
  if (!facts.brief) addBlank(sheet)
  addSignaturePlaces(sheet, [
    { label: "主持人（签字）：", note: facts.chairApproval },
    { label: "记录人（签字）：", note: facts.recorderApproval },
  ])
  addVerification(sheet, printing)
  if (facts.imprint) addImprint(sheet, facts.imprint)
  return sheet
}

function addOpening(sheet: Sheet, facts: MinutesFacts) {
  const { quorum } = facts
  if (facts.meetingNumber) addLabelled(sheet, "会次：", facts.meetingNumber)
  addLabelled(sheet, "时间：", facts.time)
  if (facts.recesses) addLabelled(sheet, "休会：", facts.recesses.join("\n"))
  addLabelled(sheet, "地点：", facts.venue)
  addLabelledPair(sheet, ["主持：", facts.chair], ["记录：", facts.recorder])
  if (facts.opening) addParagraph(sheet, facts.opening)
  const came = `会议应到${quorum.entitled}人，实到${quorum.present}人`
  const summary = "现将会议情况和议定事项纪要如下："
  if (!quorum.bar) {
    addParagraph(sheet, `${came}。${summary}`)
    return
  }
  const reached = quorum.met ? `达到${quorum.bar}的要求` : `未达到${quorum.bar}的要求`
  const effect = quorum.met ? "会议有效" : "会议不能作出决定"
  addParagraph(sheet, `${came}，${reached}，依据${quorum.basis}，${effect}。${summary}`)
}

function addAgendaItem(sheet: Sheet, item: MinutesAgendaItem, position: number) {
  addHeading(sheet, 1, `${chineseOrdinal(position)}、${item.heading}`)
  for (const paragraph of item.discussion) addParagraph(sheet, paragraph)
  const parts = item.motions.length + (item.decisions.length ? 1 : 0) + (item.dissent.length ? 1 : 0)
  let part = 0
  const heading = (text: string) => {
    // What was settled without a vote and without dissent needs no heading of its own.
    if (parts === 1 && !item.motions.length && !item.dissent.length) return
    part += 1
    addHeading(sheet, 2, `（${chineseOrdinal(part)}）${text}`)
  }
  for (const motion of item.motions) {
    heading(`表决：${motion.title}`)
    if (motion.text) addParagraph(sheet, motion.text)
    const seen = motion.figures.length || motion.lights.length
    addParagraph(sheet, `采用${motion.method}方式，${seen ? "结果如下：" : "结果见议定事项。"}`, {
      keepWithNext: seen > 0,
    })
    addVoteFigures(sheet, motion.figures, motion.options !== undefined || motion.lights.length > 0)
    addOptionVotes(sheet, motion.options, motion.figures.length > 0, motion.lights.length > 0)
    addVoteLights(sheet, motion.lights, motion.figures.length > 0)
    addParagraph(sheet, motion.outcome, { keepWithNext: motion.namedVotes.length > 0 })
    addNamedVotes(sheet, motion.namedVotes)
  }
  if (item.decisions.length) {
    heading("议定事项")
    for (const [index, decision] of item.decisions.entries()) {
      addParagraph(sheet, numberItem(index + 1, decisionSentence(decision)))
    }
  }
  if (item.dissent.length) {
    heading("不同意见")
    for (const paragraph of item.dissent) addParagraph(sheet, paragraph)
  }
}

function decisionSentence({ content, responsible, due }: MinutesDecision): string {
  const who = [responsible && `责任单位（人）：${responsible}`, due && `完成时限：${due}`].filter(Boolean).join("；")
  const sentence = /[。；]$/.test(content) ? content : `${content}。`
  return who ? `${sentence}${who}。` : sentence
}
