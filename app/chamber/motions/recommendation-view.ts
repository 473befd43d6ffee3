import type { Reader } from "#db/client"
import type { PartyOpinion } from "#db/schema/agenda"
import type { RecommendationStance } from "#db/schema/chamber-motions"
import { listAllPartyReviews } from "~/agenda/procedure-store"
import type { AgendaItem, Meeting } from "~/convening/store"
import { recommendationStanceNames } from "./motion-terms"
import { listRecommendations, type Motion } from "./store"

/** 社区党委建议同意：… */
export type RecommendationView = { body: string; stanceName: string; reason: string }

const stanceOf: Record<PartyOpinion, RecommendationStance> = {
  agreed: "recommended",
  agreedWithChanges: "recommendedWithChanges",
  notAgreed: "advisedAgainst",
}

type Place = Pick<AgendaItem, "id" | "topicId" | "proposalId">

/**
 * What was recommended of each motion. The party organization's study of the proposal speaks by itself, as it was when the
 * motion was put; whatever else a body says of it later takes the place of its earlier word.
 */
export async function readRecommendations(
  q: Reader,
  meeting: Pick<Meeting, "id" | "communityId">,
  items: readonly Place[],
  motions: readonly Motion[],
  proposals: readonly { id: string; ordinal: number }[],
): Promise<Map<string, RecommendationView[]>> {
  if (motions.length === 0) return new Map()
  const recorded = await listRecommendations(q, meeting.communityId, meeting.id)
  const topicIds = items.flatMap(item => item.topicId ?? [])
  const reviews = await listAllPartyReviews(q, meeting.communityId, topicIds)
  const ordinals = new Map(proposals.map(proposal => [proposal.id, proposal.ordinal]))
  const studyOf = (motion: Motion) => {
    const item = items.find(one => one.id === motion.agendaItemId)
    const ordinal = ordinals.get(motion.proposalId ?? item?.proposalId ?? "")
    // What was studied is the proposal, not how its wording may be changed, nor who is chosen.
    if (motion.kind !== "matter" || !item?.topicId) return undefined
    return reviews.find(
      review =>
        review.topicId === item.topicId &&
        review.recordedAt <= motion.createdAt &&
        (ordinal === undefined || review.proposalOrdinal === ordinal),
    )
  }
  return new Map(
    motions.map(motion => {
      const words = new Map<string, RecommendationView>()
      const study = studyOf(motion)
      if (study) words.set(study.organization, viewOf(study.organization, stanceOf[study.opinion], study.summary))
      for (const { motionId, body, stance, reason } of recorded)
        if (motionId === motion.id) words.set(body, viewOf(body, stance, reason))
      return [motion.id, [...words.values()]]
    }),
  )
}

const viewOf = (body: string, stance: RecommendationStance, reason: string): RecommendationView => ({
  body,
  stanceName: recommendationStanceNames[stance],
  reason,
})
