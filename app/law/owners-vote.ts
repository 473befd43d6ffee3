import { addAreas } from "~/law/owners"
import { silenceInWords } from "~/law/owners-words"
import { type Bar, type Light, makeLight, meets } from "~/law/threshold"

/** What one owner's paper says; 弃权 takes part, 无效 and 未返回 are apart. */
export type OwnerAnswer = "for" | "against" | "abstain" | "invalid" | "notReturned"

export type OwnerVote = {
  areaCm2: number
  answer: OwnerAnswer
  /** Whether handing over the paper is proven: silence is only ever counted of those who were reached. */
  isDelivered: boolean
}

/**
 * What is made of a paper that was delivered and not returned. 民法典第278条 says nothing of it: counting it needs the
 * estate's own 议事规则.
 */
export const silenceModes = ["notParticipating", "withMajority", "abstain"] as const
export type SilenceMode = (typeof silenceModes)[number]

export type OwnersRule = {
  participation: { bar: Bar; article: string }
  agreement: { bar: Bar; article: string }
  silence: { mode: SilenceMode; article: string }
  /** Whether whoever handed in an invalid paper 参与表决: the Code does not say. */
  invalid: { mode: "notParticipating" | "participating"; article: string }
}

/** The bars that judge figures; the other settings say what the figures are. */
export type OwnersBars = Pick<OwnersRule, "participation" | "agreement">

/** Heads and area of one group; area in cm². */
export type Measure = { heads: number; areaCm2: number }
export type OwnersFigures = { whole: Measure; participating: Measure; agreeing: Measure }

export type OwnersCount = {
  whole: Measure
  for: Measure
  against: Measure
  abstain: Measure
  invalid: Measure
  /** Not returned, by whether it was delivered. */
  silent: Measure
  notDelivered: Measure
}

/** What the majority of the returned papers says: the same answer by heads and by area, ahead of both others; else none. */
export type MajoritySide = OwnersSide | "differs" | "none"
type OwnersSide = "for" | "against" | "abstain"

export type OwnersReason = "agreed" | "tooFewTookPart" | "notEnoughAgreed" | "nothingToCount" | "figuresContradict"

/** Four lights: participation by heads and by area, agreement by heads and by area. */
export type OwnersVerdict = {
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  reason: OwnersReason
  lights: Light[]
}

export type OwnersDecision = {
  count: OwnersCount
  /** By the answers alone: always shown. */
  strict: OwnersVerdict
  /** By the estate's own rule on silence; null where silence does not take part. */
  byRule: { mode: Exclude<SilenceMode, "notParticipating">; verdict: OwnersVerdict; explanation: string } | null
  outcome: OwnersVerdict["outcome"]
  reason: OwnersReason
  /** The other reading of invalid papers would come to another outcome: said, so that nobody finds it out later. */
  hangsOnInvalid: boolean
}

/**
 * 民法典第278条第2款: those who took part are measured against all, those who agree against those who took part; heads and
 * area each on their own, and both must reach their bars. Figures that cannot be true together are not counted at all, and
 * neither is a vote with an empty whole: nothing of it is ever "passed". Throws RangeError for what is no whole number.
 */
export function judgeOwners({ whole, participating, agreeing }: OwnersFigures, rule: OwnersBars): OwnersVerdict {
  for (const { heads, areaCm2 } of [whole, participating, agreeing])
    for (const figure of [heads, areaCm2])
      if (!Number.isSafeInteger(figure)) throw new RangeError(`not a whole number: ${figure}`)
  const { participation, agreement } = rule
  const light = (label: string, of: Measure, all: Measure, by: OwnersRule["participation"]): Light[] => [
    makeLight({ label: `${label}人数`, count: of.heads, whole: all.heads, ...by }),
    makeLight({ label: `${label}面积`, count: of.areaCm2, whole: all.areaCm2, unit: "area", ...by }),
  ]
  const reason = ownersReason(
    { whole: exact(whole), participating: exact(participating), agreeing: exact(agreeing) },
    rule,
  )
  return {
    outcome: outcomeOf(reason),
    reason,
    lights: [
      ...light("参与表决的", participating, whole, participation),
      ...light("参与表决者中同意的", agreeing, participating, agreement),
    ],
  }
}

/** Heads and area of one group, however many digits they have; the area in any unit, as long as it is the same. */
export type ExactMeasure = { heads: bigint; area: bigint }
const exact = ({ heads, areaCm2 }: Measure): ExactMeasure => ({ heads: BigInt(heads), area: BigInt(areaCm2) })

/** What the figures come to, for `judgeOwners` and for tables with figures of any length. */
export function ownersReason(
  { whole, participating, agreeing }: Record<"whole" | "participating" | "agreeing", ExactMeasure>,
  { participation, agreement }: { participation: { bar: Bar }; agreement: { bar: Bar } },
): OwnersReason {
  const axes = ["heads", "area"] as const
  const contradicts = (axis: (typeof axes)[number]): boolean =>
    agreeing[axis] < 0n || agreeing[axis] > participating[axis] || participating[axis] > whole[axis]
  const reach = (part: ExactMeasure, all: ExactMeasure, bar: Bar): boolean =>
    axes.every(axis => meets(part[axis], all[axis], bar))
  if (axes.some(contradicts)) return "figuresContradict"
  if (axes.some(axis => whole[axis] === 0n)) return "nothingToCount"
  if (!reach(participating, whole, participation.bar)) return "tooFewTookPart"
  return reach(agreeing, participating, agreement.bar) ? "agreed" : "notEnoughAgreed"
}

const outcomeOf = (reason: OwnersReason): OwnersVerdict["outcome"] => {
  if (reason === "agreed") return "passed"
  return reason === "tooFewTookPart" || reason === "notEnoughAgreed" ? "notPassed" : "cannotBeCounted"
}

/**
 * The decision by the owners' papers. The strict verdict counts only what was returned; where the estate's own rule says what
 * a delivered and unreturned paper means, the verdict by that rule decides, and the strict one stands beside it.
 * Throws RangeError where an area is no whole number of cm².
 */
export function decideOwners(votes: readonly OwnerVote[], rule: OwnersRule): OwnersDecision {
  const count = countOwners(votes)
  const { strict, byRule, ruling } = verdictsOf(count, rule)
  const otherReading = { ...rule, invalid: { ...rule.invalid, mode: otherMode(rule.invalid.mode) } }
  return {
    count,
    strict,
    byRule,
    outcome: ruling.outcome,
    reason: ruling.reason,
    hangsOnInvalid: verdictsOf(count, otherReading).ruling.outcome !== ruling.outcome,
  }
}

const otherMode = (mode: OwnersRule["invalid"]["mode"]): OwnersRule["invalid"]["mode"] =>
  mode === "participating" ? "notParticipating" : "participating"

function countOwners(votes: readonly OwnerVote[]): OwnersCount {
  const nobody = (): Measure => ({ heads: 0, areaCm2: 0 })
  const count: OwnersCount = {
    whole: nobody(),
    for: nobody(),
    against: nobody(),
    abstain: nobody(),
    invalid: nobody(),
    silent: nobody(),
    notDelivered: nobody(),
  }
  for (const { answer, areaCm2, isDelivered } of votes) {
    const group = answer === "notReturned" ? (isDelivered ? "silent" : "notDelivered") : answer
    for (const measure of [count.whole, count[group]]) {
      measure.heads += 1
      measure.areaCm2 = addAreas(measure.areaCm2, areaCm2)
    }
  }
  return count
}

const sum = (...parts: readonly Measure[]): Measure => ({
  heads: parts.reduce((heads, part) => heads + part.heads, 0),
  areaCm2: parts.reduce((areaCm2, part) => addAreas(areaCm2, part.areaCm2), 0),
})

function verdictsOf(count: OwnersCount, rule: OwnersRule) {
  const returned = sum(count.for, count.against, count.abstain)
  const participating = rule.invalid.mode === "participating" ? sum(returned, count.invalid) : returned
  const strict = judgeOwners({ whole: count.whole, participating, agreeing: count.for }, rule)
  const { mode } = rule.silence
  if (mode === "notParticipating") return { strict, byRule: null, ruling: strict }
  const side = mode === "abstain" ? "abstain" : majoritySide(count)
  const isAdded = side === "abstain" ? mode === "abstain" : side === "for" || side === "against"
  const verdict = isAdded
    ? judgeOwners(
        {
          whole: count.whole,
          participating: sum(participating, count.silent),
          agreeing: side === "for" ? sum(count.for, count.silent) : count.for,
        },
        rule,
      )
    : strict
  return { strict, byRule: { mode, verdict, explanation: silenceInWords(count, mode, side) }, ruling: verdict }
}

/**
 * The side silence may join. 多数 must be one and the same by heads and by area; a tie for the lead is none. Where more
 * abstained than took either side, the majority asked for nothing that silence could join.
 */
export function majoritySide(count: Pick<OwnersCount, OwnersSide>): MajoritySide {
  const lead = (amount: (measure: Measure) => number): OwnersSide | "none" => {
    const sides = ["for", "against", "abstain"] as const
    const most = Math.max(...sides.map(side => amount(count[side])))
    const leading = sides.filter(side => amount(count[side]) === most)
    return leading.length === 1 ? leading[0]! : "none"
  }
  const [byHeads, byArea] = [lead(measure => measure.heads), lead(measure => measure.areaCm2)]
  if (byHeads === "none" || byArea === "none") return "none"
  return byHeads === byArea ? byHeads : "differs"
}
