import type { Reader } from "#db/client"
import type { Proposal } from "~/agenda/store"
import { civilDateOf } from "~/law/civil-date"
import { ruleInForce } from "~/rulebook/in-force"
import { isPresetKey } from "~/rulebook/presets"
import { type RuleSnapshot, readSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { gatherAgenda } from "./agenda-readiness"
import { listAccountHolders, listMeetingsBetween, listParticipantsOf, listPersonNamesById } from "./draft-store"
import { gatherPeople } from "./entitled-people"
import { type Clash, holdingStates, type Officer, type Readiness, type Reasons } from "./rules"
import type { AgendaItem, Meeting, Participant } from "./store"

/** The rule a meeting goes by: its own once it is convened, till then the one the community has in force. */
export async function ruleOfMeeting(
  q: Reader,
  meeting: Pick<Meeting, "communityId" | "preset" | "ruleSnapshot">,
): Promise<RuleSnapshot> {
  if (meeting.ruleSnapshot) return readSnapshot(meeting.ruleSnapshot)
  if (!isPresetKey(meeting.preset)) throw new Error(`a draft of an unknown preset: ${meeting.preset}`)
  return ruleInForce(q, meeting.communityId, meeting.preset)
}

export type Gathered = {
  facts: Readiness
  items: AgendaItem[]
  /** The wording in force of each topic on the agenda. */
  inForce: Map<string, Proposal>
  /** Everyone who would be invited, with name and capacity as they are now. */
  people: Participant[]
  /** By which judgements and studies the topics were found ready; changes with any of them. */
  judgedBy: string
}

/** Everything a notice depends on, read in one go; inside the transaction when it is sent. */
export async function gatherReadiness(q: Reader, ctx: Ctx, meeting: Meeting, reasons: Reasons): Promise<Gathered> {
  const communityId = ctx.community.id
  const rule = await ruleOfMeeting(q, meeting)
  const day = civilDateOf(meeting.startsAt ?? ctx.now())
  const { items, inForce, agenda, judgedBy } = await gatherAgenda(q, communityId, meeting.id)
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
      agenda,
      hasBody: meeting.bodyId !== null,
      entitled: people.filter(one => one.standing === "entitled").map(one => one.capacity),
      ended,
      clashes: await gatherClashes(q, communityId, meeting, people),
      reasons,
    },
    items,
    inForce,
    people,
    judgedBy,
  }
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
