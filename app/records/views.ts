import type { MinutesWording, ResolutionWording } from "#db/schema/records"
import type { MinutesFacts } from "#templates/minutes"
import type { ResolutionFacts } from "#templates/resolution"
import { findMeetingFor } from "~/chamber/meeting-access"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { DocumentView } from "~/registry/document-store"
import { listDocuments } from "~/registry/document-store"
import { listAuditEntries } from "~/registry/store"
import type { Ctx } from "~/web/context"
import { type ConfirmationsView, readConfirmations } from "./confirmation-reading"
import { meetingLines, minutesFigureProblems, recordedLines, resolutionFigureProblems } from "./figure-facts"
import { meetingInWords } from "./meeting-words"
import { draftMark, minutesFacts } from "./minutes-facts"
import { approvalOf, findMeetingToRead, mayWork, missingIn, readRecorded } from "./papers"
import { agendaForApproval, findPassedRound, listPassedRounds, type RecordedMeeting } from "./recorded-meeting"
import { resolutionFacts } from "./resolution-facts"
import { type DraftState, isOver, minutesProblems, type Problem, resolutionProblems } from "./rules"
import { findMinutes, findResolution, listResolutions, type Minutes, type Resolution } from "./store"
import { type SubstitutedCharacter, substitutedIn } from "./substituted-characters"

export type ExportedSheet = {
  id: string
  format: DocumentView["format"]
  version: number
  issued: string
  by: string
  fileHash: string
  factsHash: string
}

/** A paper as its page shows it beside the wording. */
export type PaperView = {
  state: DraftState
  version: number
  /** Empty while it is a draft. */
  number: string
  approvedOn: string
  approvedBy: string
  /** When the wording as it stands was put before the chair; empty when it was not, or was changed since. */
  sentAt: string
  exported: ExportedSheet[]
  /** Of minutes: what was exported of their short form. */
  briefs: ExportedSheet[]
  problems: Problem[]
  /** Printed in another font than the text around them; for whoever may print or approve it. */
  substituted: SubstitutedCharacter[]
}

export type PaperPowers = { edit: boolean; approve: boolean; export: boolean }

const emptyWording: MinutesWording = { opening: "", items: [], closing: "" }

export type MinutesView = {
  meeting: string
  chairName: string
  isOver: boolean
  paper: PaperView | null
  wording: MinutesWording | null
  facts: MinutesFacts
  basis: MinutesBasis
  confirmations: ConfirmationsView
  can: PaperPowers
}

/** What the paragraphs rest on: of the whole meeting, and of each item in the order of the agenda. */
export type MinutesBasis = { meeting: string[]; items: string[][] }

const basisOf = (recorded: RecordedMeeting): MinutesBasis => ({
  meeting: meetingLines(recorded),
  items: recorded.agenda.map(item => recordedLines(recorded, item.id)),
})

/** The minutes of a meeting with the facts that will be printed around their wording. */
export async function readMinutesView(ctx: Ctx, meetingId: string): Promise<Result<MinutesView>> {
  const minutes = await findMinutes(ctx.db.read, ctx.community.id, meetingId)
  const allowed = await findMeetingToRead(ctx, meetingId, minutes)
  if (!allowed.ok) return allowed
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const approval = minutes ? approvalOf(ctx, "minutes", minutes) : null
  const facts = minutesFacts(recorded.value, minutes?.wording ?? bareWording(recorded.value), approval)
  const problems = () =>
    minutesProblems(
      allowed.value.state,
      minutes?.wording ?? emptyWording,
      agendaForApproval(recorded.value),
      missingIn(ctx, facts),
    ).concat(minutes ? minutesFigureProblems(recorded.value, minutes.wording) : [])
  return done({
    meeting: meetingInWords(recorded.value),
    chairName: recorded.value.chairName,
    isOver: isOver(allowed.value.state),
    paper: minutes ? await paperView(ctx, recorded.value, "minutes", minutes, { facts, problems }) : null,
    wording: minutes?.wording ?? null,
    facts,
    basis: basisOf(recorded.value),
    confirmations: await readConfirmations(ctx, meetingId, minutes),
    can: powersOf(ctx, recorded.value, minutes),
  })
}

/** Without a draft the facts alone are shown, item by item. */
const bareWording = (recorded: RecordedMeeting): MinutesWording => ({
  ...emptyWording,
  items: recorded.agenda.map(item => ({ agendaItemId: item.id, gist: "", dissent: "", decisions: [] })),
})

function powersOf(ctx: Ctx, { meeting }: RecordedMeeting, paper: { state: DraftState } | null): PaperPowers {
  const edit = may(ctx.actor, "record:edit", meeting)
  const approve = may(ctx.actor, "record:approve", meeting)
  const isApproved = paper?.state === "approved"
  return {
    edit: edit && !isApproved,
    approve: approve && paper !== null && !isApproved,
    export: isApproved && (edit || approve),
  }
}

async function paperView(
  ctx: Ctx,
  { meeting }: RecordedMeeting,
  kind: "minutes" | "resolution",
  paper: Minutes | Resolution,
  { facts, problems }: { facts: object; problems: () => Problem[] },
): Promise<PaperView> {
  const entries = await listAuditEntries(ctx.db.read, ctx.community.id, [{ kind, ids: [paper.id] }])
  const last = entries.findLast(entry => /\.(edited|sent)$/.test(entry.action))
  const exported = await listDocuments(ctx.db.read, ctx.community.id, { kind, id: paper.id })
  return {
    state: paper.state,
    version: paper.version,
    number: approvalOf(ctx, kind, paper)?.number ?? "",
    approvedOn: paper.approvedAt ? formatDate(civilDateOf(paper.approvedAt)) : "",
    approvedBy: paper.approvedBy ?? "",
    sentAt: last?.action.endsWith(".sent") ? formatDateTime(last.at) : "",
    exported: exported
      .filter(one => one.kind === kind)
      .map(exportedView)
      .reverse(),
    briefs: exported
      .filter(one => one.kind === "briefMinutes")
      .map(exportedView)
      .reverse(),
    problems: paper.state === "draft" ? problems() : [],
    substituted: mayWork(ctx, meeting) ? substitutedIn(ctx, facts) : [],
  }
}

const exportedView = (document: DocumentView) => ({
  id: document.id,
  format: document.format,
  version: document.version,
  issued: formatDateTime(document.createdAt),
  by: document.createdBy,
  fileHash: document.fileHash,
  factsHash: document.factsHash,
})

export type ResolutionView = {
  resolutionId: string
  meeting: string
  chairName: string
  title: string
  paper: PaperView
  wording: ResolutionWording
  facts: ResolutionFacts
  /** What its paragraphs rest on. */
  basis: string[]
  can: PaperPowers
}

export async function readResolutionView(
  ctx: Ctx,
  { meetingId, roundId }: { meetingId: string; roundId: string },
): Promise<Result<ResolutionView>> {
  const resolution = await findResolution(ctx.db.read, ctx.community.id, roundId)
  const allowed = await findMeetingToRead(ctx, meetingId, resolution)
  if (!allowed.ok) return allowed
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const passed = findPassedRound(recorded.value, roundId)
  if (!resolution || !passed) return refuse("not_found")
  const approval = approvalOf(ctx, "resolution", resolution)
  const facts = resolutionFacts(recorded.value, passed.motion, passed.round, resolution.wording, approval)
  const voted = passed.motion.conditions ?? []
  const { agendaItemId } = passed.motion
  const problems = () => [
    ...resolutionProblems(allowed.value.state, resolution.wording, missingIn(ctx, facts), voted),
    ...resolutionFigureProblems(recorded.value, agendaItemId, resolution.wording),
  ]
  return done({
    resolutionId: resolution.id,
    meeting: meetingInWords(recorded.value),
    chairName: recorded.value.chairName,
    title: facts.title.replace(draftMark, ""),
    paper: await paperView(ctx, recorded.value, "resolution", resolution, { facts, problems }),
    wording: resolution.wording,
    facts,
    basis: recordedLines(recorded.value, agendaItemId),
    can: powersOf(ctx, recorded.value, resolution),
  })
}

export type ResolutionLine = { roundId: string; title: string; state: DraftState | "toDraft"; number: string }

/** Every motion that was passed, with its resolution or the want of one: derived from the facts, so none is forgotten. */
export async function listResolutionLines(ctx: Ctx, meetingId: string): Promise<Result<ResolutionLine[]>> {
  const allowed = await findMeetingFor(ctx, meetingId, "record:read")
  if (!allowed.ok) return allowed
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const drafted = await listResolutions(ctx.db.read, ctx.community.id, [meetingId])
  return done(
    listPassedRounds(recorded.value).map(({ motion, round }) => {
      const resolution = drafted.find(one => one.roundId === round.id)
      return {
        roundId: round.id,
        title: resolution?.wording.title || motion.content,
        state: resolution?.state ?? "toDraft",
        number: resolution ? (approvalOf(ctx, "resolution", resolution)?.number ?? "") : "",
      }
    }),
  )
}
