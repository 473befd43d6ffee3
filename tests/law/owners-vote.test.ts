import { expect, test } from "vitest"
import { decideOwners, judgeOwners, type OwnersReason, type OwnersVerdict } from "~/law/owners-vote"
import { explainOwners, lightInWords } from "~/law/owners-words"
import { MORE_THAN_HALF, makeLight, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import {
  agreementCases,
  areaCases,
  type FiguresCase,
  soundnessCases,
  turnoutCases,
  twoAxesCases,
} from "./cases/owners-cases"
import { abstainingCases, majorityCases, type PapersCase, returnedCases } from "./cases/owners-silence-cases"
import { article, barsOf, ruleOf, votesOf } from "./owners-rules"

const figuresCases: FiguresCase[] = [
  ...turnoutCases,
  ...agreementCases,
  ...areaCases,
  ...twoAxesCases,
  ...soundnessCases,
]
const papersCases: PapersCase[] = [...returnedCases, ...majorityCases, ...abstainingCases]

const outcomes: Record<OwnersReason, OwnersVerdict["outcome"]> = {
  agreed: "passed",
  notEnoughAgreed: "notPassed",
  tooFewTookPart: "notPassed",
  nothingToCount: "cannotBeCounted",
  figuresContradict: "cannotBeCounted",
}

test.each(figuresCases)("$article, $cls: $name", ({ cls, heads, area, reason }) => {
  const measure = (at: 0 | 1 | 2) => ({ heads: heads[at], areaCm2: area[at] })
  const figures = { agreeing: measure(0), participating: measure(1), whole: measure(2) }
  expect(judgeOwners(figures, barsOf(cls))).toMatchObject({ reason, outcome: outcomes[reason] })
})

test.each(papersCases)("$article, $cls, $silence: $name", one => {
  const decision = decideOwners(votesOf(one.papers), ruleOf(one.cls, one.silence, one.invalid))
  expect(decision).toMatchObject({
    reason: one.reason,
    outcome: outcomes[one.reason],
    strict: { reason: one.strict, outcome: outcomes[one.strict] },
    hangsOnInvalid: one.hangsOnInvalid,
  })
  if (one.silence === "notParticipating") expect(decision.byRule).toBeNull()
  else expect(decision.byRule).toMatchObject({ mode: one.silence, verdict: { reason: one.reason } })
})

test("the table by hand holds at least two hundred owners' decisions, each with its own name", () => {
  const names = [...figuresCases, ...papersCases].map(one => `${one.cls} ${one.article} ${one.name}`)
  expect(names.length).toBeGreaterThanOrEqual(200)
  expect(new Set(names).size).toBe(names.length)
})

test("papers are counted apart: agreed, refused, abstained, invalid, silent and never delivered", () => {
  const { count } = decideOwners(
    votesOf([
      ["for", 3, 100],
      ["against", 2, 10],
      ["abstain", 4, 1],
      ["invalid", 1, 1000],
      ["silent", 5, 10_000],
      ["undelivered", 6, 100_000],
    ]),
    ruleOf("B"),
  )
  expect(count).toEqual({
    whole: { heads: 21, areaCm2: 651_324 },
    for: { heads: 3, areaCm2: 300 },
    against: { heads: 2, areaCm2: 20 },
    abstain: { heads: 4, areaCm2: 4 },
    invalid: { heads: 1, areaCm2: 1000 },
    silent: { heads: 5, areaCm2: 50_000 },
    notDelivered: { heads: 6, areaCm2: 600_000 },
  })
})

test("four lights: took part by heads and area, agreed by heads and area, each with its own whole", () => {
  const { lights } = judgeOwners(
    {
      whole: { heads: 60, areaCm2: 51_205_000 },
      participating: { heads: 40, areaCm2: 34_136_666 },
      agreeing: { heads: 20, areaCm2: 17_068_334 },
    },
    barsOf("B"),
  )
  expect(lights).toEqual([
    { label: "参与表决的人数", count: 40, whole: 60, bar: TWO_THIRDS_OR_MORE, article, met: true, countable: true },
    {
      label: "参与表决的面积",
      count: 34_136_666,
      whole: 51_205_000,
      unit: "area",
      bar: TWO_THIRDS_OR_MORE,
      article,
      met: false,
      countable: true,
    },
    {
      label: "参与表决者中同意的人数",
      count: 20,
      whole: 40,
      bar: MORE_THAN_HALF,
      article,
      met: false,
      countable: true,
    },
    {
      label: "参与表决者中同意的面积",
      count: 17_068_334,
      whole: 34_136_666,
      unit: "area",
      bar: MORE_THAN_HALF,
      article,
      met: true,
      countable: true,
    },
  ])
})

test("what silence adds is shown by the lights of the rule, beside the strict ones", () => {
  const papers = votesOf([
    ["for", 20, 100],
    ["silent", 20, 100],
    ["undelivered", 20, 100],
  ])
  const { strict, byRule } = decideOwners(papers, ruleOf("B", "withMajority"))
  const counted = (verdict: OwnersVerdict | undefined) => verdict?.lights.map(light => [light.count, light.whole])
  expect(counted(strict)).toEqual([
    [20, 60],
    [2000, 6000],
    [20, 20],
    [2000, 2000],
  ])
  expect(counted(byRule?.verdict)).toEqual([
    [40, 60],
    [4000, 6000],
    [40, 40],
    [4000, 4000],
  ])
})

test("a majority against is joined on its own side, not only kept from passing", () => {
  const papers = votesOf([
    ["for", 10, 100],
    ["against", 20, 100],
    ["silent", 30, 100],
  ])
  const { byRule } = decideOwners(papers, ruleOf("B", "withMajority"))
  expect(byRule?.verdict.lights.map(light => [light.count, light.whole])).toEqual([
    [60, 60],
    [6000, 6000],
    [10, 60],
    [1000, 6000],
  ])
  expect(byRule?.explanation).toBe("返回的票里，人数和面积都是反对的最多，已送达而未返回的30人、0.3平方米计入反对。")
})

test("figures that are no whole numbers are a fault, not a result", () => {
  const all = { heads: 3, areaCm2: 300 }
  for (const broken of [0.5, Number.NaN, 2 ** 53]) {
    expect(() =>
      judgeOwners({ whole: all, participating: all, agreeing: { heads: broken, areaCm2: 1 } }, barsOf("B")),
    ).toThrow(RangeError)
    expect(() =>
      judgeOwners({ whole: { heads: 3, areaCm2: broken }, participating: all, agreeing: all }, barsOf("B")),
    ).toThrow(RangeError)
  }
  expect(() => decideOwners([{ areaCm2: -1, answer: "for", isDelivered: true }], ruleOf("B"))).toThrow(RangeError)
})

test.each<[string, Parameters<typeof votesOf>[0], string]>([
  [
    "a tie",
    [
      ["for", 15, 100],
      ["against", 15, 100],
      ["silent", 30, 100],
    ],
    "返回的票里，最多的两方相等，分不出多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  [
    "abstentions in the lead",
    [
      ["for", 10, 100],
      ["abstain", 15, 100],
      ["silent", 30, 100],
    ],
    "返回的票里弃权的最多，没有同意或者反对的多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  [
    "heads and area that differ",
    [
      ["for", 20, 100],
      ["against", 10, 500],
      ["silent", 30, 100],
    ],
    "返回的票里，人数最多的一方和面积最多的一方不是同一方，没有一致的多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  [
    "a tie by area alone",
    [
      ["for", 20, 100],
      ["against", 10, 200],
      ["silent", 30, 100],
    ],
    "返回的票里，最多的两方相等，分不出多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  [
    "a tie by heads alone",
    [
      ["for", 15, 200],
      ["against", 15, 100],
      ["silent", 30, 100],
    ],
    "返回的票里，最多的两方相等，分不出多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  [
    "nothing returned",
    [["silent", 30, 100]],
    "没有返回的有效票，没有多数意见。已送达而未返回的30人、0.3平方米不计入任何一方，按只数返回的票计算。",
  ],
  ["nobody silent", [["for", 30, 100]], "没有已送达而未返回的票，结果与只数返回的票相同。"],
])("why silence joins nobody is said: %s", (_, papers, words) => {
  expect(decideOwners(votesOf(papers), ruleOf("B", "withMajority")).byRule?.explanation).toBe(words)
})

test("silence that abstains is said so", () => {
  const decision = decideOwners(
    votesOf([
      ["for", 40, 100],
      ["silent", 20, 100],
    ]),
    ruleOf("B", "abstain"),
  )
  expect(decision.byRule?.explanation).toBe("已送达而未返回的20人、0.2平方米，算作参与表决并弃权，不算同意。")
})

test("a notice board prints the whole decision, light by light, with the strict count first", () => {
  const rule = ruleOf("B", "withMajority")
  const papers = votesOf([
    ["for", 995, 1_000_000],
    ["against", 27, 1_000_000],
    ["abstain", 125, 1_000_000],
    ["silent", 1071, 1_000_000],
    ["undelivered", 43, 1_000_000],
  ])
  expect(explainOwners(decideOwners(papers, rule), rule)).toEqual([
    "表决范围内的业主共2261人，专有部分面积共226100平方米。",
    "同意995人、99500平方米；反对27人、2700平方米；弃权125人、12500平方米；无效0人、0平方米。",
    "已送达而未返回1071人、107100平方米；未送达43人、4300平方米，未送达的不计入任何一方。",
    "只数返回的票：",
    "参与表决的人数：2261人中有1147人，须1508人，未达到三分之二以上（《民法典》第二百七十八条第二款）。",
    "参与表决的面积：226100平方米中有114700平方米，须150733.3334平方米，未达到三分之二以上（《民法典》第二百七十八条第二款）。",
    "参与表决者中同意的人数：1147人中有995人，须574人，达到过半数（《民法典》第二百七十八条第二款）。",
    "参与表决者中同意的面积：114700平方米中有99500平方米，须超过57350平方米，达到过半数（《民法典》第二百七十八条第二款）。",
    "只数返回的票，未通过。参与表决的人数和参与表决的面积未达到三分之二以上，参与表决的业主不够，不能作出决定。",
    "按本小区的规定（悦园小区业主大会议事规则第十二条）：返回的票里，人数和面积都是同意的最多，已送达而未返回的1071人、107100平方米计入同意。",
    "参与表决的人数：2261人中有2218人，须1508人，达到三分之二以上（《民法典》第二百七十八条第二款）。",
    "参与表决的面积：226100平方米中有221800平方米，须150733.3334平方米，达到三分之二以上（《民法典》第二百七十八条第二款）。",
    "参与表决者中同意的人数：2218人中有2066人，须超过1109人，达到过半数（《民法典》第二百七十八条第二款）。",
    "参与表决者中同意的面积：221800平方米中有206600平方米，须超过110900平方米，达到过半数（《民法典》第二百七十八条第二款）。",
    "结果：通过。参与表决的和同意的，人数、面积四项都达到规定。",
  ])
})

test.each<[string, Parameters<typeof votesOf>[0], Parameters<typeof ruleOf>, string[]]>([
  [
    "too few took part by area alone",
    [
      ["for", 40, 10_000],
      ["silent", 20, 100_000],
    ],
    ["B"],
    ["结果：未通过。参与表决的面积未达到三分之二以上，参与表决的业主不够，不能作出决定。"],
  ],
  [
    "half of the heads agree",
    [
      ["for", 30, 10_000],
      ["against", 30, 1000],
    ],
    ["B"],
    ["结果：未通过。参与表决的业主够了，参与表决者中同意的人数未达到过半数。"],
  ],
  [
    "a major matter falls short on both",
    [
      ["for", 30, 10_000],
      ["against", 30, 10_000],
    ],
    ["A"],
    ["结果：未通过。参与表决的业主够了，参与表决者中同意的人数和参与表决者中同意的面积未达到四分之三以上。"],
  ],
  ["the roll is empty", [], ["B"], ["结果：无法计票。表决范围内没有业主或者没有面积，请核对票册。"]],
  [
    "it hangs on a paper that was invalid",
    [
      ["for", 39, 10_000],
      ["invalid", 1, 10_000],
      ["silent", 20, 10_000],
    ],
    ["B"],
    [
      "结果：未通过。参与表决的人数和参与表决的面积未达到三分之二以上，参与表决的业主不够，不能作出决定。",
      "请注意：无效票1人、1平方米，如果算参与表决，结果就不同。民法典没有写明无效票是否算参与表决，本次按悦园小区业主大会议事规则第十三条处理。",
    ],
  ],
  [
    "and the other way round",
    [
      ["for", 39, 10_000],
      ["invalid", 1, 10_000],
      ["silent", 20, 10_000],
    ],
    ["B", "notParticipating", "participating"],
    [
      "结果：通过。参与表决的和同意的，人数、面积四项都达到规定。",
      "请注意：无效票1人、1平方米，如果不算参与表决，结果就不同。民法典没有写明无效票是否算参与表决，本次按悦园小区业主大会议事规则第十三条处理。",
    ],
  ],
])("the outcome says why: %s", (_, papers, settings, end) => {
  const rule = ruleOf(...settings)
  expect(explainOwners(decideOwners(votesOf(papers), rule), rule).slice(-end.length)).toEqual(end)
})

test.each<["participating" | "notParticipating", string]>([
  ["participating", "交了无效票的算参与表决，不算同意（悦园小区业主大会议事规则第十三条）。"],
  ["notParticipating", "交了无效票的不算参与表决（悦园小区业主大会议事规则第十三条）。"],
])("how invalid papers are treated is said where there are any: %s", (mode, words) => {
  const rule = ruleOf("B", "notParticipating", mode)
  expect(explainOwners(decideOwners(votesOf([["invalid", 1, 100]]), rule), rule)).toContain(words)
  expect(explainOwners(decideOwners(votesOf([["for", 1, 100]]), rule), rule)).not.toContain(words)
})

test("where silence takes no part that is said, with its article", () => {
  const rule = ruleOf("B")
  expect(explainOwners(decideOwners(votesOf([["for", 1, 100]]), rule), rule)).toContain(
    "未返回的票不算参与表决（悦园小区业主大会议事规则第十二条）。",
  )
})

test("contradicting figures are explained as such", () => {
  const rule = ruleOf("B")
  const decision = decideOwners(votesOf([["for", 3, 100]]), rule)
  const broken = judgeOwners(
    { whole: { heads: 1, areaCm2: 1 }, participating: { heads: 2, areaCm2: 1 }, agreeing: { heads: 1, areaCm2: 1 } },
    rule,
  )
  expect(explainOwners({ ...decision, strict: broken }, rule).at(-1)).toBe(
    "结果：无法计票。数字前后不一致：参与的多于全部，或者同意的多于参与的。请对照表决票重新核对。",
  )
})

test("a light over nothing says that it cannot be counted", () => {
  const light = makeLight({
    label: "参与表决的面积",
    count: 0,
    whole: 0,
    unit: "area",
    bar: TWO_THIRDS_OR_MORE,
    article,
  })
  expect(lightInWords(light)).toBe(
    "参与表决的面积：0平方米中有0平方米，没有总数，无法计算（《民法典》第二百七十八条第二款）",
  )
})
