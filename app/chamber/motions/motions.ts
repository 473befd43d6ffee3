import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { findMotion, insertMotion, listMotions, type Motion, updateMotion } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { canVote } from "~/chamber/rules"
import { findAgendaItem } from "~/chamber/store"
import { formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkEntry, keepVersionIn, type MotionEntry } from "./motion-entry"
import { escalationName, motionEffectNames } from "./motion-terms"
import { pendingAmendment } from "./rules"

/** What a row holds before anything became of it. */
export const freshMotion = {
  amendsMotionId: null,
  amendsVersion: null,
  standing: "standing",
  standingReason: "",
  version: 1,
} as const

/**
 * 动议: what is to be voted on, put by the recorder while the meeting is in session.
 * Refusals: no_vote_by_rule, meeting_not_in_session, not_found, item_not_for_vote and those of `checkEntry`.
 */
export async function putMotion(
  ctx: Ctx,
  input: MotionEntry & { meetingId: string; agendaItemId: string },
): Promise<Result<{ motionId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const item = await findAgendaItem(q, ctx.community.id, meetingId, input.agendaItemId)
    const entry = await checkEntry(q, ctx, meeting, item?.topicId ?? null, input)
    if (!entry.ok) return entry
    const voting = canVote(frozenRuleOf(meeting))
    if (!voting.ok) return voting
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    if (!item) return refuse("not_found")
    if (item.handling !== "deliberate") return refuse("item_not_for_vote", { handling: item.handling })
    const motion: Motion = {
      ...freshMotion,
      ...entry.value,
      communityId: ctx.community.id,
      id: ctx.newId(),
      meetingId,
      agendaItemId: item.id,
      ordinal: ((await listMotions(q, ctx.community.id, meetingId)).at(-1)?.ordinal ?? 0) + 1,
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
    }
    await insertMotion(q, motion)
    await keepVersionIn(q, ctx, motion)
    await audit(q, ctx, "motion.put", meetingSubject(meetingId), { motionId: motion.id, ...entry.value })
    return done({ motionId: motion.id })
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/**
 * Another wording, until a round was opened on it: what was voted on stands. While an amendment to it waits, the text it
 * was drawn up from stands too. What a motion is (its kind) stays as it was put.
 * Refusals: not_found, amendment_not_edited, motion_withdrawn, motion_voted_on, amendment_pending { ordinal },
 * changed_meanwhile, and those of `putMotion`.
 */
export async function editMotion(
  ctx: Ctx,
  input: Omit<MotionEntry, "kind"> & { motionId: string; version: number },
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    if (motion.kind === "amendment") return refuse("amendment_not_edited")
    const { kind } = motion
    const item = await findAgendaItem(q, ctx.community.id, meetingId, motion.agendaItemId)
    const moverId = input.moverId === undefined ? motion.moverId : input.moverId
    const entry = await checkEntry(q, ctx, meeting, item?.topicId ?? null, { ...input, kind, moverId })
    if (!entry.ok) return entry
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    if (motion.standing !== "standing") return refuse("motion_withdrawn")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    if (rounds.some(round => round.motionId === motion.id)) return refuse("motion_voted_on")
    const pending = pendingAmendment(motion.id, await listMotions(q, ctx.community.id, meetingId), rounds)
    if (pending) return refuse("amendment_pending", { ordinal: pending.ordinal })
    const key = { communityId: ctx.community.id, id: motion.id, version: input.version }
    const { kind: _, ...set } = entry.value
    if (!(await updateMotion(q, key, set)))
      return refuse("changed_meanwhile", { version: motion.version, changes: differences(motion, set) })
    await keepVersionIn(q, ctx, { ...motion, ...set, version: input.version + 1 })
    await audit(q, ctx, "motion.edited", meetingSubject(meetingId), {
      motionId: motion.id,
      was: motion.content,
      ...set,
    })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

type Said = Pick<Motion, "content" | "effect" | "conditions" | "returnOn" | "escalateTo" | "options" | "seats">

/** What stands there now where it is not what was typed, line by line, for people. */
export const differences = (now: Said, typed: Said) => {
  const mine = motionLines(typed)
  return motionLines(now).filter((line, at) => line.now !== mine[at]?.now)
}

const motionLines = (motion: Said): { label: string; now: string }[] => [
  { label: "表决事项", now: motion.content },
  { label: "通过后算什么", now: motionEffectNames[motion.effect] },
  { label: "提交哪个程序", now: motion.escalateTo ? escalationName(motion.escalateTo) : "没有" },
  { label: "附带条件", now: motion.conditions?.join("；") ?? "没有" },
  { label: "选项", now: motion.options?.map(option => option.label).join("；") ?? "没有" },
  { label: "选几项", now: String(motion.seats) },
  { label: "再上会的日期", now: motion.returnOn ? formatDate(motion.returnOn) : "没有" },
]
