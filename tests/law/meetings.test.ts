import { expect, test } from "vitest"
import { meetingCases } from "#tests/law/cases/meeting-cases"
import { decide } from "~/law/tally"

test.each(meetingCases)(
  "$article: $sentence",
  ({ rule, counts, attendance, castingVote, outcome, reason, article }) => {
    const decision = decide(counts, attendance, rule, castingVote)
    expect({ outcome: decision.outcome, reason: decision.reason }).toEqual({ outcome, reason })
    for (const light of decision.lights) expect(light.article).toBe(article)
  },
)

test("the table of meetings is as long as promised, and tells no case twice", () => {
  expect(meetingCases.length).toBeGreaterThanOrEqual(130)
  expect(new Set(meetingCases.map(one => `${one.article} ${one.sentence}`)).size).toBe(meetingCases.length)
})
