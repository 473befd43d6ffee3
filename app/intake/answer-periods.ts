import type { IssueState, Triage } from "#db/schema/intake"
import { addDays, type CivilDate, daysBetween } from "~/law/civil-date"
import { lastDayOfPeriod, lastWorkingDayOfPeriod } from "~/law/day-counting"

type AnswerPeriod = { days: number; kind: "working" | "calendar" }

/** 受理答复 is owed within so many working days of the day an issue came in, or was reopened. */
export const firstAnswerPeriod: AnswerPeriod = { days: 2, kind: "working" }

/**
 * 办结答复 is owed within this time of the sorting. No law sets a community's own periods; these are 本社区议事规则.
 * The secretary may set another day for each issue. 不予受理 is answered at once.
 */
export const answerPeriods: Record<Exclude<Triage, "decline">, AnswerPeriod> = {
  quick: { days: 5, kind: "working" },
  deliberate: { days: 60, kind: "calendar" },
  refer: { days: 15, kind: "calendar" },
  wish: { days: 30, kind: "calendar" },
}

// 民法典第201条: 开始的当日不计入; 第203条: 最后一日是法定休假日的, 以其次日为最后一日.
const endOf = (from: CivilDate, { days, kind }: AnswerPeriod): CivilDate =>
  kind === "working" ? lastWorkingDayOfPeriod(from, days) : lastDayOfPeriod(from, days)

/** 5个工作日, 60日. */
export const describePeriod = ({ days, kind }: AnswerPeriod): string =>
  kind === "working" ? `${days}个工作日` : `${days}日`

/** The day by which the proposer is owed the first answer. */
export const firstAnswerDueOn = (from: CivilDate): CivilDate => endOf(from, firstAnswerPeriod)

/** The day by which the final answer is owed, unless another was set; null for 不予受理. */
export const finalAnswerDueOn = (triage: Triage, sortedOn: CivilDate): CivilDate | null =>
  triage === "decline" ? null : endOf(sortedOn, answerPeriods[triage])

/** The first day on which whatever came in is not late today with its first answer; all before it is. */
export function firstAnswerOwedSince(today: CivilDate): CivilDate {
  let day = today
  while (firstAnswerDueOn(addDays(day, -1)) >= today) day = addDays(day, -1)
  return day
}

/** The next answer owed to the proposer; null when all were given or no day was set. `registeredOn` is the day it came in. */
export function nextAnswerDueOn(
  issue: { state: IssueState; answerDueOn: CivilDate | null },
  registeredOn: CivilDate,
): CivilDate | null {
  if (issue.state === "closed") return null
  if (issue.answerDueOn || issue.state === "sorted") return issue.answerDueOn
  return firstAnswerDueOn(registeredOn)
}

/** Days late; 0 on the last day and before. */
export const daysLate = (dueOn: CivilDate | null, today: CivilDate): number =>
  dueOn === null ? 0 : Math.max(0, daysBetween(dueOn, today))

/** How many days a matter has taken from the day it was spoken of; 0 on that day. */
export const elapsedDays = (from: CivilDate, until: CivilDate): number => Math.max(0, daysBetween(from, until))
