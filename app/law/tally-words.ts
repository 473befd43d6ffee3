import {
  type AgreementBase,
  agreementBaseNames,
  type Decision,
  type DecisionReason,
  type DecisionRule,
} from "~/law/tally"
import { barInWords, describeLight, type Light } from "~/law/threshold"

/** What a share is counted in: ballots or people. */
export const baseUnits: Record<AgreementBase, string> = {
  forAndAgainst: "票",
  valid: "票",
  cast: "票",
  present: "人",
  members: "人",
}

/** One light as a sentence: 到会组成人员10人，应到人数15人，须10人，达到三分之二以上（依据：…）。 */
export function lightSentence(light: Light, words: { whole: string; unit: string }): string {
  const told = describeLight(light, { count: light.label, whole: words.whole, unit: words.unit })
  return `${told}（依据：${light.article}）。`
}

/**
 * A decision by heads for the notice board, a sentence each: who came, how they voted, what that is a share of, by which
 * article, and what it comes to. Every figure of the result can be found in them.
 */
export function explainDecision(decision: Decision, rule: DecisionRule): string[] {
  const { base } = rule.agreement
  const sentences = rule.quorum ? [lightSentence(decision.lights[0]!, { whole: "应到人数", unit: "人" })] : []
  sentences.push(ballotSentence(decision))
  if (decision.attendance.recused)
    sentences.push(`回避${decision.attendance.recused}人，计入到会人数和应到人数，不参加表决。`)
  if (decision.castingVote)
    sentences.push(
      `赞成与反对票数相等，主持人按议事规则投出决定票：${decision.castingVote === "for" ? "赞成" : "反对"}。`,
    )
  const [whole, unit] = [agreementBaseNames[base], baseUnits[base]]
  // Nobody came in addition: the whole is told as what it is, people and one vote.
  const words = decision.castingVote ? { whole: `${whole}与决定票合计`, unit: "" } : { whole, unit }
  sentences.push(lightSentence(decision.lights.at(-1)!, words))
  sentences.push(outcomeSentence(decision, barInWords(rule.agreement.bar)))
  return sentences
}

function ballotSentence({ counts, silent }: Decision): string {
  const cast = `赞成${counts.for}票，反对${counts.against}票，弃权${counts.abstain}票，无效${counts.invalid}票`
  return silent > 0 ? `${cast}；到会而未投票${silent}人，不计入任何一方。` : `${cast}。`
}

function outcomeSentence(decision: Decision, bar: string): string {
  const first = decision.lights[0]!
  const sentences: Record<DecisionReason, string> = {
    agreed: "表决结果：通过。",
    notEnoughAgreed: notEnough(decision, bar),
    quorumNotMet: `表决结果：不通过。${first.label}未达到${barInWords(first.bar)}。`,
    nothingToCount: "表决结果：无法计算。没有可以计算的票，不作为通过，也不作为不通过。",
    moreBallotsThanPresent: "表决结果：无法计算。票数多于可以投票的到会人数，请核对后重新表决。",
    morePresentThanEntitled: "表决结果：无法计算。到会人数多于应到人数，请核对名册后重新计算。",
  }
  return sentences[decision.reason]
}

function notEnough({ tie, castingVote, awaitsCastingVote }: Decision, bar: string): string {
  if (awaitsCastingVote) return "赞成与反对票数相等，按议事规则由主持人投出决定票；未投出前不通过。"
  if (tie && !castingVote) return `表决结果：不通过。赞成与反对票数相等，赞成未达到${bar}。`
  return `表决结果：不通过。赞成未达到${bar}。`
}
