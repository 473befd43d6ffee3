import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { approvalOf, mayWork } from "./papers"
import type { DraftState } from "./rules"
import {
  type Exported,
  listExported,
  listMeetingsOver,
  listMinutes,
  listProclaimedRounds,
  listResolutions,
} from "./store"

export type PaperLine = {
  key: string
  kind: "minutes" | "resolution"
  title: string
  state: DraftState | "toDraft"
  number: string
  roundId: string
  /** Newest exported sheet. */
  document: { id: string; version: number } | null
  /** A draft is open to those who word or approve it; an approved paper to every reader. */
  mayOpen: boolean
}

export type MeetingPapers = {
  meetingId: string
  title: string
  heldOn: string
  mayDraft: boolean
  papers: PaperLine[]
}

/** Meetings that are over, each with its minutes and one resolution for every motion that was passed. */
export async function listMeetingPapers(ctx: Ctx): Promise<Result<MeetingPapers[]>> {
  if (!ctx.actor.accountId) return refuse("not_found")
  const over = await listMeetingsOver(ctx.db.read, ctx.community.id)
  // Chair and recorder of one meeting read its papers whatever roles they have elsewhere.
  const meetings = over.filter(meeting => may(ctx.actor, "record:read", meeting))
  if (meetings.length === 0 && !may(ctx.actor, "record:read")) return refuse("forbidden")
  const ids = meetings.map(meeting => meeting.id)
  const minutes = await listMinutes(ctx.db.read, ctx.community.id, ids)
  const resolutions = await listResolutions(ctx.db.read, ctx.community.id, ids)
  const rounds = await listProclaimedRounds(ctx.db.read, ctx.community.id, ids)
  const exported = [
    ...(await listExported(ctx.db.read, ctx.community.id, "minutes", idsOf(minutes))),
    ...(await listExported(ctx.db.read, ctx.community.id, "resolution", idsOf(resolutions))),
  ]
  return done(
    meetings.map(meeting => {
      const mayDraft = may(ctx.actor, "record:edit", meeting)
      const isOpen = (paper?: { state: DraftState }) => mayWork(ctx, meeting) || paper?.state === "approved"
      const drafted = minutes.find(one => one.meetingId === meeting.id)
      const standing = lastRounds(rounds.filter(one => one.round.meetingId === meeting.id))
      return {
        meetingId: meeting.id,
        title: meeting.title,
        heldOn: heldOn(meeting.startedAt ?? meeting.startsAt),
        mayDraft,
        papers: [
          {
            key: meeting.id,
            kind: "minutes" as const,
            title: "会议纪要",
            state: drafted?.state ?? ("toDraft" as const),
            number: drafted ? (approvalOf(ctx, "minutes", drafted)?.number ?? "") : "",
            roundId: "",
            document: newestOf(exported, drafted?.id),
            mayOpen: isOpen(drafted),
          },
          ...standing
            .filter(one => one.round.result?.outcome === "passed")
            .map(({ round, motion }) => {
              const resolution = resolutions.find(one => one.roundId === round.id)
              return {
                key: round.id,
                kind: "resolution" as const,
                title: resolution?.wording.title || motion.content,
                state: resolution?.state ?? ("toDraft" as const),
                number: resolution ? (approvalOf(ctx, "resolution", resolution)?.number ?? "") : "",
                roundId: round.id,
                document: newestOf(exported, resolution?.id),
                mayOpen: resolution !== undefined && isOpen(resolution),
              }
            }),
        ],
      }
    }),
  )
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(row => row.id)
const heldOn = (moment: Date | null) => (moment ? formatDate(civilDateOf(moment)) : "")

/** A motion stands by the last of its proclaimed rounds; the rows come in order. */
function lastRounds<T extends { motion: { id: string } }>(rows: T[]): T[] {
  return [...new Map(rows.map(row => [row.motion.id, row])).values()]
}

function newestOf(exported: readonly Exported[], subjectId: string | undefined): PaperLine["document"] {
  const newest = exported.find(one => one.subjectId === subjectId)
  return newest ? { id: newest.id, version: newest.version } : null
}
