import { areaInWords } from "~/law/areas"
import type { Bar } from "~/law/threshold"
import { type KnownDecision, notVoted, unanimityContradictions } from "./figure-decisions"
import { isElsewhere } from "./figure-elsewhere"
import { type FigureKind, findFigures, plainFigures, readNumber, type TypedFigure } from "./figure-reading"
import { findShares, type RecordedShare, type ShareSubject, sharesContradict } from "./figure-shares"

/**
 * What was recorded of one agenda item, or of the whole meeting: what a person words may say it in any words, and must not
 * say another figure. Pure.
 */
export type KnownFigures = {
  /** Whether anything was voted on here. */
  hasVotes: boolean
  /** Every number that was recorded of its kind, of any round. */
  counts: Partial<Record<FigureKind, number[]>>
  /** How many spoke for and against it: 3人反对 may be said of them, 3票反对 may not. */
  opinions: { for: number[]; against: number[] }
  shares: RecordedShare[]
  /** 达到三分之二以上: what had to be reached, as it was frozen. */
  bars: Record<"present" | "for", Bar[]>
  /** What each option of a vote on options got; 均不同意 too. */
  options: { label: string; votes: number }[]
  /** 赞成面积 and the like, in cm², where areas were counted. */
  areas: number[]
  /** What was voted on, with who was not of one mind with the others. */
  decisions: KnownDecision[]
  /** Sentences that were recorded word for word, such as what somebody said: a quotation is not the paper's own figure. */
  sources: string[]
}

/** A figure of the wording and what stands in the record in its place. */
export type Contradiction = { typed: string; recorded: string }

export const figureNames: Record<FigureKind, string> = {
  for: "赞成",
  against: "反对",
  abstain: "弃权",
  invalid: "无效",
  silent: "未投",
  recused: "回避",
  cast: "投票",
  issued: "发出",
  valid: "有效",
  present: "实到",
  attending: "出席",
  entitled: "应到",
  excused: "请假",
  absent: "缺席",
  observers: "列席",
}

const ofVotes: readonly FigureKind[] = ["for", "against", "abstain", "invalid", "silent", "cast", "issued", "valid"]

/** The first figure of a text that contradicts the record; null where none does. */
export function contradictionIn(text: string, known: KnownFigures): Contradiction | null {
  return contradictionsIn(text, known)[0] ?? null
}

/** Every figure of a text that contradicts the record, in its order. */
export function contradictionsIn(text: string, known: KnownFigures): Contradiction[] {
  const sources = known.sources.flatMap(sentencesOf).map(bare).filter(Boolean)
  return sentencesOf(text).flatMap((sentence, at, all) => {
    const isOwn = (place: number) => !isElsewhere(sentence, place) && !isQuoted(sentence, place, sources)
    return [
      ...findFigures(sentence)
        .filter(figure => isOwn(figure.at))
        .flatMap(figure => countContradiction(figure, known)),
      ...findShares(sentence)
        .filter(share => isOwn(share.at))
        .flatMap(share => {
          const wrong = sharesContradict(share, known.shares, barsFor(known, share.subject))
          return wrong ? [{ typed: share.typed, recorded: wrong }] : []
        }),
      ...areaContradictions(sentence, known, isOwn),
      ...optionContradictions(sentence, known, isOwn),
      ...unanimityContradictions(sentence, all.slice(0, at).join(""), known.decisions, isOwn),
    ]
  })
}

const barsFor = ({ bars }: KnownFigures, subject: ShareSubject): Bar[] =>
  subject === "present" ? bars.present : bars.for

const sentencesOf = (text: string): string[] => text.split(/(?<=[。！？；;\n])/).filter(one => one.trim() !== "")
const bare = (text: string): string =>
  plainFigures(text)
    .trim()
    .replace(/[。！？；;]$/, "")

/** Shorter ones are quoted only alone: 20人同意 may stand in any sentence. */
const shortestQuotation = 8

/** Whether a figure stands within a whole sentence somebody said or the record made: it is theirs, not the paper's own. */
function isQuoted(sentence: string, at: number, sources: readonly string[]): boolean {
  const plain = plainFigures(sentence)
  return sources.some(source => {
    if (source.length < shortestQuotation) return source === bare(sentence)
    const from = plain.indexOf(source)
    return from >= 0 && from <= at && at < from + source.length
  })
}

function countContradiction(figure: TypedFigure, known: KnownFigures): Contradiction[] {
  const { kind, value, unit, isPart, typed } = figure
  const recorded = known.counts[kind] ?? []
  if (recorded.includes(value)) return []
  if (unit !== "票" && (kind === "for" || kind === "against") && known.opinions[kind].includes(value)) return []
  if (ofVotes.includes(kind) && !known.hasVotes)
    // Heads may have been counted without a vote; ballots may not.
    return unit === "人" ? [] : [{ typed, recorded: notVoted }]
  if (recorded.length === 0) return []
  if (isPart && value <= Math.max(...recorded)) return []
  return [{ typed, recorded: `${figureNames[kind]}${[...new Set(recorded)].join("或")}` }]
}

const votedArea =
  /(?:赞成|同意|反对|弃权|参加|参与|投票|表决)[^，。；\d]{0,8}面积[^，。；\d]{0,4}(\d[\d,]*)(?:\.(\d{1,2}))?\s*(?:平方米|㎡|m²)/g

/** Areas of votes, to the last digit there is; of paving and planting nothing is known. */
function areaContradictions(sentence: string, { areas }: KnownFigures, isOwn: IsOwn): Contradiction[] {
  if (areas.length === 0) return []
  return [...plainFigures(sentence).matchAll(votedArea)].flatMap(match => {
    const [, metres = "", behind = ""] = match
    const typed = Number(metres.replaceAll(",", "") + behind.padEnd(2, "0")) * 100
    if (areas.includes(typed) || !isOwn(match.index)) return []
    const said = sentence.slice(match.index, match.index + match[0].length)
    return [{ typed: said, recorded: [...new Set(areas)].map(areaInWords).join("或") }]
  })
}

/** Whether what stands there is said of this vote, by the paper itself. */
type IsOwn = (at: number) => boolean

/** 5栋空地得12票, 均不同意2票: each option by its own name. */
function optionContradictions(sentence: string, { options }: KnownFigures, isOwn: IsOwn): Contradiction[] {
  const plain = plainFigures(sentence)
  return options.flatMap(({ label, votes }) => {
    const escaped = plainFigures(label).replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
    const pattern = new RegExp(
      `${escaped}[”"』」》]?(?:获得|获|得到|得票|得|共)?(?:票数)?[：:]?\\s*([0-9]{1,6}|[零〇一二两三四五六七八九十百千万]{1,9})\\s*票`,
      "g",
    )
    return [...plain.matchAll(pattern)].flatMap(match => {
      const value = readNumber(match[1]!)
      const same = options.filter(one => one.label === label).map(one => one.votes)
      return value === null || same.includes(value) || !isOwn(match.index)
        ? []
        : [{ typed: sentence.slice(match.index, match.index + match[0].length), recorded: `“${label}”${votes}票` }]
    })
  })
}
