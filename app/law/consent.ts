import { EVERYONE, type Light, makeLight } from "~/law/threshold"

/** 一致同意: silence is no consent, and a majority cannot stand in for anyone (民法典第279条, 解释第10、11条). */
export type ConsentAnswer = "for" | "against" | "abstain" | "invalid" | "notReturned"

export type ConsentDecision = {
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  /** someoneSilent: nobody refused, but of at least one there is no yes: abstained, invalid or not returned. */
  reason: "allAgreed" | "someoneRefused" | "someoneSilent" | "nothingToCount"
  counts: Record<ConsentAnswer, number>
  light: Light
}

/**
 * Whether every one of those concerned agreed: one answer each, of one owner alike. 弃权, 无效 and 未返回 are no consent
 * (解释第10条: 多数有利害关系的业主同意 is no defence). Of nobody it cannot be said.
 */
export function decideConsent(
  answers: readonly ConsentAnswer[],
  rule: { label: string; article: string },
): ConsentDecision {
  const counts: Record<ConsentAnswer, number> = { for: 0, against: 0, abstain: 0, invalid: 0, notReturned: 0 }
  for (const answer of answers) counts[answer] += 1
  const { label, article } = rule
  const light = makeLight({ label, count: counts.for, whole: answers.length, bar: EVERYONE, article })
  const decision = (outcome: ConsentDecision["outcome"], reason: ConsentDecision["reason"]): ConsentDecision => ({
    outcome,
    reason,
    counts,
    light,
  })
  if (!light.countable) return decision("cannotBeCounted", "nothingToCount")
  if (light.met) return decision("passed", "allAgreed")
  return decision("notPassed", counts.against > 0 ? "someoneRefused" : "someoneSilent")
}
