import type { RecordMotion, RecordRound } from "#templates/record"
import type { NamedVote } from "#templates/vote-facts"
import type { RecordedRound as ChamberRound, RecordedMotion as MotionInChamber } from "~/chamber/meeting-record"
import { motionKindNames, termsInWords } from "~/chamber/motions/motion-terms"
import type { ChallengeView } from "~/chamber/rounds/challenge-view"
import { capacityTitle } from "~/convening/people-order"
import { inChinese } from "~/law/chinese-numbers"
import { formatTime } from "~/law/civil-date"
import { sortByStrokes } from "~/law/names"
import { bareSentence, dissentInWords, endSentence } from "./drafting"
import type { FullRecord } from "./record-reading"
import type { RecordedMotion, RecordedParticipant, RecordedRound } from "./recorded-meeting"
import {
  correctionsInWords,
  countingInWords,
  methodName,
  optionVotes,
  outcomeSentence,
  shortTitle,
  voteFigures,
  voteLights,
} from "./vote-facts"

/** One motion as the full record tells it: every wording, every round, every word against it. */
export function recordMotion(full: FullRecord, motion: RecordedMotion, itemTitle: string): RecordMotion {
  const seen = full.chamber.items.flatMap(item => item.motions).find(one => one.motionId === motion.id)
  const rounds = motion.rounds.filter(round => round.state !== "open")
  return {
    title: titleOf(motion, seen, itemTitle),
    before: seen ? [putInWords(seen), ...wordings(motion, seen), ...beforeTheVote(seen)] : [motion.content],
    rounds: rounds.map(round => recordRound(full, motion, round, seen)),
    after: [...standingInWords(motion), ...motion.dissents.map(one => `不同意见：${dissentInWords(one)}`)],
  }
}

/** 第2件（修正第1件）：… */
function titleOf(motion: RecordedMotion, seen: MotionInChamber | undefined, itemTitle: string): string {
  const kind = seen?.amends ? `（修正第${seen.amends.ordinal}件）` : motion.kind === "election" ? "（推选）" : ""
  return `第${motion.ordinal}件${kind}：${shortTitle(motion.content) ?? itemTitle}`
}

function putInWords({ kind, moverName, putAt }: MotionInChamber): string {
  return `${moverName ? `${moverName}提出` : "提出"}${motionKindNames[kind]}（${formatTime(putAt)}）。`
}

/** 方案及修改: the text that stands, or every text it had where it was changed. */
function wordings(motion: RecordedMotion, { versions }: MotionInChamber): string[] {
  if (versions.length < 2) return [endSentence(motion.content) + termsInWords(motion)]
  return versions.map((version, at) => {
    const by = [
      formatTime(version.at),
      version.amendmentOrdinal === null
        ? at === 0
          ? ""
          : `${version.byName}改`
        : `按第${version.amendmentOrdinal}件修正`,
    ]
    const terms = termsInWords({ ...version, returnOn: motion.returnOn, escalateTo: motion.escalateTo })
    return `第${inChinese(at + 1)}稿（${by.filter(Boolean).join("，")}）：${endSentence(version.content)}${terms}`
  })
}

const beforeTheVote = ({ recommendations, recused }: MotionInChamber): string[] => [
  ...recommendations.map(({ body, stanceName, reason }) => endSentence(`${body}${stanceName}：${reason}`)),
  ...recused.map(({ name, reason }) =>
    endSentence(`${name}回避，不参加表决${reason ? `：${bareSentence(reason)}` : ""}`),
  ),
]

function standingInWords({ standing, standingReason, rounds, kind }: RecordedMotion): string[] {
  const why = standingReason ? `：${bareSentence(standingReason)}` : ""
  if (standing === "withdrawn") return [`由提出人撤回${why}。`]
  if (standing === "adopted") return [`经同意采纳，不经表决${why}。`]
  return rounds.length === 0 ? [`本件没有${kind === "election" ? "推选" : "表决"}。`] : []
}

function recordRound(
  full: FullRecord,
  motion: RecordedMotion,
  round: RecordedRound,
  seen: MotionInChamber | undefined,
): RecordRound {
  const { rule, participants } = full.recorded
  const { result } = round
  const isAnnulled = round.state === "annulled"
  // A count nobody was told is nobody's to read here either: of a round that waits for it, or was annulled before.
  const told = round.state === "proclaimed" ? result : null
  const choices = seen?.rounds.find(one => one.roundId === round.id)?.choices ?? null
  const corrections = correctionsInWords(round)
  return {
    heading: motion.rounds.length > 1 ? `第${inChinese(round.ordinal)}轮表决` : "",
    method: `${hoursOf(round)}采用${methodName(round)}方式${told ? "，结果如下：" : "。"}`,
    text: told ? countingInWords(round, rule) : "",
    figures: told ? voteFigures(told) : [],
    ...(told ? optionVotes(told, rule) : {}),
    lights: told ? voteLights(told, rule) : [],
    outcome: isAnnulled
      ? `本轮已作废${round.annulReason ? `，原因：${bareSentence(round.annulReason)}` : ""}。`
      : round.state === "closed"
        ? "本轮结果没有公布。"
        : `${outcomeSentence(round)}${round.proclaimedAt ? `${formatTime(round.proclaimedAt)}公布结果。` : ""}`,
    namedVotes: round.state === "proclaimed" ? namedVotes(choices, participants) : [],
    remarks: [...(full.challenges.get(round.id) ?? []).map(challengeInWords), ...(corrections ? [corrections] : [])],
  }
}

/** 15:10至15:20， — empty where it was never closed. */
const hoursOf = ({ openedAt, closedAt, annulledAt }: RecordedRound): string => {
  const end = closedAt ?? annulledAt
  return end ? `${formatTime(openedAt)}至${formatTime(end)}，` : `${formatTime(openedAt)}，`
}

/** 以姓氏笔画为序; only what the round's publicity lets stand in the record: the chamber has decided that. */
const namedVotes = (choices: ChamberRound["choices"], participants: RecordedParticipant[]): NamedVote[] =>
  sortByStrokes(choices ?? [], one => one.name).map(({ participantId, name, choiceName, castByName, helperName }) => {
    const who = participants.find(one => one.id === participantId)
    const how = castByName ? `（${castByName}代投）` : helperName ? "（代操作）" : ""
    return { name, delegation: who ? capacityTitle(who.capacity) : "", choice: choiceName + how }
  })

function challengeInWords({ name, groundName, raisedAt, answer }: ChallengeView): string {
  const raised = `${formatTime(raisedAt)}，${name}对计票提出异议：${groundName}。`
  return answer
    ? `${raised}${formatTime(answer.at)}，${answer.by}答复：${endSentence(answer.words)}`
    : `${raised}没有答复。`
}
