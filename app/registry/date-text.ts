import { type CivilDate, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { readChineseNumber } from "./chinese-digits"

const NUMBER = "[〇○◯零ＯOo一二两三四五六七八九十廿卅初元\\d]"
const YEAR = `(${NUMBER}{2,4})`
const PART = `(${NUMBER}{1,3})`
// A time of day, a weekday or a remark in brackets may follow; the day is what is asked for.
const REST =
  "(?:[T\\s,，]*(?:上午|下午|早上|晚上|中午|凌晨|傍晚)?(?:\\(?(?:星期|周)[一二三四五六日天]\\)?)?[T\\s]*(?:上午|下午)?(?:\\d{1,2}[:：时点].*)?)"

const withWords = new RegExp(`^(?:${YEAR}年)?${PART}月(?:份)?${PART}[日号]?${REST}$`)
const withSigns = new RegExp(`^(?:(\\d{4}|\\d{2})[-/.、])?(\\d{1,2})[-/.、](\\d{1,2})[日号.]?${REST}$`)
const monthOnly = new RegExp(`^(?:${YEAR}年)?${PART}月(?:份|[上中下]旬|底|初)?$`)

/**
 * The day a text names: 2026年10月9日, 2026/10/9, 2026-10-9 18:02, 2026.10.9, 20261009, 二〇二六年十月十三日, 10.11,
 * 10月11日. Without a year it is the latest such day that is not after today. Refuses date_not_read,
 * date_without_day, date_month_wrong, date_does_not_exist.
 */
export function readDateText(given: string, today: CivilDate): Result<CivilDate> {
  const text = given.normalize("NFKC").trim()
  const compact = text.replace(/\s*([-/.年月日号])\s*/g, "$1")
  const run = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(compact)
  if (run) return readParts(run[1]!, run[2]!, run[3]!, given, today)
  const found = withWords.exec(compact) ?? withSigns.exec(compact)
  if (found) return readParts(found[1], found[2]!, found[3]!, given, today)
  if (monthOnly.test(compact)) return refuse("date_without_day", { text: given })
  return refuse("date_not_read", { text: given })
}

function readParts(yearText: string | undefined, monthText: string, dayText: string, given: string, today: CivilDate) {
  const month = readChineseNumber(monthText)
  const day = readChineseNumber(dayText)
  const year = yearText === undefined ? null : fullYear(readChineseNumber(yearText))
  if (month === null || day === null || (yearText !== undefined && year === null)) {
    return refuse("date_not_read", { text: given })
  }
  if (month < 1 || month > 12) return refuse("date_month_wrong", { text: given, month })
  return year === null ? latestDay(month, day, today, given) : existingDay(year, month, day, given)
}

/** 26 is 2026. A two-figure year up to 12 might as well be a month (09/10/11), so it is not guessed. */
function fullYear(year: number | null): number | null {
  if (year === null) return null
  if (year >= 1900 && year <= 2199) return year
  return year > 12 && year < 100 ? 2000 + year : null
}

function existingDay(year: number, month: number, day: number, given: string): Result<CivilDate> {
  const date = civilDate(year, month, day)
  return isRealDate(date) ? done(date) : refuse("date_does_not_exist", { text: given, year, month, day })
}

function latestDay(month: number, day: number, today: CivilDate, given: string): Result<CivilDate> {
  const thisYear = Number(today.slice(0, 4))
  // Eight years back always hold a 29 February.
  for (let year = thisYear; year >= thisYear - 8; year--) {
    const date = civilDate(year, month, day)
    if (isRealDate(date) && date <= today) return done(date)
  }
  return refuse("date_does_not_exist", { text: given, year: null, month, day })
}

const civilDate = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`
