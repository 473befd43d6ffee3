import type { MotionKind } from "#db/schema/chamber-motions"
import type { RoundResult, RoundState } from "#db/schema/chamber-rounds"
import type { MeetingState } from "#db/schema/convening"
import { done, type Result, refuse } from "~/law/result"

export type CorrectionKind = "note" | "setAside"

/** What of a round decides whether its result may be corrected so. */
export type CorrectedRound = {
  state: RoundState
  isSetAside: boolean
  result: Pick<RoundResult, "outcome"> | null
  motionKind: MotionKind
  /** Of an amendment: its motion reads as it did, still stands and was not voted on. */
  fitsItsMotion?: boolean
  meetingState: MeetingState
}

/**
 * Only what was proclaimed is corrected: before that the round is annulled. A vote is held again while the meeting is still
 * there to hold it. Refusals: nothing_to_correct, set_aside_already, set_aside_too_late, amendment_not_set_aside,
 * amendment_outdated.
 */
export function canCorrectResult(kind: CorrectionKind, round: CorrectedRound): Result<null> {
  if (round.state !== "proclaimed") return refuse("nothing_to_correct")
  if (kind === "note") return done(null)
  if (round.isSetAside) return refuse("set_aside_already")
  if (round.meetingState !== "inSession" && round.meetingState !== "adjourned") return refuse("set_aside_too_late")
  // Its text went into the motion it changed: another amendment takes it back.
  if (round.motionKind === "amendment" && round.result?.outcome === "passed") return refuse("amendment_not_set_aside")
  if (round.fitsItsMotion === false) return refuse("amendment_outdated")
  return done(null)
}
