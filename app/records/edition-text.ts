import type { EditionText, ResolutionWording } from "#db/schema/records"
import type { Round } from "~/chamber/rounds/round-store"
import { capacityOrder, capacityTitle } from "~/convening/people-order"
import { civilDateOf, formatDate, formatTime, weekdayOf } from "~/law/civil-date"
import { meetingNumberInWords, meetingTimeInWords, venueInWords } from "./meeting-words"
import { dueInWords } from "./minutes-facts"
import {
  entitledOf,
  hasCome,
  type RecordedMeeting,
  type RecordedMotion,
  type RecordedParticipant,
} from "./recorded-meeting"
import { votedText } from "./resolution-facts"
import { methodName, optionVotes, outcomeSentence, voteFigures, voteLights } from "./vote-facts"

/** 协商结果公示 before masking: what handbook and law ask to be posted, with the inner wording. No roll, no single vote. */
export function resolutionEdition(
  recorded: RecordedMeeting,
  passed: { motion: RecordedMotion; round: Round },
  wording: ResolutionWording,
  contactPhone: string,
): EditionText {
  const { motion, round } = passed
  const item = recorded.agenda.find(one => one.id === motion.agendaItemId)
  return withoutBlanks({
    title: wording.title,
    lines: [
      { label: "议题", text: item?.title ?? wording.title },
      { label: "协商时间", text: meetingTimeInWords(recorded) },
      { label: "协商地点", text: venueInWords(recorded) },
      { label: "参与主体", text: attendanceInCounts(recorded) },
      { label: "协商过程", text: wording.preamble },
      { label: recorded.rule.outcomeName, text: votedText(motion, round).map(endSentence).join("\n") },
      { label: "附带条件", text: numbered(wording.conditions ?? []) },
      { label: "表决情况", text: voteInWords(recorded, round) },
      { label: "落实要求", text: numbered(wording.items.map(itemInWords)) },
      { label: "经费", text: wording.money ?? "" },
      { label: "异议渠道", text: objectionChannel(recorded.communityName, contactPhone) },
    ],
  })
}

/** 会议公告 before masking: when and where, about what, and how whoever is not invited is heard. */
export function convocationEdition(
  recorded: RecordedMeeting,
  proposals: ReadonlyMap<string, { content: string }>,
  contactPhone: string,
): EditionText {
  const { communityName, meeting, rule, agenda } = recorded
  const called = `${meetingNumberInWords(recorded)}${rule.meetingKind}`
  return withoutBlanks({
    title: `关于召开${called}的公告`,
    lines: [
      { label: "会议", text: `${communityName}${called}` },
      { label: "时间", text: meeting.startsAt ? plannedTime(meeting.startsAt, meeting.endsAt) : "" },
      { label: "地点", text: venueInWords(recorded) },
      {
        label: "议题",
        text: numbered(
          agenda.map(item => {
            const proposal = item.proposalId ? proposals.get(item.proposalId) : undefined
            return proposal ? `${item.title}。方案：${inOneLine(proposal.content)}` : item.title
          }),
        ),
      },
      { label: "参加人员", text: `${countByCapacity(entitledOf(recorded))}，共${entitledOf(recorded).length}人。` },
      {
        label: "发表意见",
        text: `对议题有意见和建议的居民，请在会前向${communityName}居民委员会反映，会上一并协商${telephone(contactPhone)}。`,
      },
    ],
  })
}

const withoutBlanks = ({ title, lines }: EditionText): EditionText => ({
  title,
  lines: lines.filter(line => line.text.trim() !== ""),
})

/** Categories and how many, never who: 应到12人，实到10人：党员代表2人、居民代表6人. */
function attendanceInCounts(recorded: RecordedMeeting): string {
  const entitled = entitledOf(recorded)
  const present = entitled.filter(hasCome)
  const observers = recorded.participants.filter(one => one.standing === "observer" && hasCome(one))
  const came = `应到${entitled.length}人，实到${present.length}人：${countByCapacity(present)}`
  return `${came}${observers.length > 0 ? `；列席${observers.length}人：${countByCapacity(observers)}` : ""}。`
}

const countByCapacity = (people: readonly RecordedParticipant[]): string =>
  capacityOrder
    .map(kind => ({ kind, count: people.filter(one => one.capacity === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${capacityTitle(kind)}${count}人`)
    .join("、")

/** Numerators and denominators as they were frozen, and whether each bar was reached. */
function voteInWords(recorded: RecordedMeeting, round: Round): string {
  if (!round.result) return ""
  const figures = voteFigures(round.result).map(({ label, count }) => `${label}${count}${countedIn(label)}`)
  const lights = voteLights(round.result, recorded.rule).map(
    light =>
      `${light.label}${light.numerator}/${light.denominator}，应达到${light.bar}，${light.met ? "已达到" : "未达到"}`,
  )
  const options = optionVotes(round.result, recorded.rule).options?.lines.map(line => `${line.label}${line.votes}票`)
  return [
    `${methodName(round)}：${figures.join("，")}。`,
    options ? `${options.join("；")}。` : "",
    lights.length > 0 ? `${lights.join("；")}。` : "",
    outcomeSentence(round),
  ]
    .filter(Boolean)
    .join("\n")
}

const countedIn = (label: string) => (["应到", "实到", "投票", "回避", "未投"].includes(label) ? "人" : "票")

const itemInWords = ({ content, quantity, handler, dueOn }: ResolutionWording["items"][number]): string =>
  [
    endSentence(content),
    quantity && `数量：${quantity}。`,
    handler && `承办：${handler}。`,
    dueOn && `时限：${dueInWords(dueOn)}。`,
  ]
    .filter(Boolean)
    .join("")

const endSentence = (text: string) => (/[。！？…”；]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`)

const inOneLine = (text: string): string =>
  text
    .split(/\s*\n\s*/)
    .filter(Boolean)
    .map((line, at, all) => (at === all.length - 1 || /[，。；：、！？]$/.test(line) ? line : `${line}；`))
    .join("")

const numbered = (items: readonly string[]): string =>
  items.length === 1 ? items[0]! : items.map((item, at) => `${at + 1}. ${item}`).join("\n")

function objectionChannel(communityName: string, contactPhone: string): string {
  const office = `${communityName}居民委员会办公室`
  return `对公示内容有异议的，请在公示期内到${office}当面提出，或者打电话提出，由社区工作人员受理，自收到之日起三日内答复${telephone(contactPhone)}。`
}

const telephone = (contactPhone: string) => (contactPhone ? `（电话：${contactPhone}）` : "")

function plannedTime(startsAt: Date, endsAt: Date | null): string {
  const day = civilDateOf(startsAt)
  return `${formatDate(day)}（${weekdayOf(day)}）${formatTime(startsAt)}${endsAt ? `至${formatTime(endsAt)}` : ""}`
}
