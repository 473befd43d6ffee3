import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { type ProcedureKey, procedureNames, routeOf } from "~/rulebook/routing"
import type { Ctx } from "~/web/context"
import { escalatedFrom } from "./escalation-rules"
import { askedOf } from "./procedure-asking"
import { mayReword } from "./rules"
import { findTopic, insertRouting, listRoutings, updateTopicStates } from "./store"

/**
 * 判断程序: by what was answered, the procedure the current proposal of a topic needs, and why. Asked again it stands beside
 * the earlier judgement, and the newest holds. Only what was really asked is kept of `answers`.
 * Refusals: forbidden, not_found, topic_fixed, routing_incomplete, topic_escalated { procedure }.
 */
export async function routeTopic(
  ctx: Ctx,
  input: { topicId: string; answers: Readonly<Record<string, string>> },
): Promise<Result<{ procedure: ProcedureKey }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const communityId = ctx.community.id
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    const found = await findTopic(q, communityId, input.topicId)
    if (!found) return refuse("not_found")
    // Holds the row: a meeting convened meanwhile sees this judgement, or was first and this is refused.
    const held = mayReword(found.state)
      ? await updateTopicStates(q, communityId, [found.id], [found.state], found.state)
      : []
    const topic = await findTopic(q, communityId, found.id)
    if (held.length === 0 || !topic) return refuse("topic_fixed")
    const { answers } = askedOf(input.answers)
    const route = routeOf(answers)
    if (!route) return refuse("routing_incomplete")
    const { procedure, isImportant, why, article } = route
    const { proposalOrdinal } = topic
    const standing = (await listRoutings(q, communityId, [topic.id])).get(topic.id)
    const escalated = standing && escalatedFrom(standing, procedure)
    if (escalated) return refuse("topic_escalated", { procedure: procedureNames[escalated] })
    await insertRouting(q, {
      communityId,
      id: ctx.newId(),
      topicId: topic.id,
      proposalOrdinal,
      answers,
      procedure,
      isImportant,
      why,
      article,
      routedAt: ctx.now(),
      routedBy: ctx.actor.name,
    })
    await audit(
      q,
      ctx,
      "topic.routed",
      { kind: "topic", id: topic.id },
      { ordinal: proposalOrdinal, procedure, article },
    )
    return done({ procedure })
  })
}
