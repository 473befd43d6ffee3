import type { Reader } from "#db/client"
import type { ChallengeGround } from "#db/schema/chamber-challenges"
import { findParticipant } from "~/convening/store"
import { listChallenges } from "./challenge-store"
import { groundNames } from "./challenge-words"
import type { Round } from "./round-store"

/** One challenge to the count, as the chair and the round's page show it. */
export type ChallengeView = {
  challengeId: string
  participantId: string
  name: string
  ground: ChallengeGround
  groundName: string
  isFromTablet: boolean
  /** Who raised it in that one's place, as proxy; null of one's own. */
  raisedBy: string | null
  raisedAt: Date
  /** Null while it waits. */
  answer: { words: string; at: Date; by: string } | null
}

/** The waiting ones first, each in the order raised. */
export async function readChallenges(q: Reader, round: Pick<Round, "communityId" | "id">): Promise<ChallengeView[]> {
  const rows = await listChallenges(q, round.communityId, round.id)
  const raisers = new Map<string, string>()
  for (const { raisedById } of rows.filter(row => row.raisedById))
    raisers.set(raisedById!, (await findParticipant(q, round.communityId, raisedById!))?.name ?? "")
  const views = rows.map(one => ({
    challengeId: one.id,
    participantId: one.participantId,
    name: one.name,
    ground: one.ground,
    groundName: groundNames[one.ground],
    isFromTablet: one.means === "tablet",
    raisedBy: one.raisedById && (raisers.get(one.raisedById) ?? null),
    raisedAt: one.raisedAt,
    answer: one.answeredAt && { words: one.answer, at: one.answeredAt, by: one.answeredBy },
  }))
  return [...views.filter(view => !view.answer), ...views.filter(view => view.answer)]
}
