import fc from "fast-check"
import { expect, test } from "vitest"
import type { SettingChange } from "#db/schema/rulebook"
import type { OwnerVote } from "~/law/owners-vote"
import { decideOwners } from "~/law/owners-vote"
import { decide } from "~/law/tally"
import { meets } from "~/law/threshold"
import { listPollPresets, pollPresetOf } from "~/rulebook/poll-presets"
import { ownersRuleOf } from "~/rulebook/poll-rules"
import { listPresets, presetOf } from "~/rulebook/presets"
import { decisionRule, type RuleSnapshot } from "~/rulebook/rules"
import { isBarAtLeast, parseBar } from "~/rulebook/setting-kinds"
import { type AnyRule, changeSettings, listSettings } from "~/rulebook/settings"

const source = "振兴社区议事规则第九条"
const change = (key: string, value: string, article = source): SettingChange => ({ key, value, article })
const owners = pollPresetOf("ownersOrdinary")
const rules: readonly AnyRule[] = [...listPresets(), ...listPollPresets()]

const changed = <Rule extends AnyRule>(rule: Rule, ...changes: SettingChange[]): Rule => {
  const result = changeSettings(rule, changes)
  if (!result.ok) throw new Error(`refused: ${result.code}`)
  return result.value
}
const settingOf = (rule: AnyRule, key: string) => listSettings(rule).find(setting => setting.key === key)

test.each<[string, AnyRule, SettingChange, string]>([
  ["the quorum of the 居民代表会议 to half", presetOf("representatives"), change("quorum", ">1/2"), "第二十九条"],
  ["its quorum to just short of two thirds", presetOf("representatives"), change("quorum", ">=66/100"), "第二十九条"],
  ["its majority to half", presetOf("representatives"), change("agreement", ">=1/2"), "第二十九条"],
  ["its base to those who voted", presetOf("representatives"), change("agreementBase", "valid"), "第二十九条"],
  ["its tie to the chair", presetOf("representatives"), change("tie", "chairDecides"), "第二十九条"],
  ["its make-up", presetOf("representatives"), change("composition", ">=3/4"), "第二十八条"],
  ["the study by the party", presetOf("residents"), change("partyStudy", "nothing"), "第三十条"],
  ["the notice of the 居民会议 to nine days", presetOf("residents"), change("noticeDays", "9"), "第二十六条"],
  ["no notice of the 居民会议", presetOf("residents"), change("noticeDays", "0"), "第二十六条"],
  ["the board to fourteen days", presetOf("deliberation"), change("noticeBoardDays", "14"), "第三十四条"],
  ["the 党员大会 to those present", presetOf("partyAssembly"), change("agreementBase", "present"), "第十一条"],
  ["its members to a third", presetOf("partyAssembly"), change("quorum", ">=1/3"), "第十一条"],
  ["owners taking part to half", owners, change("participation", ">1/2"), "第二百七十八条"],
  ["owners agreeing to exactly half", owners, change("agreement", ">=1/2"), "第二百七十八条"],
  ["major matters to two thirds", pollPresetOf("ownersMajor"), change("agreement", ">=2/3"), "第二百七十八条"],
  ["owners' notice to seven days", owners, change("noticeDays", "7"), "第十四条"],
  ["an election to less than half", pollPresetOf("committeeElection"), change("participation", ">=1/2"), "第十九条"],
  [
    "an election by 居民代表 to exactly two thirds",
    pollPresetOf("committeeElectionByRepresentatives"),
    change("participation", ">=2/3"),
    "第十九条",
  ],
  ["votes of the valid ones alone", pollPresetOf("committeeElection"), change("agreementBase", "valid"), "第十九条"],
  ["the run-off below a third", pollPresetOf("committeeElection"), change("runOff", ">=1/4"), "第十九条"],
  ["the roll to nineteen days", pollPresetOf("committeeElection"), change("rollDays", "19"), "第十七条"],
  ["no roll at all", pollPresetOf("committeeElection"), change("rollDays", ""), "第十七条"],
  ["five proxies for one elector", pollPresetOf("committeeElection"), change("proxies", "5"), "第十九条"],
  [
    "a proxy among the 居民代表",
    pollPresetOf("committeeElectionByRepresentatives"),
    change("proxies", "1"),
    "第十九条",
  ],
])("weakened, %s is refused with its article", (_, rule, weaker, article) => {
  const refused = changeSettings(rule, [weaker])
  expect(refused).toMatchObject({ ok: false, code: "weaker_than_law", detail: { field: `value-${weaker.key}` } })
  if (refused.ok) return
  expect(refused.detail.article).toContain(article)
  expect(refused.detail.floor).toBe(settingOf(rule, weaker.key)?.floor?.valueText)
})

test.each<[string, AnyRule, SettingChange]>([
  ["the quorum of the 居民代表会议 to four fifths", presetOf("representatives"), change("quorum", ">=4/5")],
  ["its quorum to more than two thirds", presetOf("representatives"), change("quorum", ">2/3")],
  ["its majority to all members", presetOf("representatives"), change("agreementBase", "members")],
  ["the notice of the 居民会议 to working days", presetOf("residents"), change("noticeKind", "working")],
  ["the board to thirty days", presetOf("deliberation"), change("noticeBoardDays", "30")],
  ["owners agreeing to two thirds", owners, change("agreement", ">=2/3")],
  ["one proxy for one elector", pollPresetOf("committeeElection"), change("proxies", "1")],
  ["proxies of owners to three", owners, change("proxies", "3")],
  ["the roll to thirty days", pollPresetOf("committeeElection"), change("rollDays", "30")],
])("made stricter, %s is taken, and both sources stand beside it", (_, rule, stricter) => {
  const setting = settingOf(changed(rule, stricter), stricter.key)
  expect(setting?.value).toBe(stricter.value)
  expect(setting?.article).toContain(source)
  expect(setting?.article).toContain(settingOf(rule, stricter.key)!.article)
})

test("what no law sets a community sets as it likes, and its own source takes the place of “法律未规定”", () => {
  const rule = changed(presetOf("deliberation"), change("quorum", ">1/2"), change("tie", "chairDecides"))
  expect(rule.quorum).toMatchObject({ bar: { part: [1, 2], over: true }, article: source })
  expect([rule.tie, rule.citations.tie]).toEqual(["chairDecides", source])
  expect(presetOf("deliberation").tie).toBe("notPassed")
})

test("a value without its source is not taken", () => {
  for (const article of ["", "  "])
    expect(changeSettings(presetOf("deliberation"), [change("quorum", ">1/2", article)])).toMatchObject({
      code: "citation_missing",
      detail: { field: "article-quorum" },
    })
})

test("a value that is set for good is refused with its article", () => {
  for (const rule of rules)
    for (const { key, kind, article } of listSettings(rule)) {
      if (kind !== "fixed") continue
      expect(changeSettings(rule, [change(key, "1")])).toMatchObject({ code: "setting_fixed", detail: { article } })
    }
  expect(changeSettings(pollPresetOf("allConcerned"), [change("concerned", "过半数")])).toMatchObject({
    code: "setting_fixed",
  })
})

test("where practice is stricter than the regulation, the regulation is the floor", () => {
  const party = presetOf("partyAssembly")
  expect(settingOf(party, "quorum")?.floor?.valueText).toBe("半数以上")
  expect(changed(party, change("quorum", ">=1/2")).quorum?.bar).toEqual({ part: [1, 2] })
})

test.each<[AnyRule, string, string]>([
  [presetOf("deliberation"), "quorum", "多数"],
  [presetOf("deliberation"), "quorum", ">=3/2"],
  [presetOf("deliberation"), "quorum", ">1/1"],
  [presetOf("deliberation"), "quorum", ">=0/3"],
  [presetOf("deliberation"), "noticeDays", ""],
  [presetOf("deliberation"), "noticeDays", "三天"],
  [presetOf("deliberation"), "noticeDays", "-1"],
  [presetOf("deliberation"), "secretMinimum", "2"],
  [presetOf("deliberation"), "tie", "constructor"],
  [owners, "proxies", "none"],
  [pollPresetOf("committeeElection"), "proxies", "none"],
  [pollPresetOf("singleOwner"), "proxies", "none"],
])("%# what cannot be read, or takes away what the law grants, is not taken", (rule, key, value) => {
  expect(changeSettings(rule, [change(key, value)])).toMatchObject({
    code: "setting_value_wrong",
    detail: { field: `value-${key}` },
  })
})

test("a setting which the rule does not have is refused", () => {
  expect(changeSettings(presetOf("openTalk"), [change("quorum", ">1/2")])).toMatchObject({ code: "setting_unknown" })
  expect(changeSettings(presetOf("openTalk"), [change("toString", "1")])).toMatchObject({ code: "setting_unknown" })
  expect(changeSettings(presetOf("representatives"), [change("noticeKind", "working")])).toMatchObject({
    code: "setting_unknown",
  })
})

test("the 居民代表会议 may be given a period of notice, and then working days, in whatever order they come", () => {
  const both = [change("noticeKind", "working"), change("noticeDays", "5")]
  expect(changed(presetOf("representatives"), ...both).notice).toMatchObject({ days: 5, kind: "working" })
})

test("papers that did not come back are counted only by the estate's own rule", () => {
  expect(changeSettings(owners, [change("silence", "withMajority", "社区研究决定")])).toMatchObject({
    code: "citation_not_enough",
    detail: { field: "article-silence" },
  })
  const rule = changed(owners, change("silence", "withMajority", "振兴花园业主大会议事规则第二十条"))
  expect(rule.form === "owners" && rule.silence.mode).toBe("withMajority")
})

test("only some buildings vote only where a local rule allows it: the Code is no source for that", () => {
  for (const article of ["《民法典》第二百七十八条", "街道口头同意"])
    expect(changeSettings(owners, [change("scope", "chosenBuildings", article)])).toMatchObject({
      code: "citation_not_enough",
    })
  const rule = changed(owners, change("scope", "chosenBuildings", "上海市住宅物业管理规定第六十九条"))
  expect(rule.form === "owners" && rule.scope.mode).toBe("chosenBuildings")
})

test("invalid papers help to reach two thirds only where a rule of the place or the estate says so", () => {
  expect(changeSettings(owners, [change("invalid", "participating", "《民法典》第二百七十八条")])).toMatchObject({
    code: "citation_not_enough",
  })
  const rule = changed(owners, change("invalid", "participating", "振兴花园业主大会议事规则第二十一条"))
  expect(rule.form === "owners" && rule.invalid.mode).toBe("participating")
})

test("answers cannot be taken in for longer at least than at most", () => {
  expect(changeSettings(owners, [change("answerDaysLeast", "60"), change("answerDaysMost", "5")])).toMatchObject({
    code: "setting_value_wrong",
  })
  expect(changed(owners, change("answerDaysLeast", "5"), change("answerDaysMost", "60"))).toMatchObject({
    answerDays: { least: 5, most: 60 },
  })
  expect(changed(owners, change("answerDaysMost", "")).answerDays.most).toBeNull()
})

test("every setting reads back what was written, and says it in Chinese", () => {
  for (const rule of rules)
    for (const setting of listSettings(rule)) {
      expect(setting.valueText, setting.key).toMatch(/\p{Script=Han}/u)
      if (setting.kind === "fixed") continue
      const again = changed(rule, change(setting.key, setting.value, "上海市某条例、振兴花园业主大会议事规则第一条"))
      expect(settingOf(again, setting.key)?.value).toBe(setting.value)
    }
})

const bars = fc
  .record({
    numerator: fc.integer({ min: 1, max: 12 }),
    denominator: fc.integer({ min: 1, max: 12 }),
    over: fc.boolean(),
  })
  .map(({ numerator, denominator, over }) => parseBar(`${over ? ">" : ">="}${numerator}/${denominator}`))
  .filter(bar => bar !== null)

test("a bar is called stricter exactly where whatever reaches it reaches the other, of any whole", () => {
  fc.assert(
    fc.property(bars, bars, (bar, floor) => {
      // Wholes up to the product of the denominators hold every case in which two fractions differ.
      let holds = true
      for (let whole = 1; whole <= 288; whole += 1)
        for (let count = 0; count <= whole && holds; count += 1)
          if (meets(count, whole, bar) && !meets(count, whole, floor)) holds = false
      expect(isBarAtLeast(bar, floor)).toBe(holds)
    }),
    { numRuns: 60 },
  )
})

/** Any changes, most of them odd; those that are taken are what the test is about. */
const anyChanges = (rule: AnyRule) => {
  const settings = listSettings(rule).filter(setting => setting.kind !== "fixed")
  const values = fc.oneof(
    fc.constantFrom(...settings.flatMap(setting => setting.choices?.map(choice => choice.value) ?? [])),
    fc.integer({ min: 0, max: 40 }).map(String),
    bars.map(({ part: [numerator, denominator], over }) => `${over ? ">" : ">="}${numerator}/${denominator}`),
  )
  return fc.uniqueArray(
    fc.record({
      key: fc.constantFrom(...settings.map(setting => setting.key)),
      value: values,
      article: fc.constant("上海市某条例、振兴花园业主大会议事规则第一条"),
    }),
    { maxLength: 3, selector: ({ key }) => key },
  )
}

test.each(["residents", "representatives"] as const)(
  "no change of a meeting of the %s passes what the law does not",
  key => {
    const law = presetOf(key)
    const few = fc.integer({ min: 0, max: 9 })
    const counts = fc.record({ for: few, against: few, abstain: few, invalid: few })
    fc.assert(
      fc.property(anyChanges(law), counts, few, few, (changes, marks, silent, absent) => {
        const result = changeSettings<RuleSnapshot>(law, changes)
        fc.pre(result.ok)
        const present = marks.for + marks.against + marks.abstain + marks.invalid + silent
        const attendance = { present, entitled: present + absent }
        const mine = decide(marks, attendance, decisionRule(result.value), "for")
        if (mine.outcome === "passed") expect(decide(marks, attendance, decisionRule(law)).outcome).toBe("passed")
        expect(result.value.noticeBoardDays).toBeGreaterThanOrEqual(15)
        expect(result.value.notice.days).toBeGreaterThanOrEqual(law.notice.days)
        expect(result.value.partyStudy.demandedFor).toBe("importantMatters")
      }),
      { numRuns: 300 },
    )
  },
)

test.each(["ownersOrdinary", "ownersMajor"] as const)("no change of %s passes what the Code does not", key => {
  const law = pollPresetOf(key)
  const votes = fc.array(
    fc.record({
      areaCm2: fc.integer({ min: 1, max: 2_000_000 }),
      answer: fc.constantFrom("for", "against", "abstain", "invalid", "notReturned"),
      isDelivered: fc.boolean(),
    }) satisfies fc.Arbitrary<OwnerVote>,
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(anyChanges(law), votes, (changes, cast) => {
      const result = changeSettings(law, changes)
      fc.pre(result.ok)
      const rule = result.value
      if (rule.form !== "owners" || law.form !== "owners") throw new Error("not the owners")
      // How silence and invalid papers are read is the owners' own; the bars are the Code's.
      const bars = { ...ownersRuleOf(law), silence: rule.silence, invalid: rule.invalid }
      if (decideOwners(cast, ownersRuleOf(rule)).outcome === "passed")
        expect(decideOwners(cast, bars).outcome).toBe("passed")
      expect(rule.notice.days).toBeGreaterThanOrEqual(15)
      expect("none" in rule.proxies).toBe(false)
    }),
    { numRuns: 300 },
  )
})

test("how ballots are shown and set right is the community's own, with its source", () => {
  const rule = changed(
    presetOf("representatives"),
    change("ballotPublicity", "recorded"),
    change("correctionBeforeClosing", "yes"),
    change("verificationCodes", "yes"),
  )
  expect(rule).toMatchObject({ ballotPublicity: "recorded", correctionBeforeClosing: true, verificationCodes: true })
  expect(rule.citations).toMatchObject({ ballotPublicity: source, verificationCodes: source })
  for (const key of ["ballotPublicity", "correctionBeforeClosing", "verificationCodes"])
    expect(settingOf(rule, key)?.floor).toBeNull()
})

test("where codes are chosen it says that a kept code can be shown to others, and that elections never have them", () => {
  const note = settingOf(presetOf("deliberation"), "verificationCodes")?.note
  expect(note).toContain("拿给别人看")
  expect(note).toContain("推选一律不用")
})

test("only the deliberation table may let somebody be stood for, and says by how many", () => {
  const table = presetOf("deliberation")
  expect(table.proxies).toBe("none")
  expect(settingOf(table, "proxiesMost")?.valueText).toBe("不可以")
  expect(changed(table, change("proxiesMost", "2"))).toMatchObject({
    proxies: { most: 2 },
    citations: { proxies: source },
  })
  expect(changed(changed(table, change("proxiesMost", "2")), change("proxiesMost", "")).proxies).toBe("none")
  for (const preset of ["residents", "representatives", "partyAssembly"] as const) {
    expect(settingOf(presetOf(preset), "proxiesMost")).toBeUndefined()
    expect(settingOf(presetOf(preset), "proxies")).toMatchObject({ kind: "fixed", valueText: "不可以" })
    expect(changeSettings(presetOf(preset), [change("proxiesMost", "1")])).toMatchObject({ code: "setting_unknown" })
  }
})

test("a meeting that votes on nothing has no settings of ballots", () => {
  for (const key of ["proxies", "proxiesMost", "ballotPublicity", "correctionBeforeClosing", "verificationCodes"])
    expect(settingOf(presetOf("openTalk"), key)).toBeUndefined()
})
