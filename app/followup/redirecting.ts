import type { Writer } from "#db/client"
import { openNextProposalIn } from "~/agenda/proposals"
import { type CivilDate, civilDateOf, isRealDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { listBlockedResolutionIds } from "~/records/edition-store"
import type { Ctx } from "~/web/context"
import { checkMove } from "./rules"
import { type Step, stepTask } from "./task-step"
import { findTask, listTasksOfResolutions, type Task } from "./task-store"

/** Another due date, with the reason. Refuses due_date_missing, due_in_past, due_unchanged, reschedule_reason_missing, task_moved_on. */
export const rescheduleTask = (ctx: Ctx, input: { taskId: string; dueOn: CivilDate; reason: string }) =>
  stepTask(ctx, input.taskId, "task:assign", task => {
    const { dueOn, reason } = input
    if (!isRealDate(dueOn)) return refuse("due_date_missing", { field: "dueOn" })
    if (dueOn < civilDateOf(ctx.now())) return refuse("due_in_past", { field: "dueOn" })
    if (dueOn === task.dueOn) return refuse("due_unchanged", { field: "dueOn" })
    if (reason === "") return refuse("reschedule_reason_missing", { field: "reason" })
    return done({ move: "reschedule", note: reason, set: { dueOn }, detail: { before: task.dueOn, dueOn } })
  })

/**
 * 改走下一个方案: what is blocked gives way, and the topic it came from opens its next proposal, in one transaction.
 * Where the proposal behind the task gave way before, by another task of its resolution or on the topic's page, the next
 * one is open already, and may even be agreed on: it is not blocked by a task that was never its own.
 * Refusals: forbidden, not_found, replace_reason_missing, task_without_topic, task_moved_on, those of `openNextProposalIn`.
 */
export async function replaceTask(ctx: Ctx, input: { taskId: string; reason: string }) {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const found = await findTask(ctx.db.read, ctx.community.id, input.taskId)
  if (!found) return refuse("not_found")
  const lock = found.topicId ? `topic:${found.topicId}` : `task:${found.id}`
  return stepTask(ctx, input.taskId, "task:assign", (task, q) => replaceIn(q, ctx, task, input.reason), lock)
}

async function replaceIn(q: Writer, ctx: Ctx, task: Task, reason: string): Promise<Result<Step>> {
  const movable = checkMove(task, "replace")
  if (!movable.ok) return movable
  if (reason === "") return refuse("replace_reason_missing", { field: "reason" })
  if (!task.topicId) return refuse("task_without_topic")
  if (task.resolutionId && (await listBlockedResolutionIds(q, ctx.community.id)).includes(task.resolutionId))
    return done({ move: "replace", note: reason, set: { reason } })
  const siblings = task.resolutionId ? await listTasksOfResolutions(q, ctx.community.id, [task.resolutionId]) : []
  if (!siblings.some(one => one.state === "replaced")) {
    const opened = await openNextProposalIn(q, ctx, { topicId: task.topicId, reason })
    if (!opened.ok) return opened
  }
  return done({ move: "replace", note: reason, set: { reason } })
}
