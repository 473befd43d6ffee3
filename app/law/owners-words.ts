import { areaInWords } from "~/law/areas"
import type {
  MajoritySide,
  Measure,
  OwnersCount,
  OwnersDecision,
  OwnersRule,
  OwnersVerdict,
  SilenceMode,
} from "~/law/owners-vote"
import { barInWords, describeNeed, type Light } from "~/law/threshold"

/** 21人、1734.5平方米. */
export const measureInWords = ({ heads, areaCm2 }: Measure): string => `${heads}人、${areaInWords(areaCm2)}`

/** 参与表决的人数：60人中有40人，须40人，达到三分之二以上（《民法典》第二百七十八条第二款）, without a full stop. */
export function lightInWords(light: Light): string {
  const say = light.unit === "area" ? areaInWords : (amount: number) => `${amount}人`
  const told = `${light.label}：${say(light.whole)}中有${say(light.count)}`
  if (!light.countable) return `${told}，没有总数，无法计算（${light.article}）`
  const need = describeNeed(light.whole, light.bar, say)
  return `${told}，${need}，${light.met ? "达到" : "未达到"}${barInWords(light.bar)}（${light.article}）`
}

/** What is made of the papers that were handed over and not returned, and why. */
export function silenceInWords(
  count: Pick<OwnersCount, "for" | "against" | "abstain" | "silent">,
  mode: Exclude<SilenceMode, "notParticipating">,
  side: MajoritySide,
): string {
  if (count.silent.heads === 0) return "没有已送达而未返回的票，结果与只数返回的票相同。"
  const who = `已送达而未返回的${measureInWords(count.silent)}`
  if (mode === "abstain") return `${who}，算作参与表决并弃权，不算同意。`
  if (side === "for" || side === "against") {
    const name = side === "for" ? "同意" : "反对"
    return `返回的票里，人数和面积都是${name}的最多，${who}计入${name}。`
  }
  return `${whyNotAdded(count, side)}${who}不计入任何一方，按只数返回的票计算。`
}

function whyNotAdded(count: Pick<OwnersCount, "for" | "against" | "abstain">, side: "abstain" | "differs" | "none") {
  if (side === "abstain") return "返回的票里弃权的最多，没有同意或者反对的多数意见。"
  if (side === "differs") return "返回的票里，人数最多的一方和面积最多的一方不是同一方，没有一致的多数意见。"
  const returned = count.for.heads + count.against.heads + count.abstain.heads
  return returned === 0 ? "没有返回的有效票，没有多数意见。" : "返回的票里，最多的两方相等，分不出多数意见。"
}

/** The whole decision in sentences a notice board can print, in their order. */
export function explainOwners(decision: OwnersDecision, rule: OwnersRule): string[] {
  const { count, strict, byRule } = decision
  const verdict = byRule?.verdict ?? strict
  return [
    `表决范围内的业主共${count.whole.heads}人，专有部分面积共${areaInWords(count.whole.areaCm2)}。`,
    `同意${measureInWords(count.for)}；反对${measureInWords(count.against)}；弃权${measureInWords(count.abstain)}；无效${measureInWords(count.invalid)}。`,
    `已送达而未返回${measureInWords(count.silent)}；未送达${measureInWords(count.notDelivered)}，未送达的不计入任何一方。`,
    ...(count.invalid.heads > 0 ? [invalidInWords(rule)] : []),
    ...(byRule
      ? [
          "只数返回的票：",
          ...lightLines(strict),
          `只数返回的票，${outcomeInWords(strict)}`,
          `按本小区的规定（${rule.silence.article}）：${byRule.explanation}`,
        ]
      : [`未返回的票不算参与表决（${rule.silence.article}）。`]),
    ...lightLines(verdict),
    `结果：${outcomeInWords(verdict)}`,
    ...(decision.hangsOnInvalid ? [hangingInWords(decision, rule)] : []),
  ]
}

const lightLines = (verdict: OwnersVerdict): string[] => verdict.lights.map(light => `${lightInWords(light)}。`)

const invalidInWords = ({ invalid }: OwnersRule): string =>
  invalid.mode === "participating"
    ? `交了无效票的算参与表决，不算同意（${invalid.article}）。`
    : `交了无效票的不算参与表决（${invalid.article}）。`

const hangingInWords = ({ count }: OwnersDecision, { invalid }: OwnersRule): string =>
  `请注意：无效票${measureInWords(count.invalid)}，如果${
    invalid.mode === "participating" ? "不算" : "算"
  }参与表决，结果就不同。民法典没有写明无效票是否算参与表决，本次按${invalid.article}处理。`

function outcomeInWords({ reason, lights }: OwnersVerdict): string {
  switch (reason) {
    case "agreed":
      return "通过。参与表决的和同意的，人数、面积四项都达到规定。"
    case "tooFewTookPart":
      return `未通过。${unmetInWords(lights.slice(0, 2))}，参与表决的业主不够，不能作出决定。`
    case "notEnoughAgreed":
      return `未通过。参与表决的业主够了，${unmetInWords(lights.slice(2))}。`
    case "nothingToCount":
      return "无法计票。表决范围内没有业主或者没有面积，请核对票册。"
    case "figuresContradict":
      return "无法计票。数字前后不一致：参与的多于全部，或者同意的多于参与的。请对照表决票重新核对。"
  }
}

function unmetInWords(lights: readonly Light[]): string {
  const unmet = lights.filter(light => !light.met)
  return `${unmet.map(light => light.label).join("和")}未达到${unmet[0] ? barInWords(unmet[0].bar) : "规定"}`
}
