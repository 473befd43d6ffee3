import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { checkMove, checkQuantity } from "./rules"
import { stepTask } from "./task-step"

type Moved = Promise<Result<{ taskId: string }>>

/** 签收. Refuses task_moved_on, task_not_own. */
export const signForTask = (ctx: Ctx, input: { taskId: string; note?: string }): Moved =>
  stepTask(ctx, input.taskId, "task:work", () =>
    done({ move: "signFor", note: input.note ?? "", set: { signedForAt: ctx.now() } }),
  )

/**
 * 报进展: how much is done in all, or in words where nothing is counted.
 * Refuses report_empty, task_not_counted, quantity_over_total, correction_note_missing, task_moved_on, task_not_own.
 */
export const reportProgress = (ctx: Ctx, input: { taskId: string; quantityDone: number | null; note: string }): Moved =>
  stepTask(ctx, input.taskId, "task:work", task => {
    const { quantityDone, note } = input
    const movable = checkMove(task, "report")
    if (!movable.ok) return movable
    if (note === "" && (quantityDone === null || quantityDone === task.quantityDone))
      return refuse("report_empty", { field: "note" })
    const checked = checkQuantity(task, quantityDone, note)
    if (!checked.ok) return checked
    const unit = task.unit
    return done({ move: "report", note, quantityDone, detail: { quantityDone, total: task.quantityTotal, unit } })
  })

/** 受阻, with what stands in the way. Refuses task_reason_missing, task_moved_on, task_not_own. */
export const blockTask = (ctx: Ctx, input: { taskId: string; reason: string }): Moved =>
  stepTask(ctx, input.taskId, "task:work", () =>
    input.reason === ""
      ? refuse("task_reason_missing", { field: "reason" })
      : done({ move: "block", note: input.reason, set: { reason: input.reason } }),
  )

/** What stood in the way is gone. Refuses task_moved_on, task_not_own. */
export const resumeTask = (ctx: Ctx, input: { taskId: string; note?: string }): Moved =>
  stepTask(ctx, input.taskId, "task:work", () => done({ move: "resume", note: input.note ?? "", set: { reason: "" } }))

/**
 * 报完工: says that the whole is done, unless a smaller quantity is given with the reason why it is all there is to do.
 * Refuses quantity_over_total, task_not_counted, shortfall_note_missing, task_moved_on, task_not_own.
 */
export const finishTask = (ctx: Ctx, input: { taskId: string; note?: string; quantityDone?: number | null }): Moved =>
  stepTask(ctx, input.taskId, "task:work", task => {
    const note = input.note ?? ""
    const movable = checkMove(task, "finish")
    if (!movable.ok) return movable
    const quantityDone = input.quantityDone ?? task.quantityTotal
    const checked = checkQuantity(task, quantityDone, note)
    if (!checked.ok) return checked
    if (quantityDone !== task.quantityTotal && note === "")
      return refuse("shortfall_note_missing", { field: "note", total: task.quantityTotal, unit: task.unit })
    return done({
      move: "finish",
      note,
      quantityDone,
      set: { doneAt: ctx.now() },
      detail: { quantityDone, total: task.quantityTotal, unit: task.unit },
    })
  })
