import type { Writer } from "#db/client"
import { topicStates } from "#db/schema/agenda"
import { formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { isSameWording, mayReword, type ProposalWording, yuanText } from "./rules"
import { findTopic, insertProposal, listProposals, updateTopicStates } from "./store"

export type SaveProposal = ProposalWording & {
  topicId: string
  /** The wording the editor saw: 0 where there was none. */
  version: number
}

/**
 * A new wording of the topic's proposal: a row beside the earlier ones. The same words again write nothing.
 * Refusals: forbidden, not_found, topic_fixed, changed_meanwhile.
 */
export async function saveProposal(
  ctx: Ctx,
  input: SaveProposal,
): Promise<Result<{ version: number; isNew: boolean }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return writeOrRefuse<{ version: number; isNew: boolean }>(ctx, `topic:${input.topicId}`, async q => {
    const topic = await findTopic(q, ctx.community.id, input.topicId)
    if (!topic) return refuse("not_found")
    // Holds the row: a meeting that is convened meanwhile waits and takes this wording, or was first and this is refused.
    const open = topicStates.filter(mayReword)
    const held = await updateTopicStates(q, ctx.community.id, [topic.id], open, "prepared")
    if (held.length === 0) return refuse("topic_fixed")
    const [newest] = await listProposals(q, ctx.community.id, [topic.id])
    // The same words again: a second click, or two people of one mind.
    if (newest && isSameWording(newest, input)) return done({ version: newest.version, isNew: false })
    const version = newest?.version ?? 0
    if (version !== input.version)
      return refuse("changed_meanwhile", {
        by: newest?.createdBy,
        version,
        changes: newest ? wordingLines(newest) : [],
      })
    if (!newest) await insertFirstProposalIn(q, ctx, topic.id, input)
    else {
      await insertWording(q, ctx, topic.id, newest.ordinal, version + 1, input)
      await audit(q, ctx, "proposal.reworded", { kind: "topic", id: topic.id }, { version: version + 1 })
    }
    return done({ version: version + 1, isNew: true })
  })
}

/** Inner step: wording 1 of proposal 1. The caller sets the topic's state. */
export async function insertFirstProposalIn(q: Writer, ctx: Ctx, topicId: string, wording: ProposalWording) {
  await insertWording(q, ctx, topicId, 1, 1, wording)
  await audit(q, ctx, "proposal.written", { kind: "topic", id: topicId }, { version: 1 })
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
