import { canonicalJson, deepFreeze, type Plain } from "~/law/canonical-json"
import type { NoticePeriod } from "~/law/day-counting"
import type { OptionsRule } from "~/law/options"
import type { OwnersRule, SilenceMode } from "~/law/owners-vote"
import type { Bar } from "~/law/threshold"
import type { Retention } from "~/rulebook/rules"

/** Procedures that are carried out on paper, without a meeting. */
export const pollPresetKeys = [
  "ownersOrdinary",
  "ownersMajor",
  "allConcerned",
  "singleOwner",
  "selection",
  "committeeElection",
  "committeeElectionByRepresentatives",
] as const
export type PollPresetKey = (typeof pollPresetKeys)[number]

type Cited<T> = T & { article: string }

type PollRuleBase = {
  schema: 1
  preset: PollPresetKey
  name: string
  /** What its outcome is called: 业主共同决定. */
  outcomeName: string
  /** Between the announcement and the first day of answering. */
  notice: Cited<NoticePeriod>
  /** How many days answers are taken in; null where nothing limits them. */
  answerDays: Cited<{ least: number | null; most: number | null }>
  /** The least time the outcome hangs on the board. */
  noticeBoard: Cited<{ days: number }>
  retention: Cited<{ record: Retention; ballots: Retention }>
  /** How many others one proxy may stand for; null is no limit, none where nobody may. */
  proxies: Cited<{ most: number | null } | { none: true }>
}

/** 业主共同决定, 民法典第278条: heads and area, participation of all in scope, agreement of those who took part. */
export type OwnersPollRule = PollRuleBase & {
  form: "owners"
  participation: Cited<{ bar: Bar }>
  agreement: Cited<{ bar: Bar }>
  silence: Cited<{ mode: SilenceMode }>
  invalid: Cited<{ mode: "notParticipating" | "participating" }>
  parkingArea: Cited<{ mode: "counted" | "notCounted" }>
  /** chosenBuildings: only owners 列支范围内 are asked, where the local rule allows it. */
  scope: Cited<{ mode: "wholeEstate" | "chosenBuildings" }>
}

/** 民法典第279条, or one owner's own property: each of those concerned must agree. */
export type ConsentPollRule = PollRuleBase & {
  form: "consent"
  concerned: "allConcerned" | "singleOwner"
  agreement: Cited<{ bar: Bar }>
}

/** 推选, and the election of the 居委会 as far as paper runs it: secret booths, public count, no tablets. */
export type ElectionPollRule = PollRuleBase & {
  form: "election"
  participation: Cited<{ bar: Bar }> | null
  agreement: Cited<{ bar: Bar; base: "valid" | "cast" }>
  runOff: Cited<{ bar: Bar }> | null
  /** More candidates than seats (居委会组织法第18条). */
  moreCandidates: Cited<{ demanded: boolean }>
  /** 选民名单 is posted so many days before; null where nothing is demanded. */
  rollDays: Cited<{ days: number | null }>
  citations: { secretBooth: string; publicCount: string; tablets: string }
}

export type PollRule = OwnersPollRule | ConsentPollRule | ElectionPollRule

/** A copy of the rule which nothing can change, and the canonical JSON of it, which is stored and hashed. */
export function freezePollRule(rule: PollRule): { rule: PollRule; text: string } {
  const text = canonicalJson(rule as unknown as Plain)
  return { rule: readPollRule(text), text }
}

const forms: readonly unknown[] = ["owners", "consent", "election"] satisfies PollRule["form"][]

/** The rule again from its stored text. Throws for one of a schema or a form this program does not know. */
export function readPollRule(text: string): PollRule {
  const value: unknown = JSON.parse(text)
  if (typeof value !== "object" || value === null || !("schema" in value) || !("form" in value)) throw unknownRule()
  if (value.schema !== 1 || !forms.includes(value.form)) throw unknownRule()
  return deepFreeze(value as PollRule)
}

const unknownRule = () => new Error("a poll rule of an unknown schema")

/** What `decideOwners` needs of the rule. */
export function ownersRuleOf({ participation, agreement, silence, invalid }: OwnersPollRule): OwnersRule {
  return { participation, agreement, silence, invalid }
}

/** What `decideOptions` needs of the rule: who took part of all electors, and the votes of each against the ballots. */
export function electionRuleOf({ participation, agreement, runOff }: ElectionPollRule, seats: number): OptionsRule {
  return {
    quorum: participation && { label: "参加投票", ...participation },
    agreement: { label: "得票", ...agreement },
    runOff,
    seats,
  }
}
