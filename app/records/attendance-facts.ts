import type { AttendanceGroup } from "#templates/attendance"
import { formatTime } from "~/law/civil-date"
import { delegations, type MemberKind, memberKindNames, representativeKinds } from "~/law/delegations"
import { sortByStrokes } from "~/law/names"
import { hasCome, type RecordedMeeting, type RecordedParticipant } from "./recorded-meeting"

/** Lists on paper follow this order; the members of the 居民代表会议 come before those who only attend it. */
const order: readonly MemberKind[] = [...representativeKinds, ...delegations]

/** Those who speak for an organization are printed with it; where a resident works is nobody's business. */
const withOrganization: readonly MemberKind[] = ["property", "ownersCommittee", "department", "partner", "other"]

const withoutSuffix: readonly MemberKind[] = [
  "cppcc",
  "department",
  "partner",
  "other",
  "committeeMember",
  "residentRepresentative",
]

/** 党员代表, 居民代表, 政协委员: how a participant is called in a list or before a speech. */
export const capacityTitle = (kind: MemberKind): string =>
  withoutSuffix.includes(kind) ? memberKindNames[kind] : `${memberKindNames[kind]}代表`

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
  return order.flatMap(kind => {
    const people = sortByStrokes(
      participants.filter(one => one.capacity === kind),
      one => one.name,
    )
    if (people.length === 0) return []
    return {
      delegation: capacityTitle(kind),
      people: people.map(one => ({
        name: one.name + leftEarly(one, closedAt),
        organization: withOrganization.includes(kind) ? one.organization : "",
      })),
    }
  })
}

function leftEarly(one: RecordedParticipant, closedAt: Date | null): string {
  const isEarly = one.presence === "left" && one.leftAt && (!closedAt || one.leftAt < closedAt)
  return isEarly ? `（${formatTime(one.leftAt!)}离会）` : ""
}
