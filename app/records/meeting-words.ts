import { inChinese } from "~/law/chinese-numbers"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import type { RecordedMeeting } from "./recorded-meeting"

/** So much of a meeting as its name is made of. */
export type NamedMeeting = Pick<RecordedMeeting, "communityName" | "meeting"> & { rule: { meetingKind: string } }

/** 2026年第三次; empty for a meeting without a number. */
export function meetingNumberInWords({ meeting }: Pick<NamedMeeting, "meeting">): string {
  return meeting.sequence === null ? "" : `${meeting.year}年第${inChinese(meeting.sequence)}次`
}

/** 振兴社区2026年第三次协商议事会. */
export function meetingInWords(recorded: NamedMeeting): string {
  return `${recorded.communityName}${meetingNumberInWords(recorded)}${recorded.rule.meetingKind}`
}

/** 2026年3月5日14:30至16:05, as the meeting really began and ended. */
export function meetingTimeInWords({ meeting }: RecordedMeeting): string {
  const from = meeting.startedAt ?? meeting.startsAt
  if (!from) return ""
  const start = `${formatDate(civilDateOf(from))}${formatTime(from)}`
  const to = meeting.closedAt
  if (!to) return start
  const isSameDay = civilDateOf(to) === civilDateOf(from)
  return `${start}至${isSameDay ? "" : formatDate(civilDateOf(to))}${formatTime(to)}`
}

/** 2026年3月5日, the day it was held. */
export function meetingDayInWords({ meeting }: Pick<NamedMeeting, "meeting">): string {
  const day = meeting.startedAt ?? meeting.startsAt
  return day ? formatDate(civilDateOf(day)) : ""
}

export function venueInWords({ venue }: RecordedMeeting): string {
  if (!venue) return ""
  return venue.address ? `${venue.name}（${venue.address}）` : venue.name
}

/** 关于3号楼加装电梯的方案 and 3号楼加装电梯 alike: what a paper is about, without 关于 and its last word. */
export function aboutInWords(title: string): string {
  return title.replace(/^关于/, "").replace(/的?(方案|议题|事项|问题|建议)$/, "") || title
}
