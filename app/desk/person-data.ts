import type { Reader } from "#db/client"
import { cancellableStates, isAwaitingPeople, meetingStateNames } from "~/convening/rules"
import { listAssignments } from "~/estates/assignment-store"
import { buildingDutyNames } from "~/estates/rules"
import { listIssuesOfPerson, type Told } from "~/intake/blotting-store"
import { formatIssueNumber } from "~/intake/issue-number"
import { civilDateOf, formatDate, formatTime } from "~/law/civil-date"
import { memberKindNames } from "~/law/delegations"
import { done, refuse } from "~/law/result"
import { type BlottingFacts, blottingHindrances } from "~/people/blotting-rules"
import { findBlotting, listAccountsOf } from "~/people/blotting-store"
import { listBodyTerms } from "~/people/body-store"
import { chosenHowNames } from "~/people/choosing"
import { readConsents } from "~/people/consents"
import { may } from "~/people/permissions"
import { genderNames, listNamesakes, readPerson } from "~/people/persons"
import {
  listDelegates,
  listGrids,
  listPersonNames,
  listPossiblePersons,
  listRepresentatives,
  type Person,
} from "~/people/register-store"
import { plainName } from "~/people/rules"
import type { Ctx } from "~/web/context"
import type { Sentences } from "~/web/refusals"
import { countChamberTraces } from "./person-chamber-store"
import {
  countSpeechesOf,
  listEntriesOn,
  listLeaderships,
  listMeetingsHeld,
  listMeetingsOfPerson,
  listPollsOfPerson,
  listUnitsOfPerson,
  listVotesTakenPartIn,
} from "./person-data-store"

/** One office someone held or holds. */
export type OfficeHeld = { label: string; belonging: string; since: string; until: string | null; how: string }

/**
 * Everything kept on a person, for showing it to them (个人信息保护法第45条): who they are, their offices, homes, issues,
 * meetings, votes (only that they took part), polls, consents, and who corrected what. Refusals: forbidden, not_found.
 */
export async function readPersonData(ctx: Ctx, words: Sentences, personId: string) {
  const found = await readPerson(ctx, personId)
  if (!found.ok) return found
  const person = found.value
  const { read } = ctx.db
  const communityId = ctx.community.id
  const grid = (await listGrids(read, communityId)).find(one => one.id === person.gridId)?.name ?? ""
  const meetings = await listMeetingsOfPerson(read, communityId, personId)
  const participantIds = meetings.map(meeting => meeting.participantId)
  const told = await toldOf(read, communityId, person)
  // Who was blotted out is nobody's reporter any more.
  const issues = person.blottedAt ? { reported: [], supported: [] } : await listIssuesOfPerson(read, communityId, told)
  const titles = new Map(meetings.map(meeting => [meeting.id, meeting.title]))
  const blotting = await findBlotting(read, communityId, personId)
  const blotters = await listPersonNames(read, communityId, blotting ? [blotting.blottedBy] : [])
  return done({
    person: {
      id: person.id,
      name: person.name,
      phone: person.phone ?? "",
      gender: person.gender === "unknown" ? "" : genderNames[person.gender],
      address: person.address,
      organization: person.organization,
      grid,
      note: person.note,
      createdOn: formatDate(civilDateOf(person.createdAt)),
    },
    namesakes: person.blottedAt ? 0 : (await listNamesakes(ctx, person)).length,
    offices: await readOffices(read, communityId, personId),
    leaderships: await listLeaderships(read, communityId, personId),
    accounts: (await listAccountsOf(read, communityId, personId)).map(account => ({
      id: account.id,
      loginName: account.loginName,
      phone: account.phone ?? "",
      state: account.disabledAt ? "已停用" : "可以登录",
    })),
    units: (await listUnitsOfPerson(read, communityId, personId)).map(unit => ({
      id: unit.id,
      label: unitInWords(unit),
      area: `${(unit.areaCm2 / 10_000).toFixed(2)}平方米`,
      share: unit.shareWhole ? `${unit.sharePart}/${unit.shareWhole}` : "",
    })),
    issues: [
      ...issues.reported.map(issue => ({ ...issueLine(ctx, issue), role: "提出" })),
      ...issues.supported.map(({ issue }) => ({ ...issueLine(ctx, issue), role: "附议" })),
    ],
    meetings: meetings.map(meeting => ({
      id: meeting.id,
      title: meeting.title,
      on: meeting.startsAt ? formatDate(civilDateOf(meeting.startsAt)) : "",
      as: `${memberKindNames[meeting.capacity]}${meeting.standing === "observer" ? "，列席" : ""}`,
      state: meetingStateNames[meeting.state],
    })),
    speeches: await countSpeechesOf(read, communityId, participantIds),
    chamber: await countChamberTraces(read, communityId, participantIds),
    votes: (await listVotesTakenPartIn(read, communityId, participantIds)).map(vote => ({
      id: vote.roundId,
      motion: vote.motion,
      meeting: titles.get(vote.meetingId) ?? "",
    })),
    polls: (await listPollsOfPerson(read, communityId, personId)).map(({ id, title, ordinal, unitLabels }) => ({
      id,
      title,
      ordinal,
      unitLabels,
    })),
    consents: (await readConsents(ctx, personId)).history,
    entries: person.blottedAt ? [] : entriesInWords(words, await listEntriesOn(read, communityId, personId)),
    blotting: blotting && {
      on: formatDate(civilDateOf(blotting.blottedAt)),
      by: blotters.get(blotting.blottedBy)?.name ?? "",
      reason: blotting.reason,
    },
    mayBlot: may(ctx.actor, "person:blotOut") && person.blottedAt === null,
    readOn: formatDate(civilDateOf(ctx.now())),
  })
}

export type PersonData = Extract<Awaited<ReturnType<typeof readPersonData>>, { ok: true }>["value"]

const issueLine = (ctx: Ctx, issue: { id: string; year: number; sequence: number; title: string }) => ({
  id: issue.id,
  number: formatIssueNumber(ctx, issue),
  title: issue.title,
})

const unitInWords = (unit: { estate: string; building: string; label: string }) =>
  `${unit.estate}${unit.building}${unit.label}`

/** What was done to the entry, with the names of the fields that were corrected; never what stood in them. */
const entriesInWords = (words: Sentences, entries: Awaited<ReturnType<typeof listEntriesOn>>) =>
  entries
    .filter(entry => entry.action in words)
    .map(entry => {
      const fields = Array.isArray(entry.detail.fields) ? entry.detail.fields.join("、") : ""
      return {
        id: entry.id,
        when: `${formatDate(civilDateOf(entry.at))} ${formatTime(entry.at)}`,
        who: entry.actorName,
        what: words[entry.action]!(entry.detail) + (fields ? `（${fields}）` : ""),
      }
    })

/** How issues know someone. */
export async function toldOf(q: Reader, communityId: string, person: Person): Promise<Told> {
  const alike = await listPossiblePersons(q, communityId, person.name, null)
  const hasNamesake = alike.some(other => other.id !== person.id && plainName(other.name) === plainName(person.name))
  return { name: person.name, phone: person.phone, hasNamesake }
}

async function readOffices(q: Reader, communityId: string, personId: string): Promise<OfficeHeld[]> {
  const delegates = await listDelegates(q, communityId, { personId })
  const representatives = await listRepresentatives(q, communityId, { personId })
  const terms = await listBodyTerms(q, communityId, { personId })
  const assignments = await listAssignments(q, communityId, { personId })
  return [
    ...delegates.map(row => ({
      label: `协商议事会${memberKindNames[row.delegation]}代表`,
      belonging: row.organization,
      since: row.since,
      until: row.until,
      how: row.chosenHow ? chosenHowNames[row.chosenHow] : "",
    })),
    ...representatives.map(row => ({
      label: `居民代表会议${memberKindNames[row.kind]}`,
      belonging: row.residentGroup,
      since: row.since,
      until: row.until,
      how: "",
    })),
    ...terms.map(row => ({
      label: `${row.body}${row.post}`,
      belonging: row.basis,
      since: row.since,
      until: row.until,
      how: chosenHowNames[row.chosenHow],
    })),
    ...assignments.map(row => ({
      label: `${row.estate}${row.building}${buildingDutyNames[row.duty]}`,
      belonging: "",
      since: row.since,
      until: row.until,
      how: "",
    })),
  ]
}

/** What stands in the way of blotting someone out, read inside the transaction that would do it. */
export async function readBlottingFacts(q: Reader, ctx: Ctx, person: Person): Promise<BlottingFacts> {
  const communityId = ctx.community.id
  const today = civilDateOf(ctx.now())
  const offices = await readOffices(q, communityId, person.id)
  const meetings = [
    ...(await listMeetingsOfPerson(q, communityId, person.id)),
    ...(await listMeetingsHeld(q, communityId, person.id)),
  ].filter(meeting => isAwaitingPeople(meeting.state) || cancellableStates.includes(meeting.state))
  const polls = await listPollsOfPerson(q, communityId, person.id)
  const told = await toldOf(q, communityId, person)
  const { reported } = await listIssuesOfPerson(q, communityId, told)
  return {
    isBlotted: person.blottedAt !== null,
    name: person.name,
    runningOffices: [
      ...offices.filter(office => office.until === null || office.until >= today).map(office => office.label),
      ...(await listLeaderships(q, communityId, person.id)),
    ],
    hasEnabledAccount: (await listAccountsOf(q, communityId, person.id)).some(account => !account.disabledAt),
    openMeetings: [...new Set(meetings.map(meeting => meeting.title))],
    openPolls: polls.filter(poll => !["proclaimed", "cancelled"].includes(poll.state)).map(poll => poll.title),
    unansweredIssues: reported.filter(issue => issue.state !== "closed").map(issue => formatIssueNumber(ctx, issue)),
    ownedUnits: (await listUnitsOfPerson(q, communityId, person.id)).map(unitInWords),
  }
}

/** For the page that asks once more: who, and what must be settled first. Refusals: forbidden, not_found. */
export async function readBlottingCheck(ctx: Ctx, personId: string) {
  if (!may(ctx.actor, "person:blotOut")) return refuse("forbidden")
  const found = await readPerson(ctx, personId)
  if (!found.ok) return found
  const facts = await readBlottingFacts(ctx.db.read, ctx, found.value)
  return done({ name: found.value.name, hindrances: blottingHindrances(facts) })
}
