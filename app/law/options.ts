import { requireCounts } from "~/law/counts"
import type { Attendance } from "~/law/tally"
import { type Bar, type Light, MORE_THAN_HALF, makeLight, meets } from "~/law/threshold"

export type OptionKey = string

/** What one ballot with options says. 均不同意 is always there; a ballot that marks more than it may is invalid. */
export type OptionMark = { options: readonly OptionKey[] } | "none" | "abstain" | "invalid"

/** How many ballots marked each option, and how the rest was marked. `cast` is every ballot in the box. */
export type OptionCounts = {
  votes: Record<OptionKey, number>
  none: number
  abstain: number
  invalid: number
  cast: number
}

/** What the share of an option is measured against. */
export type OptionBase = "valid" | "cast" | "present" | "members"

export type OptionsRule = {
  quorum: { label: string; bar: Bar; article: string } | null
  agreement: { label: string; bar: Bar; base: OptionBase; article: string }
  /** The bar of a run-off over 已投选票 (居委会组织法第19条: 三分之一以上), where the rule has one. */
  runOff: { bar: Bar; article: string } | null
  /** Seats to be filled; a ballot marks at most so many. */
  seats: number
}

export type OptionsOutcome = "decided" | "partlyDecided" | "notDecided" | "cannotBeCounted"

export type OptionsDecision = {
  outcome: OptionsOutcome
  reason:
    | "chosen"
    | "noOptionReachedBar"
    | "noneAgreed"
    | "tied"
    | "seatsLeft"
    | "quorumNotMet"
    | "nothingToCount"
    | "figuresContradict"
  /** Chosen options, most votes first. */
  chosen: OptionKey[]
  /** Who reached the bar and share the last seat with as many votes: named, never decided by chance. */
  tied: OptionKey[]
  /** Among whom a run-off would be held, most votes first; empty where none is needed or granted. */
  runOffAmong: OptionKey[]
  /** The quorum's light if there is one, then one light per option in the order given. */
  lights: Light[]
  optionLights: Record<OptionKey, Light>
  counts: OptionCounts
}

/**
 * How each ballot was marked. What `checkMark` would not let pass is invalid here too; without `seats` as many options may
 * be marked as there are.
 */
export function countMarks(
  marks: Iterable<OptionMark>,
  keys: readonly OptionKey[],
  seats: number = keys.length,
): OptionCounts {
  const votes = new Map(keys.map(key => [key, 0]))
  const counts = { none: 0, abstain: 0, invalid: 0, cast: 0 }
  for (const mark of marks) {
    const checked = checkMark(mark, keys, seats)
    counts.cast += 1
    if (typeof checked === "string") counts[checked] += 1
    else for (const key of checked.options) votes.set(key, (votes.get(key) ?? 0) + 1)
  }
  return { votes: Object.fromEntries(votes), ...counts }
}

/** A ballot that marks nothing, too many, one of them twice or what is not on the paper is invalid; else in paper order. */
export function checkMark(mark: OptionMark, keys: readonly OptionKey[], seats: number): OptionMark {
  if (typeof mark === "string") return mark
  const marked = new Set(mark.options)
  const options = keys.filter(key => marked.has(key))
  const isSound = options.length > 0 && options.length === mark.options.length && options.length <= seats
  return isSound ? { options } : "invalid"
}

const otherMarks = ["none", "abstain", "invalid"] as const

/** As it is stored. In order of the keys, so that the order of marking tells nothing of who marked. */
export function markText(mark: OptionMark): string {
  if (typeof mark === "string") return mark
  for (const key of mark.options) requireKey(key)
  if (mark.options.length === 0) throw new RangeError("a mark without an option")
  return mark.options.toSorted().join("+")
}

/** The mark again; null for what `markText` never writes. Whether the paper has these options is `checkMark`'s to say. */
export function parseMark(text: string): OptionMark | null {
  const other = otherMarks.find(mark => mark === text)
  if (other) return other
  const options = text.split("+")
  return options.every(isKey) && new Set(options).size === options.length ? { options } : null
}

const isKey = (key: string): boolean => key !== "" && !key.includes("+") && !otherMarks.some(mark => mark === key)

function requireKey(key: OptionKey): void {
  if (!isKey(key)) throw new RangeError(`not the key of an option: ${key}`)
}

/**
 * Which options are chosen: those that reach the bar and are among the first `seats` by votes. Where two share the last
 * seat, those above them are chosen and the tied wait; nothing is ever decided by chance or by the order of the paper.
 * 均不同意 and 弃权 are valid ballots, in every base and for no option; they do not hinder an option which reaches the bar.
 */
export function decideOptions(
  keys: readonly OptionKey[],
  counts: OptionCounts,
  attendance: Attendance,
  rule: OptionsRule,
): OptionsDecision {
  requirePaper(keys, rule.seats)
  const { present, entitled, recused = 0 } = attendance
  const { votes: given, ...others } = counts
  requireCounts({ ...others, present, entitled, recused })
  requireCounts(given)
  const numbers = new Map<OptionKey | undefined, number>(Object.entries(given))
  const votesOf: VotesOf = key => numbers.get(key) ?? 0
  const { base, ...condition } = rule.agreement
  const whole = optionsWhole(base, counts, attendance)
  const lights = keys.map(key => makeLight({ ...condition, count: votesOf(key), whole }))
  const quorum = rule.quorum && makeLight({ ...rule.quorum, count: present, whole: entitled })
  const ranked = keys.toSorted((a, b) => votesOf(b) - votesOf(a))
  const reached = ranked.filter(key => votesOf(key) > 0 && meets(votesOf(key), whole, condition.bar))
  const decision = (
    outcome: OptionsOutcome,
    reason: OptionsDecision["reason"],
    named: Partial<Pick<OptionsDecision, "chosen" | "tied" | "runOffAmong">> = {},
  ): OptionsDecision => ({
    outcome,
    reason,
    chosen: [],
    tied: [],
    runOffAmong: [],
    ...named,
    lights: quorum ? [quorum, ...lights] : lights,
    optionLights: Object.fromEntries(keys.map((key, at) => [key, lights[at]!])),
    counts: { ...counts, votes: { ...given } },
  })

  if (present > entitled || counts.cast + recused > present || contradict(keys, counts, rule.seats))
    return decision("cannotBeCounted", "figuresContradict")
  if (counts.cast === 0 || whole === 0) return decision("cannotBeCounted", "nothingToCount")
  if (quorum && !quorum.met) return decision("notDecided", "quorumNotMet")
  const { chosen, tied } = seat(reached, rule.seats, votesOf)
  if (chosen.length === rule.seats) return decision("decided", "chosen", { chosen })
  const waiting = ranked.filter(key => !chosen.includes(key))
  const runOffAmong = rule.runOff ? candidatesAgain(waiting, rule.seats - chosen.length, votesOf) : []
  const named = { chosen, tied, runOffAmong }
  if (tied.length > 0) return decision(chosen.length > 0 ? "partlyDecided" : "notDecided", "tied", named)
  if (chosen.length > 0) return decision("partlyDecided", "seatsLeft", named)
  return decision("notDecided", meets(counts.none, whole, MORE_THAN_HALF) ? "noneAgreed" : "noOptionReachedBar", named)
}

/**
 * The rule of the run-off for what a round left open: the seats still to fill, by the run-off's bar over 已投选票. Who
 * takes part is asked as before. Null where the rule grants none or none is needed.
 */
export function runOffRule(rule: OptionsRule, { chosen, runOffAmong }: OptionsDecision): OptionsRule | null {
  if (!rule.runOff || runOffAmong.length === 0) return null
  const agreement = { label: rule.agreement.label, ...rule.runOff, base: "cast" as const }
  return { ...rule, agreement, seats: rule.seats - chosen.length }
}

/** Nobody, and whoever no number was written down for, has none. */
type VotesOf = (key: OptionKey | undefined) => number

/** `reached` has most votes first. Where more reached the bar than there are seats, those with more than the first outside are in. */
function seat(
  reached: readonly OptionKey[],
  seats: number,
  votesOf: VotesOf,
): { chosen: OptionKey[]; tied: OptionKey[] } {
  const outside = votesOf(reached[seats])
  return {
    chosen: reached.filter(key => votesOf(key) > outside),
    tied: reached.filter(key => votesOf(key) === outside),
  }
}

/**
 * The next by votes: one more than there are seats (居委会组织法第18条: more candidates than seats), and whoever has as many
 * votes as the last of them; of a tie these are the tied. None where nobody got a vote: then candidates are named anew.
 */
function candidatesAgain(waiting: readonly OptionKey[], seatsLeft: number, votesOf: VotesOf): OptionKey[] {
  const last = votesOf(waiting[seatsLeft])
  return votesOf(waiting[0]) > 0 ? waiting.filter(key => votesOf(key) >= last) : []
}

/** Each ballot that is neither invalid nor none nor abstaining marks one option at least and `seats` at most. */
function contradict(keys: readonly OptionKey[], counts: OptionCounts, seats: number): boolean {
  const marking = counts.cast - counts.none - counts.abstain - counts.invalid
  const given = Object.entries(counts.votes)
  const sum = given.reduce((total, [, votes]) => total + votes, 0)
  return (
    sum < marking ||
    sum > seats * marking ||
    given.some(([key, votes]) => votes > marking || (votes > 0 && !keys.includes(key)))
  )
}

function optionsWhole(base: OptionBase, counts: OptionCounts, { present, entitled }: Attendance): number {
  switch (base) {
    case "valid":
      return counts.cast - counts.invalid
    case "cast":
      return counts.cast
    case "present":
      return present
    case "members":
      return entitled
  }
}

function requirePaper(keys: readonly OptionKey[], seats: number): void {
  if (keys.length === 0 || new Set(keys).size < keys.length) throw new RangeError("a paper needs options, each once")
  keys.forEach(requireKey)
  if (!Number.isSafeInteger(seats) || seats < 1) throw new RangeError(`not a number of seats: ${seats}`)
}
