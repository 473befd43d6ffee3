import type { Bar, Light } from "~/law/threshold"

/** What one owner's paper says; 弃权 takes part, 无效 and 未返回 are apart. */
export type OwnerAnswer = "for" | "against" | "abstain" | "invalid" | "notReturned"

export type OwnerVote = {
  areaCm2: number
  answer: OwnerAnswer
  /** Whether handing over the paper is proven: silence is only ever counted of those who were reached. */
  isDelivered: boolean
}

/**
 * What is made of a paper that was delivered and not returned. 民法典第278条 says nothing of it: counting it needs the
 * estate's own 议事规则.
 */
export const silenceModes = ["notParticipating", "withMajority", "abstain"] as const
export type SilenceMode = (typeof silenceModes)[number]

export type OwnersRule = {
  participation: { bar: Bar; article: string }
  agreement: { bar: Bar; article: string }
  silence: { mode: SilenceMode; article: string }
  /** Whether whoever handed in an invalid paper 参与表决: the Code does not say. */
  invalid: { mode: "notParticipating" | "participating"; article: string }
}

/** Heads and area of one group; area in cm². */
export type Measure = { heads: number; areaCm2: number }

export type OwnersCount = {
  whole: Measure
  for: Measure
  against: Measure
  abstain: Measure
  invalid: Measure
  /** Not returned, by whether it was delivered. */
  silent: Measure
  notDelivered: Measure
}

export type OwnersReason = "agreed" | "tooFewTookPart" | "notEnoughAgreed" | "nothingToCount" | "figuresContradict"

/** Four lights: participation by heads and by area, agreement by heads and by area. */
export type OwnersVerdict = {
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  reason: OwnersReason
  lights: Light[]
}

export type OwnersDecision = {
  count: OwnersCount
  /** By the answers alone: always shown. */
  strict: OwnersVerdict
  /** By the estate's own rule on silence; null where silence does not take part. */
  byRule: { mode: Exclude<SilenceMode, "notParticipating">; verdict: OwnersVerdict; explanation: string } | null
  outcome: OwnersVerdict["outcome"]
  reason: OwnersReason
  /** The other reading of invalid papers would come to another outcome: said, so that nobody finds it out later. */
  hangsOnInvalid: boolean
}
