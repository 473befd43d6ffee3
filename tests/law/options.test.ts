import { expect, test } from "vitest"
import { aThirdOrMore, optionCases } from "#tests/law/cases/option-cases"
import {
  checkMark,
  countMarks,
  decideOptions,
  markText,
  type OptionCounts,
  type OptionMark,
  type OptionsRule,
  parseMark,
  runOffRule,
} from "~/law/options"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

const election: OptionsRule = {
  quorum: { label: "参加投票人数", bar: MORE_THAN_HALF, article: "第十九条" },
  agreement: { label: "得票", bar: MORE_THAN_HALF, base: "cast", article: "第十九条" },
  runOff: { bar: aThirdOrMore, article: "第十九条另行选举" },
  seats: 2,
}
const counts = (votes: Record<string, number>, cast: number, others: Partial<OptionCounts> = {}): OptionCounts => ({
  votes,
  none: 0,
  abstain: 0,
  invalid: 0,
  cast,
  ...others,
})

test.each(optionCases)(
  "$article: $sentence",
  ({ rule, keys, counts, attendance, outcome, reason, chosen, tied, runOffAmong, article }) => {
    const decision = decideOptions(keys, counts, attendance, rule)
    expect(decision).toMatchObject({ outcome, reason, chosen, tied, runOffAmong })
    for (const light of decision.lights) expect(light.article).toBe(article)
  },
)

test("the table of options tells no case twice", () => {
  expect(optionCases.length).toBeGreaterThanOrEqual(70)
  expect(new Set(optionCases.map(one => `${one.article} ${one.sentence}`)).size).toBe(optionCases.length)
})

test("ballots are counted by what they mark, and 均不同意, 弃权 and 无效 apart", () => {
  const marks: OptionMark[] = [
    { options: ["a"] },
    { options: ["b", "a"] },
    "none",
    "none",
    "abstain",
    "invalid",
    { options: ["b"] },
  ]
  expect(countMarks(marks, ["a", "b", "c"], 2)).toEqual({
    votes: { a: 2, b: 2, c: 0 },
    none: 2,
    abstain: 1,
    invalid: 1,
    cast: 7,
  })
})

test("no ballot at all leaves every option of the paper at nought", () => {
  expect(countMarks([], ["a", "b"])).toEqual(counts({ a: 0, b: 0 }, 0))
})

test("without a number of seats a ballot may mark all options, and no other", () => {
  expect(countMarks([{ options: ["a", "b"] }, { options: ["x"] }], ["a", "b"])).toEqual(
    counts({ a: 1, b: 1 }, 2, { invalid: 1 }),
  )
})

test.each<[string, OptionMark, OptionMark]>([
  ["as many marks as seats are valid", { options: ["a", "b"] }, { options: ["a", "b"] }],
  ["fewer marks than seats are valid", { options: ["b"] }, { options: ["b"] }],
  ["the marks are kept in the order of the paper", { options: ["b", "a"] }, { options: ["a", "b"] }],
  ["one mark more than seats makes the ballot invalid", { options: ["a", "b", "c"] }, "invalid"],
  ["a mark for what is not on the paper makes it invalid", { options: ["a", "x"] }, "invalid"],
  ["the same mark twice makes it invalid", { options: ["a", "a"] }, "invalid"],
  ["a ballot that marks nothing is invalid, 弃权 is said", { options: [] }, "invalid"],
  ["均不同意 stays", "none", "none"],
  ["弃权 stays", "abstain", "abstain"],
  ["无效 stays", "invalid", "invalid"],
])("%s", (_sentence, mark, checked) => {
  expect(checkMark(mark, ["a", "b", "c"], 2)).toEqual(checked)
})

test("what is stored of a ballot does not tell in which order it was marked", () => {
  expect(markText({ options: ["b", "c", "a"] })).toBe("a+b+c")
  expect(parseMark("a+b+c")).toEqual({ options: ["a", "b", "c"] })
})

test.each<OptionMark>(["none", "abstain", "invalid", { options: ["a"] }])("%o is read as it was stored", mark => {
  expect(parseMark(markText(mark))).toEqual(mark)
})

test.each(["", "+", "a+", "+a", "a++b", "a+a", "a+none", "abstain+b"])("%j was never stored of a ballot", text => {
  expect(parseMark(text)).toBe(null)
})

test.each<[string, readonly string[]]>([
  ["nothing is marked", []],
  ["an option has no key", [""]],
  ["a key holds what joins them", ["a+b"]],
  ["a key means 均不同意", ["none"]],
  ["a key means 弃权", ["a", "abstain"]],
  ["a key means 无效", ["invalid"]],
])("a ballot is not stored where %s", (_sentence, options) => {
  expect(() => markText({ options })).toThrow(/not the key of an option|without an option/)
  expect(() => markText({ options })).toThrow(RangeError)
})

test.each<[string, readonly string[], number]>([
  ["no option", [], 1],
  ["an option twice", ["a", "b", "a"], 1],
  ["an option which reads like 均不同意", ["a", "none"], 1],
  ["no seat", ["a", "b"], 0],
  ["half a seat", ["a", "b"], 0.5],
])("a paper with %s is a fault of the program, not a result", (_sentence, keys, seats) => {
  const attempt = () => decideOptions(keys, counts({}, 1), { present: 1, entitled: 1 }, { ...election, seats })
  expect(attempt).toThrow(RangeError)
  expect(attempt).toThrow(/each once|not the key of an option: none|not a number of seats: 0/)
})

test.each<[string, OptionCounts, { present: number; entitled: number; recused?: number }]>([
  ["fewer than no votes", counts({ a: -1, b: 1 }, 1), { present: 1, entitled: 1 }],
  ["half a vote", counts({ a: 0.5, b: 0 }, 1), { present: 1, entitled: 1 }],
  ["half an invalid ballot", counts({ a: 1, b: 0 }, 1, { invalid: 0.5 }), { present: 1, entitled: 1 }],
  ["fewer than no 均不同意", counts({ a: 1, b: 0 }, 1, { none: -1 }), { present: 1, entitled: 1 }],
  ["half a person", counts({ a: 1, b: 0 }, 1), { present: 1.5, entitled: 2 }],
  ["half a member", counts({ a: 1, b: 0 }, 1), { present: 1, entitled: 1.5 }],
  ["half a recused person", counts({ a: 1, b: 0 }, 1), { present: 2, entitled: 2, recused: 0.5 }],
])("%s is a fault, not a result", (_sentence, given, attendance) => {
  expect(() => decideOptions(["a", "b"], given, attendance, election)).toThrow(RangeError)
})

test("votes for someone who is not on the paper contradict it, none for them do not", () => {
  const attendance = { present: 10, entitled: 15 }
  expect(decideOptions(["a", "b"], counts({ a: 6, b: 3, x: 1 }, 10), attendance, election).reason).toBe(
    "figuresContradict",
  )
  expect(decideOptions(["a", "b"], counts({ a: 6, b: 4, x: 0 }, 10), attendance, election).reason).toBe("seatsLeft")
})

test("an option nobody wrote down a number for has no votes, whatever it is called", () => {
  const decision = decideOptions(["a", "constructor"], counts({ a: 10 }, 10), { present: 10, entitled: 15 }, election)
  expect(decision.optionLights.constructor).toMatchObject({ count: 0, met: false })
  expect(decision.chosen).toEqual(["a"])
})

test("a recused person is present, in the base, and hands in no ballot", () => {
  const rule: OptionsRule = { ...election, agreement: { ...election.agreement, base: "present" }, seats: 1 }
  const given = counts({ a: 5, b: 3 }, 8)
  expect(decideOptions(["a", "b"], given, { present: 10, entitled: 15, recused: 2 }, rule)).toMatchObject({
    outcome: "notDecided",
    reason: "noOptionReachedBar",
  })
  expect(decideOptions(["a", "b"], given, { present: 10, entitled: 15, recused: 3 }, rule)).toMatchObject({
    outcome: "cannotBeCounted",
    reason: "figuresContradict",
  })
})

test("a rule that asks for no share at all still chooses nobody without a vote", () => {
  const rule: OptionsRule = { ...election, agreement: { ...election.agreement, bar: { part: [0, 1] } } }
  const decision = decideOptions(["a", "b", "c"], counts({ a: 4, b: 0, c: 0 }, 4), { present: 4, entitled: 6 }, rule)
  expect(decision).toMatchObject({ outcome: "partlyDecided", chosen: ["a"], tied: [] })
})

test("the quorum is the first light, then each option in the order of the paper with its own numbers", () => {
  const decision = decideOptions(
    ["a", "b", "c"],
    counts({ a: 3, b: 7, c: 4 }, 10),
    { present: 10, entitled: 15 },
    election,
  )
  const light = { label: "得票", whole: 10, bar: MORE_THAN_HALF, article: "第十九条", countable: true }
  expect(decision.lights).toEqual([
    {
      label: "参加投票人数",
      count: 10,
      whole: 15,
      bar: MORE_THAN_HALF,
      article: "第十九条",
      met: true,
      countable: true,
    },
    { ...light, count: 3, met: false },
    { ...light, count: 7, met: true },
    { ...light, count: 4, met: false },
  ])
  expect(decision.optionLights).toEqual({ a: decision.lights[1], b: decision.lights[2], c: decision.lights[3] })
  expect(decision.counts).toEqual(counts({ a: 3, b: 7, c: 4 }, 10))
})

test("where nothing demands a quorum there is no light for it", () => {
  const rule = { ...election, quorum: null }
  const decision = decideOptions(["a", "b", "c"], counts({ a: 3, b: 7, c: 4 }, 10), { present: 10, entitled: 15 }, rule)
  expect(decision.lights.map(light => light.count)).toEqual([3, 7, 4])
})

test("a result does not change when the figures it was made from do", () => {
  const given = counts({ a: 6, b: 4 }, 10)
  const decision = decideOptions(["a", "b"], given, { present: 10, entitled: 15 }, election)
  given.votes.a = 0
  expect(decision.counts.votes).toEqual({ a: 6, b: 4 })
})

test("居委会组织法19: the run-off fills the seats left, by a third of the ballots cast, of as many who take part", () => {
  const decision = decideOptions(
    ["a", "b", "c"],
    counts({ a: 7, b: 4, c: 3 }, 10),
    { present: 10, entitled: 15 },
    election,
  )
  expect(runOffRule(election, decision)).toEqual({
    quorum: election.quorum,
    agreement: { label: "得票", bar: aThirdOrMore, base: "cast", article: "第十九条另行选举" },
    runOff: election.runOff,
    seats: 1,
  })
})

test("there is no run-off where all seats are filled, or where no rule grants one", () => {
  const filled = decideOptions(
    ["a", "b", "c"],
    counts({ a: 7, b: 6, c: 3 }, 10),
    { present: 10, entitled: 15 },
    election,
  )
  expect(runOffRule(election, filled)).toBe(null)
  const granted = { ...election, runOff: null, agreement: { ...election.agreement, bar: TWO_THIRDS_OR_MORE } }
  const open = decideOptions(["a", "b", "c"], counts({ a: 7, b: 6, c: 3 }, 10), { present: 10, entitled: 15 }, granted)
  expect(open).toMatchObject({ outcome: "partlyDecided", runOffAmong: [] })
  expect(runOffRule(granted, open)).toBe(null)
})
