import { canRecuse } from "~/chamber/motions/rules"
import { formatTime } from "~/law/civil-date"
import type { Refusal } from "~/law/result"
import { describeNeed } from "~/law/threshold"
import { type ConsoleStep, itemOnConsole, motionOnConsole, nextStep } from "./console-step"
import type { ConsoleView } from "./console-view"
import type { ItemView, MotionView } from "./motions/agenda-view"
import { gistOf } from "./motions/gist"
import { motionKindNames } from "./motions/motion-terms"
import { nextStepAfter } from "./motions/next-step"

type Speak = (refusal: Refusal) => string

/** What the console shows, as words and figures. */
export function consolePageOf(view: ConsoleView, now: Date, speak: Speak) {
  const item = itemOnConsole(view)
  const motion = motionOnConsole(view, item)
  const step = nextStep(view, item, motion)
  const { head, openRound, closedRound } = view
  const isFree = head.state === "inSession" && !openRound && !closedRound
  return {
    head: {
      id: head.id,
      title: head.title,
      state: head.state,
      stateName: head.stateName,
      adjournReason: head.adjournReason,
    },
    clock: { text: formatTime(now), at: now.getTime() },
    readAt: now,
    ...presenceOf(view),
    agenda: view.items.map(one => ({
      agendaItemId: one.agendaItemId,
      ordinal: one.ordinal,
      title: one.title,
      note: noteOf(one),
      state: one === item ? ("now" as const) : noteOf(one) === "已议决" ? ("done" as const) : ("todo" as const),
    })),
    /** Whether the chair may go to another item now. */
    mayMove: isFree,
    /** The item before, to go back to. */
    back: (isFree && view.items.findLast(one => one.ordinal < (item?.ordinal ?? 0))?.agendaItemId) || null,
    item: item && {
      agendaItemId: item.agendaItemId,
      ordinal: item.ordinal,
      title: item.title,
      handling: item.handling,
      minutes: item.minutes,
      gist: gistOf(item.proposal),
    },
    motion: motion && motionOf(motion, item),
    awaited: view.awaited.map(one => ({ key: one.participantId, name: one.name, as: one.capacityName })),
    open: openRound,
    closed: closedRound && {
      roundId: closedRound.roundId,
      manner: closedRound.publicityName,
      secret: closedRound.secret,
      result: closedRound.result,
      awaitsCasting: closedRound.awaitsCasting,
      challenges: closedRound.challenges,
      roll: closedRound.roll,
    },
    shown: shownOf(view, motion),
    speaking: view.speaking,
    step,
    manners: step.kind === "openRound" ? mannersOf(step.opening, speak) : null,
    hindrance: hindranceOf(view, step, speak),
    votes: view.votes,
    mayRecord: view.mayRecord,
    mayEnd: view.moves.close === null && (head.state === "inSession" || head.state === "adjourned"),
  }
}

export type ConsolePage = ReturnType<typeof consolePageOf>

function presenceOf({ presences }: ConsoleView) {
  const { entitled, present, excused, absent, left, stoodFor, observersPresent, quorum } = presences
  return {
    presence: [
      { label: "应到", count: entitled },
      { label: "实到", count: present },
      ...(stoodFor > 0 ? [{ label: "委托", count: stoodFor }] : []),
      { label: "请假", count: excused },
      { label: "未到", count: absent },
      ...(left > 0 ? [{ label: "离会", count: left }] : []),
      { label: "列席", count: observersPresent },
    ],
    quorum: quorum && { met: quorum.met, words: `${present} / ${entitled}，${describeNeed(entitled, quorum.bar)}` },
  }
}

const motionOf = (motion: MotionView, item: ItemView | undefined) => ({
  motionId: motion.motionId,
  /** 修正, 推选, and which of several; empty of the only matter of its item. */
  name: [
    motion.kind === "matter" ? "" : motionKindNames[motion.kind],
    (item?.motions.length ?? 0) > 1 ? `第${motion.ordinal}件` : "",
    motion.rounds.length > 1 ? `第${motion.rounds.length}轮` : "",
  ]
    .filter(Boolean)
    .join("　"),
  content: motion.content,
  moverName: motion.moverName,
  terms: motion.terms,
  recommendations: motion.recommendations,
  options: motion.options,
  seats: motion.seats,
  recused: motion.recused.map(one => one.name),
  /** Whether someone may still be barred from voting on it. */
  mayRecuse: canRecuse("inSession", motion.rounds).ok,
  gist: gistOf(motion.proposal),
})

/** The result that stands before the hall, and what it means for what comes next. */
function shownOf({ shownRoundId }: ConsoleView, motion: MotionView | undefined) {
  const round = motion?.rounds.findLast(one =>
    shownRoundId ? one.roundId === shownRoundId : one.state === "proclaimed" && !one.isSetAside,
  )
  if (!round?.result || !motion) return null
  return { roundId: round.roundId, result: round.result, nextStep: nextStepAfter(motion, round.result) }
}

export const mannerNames = { named: "记名", secret: "无记名", hands: "举手" } as const
export type Manner = keyof typeof mannerNames

/** How a vote may be held here and now, and why not otherwise where the chair may wonder. */
function mannersOf(opening: Extract<ConsoleStep, { kind: "openRound" }>["opening"], speak: Speak) {
  const all = ["named", "secret", "hands"] as const
  const free = all.filter(manner => opening[manner] === null)
  return {
    // Where nothing may be chosen the button says why, whichever is pressed.
    choices: free.length > 0 ? free : all.slice(0, 1),
    whyNotSecret: free.length > 0 && opening.secret ? speak(opening.secret) : "",
    publicities: opening.publicities,
    mayHaveCodes: opening.mayHaveCodes,
  }
}

function noteOf(item: ItemView): string {
  const states = item.motions.flatMap(motion => motion.rounds.filter(round => !round.isSetAside))
  if (states.some(round => round.state === "open")) return "表决中"
  if (states.some(round => round.state === "closed")) return "待公布"
  if (states.some(round => round.state === "proclaimed")) return "已议决"
  if (item.handling === "report") return "通报"
  return item.handling === "consult" ? "听取意见" : `${item.minutes}分钟`
}

/** Why the next step would be refused now; the button stays, and pressing it says the same. */
function hindranceOf(view: ConsoleView, step: ConsoleStep, speak: Speak): string | null {
  if (step.kind === "start" || step.kind === "resume") return view.moves.start && speak(view.moves.start)
  if (step.kind !== "openRound") return null
  const { named, secret, hands } = step.opening
  const refusal = named && secret && hands
  return refusal && speak(refusal)
}
