import type { Bar, Light } from "~/law/threshold"

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
  /** The bar of a run-off (居委会组织法第19条: 三分之一以上), where the rule has one. */
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
  /** Who share the last seat with as many votes: named, never decided by chance. */
  tied: OptionKey[]
  /** Among whom a run-off would be held; empty where none is needed or granted. */
  runOffAmong: OptionKey[]
  /** The quorum's light if there is one, then one light per option in the order given. */
  lights: Light[]
  optionLights: Record<OptionKey, Light>
  counts: OptionCounts
}
