import { expect, test } from "vitest"
import { barInWords } from "~/law/threshold"
import { isPresetKey, listPresets, presetOf } from "~/rulebook/presets"

test("the 居民代表会议 has the thresholds of 居委会组织法 (2025) article 29", () => {
  const { quorum, agreement, entitledFrom } = presetOf("representatives")
  expect([barInWords(quorum.bar), quorum.base]).toEqual(["三分之二以上", "entitled"])
  expect([barInWords(agreement.bar), agreement.base]).toEqual(["过半数", "present"])
  expect(quorum.article).toContain("第二十九条")
  expect(agreement.article).toContain("第二十九条")
  expect(entitledFrom).toBe("representatives")
})

test("the ten days of article 26 are not carried over to the 居民代表会议", () => {
  const { notice } = presetOf("representatives")
  expect(notice).toMatchObject({ kind: "none", days: 0 })
  expect(notice.article).toContain("适用于居民会议")
})

test("the thresholds of a deliberation do not pretend to be law", () => {
  const { quorum, agreement, notice, outcomeName } = presetOf("deliberation")
  for (const { article } of [quorum, agreement, notice]) expect(article).toBe("本社区议事规则（法律未规定）")
  expect(outcomeName).toBe("协商意见")
})

test("居委会组织法34: whatever is decided hangs fifteen days or more", () => {
  for (const preset of listPresets()) expect(preset.noticeBoardDays).toBeGreaterThanOrEqual(15)
})

test("no preset cites the quorum articles of the Act of 1989", () => {
  expect(JSON.stringify(listPresets())).not.toMatch(/第九条|第十条/)
})

test("each value of each preset names where it comes from", () => {
  for (const preset of listPresets()) {
    const articles = [
      preset.partyStudy.article,
      preset.quorum.article,
      preset.agreement.article,
      preset.notice.article,
      ...Object.values(preset.citations),
    ]
    for (const article of articles) expect(article).toMatch(/第.+条|本社区议事规则/)
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
  expect(listPresets().map(preset => preset.meetingKind)).toEqual(["协商议事会", "居民代表会议"])
})
