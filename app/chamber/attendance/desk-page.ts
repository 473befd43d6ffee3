import type { DeskView } from "~/chamber/attendance/desk-view"
import { capacityOrder } from "~/convening/people-order"
import { formatTime } from "~/law/civil-date"
import { memberKindNames } from "~/law/delegations"

type PersonLine = {
  participantId: string
  name: string
  organization: string
  presence: DeskView["people"][number]["presence"]
  /** 14:25签到, 15:40离会, 请假：出差. */
  note: string
}

/** What the desk shows: figures, and everyone by delegation whose name matches. */
export function deskPageOf(view: DeskView, search: string) {
  const { entitled, present, excused, left, absent, observersPresent, quorum, quorumWords } = view.presences
  const wanted = view.people.filter(person => person.name.includes(search.trim()))
  const groups = new Map<string, PersonLine[]>()
  for (const person of wanted) {
    const name = person.standing === "observer" ? "列席" : person.capacityName
    const { participantId, organization, presence } = person
    groups.set(name, [
      ...(groups.get(name) ?? []),
      { participantId, name: person.name, organization, presence, note: noteOf(person) },
    ])
  }
  return {
    title: view.head.title,
    stateName: view.head.stateName,
    search,
    figures: [
      { label: "应到", value: entitled, unit: "人" },
      { label: "实到", value: present, unit: "人" },
      { label: "请假", value: excused, unit: "人" },
      { label: "离会", value: left, unit: "人" },
      { label: "未到", value: absent, unit: "人" },
      { label: "列席", value: observersPresent, unit: "人" },
    ],
    quorum: quorum && { met: quorum.met, words: quorumWords },
    groups: [...groups].map(([name, people]) => ({ name, people })).sort((a, b) => placeOf(a.name) - placeOf(b.name)),
    mayOpenCheckIn: view.mayOpenCheckIn,
    mayCheckIn: view.mayCheckIn,
  }
}

const order = [...capacityOrder.map(kind => memberKindNames[kind]), "列席"]
const placeOf = (name: string) => order.indexOf(name)

export type DeskPerson = ReturnType<typeof deskPageOf>["groups"][number]["people"][number]

function noteOf({ presence, firstArrivedAt, leftAt, reason }: DeskView["people"][number]): string {
  if (presence === "excused") return `请假：${reason}`
  if (presence === "left" && leftAt) return `${formatTime(leftAt)}离会`
  if (presence === "present" && firstArrivedAt) return `${formatTime(firstArrivedAt)}签到`
  return "未到"
}
