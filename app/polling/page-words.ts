import type { PollState } from "#db/schema/polling"
import { type CivilDate, formatDate, isRealDate } from "~/law/civil-date"
import { pollStateNames } from "./rules"

export const dayText = (date: CivilDate | null): string => (date && isRealDate(date) ? formatDate(date) : (date ?? ""))

/** 更换排水管（振社表〔2026〕1号）. */
export const wholeTitle = ({ title, number }: { title: string; number: string }): string => `${title}（${number}）`

const stages: PollState[] = ["draft", "announced", "open", "closed", "proclaimed"]
const stageNames: Record<string, string> = {
  draft: "起草",
  announced: "公告、送达",
  open: "收票、录入、核对",
  closed: "计票",
  proclaimed: "公布",
}

/** Where a poll stands, for <Steps>; a cancelled one stands nowhere. */
export function stepsOf(state: PollState): { label: string; state: "done" | "now" | "todo" }[] {
  const at = state === "proclaimed" ? stages.length : stages.indexOf(state)
  return stages.map((stage, place) => ({
    label: stageNames[stage] ?? pollStateNames[stage],
    state: place < at ? "done" : place === at ? "now" : "todo",
  }))
}

/** What a page says at its top after something was done. */
export const doneWords: Record<string, string> = {
  announce: "已公告，票册和规程已固定。现在打印表决票，送到每一位业主手里。",
  open: "已开始收票。收回一张，录入一张。",
  deliver: "送达已登记。",
  close: "已计票。请看结果，公布以后才生效。",
  proclaim: "结果已公布。",
  count: "计票单已录入，请另一位计票人核对。",
  countChecked: "计票单已核对。",
}
