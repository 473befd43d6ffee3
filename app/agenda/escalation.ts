import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { ProcedureKey } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { isEscalation, routingOfEscalation } from "./escalation-rules"
import { listAllRoutings } from "./procedure-store"
import { findTopic, insertRouting, updateTopicStates } from "./store"

/** Inner step of deciding: by the meeting's word the current proposal is for a higher procedure from now on. */
export async function escalateTopicIn(q: Writer, ctx: Ctx, topicId: string, procedure: ProcedureKey): Promise<void> {
  const topic = await findTopic(q, ctx.community.id, topicId)
  if (!topic) return
  await insertRouting(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    topicId,
    proposalOrdinal: topic.proposalOrdinal,
    ...routingOfEscalation(procedure),
    routedAt: ctx.now(),
    routedBy: ctx.actor.name,
  })
}

/**
 * Inner step: the result a topic was decided by does not hold (a signed correction set it aside): it is before its meeting
 * again, by the procedure it came with. Refusal: topic_moved_on, where something was done upon the decision meanwhile.
 */
export async function reopenTopicIn(
  q: Writer,
  ctx: Ctx,
  topicId: string,
  meeting: { id: string; title: string },
): Promise<Result<null>> {
  const communityId = ctx.community.id
  const topic = await findTopic(q, communityId, topicId)
  if (!topic) return refuse("topic_moved_on")
  // Nothing was decided that could be taken back: it still waits for its vote.
  if (topic.state === "scheduled") return done(null)
  const [newest, ...earlier] = (await listAllRoutings(q, communityId, topicId)).filter(
    routing => routing.proposalOrdinal === topic.proposalOrdinal,
  )
  const isEscalated = topic.state === "prepared" && newest !== undefined && isEscalation(newest)
  if (!isEscalated && topic.state !== "decided" && topic.state !== "fieldwork") return refuse("topic_moved_on")
  const moved = await updateTopicStates(q, communityId, [topicId], [topic.state], "scheduled")
  if (moved.length === 0) return refuse("topic_moved_on")
  const held = earlier.find(routing => !isEscalation(routing))
  // Append-only: what held before the escalation is judged once more.
  if (isEscalated && held)
    await insertRouting(q, { ...held, id: ctx.newId(), routedAt: ctx.now(), routedBy: ctx.actor.name })
  await audit(
    q,
    ctx,
    "topic.reopened",
    { kind: "topic", id: topicId },
    { meetingId: meeting.id, meeting: meeting.title },
  )
  return done(null)
}
