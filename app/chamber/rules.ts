import type { RoundResult, RoundState } from "#db/schema/chamber-rounds"
import type { MeetingState } from "#db/schema/convening"
import { done, type Result, refuse } from "~/law/result"
import { least } from "~/law/threshold"
import { mayPutToVote, quorumLight, type RuleSnapshot } from "~/rulebook/rules"

export type Headcount = { present: number; entitled: number }

/** Refusals: meeting_not_checking_in, quorum_not_met { present, needed }. */
export function canStart(state: MeetingState, rule: RuleSnapshot, headcount: Headcount): Result<null> {
  if (state !== "checkIn" && state !== "adjourned") return refuse("meeting_not_checking_in")
  return hasQuorum(rule, headcount)
}

/** Where the rule knows no vote, what was agreed is noted instead. Refusal: no_vote_by_rule { meetingKind }. */
export const canVote = (rule: RuleSnapshot): Result<null> =>
  mayPutToVote(rule) ? done(null) : refuse("no_vote_by_rule", { meetingKind: rule.meetingKind })

/** Refusal: quorum_not_met { present, entitled, needed }. */
export function hasQuorum(rule: RuleSnapshot, { present, entitled }: Headcount): Result<null> {
  const light = quorumLight(rule, present, entitled)
  if (!light) return done(null)
  return light.met ? done(null) : refuse("quorum_not_met", { present, entitled, needed: least(entitled, light.bar) })
}

export type RoundFact = {
  state: RoundState
  result: RoundResult | null
  /** 重新表决: a signed correction left the motion to a new round. */
  isSetAside?: boolean
}

/** Rounds in their order; a meeting is closed only when none waits. Refusals: round_open, round_not_proclaimed. */
export function canCloseMeeting(rounds: readonly RoundFact[]): Result<null> {
  if (rounds.some(round => round.state === "open")) return refuse("round_open")
  return rounds.some(round => round.state === "closed") ? refuse("round_not_proclaimed") : done(null)
}

/** While notes may still be put right: from the opening until the minutes are out. */
export const mayRecord = (state: MeetingState): boolean =>
  state === "inSession" || state === "adjourned" || state === "closed"
