import fc from "fast-check"
import { expect, test } from "vitest"
import {
  addDays,
  civilDateOf,
  daysBetween,
  formatDate,
  formatDateTime,
  formatTime,
  instantOf,
  isRealDate,
  isRealTime,
  weekdayOf,
} from "~/law/civil-date"

const anyDate = fc.integer({ min: 0, max: 36_500 }).map(days => addDays("2000-01-01", days))

test.each([
  "2026-02-30",
  "2026-02-29",
  "2026-13-01",
  "2026-00-10",
  "2026-3-5",
  "2026/03/05",
  "",
  "2026-03-05T00:00",
  "-000100-01",
])("%s is not a day of the calendar", text => {
  expect(isRealDate(text)).toBe(false)
})

test.each(["2028-02-29", "2026-12-31", "2026-03-05"])("%s is a day of the calendar", text => {
  expect(isRealDate(text)).toBe(true)
})

test.each([
  ["00:00", true],
  ["23:59", true],
  ["24:00", false],
  ["9:30", false],
  ["12:60", false],
  ["114:30", false],
  ["14:305", false],
])("the time %s: %s", (text, real) => {
  expect(isRealTime(text)).toBe(real)
})

test("the day in China changes at sixteen hours of Greenwich", () => {
  expect(civilDateOf(new Date("2026-03-04T15:59:59.999Z"))).toBe("2026-03-04")
  expect(civilDateOf(new Date("2026-03-04T16:00:00.000Z"))).toBe("2026-03-05")
})

test("half past two in the afternoon in China is half past six in Greenwich", () => {
  expect(instantOf("2026-03-05", "14:30").toISOString()).toBe("2026-03-05T06:30:00.000Z")
})

test("a day which does not exist has no moment", () => {
  expect(() => instantOf("2026-02-30", "09:00")).toThrow(new RangeError("not a day of the calendar: 2026-02-30"))
  expect(() => instantOf("2026-02-28", "25:00")).toThrow(new RangeError("not a time of day: 25:00"))
})

test("the moment of a day falls on that day", () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom("00:00", "08:30", "23:59"), (date, time) => {
      expect(civilDateOf(instantOf(date, time))).toBe(date)
      expect(formatTime(instantOf(date, time))).toBe(time)
    }),
  )
})

test("days added are days between", () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days)
    }),
  )
})

test("a date is printed in Arabic numbers without zero padding (GB/T 9704)", () => {
  expect(formatDate("2026-03-05")).toBe("2026年3月5日")
  expect(formatDate("2026-11-22")).toBe("2026年11月22日")
})

test("a moment is printed as China's clock shows it", () => {
  expect(formatDateTime(new Date("2026-03-05T06:30:00Z"))).toBe("2026年3月5日14:30")
  expect(formatTime(new Date("2026-03-05T00:05:00Z"))).toBe("08:05")
})

test("the fifth of March 2026 is a Thursday", () => {
  expect(weekdayOf("2026-03-05")).toBe("星期四")
  expect(weekdayOf("2026-03-08")).toBe("星期日")
})

test("a day without a time of day begins at midnight in China", () => {
  expect(instantOf("2026-03-05").toISOString()).toBe("2026-03-04T16:00:00.000Z")
})

test("what is no moment falls on no day", () => {
  expect(() => civilDateOf(new Date(Number.NaN))).toThrow(new RangeError("not a moment"))
})
