import type { AreaSource, BuildingDuty, UnitHolding, UnitKind } from "#db/schema/estates"
import { done, type Result, refuse } from "~/law/result"
import { readChineseNumber } from "~/registry/chinese-digits"

export const unitKindNames: Record<UnitKind, string> = {
  home: "住宅",
  shop: "商铺",
  parking: "车位",
  storage: "储藏室",
  other: "其他",
}

export const unitHoldingNames: Record<UnitHolding, string> = {
  owned: "已交付",
  unsold: "未售",
  soldUndelivered: "已售未交付",
}

/** 建筑物区分所有权解释第8条, in its order. */
export const areaSourceNames: Record<AreaSource, string> = { register: "登记簿", survey: "实测", contract: "合同" }

export const buildingDutyNames: Record<BuildingDuty, string> = {
  leader: "楼栋长",
  partyMember: "包联党员",
  committeeMember: "包联居委会成员",
  gridWorker: "包联网格员",
  volunteer: "志愿者",
}

/** In a register the parking spaces count; a vote counts them as the estate's own rule says. */
export const registerHeads = { parkingArea: "counted" } as const

/** The largest 专有部分 anyone registers here: 200,000 m². A longer number is a slip of the keyboard. */
const largestAreaCm2 = 2_000_000_000

/** 98.53平方米, 1,234.5㎡ as they are written; at most four digits behind the point, so nothing is ever rounded. */
export function readArea(text: string): Result<number> {
  const plain = plainArea(text)
  const parts = /^(\d{1,9})(?:\.(\d{1,4}))?$/.exec(plain)
  if (!parts) return refuse(/^\d+\.\d{5,}$/.test(plain) ? "area_too_fine" : "area_unreadable", { field: "area", text })
  return checkArea(Number(parts[1]) * 10_000 + Number((parts[2] ?? "").padEnd(4, "0")), text)
}

/** As readArea, for cells of a spreadsheet: 98.529999 is how the program keeps 98.53, so it is rounded to whole cm². */
export function readAreaCell(text: string): Result<number> {
  const parts = /^(\d{1,9})\.(\d{4})(\d)\d*$/.exec(plainArea(text))
  if (!parts) return readArea(text)
  return checkArea(Number(parts[1]) * 10_000 + Number(parts[2]) + (Number(parts[3]) >= 5 ? 1 : 0), text)
}

const plainArea = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/(?<=\d),(?=\d{3}(\D|$))/g, "")
    .replace(/(平方米|平米|m2|m²|平方)$/i, "")

const checkArea = (areaCm2: number, text: string): Result<number> =>
  areaCm2 > 0 && areaCm2 <= largestAreaCm2 ? done(areaCm2) : refuse("area_unreadable", { field: "area", text })

export type Share = { part: number; whole: number }

/** 1/3, 三分之一, 50%, 33.3%; null when empty. A share is more than nothing and at most all. */
export function readShare(text: string): Result<Share | null> {
  const plain = text.normalize("NFKC").replace(/\s+/g, "")
  if (plain === "") return done(null)
  const unreadable = refuse("share_unreadable", { text: text.trim() })
  const percent = /^(\d{1,3})(?:\.(\d{1,6}))?%$/.exec(plain)
  if (percent) {
    const digits = percent[2] ?? ""
    return reduced(Number(percent[1] + digits), 100 * 10 ** digits.length) ?? unreadable
  }
  const slash = /^(\d{1,9})\/(\d{1,9})$/.exec(plain)
  if (slash) return reduced(Number(slash[1]), Number(slash[2])) ?? unreadable
  const spoken = /^(.{1,12})分之(.{1,12})$/.exec(plain)
  const [part, whole] = [readChineseNumber(spoken?.[2] ?? ""), readChineseNumber(spoken?.[1] ?? "")]
  if (part !== null && whole !== null) return reduced(part, whole) ?? unreadable
  return /^(1|全部|单独所有|独有)$/.test(plain) ? done({ part: 1, whole: 1 }) : unreadable
}

function reduced(part: number, whole: number): Result<Share> | null {
  if (part <= 0 || whole <= 0 || part > whole) return null
  const divisor = greatestCommonDivisor(part, whole)
  return done({ part: part / divisor, whole: whole / divisor })
}

const greatestCommonDivisor = (a: number, b: number): number => (b === 0 ? a : greatestCommonDivisor(b, a % b))

/** 1/3, as it is typed again. */
export const shareText = (share: Share | null): string => (share ? `${share.part}/${share.whole}` : "")

/** 按份共有: either nobody's share is given, or everybody's, and together they are the whole. Refusals: shares_incomplete, shares_not_one. */
export function checkShares(shares: readonly (Share | null)[]): Result<null> {
  const given = shares.filter(share => share !== null)
  if (given.length === 0) return done(null)
  if (given.length < shares.length) return refuse("shares_incomplete")
  let [part, whole] = [0n, 1n]
  for (const share of given) {
    part = part * BigInt(share.whole) + BigInt(share.part) * whole
    whole *= BigInt(share.whole)
  }
  return part === whole ? done(null) : refuse("shares_not_one", { shares: given.map(shareText).join("、") })
}

const numeral = /[〇零一二两三四五六七八九十百廿卅]+/g

/** 二单元102室 → 2单元102室, for comparing and sorting; what is no number stays. */
const withDigits = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(numeral, found => String(readChineseNumber(found) ?? found))

const collator = new Intl.Collator("zh-CN", { numeric: true })
const sortKeys = new Map<string, string>()

function sortKeyOf(text: string): string {
  const found = sortKeys.get(text)
  if (found !== undefined) return found
  const key = withDigits(text)
  if (sortKeys.size > 50_000) sortKeys.clear()
  sortKeys.set(text, key)
  return key
}

/** 2栋 before 12栋, 一单元 before 二单元. */
export const compareNaturally = (a: string, b: string): number => collator.compare(sortKeyOf(a), sortKeyOf(b))

/** 12栋, 12幢, 十二号楼 and 12# are one building within an estate. */
export const buildingKey = (name: string): string =>
  withDigits(name)
    .toUpperCase()
    .replace(/(号楼|栋|幢|座|楼|#|号)$/, "")
    .replace(/^第(?=\d)/, "")

/** 二单元102室, 2单元102 and 2-102 are one unit within a building. */
export const unitKey = (label: string): string =>
  withDigits(label)
    .toUpperCase()
    .replace(/单元/g, "-")
    .replace(/[室号房]$/, "")
    .replace(/[-—–_/]+/g, "-")
    .replace(/^-|-$/g, "")
