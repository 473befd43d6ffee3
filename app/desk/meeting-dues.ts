import type { MeetingState } from "#db/schema/convening"
import { addDays, type CivilDate, civilDateOf, daysBetween, formatTime } from "~/law/civil-date"
import { dayWord, shortDate } from "./day-words"
import type { DueMatter } from "./due-matter"

export type DeskMeeting = {
  id: string
  title: string
  state: MeetingState
  startsAt: Date | null
  venue: string
  isChair: boolean
  isRecorder: boolean
  /** Has a seat: 应到 or 列席. */
  isInvited: boolean
  entitled: number
  /** Invited, but not told yet. */
  untold: number
}

/** What this person may do with meetings whatever office they hold in one. */
export type MeetingPowers = { convene: boolean; desk: boolean }

/** The page where this person does their part of a meeting that is on, or about to be. */
export function placeAt(meeting: DeskMeeting, powers: MeetingPowers): { to: string; action: string } | null {
  const at = `/meetings/${meeting.id}`
  if (meeting.isChair) return { to: `${at}/console`, action: "进入主持台" }
  if (meeting.isRecorder) return { to: `${at}/record`, action: "进入记录台" }
  if (powers.desk) return { to: `${at}/desk`, action: "打开签到台" }
  if (!meeting.isInvited) return null
  // Before the check-in is open there is no seat to take.
  return meeting.state === "convened" ? { to: at, action: "看议程" } : { to: `/m/${meeting.id}`, action: "去签到" }
}

const stateNotes: Partial<Record<MeetingState, string>> = {
  convened: "今天开会",
  checkIn: "正在签到",
  inSession: "正在开会",
  adjourned: "休会中",
}

/** What one meeting asks of this person today. */
export function duesOfMeeting(meeting: DeskMeeting, today: CivilDate, powers: MeetingPowers): DueMatter[] {
  const { id, title, state, startsAt, venue, entitled, untold } = meeting
  if (state === "draft") return powers.convene ? [dueOfDraft(meeting, today)] : []
  const note = stateNotes[state]
  if (!startsAt || !note) return []
  const day = civilDateOf(startsAt)
  const place = placeAt(meeting, powers)
  const base = { key: `meeting ${id}`, late: false, dueOn: day, title, reasons: [venue, `应到${entitled}人`] }
  if (day < today && (state === "convened" || state === "checkIn"))
    return powers.convene
      ? [
          {
            ...base,
            late: true,
            when: `过了${daysBetween(day, today)}天`,
            whenNote: `原定${shortDate(day, today)}`,
            title: `没有开成：${title}`,
            reasons: ["请取消并写明原因，还要开的再重新召集"],
            to: `/meetings/${id}`,
            action: "去处理",
          },
        ]
      : []
  if (day < today && state === "inSession")
    return meeting.isChair && place
      ? [{ ...base, ...place, late: true, when: shortDate(day, today), whenNote: "还没有散会", action: "去散会" }]
      : []
  if (day <= today || state === "inSession")
    return place ? [{ ...base, ...place, when: formatTime(startsAt), whenNote: note }] : []
  if (!powers.convene || untold === 0) return []
  return [
    {
      ...base,
      // People are told as soon as it is convened, not on the day.
      dueOn: null,
      when: dayWord(day, today),
      whenNote: "开会",
      title: `逐一通知：${title}`,
      reasons: [`应到${entitled}人`, `还有${untold}人没有通知到`],
      to: `/meetings/${id}/codes`,
      action: "去通知",
    },
  ]
}

function dueOfDraft({ id, title, startsAt }: DeskMeeting, today: CivilDate): DueMatter {
  const day = startsAt ? civilDateOf(startsAt) : null
  const late = day !== null && day < today
  return {
    key: `draft ${id}`,
    when: day ? dayWord(day, today) : "草稿",
    whenNote: day ? (late ? "时间已过" : "打算开会") : "没有定时间",
    late,
    dueOn: late ? day : null,
    title: `发出通知：${title}`,
    reasons: [late ? "先改时间，再发通知" : "会议还没有召集"],
    to: `/meetings/${id}/edit`,
    action: "接着填",
  }
}

/**
 * Meetings that are held from today to the sixth day after it, the earliest first; where there is none, the next one to come.
 */
export function meetingsAhead(meetings: readonly DeskMeeting[], today: CivilDate): DeskMeeting[] {
  const last = addDays(today, 6)
  const dayOf = (meeting: DeskMeeting) => civilDateOf(meeting.startsAt!)
  const ahead = meetings
    .filter(meeting => meeting.startsAt !== null && meeting.state in stateNotes && dayOf(meeting) >= today)
    .toSorted((a, b) => a.startsAt!.getTime() - b.startsAt!.getTime())
  const soon = ahead.filter(meeting => dayOf(meeting) <= last)
  return soon.length > 0 ? soon : ahead.slice(0, 1)
}
