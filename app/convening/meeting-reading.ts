import { agendaHandlings } from "#db/schema/convening"
import type { DocumentKind } from "#db/schema/registry"
import { civilDateOf, formatDate, formatTime, weekdayOf } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listDocuments } from "~/registry/document-store"
import { quorumLight } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { listMeetings, listPersonNamesById } from "./draft-store"
import { groupByCapacity } from "./people-order"
import { ruleOfMeeting } from "./readiness"
import { cancellableStates, isAwaitingPeople, meetingStateNames } from "./rules"
import { type AgendaItem, findMeeting, listAgendaItems, listParticipants, type Meeting } from "./store"
import { findVenue, listVenues } from "./venue-store"

/** 2026年10月15日　星期四　14:30至16:00; empty where nothing is set. */
export function spanText({ startsAt, endsAt }: Pick<Meeting, "startsAt" | "endsAt">): string {
  if (!startsAt) return ""
  const day = civilDateOf(startsAt)
  const end = endsAt ? `至${formatTime(endsAt)}` : ""
  return `${formatDate(day)}　${weekdayOf(day)}　${formatTime(startsAt)}${end}`
}

/** How an item is dealt with, in the order of the choices. */
export const handlingNames = {
  deliberate: "协商并表决",
  consult: "听取意见，不表决",
  report: "通报",
} as const satisfies Record<AgendaItem["handling"], string>

/** What an item can be in a meeting that votes, and in one that does not. */
export const handlingsOf = (votes: boolean): { value: AgendaItem["handling"]; label: string }[] =>
  agendaHandlings
    .filter(value => votes || value !== "deliberate")
    .map(value => ({ value, label: handlingNames[value] }))

/** Upcoming first by time, then drafts, then what is past, newest first. Refusal: forbidden. */
export async function listMeetingRows(ctx: Ctx) {
  const { actor } = ctx
  const all = await listMeetings(ctx.db.read, ctx.community.id)
  const readable = all.filter(meeting => may(actor, "meeting:read", meeting))
  if (!may(actor, "meeting:read") && readable.length === 0) return refuse("forbidden")
  const venues = new Map((await listVenues(ctx.db.read, ctx.community.id)).map(venue => [venue.id, venue.name]))
  const rowOf = (meeting: Meeting) => ({
    id: meeting.id,
    title: meeting.title,
    state: meeting.state,
    when: spanText(meeting),
    venue: (meeting.venueId && venues.get(meeting.venueId)) || "",
    createdBy: meeting.createdBy,
  })
  const byStart = (a: Meeting, b: Meeting) => (a.startsAt?.getTime() ?? 0) - (b.startsAt?.getTime() ?? 0)
  const mayConvene = may(actor, "meeting:convene")
  return done({
    upcoming: readable
      .filter(one => isAwaitingPeople(one.state))
      .toSorted(byStart)
      .map(rowOf),
    drafts: mayConvene ? all.filter(one => one.state === "draft").map(rowOf) : [],
    past: readable
      .filter(one => one.state !== "draft" && !isAwaitingPeople(one.state))
      .toSorted((a, b) => byStart(b, a))
      .map(rowOf),
    mayConvene,
    mayReadVenues: may(actor, "register:read"),
  })
}

/** Sheets that everyone who reads documents may open; the others stand with the papers of the meeting. */
const openKinds: readonly DocumentKind[] = ["convocation", "agenda", "debateRules"]

/** One meeting with everything its page shows. A draft is its secretary's own matter. Refusals: not_found, forbidden. */
export async function readMeeting(ctx: Ctx, meetingId: string) {
  const { actor, community } = ctx
  const meeting = await findMeeting(ctx.db.read, community.id, meetingId)
  if (!meeting) return refuse("not_found")
  const mayConvene = may(actor, "meeting:convene")
  if (!may(actor, "meeting:read", meeting) || (meeting.state === "draft" && !mayConvene)) return refuse("forbidden")
  const venue = meeting.venueId ? await findVenue(ctx.db.read, community.id, meeting.venueId) : null
  const ids = [meeting.chairPersonId, meeting.recorderPersonId].filter(id => id !== null)
  const names = new Map((await listPersonNamesById(ctx.db.read, community.id, ids)).map(one => [one.id, one.name]))
  const people = await listParticipants(ctx.db.read, community.id, meetingId)
  const items = await listAgendaItems(ctx.db.read, community.id, meetingId)
  const rule = await ruleOfMeeting(ctx.db.read, meeting)
  const entitled = people.filter(one => one.standing === "entitled").length
  const documents = await listDocuments(ctx.db.read, community.id, { kind: "meeting", id: meetingId })
  const { state } = meeting
  const isOpen = isAwaitingPeople(state)
  const reasons = meeting.reasons
  return done({
    id: meeting.id,
    title: meeting.title,
    state,
    stateName: meetingStateNames[state],
    endReason: meeting.endReason,
    when: spanText(meeting),
    venue: venue ? [venue.name, venue.address].filter(Boolean).join("　") : "",
    chair: names.get(meeting.chairPersonId ?? "") ?? "",
    recorder: names.get(meeting.recorderPersonId ?? "") ?? "",
    ruleName: rule.name,
    quorum: entitled > 0 ? quorumLight(rule, 0, entitled) : null,
    quorumArticle: rule.quorum?.article ?? "",
    reasons: (["notice", "venue", "persons"] as const).flatMap(key =>
      reasons[key] ? [{ key, text: reasons[key] }] : [],
    ),
    agenda: items.map(item => ({
      id: item.id,
      ordinal: item.ordinal,
      title: item.title,
      topicId: item.topicId,
      handling: handlingNames[item.handling],
      minutes: item.minutes,
    })),
    entitled,
    entitledGroups: groupByCapacity(people, "entitled"),
    observerGroups: groupByCapacity(people, "observer"),
    untold: people.filter(one => !one.notified).length,
    documents: may(actor, "document:read", meeting)
      ? documents
          .filter(({ kind }) => openKinds.includes(kind))
          .map(({ id, kind, format, title, version, createdAt }) => ({
            id,
            kind,
            format,
            title,
            version,
            on: formatDate(civilDateOf(createdAt)),
          }))
      : [],
    may: {
      edit: mayConvene && state === "draft",
      cancel: mayConvene && cancellableStates.includes(state),
      issueNotice: mayConvene && isOpen,
      /** Its public announcement hangs until it begins. */
      draftAnnouncement: state === "convened" && may(actor, "edition:draft"),
      codes: isOpen && may(actor, "meeting:codes", meeting),
      desk: isOpen && may(actor, "meeting:desk", meeting),
      chair: isOpen && may(actor, "meeting:chair", meeting),
      record: (isOpen || state === "closed") && may(actor, "meeting:record", meeting),
      screen: isOpen && may(actor, "meeting:screen", meeting),
      readTopics: may(actor, "topic:read"),
      minutes: ["closed", "minuted", "archived"].includes(state) && may(actor, "record:read", meeting),
      /** All papers of the meeting, from its notice to its resolutions. */
      papers: state !== "draft" && may(actor, "record:read", meeting),
    },
  })
}
export type MeetingView = Extract<Awaited<ReturnType<typeof readMeeting>>, { ok: true }>["value"]
