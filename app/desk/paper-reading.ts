import { listMeetings } from "~/convening/draft-store"
import { civilDateOf } from "~/law/civil-date"
import { may } from "~/people/permissions"
import { listMeetingPapers } from "~/records/records-list"
import { listMinutes, listResolutions } from "~/records/store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import type { DeskPaper } from "./paper-dues"

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
