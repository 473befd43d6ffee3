import type { RoundResult } from "#db/schema/chamber-rounds"
import type { OptionVotes, VoteFigure, VoteLight } from "#templates/vote-facts"
import { termsInWords } from "~/chamber/motions/motion-terms"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { optionLights, optionLinesOf, optionsOutcomeSentence } from "~/chamber/rounds/option-words"
import { countSilent } from "~/chamber/rounds/round-results"
import type { Round } from "~/chamber/rounds/round-store"
import { inChinese } from "~/law/chinese-numbers"
import { agreementBaseNames, choiceNames } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import type { RuleSnapshot } from "~/rulebook/rules"
import { type RecordedMotion, standingOf } from "./recorded-meeting"

/** What is printed of one round. Secret or named, a sheet never says who chose what. */
export type PrintedVote = {
  title: string
  text: string
  method: string
  figures: VoteFigure[]
  /** 选项得票, of a vote on options. */
  options?: OptionVotes
  lights: VoteLight[]
  outcome: string
}

export const methodName = (round: Pick<Round, "secret">) => (round.secret ? "无记名投票表决" : "记名表决")

/** The figures of a count; those who came and handed in nothing have a column of their own, so that the row adds up. */
export function voteFigures(result: RoundResult): VoteFigure[] {
  const { counts } = result
  const silent = countSilent(result)
  const recused = result.recused?.length ?? 0
  const sides = result.options
    ? [{ label: "弃权", count: counts.abstain }]
    : [
        { label: "赞成", count: counts.for },
        { label: "反对", count: counts.against },
        { label: "弃权", count: counts.abstain },
      ]
  return [
    { label: "应到", count: result.entitled },
    { label: "实到", count: result.present },
    { label: "投票", count: result.cast },
    ...sides,
    ...(counts.invalid > 0 ? [{ label: "无效", count: counts.invalid }] : []),
    ...(recused > 0 ? [{ label: "回避", count: recused }] : []),
    ...(silent > 0 ? [{ label: "未投", count: silent }] : []),
  ]
}

const baseName = ({ agreement }: RuleSnapshot): string => (agreement ? agreementBaseNames[agreement.base] : "")

/** 选项得票 as it was frozen, 均不同意 last; left out of a vote without options. */
export function optionVotes(result: RoundResult, rule: RuleSnapshot): { options?: OptionVotes } {
  const lines = optionLinesOf(result)
  if (!lines) return {}
  const lights = optionLights(result)
  const counted = lines.map((line, at) => ({
    label: line.label,
    votes: line.votes,
    whole: line.whole,
    bar: barInWords(lights[at]!.bar),
    standing: line.chosen ? "选定" : line.tied ? "得票相同" : "未选定",
  }))
  const none = { label: noneName, votes: result.none ?? 0, whole: null, bar: "", standing: "" }
  return { options: { base: optionsBaseName(rule), lines: [...counted, none] } }
}

/** Nobody is for or against an option alone: a share of those who took a side is one of the valid ballots. */
const optionsBaseName = (rule: RuleSnapshot): string =>
  rule.agreement?.base === "forAndAgainst" ? agreementBaseNames.valid : baseName(rule)

/** Numerator, denominator and bar as they were frozen when the round was closed; those of options stand in their own table. */
export function voteLights(result: RoundResult, rule: RuleSnapshot): VoteLight[] {
  const asked = result.options?.length ?? 1
  const shown = result.options ? result.lights.slice(0, -asked) : result.lights
  return shown.map((light, index) => {
    const isQuorum = index < result.lights.length - asked
    const whole = isQuorum ? "应到人数" : baseName(rule)
    return {
      label: `${light.label}占${whole}${!isQuorum && result.castingVote ? "（含主持人定夺的一票）" : ""}`,
      numerator: light.count,
      denominator: light.whole,
      bar: barInWords(light.bar),
      met: light.met,
    }
  })
}

/** 依据…第二十九条: once where all conditions rest on the same article, else each with its own. */
export function articlesInWords(lights: RoundResult["lights"]): string {
  const articles = [...new Set(lights.map(light => light.article))]
  if (articles.length === 1) return `依据${articles[0]}`
  return [...new Set(lights.map(light => `${light.label}依据${light.article}`))].join("，")
}

/** What the count came to, with the articles it was measured by: a whole sentence. */
export function outcomeSentence(round: Round): string {
  const result = round.result
  if (!result) return ""
  const by = articlesInWords(result.lights)
  if (result.options) return `${by}，${optionsOutcomeSentence(result)}。`
  if (result.castingVote)
    return `${by}，赞成与反对票数相同，按议事规则由主持人定夺：${choiceNames[result.castingVote]}，该事项${result.outcome === "passed" ? "通过" : "未通过"}。`
  switch (standingOf(round)) {
    case "passed":
      return `${by}，以上各项均达到要求，该事项通过。`
    case "notPassed":
      return `${by}，赞成人数未达到要求${result.tie ? "（赞成与反对票数相同）" : ""}，该事项未通过。`
    case "undecided":
      return result.outcome === "cannotBeCounted"
        ? `${by}，本次表决无法计票，该事项未形成决定。`
        : `${by}，到会人数未达到要求，该事项未形成决定。`
    case "notVoted":
      return ""
  }
}

const shortMotion = 24

/** 表决 of one motion: every proclaimed round, and in words those that were annulled. */
export function printedVotes(motion: RecordedMotion, rule: RuleSnapshot, itemTitle: string): PrintedVote[] {
  const bare = motion.content.replace(/。$/, "")
  const isShort = [...bare].length <= shortMotion && !bare.includes("\n")
  const proclaimed = motion.rounds.filter(round => round.state === "proclaimed" && round.result)
  return proclaimed.map(round => ({
    title: `${isShort ? bare : itemTitle}${round.ordinal > 1 ? `（第${inChinese(round.ordinal)}轮）` : ""}`,
    text: withRecusal(
      [isShort ? "" : motion.content, termsInWords(motion), annulledBefore(motion, round)].filter(Boolean).join(""),
      round.result!,
    ),
    method: methodName(round),
    figures: voteFigures(round.result!),
    ...optionVotes(round.result!, rule),
    lights: voteLights(round.result!, rule),
    outcome: outcomeSentence(round),
  }))
}

/** Who had to abstain, by name: for the inner minutes; a resolution and what hangs on the wall say only how many. */
function withRecusal(text: string, { recused = [] }: RoundResult): string {
  if (recused.length === 0) return text
  const said = text === "" || /[。；]$/.test(text) ? text : `${text}。`
  return `${said}${recused.join("、")}须回避，不参加表决，计入到会人数。`
}

function annulledBefore(motion: RecordedMotion, round: Round): string {
  return motion.rounds
    .filter(one => one.state === "annulled" && one.ordinal < round.ordinal)
    .map(one => `第${inChinese(one.ordinal)}轮表决已作废${one.annulReason ? `，原因：${one.annulReason}` : ""}。`)
    .join("")
}
