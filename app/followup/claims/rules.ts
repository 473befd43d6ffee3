import type { ClaimState } from "#db/schema/followup-claims"
import type { IssueState, Triage } from "#db/schema/intake"
import type { CivilDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"

export const claimStateNames: Record<ClaimState, string> = {
  claimed: "已认领",
  doing: "办理中",
  done: "已完成",
  ended: "已终止",
}

/** In somebody's hands: there is one such claim of a wish at most. */
export const openClaimStates = ["claimed", "doing"] as const satisfies readonly ClaimState[]

export const isOpenClaim = (state: ClaimState): boolean => (openClaimStates as readonly ClaimState[]).includes(state)

/** Refuses claim_moved_on: it was finished or given up meanwhile. */
export const checkOpenClaim = (claim: { state: ClaimState }): Result<null> =>
  isOpenClaim(claim.state) ? done(null) : refuse("claim_moved_on", { state: claim.state })

/** What the rule looks at of a wish. */
export type WishFacts = {
  state: IssueState
  triage: Triage | null
  mergedIntoId: string | null
  /** The day its proposer was last given a final answer; null before. */
  answeredOn: CivilDate | null
}
type ClaimFacts = { state: ClaimState; doneOn: CivilDate | null }

/** Met, and its proposer not told yet: what was answered since then and is open again is a wish anew. */
export const awaitsAnswer = (wish: Pick<WishFacts, "answeredOn">, claims: readonly ClaimFacts[]): boolean =>
  claims.some(
    claim =>
      claim.state === "done" && claim.doneOn !== null && (wish.answeredOn === null || wish.answeredOn < claim.doneOn),
  )

/**
 * A wish is taken up while it is open and nobody has it. Refuses issue_merged, issue_not_wish, wish_claimed,
 * wish_awaits_answer.
 */
export function checkWish(wish: WishFacts, claims: readonly ClaimFacts[]): Result<null> {
  if (wish.mergedIntoId !== null) return refuse("issue_merged")
  if (wish.triage !== "wish" || wish.state !== "sorted") return refuse("issue_not_wish")
  if (claims.some(claim => isOpenClaim(claim.state))) return refuse("wish_claimed")
  return awaitsAnswer(wish, claims) ? refuse("wish_awaits_answer") : done(null)
}

/** offered now; over: its last day has gone by; ended: taken back with a reason. */
export type ResourceState = "offered" | "over" | "ended"
export const resourceStateNames: Record<ResourceState, string> = { offered: "可用", over: "已到期", ended: "已停止" }

export const resourceStateOf = (
  resource: { until: CivilDate | null; endedAt: Date | null },
  today: CivilDate,
): ResourceState =>
  resource.endedAt !== null ? "ended" : resource.until !== null && resource.until < today ? "over" : "offered"

/** When a wish was met: not before it was taken up, and not in the future. Refuses claim_done_date. */
export const checkDoneOn = (claim: { claimedOn: CivilDate }, doneOn: CivilDate, today: CivilDate): Result<null> =>
  doneOn < claim.claimedOn || doneOn > today ? refuse("claim_done_date", { field: "doneOn" }) : done(null)
