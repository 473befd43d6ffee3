import { formatTime } from "~/law/civil-date"
import type { Refusal } from "~/law/result"
import type { MotionTerms } from "./motions/motion-terms"
import type { OptionLine } from "./rounds/option-words"
import type { Principal, SeatHolder } from "./seat-place"
import type { SeatView } from "./seat-views"

/** What the tablet says, as plain words and figures. */
export type SeatNowView = {
  heading: string
  lines: string[]
  /** The motion being voted on or decided; null while waiting. */
  motion: { content: string; terms: MotionTerms } | null
  agenda: { ordinal: number; title: string }[]
  result: {
    passed: boolean
    outcome: string
    counts: { for: number; against: number; abstain: number }
    /** Of a motion with options: what each came to, instead of the three counts. */
    options: { lines: OptionLine[]; sentence: string } | null
    others: { label: string; count: number }[]
    lights: string[]
  } | null
  isReceived: boolean
}

/** The one sentence a screen reader announces when it changes: what happened, and of which motion. */
export const announcementOf = ({ heading, motion }: SeatNowView): string =>
  motion ? `${heading}。${motion.content}` : heading

/** What can be pressed on the round that is shown, besides voting. */
export type SeatRound = {
  roundId: string
  secret: boolean
  principals: Principal[]
  mayChange: boolean
  mayChallenge: boolean
  /** For whom this seat may challenge the count in their place. */
  mayChallengeFor: { participantId: string; name: string }[]
}

export type SeatPageView = {
  title: string
  me: SeatHolder
  now: SeatNowView
  item: SeatView["itemInHand"]
  speaking: SeatView["speaking"]
  round: SeatRound | null
}

/** `sentenceOf` says why a tablet does not vote. */
export function seatViewOf(view: SeatView, sentenceOf: (why: Refusal) => string = () => notVoting): SeatPageView {
  const { head, me, now, itemInHand, speaking } = view
  const isGoingOn = head.state === "inSession" && me.presence !== "left"
  return {
    title: head.title,
    me,
    now: nowOf(view, sentenceOf),
    item: head.state === "inSession" || head.state === "adjourned" ? itemInHand : null,
    speaking: isGoingOn ? speaking : null,
    round: isGoingOn ? roundOf(now) : null,
  }
}

function roundOf(now: SeatView["now"]): SeatRound | null {
  if (now.kind !== "voted" && now.kind !== "counting") return null
  const { roundId, secret } = now
  return now.kind === "voted"
    ? {
        roundId,
        secret,
        principals: now.principals,
        mayChange: now.mayChange,
        mayChallenge: false,
        mayChallengeFor: [],
      }
    : {
        roundId,
        secret,
        principals: [],
        mayChange: false,
        mayChallenge: now.mayChallenge,
        mayChallengeFor: now.mayChallengeFor,
      }
}

const notVoting = "您现在不能投票，请到签到台看看签到。"

function nowOf({ now, me, head, agenda }: SeatView, sentenceOf: (why: Refusal) => string): SeatNowView {
  const nothing = { motion: null, agenda: [], result: null, isReceived: false, lines: [] }
  if (me.presence === "left") return { ...nothing, heading: "您已登记离会", lines: ["回到会场时，请按“我回来了”。"] }
  if (head.state === "closed" || head.state === "minuted" || head.state === "archived")
    return { ...nothing, ...waitingWords(head) }
  switch (now.kind) {
    case "waiting":
      return { ...nothing, ...waitingWords(head), agenda }
    case "vote":
    case "watching":
      return {
        ...nothing,
        heading: "正在表决",
        lines: [
          me.standing === "observer"
            ? "您是列席人员，不参加这次表决。"
            : now.kind === "watching"
              ? sentenceOf(now.why)
              : notVoting,
        ],
        motion: now.matter.motion,
      }
    case "recused":
      return {
        ...nothing,
        heading: "您对这一项须回避，不参加表决",
        lines: ["您仍然计入到会人数。表决结束后请看大屏。有疑问请问主持人或记录人。"],
        motion: now.matter.motion,
      }
    case "voted":
      return {
        ...nothing,
        heading: "已收到您的一票",
        lines: ["请看大屏。主持人结束表决后，大屏公布结果。", "您不用再操作。"],
        isReceived: true,
      }
    case "counting":
      return { ...nothing, heading: "表决已结束", lines: challengeLines(now.challenge), motion: now.matter.motion }
    case "result":
      return { ...nothing, ...resultOf(now), motion: now.matter.motion }
  }
}

function challengeLines(challenge: { groundName: string; answer: string | null } | null): string[] {
  if (!challenge) return ["请等主持人公布结果。"]
  const { groundName, answer } = challenge
  return answer === null
    ? [`您提出了异议：${groundName}。主持人答复以后才公布结果。`]
    : [`您提出的异议：${groundName}。`, `答复：${answer}`]
}

function waitingWords({ state, startsAt, adjournReason }: SeatView["head"]): { heading: string; lines: string[] } {
  if (state === "inSession") return { heading: "会议进行中", lines: ["开始表决时，本页会自己变成表决页。"] }
  if (state === "adjourned") return { heading: "现在休会", lines: adjournReason ? [`原因：${adjournReason}`] : [] }
  if (state === "checkIn" || state === "convened")
    return { heading: "您已签到，请入座", lines: startsAt ? [`${formatTime(startsAt)}开会。`] : [] }
  if (state === "cancelled") return { heading: "会议已取消", lines: ["有疑问请联系社区。"] }
  return { heading: "会议已散会", lines: ["谢谢您参加。纪要会印出来张贴。"] }
}

function resultOf(now: Extract<SeatView["now"], { kind: "result" }>): Pick<SeatNowView, "heading" | "result"> {
  const { result } = now.round
  if (!result) return { heading: "结果已公布", result: null }
  return {
    heading: `表决结果：${result.outcomeName}`,
    result: {
      passed: result.outcome === "passed",
      outcome: result.outcomeName,
      counts: result.counts,
      options: result.optionLines && {
        lines: result.optionLines,
        sentence: result.sentence,
      },
      others: result.others,
      lights: result.optionLines ? [] : result.lightWords,
    },
  }
}
