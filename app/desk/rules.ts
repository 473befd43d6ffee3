import type { MeetingState } from "#db/schema/convening"
import { addDays, type CivilDate, civilDateOf, daysBetween, formatDate, formatTime, weekdayOf } from "~/law/civil-date"

/** Something to be done: when, what, why it is mine, one verb. `to` begins below the community's address. */
export type DueMatter = {
  key: string
  when: string
  whenNote: string
  late: boolean
  title: string
  /** Short facts, one after the other; empty ones are left out. */
  reasons: string[]
  to: string
  action: string
}

/** Matters of one kind that wait for the same verb: how many, and the one that has waited longest. */
export type Pile = { count: number; first: { id: string; title: string; since: CivilDate } | null }
export const emptyPile: Pile = { count: 0, first: null }

/** Short words for a day near today: 今天, 明天, 星期五, 10月15日. */
export function dayWord(day: CivilDate, today: CivilDate): string {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return "今天"
  if (ahead === 1) return "明天"
  if (ahead > 1 && ahead < 7) return weekdayOf(day).replace("星期", "周")
  return shortDate(day, today)
}

/** 10月8日, with its year when that is not this one. */
export const shortDate = (day: CivilDate, today: CivilDate): string =>
  formatDate(day).replace(new RegExp(`^${today.slice(0, 4)}年`), "")

const waited = (since: CivilDate, today: CivilDate): string => {
  const days = daysBetween(since, today)
  return days > 0 ? `已等${days}天` : "今天"
}

type PileWords = { key: string; one: string; many: (count: number) => string; action: string }

/** One row for a pile: the matter itself while there is one, the list when there are more. */
export function duesOfPile(
  { count, first }: Pile,
  today: CivilDate,
  words: PileWords,
  to: { one: (id: string) => string; many: string },
): DueMatter[] {
  if (!first) return []
  const isOne = count === 1
  return [
    {
      key: words.key,
      when: waited(first.since, today),
      whenNote: isOne ? `${shortDate(first.since, today)}起` : "最早的一件",
      late: false,
      title: isOne ? `${words.one}：${first.title}` : words.many(count),
      reasons: isOne ? [] : [`最早：${first.title}`],
      to: isOne ? to.one(first.id) : to.many,
      action: words.action,
    },
  ]
}

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
  const base = { key: `meeting ${id}`, late: false, title, reasons: [venue, `应到${entitled}人`] }
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
    title: `发出通知：${title}`,
    reasons: [late ? "先改时间，再发通知" : "会议还没有召集"],
    to: `/meetings/${id}/edit`,
    action: "接着填",
  }
}

/** Minutes, or the resolution of one motion, of a meeting that is over. */
export type DeskPaper = {
  kind: "minutes" | "resolution"
  meetingId: string
  /** Of its motion; empty for minutes. */
  roundId: string
  meeting: string
  title: string
  state: "toDraft" | "draft" | "approved"
  /** Put before the chair, and not changed since. */
  isSent: boolean
  isExported: boolean
  mayEdit: boolean
  mayApprove: boolean
  closedOn: CivilDate
}

/** The papers meetings owe, in the order of the meetings: to draft, to word, to approve, to export. */
export function duesOfPapers(papers: readonly DeskPaper[], today: CivilDate): DueMatter[] {
  const drafted = papers.flatMap(paper => dueOfPaper(paper, today) ?? [])
  const meetings = [...new Set(papers.map(paper => paper.meetingId))]
  // Resolutions of a meeting are drafted together, on the page of its minutes, once those are begun.
  const toDraft = meetings.flatMap(meetingId => {
    const own = papers.filter(paper => paper.meetingId === meetingId)
    const waiting = own.filter(paper => paper.kind === "resolution" && paper.state === "toDraft" && paper.mayEdit)
    const first = waiting[0]
    if (!first || own.some(paper => paper.kind === "minutes" && paper.state === "toDraft")) return []
    return [
      {
        ...frameOf(first, today),
        key: `resolutions ${meetingId}`,
        title: waiting.length === 1 ? `起草决议：${first.title}` : `起草${waiting.length}份决议`,
        to: `/records/${meetingId}/minutes#resolutions`,
        action: "去起草",
      },
    ]
  })
  return [...drafted, ...toDraft]
}

function frameOf(paper: DeskPaper, today: CivilDate) {
  const days = daysBetween(paper.closedOn, today)
  return {
    key: `${paper.kind} ${paper.meetingId} ${paper.roundId}`,
    when: days > 0 ? `散会${days}天` : "今天散会",
    whenNote: days > 0 ? shortDate(paper.closedOn, today) : "",
    late: false,
    reasons: [paper.meeting],
  }
}

function dueOfPaper(paper: DeskPaper, today: CivilDate): DueMatter | null {
  const { kind, meetingId, roundId, title, state, mayEdit, mayApprove, isSent } = paper
  const at = kind === "minutes" ? `/records/${meetingId}/minutes` : `/records/${meetingId}/resolutions/${roundId}`
  const name = kind === "minutes" ? "会议纪要" : `决议：${title}`
  const due = (verb: string, action: string, to = at, why = ""): DueMatter => {
    const frame = frameOf(paper, today)
    return { ...frame, title: `${verb}${name}`, reasons: [...frame.reasons, why], to, action }
  }
  switch (state) {
    case "toDraft":
      return kind === "minutes" && mayEdit ? due("起草", "去起草") : null
    case "draft":
      // A chair who words the papers as well approves them without sending them to anyone.
      if (mayApprove && (isSent || mayEdit)) return due("核准", "去核准", `${at}/approve`, isSent ? "已送来核准" : "")
      return mayEdit && !isSent ? due("改好并送核准", "接着写") : null
    case "approved":
      return mayEdit && !paper.isExported ? due("导出", "去导出", at, "已核准，还没有印成PDF") : null
  }
}

/** A late matter first; else in the order given. */
export const inOrder = (dues: readonly DueMatter[]): DueMatter[] => [
  ...dues.filter(due => due.late),
  ...dues.filter(due => !due.late),
]

/** Meetings that are held from today to the sixth day after it, the earliest first. */
export function meetingsOfWeek(meetings: readonly DeskMeeting[], today: CivilDate): DeskMeeting[] {
  const last = addDays(today, 6)
  return meetings
    .filter(({ state, startsAt }) => {
      if (!startsAt || !(state in stateNotes)) return false
      const day = civilDateOf(startsAt)
      return day >= today && day <= last
    })
    .toSorted((a, b) => a.startsAt!.getTime() - b.startsAt!.getTime())
}
