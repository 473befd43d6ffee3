import type { MotionOption } from "#db/schema/chamber-motions"
import { isChoice } from "~/chamber/rounds/rules"
import { checkMark, markText, type OptionMark, parseMark } from "~/law/options"
import { done, type Result, refuse } from "~/law/result"
import { choiceNames } from "~/law/tally"

/** What may be marked on one ballot: 赞成, 反对, 弃权 where there are no options. */
export type BallotForm = { options: readonly MotionOption[] | null; seats: number }

/** 均不同意 stands on every ballot with options, after them. */
export const noneName = "均不同意"

const keysOf = (options: readonly MotionOption[]): string[] => options.map(option => option.key)

/**
 * One ballot as it is stored and counted. A tablet hands in no invalid ballot: what this form does not hold is refused
 * before it is cast. Refusals: choice_missing, option_missing, too_many_marks { marked, most }.
 */
export function checkBallot({ options, seats }: BallotForm, choice: string): Result<string> {
  if (!options) return isChoice(choice) ? done(choice) : refuse("choice_missing", { field: "choice" })
  const mark = parseMark(choice)
  if (!mark || mark === "invalid") return refuse("option_missing", { field: "choice" })
  if (checkMark(mark, keysOf(options), seats) !== "invalid") return done(markText(mark))
  return typeof mark === "object" && checkMark(mark, keysOf(options), options.length) !== "invalid"
    ? refuse("too_many_marks", { field: "choice", marked: mark.options.length, most: seats })
    : refuse("option_missing", { field: "choice" })
}

/** What a stored ballot of this form says; null for what it cannot say. */
export function markOf(form: BallotForm & { options: readonly MotionOption[] }, text: string): OptionMark | null {
  const mark = parseMark(text)
  return mark && checkMark(mark, keysOf(form.options), form.seats)
}

/** The same in words: 赞成; 5栋东侧、6栋南侧; 均不同意. */
export function ballotWords({ options }: BallotForm, text: string): string {
  if (isChoice(text)) return choiceNames[text]
  if (text === "none") return noneName
  if (text === "invalid") return "无效"
  const marked = text.split("+")
  return (options ?? [])
    .filter(option => marked.includes(option.key))
    .map(option => option.label)
    .join("、")
}
