import { type ChaseDue, chaseLevelNames } from "~/followup/rules"
import type { DueTask } from "~/followup/task-views"
import type { CivilDate } from "~/law/civil-date"
import { dueWords, shortDate } from "./day-words"
import type { DueMatter } from "./due-matter"

/** What of a task the desk needs. */
export type DeskTask = Pick<
  DueTask,
  | "taskId"
  | "number"
  | "content"
  | "handler"
  | "isMine"
  | "dueOn"
  | "isLate"
  | "daysLate"
  | "reason"
  | "recheckOn"
  | "waitsFor"
  | "openChase"
  | "chase"
  | "quantityDone"
  | "quantityTotal"
  | "unit"
>

/** What this person may do with tasks beside their own. */
export type TaskPowers = { assign: boolean; inspect: boolean; chase: boolean; work: boolean }

const longest = 26
function brief(text: string): string {
  const cut = text.slice(0, longest).replace(/[，。；、]$/, "")
  return text.length > longest ? `${cut}……` : cut
}
const at = (task: DeskTask) => `/tasks/${task.taskId}`

/** What is wanted of the one in whose hands a task is: sign for it, do it, reply to a chase. */
function dueOfOwn(task: DeskTask, today: CivilDate): DueMatter | null {
  const progress = task.quantityTotal === null ? "" : `完成${task.quantityDone}/${task.quantityTotal}${task.unit}`
  const base = { key: `own ${task.taskId}`, to: at(task), reasons: [task.number, progress] }
  if (task.openChase)
    return {
      ...base,
      ...dueWords(task.openChase.replyDueOn, today, "反馈时限"),
      to: `${at(task)}#chases`,
      title: `反馈督办：${brief(task.content)}`,
      reasons: [task.number, `督办${chaseLevelNames[task.openChase.level]}`, progress],
      action: "去反馈",
    }
  if (task.waitsFor === "signature")
    return {
      ...base,
      ...dueWords(task.dueOn, today, "完成时限"),
      title: `签收：${brief(task.content)}`,
      action: "签收",
    }
  if (task.waitsFor === "work")
    return { ...base, ...dueWords(task.dueOn, today, "完成时限"), title: brief(task.content), action: "报进展" }
  return null
}

/** What is wanted of those who hand out, chase and inspect; a task of their own is never theirs to inspect. */
function dueOfOffice(task: DeskTask, today: CivilDate, powers: TaskPowers): DueMatter | null {
  const base = { key: `office ${task.taskId}`, to: at(task), reasons: [task.handler, task.number] }
  if (task.waitsFor === "inspection")
    return powers.inspect && !task.isMine
      ? {
          ...base,
          when: "今天",
          whenNote: "报来办完了",
          late: false,
          dueOn: today,
          title: `验收：${brief(task.content)}`,
          action: "去验收",
        }
      : null
  if (task.waitsFor === "recheck" && task.recheckOn)
    return powers.inspect
      ? {
          ...base,
          ...dueWords(task.recheckOn, today, "复查日"),
          title: `复查：${brief(task.content)}`,
          action: "记复查",
        }
      : null
  if (task.waitsFor === "unblocking")
    return powers.assign
      ? {
          ...base,
          ...(task.isLate
            ? dueWords(task.dueOn, today, "")
            : { when: "受阻", whenNote: `${shortDate(task.dueOn, today)}到期`, late: false, dueOn: today }),
          title: `办不下去了：${brief(task.content)}`,
          reasons: [task.handler, brief(task.reason)],
          action: "想办法",
        }
      : null
  // What was chased has its time to reply and to go on before it is chased again.
  if (task.chase !== "due" || !powers.chase) return null
  return {
    ...base,
    ...dueWords(task.dueOn, today, ""),
    title: `督办：${brief(task.content)}`,
    reasons: [task.handler, task.openChase ? "催过了，没有反馈" : "", task.number],
    action: "督办",
  }
}

export function duesOfTasks(tasks: readonly DeskTask[], today: CivilDate, powers: TaskPowers): DueMatter[] {
  return tasks.flatMap(task => {
    const own = task.isMine && powers.work ? dueOfOwn(task, today) : null
    return own ?? dueOfOffice(task, today, powers) ?? []
  })
}

/** A resolution of which some items are in nobody's hands yet. */
export type DeskAssignment = { resolutionId: string; title: string; waiting: number; of: number }

export const duesOfAssignments = (resolutions: readonly DeskAssignment[]): DueMatter[] =>
  resolutions.map(({ resolutionId, title, waiting, of }) => ({
    key: `assign ${resolutionId}`,
    when: "待交办",
    whenNote: "决议已核准",
    late: false,
    dueOn: null,
    title: `交办：${title}`,
    reasons: [waiting === of ? `${of}项，还没有交办` : `${of}项里还有${waiting}项没有交办`],
    to: `/tasks/new?resolution=${resolutionId}`,
    action: "去交办",
  }))

/** How far a chase has come. */
const chaseWords: Record<ChaseDue, string> = { due: "", waiting: "已督办，等待回复", replied: "督办已回复" }

export type LateTask = { id: string; days: number; title: string; facts: string[] }

/** 逾期的交办, the latest first; a few of them, and how many there are. */
export function lateTasks(tasks: readonly DeskTask[]): { rows: LateTask[]; total: number } {
  const late = tasks.filter(task => task.isLate).toSorted((a, b) => b.daysLate - a.daysLate)
  return {
    total: late.length,
    rows: late.slice(0, 4).map(task => ({
      id: task.taskId,
      days: task.daysLate,
      title: brief(task.content),
      facts: [
        task.handler,
        task.waitsFor === "unblocking" ? `受阻：${brief(task.reason)}` : chaseWords[task.chase ?? "due"],
      ],
    })),
  }
}
