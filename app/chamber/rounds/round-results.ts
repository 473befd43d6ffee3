import type { MotionOption } from "#db/schema/chamber-motions"
import type { PaperBalance, RoundResult } from "#db/schema/chamber-rounds"
import type { Headcount } from "~/chamber/rules"
import { countMarks, decideOptions, type OptionMark, type OptionsDecision } from "~/law/options"
import { type CastingVote, type Counts, countCast, decide } from "~/law/tally"
import { MORE_THAN_HALF, meets } from "~/law/threshold"
import { decisionRule, optionsRule, type RuleSnapshot } from "~/rulebook/rules"

/** `recused` are the names of those of the present who had to abstain for recusal. */
export type Attending = Headcount & { recused?: readonly string[] }

const attendanceOf = ({ present, entitled, recused = [] }: Attending) => ({
  present,
  entitled,
  recused: recused.length,
})

const recusedOf = ({ recused = [] }: Attending): Pick<RoundResult, "recused"> =>
  recused.length > 0 ? { recused: [...recused] } : {}

/** What a round came to, by the rule frozen with the meeting. A casting vote that is not due is left out. */
export function resultOf(
  rule: RuleSnapshot,
  counts: Counts,
  attending: Attending,
  castingVote?: CastingVote,
): RoundResult {
  const decision = decide(counts, attendanceOf(attending), decisionRule(rule), castingVote)
  return {
    counts: decision.counts,
    cast: countCast(counts),
    present: attending.present,
    entitled: attending.entitled,
    outcome: decision.outcome,
    tie: decision.tie,
    lights: decision.lights,
    ...(decision.castingVote ? { castingVote: decision.castingVote } : {}),
    ...recusedOf(attending),
  }
}

/** Whether the count stands at a tie which the rule leaves to the chair. */
export const awaitsCastingVote = (rule: RuleSnapshot, counts: Counts, attending: Attending): boolean =>
  decide(counts, attendanceOf(attending), decisionRule(rule)).awaitsCastingVote

/**
 * What a round with options came to. In `counts`, for are the ballots that marked an option, against those for 均不同意.
 * Where one of several seats was filled the motion has passed; the rest needs another motion.
 */
export function optionsResultOf(
  rule: RuleSnapshot,
  { options, seats }: { options: readonly MotionOption[]; seats: number },
  marks: Iterable<OptionMark>,
  attending: Attending,
): RoundResult {
  const keys = options.map(option => option.key)
  const decision = decideOptions(
    keys,
    countMarks(marks, keys, seats),
    attendanceOf(attending),
    optionsRule(rule, seats),
  )
  const { votes, none, abstain, invalid, cast } = decision.counts
  const tied = tiedOptions(decision, keys, seats)
  return {
    counts: { for: cast - none - abstain - invalid, against: none, abstain, invalid },
    cast,
    present: attending.present,
    entitled: attending.entitled,
    outcome: outcomeOf[decision.outcome],
    tie: tied.length > 0,
    lights: decision.lights,
    options: options.map(({ key, label }) => ({
      key,
      label,
      votes: votes[key] ?? 0,
      chosen: decision.chosen.includes(key),
    })),
    none,
    tiedOptions: tied,
    ...recusedOf(attending),
  }
}

const outcomeOf = {
  decided: "passed",
  partlyDecided: "passed",
  notDecided: "notPassed",
  cannotBeCounted: "cannotBeCounted",
} as const satisfies Record<OptionsDecision["outcome"], RoundResult["outcome"]>

/** Also below the bar: those with as many votes as another for the last seat are named, for the next round to decide. */
function tiedOptions({ outcome, chosen, tied, counts }: OptionsDecision, keys: readonly string[], seats: number) {
  if (tied.length > 0 || outcome === "decided" || outcome === "cannotBeCounted") return tied
  const votesOf = (key: string) => counts.votes[key] ?? 0
  const waiting = keys.filter(key => !chosen.includes(key)).toSorted((a, b) => votesOf(b) - votesOf(a))
  const line = waiting[seats - chosen.length]
  const last = waiting[seats - chosen.length - 1]
  if (line === undefined || last === undefined || votesOf(line) === 0 || votesOf(line) < votesOf(last)) return []
  return keys.filter(key => waiting.includes(key) && votesOf(key) === votesOf(line))
}

/** Of a round with options: more than half of the base want none of them. That decides the matter. */
export function isNoneAgreed(result: Pick<RoundResult, "options" | "none" | "outcome" | "lights">): boolean {
  const { lights, options } = result
  if (!options || result.outcome !== "notPassed") return false
  const isQuorumLost = lights.slice(0, lights.length - options.length).some(light => !light.met)
  return !isQuorumLost && meets(result.none ?? 0, lights.at(-1)?.whole ?? 0, MORE_THAN_HALF)
}

/** Whether the round settled its motion, for or against. A tie, or options of which none got there, settle nothing. */
export function isSettled(result: RoundResult): boolean {
  if (result.outcome === "passed") return true
  return result.options ? isNoneAgreed(result) : result.outcome === "notPassed"
}

/** How many sit there and have neither voted nor been barred. */
export const countSilent = ({
  present,
  cast,
  recused = [],
}: Pick<RoundResult, "present" | "cast" | "recused">): number => Math.max(0, present - cast - recused.length)

type Counted = Pick<RoundResult, "cast" | "paper">

/** What was cast and is on no paper. */
export const castOnTablets = ({ cast, paper }: Counted): number => cast - (paper ? paper.valid + paper.invalid : 0)

/**
 * Of a secret round: so few were read off papers, or came in on tablets, that their being valid or not would tell of a
 * single voter. Duplicates were never read and make nobody many.
 */
export function tellsOfFew(
  { secret }: { secret: boolean },
  result: Counted,
  { secretMinimum }: Pick<RuleSnapshot, "secretMinimum">,
): boolean {
  if (!secret || !result.paper) return false
  const onPaper = result.paper.valid + result.paper.invalid
  return [castOnTablets(result), onPaper].some(votes => votes > 0 && votes < secretMinimum)
}

/** The balance of the papers as it may be told; `valid` and `invalid` are null where they would tell of few. */
export type ToldPapers = Omit<PaperBalance, "valid" | "invalid"> & { valid: number | null; invalid: number | null }

/** Null of a round without papers. */
export function toldPapers(
  round: { secret: boolean },
  result: Counted,
  rule: Pick<RuleSnapshot, "secretMinimum">,
): ToldPapers | null {
  const { paper } = result
  if (!paper) return null
  return tellsOfFew(round, result, rule) ? { ...paper, valid: null, invalid: null } : paper
}
