import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inMeeting, meetingSubject, stateChannel } from "./meeting-access"
import { listRounds } from "./round-store"
import { findAgendaItem, findMotion, insertMotion, listMotions, listProposalsOfMeeting, updateMotion } from "./store"

const longestMotion = 2000

function checkContent(content: string): Result<string> {
  const text = content.trim()
  if (!text) return refuse("motion_empty", { field: "content" })
  return text.length > longestMotion
    ? refuse("text_too_long", { field: "content", longest: longestMotion })
    : done(text)
}

/**
 * 动议: what is to be voted on, put by the recorder while the meeting is in session.
 * Refusals: meeting_not_in_session, motion_empty, text_too_long, not_found, item_not_deliberated, proposal_not_of_item.
 */
export async function putMotion(
  ctx: Ctx,
  input: { meetingId: string; agendaItemId: string; content: string; proposalId: string | null },
): Promise<Result<{ motionId: string }>> {
  const { meetingId } = input
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const content = checkContent(input.content)
    if (!content.ok) return content
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const item = await findAgendaItem(q, ctx.community.id, meetingId, input.agendaItemId)
    if (!item) return refuse("not_found")
    if (item.handling !== "deliberate") return refuse("item_not_deliberated")
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
      effect: "agreed",
      conditions: null,
      returnOn: null,
      createdAt: ctx.now(),
      createdBy: ctx.actor.name,
      version: 1,
    })
    await audit(q, ctx, "motion.put", meetingSubject(meetingId), { motionId, content: content.value })
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
  input: { motionId: string; version: number; content: string; proposalId: string | null },
): Promise<Result<null>> {
  const found = await findMotion(ctx.db.read, ctx.community.id, input.motionId)
  if (!found) return refuse("not_found")
  const { meetingId } = found
  const result = await inMeeting(ctx, meetingId, "meeting:record", async (q, meeting) => {
    const content = checkContent(input.content)
    if (!content.ok) return content
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const motion = await findMotion(q, ctx.community.id, input.motionId)
    if (!motion) return refuse("not_found")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    if (rounds.some(round => round.motionId === motion.id)) return refuse("motion_voted_on")
    const item = await findAgendaItem(q, ctx.community.id, meetingId, motion.agendaItemId)
    if (!(await isProposalOf(q, ctx, meetingId, item?.topicId ?? null, input.proposalId)))
      return refuse("proposal_not_of_item")
    const key = { communityId: ctx.community.id, id: motion.id, version: input.version }
    if (!(await updateMotion(q, key, { content: content.value, proposalId: input.proposalId })))
      return refuse("changed_meanwhile", {
        version: motion.version,
        changes: [{ label: "表决事项", now: motion.content }],
      })
    await audit(q, ctx, "motion.edited", meetingSubject(meetingId), {
      motionId: motion.id,
      content: content.value,
      was: motion.content,
    })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

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
