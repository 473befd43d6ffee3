import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { checkMove, type TaskRating, taskRatingNames } from "./rules"
import { isOwn, stepTask } from "./task-step"
import type { Task } from "./task-store"

type Moved = Promise<Result<{ taskId: string }>>

/** Back to work: whatever said that it was done says so no more. */
const reopened: Partial<Task> = {
  doneAt: null,
  inspectedAt: null,
  inspectedBy: "",
  recheckOn: null,
  recheckedAt: null,
}

/**
 * 验收 by somebody who did not do the work; what fails goes back with a note. `recheckOn` is the day somebody looks again.
 * Refuses own_work, rework_note_missing, recheck_not_later, task_moved_on.
 */
export const inspectTask = (
  ctx: Ctx,
  input: { taskId: string; passed: boolean; note: string; recheckOn: CivilDate | null },
): Moved =>
  stepTask(ctx, input.taskId, "task:inspect", task => {
    const { passed, note, recheckOn } = input
    const movable = checkMove(task, "pass")
    if (!movable.ok) return movable
    if (isOwn(ctx, task)) return refuse("own_work")
    if (!passed)
      return note === ""
        ? refuse("rework_note_missing", { field: "note" })
        : done({ move: "sendBack", note, set: reopened })
    if (recheckOn !== null && recheckOn <= civilDateOf(ctx.now()))
      return refuse("recheck_not_later", { field: "recheckOn" })
    return done({
      move: "pass",
      note,
      set: { inspectedAt: ctx.now(), inspectedBy: ctx.actor.name, recheckOn, recheckedAt: null },
      detail: { recheckOn },
    })
  })

/**
 * 满意度评议, told to the office by those it was done for; 不满意 sends it back with what they miss.
 * Refuses rework_note_missing, task_moved_on.
 */
export const rateTask = (ctx: Ctx, input: { taskId: string; level: TaskRating; note: string }): Moved =>
  stepTask(ctx, input.taskId, "task:inspect", task => {
    const { level, note } = input
    const movable = checkMove(task, "satisfy")
    if (!movable.ok) return movable
    const detail = { level, words: note }
    const words = note === "" ? taskRatingNames[level] : `${taskRatingNames[level]}：${note}`
    if (level !== "dissatisfied") return done({ move: "satisfy", note: words, detail })
    return note === ""
      ? refuse("rework_note_missing", { field: "note" })
      : done({ move: "dissatisfy", note: words, set: reopened, detail })
  })

/**
 * 复查 on its day, or sooner; what does not hold goes back to work.
 * Refuses no_recheck_due, rework_note_missing, task_moved_on.
 */
export const recheckTask = (ctx: Ctx, input: { taskId: string; passed: boolean; note: string }): Moved =>
  stepTask(ctx, input.taskId, "task:inspect", task => {
    const { passed, note } = input
    const movable = checkMove(task, "recheck")
    if (!movable.ok) return movable
    if (task.recheckOn === null || task.recheckedAt !== null) return refuse("no_recheck_due")
    if (passed) return done({ move: "recheck", note, set: { recheckedAt: ctx.now() } })
    return note === ""
      ? refuse("rework_note_missing", { field: "note" })
      : done({ move: "relapse", note, set: reopened })
  })
