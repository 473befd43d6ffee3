import { listDeliberateIssues, listTopics, listTopicsOfIssues } from "~/agenda/store"
import { listMeetings, listParticipantsOf } from "~/convening/draft-store"
import { isAwaitingPeople } from "~/convening/rules"
import { listVenues } from "~/convening/venue-store"
import { countIssuesByState, listIssueRows } from "~/intake/store"
import { civilDateOf } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { listMeetingPapers } from "~/records/records-list"
import { listMinutes, listResolutions } from "~/records/store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { type DeskMeeting, type DeskPaper, emptyPile, type Pile } from "./rules"

/** Issues that stand in this state: how many, and the oldest. */
export async function readIssuePile(ctx: Ctx, state: "reported" | "accepted"): Promise<Pile> {
  const { read } = ctx.db
  const counted = await countIssuesByState(read, ctx.community.id, { state })
  const count = counted.find(row => row.state === state)?.count ?? 0
  if (count === 0) return emptyPile
  const [oldest] = await listIssueRows(read, ctx.community.id, { state }, { limit: 1, offset: count - 1 })
  return { count, first: oldest ? { id: oldest.id, title: oldest.title, since: oldest.reportedOn } : null }
}

const pileOf = <T extends { id: string; title: string }>(rows: readonly T[], since: (row: T) => string): Pile => ({
  count: rows.length,
  first: rows[0] ? { id: rows[0].id, title: rows[0].title, since: since(rows[0]) } : null,
})

/** What 协商 asks for: issues in no topic, topics without a proposal or ready for a meeting, issues decided but not answered. */
export async function readDeliberation(ctx: Ctx) {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const topics = (await listTopics(read, communityId)).reverse()
  const issues = await listDeliberateIssues(read, communityId)
  const ids = issues.map(issue => issue.id)
  const topicOf = new Map((await listTopicsOfIssues(read, communityId, ids)).map(pair => [pair.issueId, pair.topicId]))
  const decided = new Set(topics.filter(topic => topic.state === "decided").map(topic => topic.id))
  const madeOn = (topic: { createdAt: Date }) => civilDateOf(topic.createdAt)
  return {
    toTakeUp: pileOf(
      issues.filter(issue => !topicOf.has(issue.id)),
      issue => issue.reportedOn,
    ),
    toAnswer: pileOf(
      issues.filter(issue => decided.has(topicOf.get(issue.id) ?? "")),
      issue => issue.reportedOn,
    ),
    toPropose: pileOf(
      topics.filter(topic => topic.state === "proposed"),
      madeOn,
    ),
    ready: pileOf(
      topics.filter(topic => topic.state === "prepared"),
      madeOn,
    ),
  }
}

/** Every meeting this person may know of that is not over, as it concerns them; the earliest first. */
export async function readMeetings(ctx: Ctx): Promise<DeskMeeting[]> {
  const { actor, community } = ctx
  const readable = (await listMeetings(ctx.db.read, community.id)).filter(
    meeting => (meeting.state === "draft" || isAwaitingPeople(meeting.state)) && may(actor, "meeting:read", meeting),
  )
  const ids = readable.map(meeting => meeting.id)
  const people = await listParticipantsOf(ctx.db.read, community.id, ids)
  const venues = new Map((await listVenues(ctx.db.read, community.id)).map(venue => [venue.id, venue.name]))
  const startOf = (meeting: { startsAt: Date | null }) => meeting.startsAt?.getTime() ?? Number.MAX_SAFE_INTEGER
  return readable
    .toSorted((a, b) => startOf(a) - startOf(b))
    .map(meeting => {
      const own = people.filter(one => one.meetingId === meeting.id)
      return {
        id: meeting.id,
        title: meeting.title,
        state: meeting.state,
        startsAt: meeting.startsAt,
        venue: venues.get(meeting.venueId ?? "") ?? "",
        isChair: actor.personId !== null && meeting.chairPersonId === actor.personId,
        isRecorder: actor.personId !== null && meeting.recorderPersonId === actor.personId,
        isInvited: own.some(one => one.personId === actor.personId),
        entitled: own.filter(one => one.standing === "entitled").length,
        untold: own.filter(one => !one.notified).length,
      }
    })
}

/** Minutes and resolutions of meetings that are over and whose papers this person writes or approves. */
export async function readPapers(ctx: Ctx): Promise<DeskPaper[]> {
  const { actor, community } = ctx
  const listed = await listMeetingPapers(ctx)
  if (!listed.ok) return []
  const open = listed.value.filter(meeting =>
    meeting.papers.some(paper => paper.state !== "approved" || !paper.document),
  )
  const ids = open.map(meeting => meeting.meetingId)
  const minutes = await listMinutes(ctx.db.read, community.id, ids)
  const resolutions = await listResolutions(ctx.db.read, community.id, ids)
  const sent = await readSent(ctx, minutes, resolutions)
  const meetings = new Map((await listMeetings(ctx.db.read, community.id)).map(meeting => [meeting.id, meeting]))
  return open.flatMap(({ meetingId, title: meetingTitle, papers }) => {
    const meeting = meetings.get(meetingId)
    if (!meeting) return []
    const mayEdit = may(actor, "record:edit", meeting)
    const mayApprove = may(actor, "record:approve", meeting)
    if (!mayEdit && !mayApprove) return []
    return papers.map(paper => {
      const row =
        paper.kind === "minutes"
          ? minutes.find(one => one.meetingId === meetingId)
          : resolutions.find(one => one.roundId === paper.roundId)
      return {
        kind: paper.kind,
        meetingId,
        roundId: paper.roundId,
        meeting: meetingTitle,
        title: paper.title,
        state: paper.state,
        isSent: row !== undefined && sent.has(row.id),
        isExported: paper.document !== null,
        mayEdit,
        mayApprove,
        closedOn: civilDateOf(meeting.closedAt ?? meeting.createdAt),
      }
    })
  })
}

/** Ids of the drafts whose last event is that they were put before the chair. */
async function readSent(ctx: Ctx, minutes: { id: string }[], resolutions: { id: string }[]): Promise<Set<string>> {
  const entries = await listAuditEntries(ctx.db.read, ctx.community.id, [
    { kind: "minutes", ids: minutes.map(one => one.id) },
    { kind: "resolution", ids: resolutions.map(one => one.id) },
  ])
  const last = new Map(
    entries.filter(entry => /\.(edited|sent)$/.test(entry.action)).map(entry => [entry.subjectId, entry.action]),
  )
  return new Set([...last].filter(([, action]) => action.endsWith(".sent")).map(([id]) => id))
}
