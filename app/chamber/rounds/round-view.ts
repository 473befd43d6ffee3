import type { Reader } from "#db/client"
import type { FrozenRoll, Publicity, RoundMeans, RoundMedium, RoundResult, RoundState } from "#db/schema/chamber-rounds"
import { countRecusedHere } from "~/chamber/attendance/attendance"
import type { Meeting } from "~/convening/store"
import { choiceNames } from "~/law/tally"
import { describeLight } from "~/law/threshold"
import { type BallotForm, ballotWords, noneName } from "./ballot-marks"
import { listNamedBallots, listOpenedBallots, listRoll } from "./ballot-store"
import { listCorrections } from "./correction-store"
import { type CorrectionView, viewCorrection } from "./correction-words"
import { type OptionLine, optionLinesOf, optionsOutcomeName, optionsOutcomeSentence } from "./option-words"
import { countSilent } from "./round-results"
import { countRoll, type ListedRound, type Round } from "./round-store"

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

export const publicityNames: Record<Publicity, string> = {
  secret: "无记名",
  recorded: "记名，不写进会议记录",
  open: "记名",
}

/** How a round is held, in one word: 举手, 无记名, 记名. */
export const mannerName = ({ means, publicity }: Pick<Round, "means" | "publicity">): string =>
  means === "hands" ? "举手" : publicityNames[publicity]

/** One line of the list in which voters find the code they kept. */
export type ListedCode = { code: string; choiceName: string }

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
  means: RoundMeans
  publicity: Publicity
  /** 记名, 无记名, 举手. */
  publicityName: string
  medium: RoundMedium
  hasCodes: boolean
  lastCallAt: Date | null
  countdownUntil: Date | null
  /** 停止投票: from then on no ballot is taken. */
  votingEndedAt: Date | null
  /** Signed corrections, in the order drawn up. */
  corrections: CorrectionView[]
  /** A signed correction left the motion to a new round: this result no longer holds. */
  isSetAside: boolean
  /** 核验码, sorted by choice and then by code; null before the result is proclaimed, and of a round without codes. */
  codes: ListedCode[] | null
}

/** Without the balance of the papers: whether all of it may be told, the rule of the meeting says (`toldPapers`). */
export type ResultView = Omit<RoundResult, "paper"> & {
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

export const viewResult = ({ paper: _, ...result }: RoundResult): ResultView => ({
  ...result,
  outcomeName: result.options ? optionsOutcomeName(result) : outcomeNames[result.outcome],
  lightWords: wordsOf(result),
  optionLines: optionLinesOf(result),
  sentence: result.options ? `${optionsOutcomeSentence(result)}。` : "",
  others: othersOf(result),
})

/** What of a round is kept beside its row. */
type Beside = { corrections?: CorrectionView[]; codes?: ListedCode[] | null; isSetAside?: boolean }

/** The row alone, without its corrections and codes: `viewRounds` reads those too. */
export function viewRound(round: Round, beside: Beside = {}): RoundView {
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
    means: round.means,
    publicity: round.publicity,
    publicityName: mannerName(round),
    medium: round.medium,
    hasCodes: round.hasCodes,
    lastCallAt: round.lastCallAt,
    countdownUntil: round.countdownUntil,
    votingEndedAt: round.votingEndedAt,
    corrections: beside.corrections ?? [],
    isSetAside: beside.isSetAside ?? false,
    codes: beside.codes ?? null,
  }
}

/** The rounds of one meeting with their signed corrections, and their codes where they have been proclaimed. */
export async function viewRounds(
  q: Reader,
  rounds: readonly ListedRound[],
  formOf: (motionId: string) => BallotForm | undefined,
): Promise<RoundView[]> {
  const [first] = rounds
  if (!first) return []
  const signed = (await listCorrections(q, first.communityId, first.meetingId)).filter(one => one.signedAt !== null)
  const views: RoundView[] = []
  for (const round of rounds) {
    const form = formOf(round.motionId)
    views.push(
      viewRound(round, {
        corrections: signed.filter(one => one.roundId === round.id).map(viewCorrection),
        codes: form ? await readCodes(q, round, form) : null,
        isSetAside: round.isSetAside,
      }),
    )
  }
  return views
}

/** The list of codes of a proclaimed round; null where there is none. */
export async function readCodes(q: Reader, round: Round, form: BallotForm): Promise<ListedCode[] | null> {
  if (!round.hasCodes || round.state !== "proclaimed") return null
  const opened = await listOpenedBallots(q, round.communityId, round.id)
  return opened.map(({ code, choice }) => ({ code, choiceName: ballotWords(form, choice) }))
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

export type NamedChoice = {
  participantId: string
  name: string
  /** As it counts. */
  choice: string
  choiceName: string
  /** How often it was changed before closing. */
  changes: number
  /** Who handed it in as proxy; empty of one's own. */
  castByName: string
  /** Who pressed the buttons for the voter; empty where nobody did. */
  helperName: string
}

/** atCount: chair, recorder and desk. record: whoever reads the record of the meeting. */
export type ChoiceReader = "atCount" | "record"

const mayReadChoices = ({ publicity }: Pick<Round, "publicity">, reader: ChoiceReader): boolean =>
  publicity === "open" || (publicity === "recorded" && reader === "atCount")

/**
 * How each one voted, of a named round once it is closed; null of a secret round, of a show of hands, before, and for
 * whom the round's publicity shuts out.
 */
export async function readNamedChoices(
  q: Reader,
  meeting: Pick<Meeting, "communityId">,
  round: Round,
  form: BallotForm,
  reader: ChoiceReader,
): Promise<NamedChoice[] | null> {
  if (round.secret || round.means === "hands" || round.state === "open" || !round.roll) return null
  if (!mayReadChoices(round, reader)) return null
  const ballots = new Map(
    (await listNamedBallots(q, meeting.communityId, round.id)).map(one => [one.participantId, one]),
  )
  const entries = new Map((await listRoll(q, meeting.communityId, round.id)).map(one => [one.participantId, one]))
  const roll = round.roll as FrozenRoll
  const nameOf = (participantId: string | null | undefined) =>
    roll.find(row => row.participantId === participantId)?.name ?? ""
  return roll.flatMap(({ participantId, name }) => {
    const ballot = ballots.get(participantId)
    if (!ballot) return []
    const { choice, changes } = ballot
    const entry = entries.get(participantId)
    return [
      {
        participantId,
        name,
        choice,
        choiceName: ballotWords(form, choice),
        changes,
        castByName: nameOf(entry?.castById),
        helperName: entry?.helperName ?? "",
      },
    ]
  })
}
