import type { Presence } from "#db/schema/chamber"
import type { RoundState } from "#db/schema/chamber-rounds"
import type { MeetingState } from "#db/schema/convening"
import { isSettled } from "~/chamber/rounds/round-results"
import { canVote, type Headcount, hasQuorum, type RoundFact } from "~/chamber/rules"
import { done, type Result, refuse } from "~/law/result"
import { type Choice, choices } from "~/law/tally"
import { isTooFewForSecret, type RuleSnapshot } from "~/rulebook/rules"

/**
 * A motion is voted on again after an annulled round, a tie, one that could not be counted, or one with options none of
 * which got there. A tie that the chair decided is decided, and so is one for the last of several seats: the rest is
 * another motion.
 */
export function mayVoteAgain(earlier: readonly RoundFact[]): boolean {
  return earlier.every(({ state, result }) => {
    if (state === "annulled") return true
    if (state !== "proclaimed" || !result) return false
    if (result.outcome === "cannotBeCounted") return true
    return result.options ? !isSettled(result) : result.outcome === "notPassed" && result.tie && !result.castingVote
  })
}

/**
 * Refusals: no_vote_by_rule, meeting_not_in_session, round_open, round_not_proclaimed, motion_decided, quorum_not_met,
 * secret_too_few { present, needed }.
 */
export function canOpenRound(facts: {
  state: MeetingState
  rule: RuleSnapshot
  headcount: Headcount
  /** How many of the present must not vote on this motion. */
  recused?: number
  secret: boolean
  /** Every round of the meeting. */
  roundsOfMeeting: readonly RoundFact[]
  roundsOfMotion: readonly RoundFact[]
}): Result<null> {
  const voting = canVote(facts.rule)
  if (!voting.ok) return voting
  if (facts.state !== "inSession") return refuse("meeting_not_in_session")
  if (facts.roundsOfMeeting.some(round => round.state === "open")) return refuse("round_open")
  if (facts.roundsOfMeeting.some(round => round.state === "closed")) return refuse("round_not_proclaimed")
  if (!mayVoteAgain(facts.roundsOfMotion)) return refuse("motion_decided")
  const quorum = hasQuorum(facts.rule, facts.headcount)
  if (!quorum.ok) return quorum
  const present = facts.headcount.present - (facts.recused ?? 0)
  if (facts.secret && isTooFewForSecret(facts.rule, present))
    return refuse("secret_too_few", { present, needed: facts.rule.secretMinimum })
  return done(null)
}

export type BallotFacts = {
  roundState: RoundState
  standing: "entitled" | "observer"
  presence: Presence
  isRecused: boolean
}

/** Refusals: not_entitled, round_closed, round_annulled, voter_recused, voter_absent, voter_left. The earlier ballot is asked about before. */
export function canCast({ roundState, standing, presence, isRecused }: BallotFacts): Result<null> {
  if (standing !== "entitled") return refuse("not_entitled")
  if (roundState === "annulled") return refuse("round_annulled")
  if (roundState !== "open") return refuse("round_closed")
  if (isRecused) return refuse("voter_recused")
  if (presence === "left") return refuse("voter_left")
  return presence === "present" ? done(null) : refuse("voter_absent")
}

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
 * So few ballots that the result would show how each one voted: a secret round waits for more or is annulled.
 * None at all shows nothing. Refusal: secret_too_few_cast { cast, needed }.
 */
export function canOpenSealed(rule: RuleSnapshot, cast: number): Result<null> {
  return cast > 0 && isTooFewForSecret(rule, cast)
    ? refuse("secret_too_few_cast", { cast, needed: rule.secretMinimum })
    : done(null)
}
