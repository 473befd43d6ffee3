import { type CivilDate, daysBetween, formatDate, weekdayOf } from "~/law/civil-date"

/** Short words for a day near today: 今天, 明天, 星期五, 10月15日. */
export function dayWord(day: CivilDate, today: CivilDate): string {
  const ahead = daysBetween(today, day)
  if (ahead === 0) return "今天"
  if (ahead === 1) return "明天"
  if (ahead > 1 && ahead < 7) return weekdayOf(day).replace("星期", "周")
  return shortDate(day, today)
}

/** 10月8日, with its year when that is not this one. */
export const shortDate = (day: CivilDate, today: CivilDate): string =>
  formatDate(day).replace(new RegExp(`^${today.slice(0, 4)}年`), "")

/** 已等3天; 今天 on the first. */
export function waited(since: CivilDate, today: CivilDate): string {
  const days = daysBetween(since, today)
  return days > 0 ? `已等${days}天` : "今天"
}

/** The two lines at the left of a row that has a day by which it is owed: 逾期2天 and 应于8日, or 今天 and what is due. */
export function dueWords(
  dueOn: CivilDate,
  today: CivilDate,
  what: string,
): { when: string; whenNote: string; late: boolean; dueOn: CivilDate } {
  const ahead = daysBetween(today, dueOn)
  return ahead < 0
    ? { when: `逾期${-ahead}天`, whenNote: `应于${shorterDate(dueOn, today)}`, late: true, dueOn }
    : { when: dayWord(dueOn, today), whenNote: what, late: false, dueOn }
}

/** 8日 within this month, 9月30日 before it. */
const shorterDate = (day: CivilDate, today: CivilDate): string =>
  day.slice(0, 7) === today.slice(0, 7) ? `${Number(day.slice(8))}日` : shortDate(day, today)
