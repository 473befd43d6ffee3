import type { Reader } from "#db/client"
import { gatheredRead } from "#db/gathered"
import { pendingAmendment } from "~/chamber/motions/rules"
import { listMotions, type Motion } from "~/chamber/motions/store"
import { listRounds, type Round } from "~/chamber/rounds/round-store"
import { mayVoteAgain } from "~/chamber/rounds/rules"

/** Which motion is talked over, by its number in the meeting. */
export type MotionInHand = { motionId: string; ordinal: number }

/**
 * The motion that stands on an item: what is being voted on, else the first that waits for its vote, an amendment before the
 * text it changes. Null before any was put and after all were decided. In the order of their numbers.
 */
export function motionInHand(
  motions: readonly Motion[],
  rounds: readonly Round[],
  agendaItemId: string,
): MotionInHand | null {
  const ofItem = motions.filter(motion => motion.agendaItemId === agendaItemId)
  const roundsOf = ({ id }: Motion) => rounds.filter(round => round.motionId === id)
  const isGoingOn = (round: Round) => round.state === "open" || round.state === "closed"
  const first =
    ofItem.find(motion => roundsOf(motion).some(isGoingOn)) ??
    ofItem.find(motion => motion.standing === "standing" && mayVoteAgain(roundsOf(motion)))
  const stands = first && (pendingAmendment(first.id, ofItem, rounds) ?? first)
  return stands ? { motionId: stands.id, ordinal: stands.ordinal } : null
}

export const findMotionInHand = async (
  q: Reader,
  communityId: string,
  meetingId: string,
  agendaItemId: string,
): Promise<MotionInHand | null> =>
  motionInHand(await listMotions(q, communityId, meetingId), await listRounds(q, communityId, meetingId), agendaItemId)

/** The same, for the many tablets that ask in one moment; it is the same for all of them. */
export const readMotionInHand = gatheredRead(findMotionInHand)
