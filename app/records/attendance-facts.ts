import type { AttendanceGroup } from "#templates/attendance"
import { capacityOrder, capacityTitle, organizationInList } from "~/convening/people-order"
import { formatTime } from "~/law/civil-date"
import { sortByStrokes } from "~/law/names"
import { hasCome, type RecordedMeeting, type RecordedParticipant } from "./recorded-meeting"

/** 出席, 请假, 缺席, 列席, each by delegation and 以姓氏笔画为序; who left early is named with the time. */
export function attendanceLists(recorded: RecordedMeeting) {
  const entitled = recorded.participants.filter(one => one.standing === "entitled")
  const observers = recorded.participants.filter(one => one.standing === "observer")
  const closedAt = recorded.meeting.closedAt
  return {
    present: groupByDelegation(entitled.filter(hasCome), closedAt),
    excused: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence === "excused"),
      closedAt,
    ),
    absent: groupByDelegation(
      entitled.filter(one => !hasCome(one) && one.presence !== "excused"),
      closedAt,
    ),
    observers: groupByDelegation(observers.filter(hasCome), closedAt),
  }
}

function groupByDelegation(participants: RecordedParticipant[], closedAt: Date | null): AttendanceGroup[] {
  return capacityOrder.flatMap(kind => {
    const people = sortByStrokes(
      participants.filter(one => one.capacity === kind),
      one => one.name,
    )
    if (people.length === 0) return []
    return {
      delegation: capacityTitle(kind),
      people: people.map(one => ({
        name: one.name + leftEarly(one, closedAt),
        organization: organizationInList(one),
      })),
    }
  })
}

function leftEarly(one: RecordedParticipant, closedAt: Date | null): string {
  const isEarly = one.presence === "left" && one.leftAt && (!closedAt || one.leftAt < closedAt)
  return isEarly ? `（${formatTime(one.leftAt!)}离会）` : ""
}
