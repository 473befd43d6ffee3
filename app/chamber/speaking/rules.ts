import type { RequestState, Stance } from "#db/schema/chamber-speaking"
import { done, type Result, refuse } from "~/law/result"

export const stanceNames: Record<Stance, string> = {
  support: "赞成",
  oppose: "不赞成",
  conditional: "有条件赞成",
  neutral: "只说情况",
}

/** The order of buttons and choices. */
export const stanceOrder: readonly Stance[] = ["support", "conditional", "oppose", "neutral"]

export type SpeakingKind = "speech" | "pointOfOrder"

/** What is said of someone in the queue or at the clock: a point of order takes no side. */
export const sideWords = (kind: SpeakingKind, stance: Stance): string =>
  kind === "pointOfOrder" ? "程序问题" : stanceNames[stance]

/** What one button of the stances asks for; a point of order takes no side. */
export const wishOf = (say: Stance | "pointOfOrder"): { stance: Stance; kind: SpeakingKind } =>
  say === "pointOfOrder" ? { stance: "neutral", kind: "pointOfOrder" } : { stance: say, kind: "speech" }

/** 正反: who agrees under a condition speaks for; who only tells facts for neither. */
const sideOf = (stance: Stance): "for" | "against" | null =>
  stance === "neutral" ? null : stance === "oppose" ? "against" : "for"

export type Asked = {
  requestId: string
  participantId: string
  kind: SpeakingKind
  stance: Stance
  /** Milliseconds; equal ones stay in the order given. */
  requestedAt: number
}

/** A turn that was begun on this motion, the present one among them, in the order of speaking. */
export type Said = Pick<Asked, "participantId" | "kind" | "stance">

/**
 * Who is called next: points of order before everything; then who has spoken least on this motion, so that nobody who spoke
 * goes before someone who has not; among those for and against in turn, beginning with the side that did not speak last;
 * then the order of asking. Who only tells facts speaks where he asked and leaves the turn of the sides as it is.
 */
export function orderQueue<T extends Asked>(asked: readonly T[], said: readonly Said[]): T[] {
  const inOrder = asked.toSorted((a, b) => a.requestedAt - b.requestedAt)
  const speeches = said.filter(one => one.kind === "speech")
  const timesOf = ({ participantId }: T) => speeches.filter(one => one.participantId === participantId).length
  const waiting = inOrder.filter(one => one.kind === "speech")
  const ranks = [...new Set(waiting.map(timesOf))].toSorted((a, b) => a - b)
  let last = speeches.map(one => sideOf(one.stance)).findLast(side => side !== null) ?? null
  const ordered = inOrder.filter(one => one.kind === "pointOfOrder")
  for (const rank of ranks) {
    const left = waiting.filter(one => timesOf(one) === rank)
    while (left.length > 0) {
      const next = pickNext(left, last)
      ordered.push(next)
      left.splice(left.indexOf(next), 1)
      last = sideOf(next.stance) ?? last
    }
  }
  return ordered
}

/** Of those who asked, in their order: while the other side waits, the first who is not of the side that spoke last. */
function pickNext<T extends Asked>(left: readonly T[], last: "for" | "against" | null): T {
  const other = last === "for" ? "against" : "for"
  const isOthersTurn = last !== null && left.some(one => sideOf(one.stance) === other)
  return left.find(one => !isOthersTurn || sideOf(one.stance) !== last)!
}

export type TurnEvent = { kind: "begun" | "paused" | "resumed" | "ended"; at: Date }

export type Clock = {
  beganAt: Date
  endedAt: Date | null
  isPaused: boolean
  spokenMs: number
  /** Below zero when the time is up; null where nothing limits it. */
  remainingMs: number | null
}

/**
 * 计时, reckoned from what was stored, in its order. A turn put back into the queue begins anew: only what follows the last
 * beginning counts. Null while nothing was begun.
 */
export function clockOf(events: readonly TurnEvent[], limitSeconds: number | null, now: Date): Clock | null {
  const begin = events.findLastIndex(event => event.kind === "begun")
  const first = events[begin]
  if (!first) return null
  let spokenMs = 0
  let since: Date | null = first.at
  let endedAt: Date | null = null
  for (const event of events.slice(begin + 1)) {
    if (endedAt) break
    if (event.kind === "resumed") since ??= event.at
    else {
      spokenMs += since ? lapse(since, event.at) : 0
      since = null
      if (event.kind === "ended") endedAt = event.at
    }
  }
  if (since) spokenMs += lapse(since, now)
  const remainingMs = limitSeconds === null ? null : limitSeconds * 1000 - spokenMs
  return { beganAt: first.at, endedAt, isPaused: !since && !endedAt, spokenMs, remainingMs }
}

/** A server's clock set back in between takes nothing away. */
const lapse = (from: Date, to: Date) => Math.max(0, to.getTime() - from.getTime())

export type SpeechLimit = { minutes: number; times: number }

/**
 * 程序问题 says what is against the rules and no more. The rules of debate limit every word (每次限时, handbook/domain §1.i) and
 * name no figure for it: a minute, so that who was interrupted soon goes on.
 */
const pointOfOrderMinutes = 1

/** Seconds of one turn. A point of order counts against no number of times, and has its own, shorter time. */
export const limitSecondsOf = (kind: SpeakingKind, limit: SpeechLimit): number =>
  60 * (kind === "pointOfOrder" ? Math.min(pointOfOrderMinutes, limit.minutes) : limit.minutes)

/** 不打断 has one exception: a point of order interrupts a speech, and nothing interrupts a point of order. */
export const mayInterrupt = (kind: SpeakingKind, speaking: SpeakingKind): boolean =>
  kind === "pointOfOrder" && speaking === "speech"

type Standing = { kind: SpeakingKind; isHere: boolean }

/** Of those who wait, in the order of calling: who may be called while somebody speaks. */
export const whoInterrupts = <T extends Standing>(
  speaking: { kind: SpeakingKind } | null,
  queue: readonly T[],
): T | undefined => (speaking ? queue.find(one => one.isHere && mayInterrupt(one.kind, speaking.kind)) : undefined)

/** That the time of whoever is interrupted is not lost. */
export const afterwardsWords = (name: string): string => `处理完，${name}接着说`

type OwnRequest = { kind: SpeakingKind; state: RequestState; motionId: string | null }

/** How many speeches of one person on one motion count: those begun, and the one that waits. */
export const countTimes = (own: readonly OwnRequest[], motionId: string | null): number =>
  own.filter(one => one.kind === "speech" && one.state !== "withdrawn" && one.motionId === motionId).length

/**
 * Whether someone may enter the queue; `own` is everything this person asked for on the item. Times are counted for the
 * motion in hand, and where none stands (null) among what was said while none stood.
 * Refusals: already_in_queue, speech_limit_reached { times, ofMotion }.
 */
export function canAsk(
  own: readonly OwnRequest[],
  wish: { kind: SpeakingKind; motionId: string | null; beyondLimit: boolean },
  { times }: SpeechLimit,
): Result<null> {
  if (own.some(one => one.kind === wish.kind && one.state === "waiting")) return refuse("already_in_queue")
  if (wish.kind === "pointOfOrder" || wish.beyondLimit) return done(null)
  return countTimes(own, wish.motionId) >= times
    ? refuse("speech_limit_reached", { times, ofMotion: wish.motionId !== null })
    : done(null)
}

/** 本件 of the motion in hand, 本项 where none stands: what the times are counted for. */
const matterWords = (motionOrdinal: number | null): string => (motionOrdinal === null ? "本项" : "本件")

type Nth = { motionOrdinal: number | null; nth: number; mostTimes: number }

/** 本件第1次，最多2次. */
export const nthWords = ({ motionOrdinal, nth, mostTimes }: Nth): string =>
  `${matterWords(motionOrdinal)}第${nth}次，${nth > mostTimes ? "由主持人再给" : `最多${mostTimes}次`}`

/** 3:00, 12:05: minutes and full seconds. */
export function formatLapse(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`
}

/** 3分05秒, for lists and minutes. */
export function lapseWords(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole}秒`
  return whole % 60 === 0 ? `${whole / 60}分` : `${Math.floor(whole / 60)}分${String(whole % 60).padStart(2, "0")}秒`
}

/** The last seconds of which the clock speaks. */
export const warningSeconds = 30

export type Reading = {
  /** left: time remains · soon: the last seconds · over: the time is up. */
  phase: "left" | "soon" | "over"
  /** What remains, or what was overrun: by phase. */
  digits: string
  /** How much of the limit is left, 0 to 1. */
  share: number
}

/** What a clock face shows. Begun seconds of what remains count whole, so that it starts at its limit. */
export function readFace(spokenMs: number, limitSeconds: number): Reading {
  const left = limitSeconds * 1000 - spokenMs
  if (left <= 0) return { phase: "over", digits: formatLapse(-left / 1000), share: 0 }
  const seconds = Math.ceil(left / 1000)
  const phase = seconds <= warningSeconds ? "soon" : "left"
  return { phase, digits: formatLapse(seconds), share: limitSeconds === 0 ? 0 : left / (limitSeconds * 1000) }
}
