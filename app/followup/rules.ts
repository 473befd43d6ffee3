import type { ChaseLevel, TaskReportKind, TaskState } from "#db/schema/followup"
import type { IssueState, Triage } from "#db/schema/intake"
import { addDays, type CivilDate, daysBetween } from "~/law/civil-date"
import { lastWorkingDayOfPeriod, workingDaysBetween } from "~/law/day-counting"
import { done, type Result, refuse } from "~/law/result"

/** One step of a task: where it may begin, where it leads (null: the task stays where it is), and what is noted of it. */
type Move = { from: readonly TaskState[]; to: TaskState | null; kind: TaskReportKind }

const underWay: readonly TaskState[] = ["assigned", "signedFor", "doing", "blocked"]

/** What may follow what: 交办 → 签收 → 办理 ⇄ 受阻 → 完工 → 验收 → 满意, and back to work from each of the last three. */
export const moves = {
  signFor: { from: ["assigned"], to: "signedFor", kind: "signedFor" },
  report: { from: ["signedFor", "doing"], to: "doing", kind: "progress" },
  block: { from: ["signedFor", "doing"], to: "blocked", kind: "blocked" },
  resume: { from: ["blocked"], to: "doing", kind: "resumed" },
  finish: { from: ["signedFor", "doing"], to: "done", kind: "done" },
  pass: { from: ["done"], to: "inspected", kind: "inspected" },
  sendBack: { from: ["done"], to: "doing", kind: "reworked" },
  satisfy: { from: ["inspected"], to: "satisfied", kind: "satisfied" },
  dissatisfy: { from: ["inspected"], to: "doing", kind: "reworked" },
  recheck: { from: ["inspected", "satisfied"], to: null, kind: "rechecked" },
  relapse: { from: ["inspected", "satisfied"], to: "doing", kind: "reworked" },
  replace: { from: ["blocked"], to: "replaced", kind: "replaced" },
  reschedule: { from: underWay, to: null, kind: "rescheduled" },
} as const satisfies Record<string, Move>
export type MoveName = keyof typeof moves

export const canMove = (state: TaskState, move: MoveName): boolean =>
  (moves[move].from as readonly TaskState[]).includes(state)

/** Refuses task_moved_on when the task is not where the move begins. */
export const checkMove = (task: { state: TaskState }, move: MoveName): Result<null> =>
  canMove(task.state, move) ? done(null) : refuse("task_moved_on", { state: task.state })

/** In somebody's hands and not reported as done. */
export const isUnderWay = (state: TaskState): boolean => underWay.includes(state)

/** What is to be done, as it heads pages and lists: without the full stop of the sentence it was in its resolution. */
export const taskContent = (sentence: string): string => sentence.trim().replace(/[。；]$/, "")

export const taskStateNames: Record<TaskState, string> = {
  assigned: "待签收",
  signedFor: "已签收",
  doing: "办理中",
  blocked: "受阻",
  done: "待验收",
  inspected: "已验收",
  satisfied: "已办结",
  replaced: "改走下一个方案",
}

export const reportKindNames: Record<TaskReportKind, string> = {
  signedFor: "签收",
  progress: "报进展",
  blocked: "报受阻",
  resumed: "恢复办理",
  done: "报完工",
  inspected: "验收通过",
  reworked: "退回重办",
  satisfied: "满意度评议",
  rechecked: "复查通过",
  replaced: "改走下一个方案",
  rescheduled: "改时限",
}

export const chaseLevelNames: Record<ChaseLevel, string> = { yellow: "黄牌", red: "红牌" }

/** When a photo of the works was taken. */
export const photoStageNames = { before: "施工前", during: "施工中", after: "施工后" } as const

/** How the list of tasks is seen: by state, and one's own. */
export const taskTabs = ["open", "mine", "toSign", "doing", "blocked", "late", "toInspect", "finished", "all"] as const
export type TaskTab = (typeof taskTabs)[number]

/** 满意度评议 of a finished task; the last one sends it back to work. */
export const taskRatings = ["satisfied", "mostly", "dissatisfied"] as const
export type TaskRating = (typeof taskRatings)[number]
export const taskRatingNames: Record<TaskRating, string> = {
  satisfied: "满意",
  mostly: "基本满意",
  dissatisfied: "不满意",
}

// No law sets when a late task is chased how hard: this is the community's own habit, and stands here in one place.
/** From so many days past the due date on, a yellow slip. */
const yellowFromDays = 1
/** Later than so many working days: red. */
const redAfterWorkingDays = 5
/** After so many chases of the same task: red, however few the days. */
const redAfterChases = 2
/** A handler who replied has so many working days to show progress before the next chase. */
const workingDaysAfterReply = 3

export type Lateness = { isLate: boolean; daysLate: number; level: "none" | ChaseLevel }

/** How late a task is today. What is done, or goes on as another proposal, is late no more. */
export function latenessOf(task: { state: TaskState; dueOn: CivilDate }, today: CivilDate): Lateness {
  const daysLate = isUnderWay(task.state) ? Math.max(0, daysBetween(task.dueOn, today)) : 0
  const workingDaysLate = daysLate > 0 ? workingDaysBetween(task.dueOn, addDays(today, 1)) : 0
  const level = workingDaysLate > redAfterWorkingDays ? "red" : daysLate >= yellowFromDays ? "yellow" : "none"
  return { isLate: daysLate > 0, daysLate, level }
}

/** The level of the next chase; null while the task is not late. */
export function nextChaseLevel(lateness: Lateness, chasesBefore: number): ChaseLevel | null {
  if (lateness.level === "none") return null
  return chasesBefore >= redAfterChases ? "red" : lateness.level
}

/** What is known of the last chase of a task. `movedOn`: the last day progress or completion was reported of it. */
export type LastChase = { sentOn: CivilDate; replyDueOn: CivilDate; isReplied: boolean; movedOn: CivilDate | null }

/** due: to be chased now. waiting: chased, and the reply has still time. replied: a reply came, and progress has still time. */
export type ChaseDue = "due" | "waiting" | "replied"

/**
 * Whether a late task is to be chased now; null while it is not late. After a chase the next one is due when the day of the
 * reply went by without one; after a reply when three working days brought no progress.
 */
export function chaseDueOf(lateness: Lateness, last: LastChase | null, today: CivilDate): ChaseDue | null {
  if (!lateness.isLate) return null
  if (!last) return "due"
  if (!last.isReplied) return last.replyDueOn < today ? "due" : "waiting"
  const since = last.movedOn && last.movedOn > last.sentOn ? last.movedOn : last.sentOn
  return lastWorkingDayOfPeriod(since, workingDaysAfterReply) < today ? "due" : "replied"
}

/**
 * Issues dealt with by somebody's hand and without a meeting become tasks themselves, and so do those on which a 书面表决
 * agreed, because no resolution follows it; what was merged is handed out with the issue it was merged into.
 * Refuses issue_merged, issue_not_for_task.
 */
export function checkForTask(issue: {
  state: IssueState
  triage: Triage | null
  mergedIntoId: string | null
  isAgreedOnPaper: boolean
}): Result<null> {
  if (issue.mergedIntoId !== null) return refuse("issue_merged")
  const isHandedOut =
    issue.triage === "quick" || issue.triage === "refer" || issue.triage === "wish" || issue.isAgreedOnPaper
  return issue.state === "sorted" && isHandedOut ? done(null) : refuse("issue_not_for_task")
}

type Counted = { quantityTotal: number | null; quantityDone: number; unit: string }

/**
 * Checks what is reported as done in all against what there is to do. A correction downwards needs a note.
 * Refuses task_not_counted, quantity_over_total, correction_note_missing.
 */
export function checkQuantity(task: Counted, quantityDone: number | null, note: string): Result<null> {
  if (quantityDone === null) return done(null)
  const field = "quantityDone"
  if (task.quantityTotal === null) return refuse("task_not_counted", { field })
  if (quantityDone > task.quantityTotal)
    return refuse("quantity_over_total", { field, total: task.quantityTotal, unit: task.unit })
  if (quantityDone < task.quantityDone && note === "") return refuse("correction_note_missing", { field: "note" })
  return done(null)
}

export const quantityText = ({ quantityTotal, quantityDone, unit }: Counted): string =>
  quantityTotal === null ? "" : `${quantityDone}/${quantityTotal}${unit}`

/**
 * Whether a matter's tasks are all carried out, so that its proposers can be answered: each inspected, and whatever gave way
 * to another proposal followed by that proposal's own task.
 */
export function isCarriedOut(tasks: readonly { state: TaskState; resolutionId: string | null }[]): boolean {
  const standing = tasks.filter(task => task.state !== "replaced")
  const isFollowed = (given: { resolutionId: string | null }) =>
    standing.some(task => task.resolutionId !== given.resolutionId)
  return (
    standing.length > 0 &&
    standing.every(task => task.state === "inspected" || task.state === "satisfied") &&
    tasks.every(task => task.state !== "replaced" || isFollowed(task))
  )
}
