import type { Presence } from "#db/schema/chamber"
import type { MotionKind } from "#db/schema/chamber-motions"
import type { Publicity, RoundMeans, RoundMedium, RoundState } from "#db/schema/chamber-rounds"
import type { MeetingState } from "#db/schema/convening"
import { isSettled } from "~/chamber/rounds/round-results"
import { canVote, type Headcount, hasQuorum, type RoundFact } from "~/chamber/rules"
import { done, type Result, refuse } from "~/law/result"
import { type Choice, choices } from "~/law/tally"
import { isTooFewForSecret, type RuleSnapshot } from "~/rulebook/rules"

/**
 * A motion is voted on again after an annulled round, one set aside, a tie, one that could not be counted, or one with
 * options none of which got there. A tie that the chair decided is decided, and so is one for the last of several seats:
 * the rest is another motion.
 */
export function mayVoteAgain(earlier: readonly RoundFact[]): boolean {
  return earlier.every(({ state, result, isSetAside }) => {
    if (state === "annulled" || isSetAside) return true
    if (state !== "proclaimed" || !result) return false
    if (result.outcome === "cannotBeCounted") return true
    return result.options ? !isSettled(result) : result.outcome === "notPassed" && result.tie && !result.castingVote
  })
}

/** How a round is to be held, as it was asked for; what is not said is ballots on tablets, without codes. */
export type Manner = { secret: boolean; means?: RoundMeans; withCodes?: boolean }

/** What of a motion decides how it may be voted on. */
export type MotionToVote = { kind: MotionKind; options: readonly unknown[] | null }

/**
 * Whether this motion may be voted on in this manner under this rule, whoever is in the room. Refusals:
 * hands_are_never_secret, election_is_secret, secret_only_by_rule, hands_need_two_sides, codes_not_for_elections,
 * codes_not_by_rule.
 */
export function canVoteSo(rule: RuleSnapshot, motion: MotionToVote, manner: Manner): Result<null> {
  const { secret, means = "ballots", withCodes = false } = manner
  const isElection = motion.kind === "election"
  if (means === "hands" && secret) return refuse("hands_are_never_secret", { field: "manner" })
  if (isElection && !secret) return refuse("election_is_secret", { field: "manner" })
  if (rule.ballotPublicity === "secret" && !secret) return refuse("secret_only_by_rule", { field: "manner" })
  if (means === "hands" && motion.options) return refuse("hands_need_two_sides", { field: "manner" })
  // A named ballot is found by its name: only a secret one can carry a code.
  if (!withCodes || !secret) return done(null)
  if (isElection) return refuse("codes_not_for_elections", { field: "withCodes" })
  return rule.verificationCodes ? done(null) : refuse("codes_not_by_rule", { field: "withCodes" })
}

const fromMostPrivate: readonly Publicity[] = ["secret", "recorded", "open"]

/** The more private of what was asked for and what the rule allows. */
export function publicityOf(rule: RuleSnapshot, secret: boolean, asked: Publicity = "open"): Publicity {
  const rank = (publicity: Publicity) => fromMostPrivate.indexOf(publicity)
  return secret ? "secret" : fromMostPrivate[Math.min(rank(asked), rank(rule.ballotPublicity))]!
}

/**
 * Refusals: no_vote_by_rule, meeting_not_in_session, round_open, round_not_proclaimed, motion_decided, quorum_not_met,
 * secret_too_few { present, needed }, and those of `canVoteSo` where the motion is given.
 */
export function canOpenRound(facts: {
  state: MeetingState
  rule: RuleSnapshot
  headcount: Headcount
  /** How many of the present must not vote on this motion. */
  recused?: number
  /** How many may vote themselves; without it, everyone who counts as present. */
  inPerson?: number
  secret: boolean
  means?: RoundMeans
  withCodes?: boolean
  motion?: MotionToVote
  /** Every round of the meeting. */
  roundsOfMeeting: readonly RoundFact[]
  roundsOfMotion: readonly RoundFact[]
}): Result<null> {
  const voting = canVote(facts.rule)
  if (!voting.ok) return voting
  if (facts.state !== "inSession") return refuse("meeting_not_in_session")
  if (facts.roundsOfMeeting.some(round => round.state === "open")) return refuse("round_open")
  if (facts.roundsOfMeeting.some(round => round.state === "closed")) return refuse("round_not_proclaimed")
  const manner = facts.motion ? canVoteSo(facts.rule, facts.motion, facts) : done(null)
  if (!manner.ok) return manner
  if (!mayVoteAgain(facts.roundsOfMotion)) return refuse("motion_decided")
  const quorum = hasQuorum(facts.rule, facts.headcount)
  if (!quorum.ok) return quorum
  // A proxy knows the ballots it casts: they hide nobody's among them.
  const present = facts.inPerson ?? facts.headcount.present - (facts.recused ?? 0)
  if (facts.secret && isTooFewForSecret(facts.rule, present))
    return refuse("secret_too_few", { present, needed: facts.rule.secretMinimum })
  return done(null)
}

export type BallotFacts = {
  roundState: RoundState
  means?: RoundMeans
  medium?: RoundMedium
  votingEndedAt?: Date | null
  standing: "entitled" | "observer"
  presence: Presence
  isRecused: boolean
  /** Has got a paper of this round. */
  holdsPaper?: boolean
}

/**
 * Whether a tablet's ballot is taken now. The earlier ballot is asked about before. Refusals: not_entitled, round_closed,
 * round_annulled, voting_ended, round_by_hands, round_on_paper, voter_recused, voter_has_paper, voter_absent, voter_left.
 */
export function canCast(facts: BallotFacts): Result<null> {
  const { roundState, standing, presence, isRecused } = facts
  if (standing !== "entitled") return refuse("not_entitled")
  if (roundState === "annulled") return refuse("round_annulled")
  if (roundState !== "open") return refuse("round_closed")
  if (facts.means === "hands") return refuse("round_by_hands")
  if (facts.votingEndedAt) return refuse("voting_ended")
  if (isRecused) return refuse("voter_recused")
  if (facts.medium === "paper") return refuse("round_on_paper")
  if (facts.holdsPaper) return refuse("voter_has_paper")
  if (presence === "left") return refuse("voter_left")
  return presence === "present" ? done(null) : refuse("voter_absent")
}

/** Whether a ballot may be changed before closing at all. Refusals: secret_not_corrected, no_correction_by_rule. */
export function canCorrect(rule: RuleSnapshot, { secret }: { secret: boolean }): Result<null> {
  if (secret) return refuse("secret_not_corrected")
  return rule.correctionBeforeClosing ? done(null) : refuse("no_correction_by_rule")
}

/** Whether a round is still being voted on. Refusals: already_closed, round_annulled. */
export function canConduct({ state }: { state: RoundState }): Result<null> {
  if (state === "open") return done(null)
  return refuse(state === "annulled" ? "round_annulled" : "already_closed")
}

/** Why a round in this state is not one that was closed and waits for its proclamation. */
export const notClosed = {
  open: "round_not_closed",
  proclaimed: "already_proclaimed",
  annulled: "round_annulled",
  closed: "",
} as const

/** 核验码: eight digits, made on the tablet before the ballot is sent. */
export const isVerificationCode = (value: string): boolean => /^\d{8}$/.test(value)

export const isChoice = (value: unknown): value is Choice => choices.some(choice => choice === value)

/** The sender's key of one ballot: long enough never to meet another's, and nothing but letters, digits and dashes. */
export const isRequestKey = (value: string): boolean => /^[A-Za-z0-9-]{16,64}$/.test(value)

/**
 * Whether someone was in the room at any moment of the round: in it at closing, gone only after it was opened, or voted.
 * `leftDuringRound` is about the last leaving; whoever came back is present.
 */
export const tookPart = (facts: { presence: Presence; leftDuringRound: boolean; voted: boolean }): boolean =>
  facts.voted || facts.presence === "present" || (facts.presence === "left" && facts.leftDuringRound)

/**
 * Ballots of so few hands that the result would show how each one voted: a secret round waits for more or is annulled.
 * None at all shows nothing. Refusal: secret_too_few_cast { cast, needed }.
 */
export function canOpenSealed(rule: RuleSnapshot, cast: number): Result<null> {
  return cast > 0 && isTooFewForSecret(rule, cast)
    ? refuse("secret_too_few_cast", { cast, needed: rule.secretMinimum })
    : done(null)
}
