import type { MotionKind, MotionStanding } from "#db/schema/chamber-motions"
import type { MeetingState } from "#db/schema/convening"
import type { MotionEffect } from "#db/words"
import { isSettled } from "~/chamber/rounds/round-results"
import { mayVoteAgain } from "~/chamber/rounds/rules"
import { canCloseMeeting, type RoundFact } from "~/chamber/rules"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Refusal, type Result, refuse } from "~/law/result"
import type { ProcedureKey } from "~/rulebook/routing"

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

/** Not decided yet: never voted on, being voted on, or to be voted on again. */
export const isUndecided = (rounds: readonly RoundFact[]): boolean =>
  mayVoteAgain(rounds) || rounds.some(round => round.state === "open" || round.state === "closed")

type Standing = { id: string; ordinal: number; standing: MotionStanding; amendsMotionId: string | null }
type RoundOf = RoundFact & { motionId: string }

/** The amendment of a motion that still has to be voted on, taken over or withdrawn. */
export const pendingAmendment = <T extends Standing>(
  motionId: string,
  motions: readonly T[],
  rounds: readonly RoundOf[],
): T | undefined =>
  motions.find(
    one =>
      one.amendsMotionId === motionId &&
      one.standing === "standing" &&
      isUndecided(rounds.filter(round => round.motionId === one.id)),
  )

/**
 * Why a motion is not voted on as it stands; null where it may be. An amendment is decided before the text it changes.
 * Refusals: motion_withdrawn, amendment_pending { ordinal }.
 */
export function whyNotVoted(
  motion: Standing,
  motions: readonly Standing[],
  rounds: readonly RoundOf[],
): Refusal | null {
  if (motion.standing !== "standing") return refuse("motion_withdrawn")
  const pending = pendingAmendment(motion.id, motions, rounds)
  return pending ? refuse("amendment_pending", { ordinal: pending.ordinal }) : null
}

/**
 * 修正 is moved to a text that nobody voted on yet, one at a time, so that every amendment says how that text would read.
 * Refusals: motion_withdrawn, amendment_of_amendment, election_not_amended, motion_voted_on, amendment_pending { ordinal }.
 */
export function canAmend(
  motion: Standing & { kind: MotionKind },
  motions: readonly Standing[],
  rounds: readonly RoundOf[],
): Result<null> {
  if (motion.kind === "amendment") return refuse("amendment_of_amendment")
  if (motion.kind === "election") return refuse("election_not_amended")
  if (rounds.some(round => round.motionId === motion.id)) return refuse("motion_voted_on")
  return whyNotVoted(motion, motions, rounds) ?? done(null)
}

/**
 * A motion is withdrawn, or an amendment taken over without a vote, while it is still to be voted on.
 * Refusals: motion_withdrawn and those of `canRecuse`.
 */
export function canSettle(
  state: MeetingState,
  motion: Pick<Standing, "standing">,
  roundsOfMotion: readonly RoundFact[],
): Result<null> {
  return motion.standing === "standing" ? canRecuse(state, roundsOfMotion) : refuse("motion_withdrawn")
}

/**
 * Whether what a motion comes to is what becomes of its topic. An amendment settles a text; people may be chosen for the
 * meeting's own business, and are chosen for the matter itself only where the motion names its proposal.
 */
export const decidesTopic = ({ kind, proposalId }: { kind: MotionKind; proposalId: string | null }): boolean =>
  kind === "matter" || (kind === "election" && proposalId !== null)

/** What a motion's effect becomes with the conditions an amendment leaves it. */
export const effectAmended = (effect: MotionEffect, conditions: readonly string[]): MotionEffect => {
  if (effect === "agreed" && conditions.length > 0) return "agreedWithConditions"
  return effect === "agreedWithConditions" && conditions.length === 0 ? "agreed" : effect
}

export type EffectFact = { effect: MotionEffect; returnOn: CivilDate | null }

/**
 * What the motions on one topic came to: what the first that passed brings with it, not agreed when all were voted down,
 * null where nothing was decided, also where no option got there. That no fieldwork is wanted first, or no higher procedure, decides
 * nothing about the matter itself.
 */
export function outcomeOfTopic(
  rounds: readonly (RoundFact & EffectFact)[],
): { outcome: MotionEffect | "notAgreed"; returnOn: CivilDate | null } | null {
  const counted = rounds.filter(
    round => round.state === "proclaimed" && !round.isSetAside && round.result !== null && isSettled(round.result),
  )
  const passed = counted.find(round => round.result?.outcome === "passed")
  if (passed) return { outcome: passed.effect, returnOn: passed.returnOn }
  const isAboutMatter = (effect: MotionEffect) => effect !== "needsFieldwork" && effect !== "escalated"
  return counted.some(round => isAboutMatter(round.effect)) ? { outcome: "notAgreed", returnOn: null } : null
}

const mostConditions = 20

const longestCondition = 500

export type EffectEntry = {
  effect?: MotionEffect
  conditions?: readonly string[]
  returnOn?: CivilDate | null
  escalateTo?: string | null
}
type CheckedEffect = {
  effect: MotionEffect
  conditions: string[] | null
  returnOn: CivilDate | null
  escalateTo: string | null
}

/** One clause each, blank ones dropped. Refusals: too_many_conditions { most }, condition_too_long { longest }. */
export function checkConditions(lines: readonly string[]): Result<string[]> {
  const conditions = lines.map(line => line.trim()).filter(Boolean)
  if (conditions.length > mostConditions)
    return refuse("too_many_conditions", { field: "conditions", most: mostConditions })
  return conditions.some(line => line.length > longestCondition)
    ? refuse("condition_too_long", { field: "conditions", longest: longestCondition })
    : done(conditions)
}

/**
 * 通过后算什么: each condition is a clause. Plain agreement has none; fieldwork may be asked for under conditions too, kept
 * for when the topic is back, on the day given; what is escalated names one of the procedures above this meeting.
 * Refusals: conditions_missing, conditions_not_taken, return_day_missing, return_day_past, escalation_missing and those of
 * `checkConditions`.
 */
export function checkEffect(
  input: EffectEntry,
  today: CivilDate,
  higher: readonly ProcedureKey[] = [],
): Result<CheckedEffect> {
  const effect = input.effect ?? "agreed"
  const checked = checkConditions(input.conditions ?? [])
  if (!checked.ok) return checked
  const conditions = checked.value
  const plain = { effect, conditions: conditions.length > 0 ? conditions : null, returnOn: null, escalateTo: null }
  switch (effect) {
    case "agreed":
      // Written beside 同意: dropping them silently would lose what the meeting said.
      return conditions.length > 0 ? refuse("conditions_not_taken", { field: "effect" }) : done(plain)
    case "agreedWithConditions":
      return conditions.length > 0 ? done(plain) : refuse("conditions_missing", { field: "conditions" })
    case "escalated": {
      if (conditions.length > 0) return refuse("conditions_not_taken", { field: "effect" })
      const escalateTo = higher.find(key => key === input.escalateTo)
      return escalateTo ? done({ ...plain, escalateTo }) : refuse("escalation_missing", { field: "escalateTo" })
    }
    case "needsFieldwork": {
      const returnOn = input.returnOn ?? ""
      if (!isRealDate(returnOn)) return refuse("return_day_missing", { field: "returnOn" })
      return returnOn > today ? done({ ...plain, returnOn }) : refuse("return_day_past", { field: "returnOn" })
    }
  }
}
