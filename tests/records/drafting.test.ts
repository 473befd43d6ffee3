import { expect, test } from "vitest"
import { draftMinutesWording, draftResolutionWording } from "~/records/drafting"
import { presetOf } from "~/rulebook/presets"
import { aMotion, aRecordedMeeting, aSpeech } from "./recorded-meeting"

const proposal = {
  id: "proposal",
  content: "在3号楼北侧加装电梯一部。",
  budgetFen: 48_600_000,
  funding: "业主分担和财政补贴",
  handler: "业委会",
  dueOn: "2026-12-31",
}

const firstItem = (overrides: Parameters<typeof aRecordedMeeting>[0]) =>
  draftMinutesWording(aRecordedMeeting(overrides)).items[0]!

test("the opening names the meeting and what it talked over", () => {
  expect(draftMinutesWording(aRecordedMeeting()).opening).toBe(
    "振兴社区2026年第三次协商议事会就“关于3号楼加装电梯的方案”进行了协商。",
  )
})

test.each([
  ["support", "甲一（居民代表）表示赞成，认为：早就该装。"],
  ["conditional", "甲一（居民代表）附条件赞成，认为：早就该装。"],
  ["neutral", "甲一（居民代表）认为：早就该装。"],
] as const)("a speech with stance %s is said so in the gist", (stance, sentence) => {
  expect(firstItem({ speeches: [aSpeech("甲一", stance, "早就该装")] }).gist).toBe(sentence)
})

test("an opposing speech stands under dissent, and only there", () => {
  const item = firstItem({
    speeches: [aSpeech("甲一", "support", "早就该装"), aSpeech("乙二", "oppose", "补偿偏低")],
  })
  expect(item.dissent).toBe("乙二（居民代表）表示反对，认为：补偿偏低。")
  expect(item.gist).not.toContain("乙二")
})

test("what was passed becomes a decision with money, handler and date of its proposal", () => {
  const item = firstItem({ motions: [aMotion({ proposal })] })
  expect(item.decisions).toEqual([
    { content: "同意加装电梯。预算48.6万元，资金来源：业主分担和财政补贴。", handler: "业委会", dueOn: "2026-12-31" },
  ])
})

test.each([
  ["secret", true],
  ["named", false],
])("votes against a passed motion are kept as numbers in a %s round, without a name", (_, secret) => {
  const item = firstItem({ motions: [aMotion({ secret })] })
  expect(item.dissent).toBe("表决时有2票反对、1票弃权。")
})

test.each([
  ["too few agreed: 未通过", aMotion({ counts: { for: 5, against: 5, abstain: 0 } }), "“同意加装电梯”经表决未通过。"],
  [
    "the quorum was not there: 未形成决定",
    aMotion({ present: 7, counts: { for: 7, against: 0, abstain: 0 } }),
    "“同意加装电梯”未形成决定。",
  ],
  [
    "nobody handed in a ballot: 未形成决定",
    aMotion({ counts: { for: 0, against: 0, abstain: 0 } }),
    "“同意加装电梯”未形成决定。",
  ],
  ["never put to the vote", aMotion({ states: [] }), "会上提出“同意加装电梯”，没有作出表决。"],
  ["counted but never proclaimed", aMotion({ states: ["closed"] }), "会上提出“同意加装电梯”，没有作出表决。"],
  ["annulled and not repeated", aMotion({ states: ["annulled"] }), "会上提出“同意加装电梯”，没有作出表决。"],
])("no decision is drafted when %s", (_, motion, sentence) => {
  const item = firstItem({ motions: [motion] })
  expect(item.decisions).toEqual([])
  expect(item.gist).toBe(sentence)
  expect(item.dissent).toBe("")
})

test("exactly two thirds present is a quorum: eight of twelve decide, seven do not", () => {
  const decisions = (present: number) =>
    firstItem({ motions: [aMotion({ present, counts: { for: present, against: 0, abstain: 0 } })] }).decisions.length
  expect([decisions(8), decisions(7)]).toEqual([1, 0])
})

test("a deliberation's paper is called 协商意见, the assembly's 居民代表会议决定", () => {
  const titleUnder = (preset: "deliberation" | "representatives") =>
    draftResolutionWording(aRecordedMeeting({ rule: presetOf(preset) }), aMotion()).title
  expect(titleUnder("deliberation")).toBe("关于3号楼加装电梯的协商意见")
  expect(titleUnder("representatives")).toBe("关于3号楼加装电梯的居民代表会议决定")
})

test("a resolution rests on its meeting, its day and the articles of its count, and takes handler and date over", () => {
  const wording = draftResolutionWording(aRecordedMeeting(), aMotion({ proposal }))
  expect(wording.preamble).toBe(
    "2026年10月8日，振兴社区2026年第三次协商议事会对“关于3号楼加装电梯的方案”进行协商和表决，依据本社区议事规则（法律未规定），形成以下协商意见：",
  )
  expect(wording.items).toEqual([
    {
      content: "在3号楼北侧加装电梯一部。预算48.6万元，资金来源：业主分担和财政补贴。",
      handler: "业委会",
      dueOn: "2026-12-31",
    },
  ])
})
