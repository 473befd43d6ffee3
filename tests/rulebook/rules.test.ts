import { expect, test } from "vitest"
import { instantOf } from "~/law/civil-date"
import type { MemberKind } from "~/law/delegations"
import { decide } from "~/law/tally"
import { MORE_THAN_HALF } from "~/law/threshold"
import { listPollPresets, pollPresetOf } from "~/rulebook/poll-presets"
import { electionRuleOf, freezePollRule, ownersRuleOf, readPollRule } from "~/rulebook/poll-rules"
import { presetOf } from "~/rulebook/presets"
import {
  compositionLight,
  decisionRule,
  freezeSnapshot,
  isTooFewForSecret,
  mayOpenRound,
  mayPutToVote,
  mayVote,
  needsPartyStudy,
  noticeProblem,
  optionsRule,
  quorumLight,
  type RuleSnapshot,
  readSnapshot,
} from "~/rulebook/rules"

const assembly = presetOf("representatives")
const table = presetOf("deliberation")
const withNotice = (notice: Partial<RuleSnapshot["notice"]>): RuleSnapshot => ({
  ...table,
  notice: { ...table.notice, ...notice },
})

test.each([
  [10, 15, true],
  [9, 15, false],
  [15, 15, true],
  [0, 0, false],
])("居委会组织法29: with %i of %i members the quorum of the 居民代表会议 is met: %s", (present, entitled, met) => {
  expect(quorumLight(assembly, present, entitled)).toMatchObject({ count: present, whole: entitled, met })
  expect(mayOpenRound(assembly, present, entitled)).toBe(met)
})

test.each([
  [20, 5, true],
  [19, 5, false],
  [40, 9, true],
  [0, 0, false],
])(
  "居委会组织法28: %i representatives beside %i committee members, at least four fifths: %s",
  (people, committee, met) => {
    const kinds: MemberKind[] = [
      ...Array.from({ length: people }, () => "residentRepresentative" as const),
      ...Array.from({ length: committee }, () => "committeeMember" as const),
    ]
    expect(compositionLight(assembly, kinds)).toMatchObject({ count: people, whole: people + committee, met })
  },
)

test("nothing is demanded of the make-up of a deliberation table", () => {
  expect(compositionLight(table, ["party", "resident"])).toBeNull()
})

test("居委会组织法28: delegates of the table only attend the 居民代表会议, its members vote", () => {
  expect(mayVote(assembly, "residentRepresentative")).toBe(true)
  expect(mayVote(assembly, "committeeMember")).toBe(true)
  expect(mayVote(assembly, "property")).toBe(false)
  expect(mayVote(table, "property")).toBe(true)
})

test("居委会组织法30: only an important matter of the 居民代表会议 must first be studied by the party organization", () => {
  expect(needsPartyStudy(assembly, true)).toBe(true)
  expect(needsPartyStudy(assembly, false)).toBe(false)
  expect(needsPartyStudy(table, true)).toBe(false)
})

test("the deliberation asks for more than half of those present, abstentions among them", () => {
  const rule = decisionRule(table)
  const attendance = { present: 12, entitled: 15 }
  expect(decide({ for: 7, against: 0, abstain: 5, invalid: 0 }, attendance, rule).outcome).toBe("passed")
  expect(decide({ for: 6, against: 0, abstain: 6, invalid: 0 }, attendance, rule).outcome).toBe("notPassed")
})

test("four voters are too few for a secret round, five are enough", () => {
  expect(isTooFewForSecret(table, 4)).toBe(true)
  expect(isTooFewForSecret(table, 5)).toBe(false)
})

const startsAt = instantOf("2026-03-20", "14:30")

test.each([
  ["2026-03-16", null],
  ["2026-03-17", 2],
  ["2026-03-19", 0],
  ["2026-03-20", 0],
])("with three days demanded for the twentieth, notice on %s falls short with: %s", (sentOn, given) => {
  const problem = noticeProblem(table, instantOf(sentOn, "09:00"), startsAt)
  if (given === null) expect(problem).toBeNull()
  else expect(problem).toMatchObject({ code: "shortNotice", needed: 3, given, latest: "2026-03-16" })
})

test("the hour at which the notice goes out does not matter, only the day in China", () => {
  expect(noticeProblem(table, instantOf("2026-03-16", "23:59"), startsAt)).toBeNull()
  expect(noticeProblem(table, instantOf("2026-03-17", "00:00"), startsAt)).not.toBeNull()
})

test("a short notice is refused or needs a reason as the rule says, with the article", () => {
  const sentAt = instantOf("2026-03-19", "09:00")
  expect(noticeProblem(table, sentAt, startsAt)).toMatchObject({ strictness: "needsReason" })
  const strict = withNotice({ days: 10, shortNotice: "refused", article: "第二十六条" })
  expect(noticeProblem(strict, sentAt, startsAt)).toMatchObject({ strictness: "refused", article: "第二十六条" })
})

test("working days leave the weekend out", () => {
  const working = withNotice({ days: 3, kind: "working" })
  expect(noticeProblem(working, instantOf("2026-03-11", "09:00"), instantOf("2026-03-17", "09:00"))).toBeNull()
  expect(noticeProblem(working, instantOf("2026-03-12", "09:00"), instantOf("2026-03-17", "09:00"))).toMatchObject({
    given: 2,
    needed: 3,
  })
})

test("the Act sets no period for the 居民代表会议: notice on the same day is no problem", () => {
  expect(noticeProblem(assembly, instantOf("2026-03-20", "09:00"), startsAt)).toBeNull()
})

test("no meeting starts before its notice goes out, whatever the period", () => {
  expect(noticeProblem(assembly, startsAt, startsAt)).toEqual({ code: "startsBeforeNotice", strictness: "refused" })
})

test("a frozen snapshot cannot be changed at any depth and reads back from its text", () => {
  const { snapshot, text } = freezeSnapshot(assembly)
  expect(() => {
    ;(snapshot.quorum!.bar.part as unknown as number[])[0] = 1
  }).toThrow(TypeError)
  expect(readSnapshot(text)).toEqual(assembly)
})

test("a snapshot keeps what it was when the rulebook changes afterwards", () => {
  const rule = structuredClone(table) as RuleSnapshot
  const { snapshot } = freezeSnapshot(rule)
  rule.notice.days = 30
  expect(snapshot.notice.days).toBe(3)
})

test("the same rule with its keys in another order gives the same text to hash", () => {
  const reversed = Object.fromEntries(Object.entries(table).reverse()) as RuleSnapshot
  expect(freezeSnapshot(reversed).text).toBe(freezeSnapshot(table).text)
})

test("another threshold gives another text", () => {
  const changed: RuleSnapshot = { ...table, quorum: { ...table.quorum!, bar: { part: [1, 2], over: true } } }
  expect(freezeSnapshot(changed).text).not.toBe(freezeSnapshot(table).text)
})

test("a snapshot of an unknown schema is not read as if it were known", () => {
  expect(() => readSnapshot('{"schema":4,"form":"meeting"}')).toThrow("unknown schema")
  expect(() => readSnapshot('{"schema":2}')).toThrow("unknown schema")
  expect(() => readSnapshot("null")).toThrow("unknown schema")
})

/** The text of a meeting convened under the second schema, key for key. */
function secondSchema() {
  const { ballotPublicity, verificationCodes, citations, ...rest } = assembly
  const { ballotPublicity: _, verificationCodes: __, ...others } = citations
  return { ...rest, schema: 2, citations: others }
}

/** The text of a meeting convened under the first schema: what was stored then, key for key. */
function storedUnderFirstSchema(): string {
  const { form, voting, bodyKind, tie, citations, ...rest } = secondSchema()
  const { tie: _, ...others } = citations
  return JSON.stringify({ ...rest, schema: 1, citations: others })
}

test("a meeting convened under the second schema keeps its named ballots in the record, and has no codes", () => {
  const stored = JSON.stringify(secondSchema())
  expect(stored).not.toContain("ballotPublicity")
  const read = readSnapshot(stored)
  expect(read).toMatchObject({ schema: 3, ballotPublicity: "open", verificationCodes: false, proxies: "none" })
  expect(read).toEqual(assembly)
})

test("the rule of a meeting convened under the first schema is read in the shape of today, its values as they were", () => {
  const stored = storedUnderFirstSchema()
  expect(stored).not.toContain("bodyKind")
  const read = readSnapshot(stored)
  expect(read).toMatchObject({ schema: 3, form: "meeting", voting: "ballots", bodyKind: null, tie: "notPassed" })
  expect(read.citations.tie).toContain("第二十九条")
  const { citations, ...values } = read
  const { citations: known, ...expected } = assembly
  expect(values).toEqual(expected)
  expect(citations).toEqual({ ...known, tie: citations.tie })
})

test("the rule of a paper poll, which has a first schema of its own, is no meeting's", () => {
  expect(() => readSnapshot(JSON.stringify(pollPresetOf("ownersMajor")))).toThrow("unknown schema")
  expect(() => readPollRule(JSON.stringify(table))).toThrow("unknown schema")
  expect(() => readPollRule(storedUnderFirstSchema())).toThrow("unknown schema")
})

test("a meeting without a vote needs no quorum, and nothing can be decided in it", () => {
  const talk = presetOf("openTalk")
  expect(quorumLight(talk, 0, 0)).toBeNull()
  expect(mayOpenRound(talk, 1, 9)).toBe(true)
  expect(mayPutToVote(talk)).toBe(false)
  expect(() => decisionRule(talk)).toThrow("nothing is put to the vote")
  expect(() => optionsRule(talk, 1)).toThrow("nothing is put to the vote")
})

test("options are measured by the rule's own quorum, bar and base", () => {
  expect(optionsRule(assembly, 2)).toEqual({
    quorum: decisionRule(assembly).quorum,
    agreement: { ...decisionRule(assembly).agreement, label: "得票" },
    runOff: null,
    seats: 2,
  })
  const sides: RuleSnapshot = { ...table, agreement: { ...table.agreement!, base: "forAndAgainst" } }
  expect(optionsRule(sides, 1).agreement.base).toBe("valid")
})

test("the rule of a poll is frozen and reads back from its text", () => {
  for (const rule of listPollPresets()) {
    const frozen = freezePollRule(rule)
    expect(readPollRule(frozen.text)).toEqual(rule)
    expect(Object.isFrozen(frozen.rule.notice)).toBe(true)
  }
})

test("an election hands participation, share and run-off to the count, with its seats", () => {
  const rule = pollPresetOf("committeeElection")
  if (rule.form !== "election") throw new Error("not an election")
  expect(electionRuleOf(rule, 5)).toMatchObject({
    quorum: { bar: MORE_THAN_HALF },
    agreement: { bar: MORE_THAN_HALF, base: "cast" },
    runOff: { bar: { part: [1, 3] } },
    seats: 5,
  })
  expect(electionRuleOf({ ...rule, participation: null }, 5).quorum).toBeNull()
})

test("owners' rules hand over both bars, silence and invalid papers, each with its article", () => {
  const rule = pollPresetOf("ownersMajor")
  if (rule.form !== "owners") throw new Error("not the owners")
  const handed = ownersRuleOf(rule)
  expect(handed.agreement.bar).toEqual({ part: [3, 4] })
  for (const part of Object.values(handed)) expect(part.article).toMatch(/第.+条|法律未规定/)
})
