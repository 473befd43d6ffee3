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

test("conditions voted on stand in the resolution, and in the minutes behind the decision", () => {
  const terms = { effect: "agreedWithConditions", conditions: ["只在白天施工", "一楼补偿先付清。"] } as const
  const motion = aMotion({ terms: { ...terms, conditions: [...terms.conditions] }, proposal })
  expect(draftResolutionWording(aRecordedMeeting(), motion).conditions).toEqual(["只在白天施工", "一楼补偿先付清。"])
  expect(firstItem({ motions: [motion] }).decisions[0]!.content).toBe(
    "同意加装电梯。附带条件：（1）只在白天施工；（2）一楼补偿先付清。预算48.6万元，资金来源：业主分担和财政补贴。",
  )
})

test("without conditions a resolution has none", () => {
  expect(draftResolutionWording(aRecordedMeeting(), aMotion({ proposal }))).not.toHaveProperty("conditions")
})

test("where fieldwork comes first the resolution hands out the fieldwork, and neither work nor money", () => {
  const motion = aMotion({ terms: { effect: "needsFieldwork", returnOn: "2026-11-08" }, proposal })
  const wording = draftResolutionWording(aRecordedMeeting(), motion)
  expect(wording).not.toHaveProperty("money")
  expect(wording.items).toEqual([
    { content: "就3号楼加装电梯开展调研，将情况提交下一次协商。", handler: "", dueOn: "2026-11-08" },
  ])
  expect(firstItem({ motions: [motion] }).decisions).toEqual([
    { content: "同意加装电梯。先调研再定，2026年11月8日前再上会。", handler: "", dueOn: "2026-11-08" },
  ])
})

test("a proposal that lists its works becomes one item for each, with the quantities it states", () => {
  const content = "整治内容：\n1. 整治二夜河570米\n2. 新修步道1,800米；\n两侧补绿\n3. 装充电桩，位置另定"
  const listed = { ...proposal, content, budgetFen: 20_000_000 }
  const { items, money } = draftResolutionWording(aRecordedMeeting(), aMotion({ proposal: listed }))
  expect(items.map(item => [item.content, item.quantity])).toEqual([
    ["整治二夜河570米。", "570米"],
    ["新修步道1,800米；两侧补绿。", "1,800米"],
    ["装充电桩，位置另定。", undefined],
  ])
  expect(items.map(item => item.handler)).toEqual(["业委会", "业委会", "业委会"])
  expect(money).toBe("以上各项合计预算20万元，资金来源：业主分担和财政补贴。")
})

test("a resolution rests on its meeting, its day and the articles of its count, and takes handler and date over", () => {
  const wording = draftResolutionWording(aRecordedMeeting(), aMotion({ proposal }))
  expect(wording.preamble).toBe(
    "2026年10月8日，振兴社区2026年第三次协商议事会对“关于3号楼加装电梯的方案”进行协商和表决，依据本社区议事规则（法律未规定），形成以下协商意见：",
  )
  expect(wording.items).toEqual([
    {
      content: "在3号楼北侧加装电梯一部。",
      handler: "业委会",
      dueOn: "2026-12-31",
    },
  ])
  expect(wording.money).toBe("预算48.6万元，资金来源：业主分担和财政补贴。")
})

test("what costs nothing names no money", () => {
  const free = { ...proposal, budgetFen: null, funding: "" }
  expect(draftResolutionWording(aRecordedMeeting(), aMotion({ proposal: free }))).not.toHaveProperty("money")
})
