import type { Presence } from "#db/schema/chamber"
import type { RoundResult, RoundState } from "#db/schema/chamber-rounds"
import type { MeetingState } from "#db/schema/convening"
import type { MotionEffect } from "#db/words"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { type Choice, choices } from "~/law/tally"
import { least } from "~/law/threshold"
import { isTooFewForSecret, mayPutToVote, quorumLight, type RuleSnapshot } from "~/rulebook/rules"
import { isSettled } from "./rounds/round-results"

export type Headcount = { present: number; entitled: number }

export const presenceNames: Record<Presence, string> = {
  absent: "未到",
  excused: "请假",
  present: "在场",
  left: "已离会",
}

/** Whoever enters the room may do so while one may still take part. Refusals say whether it is too early or too late. */
export function canArrive(state: MeetingState): Result<null> {
  if (state === "checkIn" || state === "inSession" || state === "adjourned") return done(null)
  if (state === "convened") return refuse("check_in_not_open")
  if (state === "cancelled") return refuse("meeting_cancelled")
  return state === "draft" ? refuse("not_found") : refuse("meeting_over")
}

const presenceMoves = {
  arrive: { from: ["absent", "excused"], to: "present", kind: "arrived" },
  return: { from: ["left"], to: "present", kind: "returned" },
  leave: { from: ["present"], to: "left", kind: "left" },
  excuse: { from: ["absent"], to: "excused", kind: "excused" },
} as const satisfies Record<string, { from: readonly Presence[]; to: Presence; kind: string }>
export type PresenceMove = keyof typeof presenceMoves

/** What a coming or going makes of someone's presence. Refusals: already_present, not_present, has_been_present. */
export function movePresence(from: Presence, move: PresenceMove): Result<(typeof presenceMoves)[PresenceMove]> {
  const found = presenceMoves[move]
  if ((found.from as readonly Presence[]).includes(from)) return done(found)
  if (move === "leave") return refuse("not_present")
  if (move === "excuse") return refuse("has_been_present")
  return refuse(from === "present" ? "already_present" : "not_left")
}

/** Entering is arriving the first time and returning later. */
export const entering = (from: Presence): PresenceMove => (from === "left" ? "return" : "arrive")

/** Refusals: meeting_not_checking_in, quorum_not_met { present, needed }. */
export function canStart(state: MeetingState, rule: RuleSnapshot, headcount: Headcount): Result<null> {
  if (state !== "checkIn" && state !== "adjourned") return refuse("meeting_not_checking_in")
  return hasQuorum(rule, headcount)
}

/** Where the rule knows no vote, what was agreed is noted instead. Refusal: no_vote_by_rule { meetingKind }. */
export const canVote = (rule: RuleSnapshot): Result<null> =>
  mayPutToVote(rule) ? done(null) : refuse("no_vote_by_rule", { meetingKind: rule.meetingKind })

function hasQuorum(rule: RuleSnapshot, { present, entitled }: Headcount): Result<null> {
  const light = quorumLight(rule, present, entitled)
  if (!light) return done(null)
  return light.met ? done(null) : refuse("quorum_not_met", { present, entitled, needed: least(entitled, light.bar) })
}

export type RoundFact = { state: RoundState; result: RoundResult | null }

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

/**
 * While the motion may still be voted on, and no round on it is under way.
 * Refusals: meeting_not_in_session, round_open, round_not_proclaimed, motion_decided.
 */
export function canRecuse(state: MeetingState, roundsOfMotion: readonly RoundFact[]): Result<null> {
  if (state !== "inSession" && state !== "adjourned") return refuse("meeting_not_in_session")
  const free = canCloseMeeting(roundsOfMotion)
  if (!free.ok) return free
  return mayVoteAgain(roundsOfMotion) ? done(null) : refuse("motion_decided")
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

/** Rounds in their order; a meeting is closed only when none waits. Refusals: round_open, round_not_proclaimed. */
export function canCloseMeeting(rounds: readonly RoundFact[]): Result<null> {
  if (rounds.some(round => round.state === "open")) return refuse("round_open")
  return rounds.some(round => round.state === "closed") ? refuse("round_not_proclaimed") : done(null)
}

export type EffectFact = { effect: MotionEffect; returnOn: CivilDate | null }

/**
 * What the motions on one topic came to: what the first that passed brings with it, not agreed when all were voted down,
 * null where nothing was decided, also where no option got there. That no fieldwork is wanted first decides nothing about the matter itself.
 */
export function outcomeOfTopic(
  rounds: readonly (RoundFact & EffectFact)[],
): { outcome: MotionEffect | "notAgreed"; returnOn: CivilDate | null } | null {
  const counted = rounds.filter(
    round => round.state === "proclaimed" && round.result !== null && isSettled(round.result),
  )
  const passed = counted.find(round => round.result?.outcome === "passed")
  if (passed) return { outcome: passed.effect, returnOn: passed.returnOn }
  return counted.some(round => round.effect !== "needsFieldwork") ? { outcome: "notAgreed", returnOn: null } : null
}

const mostConditions = 20
const longestCondition = 500

/**
 * 通过后算什么: each condition is a clause, blank ones dropped. Plain agreement has none; fieldwork may be asked for under
 * conditions too, kept for when the topic is back, on the day given. Refusals: conditions_missing, conditions_not_taken, condition_too_long, too_many_conditions,
 * return_day_missing, return_day_past.
 */
export function checkEffect(
  input: { effect?: MotionEffect; conditions?: readonly string[]; returnOn?: CivilDate | null },
  today: CivilDate,
): Result<{ effect: MotionEffect; conditions: string[] | null; returnOn: CivilDate | null }> {
  const effect = input.effect ?? "agreed"
  const conditions = (input.conditions ?? []).map(line => line.trim()).filter(Boolean)
  if (conditions.length > mostConditions)
    return refuse("too_many_conditions", { field: "conditions", most: mostConditions })
  if (conditions.some(line => line.length > longestCondition))
    return refuse("condition_too_long", { field: "conditions", longest: longestCondition })
  // Written beside 同意: dropping them silently would lose what the meeting said.
  if (effect === "agreed")
    return conditions.length > 0
      ? refuse("conditions_not_taken", { field: "effect" })
      : done({ effect, conditions: null, returnOn: null })
  if (effect === "agreedWithConditions")
    return conditions.length > 0
      ? done({ effect, conditions, returnOn: null })
      : refuse("conditions_missing", { field: "conditions" })
  const returnOn = input.returnOn ?? ""
  if (!isRealDate(returnOn)) return refuse("return_day_missing", { field: "returnOn" })
  return returnOn > today
    ? done({ effect, conditions: conditions.length > 0 ? conditions : null, returnOn })
    : refuse("return_day_past", { field: "returnOn" })
}

/** While notes may still be put right: from the opening until the minutes are out. */
export const mayRecord = (state: MeetingState): boolean =>
  state === "inSession" || state === "adjourned" || state === "closed"
