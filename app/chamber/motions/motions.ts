import type { Writer } from "#db/client"
import type { MotionEffect } from "#db/words"
import { frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { checkEffect } from "~/chamber/motions/rules"
import { findMotion, insertMotion, listMotions, type Motion, updateMotion } from "~/chamber/motions/store"
import { listRounds } from "~/chamber/rounds/round-store"
import { canVote } from "~/chamber/rules"
import { findAgendaItem, listProposalsOfMeeting } from "~/chamber/store"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkOptions, type OptionsEntry } from "./motion-options"
import { motionEffectNames } from "./motion-terms"

const longestMotion = 2000

function checkContent(content: string): Result<string> {
  const text = content.trim()
  if (!text) return refuse("motion_empty", { field: "content" })
  return text.length > longestMotion
    ? refuse("text_too_long", { field: "content", longest: longestMotion })
    : done(text)
}

/** What a motion says. `conditions` are one clause each; `returnOn` is the day a topic that needs fieldwork is to be back. */
export type MotionEntry = {
  content: string
  proposalId: string | null
  /** 通过后算什么; 同意 where nothing is said. */
  effect?: MotionEffect
  conditions?: readonly string[]
  returnOn?: CivilDate | null
} & OptionsEntry

/**
 * 动议: what is to be voted on, put by the recorder while the meeting is in session.
 * Refusals: no_vote_by_rule, meeting_not_in_session, motion_empty, text_too_long, not_found, item_not_for_vote,
 * proposal_not_of_item and those of `checkEffect` and `checkOptions`.
 */
export async function putMotion(
  ctx: Ctx,
  input: MotionEntry & { meetingId: string; agendaItemId: string },
): Promise<Result<{ motionId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const content = checkContent(input.content)
    if (!content.ok) return content
    const effect = checkEffect(input, civilDateOf(ctx.now()))
    if (!effect.ok) return effect
    const options = checkOptions(input)
    if (!options.ok) return options
    const voting = canVote(frozenRuleOf(meeting))
    if (!voting.ok) return voting
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const item = await findAgendaItem(q, ctx.community.id, meetingId, input.agendaItemId)
    if (!item) return refuse("not_found")
    if (item.handling !== "deliberate") return refuse("item_not_for_vote", { handling: item.handling })
    if (!(await isProposalOf(q, ctx, meetingId, item.topicId, input.proposalId))) return refuse("proposal_not_of_item")
    const motionId = ctx.newId()
    await insertMotion(q, {
      communityId: ctx.community.id,
      id: motionId,
      meetingId,
      agendaItemId: item.id,
      ordinal: ((await listMotions(q, ctx.community.id, meetingId)).at(-1)?.ordinal ?? 0) + 1,
      content: content.value,
      proposalId: input.proposalId,
      ...effect.value,
      ...options.value,
      kind: "matter",
      amendsMotionId: null,
      amendsVersion: null,
      standing: "standing",
      standingReason: "",
      moverId: null,
      escalateTo: null,
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
      version: 1,
    })
    await audit(q, ctx, "motion.put", meetingSubject(meetingId), {
      motionId,
      content: content.value,
      ...effect.value,
      ...options.value,
    })
    return done({ motionId })
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/**
 * Another wording, until a round was opened on it: what was voted on stands.
 * Refusals: not_found, motion_voted_on, changed_meanwhile, and those of `putMotion`.
 */
export async function editMotion(
  ctx: Ctx,
  input: MotionEntry & { motionId: string; version: number },
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const content = checkContent(input.content)
    if (!content.ok) return content
    const effect = checkEffect(input, civilDateOf(ctx.now()))
    if (!effect.ok) return effect
    const options = checkOptions(input)
    if (!options.ok) return options
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    if (rounds.some(round => round.motionId === motion.id)) return refuse("motion_voted_on")
    const item = await findAgendaItem(q, ctx.community.id, meetingId, motion.agendaItemId)
    if (!(await isProposalOf(q, ctx, meetingId, item?.topicId ?? null, input.proposalId)))
      return refuse("proposal_not_of_item")
    const key = { communityId: ctx.community.id, id: motion.id, version: input.version }
    const set = { content: content.value, proposalId: input.proposalId, ...effect.value, ...options.value }
    if (!(await updateMotion(q, key, set)))
      return refuse("changed_meanwhile", { version: motion.version, changes: differences(motion, set) })
    await audit(q, ctx, "motion.edited", meetingSubject(meetingId), {
      motionId: motion.id,
      content: content.value,
      was: motion.content,
      ...effect.value,
      ...options.value,
    })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

type Said = Pick<Motion, "content" | "effect" | "conditions" | "returnOn" | "options" | "seats">

/** What stands there now where it is not what was typed, line by line, for people. */
const differences = (now: Said, typed: Said) => {
  const mine = motionLines(typed)
  return motionLines(now).filter((line, at) => line.now !== mine[at]?.now)
}

const motionLines = (motion: Said): { label: string; now: string }[] => [
  { label: "表决事项", now: motion.content },
  { label: "通过后算什么", now: motionEffectNames[motion.effect] },
  { label: "附带条件", now: motion.conditions?.join("；") ?? "没有" },
  { label: "选项", now: motion.options?.map(option => option.label).join("；") ?? "没有" },
  { label: "选几项", now: String(motion.seats) },
  { label: "再上会的日期", now: motion.returnOn ? formatDate(motion.returnOn) : "没有" },
]

/** Whether the proposal is one of the item's topic; none is always right. */
async function isProposalOf(
  q: Writer,
  ctx: Ctx,
  meetingId: string,
  topicId: string | null,
  proposalId: string | null,
): Promise<boolean> {
  if (proposalId === null) return true
  const known = await listProposalsOfMeeting(q, ctx.community.id, meetingId)
  return known.some(proposal => proposal.id === proposalId && proposal.topicId === topicId)
}
