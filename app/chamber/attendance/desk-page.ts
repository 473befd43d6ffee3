import type { DeskView } from "~/chamber/attendance/desk-view"
import { capacityOrder } from "~/convening/people-order"
import { memberKindNames } from "~/law/delegations"
import { least } from "~/law/threshold"
import { deskWords, isLate, type MeetingHours } from "./attendance-words"
import type { DrawingView } from "./signature-view"

type PersonLine = {
  participantId: string
  name: string
  organization: string
  presence: DeskView["people"][number]["presence"]
  /** 14:25签到, 14:40迟到，15:40早退, 请假：出差, 委托甲一. */
  note: string
  isStoodFor: boolean
  /** Null where nobody came, or the name is not on a tablet. */
  signature: DrawingView | null
  /** In the room, or was. */
  hasCome: boolean
}

/** What the desk shows: figures, and everyone by delegation whose name matches. */
export function deskPageOf(view: DeskView, search: string) {
  const { entitled, present, stoodFor, excused, left, absent, observersPresent, quorum, quorumWords } = view.presences
  const wanted = view.people.filter(person => person.name.includes(search.trim()))
  const groups = new Map<string, PersonLine[]>()
  for (const person of wanted) {
    const name = person.standing === "observer" ? "列席" : person.capacityName
    groups.set(name, [...(groups.get(name) ?? []), lineOf(person, view)])
  }
  const hasCome = view.people.filter(person => person.firstArrivedAt !== null)
  return {
    title: view.head.title,
    stateName: view.head.stateName,
    search,
    main: [
      { label: "应到", value: entitled },
      { label: "实到", value: present, note: stoodFor > 0 ? `含委托${stoodFor}人` : "" },
      ...(quorum ? [{ label: "法定人数", value: least(quorum.whole, quorum.bar) ?? "—" }] : []),
    ],
    others: [
      { label: "未到", value: absent },
      { label: "请假", value: excused },
      { label: "迟到", value: hasCome.filter(person => isLate(person, view.head)).length },
      { label: "离会", value: left },
      { label: "列席到会", value: observersPresent },
    ],
    quorum: quorum && { met: quorum.met, words: quorumWords },
    groups: [...groups].map(([name, people]) => ({ name, people })).sort((a, b) => placeOf(a.name) - placeOf(b.name)),
    mayOpenCheckIn: view.mayOpenCheckIn,
    mayCheckIn: view.mayCheckIn,
    mayHelp: view.mayHelp,
    knowsProxies: view.knowsProxies,
    signed: view.signatures.drawings.size,
    signaturesHold: view.signatures.holds,
  }
}

const order = [...capacityOrder.map(kind => memberKindNames[kind]), "列席"]
const placeOf = (name: string) => order.indexOf(name)

export type DeskPerson = ReturnType<typeof deskPageOf>["groups"][number]["people"][number]

const lineOf = (person: DeskView["people"][number], view: DeskView): PersonLine => ({
  participantId: person.participantId,
  name: person.name,
  organization: person.organization,
  presence: person.presence,
  note: noteOf(person, view.head),
  isStoodFor: person.stoodForBy !== null,
  signature: view.signatures.drawings.get(person.participantId) ?? null,
  hasCome: person.firstArrivedAt !== null,
})

function noteOf(person: DeskView["people"][number], hours: MeetingHours): string {
  const { presence, reason, stoodForBy } = person
  const words = presence === "excused" ? `请假：${reason}` : deskWords(person, hours) || "未到"
  return stoodForBy === null ? words : `${words}，委托${stoodForBy}`
}
