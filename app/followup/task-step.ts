import type { Writer } from "#db/client"
import { done, type Result, refuse } from "~/law/result"
import { may, type Permission } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { checkMove, type MoveName, moves } from "./rules"
import { findTask, insertReport, moveTask, type Task } from "./task-store"

const actions: Record<MoveName, string> = {
  signFor: "task.signedFor",
  report: "task.reported",
  block: "task.blocked",
  resume: "task.resumed",
  finish: "task.finished",
  pass: "task.inspected",
  sendBack: "task.sentBack",
  satisfy: "task.satisfied",
  dissatisfy: "task.dissatisfied",
  recheck: "task.rechecked",
  relapse: "task.relapsed",
  replace: "task.replaced",
  reschedule: "task.rescheduled",
}

/** What a move writes beside the new state. */
export type Step = {
  move: MoveName
  note: string
  set?: Partial<Task>
  quantityDone?: number | null
  detail?: Record<string, unknown>
}

export const taskSubject = (taskId: string) => ({ kind: "task", id: taskId }) as const
export const taskNumberOf = (ctx: Pick<Ctx, "community">, task: Pick<Task, "year" | "sequence">): string =>
  formatNumber(ctx.community.shortName, "task", task.year, task.sequence)

/** Whoever has it in hand, and the office, which writes for a handler that has no account or brings the paper slip. */
export const mayWorkOn = (ctx: Ctx, task: Pick<Task, "handlerPersonId">): boolean =>
  may(ctx.actor, "task:work") && (isOwn(ctx, task) || may(ctx.actor, "task:assign"))

export const isOwn = (ctx: Pick<Ctx, "actor">, task: Pick<Task, "handlerPersonId">): boolean =>
  task.handlerPersonId !== null && task.handlerPersonId === ctx.actor.personId

/** Who reports: where the office writes for the handler, both names are kept. */
export const reporterOf = (ctx: Ctx, task: Pick<Task, "handlerPersonId" | "handler">): string =>
  isOwn(ctx, task) ? ctx.actor.name : `${ctx.actor.name}（代${task.handler}）`

/**
 * Every move of a task: permission, the task as it stands under its lock, the rule, the guarded update, a report and an
 * audit row. `prepare` looks at the task and says which move it is. Refusals: forbidden, not_found, task_not_own,
 * task_moved_on, and those of `prepare`.
 */
export async function stepTask(
  ctx: Ctx,
  taskId: string,
  permission: Permission,
  prepare: (task: Task, q: Writer) => Result<Step> | Promise<Result<Step>>,
  lock = `task:${taskId}`,
): Promise<Result<{ taskId: string }>> {
  if (!may(ctx.actor, permission)) return refuse("forbidden")
  return writeOrRefuse<{ taskId: string }>(ctx, lock, async q => {
    const task = await findTask(q, ctx.community.id, taskId)
    if (!task) return refuse("not_found")
    if (permission === "task:work" && !mayWorkOn(ctx, task)) return refuse("task_not_own", { status: 403 })
    const prepared = await prepare(task, q)
    if (!prepared.ok) return prepared
    const moved = await writeStepIn(q, ctx, task, prepared.value, permission === "task:work")
    return moved.ok ? done({ taskId }) : moved
  })
}

/** Inner step: the write of one move. */
async function writeStepIn(q: Writer, ctx: Ctx, task: Task, step: Step, isWork: boolean): Promise<Result<null>> {
  const checked = checkMove(task, step.move)
  if (!checked.ok) return checked
  const { from, to, kind } = moves[step.move]
  const set = {
    ...(to ? { state: to } : {}),
    ...(step.quantityDone == null ? {} : { quantityDone: step.quantityDone }),
    ...step.set,
  }
  if (!(await moveTask(q, ctx.community.id, task.id, from, set))) return refuse("task_moved_on", { state: task.state })
  await insertReport(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    taskId: task.id,
    kind,
    note: step.note,
    quantityDone: task.quantityTotal === null ? null : (step.quantityDone ?? task.quantityDone),
    reportedAt: ctx.now(),
    reportedBy: isWork ? reporterOf(ctx, task) : ctx.actor.name,
  })
  await audit(q, ctx, actions[step.move], taskSubject(task.id), {
    number: taskNumberOf(ctx, task),
    content: task.content,
    note: step.note,
    ...(isWork && !isOwn(ctx, task) ? { onBehalfOf: task.handler } : {}),
    ...step.detail,
  })
  return done(null)
}
