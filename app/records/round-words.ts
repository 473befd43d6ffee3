import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import type { RecordedMeeting, RecordedMotion, RecordedRound } from "./recorded-meeting"

/** 第1项　活动室改造，第1轮; the motion's place where an item had several. */
export function matterInWords(recorded: RecordedMeeting, motion: RecordedMotion, round: RecordedRound): string {
  const item = recorded.agenda.find(one => one.id === motion.agendaItemId)
  const several = recorded.motions.filter(one => one.agendaItemId === motion.agendaItemId).length > 1
  return `第${item?.ordinal ?? 1}项　${item?.title ?? ""}${several ? `，第${motion.ordinal}件` : ""}，第${round.ordinal}轮`
}

/** 2026年3月5日15:10至15:20，15:25公布结果. */
export function courseInWords({ openedAt, closedAt, proclaimedAt }: RecordedRound): string {
  return [
    `${formatDate(civilDateOf(openedAt))}${formatTime(openedAt)}${closedAt ? `至${formatTime(closedAt)}` : "开始"}`,
    proclaimedAt && `${formatTime(proclaimedAt)}公布结果`,
  ]
    .filter(Boolean)
    .join("，")
}
