import type { Writer } from "#db/client"
import { topicStates } from "#db/schema/agenda"
import { formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { isSameWording, mayOpenNext, mayReword, type ProposalWording, yuanText } from "./rules"
import {
  findTopic,
  insertBlockedProposal,
  insertProposal,
  listWordingsInForce,
  updateTopicStates,
  updateTopicToNextProposal,
} from "./store"

export type SaveProposal = ProposalWording & {
  topicId: string
  /** The wording the editor saw: 0 where there was none. */
  version: number
  /** 第几个方案 the editor saw. */
  ordinal?: number
}

/**
 * A new wording of the topic's current proposal: a row beside the earlier ones. The same words again write nothing.
 * Refusals: forbidden, not_found, topic_fixed, changed_meanwhile.
 */
export async function saveProposal(
  ctx: Ctx,
  input: SaveProposal,
): Promise<Result<{ version: number; isNew: boolean }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return writeOrRefuse<{ version: number; isNew: boolean }>(ctx, `topic:${input.topicId}`, async q => {
    if (!(await findTopic(q, ctx.community.id, input.topicId))) return refuse("not_found")
    // Holds the row: a meeting that is convened meanwhile waits and takes this wording, or was first and this is refused.
    const open = topicStates.filter(mayReword)
    const held = await updateTopicStates(q, ctx.community.id, [input.topicId], open, "prepared")
    // Read once it is held: its next proposal may have been opened meanwhile.
    const topic = await findTopic(q, ctx.community.id, input.topicId)
    if (held.length === 0 || !topic) return refuse("topic_fixed")
    const newest = (await listWordingsInForce(q, ctx.community.id, [topic.id])).get(topic.id)
    // The same words again: a second click, or two people of one mind.
    if (newest && isSameWording(newest, input)) return done({ version: newest.version, isNew: false })
    const version = newest?.version ?? 0
    const ordinal = topic.proposalOrdinal
    if (version !== input.version || ordinal !== (input.ordinal ?? ordinal))
      return refuse("changed_meanwhile", {
        by: newest?.createdBy,
        version,
        ordinal,
        changes: newest ? wordingLines(newest) : [],
      })
    if (!newest) await insertFirstWordingIn(q, ctx, topic.id, ordinal, input)
    else {
      await insertWording(q, ctx, topic.id, ordinal, version + 1, input)
      await audit(q, ctx, "proposal.reworded", { kind: "topic", id: topic.id }, { ordinal, version: version + 1 })
    }
    return done({ version: version + 1, isNew: true })
  })
}

/** Inner step: wording 1 of the proposal with this ordinal. The caller sets the topic's state. */
export async function insertFirstWordingIn(
  q: Writer,
  ctx: Ctx,
  topicId: string,
  ordinal: number,
  wording: ProposalWording,
) {
  await insertWording(q, ctx, topicId, ordinal, 1, wording)
  await audit(q, ctx, "proposal.written", { kind: "topic", id: topicId }, { ordinal, version: 1 })
}

/**
 * 受阻: the proposal agreed on cannot be carried out, so the next one of the same topic is opened and has to be written.
 * Refusals: forbidden and those of `openNextProposalIn`.
 */
export async function openNextProposal(
  ctx: Ctx,
  input: { topicId: string; reason: string },
): Promise<Result<{ ordinal: number }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return ctx.db.tx(`topic:${input.topicId}`, q => openNextProposalIn(q, ctx, input))
}

/** Inner step; returns which proposal was opened. Refusals: not_found, block_reason_missing, topic_not_agreed. */
export async function openNextProposalIn(
  q: Writer,
  ctx: Ctx,
  input: { topicId: string; reason: string },
): Promise<Result<{ ordinal: number }>> {
  const topic = await findTopic(q, ctx.community.id, input.topicId)
  if (!topic) return refuse("not_found")
  const reason = input.reason.trim()
  if (!reason) return refuse("block_reason_missing", { field: "reason" })
  const { proposalOrdinal: ordinal } = topic
  const key = { communityId: ctx.community.id, topicId: topic.id, ordinal }
  if (!mayOpenNext(topic) || !(await updateTopicToNextProposal(q, key))) return refuse("topic_not_agreed")
  await insertBlockedProposal(q, { ...key, reason, blockedAt: ctx.now(), recordedBy: ctx.actor.name })
  await audit(q, ctx, "proposal.blocked", { kind: "topic", id: topic.id }, { ordinal, reason })
  return done({ ordinal: ordinal + 1 })
}

const insertWording = (
  q: Writer,
  ctx: Ctx,
  topicId: string,
  ordinal: number,
  version: number,
  { content, budgetFen, funding, handler, dueOn }: ProposalWording,
) =>
  insertProposal(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    topicId,
    ordinal,
    version,
    content,
    budgetFen,
    funding,
    handler,
    dueOn,
    createdAt: ctx.now(),
    createdBy: ctx.actor.name,
  })

/** A wording line by line, for people. */
export const wordingLines = (wording: ProposalWording): { label: string; now: string }[] => [
  { label: "做什么", now: wording.content },
  { label: "预算", now: wording.budgetFen === null ? "不花钱" : `${yuanText(wording.budgetFen)}元` },
  { label: "谁出钱", now: wording.funding || "没有写" },
  { label: "谁来办", now: wording.handler || "没有写" },
  { label: "何时办完", now: wording.dueOn ? formatDate(wording.dueOn) : "没有定" },
]
