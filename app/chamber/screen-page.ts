import { formatTime } from "~/law/civil-date"
import { barInWords, describeNeed } from "~/law/threshold"
import type { MotionView } from "./motions/agenda-view"
import { gistOf } from "./motions/gist"
import { type MotionTerms, motionKindNames } from "./motions/motion-terms"
import { nextStepAfter } from "./motions/next-step"
import type { RecommendationView } from "./motions/recommendation-view"
import { officeNames } from "./paper/office-names"
import type { OptionLine } from "./rounds/option-words"
import type { ListedCode, ResultView } from "./rounds/round-view"
import type { PublicRunning, ScreenView } from "./screen-view"
import type { QueuedSpeaker, SpeakerNow } from "./speaking/speaking-view"

type Item = { number?: string; title: string }
/** The motion as the wall shows it. */
type Shown = {
  /** 修正, 推选; empty of a plain matter. */
  kindName: string
  content: string
  terms: MotionTerms
  recommendations: RecommendationView[]
  options: { key: string; label: string }[] | null
  seats: number
}

export type ScreenNowView =
  | {
      kind: "waiting"
      item?: Item
      heading: string
      lines: string[]
      agenda: { ordinal: number; title: string }[]
      /** Whether the code to check in with stands large on the wall. */
      isGathering: boolean
    }
  | { kind: "speaking"; item: Item; speaker: SpeakerNow }
  | { kind: "item"; item: Item; manner: string; gist: { label: string; value: string }[] }
  | { kind: "discussing"; item: Item; motion: Shown; gist: { label: string; value: string }[] }
  | {
      kind: "voting"
      item: Item
      motion: Shown
      manner: string
      /** What everyone is asked to do now. */
      ask: string
      isByHands: boolean
      cast: number
      present: number
      round: Pick<PublicRunning, "lastCallAt" | "countdownUntil" | "votingEndedAt">
    }
  | { kind: "counting"; item: Item; motion: Shown; ask: string }
  | ShownResult

type ShownResult = {
  kind: "result"
  item: undefined
  motion: Shown
  passed: boolean
  outcome: string
  nextStep: string
  counts: { for: number; against: number; abstain: number; invalid: number }
  /** What each option came to, and what there is to say of all; null of 赞成, 反对, 弃权. */
  options: { lines: OptionLine[]; sentence: string } | null
  /** 无效, 回避, 未投 and the like: how many, never who. */
  others: { label: string; count: number }[]
  lights: {
    label: string
    count: number
    whole: number
    met: boolean
    /** 三分之二以上, 过半数. */
    bar: string
    need: string
    part: readonly [number, number]
  }[]
  law: string
  /** 计票：甲一、乙二; empty where only tablets counted. */
  countedBy: string
  /** 核验码 by choice; null of a round without. */
  codes: ListedCode[] | null
}

/** What the wall shows, as words and figures: never a name beside a choice, never a result before it is proclaimed. */
export function screenPageOf(view: ScreenView, now: Date) {
  const { entitled, present, quorum } = view.presences
  return {
    title: view.head.title,
    clock: { text: formatTime(now), at: now.getTime() },
    readAt: now,
    now: nowOf(view),
    queue: view.queue as QueuedSpeaker[],
    presence: { entitled, present, met: quorum ? quorum.met : null },
  }
}

function nowOf({ head, now, items }: ScreenView): ScreenNowView {
  const itemOf = (item: { ordinal: number; title: string }): Item => ({
    number: `第${item.ordinal}项`,
    title: item.title,
  })
  switch (now.kind) {
    case "speaking":
      return { kind: "speaking", item: itemOf(now.item), speaker: now.speaker }
    case "item":
      return {
        kind: "item",
        item: itemOf(now.item),
        manner: { report: "通报", consult: "听取意见", deliberate: "正在商议" }[now.item.handling],
        gist: gistOf(now.item.proposal),
      }
    case "discussing":
      return {
        kind: "discussing",
        item: itemOf(now.item),
        motion: shownOf(now.motion),
        // 做什么 is said by the motion itself.
        gist: gistOf(now.motion.proposal).slice(1),
      }
    case "voting":
      return {
        kind: "voting",
        item: itemOf(now.item),
        motion: shownOf(now.motion),
        manner: now.round.mannerName,
        ask: askOf(now.round, now.motion),
        isByHands: now.round.means === "hands",
        cast: now.round.cast,
        present: now.round.mayVote,
        round: now.round,
      }
    case "counting":
      return {
        kind: "counting",
        item: itemOf(now.item),
        motion: shownOf(now.motion),
        ask:
          now.unanswered > 0
            ? "有代表对计票提出异议，正在核对。"
            : "表决已经结束。对自己的票有疑问的，请现在提出；没有的，请等主持人公布结果。",
      }
    case "result":
      return now.round.result
        ? resultOf(now.motion, now.round.result, now.round.codes)
        : { kind: "counting", item: itemOf(now.item), motion: shownOf(now.motion), ask: "请等主持人公布结果。" }
    case "waiting":
      return {
        kind: "waiting",
        ...waitingWords(head),
        agenda: head.state === "closed" ? [] : items.map(({ ordinal, title }) => ({ ordinal, title })),
        isGathering: head.state === "convened" || head.state === "checkIn",
      }
  }
}

function askOf(
  { means, medium, votingEndedAt }: PublicRunning,
  { options, seats }: Pick<Shown, "options" | "seats">,
): string {
  if (means === "hands") return "请按主持人的口令举手：赞成的、反对的、弃权的。"
  if (votingEndedAt) return "已经停止投票，正在收票、读票。"
  const where = medium === "paper" ? "在纸票上" : medium === "mixed" ? "在平板或纸票上" : "在平板上"
  if (!options) return `请${where}选择。`
  return `请${where}${seats > 1 ? `选，最多${seats}项` : "选一项"}，也可以选均不同意或弃权。`
}

function waitingWords({ state, startsAt, venue, adjournReason }: ScreenView["head"]): {
  heading: string
  lines: string[]
} {
  const when = startsAt ? [`${formatTime(startsAt)}开会　${venue}`] : []
  if (state === "checkIn") return { heading: "请签到", lines: when }
  if (state === "inSession") return { heading: "会议进行中", lines: [] }
  if (state === "adjourned") return { heading: "现在休会", lines: adjournReason ? [adjournReason] : [] }
  if (state === "convened") return { heading: "会议即将开始", lines: when }
  if (state === "cancelled") return { heading: "会议已取消", lines: [] }
  return { heading: "会议已散会", lines: ["谢谢各位"] }
}

const shownOf = (motion: Omit<Shown, "kindName"> & { kind: keyof typeof motionKindNames }): Shown => ({
  kindName: motion.kind === "matter" ? "" : motionKindNames[motion.kind],
  content: motion.content,
  terms: motion.terms,
  recommendations: motion.recommendations,
  options: motion.options,
  seats: motion.seats,
})

function resultOf(motion: MotionView, result: ResultView, codes: ListedCode[] | null): ShownResult {
  return {
    kind: "result",
    item: undefined,
    motion: shownOf(motion),
    passed: result.outcome === "passed",
    outcome: result.outcomeName,
    nextStep: nextStepAfter(motion, result),
    counts: result.counts,
    options: result.optionLines && { lines: result.optionLines, sentence: result.sentence },
    others: result.others,
    lights: result.lights.slice(0, lightsAside(result)).map(({ label, count, whole, met, bar }) => ({
      label,
      count,
      whole,
      met,
      bar: barInWords(bar),
      need: describeNeed(whole, bar),
      part: bar.part,
    })),
    law: [...new Set(result.lights.map(light => light.article))].join("；"),
    countedBy: (result.countedBy ?? []).map(one => `${officeNames[one.office]}${one.name}`).join("　"),
    codes: codes && codes.length > 0 ? codes : null,
  }
}

/** The lights of options stand with their options: those before them are left, the quorum's. */
const lightsAside = ({ lights, options = [] }: ResultView): number => lights.length - options.length
