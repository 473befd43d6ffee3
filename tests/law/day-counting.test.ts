import fc from "fast-check"
import { expect, test } from "vitest"
import { addDays } from "~/law/civil-date"
import {
  clearDaysBetween,
  isCalendarAnnounced,
  isWorkingDay,
  lastDayOfPeriod,
  lastWorkingDayOfPeriod,
  latestNoticeDate,
  type NoticePeriod,
  noticeGiven,
  workingDaysBetween,
} from "~/law/day-counting"

const anyDate = fc.integer({ min: 0, max: 1400 }).map(days => addDays("2024-01-01", days))

test.each([
  ["2026-10-01", false, "National Day"],
  ["2026-10-10", true, "a Saturday made up for the National Day"],
  ["2026-10-11", false, "an ordinary Sunday"],
  ["2026-02-14", true, "a Saturday made up for the Spring Festival"],
  ["2026-02-16", false, "the eve of the Spring Festival"],
  ["2026-11-23", true, "an ordinary Monday"],
])("%s: working day %s, %s", (date, working) => {
  expect(isWorkingDay(date)).toBe(working)
})

test.each([
  ["2035-10-01", "National Day, a Monday"],
  ["2035-02-08", "the first day of the lunar year, a Thursday"],
  ["2035-02-07", "its eve"],
  ["2035-04-05", "Clear and Bright, a Thursday"],
  ["2035-01-01", "New Year, a Monday"],
  ["2035-05-01", "Labour Day, a Tuesday"],
  ["2035-05-02", "the day after Labour Day, a Wednesday"],
  ["2035-10-02", "the second day of October, a Tuesday"],
  ["2035-10-03", "the third day of October, a Wednesday"],
])("before the holidays of a year are announced, %s is still a day off by statute: %s", date => {
  expect(isCalendarAnnounced(2035)).toBe(false)
  expect(isWorkingDay(date)).toBe(false)
})

test.each([
  ["2027-02-05", "the eve of a Spring Festival whose new moon comes four minutes before midnight"],
  ["2030-02-05", "the third day of a Spring Festival whose new moon comes minutes after midnight"],
  ["2030-06-05", "the fifth of the fifth lunar month, a Wednesday"],
  ["2030-09-12", "the fifteenth of the eighth lunar month, a Thursday"],
  ["2033-06-01", "the fifth of the fifth lunar month, before a leap eleventh month"],
  ["2031-06-24", "the fifth of the fifth lunar month, after a leap third month"],
  ["2044-10-05", "the fifteenth of the eighth lunar month, right after a leap seventh"],
])("全国年节及纪念日放假办法2: announced or not, %s is a day off: %s", date => {
  expect(isWorkingDay(date)).toBe(false)
})

test("the holidays of 2026 are announced", () => {
  expect(isCalendarAnnounced(2026)).toBe(true)
})

test("what is no day is neither worked nor a holiday", () => {
  expect(() => isWorkingDay("2026-02-30")).toThrow(new RangeError("not a day of the calendar: 2026-02-30"))
})

test.each([-1, 0.5])("a period of %d days is a fault", days => {
  const fault = new RangeError(`not a number of days: ${days}`)
  expect(() => lastDayOfPeriod("2026-03-02", days)).toThrow(fault)
  expect(() => lastWorkingDayOfPeriod("2026-03-02", days)).toThrow(fault)
  expect(() => latestNoticeDate("2026-03-02", { days, kind: "calendar" })).toThrow(fault)
})

test("before the holidays of a year are announced an ordinary Tuesday is worked", () => {
  expect(isWorkingDay("2035-03-06")).toBe(true)
})

test.each([
  ["民法典201: the first day is not counted", "2026-03-02", 4, "2026-03-06"],
  ["民法典203: a last day on a Sunday moves to Monday", "2026-03-02", 6, "2026-03-09"],
  ["民法典203: a last day in the National Day holiday moves past all of it", "2026-09-21", 10, "2026-10-08"],
  ["民法典203: a last day on a made-up Saturday does not move", "2026-10-08", 2, "2026-10-10"],
  ["居委会组织法34: fifteen days on the board", "2026-03-05", 15, "2026-03-20"],
])("%s", (_sentence, start, days, last) => {
  expect(lastDayOfPeriod(start, days)).toBe(last)
})

test("five working days from the day before the National Day holiday end after it, with the made-up Saturday counted", () => {
  expect(lastWorkingDayOfPeriod("2026-09-30", 3)).toBe("2026-10-10")
  expect(lastWorkingDayOfPeriod("2026-09-30", 5)).toBe("2026-10-13")
})

test("between the first and the fifth lie three clear days", () => {
  expect(clearDaysBetween("2026-03-01", "2026-03-05")).toBe(3)
  expect(clearDaysBetween("2026-03-01", "2026-03-02")).toBe(0)
  expect(clearDaysBetween("2026-03-05", "2026-03-01")).toBe(0)
})

test("between a Friday and the next Friday lie four working days", () => {
  expect(workingDaysBetween("2026-03-06", "2026-03-13")).toBe(4)
})

test.each<[string, string, NoticePeriod, string]>([
  ["居委会组织法26: ten days before a 居民会议", "2026-03-20", { days: 10, kind: "calendar" }, "2026-03-09"],
  ["物业管理条例14: fifteen days before a 业主大会", "2026-03-20", { days: 15, kind: "calendar" }, "2026-03-04"],
  ["no period: the day itself", "2026-03-20", { days: 0, kind: "none" }, "2026-03-20"],
  [
    "居委会组织法29: no period is demanded whatever number stands there",
    "2026-03-20",
    { days: 5, kind: "none" },
    "2026-03-20",
  ],
  ["nought days are no period, the day itself will do", "2026-03-20", { days: 0, kind: "calendar" }, "2026-03-20"],
  ["nought working days neither", "2026-03-20", { days: 0, kind: "working" }, "2026-03-20"],
  ["three working days across a weekend", "2026-03-17", { days: 3, kind: "working" }, "2026-03-11"],
])("the last day of notice, %s", (_sentence, meetingDate, period, latest) => {
  expect(latestNoticeDate(meetingDate, period)).toBe(latest)
})

test("notice on the latest day gives the whole period, a day later does not", () => {
  fc.assert(
    fc.property(
      anyDate,
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom("calendar" as const, "working" as const),
      (meetingDate, days, kind) => {
        const latest = latestNoticeDate(meetingDate, { days, kind })
        expect(noticeGiven(latest, meetingDate, kind)).toBe(days)
        expect(noticeGiven(addDays(latest, 1), meetingDate, kind)).toBeLessThan(days)
      },
    ),
  )
})

test("a period always ends on a working day and never before its days have run", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 0, max: 40 }), (start, days) => {
      const last = lastDayOfPeriod(start, days)
      expect(isWorkingDay(last)).toBe(true)
      expect(last >= addDays(start, days)).toBe(true)
    }),
  )
})
