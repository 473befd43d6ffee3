import { isRealDate } from "./civil-date"
import type { Span } from "./masking-text"

export type FoundNumber = Span & { kind: "phone" | "identity" }

/** Between the groups of a number people write spaces, dashes, dots, brackets: three of them at most. */
const between = "[ \\t\\u00a0\\u2000-\\u200a\\u3000\\-‐‑‒–—―−~·•._/()（）+*#]{0,3}"
const chains = new RegExp(`\\d(?:${between}\\d)*`, "g")
const latinNumber = /(?<![A-Za-z0-9])[A-Za-z]{1,2}\d{7,10}(?![A-Za-z0-9])/g

type Group = Span & { digits: string }

/**
 * Phones, identity numbers and bank cards in a folded text, however their digits are grouped. `ownDigits` are numbers of
 * the office, which stay. Dates, years, amounts and the numbers of papers are no phones.
 */
export function findNumbers(text: string, ownDigits: readonly string[]): FoundNumber[] {
  const found: FoundNumber[] = [...text.matchAll(latinNumber)].map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
    kind: "identity",
  }))
  found.push(...scan(text, ownDigits).filter(one => !overlaps(one, found)))
  const rest = chineseDigitsAsPlain(text, found)
  return rest === text ? found : [...found, ...scan(rest, ownDigits).filter(one => !overlaps(one, found))]
}

const overlaps = (one: Span, others: readonly Span[]) =>
  others.some(other => one.from < other.to && other.from < one.to)

const chineseDigits: Record<string, string> = Object.fromEntries([
  ..."〇零○0,一壹幺1,二贰两2,三叁3,四肆4,五伍5,六陆6,七柒7,八捌8,九玖9"
    .split(",")
    .flatMap(row => [...row.slice(0, -1)].map(one => [one, row.at(-1)!])),
])
const spokenNumbers = new RegExp(
  `[0-9${Object.keys(chineseDigits).join("")}](?:[ \\-—]?[0-9${Object.keys(chineseDigits).join("")}]){6,}`,
  "g",
)

/** 一三九〇〇〇〇一二三四 as digits, where so many stand together that they are no count; what is found already is left. */
const chineseDigitsAsPlain = (text: string, found: readonly Span[]): string =>
  text.replace(spokenNumbers, (run: string, at: number) =>
    overlaps({ from: at, to: at + run.length }, found)
      ? run
      : run.replace(/[^0-9 \-—]/g, digit => chineseDigits[digit] ?? digit),
  )

function scan(text: string, ownDigits: readonly string[]): FoundNumber[] {
  const found: FoundNumber[] = []
  for (const { index, 0: chain } of text.matchAll(chains)) {
    const groups = [...chain.matchAll(/\d+/g)].map(group => ({
      digits: group[0],
      from: index + group.index,
      to: index + group.index + group[0].length,
    }))
    for (let first = 0; first < groups.length; ) {
      const one = longestNumber(text, groups, first, ownDigits)
      if (one?.found) found.push(one.found)
      first = one ? one.next : first + 1
    }
  }
  return found
}

/** The longest number that begins with this group; without `found` it is one that stays. */
function longestNumber(text: string, groups: readonly Group[], first: number, ownDigits: readonly string[]) {
  for (let last = groups.length - 1; last >= first; last -= 1) {
    const joined = groups.slice(first, last + 1)
    const digits = joined.map(group => group.digits).join("")
    if (digits.length > 24) continue
    const [from, to] = [joined[0]!.from, joined.at(-1)!.to]
    if (isOwn(digits, ownDigits)) return { found: null, next: last + 1 }
    const isDated = last > first && joined.some((_, at) => isDateAt(joined, at))
    const checkLetter = digits.length === 17 ? (/^[ \-—]?[Xx](?![A-Za-z])/.exec(text.slice(to))?.[0] ?? "") : ""
    const kind = kindOf(text, joined, digits + checkLetter.trim(), isDated)
    if (kind) return { found: widened(text, { from, to: to + checkLetter.length, kind }), next: last + 1 }
  }
  return null
}

const isOwn = (digits: string, ownDigits: readonly string[]) =>
  digits.length >= 7 && ownDigits.some(own => own === digits || (digits.length < own.length && own.endsWith(digits)))

/** 2026-10-08 written as three groups. */
function isDateAt(groups: readonly Group[], at: number): boolean {
  const [year, month, day] = groups.slice(at, at + 3)
  if (!year || !month || !day || !/^(19|20)\d\d$/.test(year.digits)) return false
  return isRealDate([year.digits, month.digits.padStart(2, "0"), day.digits.padStart(2, "0")].join("-"))
}

function kindOf(text: string, groups: readonly Group[], number: string, isDated: boolean): FoundNumber["kind"] | null {
  if (isIdentityNumber(number)) return "identity"
  if (isDated) return null
  if (/^(00)?(86)?0?1[3-9]\d{9}$/.test(number) || /^0[1-9]\d{8,10}$/.test(number)) return "phone"
  if (/^[48]00\d{7}$/.test(number)) return "phone"
  if (/^[3-9]\d{15,18}$/.test(number)) return "identity"
  const [from, to] = [groups[0]!.from, groups.at(-1)!.to]
  const before = text.slice(Math.max(0, from - 10), from)
  if (groups.length > 1) return isSpacedLocal(groups) && spokenOf.test(before) ? "phone" : null
  if (number.length >= 9) return isQuantity(text, to) && number.length <= 12 ? null : "identity"
  if (number.length < 7 || isQuantity(text, to) || isNumbering.test(before)) return null
  return isDateInOne(number) ? null : "phone"
}

/** 18 digits or the older 15, told by the day of birth within them. */
function isIdentityNumber(number: string): boolean {
  const birth = /^\d{6}((?:18|19|20)\d{6})\d{3}[\dXx]$/.exec(number)?.[1]
  const older = /^\d{6}(\d{6})\d{3}$/.exec(number)?.[1]
  const day = birth ?? (older && `19${older}`)
  return day !== undefined && isDateInOne(day)
}

const isDateInOne = (digits: string) =>
  /^(18|19|20)\d{6}$/.test(digits) && isRealDate(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`)

/** 8688 6666: a number of the town, where it is said to be one. */
const isSpacedLocal = (groups: readonly Group[]) =>
  groups.length === 2 && /^[2-9]\d{2,3}$/.test(groups[0]!.digits) && /^\d{4}$/.test(groups[1]!.digits)
const spokenOf = /电话|手机|座机|热线|联系|号码|拨打|致电|微信/
const isNumbering = /(编号|文号|单号|第|〕)[\s:：]*$/
const isQuantity = (text: string, to: number) =>
  /^\s*([多余]?[个万亿元人户票件份]|平方|立方|公里|千米|千瓦|米|吨|度|m|㎡|%|％)/.test(text.slice(to, to + 6))

/** With the bracket or plus before it and the extension behind it. */
function widened(text: string, { from, to, kind }: FoundNumber): FoundNumber {
  const before = text[from - 1] ?? ""
  const opened = "(（".includes(before) && before !== "" && /[)）]/.test(text.slice(from, to))
  const start = before === "+" || opened ? from - 1 : from
  const extension = kind === "phone" ? (/^\s*(转|分机|-)\s*\d{1,5}(?!\d)/.exec(text.slice(to))?.[0].length ?? 0) : 0
  return { from: start, to: to + extension, kind }
}
