import type { Publicity } from "#db/schema/chamber-rounds"
import { whyNotVoted } from "~/chamber/motions/rules"
import type { Motion } from "~/chamber/motions/store"
import { canOpenRound, type Manner, publicityOf } from "~/chamber/rounds/rules"
import type { Headcount } from "~/chamber/rules"
import type { Meeting } from "~/convening/store"
import type { Refusal, Result } from "~/law/result"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { ListedRound } from "./round-store"

/** What is known of the room when a motion is to be voted on. */
export type Opening = {
  meeting: Pick<Meeting, "state">
  rule: RuleSnapshot
  headcount: Headcount
  /** How many of those in the room must not vote on this motion. */
  recused: number
  /** How many of those in the room may vote themselves; without it, everyone who counts as present. */
  inPerson?: number
  motion: Motion
  motions: readonly Motion[]
  rounds: readonly ListedRound[]
}

/** Whether a round may be opened in this manner. Refusals of `whyNotVoted` and `canOpenRound`. */
export function mayOpenSo({ motion, motions, rounds, ...room }: Opening, manner: Manner): Result<null> {
  const blocked = whyNotVoted(motion, motions, rounds)
  if (blocked) return blocked
  return canOpenRound({
    ...manner,
    state: room.meeting.state,
    rule: room.rule,
    headcount: room.headcount,
    recused: room.recused,
    inPerson: room.inPerson,
    motion,
    roundsOfMeeting: rounds,
    roundsOfMotion: rounds.filter(round => round.motionId === motion.id),
  })
}

/** What the chair may choose when opening a round: null where it may be chosen, else why not. */
export type OpeningView = {
  named: Refusal | null
  secret: Refusal | null
  hands: Refusal | null
  /** Whether a secret round of it may carry codes. */
  mayHaveCodes: boolean
  /** Of a named round, the most public first. */
  publicities: Publicity[]
}

export function viewOpening(opening: Opening): OpeningView {
  const answer = (manner: Manner) => {
    const result = mayOpenSo(opening, manner)
    return result.ok ? null : result
  }
  const publicities = (["open", "recorded"] as const).filter(asked => publicityOf(opening.rule, false, asked) === asked)
  return {
    named: answer({ secret: false }),
    secret: answer({ secret: true }),
    hands: answer({ secret: false, means: "hands" }),
    mayHaveCodes: answer({ secret: true, withCodes: true }) === null,
    publicities,
  }
}
