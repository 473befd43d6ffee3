import type { RoundResult } from "#db/schema/chamber"
import type { VoteFigure, VoteLight } from "#templates/vote-facts"
import { termsInWords } from "~/chamber/motion-terms"
import type { Round } from "~/chamber/round-store"
import { inChinese } from "~/law/chinese-numbers"
import { agreementBaseNames } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import type { RuleSnapshot } from "~/rulebook/rules"
import { type RecordedMotion, standingOf } from "./recorded-meeting"

/** What is printed of one round. Secret or named, a sheet never says who chose what. */
export type PrintedVote = {
  title: string
  text: string
  method: string
  figures: VoteFigure[]
  lights: VoteLight[]
  outcome: string
}

export const methodName = (round: Pick<Round, "secret">) => (round.secret ? "无记名投票表决" : "记名表决")

/** The figures of a count; those who came and handed in nothing have a column of their own, so that the row adds up. */
export function voteFigures(result: RoundResult): VoteFigure[] {
  const { counts } = result
  const silent = Math.max(0, result.present - result.cast)
  return [
    { label: "应到", count: result.entitled },
    { label: "实到", count: result.present },
    { label: "投票", count: result.cast },
    { label: "赞成", count: counts.for },
    { label: "反对", count: counts.against },
    { label: "弃权", count: counts.abstain },
    ...(counts.invalid > 0 ? [{ label: "无效", count: counts.invalid }] : []),
    ...(silent > 0 ? [{ label: "未投", count: silent }] : []),
  ]
}

/** Numerator, denominator and bar as they were frozen when the round was closed. */
export function voteLights(result: RoundResult, rule: RuleSnapshot): VoteLight[] {
  return result.lights.map((light, index) => {
    const isQuorum = result.lights.length > 1 && index === 0
    const whole = isQuorum ? "应到人数" : rule.agreement ? agreementBaseNames[rule.agreement.base] : ""
    return {
      label: `${light.label}占${whole}`,
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
  return lights.map(light => `${light.label}依据${light.article}`).join("，")
}

/** What the count came to, with the articles it was measured by: a whole sentence. */
export function outcomeSentence(round: Round): string {
  const result = round.result
  if (!result) return ""
  const by = articlesInWords(result.lights)
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
    text: [isShort ? "" : motion.content, termsInWords(motion), annulledBefore(motion, round)].filter(Boolean).join(""),
    method: methodName(round),
    figures: voteFigures(round.result!),
    lights: voteLights(round.result!, rule),
    outcome: outcomeSentence(round),
  }))
}

function annulledBefore(motion: RecordedMotion, round: Round): string {
  return motion.rounds
    .filter(one => one.state === "annulled" && one.ordinal < round.ordinal)
    .map(one => `第${inChinese(one.ordinal)}轮表决已作废${one.annulReason ? `，原因：${one.annulReason}` : ""}。`)
    .join("")
}
