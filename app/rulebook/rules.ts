import type { Publicity } from "#db/schema/chamber-rounds"
import type { BodyKind } from "#db/schema/people-organizations"
import { canonicalJson, deepFreeze, type Plain } from "~/law/canonical-json"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { latestNoticeDate, type NoticePeriod, noticeGiven } from "~/law/day-counting"
import type { MemberKind } from "~/law/delegations"
import type { OptionsRule } from "~/law/options"
import type { AgreementBase, DecisionRule } from "~/law/tally"
import { type Bar, type Light, makeLight } from "~/law/threshold"
import { upgradeStoredRule } from "~/rulebook/stored-rules"

/** Procedures that are held as a meeting. */
export const presetKeys = [
  "deliberation",
  "residents",
  "representatives",
  "partyAssembly",
  "jointSession",
  "openTalk",
] as const
export type PresetKey = (typeof presetKeys)[number]

/** What the rule does when it is not kept: it stops the secretary, or it asks for a written reason. */
export type Strictness = "refused" | "needsReason"

/** Years, or for ever. */
export type Retention = number | "permanent"

/**
 * The rule which governs one meeting, frozen with it: plain JSON, kept as it was whatever the rulebook says later.
 * `article` and `citations` are the words printed beside each value; where no law speaks they say so.
 */
export type RuleSnapshot = {
  schema: 3
  form: "meeting"
  preset: PresetKey
  name: string
  /** The kind of meeting as it is printed: 协商议事会. */
  meetingKind: string
  /** What its decision is called, so that a deliberation never passes for a decision of the 居民代表会议. */
  outcomeName: string
  /** consensus: the meeting talks and notes what is agreed; nothing is put to the vote (三方联席会议, 恳谈会). */
  voting: "ballots" | "consensus"
  /** Who is 应到 and may vote: the delegates of the table, the members of the 居民代表会议, or those of one body. */
  entitledFrom: "delegates" | "representatives" | "body"
  /** The kind of that body; null for the other two. */
  bodyKind: BodyKind | null
  entitledKinds: readonly MemberKind[]
  /** What must hold of the membership itself; null where nothing is demanded. */
  composition: { label: string; bar: Bar; of: MemberKind; article: string } | null
  /** 重要事项 must first be studied by the party organization of the community. */
  partyStudy: { demandedFor: "importantMatters" | "nothing"; article: string }
  /** Null where nothing demands one. */
  quorum: { label: string; bar: Bar; base: "entitled"; article: string } | null
  /** Null where nothing is voted on. */
  agreement: { label: string; bar: Bar; base: AgreementBase; article: string } | null
  /** What a tie comes to. A casting vote exists only where the rule grants it. */
  tie: "notPassed" | "chairDecides"
  notice: NoticePeriod & { shortNotice: Strictness; article: string }
  venueClash: Strictness
  personClash: Strictness
  /** A secret round needs at least this many voters. */
  secretMinimum: number
  /** 委托: by how many one holder may be entrusted; none where nobody may. */
  proxies: "none" | { most: number }
  /** Silence of someone present joins no side. */
  silence: "joinsNoSide"
  /** While fewer are present than the quorum no round may be opened; the chair may wait or adjourn. */
  quorumLost: "noNewRound"
  /** Whether a named ballot may be changed until the round is closed. A secret one never may. */
  correctionBeforeClosing: boolean
  /** The most public a round may be: who voted how is read by nobody, by those at the count, by readers of the record. */
  ballotPublicity: Publicity
  /** 核验码: whether a secret ballot carries a code its voter finds in the list at proclamation. Never in an election. */
  verificationCodes: boolean
  speechLimit: { minutes: number; times: number }
  /** The least time the outcome hangs on the board. */
  noticeBoardDays: number
  retention: { record: Retention; ballots: Retention }
  citations: Record<CitedField, string>
}

export type CitedField =
  | "entitledFrom"
  | "venueClash"
  | "personClash"
  | "secretMinimum"
  | "proxies"
  | "silence"
  | "tie"
  | "quorumLost"
  | "correctionBeforeClosing"
  | "ballotPublicity"
  | "verificationCodes"
  | "speechLimit"
  | "noticeBoardDays"
  | "retention"

export type FrozenSnapshot = {
  /** Frozen to the bottom. */
  snapshot: RuleSnapshot
  /** The canonical JSON of it: store this beside the snapshot and hash this, because jsonb re-orders keys. */
  text: string
}

/** A copy of the rule which nothing can change, and the text which is hashed. */
export function freezeSnapshot(rule: RuleSnapshot): FrozenSnapshot {
  const text = canonicalJson(rule as unknown as Plain)
  return { snapshot: readSnapshot(text), text }
}

/**
 * The snapshot again from its stored text. Meetings convened under the first schema keep their text, and its hash; they
 * are read in the shape of today. Throws when it was written by a version this program does not know.
 */
export function readSnapshot(text: string): RuleSnapshot {
  return deepFreeze(upgradeStoredRule(JSON.parse(text)))
}

/** 实到 against 应到; null where nothing demands a quorum. */
export function quorumLight(rule: RuleSnapshot, present: number, entitled: number): Light | null {
  if (!rule.quorum) return null
  const { label, bar, article } = rule.quorum
  return makeLight({ label, bar, article, count: present, whole: entitled })
}

/** Whether the membership is made up as the law demands; null where it demands nothing. `kinds` has one entry per member. */
export function compositionLight(rule: RuleSnapshot, kinds: readonly MemberKind[]): Light | null {
  if (!rule.composition) return null
  const { label, bar, of, article } = rule.composition
  return makeLight({ label, bar, article, count: kinds.filter(kind => kind === of).length, whole: kinds.length })
}

/** What `decide` needs of the rule. Throws for a meeting in which nothing is put to the vote. */
export function decisionRule({ quorum, agreement, tie, name }: RuleSnapshot): DecisionRule {
  if (!agreement) throw new Error(`nothing is put to the vote: ${name}`)
  return {
    quorum: quorum && { label: quorum.label, bar: quorum.bar, article: quorum.article },
    agreement: { label: agreement.label, bar: agreement.bar, base: agreement.base, article: agreement.article },
    tie,
  }
}

/**
 * What `decideOptions` needs of the rule when a meeting chooses among options. Nobody is for or against an option alone,
 * so a share of those who took a side becomes a share of the valid ballots, which is the stricter of the two. Throws as
 * `decisionRule` does.
 */
export function optionsRule(rule: RuleSnapshot, seats: number): OptionsRule {
  const { quorum, agreement } = decisionRule(rule)
  const base = agreement.base === "forAndAgainst" ? "valid" : agreement.base
  return { quorum, agreement: { ...agreement, label: "得票", base }, runOff: null, seats }
}

/** Whether anything may be put to the vote at all. */
export function mayPutToVote(rule: RuleSnapshot): boolean {
  return rule.voting === "ballots"
}

export function mayVote(rule: RuleSnapshot, kind: MemberKind): boolean {
  return rule.entitledKinds.includes(kind)
}

export function needsPartyStudy(rule: RuleSnapshot, isImportantMatter: boolean): boolean {
  return rule.partyStudy.demandedFor === "importantMatters" && isImportantMatter
}

/** A round may be opened only while the quorum is there, where one is demanded. */
export function mayOpenRound(rule: RuleSnapshot, present: number, entitled: number): boolean {
  return quorumLight(rule, present, entitled)?.met ?? true
}

/** So few voters that a secret choice could be guessed from the result. */
export function isTooFewForSecret(rule: RuleSnapshot, voters: number): boolean {
  return voters < rule.secretMinimum
}

export type NoticeProblem =
  | { code: "startsBeforeNotice"; strictness: "refused" }
  | {
      code: "shortNotice"
      strictness: Strictness
      needed: number
      given: number
      kind: NoticePeriod["kind"]
      /** The last day on which the notice would have been in time. */
      latest: CivilDate
      article: string
    }

/** Null when the notice of a meeting goes out in time. */
export function noticeProblem(rule: RuleSnapshot, sentAt: Date, startsAt: Date): NoticeProblem | null {
  if (startsAt.getTime() <= sentAt.getTime()) return { code: "startsBeforeNotice", strictness: "refused" }
  const { days, kind, shortNotice, article } = rule.notice
  const [sentOn, meetingDate] = [civilDateOf(sentAt), civilDateOf(startsAt)]
  const latest = latestNoticeDate(meetingDate, rule.notice)
  if (kind === "none" || sentOn <= latest) return null
  const given = noticeGiven(sentOn, meetingDate, kind)
  return { code: "shortNotice", strictness: shortNotice, needed: days, given, kind, latest, article }
}
