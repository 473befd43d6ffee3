import type { PartyOpinion } from "#db/schema/agenda"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkPartyReview } from "./party-review-rules"
import { mayReword } from "./rules"
import { findTopic, insertPartyReview, updateTopicStates } from "./store"

export type PartyReviewEntry = {
  heldOn: CivilDate
  /** 社区党委, 党总支, 党支部 … as printed. */
  organization: string
  entitled: number
  present: number
  opinion: PartyOpinion
  summary: string
}

/**
 * 党组织研究 of the current proposal, as it was held; a later record stands beside it and the newest holds. The law demands
 * it of 重要事项 that a 居民(代表)会议 decides (居委会组织法第30条第4款); of anything else it may be recorded, too.
 * Refusals: forbidden, not_found, topic_fixed and those of `checkPartyReview`.
 */
export async function recordPartyReview(
  ctx: Ctx,
  input: PartyReviewEntry & { topicId: string },
): Promise<Result<{ reviewId: string }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  const communityId = ctx.community.id
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    const found = await findTopic(q, communityId, input.topicId)
    if (!found) return refuse("not_found")
    const now = ctx.now()
    const entry = checkPartyReview(input, civilDateOf(now))
    if (!entry.ok) return entry
    const held = mayReword(found.state)
      ? await updateTopicStates(q, communityId, [found.id], [found.state], found.state)
      : []
    const topic = await findTopic(q, communityId, found.id)
    if (held.length === 0 || !topic) return refuse("topic_fixed")
    const { proposalOrdinal } = topic
    const reviewId = ctx.newId()
    await insertPartyReview(q, {
      communityId,
      id: reviewId,
      topicId: topic.id,
      proposalOrdinal,
      ...entry.value,
      recordedAt: now,
      recordedBy: ctx.actor.name,
    })
    const { heldOn, organization, opinion } = entry.value
    const detail = { ordinal: proposalOrdinal, heldOn, organization, opinion }
    await audit(q, ctx, "topic.partyReviewed", { kind: "topic", id: topic.id }, detail)
    return done({ reviewId })
  })
}
