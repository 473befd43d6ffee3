import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkFieldwork, type FieldworkEntry } from "./rules"
import { findTopic, insertFieldwork, updateTopicStates } from "./store"

/**
 * 调研 done: its findings stand with the topic, which is prepared again and may be reworded in their light.
 * Refusals: forbidden, not_found, fieldwork_not_owed and those of `checkFieldwork`.
 */
export async function recordFieldwork(
  ctx: Ctx,
  input: FieldworkEntry & { topicId: string },
): Promise<Result<{ fieldworkId: string }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const communityId = ctx.community.id
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    if (!(await findTopic(q, communityId, input.topicId))) return refuse("not_found")
    const now = ctx.now()
    const entry = checkFieldwork(input, civilDateOf(now))
    if (!entry.ok) return entry
    const moved = await updateTopicStates(q, communityId, [input.topicId], ["fieldwork"], "prepared")
    if (moved.length === 0) return refuse("fieldwork_not_owed")
    const fieldworkId = ctx.newId()
    await insertFieldwork(q, {
      communityId,
      id: fieldworkId,
      topicId: input.topicId,
      ...entry.value,
      createdAt: now,
      createdBy: ctx.actor.name,
    })
    const { doneOn, place } = entry.value
    await audit(q, ctx, "topic.fieldworkRecorded", { kind: "topic", id: input.topicId }, { doneOn, place })
    return done({ fieldworkId })
  })
}
