import type { Reader } from "#db/client"
import { meetingSubject } from "~/chamber/meeting-access"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import { listAuditEntries } from "~/registry/store"
import { bareSentence } from "./drafting"
import type { RecordedMeeting, RecordedRecess } from "./recorded-meeting"

/** The meeting's row knows only that it is adjourned now; when it was, and why, stands in its life. */
export async function readRecesses(q: Reader, communityId: string, meetingId: string): Promise<RecordedRecess[]> {
  const { kind, id } = meetingSubject(meetingId)
  const recesses: RecordedRecess[] = []
  for (const { action, at, detail } of await listAuditEntries(q, communityId, [{ kind, ids: [id] }])) {
    const open = recesses.at(-1)?.resumed === null ? recesses.at(-1) : undefined
    if (action === "meeting.adjourned") recesses.push({ from: at, reason: String(detail.reason ?? ""), resumed: null })
    if (action === "meeting.resumed" && open)
      open.resumed = { at, entitled: Number(detail.entitled), present: Number(detail.present) }
  }
  return recesses
}

/** 15:02至15:20，停电。复会时应到12人，实到9人。 A day is named where it is not the day before it. */
export function recessesInWords({ meeting, recesses }: Pick<RecordedMeeting, "meeting" | "recesses">): string[] {
  let day = civilDateOf(meeting.startedAt ?? meeting.startsAt ?? meeting.createdAt)
  const clock = (at: Date) => {
    const on = civilDateOf(at)
    const said = on === day ? formatTime(at) : `${formatDate(on)}${formatTime(at)}`
    day = on
    return said
  }
  return recesses.map(({ from, reason, resumed }) => {
    const since = clock(from)
    if (!resumed) return `${since}起，${bareSentence(reason)}。没有复会。`
    const { at, entitled, present } = resumed
    return `${since}至${clock(at)}，${bareSentence(reason)}。复会时应到${entitled}人，实到${present}人。`
  })
}

/** As facts of a paper, which holds none where the meeting went through. */
export const recessFacts = (recorded: RecordedMeeting): { recesses?: string[] } =>
  recorded.recesses.length > 0 ? { recesses: recessesInWords(recorded) } : {}
