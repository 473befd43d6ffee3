import type { MeetingState } from "#db/schema/convening"
import type { MotionEffect } from "#db/words"
import { isSettled } from "~/chamber/rounds/round-results"
import { mayVoteAgain } from "~/chamber/rounds/rules"
import { canCloseMeeting, type RoundFact } from "~/chamber/rules"
import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"

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
