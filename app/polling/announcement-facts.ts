import type { CountedBar } from "#templates/count-report"
import type { PollAnnouncementFacts, PollCondition, PollMeasure, PollRound } from "#templates/poll-announcement"
import { areaText } from "~/law/areas"
import type { ConsentDecision } from "~/law/consent"
import type { Measure, OwnersDecision } from "~/law/owners-vote"
import { lightInWords } from "~/law/owners-words"
import { agreementBaseNames } from "~/law/tally"
import { barInWords, type Light } from "~/law/threshold"
import type { PollRule } from "~/rulebook/poll-rules"
import type { ResultView } from "./result-views"
import { outcomeNames } from "./result-views"
import type { PollResult, RoundResult } from "./results"

export type Announced = {
  /** The page of the result, in words. */
  view: ResultView
  result: PollResult
  rule: PollRule
  labels: Record<string, string>
  community: string
  counters: number
  scrutineers: number
  /** Hides names, doors and telephones in what was written freely. */
  mask: (text: string) => string
  /** Where it was held, without any door. */
  scope: string
}

/** 计票结果公告: heads, areas, articles; candidates are named, voters and their homes never. */
export function announcementFacts(announced: Announced): PollAnnouncementFacts {
  const { view, result, rule, community, mask, counters, scrutineers } = announced
  const issuer = view.office
  const office = `${issuer}办公室`
  const isElection = result.form === "election"
  return {
    community,
    issuer,
    issuedOn: view.proclaimedOn,
    number: view.number,
    title: `关于${mask(view.title).replace(/^关于/, "")}${asked[result.form]}结果的公告`,
    opening: `${view.span}，就下列事项${openings[result.form]}，${view.closedOn}计票。现将结果公告如下：`,
    content: mask(view.question),
    scope: announced.scope,
    method: `${methods[result.form]}；${view.ruleName}。`,
    span: `${view.span}收票。`,
    initiator: issuer,
    contact: `${office}${view.phone ? `，电话${view.phone}` : ""}。`,
    papers: view.papers.map(({ label, value }) => ({ label, count: value })),
    measures: measuresOf(result),
    hasArea: result.form === "owners",
    conditions: conditionsOf(result),
    rounds: roundsOf(announced),
    sentences: [...articlesInWords(result), ...sentencesOf(result).map(mask)],
    outcome: isElection ? mask(result.sentences.join("")) : `${view.outcomeName}：${outcomeNames[result.outcome]}。`,
    counting: `计票人${counters}名、监票人${scrutineers}名，公告表决时已经写明。${isElection ? "" : "每张票由两人分别录入、核对。"}`,
    counters,
    scrutineers,
    objections: `自公告之日起张贴${view.noticeDays}日（${rule.noticeBoard.article}）。有异议的，在此期间到${office}当面提出或者打电话提出。`,
  }
}

const asked = { owners: "表决", consent: "征求意见", election: "投票" } as const
const openings = { owners: "由业主书面表决", consent: "书面征求意见", election: "投票" } as const
const methods = {
  owners: "纸质票，记名",
  consent: "纸质票，记名，须一致同意",
  election: "纸质票，无记名，当众唱票、计票",
} as const

/** 66.66%: never rounded up to what was not reached. */
function shareInWords(count: number, whole: number): string {
  if (whole <= 0) return ""
  const hundredths = (BigInt(count) * 10_000n) / BigInt(whole)
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, "0")}%`
}

function measuresOf(result: PollResult): PollMeasure[] {
  if (result.form === "owners") return measuresOfOwners(result.decision)
  return result.form === "consent" ? measuresOfConsent(result.decision) : []
}

/** By the returned papers alone, whatever the estate's own rule makes of silence: that stands among the conditions. */
function measuresOfOwners({ count, strict }: OwnersDecision): PollMeasure[] {
  const [heads, area] = strict.lights
  const taking = { heads: heads?.count ?? 0, areaCm2: area?.count ?? 0 }
  const line = (label: string, measure: Measure, of: "占全体" | "占参与" | "") => {
    const whole = of === "占参与" ? taking : count.whole
    return {
      label,
      heads: String(measure.heads),
      headShare: of && shareSaid(of, measure.heads, whole.heads),
      area: areaText(measure.areaCm2),
      areaShare: of && shareSaid(of, measure.areaCm2, whole.areaCm2),
    }
  }
  return [
    line("表决范围内全体业主", count.whole, ""),
    line("参与表决", taking, "占全体"),
    line("同意", count.for, "占参与"),
    line("反对", count.against, "占参与"),
    line("弃权", count.abstain, "占参与"),
    line("无效", count.invalid, ""),
    line("送达未返回", count.silent, "占全体"),
    line("未送达", count.notDelivered, "占全体"),
  ]
}

const shareSaid = (of: string, count: number, whole: number) => (whole > 0 ? `${of}${shareInWords(count, whole)}` : "")

function measuresOfConsent({ counts, light }: ConsentDecision): PollMeasure[] {
  const line = (label: string, count: number) => ({
    ...{ label, heads: String(count), headShare: shareSaid("占全体", count, light.whole), area: "", areaShare: "" },
  })
  return [
    { label: "征求意见的全体", heads: String(light.whole), headShare: "", area: "", areaShare: "" },
    line("同意", counts.for),
    line("反对", counts.against),
    line("弃权", counts.abstain),
    line("无效", counts.invalid),
    line("未返回", counts.notReturned),
  ]
}

function barOf(light: Light): CountedBar {
  const isArea = light.unit === "area"
  const say = (amount: number) => (isArea ? areaText(amount) : amount)
  return {
    label: `${light.label}${isArea ? "（平方米）" : ""}`,
    numerator: say(light.count),
    denominator: say(light.whole),
    bar: barInWords(light.bar),
    article: citationOf(light.article),
    met: light.met,
  }
}

/** Which article it is; what it says is told once, under the tables. */
const citationOf = (article: string): string => article.split("：")[0] ?? article

const lightsOf = (result: PollResult): Light[] => {
  if (result.form === "election") return result.rounds.flatMap(round => round.decision.lights)
  if (result.form === "consent") return [result.decision.light]
  return [...result.decision.strict.lights, ...(result.decision.byRule?.verdict.lights ?? [])]
}

/** What the articles of the conditions say, each once. */
const articlesInWords = (result: PollResult): string[] =>
  [...new Set(lightsOf(result).map(light => light.article))]
    .filter(article => article !== citationOf(article))
    .map(article => `适用条款：${article}。`)

function conditionsOf(result: PollResult): PollCondition[] {
  if (result.form === "election") return []
  if (result.form === "consent") return [{ heading: "", words: "", bars: [barOf(result.decision.light)] }]
  const { strict, byRule } = result.decision
  const ofReturned = { heading: byRule ? "只数返回的票" : "", words: "", bars: strict.lights.map(barOf) }
  if (!byRule) return [ofReturned]
  return [
    ofReturned,
    { heading: "按本小区议事规则", words: byRule.explanation, bars: byRule.verdict.lights.map(barOf) },
  ]
}

/** What of the frozen sentences no table says already: who was not asked, what silence counted as, and why it came out so. */
function sentencesOf(result: PollResult): string[] {
  if (result.form === "election") return []
  const told = new Set(lightsOf(result).map(light => `${lightInWords(light)}。`))
  const explained = result.form === "owners" ? (result.decision.byRule?.explanation ?? "") : ""
  return result.sentences.filter(
    sentence =>
      !told.has(sentence) &&
      !/^(表决范围内的业主共|同意\d)/.test(sentence) &&
      !sentence.endsWith("：") &&
      !(explained && sentence.endsWith(explained)),
  )
}

function roundsOf({ result, rule, labels, view }: Announced): PollRound[] {
  if (result.form !== "election" || rule.form !== "election") return []
  const base = agreementBaseNames[rule.agreement.base]
  return result.rounds.map((round, at) => ({
    heading: view.rounds[at]?.title ?? "",
    // Of a single round the papers of the vote are its own: 发出 and 收回 are told once.
    others: (view.rounds[at]?.others ?? [])
      .filter(({ label }) => result.rounds.length > 1 || (label !== "发出" && label !== "收回"))
      .map(({ label, value }) => ({ label, count: value })),
    base,
    choices: (view.rounds[at]?.candidates ?? []).map(({ name, votes, isChosen }) => ({
      label: isChosen ? `${name}（当选）` : name,
      votes,
      whole: wholeOf(round, labels, name),
    })),
    bars: barsOf(round, labels),
    sentences: [],
  }))
}

const wholeOf = ({ decision }: RoundResult, labels: Record<string, string>, name: string): string => {
  const key = Object.keys(decision.optionLights).find(one => (labels[one] ?? one) === name)
  return key ? String(decision.optionLights[key]?.whole ?? "") : ""
}

function barsOf({ decision }: RoundResult, labels: Record<string, string>): CountedBar[] {
  const { lights, optionLights } = decision
  const ofOptions = Object.entries(optionLights)
  const quorum = lights.length > ofOptions.length ? lights.slice(0, 1) : []
  return [
    ...quorum.map(barOf),
    ...ofOptions.map(([key, light]) => ({ ...barOf(light), label: `${labels[key] ?? key}得票` })),
  ]
}
