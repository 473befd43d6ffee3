import type { Reader } from "#db/client"
import type { Presence } from "#db/schema/chamber"
import { listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { presenceNames } from "~/chamber/attendance/rules"
import { listAttendances } from "~/chamber/attendance/store"
import { frozenRuleOf } from "~/chamber/meeting-access"
import { findVenueName } from "~/chamber/store"
import { meetingStateNames } from "~/convening/rules"
import type { Meeting } from "~/convening/store"
import { type MemberKind, memberKindNames } from "~/law/delegations"
import { sortByStrokes } from "~/law/names"
import { describeLight, type Light } from "~/law/threshold"
import { quorumLight } from "~/rulebook/rules"

/** What every page of the chamber says of its meeting. */
export type MeetingHead = {
  id: string
  title: string
  meetingKind: string
  state: Meeting["state"]
  stateName: string
  startsAt: Date | null
  startedAt: Date | null
  closedAt: Date | null
  venue: string
  /** Why it is adjourned; empty otherwise. */
  adjournReason: string
}

/** One invited person, with what the desk must know. */
export type PersonHere = {
  participantId: string
  name: string
  standing: "entitled" | "observer"
  capacity: MemberKind
  capacityName: string
  organization: string
  presence: Presence
  presenceName: string
  firstArrivedAt: Date | null
  leftAt: Date | null
  reason: string
  /** Who stands for this person and is in the room, so that this person counts as present; null otherwise. */
  stoodForBy: string | null
}

export type Presences = {
  entitled: number
  /** In the room, or stood for by someone who is. */
  present: number
  /** Of those present: by proxy. */
  stoodFor: number
  excused: number
  left: number
  absent: number
  observers: number
  observersPresent: number
  /** Null where nothing demands a quorum. */
  quorum: Light | null
  /** 实到10人，应到15人，须10人，达到三分之二以上; without a quorum the two counts alone. */
  quorumWords: string
}

export async function readHead(q: Reader, meeting: Meeting): Promise<MeetingHead> {
  return {
    id: meeting.id,
    title: meeting.title,
    meetingKind: frozenRuleOf(meeting).meetingKind,
    state: meeting.state,
    stateName: meetingStateNames[meeting.state],
    startsAt: meeting.startsAt,
    startedAt: meeting.startedAt,
    closedAt: meeting.closedAt,
    venue: await findVenueName(q, meeting.communityId, meeting.id),
    adjournReason: meeting.state === "adjourned" ? meeting.endReason : "",
  }
}

/** Everyone invited: the entitled first, each in the order of strokes. */
export async function listPeople(q: Reader, meeting: Meeting): Promise<PersonHere[]> {
  const rows = await listAttendances(q, meeting.communityId, meeting.id)
  const proxies = await listProxiesInForce(q, meeting.communityId, meeting.id)
  const names = new Map(rows.map(row => [row.participantId, row.name]))
  const holders = new Map(proxies.map(({ principalId, holderId }) => [principalId, names.get(holderId) ?? ""]))
  const people = rows.map(row => ({
    participantId: row.participantId,
    name: row.name,
    standing: row.standing,
    capacity: row.capacity,
    capacityName: memberKindNames[row.capacity],
    organization: row.organization,
    presence: row.presence ?? ("absent" as const),
    presenceName: presenceNames[row.presence ?? "absent"],
    firstArrivedAt: row.firstArrivedAt,
    leftAt: row.leftAt,
    reason: row.reason ?? "",
    stoodForBy: holders.get(row.participantId) ?? null,
  }))
  const sorted = sortByStrokes(people, person => person.name)
  return [...sorted.filter(one => one.standing === "entitled"), ...sorted.filter(one => one.standing === "observer")]
}

export function countPeople(meeting: Meeting, people: readonly PersonHere[]): Presences {
  const entitled = people.filter(person => person.standing === "entitled")
  const observers = people.filter(person => person.standing === "observer")
  const stoodFor = entitled.filter(person => person.stoodForBy !== null)
  const are = (presence: Presence) =>
    entitled.filter(person => person.presence === presence && person.stoodForBy === null).length
  const present = are("present") + stoodFor.length
  const quorum = quorumLight(frozenRuleOf(meeting), present, entitled.length)
  // 实到 with whoever is stood for is said so wherever it is said.
  const here = stoodFor.length > 0 ? `含委托${stoodFor.length}人在内，实到` : "实到"
  return {
    entitled: entitled.length,
    present,
    stoodFor: stoodFor.length,
    excused: are("excused"),
    left: are("left"),
    absent: are("absent"),
    observers: observers.length,
    observersPresent: observers.filter(person => person.presence === "present").length,
    quorum,
    quorumWords: quorum
      ? describeLight(quorum, { count: here, whole: "应到" })
      : `${here}${present}人，应到${entitled.length}人`,
  }
}
