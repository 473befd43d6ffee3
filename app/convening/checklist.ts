import { civilDateOf, formatDate } from "~/law/civil-date"
import { latestNoticeDate } from "~/law/day-counting"
import { barInWords } from "~/law/threshold"
import { compositionLight } from "~/rulebook/rules"
import type { LampState } from "~/ui/Lamp"
import { entitledText } from "./people-order"
import { agendaTime, type Problem, type Readiness } from "./rules"

export type ChecklistLine = { key: string; state: LampState; title: string; text: string; to: string | null }

/** What is looked at before the notice goes out, line by line: done, to be mended, or a word of advice. */
export function checklistOf(
  facts: Readiness,
  problems: readonly Problem[],
  speak: (problem: Problem) => string,
): ChecklistLine[] {
  const line = (key: string, fields: string[], title: string, text: string): ChecklistLine => {
    const found = problems.filter(problem => fields.includes(problem.field))
    if (found.length === 0) return { key, state: "met", title, text, to: null }
    return { key, state: "mend", title, text: found.map(speak).join(""), to: found[0]!.field }
  }
  const { rule, entitled, reasons } = facts
  return [
    line("notice", ["date", "endTime", "reason-notice"], "时间和通知期", noticeText(facts)),
    line(
      "venue",
      ["venueId", "reason-venue"],
      "地点",
      reasons.venue ? `撞期的原因：${reasons.venue}` : "这段时间空着。",
    ),
    line("officers", ["chairPersonId", "recorderPersonId"], "主持和记录", "都有账号，能打开主持台和记录台。"),
    line("agenda", ["agenda"], "议程", `共${facts.agenda.length}项，议题都备好了方案，要表决的都合程序。`),
    line(
      "people",
      ["participants", "bodyId"],
      rule.entitledFrom === "delegates" ? "代表" : "组成人员",
      `${entitledText(rule, entitled.length)}。`,
    ),
    line(
      "clash",
      ["reason-persons"],
      "人员撞期",
      reasons.persons ? `原因：${reasons.persons}` : "没有人同时要开别的会。",
    ),
    ...advice(facts),
  ]
}

function noticeText({ rule, startsAt, reasons }: Readiness): string {
  if (reasons.notice) return `通知期不足的原因：${reasons.notice}`
  const { days, kind, article } = rule.notice
  if (kind === "none" || days === 0 || !startsAt) return `没有规定通知期。${article}`
  const unit = kind === "working" ? "个工作日" : "天"
  const latest = latestNoticeDate(civilDateOf(startsAt), rule.notice)
  return `须提前${days}${unit}，最迟${formatDate(latest)}发出。${article}`
}

function advice(facts: Readiness): ChecklistLine[] {
  const found: ChecklistLine[] = []
  const hint = (key: string, title: string, text: string, to: string) =>
    found.push({ key, state: "hint", title, text, to })
  const { planned, available } = agendaTime(facts)
  if (available !== null && planned > available)
    hint("minutes", "议程排得太满", `各项共${planned}分钟，会期只有${available}分钟。`, "agenda")
  const composition = compositionLight(facts.rule, facts.entitled)
  if (composition?.countable && !composition.met)
    hint(
      "composition",
      "组成人员的比例不够",
      `${composition.label}须${barInWords(composition.bar)}，现在${composition.count} / ${composition.whole}。${composition.article}`,
      "participants",
    )
  return found
}
