import type { RoundResult } from "#db/schema/chamber-rounds"
import type { OptionVotes, VoteFigure, VoteLight } from "#templates/vote-facts"
import { termsInWords } from "~/chamber/motions/motion-terms"
import { noneName } from "~/chamber/rounds/ballot-marks"
import { optionLights, optionLinesOf, optionsOutcomeSentence } from "~/chamber/rounds/option-words"
import { countSilent, type ToldPapers, toldPapers } from "~/chamber/rounds/round-results"
import type { Round } from "~/chamber/rounds/round-store"
import { inChinese } from "~/law/chinese-numbers"
import { agreementBaseNames, choiceNames } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import type { RuleSnapshot } from "~/rulebook/rules"
import { type RecordedMotion, type RecordedRound, standingOf } from "./recorded-meeting"

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

/** 举手表决, 无记名投票表决, 记名表决; where papers were used too, that is said. */
export function methodName(round: Pick<Round, "secret" | "means" | "medium">): string {
  if (round.means === "hands") return "举手表决"
  const on = { tablet: "", mixed: "（平板与纸质票）", paper: "（纸质票）" }[round.medium]
  return (round.secret ? "无记名投票表决" : "记名表决") + on
}

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

/** A motion short enough to be its own heading; null of a longer one. */
export function shortTitle(content: string): string | null {
  const text = bare(content)
  return [...text].length <= shortMotion && !text.includes("\n") ? text : null
}

/** 表决 of one motion: every proclaimed round, and in words those that were annulled. */
export function printedVotes(motion: RecordedMotion, rule: RuleSnapshot, itemTitle: string): PrintedVote[] {
  const short = shortTitle(motion.content)
  const proclaimed = motion.rounds.filter(round => round.state === "proclaimed" && round.result)
  return proclaimed.map(round => ({
    title: `${motion.kind === "amendment" ? "修正案：" : ""}${short ?? itemTitle}${round.ordinal > 1 ? `（第${inChinese(round.ordinal)}轮）` : ""}`,
    text: withSentence(
      withRecusal(
        [short ? "" : motion.content, termsInWords(motion), annulledBefore(motion, round)].filter(Boolean).join(""),
        round.result!,
      ),
      countingInWords(round, rule),
    ),
    method: methodName(round),
    figures: voteFigures(round.result!),
    ...optionVotes(round.result!, rule),
    lights: voteLights(round.result!, rule),
    outcome: outcomeSentence(round) + correctionsInWords(round),
  }))
}

/** 更正 stands behind the outcome it puts right: the result itself stays as it was proclaimed. */
export const correctionsInWords = ({ corrections }: RecordedRound): string =>
  corrections
    .map(({ kind, wrong, right, signedBy }) => {
      const by = `（${signedBy.join("、")}签署）`
      return kind === "setAside"
        ? `本轮结果已撤销，重新表决：${bare(wrong)}；${bare(right)}${by}。`
        : `勘误：${bare(wrong)}，应为${bare(right)}${by}。`
    })
    .join("")

const bare = (text: string) => text.trim().replace(/[。；]$/, "")

/** Who had to abstain, by name: for the inner minutes; a resolution and what hangs on the wall say only how many. */
function withRecusal(text: string, { recused = [] }: RoundResult): string {
  return recused.length === 0 ? text : withSentence(text, `${recused.join("、")}须回避，不参加表决，计入到会人数。`)
}

function withSentence(text: string, sentence: string): string {
  if (sentence === "") return text
  return (text === "" || /[。；]$/.test(text) ? text : `${text}。`) + sentence
}

const officeNames = { counter: "计票人", scrutineer: "监票人" } as const

/** How papers and hands were counted, whom others stood for, whom others helped: every paper is accounted for. */
export function countingInWords(round: RecordedRound, rule: RuleSnapshot): string {
  if (!round.result) return ""
  const paper = toldPapers(round, round.result, rule)
  const { countedBy = [], byProxy = 0, assisted = 0 } = round.result
  const officers = (["counter", "scrutineer"] as const).flatMap(office => {
    const names = countedBy.filter(one => one.office === office).map(one => one.name)
    return names.length > 0 ? [`${officeNames[office]}${names.join("、")}`] : []
  })
  return [
    paper ? paperInWords(paper) : "",
    officers.length > 0 ? `${officers.join("，")}。` : "",
    byProxy > 0 ? `其中${byProxy}票由受托人代投。` : "",
    assisted > 0 ? `其中${assisted}票由工作人员按本人意思代操作。` : "",
  ].join("")
}

function paperInWords({ issued, returned, spoiled, missing, valid, invalid, duplicate }: ToldPapers): string {
  const away = [
    spoiled > 0 ? `作废${spoiled}张` : "",
    missing > 0 ? `未收回${missing}张` : "",
    duplicate > 0 ? `重复不计${duplicate}张` : "",
  ].filter(Boolean)
  const rest = away.length > 0 ? `，${away.join("，")}` : ""
  const read = valid === null ? "" : `，有效${valid}张，无效${invalid}张`
  return `纸质票发出${issued}张，收回${returned}张${read}${rest}。`
}

function annulledBefore(motion: RecordedMotion, round: Round): string {
  return motion.rounds
    .filter(one => one.state === "annulled" && one.ordinal < round.ordinal)
    .map(one => `第${inChinese(one.ordinal)}轮表决已作废${one.annulReason ? `，原因：${one.annulReason}` : ""}。`)
    .join("")
}
