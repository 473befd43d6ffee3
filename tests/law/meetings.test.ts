import { expect, test } from "vitest"
import { meetingCases } from "#tests/law/cases/meeting-cases"
import { decide } from "~/law/tally"

test.each(meetingCases)(
  "$article: $sentence",
  ({ rule, counts, attendance, castingVote, outcome, reason, article }) => {
    const decision = decide(counts, attendance, rule, castingVote)
    expect({ outcome: decision.outcome, reason: decision.reason }).toEqual({ outcome, reason })
    for (const light of decision.lights) expect(light.article).toBe(article)
    // What cannot be counted waits for nobody: the chair cannot repair a false count.
    if (outcome === "cannotBeCounted") expect([decision.castingVote, decision.awaitsCastingVote]).toEqual([null, false])
  },
)
