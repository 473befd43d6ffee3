import type { ConsoleView, RunningView } from "./console-view"
import type { ItemView, MotionView } from "./motions/agenda-view"
import type { OpeningView } from "./rounds/opening"

/** What the chair does next: always one thing. */
export type ConsoleStep =
  | { kind: "openCheckIn" | "start" | "resume" | "waitForMotion" | "end" | "minutes" | "nothing" }
  | { kind: "openRound"; motionId: string; version: number; opening: OpeningView }
  /** Back to the same item: what stands there is settled first, a motion or the rest of the talk. */
  | { kind: "goOn" | "nextItem"; agendaItemId: string }
  | RoundStep
export type RoundStep = {
  kind:
    | "endVoting"
    | "countPapers"
    | "countHands"
    | "closeRound"
    | "castingVote"
    | "answerChallenge"
    | "proclaim"
    | "annulLost"
  roundId: string
}

const isVoted = (item: ItemView) =>
  item.motions.some(motion => motion.rounds.some(round => round.state === "proclaimed" && !round.isSetAside))
/** Only what is deliberated is voted on; what is told or talked over is done when the chair goes on. */
const isDecided = (item: ItemView) => item.handling !== "deliberate" || isVoted(item)

/** The item the console shows: that of the round under way or just proclaimed, else the item in hand. */
export function itemOnConsole(view: ConsoleView): ItemView | undefined {
  const motionId = motionOfRound(view)
  return (
    (motionId && view.items.find(item => item.motions.some(motion => motion.motionId === motionId))) ||
    view.items.find(item => item.agendaItemId === view.itemInHandId) ||
    view.items[0]
  )
}

/** The motion in hand: that of the round under way or on show, else the first that may still be voted on, else the last put. */
export function motionOnConsole(view: ConsoleView, item: ItemView | undefined): MotionView | undefined {
  const motionId = motionOfRound(view)
  const standing = item?.motions.filter(motion => motion.standing === "standing")
  return (
    item?.motions.find(motion => motion.motionId === motionId) ??
    standing?.find(motion => isOpenable(view, motion)) ??
    standing?.find(motion => isStillToVote(motion)) ??
    standing?.at(-1)
  )
}

function motionOfRound({ openRound, closedRound, shownRoundId, items }: ConsoleView): string | undefined {
  if (openRound ?? closedRound) return (openRound ?? closedRound)?.motionId
  const motions = items.flatMap(item => item.motions)
  return motions.find(motion => motion.rounds.some(round => round.roundId === shownRoundId))?.motionId
}

/** In one manner at least: an election is secret only, some rules let nothing be voted on by name. */
const isOpenable = ({ opening }: ConsoleView, { motionId }: MotionView): boolean => {
  const may = opening[motionId]
  return may !== undefined && (may.named === null || may.secret === null || may.hands === null)
}
const isStillToVote = ({ rounds }: MotionView) =>
  !rounds.some(round => round.state === "proclaimed" && !round.isSetAside)

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
  const { openRound, closedRound } = view
  if (openRound) return { kind: stepOfOpen(openRound), roundId: openRound.roundId }
  if (closedRound) {
    const isAsked = closedRound.challenges.some(one => !one.answer)
    const kind = closedRound.awaitsCasting ? "castingVote" : isAsked ? "answerChallenge" : "proclaim"
    return { kind, roundId: closedRound.roundId }
  }
  const another = item?.motions.find(one => one.standing === "standing" && isOpenable(view, one))
  // The result stands until the chair goes on: then the next motion of the item takes its place.
  if (view.shownRoundId && item && another) return { kind: "goOn", agendaItemId: item.agendaItemId }
  const opening = motion && view.opening[motion.motionId]
  if (motion && opening && !view.shownRoundId && (isOpenable(view, motion) || isStillToVote(motion)))
    return { kind: "openRound", motionId: motion.motionId, version: motion.version, opening }
  return stepAfter(view, item)
}

/** Papers and hands are counted before the vote is closed; tablets count themselves. */
function stepOfOpen({ keyIsLost, means, medium, paper, votingEndedAt }: RunningView): RoundStep["kind"] {
  if (keyIsLost) return "annulLost"
  if (means === "hands") return paper?.isReady ? "closeRound" : "countHands"
  if (medium !== "paper" && !paper?.issued) return "closeRound"
  if (!votingEndedAt) return "endVoting"
  return paper?.isReady ? "closeRound" : "countPapers"
}

function stepAfter(view: ConsoleView, item: ItemView | undefined): ConsoleStep {
  const after = view.items.find(other => other.ordinal > (item?.ordinal ?? 0) && (!view.votes || !isVoted(other)))
  if (view.votes && item && !isDecided(item)) return { kind: "waitForMotion" }
  // Where nothing is voted on no motion will come: the chair goes from item to item.
  const left = view.votes ? view.items.find(other => other !== item && !isDecided(other)) : undefined
  const next = after ?? left
  return next ? { kind: "nextItem", agendaItemId: next.agendaItemId } : { kind: "end" }
}
