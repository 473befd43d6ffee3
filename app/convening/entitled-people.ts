import type { Reader } from "#db/client"
import type { CivilDate } from "~/law/civil-date"
import type { MemberKind } from "~/law/delegations"
import { listBodyMembers } from "~/people/body-store"
import { listDelegates, listRepresentatives } from "~/people/register-store"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { listParticipants, type Meeting, type Participant } from "./store"

/** In office on that day, the last day included. */
export const isInOffice = (member: { since: string; until: string | null }, on: CivilDate): boolean =>
  member.since <= on && (member.until === null || on <= member.until)

/**
 * Everyone a notice would go to, with name and capacity as they are on that day: the delegates that were chosen, and where
 * the rule takes the entitled from a register or a body all its members. `ended` are chosen delegates out of office by then.
 */
export async function gatherPeople(
  q: Reader,
  ctx: Ctx,
  meeting: Meeting,
  rule: RuleSnapshot,
  day: CivilDate,
): Promise<{ people: Participant[]; ended: string[] }> {
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
  const members = (await listMembers(q, communityId, meeting, rule, day)).map(
    (member): Participant => ({
      ...member,
      communityId,
      id: ctx.newId(),
      meetingId: meeting.id,
      standing: "entitled",
      codeVersion: 1,
      notified: false,
    }),
  )
  const isMember = new Set(members.map(member => member.personId))
  // Who is a member is no observer of the same meeting, whatever else they speak for.
  return { people: [...members, ...renewed.filter(one => !isMember.has(one.personId))], ended }
}

type Member = Pick<Participant, "personId" | "name" | "capacity" | "organization">

async function listMembers(
  q: Reader,
  communityId: string,
  meeting: Meeting,
  rule: RuleSnapshot,
  day: CivilDate,
): Promise<Member[]> {
  if (rule.entitledFrom === "representatives")
    return (await listRepresentatives(q, communityId))
      .filter(member => isInOffice(member, day))
      .map(({ personId, name, kind, residentGroup }) => ({
        personId,
        name,
        capacity: kind,
        organization: residentGroup,
      }))
  if (!meeting.bodyId) return []
  // Somebody with two posts in one body has one vote.
  const once = new Map<string, Member>()
  for (const { personId, name, post, organization } of await listBodyMembers(q, communityId, meeting.bodyId, day))
    if (!once.has(personId)) once.set(personId, { personId, name, capacity: capacityInBody(rule, post), organization })
  return [...once.values()]
}

/** In what a member of a body takes part: of an assembly of adults and of households, as the post says. */
function capacityInBody(rule: RuleSnapshot, post: string): MemberKind {
  const [first, ...others] = rule.entitledKinds
  if (others.includes("householdDelegate") && post.includes("户")) return "householdDelegate"
  if (!first) throw new Error(`a rule that entitles nobody: ${rule.name}`)
  return first
}
