import { formatTime } from "~/law/civil-date"
import { barInWords, describeNeed } from "~/law/threshold"
import { gistOf } from "./motions/gist"
import type { MotionTerms } from "./motions/motion-terms"
import type { OptionLine } from "./rounds/option-words"
import type { ResultView } from "./rounds/round-view"
import type { ScreenView } from "./screen-view"

type Item = { number?: string; title: string }
/** The motion as the wall shows it. */
type Shown = {
  content: string
  terms: MotionTerms
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
  | { kind: "discussing"; item: Item; motion: Shown; gist: { label: string; value: string }[] }
  | { kind: "voting"; item: Item; motion: Shown; manner: string; cast: number; present: number }
  | { kind: "counting"; item: Item; motion: Shown }
  | {
      kind: "result"
      item: undefined
      motion: Shown
      passed: boolean
      outcome: string
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
    }

/** What the wall shows, as words and figures: never a name beside a choice, never a result before it is proclaimed. */
export function screenPageOf(view: ScreenView, now: Date) {
  const { entitled, present, quorum } = view.presences
  return {
    title: view.head.title,
    clock: { text: formatTime(now), at: now.getTime() },
    now: nowOf(view),
    presence: { entitled, present, met: quorum ? quorum.met : null },
  }
}

function nowOf({ head, now, items }: ScreenView): ScreenNowView {
  const itemOf = (item: { ordinal: number; title: string }): Item => ({
    number: `第${item.ordinal}项`,
    title: item.title,
  })
  switch (now.kind) {
    case "discussing":
      return {
        kind: "discussing",
        item: itemOf(now.item),
        motion: shownOf(now.motion),
        // 做什么 is said by the motion itself.
        gist: gistOf(now.motion.proposal).slice(1),
      }
    case "voting": {
      const { cast, present, recused, secret } = now.round
      return {
        kind: "voting",
        item: itemOf(now.item),
        motion: shownOf(now.motion),
        manner: secret ? "无记名" : "记名",
        cast,
        present: present - recused,
      }
    }
    case "counting":
      return { kind: "counting", item: itemOf(now.item), motion: shownOf(now.motion) }
    case "result":
      return now.round.result
        ? resultOf(shownOf(now.motion), now.round.result)
        : { kind: "counting", item: itemOf(now.item), motion: shownOf(now.motion) }
    case "waiting":
      return {
        kind: "waiting",
        ...waitingWords(head),
        agenda: head.state === "closed" ? [] : items.map(({ ordinal, title }) => ({ ordinal, title })),
        isGathering: head.state === "convened" || head.state === "checkIn",
      }
  }
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

const shownOf = ({ content, terms, options, seats }: Shown): Shown => ({ content, terms, options, seats })

function resultOf(motion: Shown, result: ResultView): ScreenNowView {
  return {
    kind: "result",
    item: undefined,
    motion,
    passed: result.outcome === "passed",
    outcome: result.outcomeName,
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
  }
}

/** The lights of options stand with their options: those before them are left, the quorum's. */
const lightsAside = ({ lights, options = [] }: ResultView): number => lights.length - options.length
