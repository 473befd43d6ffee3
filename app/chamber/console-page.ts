import { canRecuse } from "~/chamber/motions/rules"
import { formatTime } from "~/law/civil-date"
import type { Refusal } from "~/law/result"
import { describeNeed } from "~/law/threshold"
import { type ConsoleStep, itemInHand, motionInHand, nextStep } from "./console-step"
import { gistOf } from "./motions/gist"
import { stanceNames } from "./speaking/speeches"
import type { ConsoleView } from "./views"

type Speak = (refusal: Refusal) => string

/** What the console shows, as words and figures. */
export function consolePageOf(view: ConsoleView, asked: string | null, now: Date, speak: Speak) {
  const item = itemInHand(view, asked)
  const motion = motionInHand(view, item)
  const step = nextStep(view, item, motion)
  const { entitled, present, excused, absent, left, observersPresent, quorum } = view.presences
  return {
    head: {
      id: view.head.id,
      title: view.head.title,
      state: view.head.state,
      stateName: view.head.stateName,
      adjournReason: view.head.adjournReason,
    },
    clock: { text: formatTime(now), at: now.getTime() },
    presence: [
      { label: "应到", count: entitled },
      { label: "实到", count: present },
      { label: "请假", count: excused },
      { label: "未到", count: absent },
      ...(left > 0 ? [{ label: "离会", count: left }] : []),
      { label: "列席", count: observersPresent },
    ],
    quorum: quorum && { met: quorum.met, words: `${present} / ${entitled}，${describeNeed(entitled, quorum.bar)}` },
    agenda: view.items.map(one => ({
      agendaItemId: one.agendaItemId,
      ordinal: one.ordinal,
      title: one.title,
      note: noteOf(one),
      state: one === item ? ("now" as const) : noteOf(one) === "已议决" ? ("done" as const) : ("todo" as const),
    })),
    item: item && {
      agendaItemId: item.agendaItemId,
      ordinal: item.ordinal,
      title: item.title,
      handling: item.handling,
      gist: gistOf(item.proposal),
    },
    motion: motion && {
      content: motion.content,
      ordinal: motion.ordinal,
      motionId: motion.motionId,
      terms: motion.terms,
      options: motion.options,
      seats: motion.seats,
      recused: motion.recused.map(one => one.name),
      /** Whether someone may still be barred from voting on it. */
      mayRecuse: canRecuse(view.head.state, motion.rounds).ok,
      gist: gistOf(motion.proposal),
    },
    awaited: view.awaited.map(lineOf),
    open: view.openRound && {
      roundId: view.openRound.roundId,
      secret: view.openRound.secret,
      cast: view.openRound.cast,
      present: view.openRound.present - view.openRound.recused,
      openedAt: formatTime(view.openRound.openedAt),
      keyIsLost: view.openRound.keyIsLost,
      recusedNames: view.openRound.recusedNames,
      notVoted: view.openRound.notVoted.map(lineOf),
    },
    closed: view.closedRound && {
      roundId: view.closedRound.roundId,
      secret: view.closedRound.secret,
      result: view.closedRound.result,
      awaitsCasting: view.closedRound.awaitsCasting,
    },
    proclaimed: motion?.rounds.findLast(round => round.state === "proclaimed")?.result ?? null,
    speeches: view.speeches
      .filter(speech => speech.agendaItemId === item?.agendaItemId)
      .slice(-6)
      .map(speech => ({ key: speech.id, name: speech.name, stance: stanceNames[speech.stance], gist: speech.gist })),
    step,
    hindrance: hindranceOf(view, step, speak),
    secretMinimum: view.secretMinimum,
    votes: view.votes,
    mayRecord: view.mayRecord,
    mayEnd: view.moves.close === null && (view.head.state === "inSession" || view.head.state === "adjourned"),
  }
}

export type ConsolePage = ReturnType<typeof consolePageOf>

const lineOf = (one: ConsoleView["awaited"][number]) => ({
  key: one.participantId,
  name: one.name,
  as: one.capacityName,
})

function noteOf(item: ConsoleView["items"][number]): string {
  if (item.motions.some(motion => motion.rounds.some(round => round.state === "open"))) return "表决中"
  if (item.motions.some(motion => motion.rounds.some(round => round.state === "closed"))) return "待公布"
  if (item.motions.some(motion => motion.rounds.some(round => round.state === "proclaimed"))) return "已议决"
  if (item.handling === "report") return "通报"
  return item.handling === "consult" ? "听取意见" : `${item.minutes}分钟`
}

/** Why the next step would be refused now; the button stays, and pressing it says the same. */
function hindranceOf(view: ConsoleView, step: ConsoleStep, speak: Speak): string | null {
  const refusal =
    step.kind === "start" || step.kind === "resume"
      ? view.moves.start
      : step.kind === "openRound"
        ? (view.opening[step.motionId]?.named ?? null)
        : null
  return refusal && speak(refusal)
}
