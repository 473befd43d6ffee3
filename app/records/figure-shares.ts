import { type Bar, barInWords, meets } from "~/law/threshold"
import { plainFigures, readNumber } from "./figure-reading"

/** Whose share it is: of those who came, of those for, of those against. */
export type ShareSubject = "present" | "for" | "against"

/** 10 of 12 came, 7 of 10 were for: numerator and denominator as they were recorded. */
export type RecordedShare = { subject: ShareSubject; numerator: number; denominator: number }

export type TypedShare = {
  subject: ShareSubject
  part: readonly [numerator: number, denominator: number]
  /** 超过三分之二, 三分之二以上, 三分之二. */
  manner: "over" | "atLeast" | "plain"
  /** Digits behind the point of a percentage; null of a fraction. */
  decimals: number | null
  /** It says what had to be reached, and not only what was. */
  isDemand: boolean
  typed: string
  at: number
}

const chinese = "[零一二三四五六七八九十百千万]"
const share = new RegExp(
  [
    `(?<pre>超过|过|不少于|不低于|高于|达)?(?:(?<den>${chinese}{1,4})分之(?<num>${chinese}{1,6}(?:点[零一二三四五六七八九]{1,4})?)`,
    "(?<!\\d)(?<top>\\d{1,4})/(?<bottom>\\d{1,4})(?!\\d)",
    "(?<!\\d)(?<percent>\\d{1,3}(?:\\.\\d{1,4})?)%)(?<post>以上|多数)?",
  ].join("|"),
  "g",
)
const half = /(?<over>超过半数|过半数?|超半数)|半数以上/g
/** A share of votes or heads of the meeting, not of costs or of owners to be asked another day. */
const counted = /人数|票|率|代表|与会|到会|应到|实到|全体成员|法定人数|表决|通过|比例/
const others = /业主|住户|户|产权|面积|费用|资金|造价|分担|承担|补贴|预算|长度|总长|工程量/
const demand = /要求|应当|须|需|必须|法定|规定|达到|不少于|不低于/

/** Every share of votes or attendance that stands in a sentence. */
export function findShares(sentence: string): TypedShare[] {
  const plain = plainFigures(sentence)
  const fractions = [...plain.matchAll(share)].flatMap(match => {
    const { pre, den, num, top, bottom, percent, post } = match.groups ?? {}
    const read = readPart({ den, num, top, bottom, percent })
    if (!read) return []
    const manner =
      pre === "超过" || pre === "过" || pre === "高于" ? "over" : post || pre?.startsWith("不") ? "atLeast" : "plain"
    return [{ ...read, manner: manner as TypedShare["manner"], match }]
  })
  const halves = [...plain.matchAll(half)].map(match => ({
    part: [1, 2] as const,
    decimals: null,
    manner: (match.groups?.over ? "over" : "atLeast") as TypedShare["manner"],
    match,
  }))
  return [...fractions, ...halves].flatMap(({ part, decimals, manner, match }) => {
    const clause = clauseAround(plain, match.index, match[0].length)
    if (!counted.test(clause) || others.test(clause)) return []
    const subject = subjectOf(clause)
    if (!subject) return []
    const typed = sentence.slice(match.index, match.index + match[0].length)
    return [{ subject, part, decimals, manner, isDemand: demand.test(clause), typed, at: match.index }]
  })
}

type Groups = Partial<Record<"den" | "num" | "top" | "bottom" | "percent", string>>

function readPart({ den, num, top, bottom, percent }: Groups): Pick<TypedShare, "part" | "decimals"> | null {
  if (percent !== undefined) return percentage(percent)
  if (top !== undefined) return Number(bottom) > 0 ? { part: [Number(top), Number(bottom)], decimals: null } : null
  if (den === undefined || num === undefined) return null
  const [whole = "", behind] = num.split("点")
  const value = readNumber(whole)
  if (value === null) return null
  if (den === "百") {
    const digits = [...(behind ?? "")].map(one => "零一二三四五六七八九".indexOf(one)).join("")
    return percentage(digits ? `${value}.${digits}` : String(value))
  }
  const denominator = readNumber(den)
  return denominator === null || denominator === 0 ? null : { part: [value, denominator], decimals: null }
}

function percentage(text: string): Pick<TypedShare, "part" | "decimals"> {
  const [whole = "0", behind = ""] = text.split(".")
  return { part: [Number(whole + behind), 100 * 10 ** behind.length], decimals: behind.length }
}

function clauseAround(text: string, at: number, length: number): string {
  const from = Math.max(...["，", "。", "；", "\n", ","].map(mark => text.lastIndexOf(mark, at - 1))) + 1
  const ends = ["，", "。", "；", "\n", ","].map(mark => text.indexOf(mark, at + length)).filter(end => end >= 0)
  return text.slice(from, Math.min(text.length, ...ends))
}

function subjectOf(clause: string): ShareSubject | null {
  if (/反对|不同意|不赞成/.test(clause)) return "against"
  if (/赞成|同意|支持|通过/.test(clause)) return "for"
  return /应到|实到|到会|出席|与会|法定人数|到场/.test(clause) ? "present" : null
}

/** What the record says instead, in words; null where the share is the frozen bar, is exact, or is truly exceeded. */
export function sharesContradict(
  typed: TypedShare,
  recorded: readonly RecordedShare[],
  bars: readonly Bar[],
): string | null {
  if (bars.some(bar => isBar(typed, bar))) return null
  const own = recorded.filter(one => one.subject === typed.subject && one.denominator > 0)
  if (own.some(one => isExactly(typed, one))) return null
  const isTrue = own.some(one => holds(typed, one))
  if (typed.isDemand && bars.length > 0) return `要求是${[...new Set(bars.map(barInWords))].join("或")}`
  if (own.length === 0 || isTrue) return null
  const said = own.filter((one, at) => own.findIndex(other => same(other, one)) === at)
  return said.map(({ numerator, denominator }) => `${denominator}人中${numerator}人`).join("或")
}

const same = (one: RecordedShare, other: RecordedShare) =>
  one.numerator === other.numerator && one.denominator === other.denominator

/** 以上 takes in the number itself and 超过 does not: one is not the other. */
function isBar({ part: [top, bottom], manner }: TypedShare, bar: Bar): boolean {
  const [numerator, denominator] = bar.part
  if (top * denominator !== numerator * bottom) return false
  return manner === "plain" || (manner === "over") === (bar.over === true)
}

function isExactly({ part: [top, bottom], decimals, manner }: TypedShare, one: RecordedShare): boolean {
  if (manner !== "plain") return false
  if (decimals === null) return top * one.denominator === one.numerator * bottom
  // 83.3% of 10 in 12: rounded or cut off behind its last digit.
  const scaled = (one.numerator * bottom) / one.denominator
  return Math.round(scaled) === top || Math.floor(scaled) === top
}

function holds({ part, manner }: TypedShare, { numerator, denominator }: RecordedShare): boolean {
  if (manner === "plain") return false
  return meets(numerator, denominator, manner === "over" ? { part, over: true } : { part })
}
