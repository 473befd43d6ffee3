import type { Reader } from "#db/client"
import type { FrozenRoll, RoundResult, RoundState } from "#db/schema/chamber-rounds"
import { countRecusedHere } from "~/chamber/attendance/attendance"
import type { Meeting } from "~/convening/store"
import { choiceNames } from "~/law/tally"
import { describeLight } from "~/law/threshold"
import { type BallotForm, ballotWords, noneName } from "./ballot-marks"
import { type OptionLine, optionLinesOf, optionsOutcomeName, optionsOutcomeSentence } from "./option-words"
import { countSilent } from "./round-results"
import { countRoll, listNamedBallots, type Round } from "./round-store"

export const roundStateNames: Record<RoundState, string> = {
  open: "表决中",
  closed: "已结束，待公布",
  proclaimed: "已公布",
  annulled: "已作废",
}

export const outcomeNames: Record<RoundResult["outcome"], string> = {
  passed: "通过",
  notPassed: "未通过",
  cannotBeCounted: "无法计算",
}

/** A round as pages show it. Of an open round it carries no result: nobody sees a choice before closing. */
export type RoundView = {
  roundId: string
  motionId: string
  ordinal: number
  secret: boolean
  state: RoundState
  stateName: string
  openedAt: Date
  closedAt: Date | null
  proclaimedAt: Date | null
  annulReason: string
  result: ResultView | null
}

export type ResultView = RoundResult & {
  outcomeName: string
  lightWords: string[]
  /** Of a motion with options: each of them, and what it came to in one sentence. */
  optionLines: OptionLine[] | null
  sentence: string
  /** What stands beside the choices, so that every ballot and everyone present is in one of them. */
  others: { label: string; count: number }[]
}

/** Each light in one line, for paper and for those who cannot see colours. */
function wordsOf(result: RoundResult): string[] {
  const lines = optionLinesOf(result)?.map(line => `${line.label}：${line.words}`)
  const asked = lines?.length ?? 1
  const quorum = result.lights.slice(0, -asked).map(light => describeLight(light, { count: "实到", whole: "应到" }))
  const agreement = result.lights.slice(-asked).map(light => describeLight(light, { count: "赞成", whole: "基数" }))
  return [...quorum, ...(lines ?? agreement)]
}

function othersOf(result: RoundResult): { label: string; count: number }[] {
  const { counts, none = 0, recused = [] } = result
  const always = result.options
    ? [
        { label: noneName, count: none },
        { label: choiceNames.abstain, count: counts.abstain },
      ]
    : []
  const sometimes = [
    { label: "无效", count: counts.invalid },
    { label: "回避", count: recused.length },
    { label: "未投", count: countSilent(result) },
  ]
  return [...always, ...sometimes.filter(other => other.count > 0)]
}

export const viewResult = (result: RoundResult): ResultView => ({
  ...result,
  outcomeName: result.options ? optionsOutcomeName(result) : outcomeNames[result.outcome],
  lightWords: wordsOf(result),
  optionLines: optionLinesOf(result),
  sentence: result.options ? `${optionsOutcomeSentence(result)}。` : "",
  others: othersOf(result),
})

export function viewRound(round: Round): RoundView {
  const result = round.state === "open" ? null : round.result
  return {
    roundId: round.id,
    motionId: round.motionId,
    ordinal: round.ordinal,
    secret: round.secret,
    state: round.state,
    stateName: roundStateNames[round.state],
    openedAt: round.openedAt,
    closedAt: round.closedAt,
    proclaimedAt: round.proclaimedAt,
    annulReason: round.annulReason,
    result: result && viewResult(result),
  }
}

/** The round that is open: how many voted, never what; of those present, how many must not vote. */
export type OpenRoundView = RoundView & { cast: number; present: number; recused: number }

export const viewOpenRound = async (q: Reader, round: Round, present: number): Promise<OpenRoundView> => ({
  ...viewRound(round),
  cast: await countRoll(q, round.communityId, round.id),
  present,
  recused: await countRecusedHere(q, round.communityId, round.meetingId, round.motionId),
})

/** What the hall is about now: the open round, the one being counted, or the last proclaimed. */
export function currentRound(rounds: readonly Round[]): Round | undefined {
  const going = rounds.find(round => round.state === "open") ?? rounds.find(round => round.state === "closed")
  if (going) return going
  // One is opened only when the one before is proclaimed, so ids keep their order, whatever the clock did meanwhile.
  const proclaimed = rounds.filter(round => round.state === "proclaimed")
  return proclaimed.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0]
}

export type NamedChoice = { participantId: string; name: string; choice: string; choiceName: string }

/** How each one voted, of a named round once it is closed; null of a secret round, or before. */
export async function readNamedChoices(
  q: Reader,
  meeting: Pick<Meeting, "communityId">,
  round: Round,
  form: BallotForm,
): Promise<NamedChoice[] | null> {
  if (round.secret || round.state === "open" || !round.roll) return null
  const byParticipant = new Map(
    (await listNamedBallots(q, meeting.communityId, round.id)).map(one => [one.participantId, one.choice]),
  )
  return (round.roll as FrozenRoll).flatMap(({ participantId, name }) => {
    const choice = byParticipant.get(participantId)
    return choice ? [{ participantId, name, choice, choiceName: ballotWords(form, choice) }] : []
  })
}
