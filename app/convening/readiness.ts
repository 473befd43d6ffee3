import type { Reader } from "#db/client"
import { listTopicsById, listWordingsInForce, type Proposal } from "~/agenda/store"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { listDelegates, listRepresentatives } from "~/people/register-store"
import { isPresetKey, presetOf } from "~/rulebook/presets"
import { type RuleSnapshot, readSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { listAccountHolders, listMeetingsBetween, listParticipantsOf, listPersonNamesById } from "./draft-store"
import { type Clash, holdingStates, type Officer, type Readiness, type Reasons } from "./rules"
import { type AgendaItem, listAgendaItems, listParticipants, type Meeting, type Participant } from "./store"

/** The rule a meeting goes by: its own once it is convened, till then the rulebook's. */
export function ruleOfMeeting(meeting: Pick<Meeting, "preset" | "ruleSnapshot">): RuleSnapshot {
  if (meeting.ruleSnapshot) return readSnapshot(meeting.ruleSnapshot)
  if (!isPresetKey(meeting.preset)) throw new Error(`a draft of an unknown preset: ${meeting.preset}`)
  return presetOf(meeting.preset)
}

/** In office on that day, the last day included. */
export const isInOffice = (member: { since: string; until: string | null }, on: CivilDate): boolean =>
  member.since <= on && (member.until === null || on <= member.until)

export type Gathered = {
  facts: Readiness
  items: AgendaItem[]
  /** The wording in force of each topic on the agenda. */
  inForce: Map<string, Proposal>
  /** Everyone who would be invited, with name and capacity as they are now. */
  people: Participant[]
}

/** Everything a notice depends on, read in one go; inside the transaction when it is sent. */
export async function gatherReadiness(q: Reader, ctx: Ctx, meeting: Meeting, reasons: Reasons): Promise<Gathered> {
  const communityId = ctx.community.id
  const rule = ruleOfMeeting(meeting)
  const day = civilDateOf(meeting.startsAt ?? ctx.now())
  const items = await listAgendaItems(q, communityId, meeting.id)
  const topicIds = items.flatMap(item => item.topicId ?? [])
  const topics = new Map((await listTopicsById(q, communityId, topicIds)).map(topic => [topic.id, topic]))
  const inForce = await listWordingsInForce(q, communityId, topicIds)
  const { people, ended } = await gatherPeople(q, ctx, meeting, rule, day)
  const officers = await gatherOfficers(q, communityId, meeting)
  return {
    facts: {
      rule,
      now: ctx.now(),
      venueId: meeting.venueId,
      startsAt: meeting.startsAt,
      endsAt: meeting.endsAt,
      ...officers,
      agenda: items.map(item => ({
        title: item.title,
        minutes: item.minutes,
        isTopic: item.topicId !== null,
        isReady: item.topicId !== null && topics.get(item.topicId)?.state === "prepared" && inForce.has(item.topicId),
      })),
      entitled: people.filter(one => one.standing === "entitled").map(one => one.capacity),
      ended,
      clashes: await gatherClashes(q, communityId, meeting, people),
      reasons,
    },
    items,
    inForce,
    people,
  }
}

async function gatherPeople(q: Reader, ctx: Ctx, meeting: Meeting, rule: RuleSnapshot, day: CivilDate) {
  const communityId = ctx.community.id
  const chosen = await listParticipants(q, communityId, meeting.id)
  const register = await listDelegates(q, communityId)
  const ended: string[] = []
  const renewed = chosen.map(one => {
    const seat = register.find(delegate => delegate.personId === one.personId && delegate.delegation === one.capacity)
    if (!seat || !isInOffice(seat, day)) ended.push(one.name)
    return seat ? { ...one, name: seat.name, organization: seat.organization } : one
  })
  if (rule.entitledFrom === "delegates") return { people: renewed, ended }
  const members: Participant[] = (await listRepresentatives(q, communityId))
    .filter(member => isInOffice(member, day))
    .map(member => ({
      communityId,
      id: ctx.newId(),
      meetingId: meeting.id,
      personId: member.personId,
      name: member.name,
      standing: "entitled",
      capacity: member.kind,
      organization: member.residentGroup,
      codeVersion: 1,
      notified: false,
    }))
  const isMember = new Set(members.map(member => member.personId))
  // Who is a member is no observer of the same meeting, whatever else they speak for.
  return { people: [...members, ...renewed.filter(one => !isMember.has(one.personId))], ended }
}

async function gatherOfficers(q: Reader, communityId: string, meeting: Meeting) {
  const holders = new Set((await listAccountHolders(q, communityId)).map(holder => holder.personId))
  const ids = [meeting.chairPersonId, meeting.recorderPersonId].filter(id => id !== null)
  const names = await listPersonNamesById(q, communityId, ids)
  const officerOf = (id: string | null): Officer | null => {
    const person = names.find(one => one.id === id)
    return person ? { name: person.name, hasAccount: holders.has(person.id) } : null
  }
  return { chair: officerOf(meeting.chairPersonId), recorder: officerOf(meeting.recorderPersonId) }
}

async function gatherClashes(
  q: Reader,
  communityId: string,
  meeting: Meeting,
  people: Participant[],
): Promise<Clash[]> {
  const { startsAt, endsAt } = meeting
  if (!startsAt || !endsAt || endsAt <= startsAt) return []
  const others = await listMeetingsBetween(q, communityId, { startsAt, endsAt }, holdingStates, meeting.id)
  if (others.length === 0) return []
  const theirs = await listParticipantsOf(
    q,
    communityId,
    others.map(other => other.id),
  )
  const own = new Set([...people.map(one => one.personId), meeting.chairPersonId, meeting.recorderPersonId])
  own.delete(null)
  const clashing = others.map(other => ({
    other,
    ids: new Set(
      [
        other.chairPersonId,
        other.recorderPersonId,
        ...theirs.filter(one => one.meetingId === other.id).map(one => one.personId),
      ].filter(id => id !== null && own.has(id)) as string[],
    ),
  }))
  const allIds = [...new Set(clashing.flatMap(({ ids }) => [...ids]))]
  const names = new Map((await listPersonNamesById(q, communityId, allIds)).map(person => [person.id, person.name]))
  return clashing
    .map(({ other, ids }) => ({
      title: other.title,
      startsAt: other.startsAt!,
      endsAt: other.endsAt!,
      sameVenue: meeting.venueId !== null && other.venueId === meeting.venueId,
      persons: [...ids].map(id => names.get(id) ?? ""),
    }))
    .filter(clash => clash.sameVenue || clash.persons.length > 0)
}
