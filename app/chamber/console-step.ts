import type { ItemView, MotionView } from "./motions/agenda-view"
import type { ConsoleView } from "./views"

/** What the chair does next: always one thing. */
export type ConsoleStep =
  | { kind: "openCheckIn" | "start" | "resume" | "waitForMotion" | "end" | "minutes" | "nothing" }
  | { kind: "openRound"; motionId: string; version: number; maySecret: boolean }
  | { kind: "closeRound" | "castingVote" | "proclaim" | "annulLost"; roundId: string }
  | { kind: "nextItem"; agendaItemId: string }

const isVoted = (item: ItemView) =>
  item.motions.some(motion => motion.rounds.some(round => round.state === "proclaimed"))
/** Only what is deliberated is voted on; what is told or talked over is done when the chair goes on. */
const isDecided = (item: ItemView) => item.handling !== "deliberate" || isVoted(item)

/** Nothing was said or put yet: the meeting is at its first item, a report too. */
const isAtBeginning = ({ speeches, items }: ConsoleView) =>
  speeches.length === 0 && items.every(item => item.motions.length === 0)

/** The item the console shows: that of the round under way, the one asked for, or the first that is not decided. */
export function itemInHand(view: ConsoleView, asked: string | null): ItemView | undefined {
  const motionId = view.openRound?.motionId ?? view.closedRound?.motionId
  return (
    (motionId && view.items.find(item => item.motions.some(motion => motion.motionId === motionId))) ||
    view.items.find(item => item.agendaItemId === asked) ||
    (isAtBeginning(view) || !view.votes ? view.items[0] : view.items.find(item => !isDecided(item))) ||
    view.items.at(-1)
  )
}

/** The motion in hand: that of the round under way, else the first one that may be voted on, else the last put. */
export function motionInHand(view: ConsoleView, item: ItemView | undefined): MotionView | undefined {
  const motionId = view.openRound?.motionId ?? view.closedRound?.motionId
  return (
    item?.motions.find(motion => motion.motionId === motionId) ??
    item?.motions.find(motion => view.opening[motion.motionId]?.named === null) ??
    item?.motions.at(-1)
  )
}

export function nextStep(view: ConsoleView, item: ItemView | undefined, motion: MotionView | undefined): ConsoleStep {
  switch (view.head.state) {
    case "convened":
      return { kind: "openCheckIn" }
    case "checkIn":
      return { kind: "start" }
    case "adjourned":
      return { kind: "resume" }
    case "inSession":
      return stepInSession(view, item, motion)
    case "closed":
    case "minuted":
    case "archived":
      return { kind: "minutes" }
    default:
      return { kind: "nothing" }
  }
}

function stepInSession(view: ConsoleView, item: ItemView | undefined, motion: MotionView | undefined): ConsoleStep {
  if (view.openRound)
    return { kind: view.openRound.keyIsLost ? "annulLost" : "closeRound", roundId: view.openRound.roundId }
  if (view.closedRound)
    return { kind: view.closedRound.awaitsCasting ? "castingVote" : "proclaim", roundId: view.closedRound.roundId }
  const opening = motion && view.opening[motion.motionId]
  const isStillToVote = motion && !motion.rounds.some(round => round.state === "proclaimed")
  if (motion && opening && (opening.named === null || isStillToVote))
    return {
      kind: "openRound",
      motionId: motion.motionId,
      version: motion.version,
      maySecret: opening.secret === null,
    }
  // Where nothing is voted on no motion will come: the chair goes from item to item.
  if (!view.votes) {
    const after = view.items.find(other => other.ordinal > (item?.ordinal ?? 0))
    return after ? { kind: "nextItem", agendaItemId: after.agendaItemId } : { kind: "end" }
  }
  if (item && !isDecided(item)) return { kind: "waitForMotion" }
  const next =
    view.items.find(other => other.ordinal > (item?.ordinal ?? 0) && !isVoted(other)) ??
    view.items.find(other => other.agendaItemId !== item?.agendaItemId && !isDecided(other))
  return next ? { kind: "nextItem", agendaItemId: next.agendaItemId } : { kind: "end" }
}
