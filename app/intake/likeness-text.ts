import { readChineseNumber } from "~/registry/chinese-digits"

// Courtesy and reporting phrases are in every message and say nothing about the matter.
const COURTESY =
  /您好|你好|大家好|麻烦(您|你|社区|帮忙)?(给)?(看看|看一下|看下|处理一下|解决一下)?|请(社区|物业|有关部门|相关部门)?(尽快|及时|帮忙|协助)?(看看|处理|解决|维修|协调)?(一下)?|谢谢|辛苦了|居民反映|群众反映|业主反映|希望(能|尽快)?(解决|处理)?/g

// Longer texts are refused anyway, and need not be compared to their end.
const COMPARED_LENGTH = 5000

// In 7栋楼道 the 楼 belongs to the stairway.
const BUILDING =
  /([\d〇零一二三四五六七八九十百]+)\s*(?:号楼|#楼|#|栋楼(?![道梯顶层上下])|幢楼(?![道梯顶层上下])|栋|幢|座)/g
const UNIT = /([\d〇零一二三四五六七八九十]+)\s*(?=单元|门栋)/g

/** The same words however they are written: widths, signs, courtesy, 七号楼 as 7栋. */
export function comparableText(text: string): string {
  return comparablePlace(text.slice(0, COMPARED_LENGTH).replace(COURTESY, ""))
}

/** As `comparableText`, for a place, in which no word is courtesy. */
export function comparablePlace(text: string): string {
  return text
    .slice(0, COMPARED_LENGTH)
    .normalize("NFKC")
    .toLowerCase()
    .replace(BUILDING, (whole, digits: string) => `${readChineseNumber(digits) ?? whole}栋`)
    .replace(UNIT, digits => String(readChineseNumber(digits.trim()) ?? digits))
    .replace(/[^\p{Letter}\p{Number}]/gu, "")
}

/** Pairs of neighbouring characters; a single character stands for itself. Spaces part, they are in no pair. */
export function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const word of text.split(" ")) {
    const signs = [...word]
    if (signs.length === 1) pairs.add(word)
    for (let i = 0; i + 1 < signs.length; i++) pairs.add(signs[i]! + signs[i + 1]!)
  }
  return pairs
}

/** Buildings, entrances and gates a comparable text names, by kind. */
export function landmarksOf(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const [kind, pattern] of [
    ["building", /(\d+)栋/g],
    ["unit", /(\d+)(?:单元|门栋)/g],
    ["gate", /([东南西北正后]门)/g],
  ] as const) {
    const names = [...text.matchAll(pattern)].map(([, name]) => name!)
    if (names.length > 0) found.set(kind, new Set(names))
  }
  return found
}
