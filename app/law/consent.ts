import type { Light } from "~/law/threshold"

/** 一致同意: silence is no consent, and a majority cannot stand in for anyone (民法典第279条, 解释第10、11条). */
export type ConsentAnswer = "for" | "against" | "abstain" | "invalid" | "notReturned"

export type ConsentDecision = {
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  reason: "allAgreed" | "someoneRefused" | "someoneSilent" | "nothingToCount"
  counts: Record<ConsentAnswer, number>
  light: Light
}
