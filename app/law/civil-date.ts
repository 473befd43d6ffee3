import { TZDate } from "@date-fns/tz"

/** A day of the calendar as text, "2026-03-05". Moments are `Date`; both meet only here, in the time of China. */
export type CivilDate = string

const zone = "Asia/Shanghai"
const dayLength = 24 * 60 * 60 * 1000
const weekdays = ["星期日", "星期一", "星期二", "星期三", "星期四", "星期五", "星期六"] as const

/** True for a day which exists, written in full: 2026-02-30 and 2026-3-5 are refused. */
export function isRealDate(text: string): text is CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const moment = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().slice(0, 10) === text
}

/** True for "00:00" to "23:59". */
export function isRealTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}

/** The day on which a moment falls in China. */
export function civilDateOf(instant: Date): CivilDate {
  const { year, month, day } = partsOf(instant)
  return `${year}-${pad(month)}-${pad(day)}`
}

/** The moment of a day and a time of day ("14:30") in China. Throws RangeError for what does not exist: ask isRealDate and isRealTime first. */
export function instantOf(date: CivilDate, time = "00:00"): Date {
  const [year, month, day] = numbersOf(date)
  if (!isRealTime(time)) throw new RangeError(`not a time of day: ${time}`)
  const [hour = 0, minute = 0] = time.split(":").map(Number)
  return new Date(new TZDate(year, month - 1, day, hour, minute, zone).getTime())
}

export function addDays(date: CivilDate, days: number): CivilDate {
  return new Date(utcOf(date) + days * dayLength).toISOString().slice(0, 10)
}

/** From the first day to the second: tomorrow is 1, yesterday is −1. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utcOf(to) - utcOf(from)) / dayLength)
}

/** 2026年3月5日: Arabic numbers without zero padding (GB/T 9704). */
export function formatDate(date: CivilDate): string {
  const [year, month, day] = numbersOf(date)
  return `${year}年${month}月${day}日`
}

/** 14:30, as the clock on the wall in China shows it. */
export function formatTime(instant: Date): string {
  const { hour, minute } = partsOf(instant)
  return `${pad(hour)}:${pad(minute)}`
}

/** 2026年3月5日14:30. */
export function formatDateTime(instant: Date): string {
  return `${formatDate(civilDateOf(instant))}${formatTime(instant)}`
}

/** 星期四. */
export function weekdayOf(date: CivilDate): string {
  return weekdays[weekdayNumber(date)] ?? ""
}

/** 0 is Sunday. */
export function weekdayNumber(date: CivilDate): number {
  return new Date(utcOf(date)).getUTCDay()
}

function partsOf(instant: Date) {
  const local = new TZDate(instant.getTime(), zone)
  if (Number.isNaN(local.getTime())) throw new RangeError("not a moment")
  return {
    year: local.getFullYear(),
    month: local.getMonth() + 1,
    day: local.getDate(),
    hour: local.getHours(),
    minute: local.getMinutes(),
  }
}

function numbersOf(date: CivilDate): [year: number, month: number, day: number] {
  if (!isRealDate(date)) throw new RangeError(`not a day of the calendar: ${date}`)
  return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
}

function utcOf(date: CivilDate): number {
  const [year, month, day] = numbersOf(date)
  return Date.UTC(year, month - 1, day)
}

function pad(value: number): string {
  return String(value).padStart(2, "0")
}
