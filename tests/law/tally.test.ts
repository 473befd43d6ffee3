import fc from "fast-check"
import { expect, test } from "vitest"
import { type Counts, choices, countCast, type DecisionRule, decide, tally } from "~/law/tally"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

// 居委会组织法第29条: 三分之二以上的组成人员参加; 到会组成人员的过半数通过.
const assembly: DecisionRule = {
  quorum: { label: "到会组成人员", bar: TWO_THIRDS_OR_MORE, article: "第二十九条" },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: "第二十九条" },
}
const onBase = (base: DecisionRule["agreement"]["base"], bar = MORE_THAN_HALF): DecisionRule => ({
  quorum: null,
  agreement: { label: "赞成人数", bar, base, article: "本社区议事规则" },
})
const votes = (inFavour: number, against: number, abstain = 0, invalid = 0): Counts => ({
  for: inFavour,
  against,
  abstain,
  invalid,
})

test("ballots are counted apart, an invalid one is not an abstention", () => {
  expect(tally(["for", "for", "against", "abstain", "invalid", "for"])).toEqual(votes(3, 1, 1, 1))
})

test("no ballots give four noughts", () => {
  expect(tally([])).toEqual(votes(0, 0))
})

test.each<[string, Counts, number, number, string, string]>([
  ["29: two thirds came exactly, six of ten agree", votes(6, 4), 10, 15, "passed", "agreed"],
  ["29: two thirds less one came, all agree", votes(9, 0), 9, 15, "notPassed", "quorumNotMet"],
  ["29: exactly half of those present is not 过半数", votes(5, 3, 2), 10, 15, "notPassed", "notEnoughAgreed"],
  [
    "29: more for than against, but not more than half of those present",
    votes(5, 1),
    10,
    15,
    "notPassed",
    "notEnoughAgreed",
  ],
  ["29: half and one of those present", votes(6, 0, 4), 10, 15, "passed", "agreed"],
  ["29: all abstain", votes(0, 0, 10), 10, 15, "notPassed", "notEnoughAgreed"],
  ["29: all ballots are invalid", votes(0, 0, 0, 10), 10, 15, "notPassed", "notEnoughAgreed"],
  ["29: everyone agrees", votes(15, 0), 15, 15, "passed", "agreed"],
  ["0:0, nobody handed in a ballot", votes(0, 0), 10, 15, "cannotBeCounted", "nothingToCount"],
  ["nobody came", votes(0, 0), 0, 15, "cannotBeCounted", "nothingToCount"],
  ["there are no members", votes(0, 0), 0, 0, "cannotBeCounted", "nothingToCount"],
  ["more ballots than people", votes(9, 2), 10, 15, "cannotBeCounted", "moreBallotsThanPresent"],
  ["more present than members", votes(9, 2), 16, 15, "cannotBeCounted", "morePresentThanEntitled"],
])("居委会组织法 %s", (_sentence, counts, present, entitled, outcome, reason) => {
  expect(decide(counts, { present, entitled }, assembly)).toMatchObject({ outcome, reason })
})

test("both lights carry numerator, denominator, bar and article, quorum first", () => {
  const { lights } = decide(votes(6, 3, 1), { present: 10, entitled: 15 }, assembly)
  expect(lights).toEqual([
    {
      label: "到会组成人员",
      count: 10,
      whole: 15,
      bar: TWO_THIRDS_OR_MORE,
      article: "第二十九条",
      met: true,
      countable: true,
    },
    { label: "赞成人数", count: 6, whole: 10, bar: MORE_THAN_HALF, article: "第二十九条", met: true, countable: true },
  ])
})

test.each<[DecisionRule["agreement"]["base"], number, string]>([
  ["forAndAgainst", 7, "passed"],
  ["valid", 9, "notPassed"],
  ["cast", 10, "notPassed"],
  ["present", 12, "notPassed"],
  ["members", 15, "notPassed"],
])("four for, three against, two abstaining, one invalid, on the base %s: of %i, %s", (base, whole, outcome) => {
  const decision = decide(votes(4, 3, 2, 1), { present: 12, entitled: 15 }, onBase(base))
  expect(decision.lights).toHaveLength(1)
  expect(decision.lights[0]).toMatchObject({ count: 4, whole })
  expect(decision.outcome).toBe(outcome)
})

test("when only abstentions came in, a base of for and against is empty and cannot be counted", () => {
  const decision = decide(votes(0, 0, 8), { present: 8, entitled: 10 }, onBase("forAndAgainst"))
  expect(decision).toMatchObject({ outcome: "cannotBeCounted", reason: "nothingToCount" })
})

test("exactly two thirds of the votes pass a bar of 以上, one fewer does not (民法典1259)", () => {
  const rule = onBase("valid", TWO_THIRDS_OR_MORE)
  expect(decide(votes(8, 4), { present: 12, entitled: 12 }, rule).outcome).toBe("passed")
  expect(decide(votes(7, 5), { present: 12, entitled: 12 }, rule).outcome).toBe("notPassed")
})

test.each<[string, Counts, boolean]>([
  ["five to five is a tie", votes(5, 5), true],
  ["five to five beside two abstentions is a tie", votes(5, 5, 2), true],
  ["five to four is none", votes(5, 4), false],
  ["all abstaining is none", votes(0, 0, 10), false],
])("%s", (_sentence, counts, tie) => {
  expect(decide(counts, { present: 12, entitled: 15 }, assembly).tie).toBe(tie)
})

test("a tie does not pass on any base which counts both sides", () => {
  for (const base of ["forAndAgainst", "valid", "cast", "present", "members"] as const) {
    expect(decide(votes(5, 5), { present: 10, entitled: 10 }, onBase(base)).outcome).toBe("notPassed")
  }
})

test("those present without a ballot are shown, and joined to no side", () => {
  const decision = decide(votes(5, 2), { present: 10, entitled: 15 }, assembly)
  expect(decision).toMatchObject({ silent: 3, counts: votes(5, 2), outcome: "notPassed" })
})

test("a count below nought or a fraction is a fault, not a result", () => {
  const fault = (name: string, value: number) => new RangeError(`${name} is not a count: ${value}`)
  expect(() => decide(votes(-1, 0), { present: 3, entitled: 3 }, assembly)).toThrow(fault("for", -1))
  expect(() => decide(votes(1, 0), { present: 2.5, entitled: 3 }, assembly)).toThrow(fault("present", 2.5))
  expect(() => decide(votes(1, 0), { present: 2, entitled: 2, recused: -1 }, assembly)).toThrow(fault("recused", -1))
})

test("whoever changes from against to for never defeats a motion", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...choices), { minLength: 1, maxLength: 60 }), fc.nat(20), (marks, absent) => {
      const attendance = { present: marks.length, entitled: marks.length + absent }
      const before = decide(tally(marks), attendance, assembly)
      const after = decide(tally(marks.map(mark => (mark === "against" ? "for" : mark))), attendance, assembly)
      return before.outcome !== "passed" || after.outcome === "passed"
    }),
  )
})

test("the order of ballots does not change the count", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...choices, "invalid" as const)), marks => {
      const counts = tally(marks)
      expect(tally(marks.toReversed())).toEqual(counts)
      return countCast(counts) === marks.length
    }),
  )
})

test("a result keeps the figures it was made from, whatever becomes of them later", () => {
  const [counts, attendance] = [votes(6, 4), { present: 10, entitled: 15, recused: 0 }]
  const decision = decide(counts, attendance, assembly)
  counts.for = 0
  attendance.present = 0
  expect(decision).toMatchObject({ counts: votes(6, 4), attendance: { present: 10, entitled: 15, recused: 0 } })
})

const houseRule: DecisionRule = { ...assembly, tie: "chairDecides" }

test("a casting vote is in the light, under its own name, and never among the ballots", () => {
  const decision = decide(votes(5, 5), { present: 10, entitled: 15 }, houseRule, "for")
  expect(decision).toMatchObject({ counts: votes(5, 5), tie: true, castingVote: "for", awaitsCastingVote: false })
  expect(decision.lights[1]).toMatchObject({ label: "赞成人数（含主持人决定票）", count: 6, whole: 11, met: true })
})

test("a tie that a casting vote would decide waits for it", () => {
  expect(decide(votes(5, 5), { present: 10, entitled: 15 }, houseRule)).toMatchObject({
    castingVote: null,
    awaitsCastingVote: true,
    outcome: "notPassed",
  })
})

test.each<[string, Counts, DecisionRule]>([
  ["the rule grants none", votes(5, 5), assembly],
  ["the rule says that a tie does not pass", votes(5, 5), { ...assembly, tie: "notPassed" }],
  ["there is no tie", votes(6, 4), houseRule],
  ["a second vote would not make a majority of those who came", votes(4, 4, 2), houseRule],
  [
    "the matter has passed without it",
    votes(5, 5),
    { ...houseRule, agreement: { ...assembly.agreement, bar: { part: [1, 2] } } },
  ],
])("no casting vote is awaited, and none given is recorded, where %s", (_sentence, counts, rule) => {
  const attendance = { present: 10, entitled: 15 }
  const open = decide(counts, attendance, rule)
  expect(open).toMatchObject({ castingVote: null, awaitsCastingVote: false })
  for (const castingVote of ["for", "against"] as const)
    expect(decide(counts, attendance, rule, castingVote)).toEqual(open)
})

test("the recused are not silent", () => {
  expect(decide(votes(5, 2), { present: 10, entitled: 15, recused: 2 }, assembly).silent).toBe(1)
})
