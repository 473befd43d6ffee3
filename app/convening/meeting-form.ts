import { z } from "zod"
import { agendaHandlings } from "#db/schema/convening"
import { instantOf, isRealDate, isRealTime } from "~/law/civil-date"
import type { DraftAgendaItem, MeetingEdit } from "./meetings"
import { reasonKeys } from "./rules"

/** What was pressed: save, check, or something of the agenda (`up:<id>`, `down:<id>`, `remove:<id>`, `topics`, `item`), or a free venue (`venue:<id>`). */
export type Pressed = { verb: string; id: string }

const textOf = (value: unknown): string => (Array.isArray(value) ? String(value[0] ?? "") : String(value ?? "")).trim()
const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "")

/**
 * The whole page of a draft as it is posted, the agenda already changed by what was pressed. A draft may lack anything, but
 * what is there must be readable.
 */
export const MeetingForm = z.looseObject({}).transform((v, at) => {
  const fault = (name: string, message: string) =>
    at.addIssue({ code: "custom", path: [name], message, input: v[name] })
  const [verb = "save", id = ""] = textOf(v.intent).split(":")
  const pressed: Pressed = { verb, id }
  const times = readTimes(v, fault)
  const agenda = listOf(v.item).map(key => readItem(v, key, fault))
  const newTitle = textOf(v.newTitle)
  if (verb === "item" && !newTitle) fault("newTitle", "请写这一项是什么")
  if (newTitle.length > 100) fault("newTitle", "最多100个字")
  // What was written into the box for a new item is an item, whatever was pressed.
  if (newTitle) agenda.push({ id: null, title: newTitle, topicId: null, handling: "report", minutes: 10 })
  for (const topicId of listOf(v.addTopic))
    agenda.push({ id: null, title: "", topicId, handling: "deliberate", minutes: 30 })
  const reasons = Object.fromEntries(
    reasonKeys.flatMap(key => {
      const reason = textOf(v[`reason-${key}`])
      if (reason.length > 300) fault(`reason-${key}`, "最多300个字")
      return reason ? [[key, reason]] : []
    }),
  )
  const edit: Omit<MeetingEdit, "meetingId"> = {
    version: Number(textOf(v.version)) || 0,
    // One of the free venues offered beside a taken one.
    venueId: (verb === "venue" ? id : textOf(v.venueId)) || null,
    ...times,
    chairPersonId: textOf(v.chairPersonId) || null,
    recorderPersonId: textOf(v.recorderPersonId) || null,
    bodyId: textOf(v.bodyId) || null,
    agenda: moved(agenda, pressed),
    entitledDelegateIds: listOf(v.entitled),
    observerDelegateIds: listOf(v.observer),
    reasons,
  }
  return { pressed, edit }
})

type Fault = (name: string, message: string) => void

function readTimes(v: Record<string, unknown>, fault: Fault): { startsAt: Date | null; endsAt: Date | null } {
  const [date, start, end] = [textOf(v.date), textOf(v.startTime), textOf(v.endTime)]
  const none = { startsAt: null, endsAt: null }
  if (!date && !start && !end) return none
  let isReadable = true
  const refuse = (name: string, message: string) => {
    fault(name, message)
    isReadable = false
  }
  if (!date) refuse("date", "填了时间，还要填日期")
  else if (!isRealDate(date)) refuse("date", "没有这一天，请看日历再填，如 2026-11-25")
  if (!start) refuse("startTime", "填了日期，还要填开始时间")
  else if (!isRealTime(start)) refuse("startTime", "没有这个时间，请填成 14:30 的样子")
  if (end && !isRealTime(end)) refuse("endTime", "没有这个时间，请填成 16:00 的样子")
  if (!isReadable) return none
  return { startsAt: instantOf(date, start), endsAt: end ? instantOf(date, end) : null }
}

function readItem(v: Record<string, unknown>, key: string, fault: Fault): DraftAgendaItem {
  const topicId = textOf(v[`topic-${key}`]) || null
  const title = textOf(v[`title-${key}`])
  const minutes = textOf(v[`minutes-${key}`]).normalize("NFKC")
  const handling = textOf(v[`handling-${key}`])
  if (!topicId && !title) fault(`title-${key}`, "请写这一项是什么")
  if (title.length > 100) fault(`title-${key}`, "最多100个字")
  if (!/^\d{1,3}$/.test(minutes) || Number(minutes) < 1) fault(`minutes-${key}`, "请填1至999的分钟数")
  return {
    id: key,
    title,
    topicId,
    handling: agendaHandlings.find(one => one === handling) ?? "deliberate",
    minutes: Number(minutes) || 1,
  }
}

/** The agenda after a press of 上移, 下移 or 去掉. */
function moved(agenda: DraftAgendaItem[], { verb, id }: Pressed): DraftAgendaItem[] {
  const at = agenda.findIndex(item => item.id === id)
  if (at < 0) return agenda
  if (verb === "remove") return agenda.toSpliced(at, 1)
  const to = verb === "up" ? at - 1 : verb === "down" ? at + 1 : at
  if (to === at || to < 0 || to >= agenda.length) return agenda
  return agenda.with(at, agenda[to]!).with(to, agenda[at]!)
}
