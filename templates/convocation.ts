import { type AttendanceGroup, attendanceLines } from "./attendance"
import { chineseOrdinal, numberItem } from "./ordinals"
import { openSheet, type Sheet } from "./page"
import { addMasthead, addTitle } from "./page-masthead"
import { addQrPanel, addReplySlip } from "./page-panels"
import { addBlank, addHeading, addLabelled, addParagraph, addText } from "./page-text"
import { addVerification } from "./page-verification"
import type { PdfTemplate } from "./print-paper"
import type { Printing } from "./printing"

export const convocationTemplate: PdfTemplate<ConvocationFacts> = {
  name: "convocation",
  version: 2,
  format: "pdf",
  set: setConvocation,
}

export type ConvocationAgendaItem = {
  heading: string
  /** What is to be decided, in a sentence or two; may be empty. */
  summary: string
  /** 记名表决, 无记名投票表决; empty when nothing is put to the vote. */
  method: string
}

export type ConvocationFacts = {
  community: string
  /** Red heading: 振兴社区协商议事会. */
  name: string
  /** 振社议通〔2026〕3号; empty when convocations are not numbered. */
  number: string
  issuer: string
  /** 2026年2月26日 */
  issuedOn: string
  /** 关于召开2026年第三次协商议事会的通知 */
  title: string
  /** 各位代表 */
  addressee: string
  /** Kind of the meeting and why it is called: a whole sentence. */
  opening: string
  time: string
  venue: string
  convener: string
  chair: string
  agenda: ConvocationAgendaItem[]
  participants: AttendanceGroup[]
  /** What those who make up the meeting are called: 组成人员, 党员; 代表 where nothing is said. */
  participantsLabel?: string
  observers: AttendanceGroup[]
  /** How many must come and where that is written. */
  quorum: string
  /** 委托办法: how one who cannot come is represented, or that no proxies are accepted. */
  proxies: string
  /** Why the notice is shorter than the rule asks; empty when it is not. */
  shortNoticeReason: string
  contact: string
  telephone: string
  attachments: string[]
  /** How the notice was handed over: 当面送达, 电话通知, 张贴. */
  delivery: string
  /** Page of the meeting (agenda, proposals), printed as QR code; null when no page can be reached. */
  meetingUrl: string | null
  /** A slip to tear off and send back (回执). */
  withReplySlip: boolean
}

/** 会议通知 with agenda, participants, ways of voting and being represented, contact and a slip to send back. */
function setConvocation(facts: ConvocationFacts, printing: Printing): Sheet {
  const groups = [...facts.participants, ...facts.observers]
  const sheet = openSheet({
    title: facts.title.replaceAll("\n", ""),
    author: facts.issuer,
    subject: "会议通知",
    keywords: facts.number,
    date: printing.date,
    fontDir: printing.fontDir,
    names: [facts.chair, facts.contact, facts.convener, ...groups.flatMap(group => group.people.map(one => one.name))],
  })
  addMasthead(sheet, { name: facts.name, number: facts.number, brief: true })
  addTitle(sheet, facts.title)
  addBlank(sheet)
  addText(sheet, `${facts.addressee}：`, { keepWithNext: true })
  addParagraph(sheet, facts.opening)
  addSections(sheet, facts)
  addAttachments(sheet, facts.attachments)
  if (facts.meetingUrl)
    addQrPanel(sheet, facts.meetingUrl, ["扫码查看会议议程和方案材料", "到会后凭本人签到码签到"], "会议页面二维码")
  addBlank(sheet)
  addVerification(sheet, printing, { ...facts, sealed: true })
  if (facts.withReplySlip) addReplySlip(sheet, facts.title.replaceAll("\n", ""))
  return sheet
}

function addSections(sheet: Sheet, facts: ConvocationFacts) {
  let part = 0
  const heading = (text: string) => {
    part += 1
    addHeading(sheet, 1, `${chineseOrdinal(part)}、${text}`)
  }
  heading("时间地点")
  addLabelled(sheet, "时间：", facts.time, { labelFace: "fang" })
  addLabelled(sheet, "地点：", facts.venue, { labelFace: "fang" })
  addLabelled(sheet, "召集人：", facts.convener, { labelFace: "fang" })
  addLabelled(sheet, "主持人：", facts.chair, { labelFace: "fang" })
  heading("会议议题")
  for (const [index, item] of facts.agenda.entries()) {
    const method = item.method ? `（${item.method}）` : ""
    addParagraph(sheet, numberItem(index + 1, endSentence(item.heading + method) + item.summary))
  }
  heading("参会人员")
  const participants = attendanceLines(facts.participants)
  if (participants)
    addLabelled(sheet, `${facts.participantsLabel ?? "代表"}：`, participants, { labelFace: "fang", nameList: true })
  const observers = attendanceLines(facts.observers)
  if (observers) addLabelled(sheet, "列席：", observers, { labelFace: "fang", nameList: true })
  heading("有关事项")
  const matters = [
    facts.quorum,
    facts.proxies,
    facts.shortNoticeReason && `本次会议通知时间少于规定期限，原因：${facts.shortNoticeReason}`,
    `联系人：${facts.contact}，电话：${facts.telephone}。`,
    facts.delivery && `送达方式：${facts.delivery}。`,
  ].filter(Boolean)
  for (const [index, matter] of matters.entries()) addParagraph(sheet, numberItem(index + 1, endSentence(matter)))
}

const endSentence = (text: string) => (/[。；！？]$/.test(text) ? text : `${text}。`)

/** 附件说明: one line below the text, two characters in, no mark at the end. */
function addAttachments(sheet: Sheet, attachments: string[]) {
  if (!attachments.length) return
  addBlank(sheet)
  const numbered = attachments.length > 1
  addLabelled(
    sheet,
    "附件：",
    attachments.map((name, index) => (numbered ? numberItem(index + 1, name) : name)).join("\n"),
    { labelFace: "fang", keepTogether: true },
  )
}
