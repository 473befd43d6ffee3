import { expect, test } from "vitest"
import { decideOptions, type OptionCounts, type OptionsRule } from "~/law/options"
import { explainOptions } from "~/law/options-words"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"

const labels = { a: "东门岗亭旁", b: "北墙花坛边", c: "甲一", d: "乙二" }
const site: OptionsRule = {
  quorum: { label: "到会人数", bar: TWO_THIRDS_OR_MORE, article: "本社区议事规则第八条" },
  agreement: { label: "得票", bar: MORE_THAN_HALF, base: "present", article: "本社区议事规则第九条" },
  runOff: null,
  seats: 1,
}
const election: OptionsRule = {
  quorum: null,
  agreement: { label: "得票", bar: MORE_THAN_HALF, base: "cast", article: "居委会组织法第十九条" },
  runOff: { bar: { part: [1, 3] }, article: "居委会组织法第十九条" },
  seats: 2,
}
const box = (votes: Record<string, number>, cast: number, others: Partial<OptionCounts> = {}): OptionCounts => ({
  votes,
  none: 0,
  abstain: 0,
  invalid: 0,
  cast,
  ...others,
})
const explain = (counts: OptionCounts, rule: OptionsRule, attendance = { present: 12, entitled: 15 }) =>
  explainOptions(decideOptions(Object.keys(counts.votes), counts, attendance, rule), rule, labels)

test("a choice of site tells who took part, the box, each place with its figures and article, and the place chosen", () => {
  expect(explain(box({ a: 7, b: 2 }, 12, { none: 1, abstain: 1, invalid: 1 }), site)).toEqual([
    "到会人数12人，应参加人数15人，须10人，达到三分之二以上（依据：本社区议事规则第八条）。",
    "收回12票，其中有效11票，无效1票；有效票中均不同意1票，弃权1票。",
    "东门岗亭旁：得票7人，到会人数12人，须超过6人，达到过半数（依据：本社区议事规则第九条）。",
    "北墙花坛边：得票2人，到会人数12人，须超过6人，未达到过半数（依据：本社区议事规则第九条）。",
    "表决结果：东门岗亭旁入选。",
  ])
})

test("that most want neither place is said as such", () => {
  expect(explain(box({ a: 3, b: 2 }, 12, { none: 7 }), site).at(-1)).toBe(
    "表决结果：均不同意的票数过半数，各项均未入选。",
  )
})

test("where no place reaches the bar, no place is called the first", () => {
  expect(explain(box({ a: 6, b: 6 }, 12), site).at(-1)).toBe("表决结果：各项均未达到过半数，均未入选。")
})

test("too few came: the vote is without effect", () => {
  expect(explain(box({ a: 9, b: 0 }, 9), site, { present: 9, entitled: 15 }).at(-1)).toBe(
    "表决结果：到会人数未达到三分之二以上，本次表决无效，各项均未入选。",
  )
})

test("an empty box is not a result", () => {
  expect(explain(box({ a: 0, b: 0 }, 0), site).at(-1)).toBe("表决结果：无法计算。没有可以计算的票。")
})

test("of figures that contradict each other nothing is worked out", () => {
  const sentences = explain(box({ a: 1, b: 0 }, 1, { invalid: 2 }), site)
  expect(sentences[1]).toBe("收回1票，无效2票，均不同意0票，弃权0票。")
  expect(sentences.at(-1)).toBe("表决结果：无法计算。所报数字互相矛盾，请核对后重新计票。")
})

test("an election that leaves a seat names who is chosen, what is left, and who stands again by which bar", () => {
  expect(explain(box({ b: 3, c: 9, d: 5 }, 12, { none: 1 }), election)).toEqual([
    "收回12票，其中有效12票，无效0票；有效票中均不同意1票，弃权0票。",
    "名额2个，每张票最多选2项。",
    "北墙花坛边：得票3票，收回票数12票，须超过6票，未达到过半数（依据：居委会组织法第十九条）。",
    "甲一：得票9票，收回票数12票，须超过6票，达到过半数（依据：居委会组织法第十九条）。",
    "乙二：得票5票，收回票数12票，须超过6票，未达到过半数（依据：居委会组织法第十九条）。",
    "表决结果：甲一入选。",
    "其余各项未达到过半数，尚余1个名额。",
    "另行表决在乙二、北墙花坛边中进行，以得票多的入选，得票须为收回票数的三分之一以上（依据：居委会组织法第十九条）。",
  ])
})

test("a tie for the last seat is named with its figure, and left to another vote", () => {
  expect(explain(box({ a: 1, b: 7, c: 9, d: 7 }, 12), election).slice(-3)).toEqual([
    "表决结果：甲一入选。",
    "北墙花坛边、乙二得票相同，均为7票，争1个名额；不以抽签等方式决定，须另行表决。",
    "另行表决在北墙花坛边、乙二中进行，以得票多的入选，得票须为收回票数的三分之一以上（依据：居委会组织法第十九条）。",
  ])
})

test("a tie of all leaves nobody chosen, and without a rule for it no run-off is announced", () => {
  const rule = {
    ...election,
    runOff: null,
    seats: 1,
    agreement: { ...election.agreement, bar: { part: [1, 3] as const } },
  }
  expect(explain(box({ c: 6, d: 6 }, 12), rule).slice(-2)).toEqual([
    "乙二：得票6票，收回票数12票，须4票，达到三分之一以上（依据：居委会组织法第十九条）。",
    "甲一、乙二得票相同，均为6票，争1个名额；不以抽签等方式决定，须另行表决。",
  ])
})

test("no run-off is announced where nobody is left to stand", () => {
  expect(explain(box({ c: 0, d: 0 }, 12, { none: 12 }), election).at(-1)).toBe(
    "表决结果：均不同意的票数过半数，各项均未入选。",
  )
})

test("an option without a label is called by its key", () => {
  expect(explain(box({ x: 12 }, 12), site).at(-1)).toBe("表决结果：x入选。")
})
