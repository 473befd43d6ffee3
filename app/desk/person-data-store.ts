import { and, asc, count, desc, eq, inArray, ne, or } from "drizzle-orm"
import type { Reader } from "#db/client"
import { motions } from "#db/schema/chamber-motions"
import { rollEntries, rounds } from "#db/schema/chamber-rounds"
import { speeches } from "#db/schema/chamber-speaking"
import { meetings, participants } from "#db/schema/convening"
import { buildings, estates, unitOwners, units } from "#db/schema/estates"
import { grids, residentGroups } from "#db/schema/people"
import { polls, pollVoters } from "#db/schema/polling"
import { auditEntries } from "#db/schema/registry"

// The desk reads what the rooms above it wrote, and writes nothing.

/** Meetings someone was called to or held an office in, with what they were there; drafts too. */
export const listMeetingsOfPerson = (q: Reader, communityId: string, personId: string) =>
  q
    .select({
      id: meetings.id,
      title: meetings.title,
      state: meetings.state,
      startsAt: meetings.startsAt,
      participantId: participants.id,
      standing: participants.standing,
      capacity: participants.capacity,
      organization: participants.organization,
    })
    .from(participants)
    .innerJoin(
      meetings,
      and(eq(meetings.communityId, participants.communityId), eq(meetings.id, participants.meetingId)),
    )
    .where(and(eq(participants.communityId, communityId), eq(participants.personId, personId)))
    .orderBy(asc(meetings.startsAt), asc(meetings.id))

/** Meetings someone presides over or writes down. */
export const listMeetingsHeld = (q: Reader, communityId: string, personId: string) =>
  q
    .select({ id: meetings.id, title: meetings.title, state: meetings.state, startsAt: meetings.startsAt })
    .from(meetings)
    .where(
      and(
        eq(meetings.communityId, communityId),
        or(eq(meetings.chairPersonId, personId), eq(meetings.recorderPersonId, personId)),
      ),
    )
    .orderBy(asc(meetings.startsAt), asc(meetings.id))

export async function countSpeechesOf(q: Reader, communityId: string, participantIds: string[]): Promise<number> {
  if (participantIds.length === 0) return 0
  const [row] = await q
    .select({ total: count() })
    .from(speeches)
    .where(and(eq(speeches.communityId, communityId), inArray(speeches.participantId, participantIds)))
  return row?.total ?? 0
}

/** Rounds someone handed a ballot in. How they voted is asked of no table. */
export const listVotesTakenPartIn = (q: Reader, communityId: string, participantIds: string[]) =>
  participantIds.length === 0
    ? Promise.resolve([])
    : q
        .select({ roundId: rounds.id, motion: motions.content, meetingId: motions.meetingId })
        .from(rollEntries)
        .innerJoin(rounds, and(eq(rounds.communityId, rollEntries.communityId), eq(rounds.id, rollEntries.roundId)))
        .innerJoin(motions, and(eq(motions.communityId, rounds.communityId), eq(motions.id, rounds.motionId)))
        .where(and(eq(rollEntries.communityId, communityId), inArray(rollEntries.participantId, participantIds)))
        .orderBy(asc(rounds.id))

/** Polls on whose roll someone stands, alone or with co-owners. */
export async function listPollsOfPerson(q: Reader, communityId: string, personId: string) {
  const known = await q
    .select({ id: polls.id, title: polls.title, state: polls.state })
    .from(polls)
    .where(and(eq(polls.communityId, communityId), ne(polls.state, "draft")))
    .orderBy(asc(polls.id))
  const found: ((typeof known)[number] & { ordinal: number; unitLabels: string })[] = []
  for (const poll of known) {
    const voters = await q
      .select({ ordinal: pollVoters.ordinal, personIds: pollVoters.personIds, unitLabels: pollVoters.unitLabels })
      .from(pollVoters)
      .where(and(eq(pollVoters.communityId, communityId), eq(pollVoters.pollId, poll.id)))
    for (const { personIds, ...voter } of voters) if (personIds.includes(personId)) found.push({ ...poll, ...voter })
  }
  return found
}

/** What someone owns, alone or with others: 银杏家园12栋二单元102室. */
export const listUnitsOfPerson = (q: Reader, communityId: string, personId: string) =>
  q
    .select({
      id: units.id,
      estate: estates.name,
      building: buildings.name,
      label: units.label,
      areaCm2: units.areaCm2,
      sharePart: unitOwners.sharePart,
      shareWhole: unitOwners.shareWhole,
    })
    .from(unitOwners)
    .innerJoin(units, and(eq(units.communityId, unitOwners.communityId), eq(units.id, unitOwners.unitId)))
    .innerJoin(buildings, and(eq(buildings.communityId, units.communityId), eq(buildings.id, units.buildingId)))
    .innerJoin(estates, and(eq(estates.communityId, buildings.communityId), eq(estates.id, buildings.estateId)))
    .where(and(eq(unitOwners.communityId, communityId), eq(unitOwners.personId, personId)))
    .orderBy(asc(units.id))

/** Grids and 居民小组 someone leads. */
export async function listLeaderships(q: Reader, communityId: string, personId: string): Promise<string[]> {
  const led = await q
    .select({ name: grids.name })
    .from(grids)
    .where(and(eq(grids.communityId, communityId), eq(grids.leaderPersonId, personId)))
  const groups = await q
    .select({ name: residentGroups.name })
    .from(residentGroups)
    .where(and(eq(residentGroups.communityId, communityId), eq(residentGroups.leaderPersonId, personId)))
  return [...led.map(one => `${one.name}网格长`), ...groups.map(one => `${one.name}组长`)]
}

/** What the log has on someone's entry: who did what and when; the newest first. */
export const listEntriesOn = (q: Reader, communityId: string, personId: string) =>
  q
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      action: auditEntries.action,
      actorName: auditEntries.actorName,
      detail: auditEntries.detail,
    })
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        eq(auditEntries.subjectKind, "person"),
        eq(auditEntries.subjectId, personId),
      ),
    )
    .orderBy(desc(auditEntries.at), desc(auditEntries.id))
