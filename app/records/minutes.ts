import type { Writer } from "#db/client"
import type { MinutesWording } from "#db/schema/records"
import { type MinutesFacts, minutesTemplate } from "#templates/minutes"
import type { Template } from "#templates/print-paper"
import { findMeetingFor, inMeeting, stateChannel } from "~/chamber/meeting-access"
import { updateMeetingState } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import { takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { draftMinutesWording, unwrittenIn } from "./drafting"
import { minutesFigureProblems } from "./figure-facts"
import { readRecordedMeeting } from "./meeting-reading"
import { minutesFacts } from "./minutes-facts"
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
import { agendaForApproval } from "./recorded-meeting"
import { isOver, minutesLines, minutesProblems } from "./rules"
import { findMinutes, insertMinutes, type Minutes, updateMinutesApproved, updateMinutesWording } from "./store"

const subjectOf = (minutes: Pick<Minutes, "id">) => ({ kind: "minutes", id: minutes.id }) as const

/** The first wording, out of what was recorded; one per meeting: asked again, the same draft comes back. */
export async function draftMinutes(ctx: Ctx, meetingId: string): Promise<Result<{ id: string }>> {
  return inMeeting(ctx, meetingId, "record:edit", async (q, meeting) => {
    const earlier = await findMinutes(q, ctx.community.id, meetingId)
    if (earlier) return done({ id: earlier.id })
    if (!isOver(meeting.state)) return refuse("meeting_not_over")
    const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
    if (!recorded) return refuse("not_found")
    const minutes = { id: ctx.newId(), meetingId, wording: draftMinutesWording(recorded) }
    await insertMinutes(q, {
      ...minutes,
      communityId: ctx.community.id,
      state: "draft",
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
      version: 1,
    })
    await audit(q, ctx, "minutes.drafted", subjectOf(minutes), { meetingId })
    return done({ id: minutes.id })
  })
}

/**
 * Saves the wording of a draft, `withConfirmed` with what was confirmed since it was drawn up before its opening. Refusals:
 * changed_meanwhile with what stands there now, already_approved, and figure_not_as_recorded { typed, recorded, field }:
 * words are anybody's, votes and heads are the record's.
 */
export async function editMinutes(
  ctx: Ctx,
  meetingId: string,
  wording: MinutesWording,
  version: number,
  opening: "asTyped" | "withConfirmed" = "asTyped",
): Promise<Result<{ version: number }>> {
  return inMeeting(ctx, meetingId, "record:edit", async q => {
    const minutes = await findMinutes(q, ctx.community.id, meetingId)
    if (!minutes) return refuse("not_found")
    if (minutes.state === "approved") return refuse("already_approved")
    // The agenda is the meeting's: a wording for other items is not a wording of these minutes.
    const items = minutes.wording.items.map(
      item => wording.items.find(one => one.agendaItemId === item.agendaItemId) ?? item,
    )
    const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
    const confirmed = recorded && opening === "withConfirmed" ? unwrittenIn(wording, recorded.confirmedMinutes) : []
    const whole = { ...wording, items, opening: [...confirmed, wording.opening].join("") }
    const stored = { version: minutes.version, lines: minutesLines(minutes.wording) }
    const changed = () => changedMeanwhile(q, ctx, subjectOf(minutes), stored, minutesLines(whole))
    if (minutes.version !== version) return changed()
    const [problem] = recorded ? minutesFigureProblems(recorded, whole) : []
    if (problem) return refuse(problem.code, problem.detail)
    const key = { communityId: ctx.community.id, id: minutes.id, version }
    if (!(await updateMinutesWording(q, key, whole))) return changed()
    await audit(q, ctx, "minutes.edited", subjectOf(minutes))
    return done({ version: version + 1 })
  })
}

/** Puts the draft before the chair: noted in its life, nothing else changes. */
export async function sendMinutesToChair(ctx: Ctx, meetingId: string): Promise<Result<null>> {
  return inMeeting(ctx, meetingId, "record:edit", async q => {
    const minutes = await findMinutes(q, ctx.community.id, meetingId)
    if (!minutes) return refuse("not_found")
    if (minutes.state === "approved") return refuse("already_approved")
    await audit(q, ctx, "minutes.sent", subjectOf(minutes))
    return done(null)
  })
}

/**
 * The chair approves the wording that was read (`version`): number and day are given, the meeting counts as minuted, and
 * the wording is fixed. Refusals: the first thing that is missing, wording_changed, already_approved.
 */
export async function approveMinutes(
  ctx: Ctx,
  meetingId: string,
  version: number,
): Promise<Result<{ year: number; sequence: number }>> {
  const allowed = await findMeetingFor(ctx, meetingId, "record:approve")
  if (!allowed.ok) return allowed
  // The fonts are opened before the transaction, which must be short; the version says that nothing changed since.
  const missing = await missingBefore(ctx, meetingId)
  const result = await inMeeting(ctx, meetingId, "record:approve", q =>
    approveMinutesIn(q, ctx, meetingId, version, missing),
  )
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

async function approveMinutesIn(
  q: Writer,
  ctx: Ctx,
  meetingId: string,
  version: number,
  missing: string[],
): Promise<Result<{ year: number; sequence: number }>> {
  const minutes = await findMinutes(q, ctx.community.id, meetingId)
  const recorded = await readRecordedMeeting(q, ctx.community, meetingId)
  if (!minutes || !recorded) return refuse("not_found")
  if (minutes.state === "approved") return refuse("already_approved")
  if (minutes.version !== version) return refuse("wording_changed", { status: 409 })
  const [problem] = [
    ...minutesProblems(recorded.meeting.state, minutes.wording, agendaForApproval(recorded), missing),
    ...minutesFigureProblems(recorded, minutes.wording),
  ]
  if (problem) return refuse(problem.code, problem.detail)
  const year = Number(civilDateOf(ctx.now()).slice(0, 4))
  const sequence = await takeNumber(q, ctx.community.id, "minutes", year)
  const approval = { year, sequence, approvedAt: ctx.now(), approvedBy: ctx.actor.name }
  const key = { communityId: ctx.community.id, id: minutes.id, version }
  const isApproved = await updateMinutesApproved(q, key, approval)
  const isMinuted = await updateMeetingState(q, ctx.community.id, meetingId, ["closed"], "minuted")
  // Under the meeting's lock neither can have changed since; if one has, the number must go back with everything.
  if (!isApproved || !isMinuted) throw new Error("minutes changed under the lock of their meeting")
  await audit(q, ctx, "minutes.approved", subjectOf(minutes), { year, sequence })
  await audit(q, ctx, "meeting.minuted", { kind: "meeting", id: meetingId }, { year, sequence })
  return done({ year, sequence })
}

async function missingBefore(ctx: Ctx, meetingId: string): Promise<string[]> {
  const facts = await readMinutesFacts(ctx, meetingId)
  return facts.ok ? missingIn(ctx, facts.value.facts) : []
}

/** The minutes with everything their paper says, for whatever draws it; whoever calls has asked whether the reader may. */
export async function readMinutesFacts(
  ctx: Ctx,
  meetingId: string,
): Promise<Result<{ minutes: Minutes; facts: MinutesFacts }>> {
  const recorded = await readRecorded(ctx, meetingId)
  if (!recorded.ok) return recorded
  const minutes = await findMinutes(ctx.db.read, ctx.community.id, meetingId)
  if (!minutes) return refuse("not_found")
  return done({ minutes, facts: minutesFacts(recorded.value, minutes.wording, approvalOf(ctx, "minutes", minutes)) })
}

/** The minutes for whoever words or approves them. */
async function readToExport(ctx: Ctx, meetingId: string) {
  const allowed = await findMeetingToExport(ctx, meetingId)
  return allowed.ok ? readMinutesFacts(ctx, meetingId) : allowed
}

/** The approved minutes as a file in the database, as a PDF unless another template is given. Refusal: not_approved. */
export async function exportMinutes(
  ctx: Ctx,
  meetingId: string,
  template: Template<MinutesFacts> = minutesTemplate,
): Promise<IssuedPaper> {
  const read = await readToExport(ctx, meetingId)
  if (!read.ok) return read
  const { minutes, facts } = read.value
  const title = facts.title.replaceAll("\n", "")
  return issueApproved(ctx, { kind: "minutes", paper: minutes, title, facts, template })
}

/** The draft as it would be issued; nothing is stored and its title says that it is a draft. */
export async function previewMinutes(
  ctx: Ctx,
  meetingId: string,
  template: Template<MinutesFacts> = minutesTemplate,
): Promise<Result<Uint8Array>> {
  const read = await readToExport(ctx, meetingId)
  return read.ok ? drawPreview(ctx, template, read.value.facts) : read
}
