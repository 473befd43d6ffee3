import chineseDays from "chinese-days"
import { addDays, type CivilDate, daysBetween, isRealDate, weekdayNumber } from "~/law/civil-date"

/** A period of notice. `calendar` counts every day, `working` only working days, `none` demands nothing. */
export type NoticePeriod = { days: number; kind: "calendar" | "working" | "none" }

/**
 * Whether the State Council's arrangement of holidays and make-up days for that year is known here (it comes out about
 * November of the year before). Until then working days are reckoned from weekends and the statutory days alone.
 */
export function isCalendarAnnounced(year: number): boolean {
  return arrangedDay(`${year}-10-01`) !== null
}

/** A day on which offices work: make-up Saturdays and Sundays are, statutory holidays and their bridging days are not. */
export function isWorkingDay(date: CivilDate): boolean {
  const arranged = arrangedDay(date)
  if (arranged) return arranged.work
  const weekday = weekdayNumber(date)
  const isWeekend = weekday === 0 || weekday === 6
  return !isWeekend && (isCalendarAnnounced(Number(date.slice(0, 4))) || !isStatutoryHoliday(date))
}

/** The date itself if it is a working day, else the next one. */
export function nextWorkingDay(date: CivilDate): CivilDate {
  let day = date
  while (!isWorkingDay(day)) day = addDays(day, 1)
  return day
}

/**
 * The last day of a period of days which begins with an event on `start`.
 * 民法典第201条: 开始的当日不计入, 自下一日开始计算. 第203条: 最后一日是法定休假日的, 以法定休假日结束的次日为最后一日.
 */
export function lastDayOfPeriod(start: CivilDate, days: number): CivilDate {
  requireDays(days)
  return nextWorkingDay(addDays(start, days))
}

/** The last day of a period of working days; the first day is not counted (民法典第201条). */
export function lastWorkingDayOfPeriod(start: CivilDate, days: number): CivilDate {
  requireDays(days)
  let day = start
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) counted += 1
  }
  return day
}

/** Whole days which lie between two days, neither of them counted. Zero when they adjoin or are in the wrong order. */
export function clearDaysBetween(from: CivilDate, to: CivilDate): number {
  return Math.max(0, daysBetween(from, to) - 1)
}

/** Working days which lie between two days, neither of them counted. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number {
  let counted = 0
  for (let day = addDays(from, 1); day < to; day = addDays(day, 1)) if (isWorkingDay(day)) counted += 1
  return counted
}

/** How many days of notice were given, as the period counts them. */
export function noticeGiven(sentOn: CivilDate, meetingDate: CivilDate, kind: NoticePeriod["kind"]): number {
  return kind === "working" ? workingDaysBetween(sentOn, meetingDate) : clearDaysBetween(sentOn, meetingDate)
}

/**
 * The last day on which notice may go out: the day it is sent is not counted (民法典第201条), and neither is the day of the
 * meeting, so that the members have the whole of each day. Counted backwards nothing moves for a holiday: 第203条 lengthens
 * a period for whoever must act by its end, it shortens no one's notice.
 */
export function latestNoticeDate(meetingDate: CivilDate, period: NoticePeriod): CivilDate {
  requireDays(period.days)
  if (period.kind === "none" || period.days === 0) return meetingDate
  if (period.kind === "calendar") return addDays(meetingDate, -period.days - 1)
  let day = meetingDate
  for (let counted = 0; counted < period.days; ) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) counted += 1
  }
  return addDays(day, -1)
}

/**
 * What the yearly arrangement says of a day, null where it says nothing. Of the library only its tables are
 * used: its weekdays and its conversions of dates are off by one on a machine west of Greenwich.
 */
function arrangedDay(date: CivilDate): { work: boolean } | null {
  if (!isRealDate(date)) throw new RangeError(`not a day of the calendar: ${date}`)
  const { work, name } = chineseDays.getDayDetail(date)
  return name.includes(",") ? { work } : null
}

/** 全国年节及纪念日放假办法 (2024) 第二条: the days off by law, without the bridging days arranged each year. */
function isStatutoryHoliday(date: CivilDate): boolean {
  if (["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"].includes(date.slice(5))) return true
  const year = Number(date.slice(0, 4))
  const newYear = lunarDate(year, 1, 1)
  const springFestival = [-1, 0, 1, 2].map(offset => addDays(newYear, offset))
  return [...springFestival, clearBright(year), lunarDate(year, 5, 5), lunarDate(year, 8, 15)].includes(date)
}

/**
 * The day of a lunar date, summed from the library's table of months. Not by Intl: its calendar reckons the new
 * moons itself and has the Spring Festivals of 2027 and 2030, whose moons fall close to midnight, a day off.
 */
function lunarDate(year: number, month: number, day: number): CivilDate {
  let days = day - 1
  for (let earlier = 2024; earlier < year; earlier += 1) days += lunarMonths(earlier, 12)
  return addDays("2024-02-10", days + lunarMonths(year, month - 1))
}

/** How many days the first so many months of a lunar year have, a leap month among them included. */
function lunarMonths(year: number, months: number): number {
  const { leapMonth, days: leapDays } = chineseDays.getYearLeapMonth(year)
  let days = leapMonth !== undefined && leapMonth <= months ? leapDays : 0
  for (let month = 1; month <= months; month += 1) days += chineseDays.monthDays(year, month)
  return days
}

/** 清明, by the common reckoning for 2000–2099. */
function clearBright(year: number): CivilDate {
  const inCentury = year % 100
  return `${year}-04-0${Math.floor(inCentury * 0.2422 + 4.81) - Math.floor(inCentury / 4)}`
}

function requireDays(days: number): void {
  if (!Number.isSafeInteger(days) || days < 0) throw new RangeError(`not a number of days: ${days}`)
}
