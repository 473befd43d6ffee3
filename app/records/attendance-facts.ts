import type { AttendanceGroup } from "#templates/attendance"
import { type MeetingHours, recordWords } from "~/chamber/attendance/attendance-words"
import { capacityOrder, capacityTitle, organizationInList } from "~/convening/people-order"
import { sortByStrokes } from "~/law/names"
import { hasCome, type RecordedMeeting, type RecordedParticipant } from "./recorded-meeting"

/** 出席, 请假, 缺席, 列席, each by delegation and 以姓氏笔画为序; who came late or left early with the time, who was stood for with the holder. */
export function attendanceLists(recorded: RecordedMeeting, say: Say = timesOf) {
  const entitled = recorded.participants.filter(one => one.standing === "entitled")
  const observers = recorded.participants.filter(one => one.standing === "observer")
  const hours = recorded.meeting
  return {
    present: groupByDelegation(entitled.filter(hasCome), hours, say),
    excused: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence === "excused"),
      hours,
      say,
    ),
    absent: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence !== "excused"),
      hours,
      say,
    ),
    observers: groupByDelegation(observers.filter(hasCome), hours, say),
  }
}

function groupByDelegation(participants: RecordedParticipant[], hours: MeetingHours, say: Say): AttendanceGroup[] {
  return capacityOrder.flatMap(kind => {
    const people = sortByStrokes(
      participants.filter(one => one.capacity === kind),
      one => one.name,
    )
    if (people.length === 0) return []
    return {
      delegation: capacityTitle(kind),
      people: people.map(one => ({
        name: one.name + say(one, hours),
        organization: organizationInList(one),
      })),
    }
  })
}

/** What stands behind a name, in brackets; empty where nothing does. */
type Say = (one: RecordedParticipant, hours: MeetingHours) => string

/** Of the full record: why somebody did not come as well. */
export function reasonedWords(one: RecordedParticipant, hours: MeetingHours): string {
  if (hasCome(one)) return timesOf(one, hours)
  if (one.reason) return `（${one.reason}）`
  return one.presence === "excused" ? "" : "（未请假）"
}

function timesOf(one: RecordedParticipant, hours: MeetingHours): string {
  const words = one.firstArrivedAt ? recordWords(one, hours) : one.stoodForBy ? `委托${one.stoodForBy}` : ""
  return words ? `（${words}）` : ""
}
