import { formatTime } from "~/law/civil-date"
import { lapseWords, sideWords, stanceNames, stanceOrder } from "./rules"
import type { SpeakingDeskView } from "./speaking-desk"
import type { SpokenTurn } from "./speaking-view"

/** What 发言台 shows, as words and figures. */
export function speakingPageOf(view: SpeakingDeskView) {
  const { speaking } = view
  const spokenTimes = new Map(speaking?.ofMotion.people.map(one => [one.participantId, one.times]))
  return {
    title: view.head.title,
    stateName: view.head.stateName,
    isInSession: view.head.state === "inSession",
    item: view.item,
    speaking,
    people: view.people.map(person => ({
      value: person.participantId,
      label: `${person.name}（${person.standing === "observer" ? "列席" : person.capacityName}）${timesWords(spokenTimes.get(person.participantId) ?? 0)}`,
    })),
    says: [
      ...stanceOrder.map(stance => ({ value: stance, label: stanceNames[stance] })),
      { value: "pointOfOrder", label: sideWords("pointOfOrder", "neutral") },
    ],
    spoken: (speaking?.spoken ?? []).toReversed().map(turn => ({
      requestId: turn.requestId,
      name: turn.name,
      as: turn.capacityName,
      stanceName: turn.stanceName,
      at: formatTime(turn.beganAt),
      lasted: `${lapseWords(turn.seconds)}${turn.overSeconds > 0 ? `，超${lapseWords(turn.overSeconds)}` : ""}`,
      /** The last turn of who may not ask again: there the chair may give one more. */
      mayGrant:
        view.mayGrant &&
        turn.kind === "speech" &&
        turn.isOnMotionInHand &&
        (spokenTimes.get(turn.participantId) ?? 0) >= (speaking?.limit.times ?? 0) &&
        speaking?.spoken.findLast(isSameSpeaker(turn)) === turn &&
        !speaking?.queue.some(one => one.participantId === turn.participantId && one.kind === "speech"),
      mayTakeDown: view.mayRecord && !turn.hasGist,
    })),
    silent: view.silent,
    owed: view.owed.filter(turn => !turn.isSpeaking).length,
    mayRecord: view.mayRecord,
  }
}

export type SpeakingPage = ReturnType<typeof speakingPageOf>

const isSameSpeaker = (turn: SpokenTurn) => (one: SpokenTurn) =>
  one.participantId === turn.participantId && one.kind === "speech" && one.isOnMotionInHand

const timesWords = (times: number) => (times === 0 ? "" : `，已发言${times}次`)
