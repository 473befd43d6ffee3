import type { Writer } from "#db/client"
import type { agendaHandlings } from "#db/schema/convening"
import { listTopicsById } from "~/agenda/store"
import { unscheduleTopicsIn } from "~/agenda/topics"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { findBody, listBodies } from "~/people/body-store"
import { may } from "~/people/permissions"
import { listDelegates } from "~/people/register-store"
import { revokeSeatSessions } from "~/people/store"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { ruleInForce } from "~/rulebook/in-force"
import { isPresetKey } from "~/rulebook/presets"
import { mayPutToVote, type RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { draftChanges } from "./draft-changes"
import { insertMeeting, listPersonNamesById, replaceAgenda, replaceParticipants, updateDraft } from "./draft-store"
import { ruleOfMeeting } from "./readiness"
import { cancellableStates, type Reasons } from "./rules"
import {
  findMeeting,
  listAgendaItems,
  listParticipants,
  type Meeting,
  type Participant,
  updateMeetingState,
} from "./store"
import { findVenue } from "./venue-store"

const subject = (id: string) => ({ kind: "meeting", id }) as const

/**
 * A draft of a kind of meeting; an empty title is given when it is convened. Of a body that meets, the only one of its kind
 * is chosen already. Refusals: forbidden, preset_unknown.
 */
export async function draftMeeting(
  ctx: Ctx,
  input: { preset: string; title?: string },
): Promise<Result<{ meetingId: string }>> {
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  const { preset } = input
  if (!isPresetKey(preset)) return refuse("preset_unknown", { field: "preset" })
  const communityId = ctx.community.id
  const [meetingId, now] = [ctx.newId(), ctx.now()]
  return ctx.db.tx(`meeting:${meetingId}`, async q => {
    const { meetingKind, bodyKind } = await ruleInForce(q, communityId, preset)
    const title = input.title?.trim() || meetingKind
    const bodies = bodyKind ? await listBodies(q, communityId, bodyKind) : []
    await insertMeeting(q, {
      communityId,
      id: meetingId,
      year: Number(civilDateOf(now).slice(0, 4)),
      sequence: null,
      title,
      preset,
      bodyId: bodies.length === 1 ? bodies[0]!.id : null,
      state: "draft",
      reasons: {},
      endReason: "",
      createdAt: now,
      createdBy: ctx.actor.name,
      version: 1,
    })
    await audit(q, ctx, "meeting.drafted", subject(meetingId), { title, kind: meetingKind })
    return done({ meetingId })
  })
}

export type DraftAgendaItem = {
  /** Of an item that is already there. */
  id: string | null
  title: string
  topicId: string | null
  handling: (typeof agendaHandlings)[number]
  minutes: number
}

export type MeetingEdit = {
  meetingId: string
  /** As the editor saw it. */
  version: number
  venueId: string | null
  startsAt: Date | null
  endsAt: Date | null
  chairPersonId: string | null
  recorderPersonId: string | null
  /** The body that meets, where the rule takes the entitled from one; left out elsewhere. */
  bodyId?: string | null
  /** In order. */
  agenda: DraftAgendaItem[]
  /** Ids of delegates (not of persons). Of a 居民代表会议 or a body nobody is chosen: all its members are entitled. */
  entitledDelegateIds: string[]
  observerDelegateIds: string[]
  reasons: Reasons
}

/**
 * Saves a draft as it stands on the page, complete or not. Refusals: forbidden, not_found (also for anything named in it that
 * is not there), already_convened, agenda_topic_twice, person_twice, changed_meanwhile.
 */
export async function editMeeting(ctx: Ctx, input: MeetingEdit): Promise<Result<{ version: number }>> {
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  return writeOrRefuse(ctx, `meeting:${input.meetingId}`, async q => {
    const meeting = await findMeeting(q, ctx.community.id, input.meetingId)
    if (!meeting) return refuse("not_found")
    if (meeting.state !== "draft") return refuse("already_convened")
    const rule = await ruleOfMeeting(q, meeting)
    const { venueId, startsAt, endsAt, chairPersonId, recorderPersonId, reasons, version } = input
    const bodyId = rule.entitledFrom === "body" ? (input.bodyId ?? null) : null
    const key = { communityId: ctx.community.id, meetingId: meeting.id, version }
    const set = { venueId, startsAt, endsAt, chairPersonId, recorderPersonId, bodyId, reasons }
    if (!(await updateDraft(q, key, set))) return draftChanges(q, ctx, meeting, input)
    if (await unknownIn(q, ctx, input, rule, bodyId)) return refuse("not_found")
    const agenda = await settleAgenda(q, ctx, meeting, rule, input.agenda)
    if (!agenda.ok) return agenda
    const people = await settlePeople(q, ctx, meeting, rule, input)
    if (!people.ok) return people
    await audit(q, ctx, "meeting.edited", subject(meeting.id), {})
    return done({ version: version + 1 })
  })
}

/** A venue, person or body that is not of this community, or a body of another kind: an invented address, never a slip. */
async function unknownIn(
  q: Writer,
  ctx: Ctx,
  input: MeetingEdit,
  rule: RuleSnapshot,
  bodyId: string | null,
): Promise<boolean> {
  if (input.venueId && !(await findVenue(q, ctx.community.id, input.venueId))) return true
  if (bodyId && (await findBody(q, ctx.community.id, bodyId))?.kind !== rule.bodyKind) return true
  const officers = [...new Set([input.chairPersonId, input.recorderPersonId].filter(id => id !== null))]
  return (await listPersonNamesById(q, ctx.community.id, officers)).length !== officers.length
}

async function settleAgenda(
  q: Writer,
  ctx: Ctx,
  meeting: Meeting,
  rule: RuleSnapshot,
  items: DraftAgendaItem[],
): Promise<Result<null>> {
  const topicIds = items.flatMap(item => item.topicId ?? [])
  const topics = new Map((await listTopicsById(q, ctx.community.id, topicIds)).map(topic => [topic.id, topic]))
  if (topicIds.some(id => !topics.has(id))) return refuse("not_found")
  if (new Set(topicIds).size !== topicIds.length) return refuse("agenda_topic_twice", { field: "agenda" })
  const known = new Set((await listAgendaItems(q, ctx.community.id, meeting.id)).map(item => item.id))
  await replaceAgenda(
    q,
    ctx.community.id,
    meeting.id,
    items.map((item, at) => ({
      communityId: ctx.community.id,
      id: item.id && known.has(item.id) ? item.id : ctx.newId(),
      meetingId: meeting.id,
      ordinal: at + 1,
      title: (item.topicId ? topics.get(item.topicId)?.title : undefined) ?? item.title,
      topicId: item.topicId,
      proposalId: null,
      // A topic comes in to be voted on; where nothing is, it is talked over.
      handling: item.handling === "deliberate" && !mayPutToVote(rule) ? "consult" : item.handling,
      minutes: item.minutes,
    })),
  )
  return done(null)
}

async function settlePeople(
  q: Writer,
  ctx: Ctx,
  meeting: Meeting,
  rule: RuleSnapshot,
  input: MeetingEdit,
): Promise<Result<null>> {
  const register = new Map((await listDelegates(q, ctx.community.id)).map(delegate => [delegate.id, delegate]))
  const chosen = [
    ...(rule.entitledFrom === "delegates" ? input.entitledDelegateIds : []).map(id => ({
      id,
      standing: "entitled" as const,
    })),
    ...input.observerDelegateIds.map(id => ({ id, standing: "observer" as const })),
  ]
  const kept = new Map((await listParticipants(q, ctx.community.id, meeting.id)).map(one => [one.personId, one]))
  const rows = new Map<string, Participant>()
  for (const { id, standing } of chosen) {
    const delegate = register.get(id)
    if (!delegate) return refuse("not_found")
    if (rows.has(delegate.personId)) return refuse("person_twice", { field: "participants", name: delegate.name })
    rows.set(delegate.personId, {
      communityId: ctx.community.id,
      id: kept.get(delegate.personId)?.id ?? ctx.newId(),
      meetingId: meeting.id,
      personId: delegate.personId,
      name: delegate.name,
      standing,
      capacity: delegate.delegation,
      organization: delegate.organization,
      codeVersion: 1,
      notified: false,
    })
  }
  await replaceParticipants(q, ctx.community.id, meeting.id, [...rows.values()])
  return done(null)
}

/**
 * Calls a meeting off, with its reason: its topics are ready for another one, its tablets' seats end.
 * Refusals: forbidden, not_found, reason_missing, not_cancellable.
 */
export async function cancelMeeting(ctx: Ctx, input: { meetingId: string; reason: string }): Promise<Result<null>> {
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  const { meetingId } = input
  const reason = input.reason.trim()
  const communityId = ctx.community.id
  const result = await writeOrRefuse(ctx, `meeting:${meetingId}`, async q => {
    if (!(await findMeeting(q, communityId, meetingId))) return refuse("not_found")
    if (!reason) return refuse("cancel_reason_missing", { field: "reason" })
    if (!(await updateMeetingState(q, communityId, meetingId, cancellableStates, "cancelled", { endReason: reason })))
      return refuse("not_cancellable")
    const meeting = await findMeeting(q, communityId, meetingId)
    // A draft may list a topic that stands on another meeting's agenda: only what was convened gives topics back.
    if (meeting?.convenedAt) {
      const items = await listAgendaItems(q, communityId, meetingId)
      await unscheduleTopicsIn(
        q,
        ctx,
        items.flatMap(item => item.topicId ?? []),
        meeting,
      )
    }
    const people = await listParticipants(q, communityId, meetingId)
    await revokeSeatSessions(
      q,
      communityId,
      people.map(one => one.id),
      ctx.now(),
    )
    await audit(q, ctx, "meeting.cancelled", subject(meetingId), { reason })
    return done(null)
  })
  if (result.ok) ctx.publish(`meeting:${meetingId}`)
  return result
}
