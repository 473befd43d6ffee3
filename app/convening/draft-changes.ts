import type { Writer } from "#db/client"
import { formatDateTime } from "~/law/civil-date"
import type { Refusal } from "~/law/result"
import { changedMeanwhile } from "~/people/writing"
import type { Ctx } from "~/web/context"
import { listPersonNamesById } from "./draft-store"
import type { MeetingEdit } from "./meetings"
import { listAgendaItems, listParticipants, type Meeting } from "./store"
import { findVenue } from "./venue-store"

/** What the second of two editors of a draft is told: every line that is not as they have it. */
export async function draftChanges(q: Writer, ctx: Ctx, meeting: Meeting, typed: MeetingEdit): Promise<Refusal> {
  const communityId = ctx.community.id
  const officers = [meeting.chairPersonId, meeting.recorderPersonId, typed.chairPersonId, typed.recorderPersonId]
  const people = await listPersonNamesById(q, communityId, [...new Set(officers.filter(id => id !== null))])
  const nameOf = (id: string | null) => people.find(person => person.id === id)?.name ?? ""
  const venueOf = async (id: string | null) => (id ? ((await findVenue(q, communityId, id))?.name ?? "") : "")
  const timeOf = (at: Date | null) => (at ? formatDateTime(at) : "")
  const items = await listAgendaItems(q, communityId, meeting.id)
  const chosen = await listParticipants(q, communityId, meeting.id)
  const count = (standing: "entitled" | "observer") => chosen.filter(one => one.standing === standing).length
  const agendaText = (rows: { title: string; minutes: number }[]) =>
    rows.map((row, at) => `${at + 1}.${row.title}（${row.minutes}分钟）`).join("　")
  return changedMeanwhile(q, ctx, { kind: "meeting", id: meeting.id }, meeting.version, [
    { label: "地点", now: await venueOf(meeting.venueId), typed: await venueOf(typed.venueId) },
    { label: "开始", now: timeOf(meeting.startsAt), typed: timeOf(typed.startsAt) },
    { label: "散会", now: timeOf(meeting.endsAt), typed: timeOf(typed.endsAt) },
    { label: "主持人", now: nameOf(meeting.chairPersonId), typed: nameOf(typed.chairPersonId) },
    { label: "记录人", now: nameOf(meeting.recorderPersonId), typed: nameOf(typed.recorderPersonId) },
    { label: "议程", now: agendaText(items), typed: agendaText(typed.agenda) },
    { label: "应到", now: `${count("entitled")}人`, typed: `${typed.entitledDelegateIds.length}人` },
    { label: "列席", now: `${count("observer")}人`, typed: `${typed.observerDelegateIds.length}人` },
  ])
}
