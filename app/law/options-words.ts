import type { OptionKey, OptionsDecision, OptionsRule } from "~/law/options"
import { agreementBaseNames } from "~/law/tally"
import { baseUnits, lightSentence } from "~/law/tally-words"
import { barInWords } from "~/law/threshold"

/**
 * A vote between options for the notice board, a sentence each: who took part, what was in the box, what each option got of
 * what by which article, who is chosen, and what is still to be done. `labels` are the names on the paper, by key.
 */
export function explainOptions(
  decision: OptionsDecision,
  rule: OptionsRule,
  labels: Readonly<Record<OptionKey, string>>,
): string[] {
  const nameOf = (key: OptionKey) => labels[key] ?? key
  const listOf = (keys: readonly OptionKey[]) => keys.map(nameOf).join("、")
  const { base } = rule.agreement
  const sentences: string[] = []
  if (rule.quorum) sentences.push(lightSentence(decision.lights[0]!, { whole: "应参加人数", unit: "人" }))
  sentences.push(boxSentence(decision))
  if (rule.seats > 1) sentences.push(`名额${rule.seats}个，每张票最多选${rule.seats}项。`)
  for (const [key, light] of Object.entries(decision.optionLights)) {
    const share = lightSentence(light, { whole: agreementBaseNames[base], unit: baseUnits[base] })
    sentences.push(`${nameOf(key)}：${share}`)
  }
  sentences.push(...outcomeSentences(decision, rule, listOf))
  if (rule.runOff && decision.runOffAmong.length > 0)
    sentences.push(
      `另行表决在${listOf(decision.runOffAmong)}中进行，以得票多的入选，得票须为收回票数的${barInWords(rule.runOff.bar)}（依据：${rule.runOff.article}）。`,
    )
  return sentences
}

function boxSentence({ reason, counts: { cast, invalid, none, abstain } }: OptionsDecision): string {
  // Of figures that contradict each other none is worked out from the others.
  if (reason === "figuresContradict") return `收回${cast}票，无效${invalid}票，均不同意${none}票，弃权${abstain}票。`
  return `收回${cast}票，其中有效${cast - invalid}票，无效${invalid}票；有效票中均不同意${none}票，弃权${abstain}票。`
}

function outcomeSentences(
  { reason, chosen, tied, counts, lights }: OptionsDecision,
  rule: OptionsRule,
  listOf: (keys: readonly OptionKey[]) => string,
): string[] {
  const bar = barInWords(rule.agreement.bar)
  const left = rule.seats - chosen.length
  const first = lights[0]!
  const entered = chosen.length > 0 ? [`表决结果：${listOf(chosen)}入选。`] : []
  const sentences: Record<OptionsDecision["reason"], string[]> = {
    chosen: entered,
    seatsLeft: [...entered, `其余各项未达到${bar}，尚余${left}个名额。`],
    tied: [
      ...entered,
      `${listOf(tied)}得票相同，均为${counts.votes[tied[0]!]}票，争${left}个名额；不以抽签等方式决定，须另行表决。`,
    ],
    noneAgreed: ["表决结果：均不同意的票数过半数，各项均未入选。"],
    noOptionReachedBar: [`表决结果：各项均未达到${bar}，均未入选。`],
    quorumNotMet: [`表决结果：${first.label}未达到${barInWords(first.bar)}，本次表决无效，各项均未入选。`],
    nothingToCount: ["表决结果：无法计算。没有可以计算的票。"],
    figuresContradict: ["表决结果：无法计算。所报数字互相矛盾，请核对后重新计票。"],
  }
  return sentences[reason]
}
