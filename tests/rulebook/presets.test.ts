import { expect, test } from "vitest"
import { barInWords, MORE_THAN_HALF } from "~/law/threshold"
import { isPollPresetKey, listPollPresets, pollPresetOf } from "~/rulebook/poll-presets"
import { isPresetKey, listPresets, presetOf } from "~/rulebook/presets"
import { listSettings } from "~/rulebook/settings"

test("the 居民代表会议 has the thresholds of 居委会组织法 (2025) article 29", () => {
  const { quorum, agreement, entitledFrom } = presetOf("representatives")
  expect([barInWords(quorum!.bar), quorum!.base]).toEqual(["三分之二以上", "entitled"])
  expect([barInWords(agreement!.bar), agreement!.base]).toEqual(["过半数", "present"])
  expect(quorum!.article).toContain("第二十九条")
  expect(agreement!.article).toContain("第二十九条")
  expect(entitledFrom).toBe("representatives")
})

test("the ten days of article 26 are not carried over to the 居民代表会议", () => {
  const { notice } = presetOf("representatives")
  expect(notice).toMatchObject({ kind: "none", days: 0 })
  expect(notice.article).toContain("适用于居民会议")
})

test("the thresholds of a deliberation do not pretend to be law", () => {
  const { quorum, agreement, notice, outcomeName } = presetOf("deliberation")
  for (const cited of [quorum, agreement, notice]) expect(cited?.article).toBe("本社区议事规则（法律未规定）")
  expect(outcomeName).toBe("协商意见")
})

test("居委会组织法34: whatever is decided hangs fifteen days or more", () => {
  for (const preset of listPresets()) expect(preset.noticeBoardDays).toBeGreaterThanOrEqual(15)
})

test("the 居民会议 has the thresholds of articles 26 and 27, and its ten days may be shortened only with a reason", () => {
  const { quorum, agreement, notice, bodyKind, entitledKinds } = presetOf("residents")
  expect([barInWords(quorum!.bar), quorum!.base]).toEqual(["过半数", "entitled"])
  expect([barInWords(agreement!.bar), agreement!.base]).toEqual(["过半数", "present"])
  expect([quorum!.article, agreement!.article].every(article => article.endsWith("第二十七条"))).toBe(true)
  expect(notice).toMatchObject({ days: 10, kind: "calendar", shortNotice: "needsReason" })
  expect(notice.article).toContain("第二十六条")
  expect(bodyKind).toBe("residentsAssembly")
  expect(entitledKinds).toEqual(["adultResident", "householdDelegate"])
})

test("the 党员大会 takes its majority of all members on the roll, and two thirds present as practice", () => {
  const { quorum, agreement, bodyKind } = presetOf("partyAssembly")
  expect(barInWords(quorum!.bar)).toBe("三分之二以上")
  expect([barInWords(agreement!.bar), agreement!.base]).toEqual(["过半数", "members"])
  expect(agreement!.article).toContain("支部工作条例（试行）》第十一条")
  expect(quorum!.article).toContain("法律未规定")
  expect(bodyKind).toBe("partyBranch")
})

test("the 三方联席会议 and the 恳谈会 put nothing to the vote", () => {
  for (const key of ["jointSession", "openTalk"] as const)
    expect(presetOf(key)).toMatchObject({ voting: "consensus", quorum: null, agreement: null })
})

test("民法典278: two thirds by area and heads take part; of those more than half, or three quarters, agree", () => {
  const [ordinary, major] = [pollPresetOf("ownersOrdinary"), pollPresetOf("ownersMajor")]
  for (const rule of [ordinary, major])
    expect(rule.form === "owners" && barInWords(rule.participation.bar)).toBe("三分之二以上")
  expect(barInWords(ordinary.form === "owners" ? ordinary.agreement.bar : MORE_THAN_HALF)).toBe("过半数")
  expect(barInWords(major.form === "owners" ? major.agreement.bar : MORE_THAN_HALF)).toBe("四分之三以上")
})

test("silence, chosen buildings and the like are not presumed of any owners", () => {
  for (const rule of listPollPresets()) {
    if (rule.form !== "owners") continue
    expect([rule.silence.mode, rule.invalid.mode, rule.scope.mode]).toEqual([
      "notParticipating",
      "notParticipating",
      "wholeEstate",
    ])
  }
})

test("the thresholds of 物业管理条例 article 12 are nowhere: only its second paragraph on proxies is cited", () => {
  const cited = JSON.stringify(listPollPresets()).match(/物业管理条例》（2018年修正）第十二条(第二款)?/g)
  expect(new Set(cited)).toEqual(new Set(["物业管理条例》（2018年修正）第十二条第二款"]))
  for (const rule of listPollPresets())
    if (rule.form === "owners") expect(rule.participation.article).not.toContain("物业管理条例")
})

test("居委会组织法19: more than half of the electors, or more than two thirds of the 居民代表, and a run-off at one third", () => {
  const [all, representatives] = [pollPresetOf("committeeElection"), pollPresetOf("committeeElectionByRepresentatives")]
  if (all.form !== "election" || representatives.form !== "election") throw new Error("not elections")
  expect(barInWords(all.participation!.bar)).toBe("过半数")
  expect(barInWords(representatives.participation!.bar)).toBe("超过三分之二")
  for (const rule of [all, representatives]) {
    expect([barInWords(rule.agreement.bar), rule.agreement.base]).toEqual(["过半数", "cast"])
    expect(barInWords(rule.runOff!.bar)).toBe("三分之一以上")
    expect(rule.rollDays.days).toBe(20)
    expect(rule.moreCandidates.demanded).toBe(true)
  }
  expect(all.proxies).toMatchObject({ most: 3 })
  expect(representatives.proxies).toMatchObject({ none: true })
})

test("a home becomes a shop only with every one concerned: 民法典279 and 解释10、11", () => {
  const rule = pollPresetOf("allConcerned")
  expect(rule.form === "consent" && rule.agreement.bar).toEqual({ part: [1, 1] })
  expect(JSON.stringify(rule)).toContain("第二百七十九条")
  expect(JSON.stringify(rule)).not.toContain("1259")
})

test("no preset cites the quorum articles of the Act of 1989", () => {
  expect(JSON.stringify(listPresets())).not.toMatch(/组织法》（2025年修订）第(九|十)条/)
  expect(JSON.stringify([listPresets(), listPollPresets()])).not.toContain("2018年修正）第十二条第一款")
})

/** Every source in a rule, wherever it stands. */
function articlesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return []
  return Object.entries(value).flatMap(([key, part]) =>
    key === "citations" ? Object.values(part as object) : key === "article" ? [part as string] : articlesIn(part),
  )
}

test("each value of each preset names where it comes from", () => {
  for (const preset of [...listPresets(), ...listPollPresets()]) {
    const articles = articlesIn(preset)
    expect(articles.length).toBeGreaterThan(5)
    for (const article of articles) expect(article).toMatch(/第.+条|法律未规定/)
    for (const setting of listSettings(preset)) expect(setting.article, setting.key).toMatch(/第.+条|法律未规定/)
  }
})

test("a preset cannot be changed by whoever reads it", () => {
  expect(() => {
    presetOf("deliberation").notice.days = 0
  }).toThrow(TypeError)
})

test("only the presets of the rulebook are known by name", () => {
  expect(isPresetKey("deliberation")).toBe(true)
  expect(isPresetKey("constructor")).toBe(false)
  expect(listPresets().map(preset => preset.meetingKind)).toEqual([
    "协商议事会",
    "居民会议",
    "居民代表会议",
    "党员大会",
    "三方联席会议",
    "恳谈会",
  ])
  expect([isPollPresetKey("ownersMajor"), isPollPresetKey("deliberation")]).toEqual([true, false])
})
