import type { Reader, Writer } from "#db/client"
import type { ResolutionWording } from "#db/schema/records"
import type { Template } from "#templates/print-paper"
import { type ResolutionFacts, resolutionTemplate } from "#templates/resolution"
import { findMeetingFor, inMeeting, stateChannel } from "~/chamber/meeting-access"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { draftResolutionWording } from "./drafting"
import { resolutionFigureProblems } from "./figure-facts"
import { readRecordedMeeting } from "./meeting-reading"
import {
  approvalOf,
  changedMeanwhile,
  drawPreview,
  findMeetingToExport,
  type IssuedPaper,
  issueApproved,
  missingIn,
  readRecorded,
} from "./papers"
import { findPassedRound, listPassedRounds } from "./recorded-meeting"
import { resolutionFacts } from "./resolution-facts"
import { isOver, resolutionLines, resolutionProblems } from "./rules"
import {
  findResolution,
  insertResolution,
  type Resolution,
  updateResolutionApproved,
  updateResolutionWording,
} from "./store"

const subjectOf = (resolution: Pick<Resolution, "id">) => ({ kind: "resolution", id: resolution.id }) as const

export type ResolutionKey = { meetingId: string; roundId: string }

/** A draft for each motion that was passed and has none yet; those that are there stay as they are. */
export async function draftResolutions(ctx: Ctx, meetingId: string): Promise<Result<{ drafted: number }>> {
  return inMeeting(ctx, meetingId, "record:edit", async (q, meeting) => {
    if (!isOver(meeting.state)) return refuse("meeting_not_over")
    const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
    if (!recorded) return refuse("not_found")
    let drafted = 0
    for (const { motion, round } of listPassedRounds(recorded)) {
      if (await findResolution(q, ctx.community.id, round.id)) continue
      const resolution = { id: ctx.newId(), meetingId, roundId: round.id }
      await insertResolution(q, {
        ...resolution,
        communityId: ctx.community.id,
        state: "draft",
        wording: draftResolutionWording(recorded, motion),
        createdAt: ctx.now(),
        createdBy: ctx.actor.name,
        version: 1,
      })
      await audit(q, ctx, "resolution.drafted", subjectOf(resolution), { meetingId, roundId: round.id })
      drafted += 1
    }
    return done({ drafted })
  })
}

/** The resolution of a round of this meeting; of another meeting it does not exist. */
async function findResolutionIn(
  q: Writer,
  ctx: Ctx,
  { meetingId, roundId }: ResolutionKey,
): Promise<Resolution | null> {
  const resolution = await findResolution(q, ctx.community.id, roundId)
  return resolution?.meetingId === meetingId ? resolution : null
}

/** Figures of a wording that are not those of its item; see figure-rules. */
async function figureProblems(q: Reader, ctx: Ctx, { meetingId, roundId }: ResolutionKey, wording: ResolutionWording) {
  const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
  const passed = recorded && findPassedRound(recorded, roundId)
  return passed ? resolutionFigureProblems(recorded, passed.motion.agendaItemId, wording) : []
}

/**
 * Saves the wording of a draft. Refusals: changed_meanwhile with what stands there now, already_approved,
 * figure_not_as_recorded { typed, recorded, field }.
 */
export async function editResolution(
  ctx: Ctx,
  key: ResolutionKey,
  wording: ResolutionWording,
  version: number,
): Promise<Result<{ version: number }>> {
  return inMeeting(ctx, key.meetingId, "record:edit", async q => {
    const resolution = await findResolutionIn(q, ctx, key)
    if (!resolution) return refuse("not_found")
    if (resolution.state === "approved") return refuse("already_approved")
    const stored = { version: resolution.version, lines: resolutionLines(resolution.wording) }
    const changed = () => changedMeanwhile(q, ctx, subjectOf(resolution), stored, resolutionLines(wording))
    if (resolution.version !== version) return changed()
    const [problem] = await figureProblems(q, ctx, key, wording)
    if (problem) return refuse(problem.code, problem.detail)
    const row = { communityId: ctx.community.id, id: resolution.id, version }
    if (!(await updateResolutionWording(q, row, wording))) return changed()
    await audit(q, ctx, "resolution.edited", subjectOf(resolution))
    return done({ version: version + 1 })
  })
}

/** Puts the draft before the chair: noted in its life, nothing else changes. */
export async function sendResolutionToChair(ctx: Ctx, key: ResolutionKey): Promise<Result<null>> {
  return inMeeting(ctx, key.meetingId, "record:edit", async q => {
    const resolution = await findResolutionIn(q, ctx, key)
    if (!resolution) return refuse("not_found")
    if (resolution.state === "approved") return refuse("already_approved")
    await audit(q, ctx, "resolution.sent", subjectOf(resolution))
    return done(null)
  })
}

/** The chair approves the wording that was read (`version`): it gets its number and day and is fixed. */
export async function approveResolution(
  ctx: Ctx,
  key: ResolutionKey,
  version: number,
): Promise<Result<{ year: number; sequence: number }>> {
  const allowed = await findMeetingFor(ctx, key.meetingId, "record:approve")
  if (!allowed.ok) return allowed
  const read = await readResolutionFacts(ctx, key)
  const missing = read.ok ? missingIn(ctx, read.value.facts) : []
  const voted = read.ok ? read.value.voted : []
  const result = await inMeeting(ctx, key.meetingId, "record:approve", async q => {
    const resolution = await findResolutionIn(q, ctx, key)
    if (!resolution) return refuse("not_found")
    if (resolution.state === "approved") return refuse("already_approved")
    if (resolution.version !== version) return refuse("wording_changed", { status: 409 })
    const [problem] = [
      ...resolutionProblems(allowed.value.state, resolution.wording, missing, voted),
      ...(await figureProblems(q, ctx, key, resolution.wording)),
    ]
    if (problem) return refuse(problem.code, problem.detail)
    const year = Number(civilDateOf(ctx.now()).slice(0, 4))
    const sequence = await takeNumber(q, ctx.community.id, "resolution", year)
    const approval = { year, sequence, approvedAt: ctx.now(), approvedBy: ctx.actor.name }
    const row = { communityId: ctx.community.id, id: resolution.id, version }
    // Under the meeting's lock it cannot have changed since; if it has, the number must go back with everything.
    if (!(await updateResolutionApproved(q, row, approval))) throw new Error("a resolution changed under its lock")
    await audit(q, ctx, "resolution.approved", subjectOf(resolution), { year, sequence })
    return done({ year, sequence })
  })
  if (result.ok) ctx.publish(stateChannel(key.meetingId))
  return result
}

/** The resolution with everything its paper says, for whatever draws it; whoever calls has asked whether the reader may. */
export async function readResolutionFacts(
  ctx: Ctx,
  { meetingId, roundId }: ResolutionKey,
): Promise<Result<{ resolution: Resolution; facts: ResolutionFacts; voted: string[] }>> {
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const passed = findPassedRound(recorded.value, roundId)
  const resolution = await findResolution(ctx.db.read, ctx.community.id, roundId)
  if (!passed || !resolution) return refuse("not_found")
  const approval = approvalOf(ctx, "resolution", resolution)
  return done({
    resolution,
    facts: resolutionFacts(recorded.value, passed.motion, passed.round, resolution.wording, approval),
    voted: passed.motion.conditions ?? [],
  })
}

/** The resolution for whoever words or approves it. */
async function readToExport(ctx: Ctx, key: ResolutionKey) {
  const allowed = await findMeetingToExport(ctx, key.meetingId)
  return allowed.ok ? readResolutionFacts(ctx, key) : allowed
}

/** The approved resolution as a file in the database, as a PDF unless another template is given. Refusal: not_approved. */
export async function exportResolution(
  ctx: Ctx,
  key: ResolutionKey,
  template: Template<ResolutionFacts> = resolutionTemplate,
): Promise<IssuedPaper> {
  const read = await readToExport(ctx, key)
  if (!read.ok) return read
  const { resolution, facts } = read.value
  return issueApproved(ctx, { kind: "resolution", paper: resolution, title: facts.title, facts, template })
}

/** The draft as it would be issued; nothing is stored and its title says that it is a draft. */
export async function previewResolution(
  ctx: Ctx,
  key: ResolutionKey,
  template: Template<ResolutionFacts> = resolutionTemplate,
): Promise<Result<Uint8Array>> {
  const read = await readToExport(ctx, key)
  return read.ok ? drawPreview(ctx, template, read.value.facts) : read
}
