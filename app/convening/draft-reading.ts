import { wordingName } from "~/agenda/rules"
import type { Proposal } from "~/agenda/store"
import { listReadyTopics } from "~/agenda/topic-reading"
import { civilDateOf, formatTime } from "~/law/civil-date"
import { type Delegation, delegations, memberKindNames } from "~/law/delegations"
import { sortByPinyin } from "~/law/names"
import { done, refuse } from "~/law/result"
import { listBodies } from "~/people/body-store"
import { may } from "~/people/permissions"
import { listDelegates } from "~/people/register-store"
import { procedureNames } from "~/rulebook/routing"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import type { AgendaFacts } from "./agenda-rules"
import { plainReasons } from "./convene"
import { listAccountHolders, listMeetingsBetween } from "./draft-store"
import { isInOffice } from "./entitled-people"
import { gatherReadiness } from "./readiness"
import { agendaSpans, agendaTime, holdingStates, type Reasons, readinessProblems } from "./rules"
import { findMeeting, type Meeting } from "./store"
import { listVenues } from "./venue-store"

/**
 * A draft with everything that can be chosen for it, and what still stands in the way of its notice.
 * Refusals: not_found, forbidden, already_convened.
 */
export async function readDraft(ctx: Ctx, meetingId: string) {
  const communityId = ctx.community.id
  const meeting = await findMeeting(ctx.db.read, communityId, meetingId)
  if (!meeting) return refuse("not_found")
  if (!may(ctx.actor, "meeting:convene")) return refuse("forbidden")
  if (meeting.state !== "draft") return refuse("already_convened", { status: 409 })
  const reasons = plainReasons(meeting.reasons as Reasons)
  const { facts, items, inForce, people } = await gatherReadiness(ctx.db.read, ctx, meeting, reasons)
  const { startsAt, endsAt } = meeting
  const onAgenda = new Set(items.map(item => item.topicId))
  const ready = await listReadyTopics(ctx)
  const spans = agendaSpans(
    startsAt,
    items.map(item => item.minutes),
  )
  return done({
    id: meeting.id,
    title: meeting.title,
    version: meeting.version,
    createdBy: meeting.createdBy,
    rule: facts.rule,
    date: startsAt ? civilDateOf(startsAt) : "",
    startTime: startsAt ? formatTime(startsAt) : "",
    endTime: endsAt ? formatTime(endsAt) : "",
    venueId: meeting.venueId ?? "",
    chairPersonId: meeting.chairPersonId ?? "",
    recorderPersonId: meeting.recorderPersonId ?? "",
    reasons,
    bodyId: meeting.bodyId ?? "",
    bodies: await listBodyChoices(ctx, facts.rule),
    agenda: items.map((item, at) => ({
      id: item.id,
      span: spans ? `${formatTime(spans[at]!.from)}–${formatTime(spans[at]!.to)}` : "",
      title: item.title,
      topicId: item.topicId ?? "",
      handling: item.handling,
      minutes: String(item.minutes),
      wording: nameOf(inForce.get(item.topicId ?? "")),
      procedure: procedureOf(facts.agenda[at]),
    })),
    readyTopics: ready
      .filter(topic => !onAgenda.has(topic.id))
      .map(({ id, number, title, procedure }) => ({ id, number, title, procedure: procedure || notRouted })),
    available: agendaTime(facts).available,
    freeVenues: facts.clashes.some(clash => clash.sameVenue) ? await listFreeVenues(ctx, meeting) : [],
    venues: (await listVenues(ctx.db.read, communityId)).map(venue => ({
      value: venue.id,
      label: [venue.name, venue.address, venue.capacity ? `能坐${venue.capacity}人` : ""].filter(Boolean).join("　"),
    })),
    officers: await listOfficers(ctx),
    delegates: await listDelegateChoices(
      ctx,
      startsAt ? civilDateOf(startsAt) : civilDateOf(ctx.now()),
      people,
      facts.rule,
    ),
    memberCount: facts.rule.entitledFrom === "delegates" ? null : facts.entitled.length,
    facts,
    problems: readinessProblems(facts),
  })
}
export type DraftView = Extract<Awaited<ReturnType<typeof readDraft>>, { ok: true }>["value"]

const nameOf = (wording: Proposal | undefined): string => (wording ? wordingName(wording) : "")

const notRouted = "还没有判断程序"
/** How a topic is to be decided; empty of what is no topic. */
const procedureOf = (item: AgendaFacts | undefined): string =>
  item?.topic ? (item.topic.procedure ? procedureNames[item.topic.procedure] : notRouted) : ""

/** Bodies whose members can be the entitled; none where the rule does not ask for one. */
async function listBodyChoices(ctx: Ctx, { bodyKind }: RuleSnapshot) {
  const bodies = bodyKind ? await listBodies(ctx.db.read, ctx.community.id, bodyKind) : []
  return bodies.map(body => ({ value: body.id, label: body.name }))
}

/** Venues nobody else holds at the time of the draft: offered where its own is taken. */
async function listFreeVenues(ctx: Ctx, { id, startsAt, endsAt }: Meeting) {
  if (!startsAt || !endsAt) return []
  const held = await listMeetingsBetween(ctx.db.read, ctx.community.id, { startsAt, endsAt }, holdingStates, id)
  const taken = new Set(held.map(other => other.venueId))
  return (await listVenues(ctx.db.read, ctx.community.id))
    .filter(venue => !taken.has(venue.id))
    .slice(0, 3)
    .map(venue => ({ id: venue.id, name: venue.name }))
}

/** Who can take the chair or the record; those without an account stand apart and say so. */
async function listOfficers(ctx: Ctx) {
  const label = (one: { name: string; organization: string }) => [one.name, one.organization].filter(Boolean).join("　")
  const holders = await listAccountHolders(ctx.db.read, ctx.community.id)
  const withAccount = new Set(holders.map(holder => holder.personId))
  const others = new Map<string, { personId: string; name: string; organization: string }>()
  for (const delegate of await listDelegates(ctx.db.read, ctx.community.id))
    if (!withAccount.has(delegate.personId) && isInOffice(delegate, civilDateOf(ctx.now())))
      others.set(delegate.personId, delegate)
  return [
    ...sortByPinyin(holders, one => one.name).map(one => ({ value: one.personId, label: label(one), group: "有账号" })),
    ...sortByPinyin([...others.values()], one => one.name).map(one => ({
      value: one.personId,
      label: label(one),
      group: "还没有账号，要先请管理员开",
    })),
  ]
}

type Chosen = { personId: string; capacity: string; standing: "entitled" | "observer" }
type DelegateChoice = { id: string; name: string; organization: string; standing: Chosen["standing"] | null }

/** Delegates in office by delegation, each with how they are chosen now; who is a member of the assembly is left out. */
async function listDelegateChoices(
  ctx: Ctx,
  day: string,
  people: readonly Chosen[],
  rule: RuleSnapshot,
): Promise<{ delegation: Delegation; label: string; people: DelegateChoice[] }[]> {
  const isMember = (one: Chosen) => rule.entitledFrom !== "delegates" && one.standing === "entitled"
  const members = new Set(people.filter(isMember).map(one => one.personId))
  const standingOf = (personId: string, capacity: string) =>
    people.find(one => one.personId === personId && one.capacity === capacity)?.standing ?? null
  const register = (await listDelegates(ctx.db.read, ctx.community.id)).filter(
    // Someone chosen whose term is over by then stays on the page, so that they can be taken off.
    one => !members.has(one.personId) && (isInOffice(one, day) || standingOf(one.personId, one.delegation) !== null),
  )
  return delegations.flatMap(delegation => {
    const ofKind = sortByPinyin(
      register.filter(one => one.delegation === delegation),
      one => one.name,
    )
    if (ofKind.length === 0) return []
    return {
      delegation,
      label: memberKindNames[delegation],
      people: ofKind.map(one => ({
        id: one.id,
        name: one.name,
        organization: one.organization,
        standing: standingOf(one.personId, delegation),
      })),
    }
  })
}
