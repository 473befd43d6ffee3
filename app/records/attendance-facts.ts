import type { AttendanceGroup } from "#templates/attendance"
import { type MeetingHours, recordWords } from "~/chamber/attendance/attendance-words"
import { capacityOrder, capacityTitle, organizationInList } from "~/convening/people-order"
import { sortByStrokes } from "~/law/names"
import { hasCome, type RecordedMeeting, type RecordedParticipant } from "./recorded-meeting"

/** 出席, 请假, 缺席, 列席, each by delegation and 以姓氏笔画为序; who came late or left early with the time, who was stood for with the holder. */
export function attendanceLists(recorded: RecordedMeeting) {
  const entitled = recorded.participants.filter(one => one.standing === "entitled")
  const observers = recorded.participants.filter(one => one.standing === "observer")
  const hours = recorded.meeting
  return {
    present: groupByDelegation(entitled.filter(hasCome), hours),
    excused: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence === "excused"),
      hours,
    ),
    absent: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence !== "excused"),
      hours,
    ),
    observers: groupByDelegation(observers.filter(hasCome), hours),
  }
}

function groupByDelegation(participants: RecordedParticipant[], hours: MeetingHours): AttendanceGroup[] {
  return capacityOrder.flatMap(kind => {
    const people = sortByStrokes(
      participants.filter(one => one.capacity === kind),
      one => one.name,
    )
    if (people.length === 0) return []
    return {
      delegation: capacityTitle(kind),
      people: people.map(one => ({
        name: one.name + timesOf(one, hours),
        organization: organizationInList(one),
      })),
    }
  })
}

function timesOf(one: RecordedParticipant, hours: MeetingHours): string {
  const words = one.firstArrivedAt ? recordWords(one, hours) : one.stoodForBy ? `委托${one.stoodForBy}` : ""
  return words ? `（${words}）` : ""
}
