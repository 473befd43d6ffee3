import { expect, test } from "vitest"
import { agreementBases, type Counts, choiceNames, choices, type DecisionRule, decide } from "~/law/tally"
import { explainDecision } from "~/law/tally-words"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

const assembly: DecisionRule = {
  quorum: { label: "到会组成人员", bar: TWO_THIRDS_OR_MORE, article: "居委会组织法第二十九条" },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: "居委会组织法第二十九条" },
}
const house: DecisionRule = {
  quorum: null,
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: "本社区议事规则" },
  tie: "chairDecides",
}
const votes = (inFavour: number, against: number, abstain = 0, invalid = 0): Counts => ({
  for: inFavour,
  against,
  abstain,
  invalid,
})

test("a decision is told with who came, how they voted, of how many, by which article, and what it comes to", () => {
  const decision = decide(votes(6, 2, 1, 1), { present: 11, entitled: 15 }, assembly)
  expect(explainDecision(decision, assembly)).toEqual([
    "到会组成人员11人，应到人数15人，须10人，达到三分之二以上（依据：居委会组织法第二十九条）。",
    "赞成6票，反对2票，弃权1票，无效1票；到会而未投票1人，不计入任何一方。",
    "赞成人数6人，到会人数11人，须6人，达到过半数（依据：居委会组织法第二十九条）。",
    "表决结果：通过。",
  ])
})

test("exactly half is told as the law says it: more than six", () => {
  const decision = decide(votes(6, 4, 2), { present: 12, entitled: 15 }, assembly)
  expect(explainDecision(decision, assembly).slice(1)).toEqual([
    "赞成6票，反对4票，弃权2票，无效0票。",
    "赞成人数6人，到会人数12人，须超过6人，未达到过半数（依据：居委会组织法第二十九条）。",
    "表决结果：不通过。赞成未达到过半数。",
  ])
})

test("too few came: the board says which share was missing, not that the matter was voted down", () => {
  const decision = decide(votes(9, 0), { present: 9, entitled: 15 }, assembly)
  const sentences = explainDecision(decision, assembly)
  expect(sentences[0]).toBe(
    "到会组成人员9人，应到人数15人，须10人，未达到三分之二以上（依据：居委会组织法第二十九条）。",
  )
  expect(sentences.at(-1)).toBe("表决结果：不通过。到会组成人员未达到三分之二以上。")
})

test("the recused are said to stay in the base, and are not called silent", () => {
  const decision = decide(votes(6, 2), { present: 10, entitled: 15, recused: 2 }, assembly)
  expect(explainDecision(decision, assembly).slice(1, 3)).toEqual([
    "赞成6票，反对2票，弃权0票，无效0票。",
    "回避2人，计入到会人数和应到人数，不参加表决。",
  ])
})

test("a tie is told as a tie", () => {
  const decision = decide(votes(5, 5), { present: 10, entitled: 15 }, assembly)
  expect(explainDecision(decision, assembly).at(-1)).toBe("表决结果：不通过。赞成与反对票数相等，赞成未达到过半数。")
})

test("a tie the chair has not decided yet says whose word is awaited", () => {
  const decision = decide(votes(5, 5), { present: 10, entitled: 15 }, house)
  expect(explainDecision(decision, house)).toEqual([
    "赞成5票，反对5票，弃权0票，无效0票。",
    "赞成人数5人，到会人数10人，须超过5人，未达到过半数（依据：本社区议事规则）。",
    "赞成与反对票数相等，按议事规则由主持人投出决定票；未投出前不通过。",
  ])
})

test("a casting vote for is told apart from the ballots, in the numerator and in the whole", () => {
  const decision = decide(votes(5, 5), { present: 10, entitled: 15 }, house, "for")
  expect(explainDecision(decision, house)).toEqual([
    "赞成5票，反对5票，弃权0票，无效0票。",
    "赞成与反对票数相等，主持人按议事规则投出决定票：赞成。",
    "赞成人数（含主持人决定票）6，到会人数与决定票合计11，须6，达到过半数（依据：本社区议事规则）。",
    "表决结果：通过。",
  ])
})

test("a casting vote against leaves the agreements as they were", () => {
  const decision = decide(votes(5, 5), { present: 10, entitled: 15 }, house, "against")
  expect(explainDecision(decision, house).slice(1)).toEqual([
    "赞成与反对票数相等，主持人按议事规则投出决定票：反对。",
    "赞成人数（含主持人决定票）5，到会人数与决定票合计11，须6，未达到过半数（依据：本社区议事规则）。",
    "表决结果：不通过。赞成未达到过半数。",
  ])
})

test.each<[string, Counts, number, number, string]>([
  ["no ballot", votes(0, 0), 10, 15, "表决结果：无法计算。没有可以计算的票，不作为通过，也不作为不通过。"],
  ["too many ballots", votes(9, 2), 10, 15, "表决结果：无法计算。票数多于可以投票的到会人数，请核对后重新表决。"],
  ["too many people", votes(9, 2), 16, 15, "表决结果：无法计算。到会人数多于应到人数，请核对名册后重新计算。"],
])("what cannot be counted says why and what to do: %s", (_sentence, counts, present, entitled, sentence) => {
  expect(explainDecision(decide(counts, { present, entitled }, assembly), assembly).at(-1)).toBe(sentence)
})

test("each base is called what is counted in it: ballots are 票, people are 人", () => {
  const told = agreementBases.map(base => {
    const rule: DecisionRule = { quorum: null, agreement: { ...assembly.agreement, base } }
    return explainDecision(decide(votes(6, 2, 1, 1), { present: 11, entitled: 15 }, rule), rule)[1]
  })
  const article = "（依据：居委会组织法第二十九条）。"
  expect(told).toEqual([
    `赞成人数6票，赞成与反对票数8票，须超过4票，达到过半数${article}`,
    `赞成人数6票，有效票数9票，须5票，达到过半数${article}`,
    `赞成人数6票，收回票数10票，须超过5票，达到过半数${article}`,
    `赞成人数6人，到会人数11人，须6人，达到过半数${article}`,
    `赞成人数6人，应到人数15人，须8人，未达到过半数${article}`,
  ])
})

test("a delegate says 赞成, 反对 or 弃权, in this order", () => {
  expect(choices.map(choice => choiceNames[choice])).toEqual(["赞成", "反对", "弃权"])
})
