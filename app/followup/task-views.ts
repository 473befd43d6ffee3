import type { TaskState } from "#db/schema/followup"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { readChaseDues } from "./chase-dues"
import { type ChaseDue, isUnderWay, type Lateness, latenessOf, type TaskTab, taskTabs } from "./rules"
import { findTopicOfIssue } from "./source-store"
import { isOwn, taskNumberOf } from "./task-step"
import { listOpenChases, listTasks, listTasksOf, type Task } from "./task-store"

/** A task as lists show it. */
export type TaskLine = Lateness & {
  taskId: string
  number: string
  content: string
  quantityTotal: number | null
  quantityDone: number
  unit: string
  handler: string
  handlerPersonId: string | null
  /** In the hands of whoever looks. */
  isMine: boolean
  dueOn: CivilDate
  /** 2026年10月8日. */
  due: string
  state: TaskState
  reason: string
  recheckOn: CivilDate | null
  isRechecked: boolean
  resolutionId: string | null
  itemOrdinal: number | null
  issueId: string | null
  topicId: string | null
}

export const taskLine = (ctx: Ctx, task: Task, today = civilDateOf(ctx.now())): TaskLine => ({
  ...latenessOf(task, today),
  taskId: task.id,
  number: taskNumberOf(ctx, task),
  content: task.content,
  quantityTotal: task.quantityTotal,
  quantityDone: task.quantityDone,
  unit: task.unit,
  handler: task.handler,
  handlerPersonId: task.handlerPersonId,
  isMine: isOwn(ctx, task),
  dueOn: task.dueOn,
  due: formatDate(task.dueOn),
  state: task.state,
  reason: task.reason,
  recheckOn: task.recheckOn,
  isRechecked: task.recheckedAt !== null,
  resolutionId: task.resolutionId,
  itemOrdinal: task.itemOrdinal,
  issueId: task.issueId,
  topicId: task.topicId,
})

const belongsTo: Record<TaskTab, (line: TaskLine) => boolean> = {
  open: line => isUnderWay(line.state) || line.state === "done",
  mine: line => line.isMine && (isUnderWay(line.state) || line.state === "done"),
  toSign: line => line.state === "assigned",
  doing: line => line.state === "signedFor" || line.state === "doing",
  blocked: line => line.state === "blocked",
  late: line => line.isLate,
  toInspect: line => line.state === "done",
  finished: line => ["inspected", "satisfied", "replaced"].includes(line.state),
  all: () => true,
}

/** The list by tab, own ones first, with how many there are in each tab under the same filter. Refusal: forbidden. */
export async function listTaskRows(ctx: Ctx, filter: { tab: TaskTab; handler?: string }) {
  if (!may(ctx.actor, "task:read")) return refuse("forbidden")
  const everything = (await listTasks(ctx.db.read, ctx.community.id)).map(task => taskLine(ctx, task))
  const all = everything.filter(line => !filter.handler || line.handler === filter.handler)
  const rows = all.filter(belongsTo[filter.tab])
  return done({
    counts: Object.fromEntries(taskTabs.map(tab => [tab, all.filter(belongsTo[tab]).length])) as Record<
      TaskTab,
      number
    >,
    handlers: [...new Set(everything.map(line => line.handler))].toSorted(),
    rows: [...rows.filter(line => line.isMine), ...rows.filter(line => !line.isMine)],
  })
}

/** Tasks made of an issue or of the topic it is in, in the order of their numbers; none for whoever may not read tasks. */
export async function listTasksOfIssue(ctx: Ctx, issueId: string): Promise<TaskLine[]> {
  if (!may(ctx.actor, "task:read")) return []
  const topicId = await findTopicOfIssue(ctx.db.read, ctx.community.id, issueId)
  const tasks = await listTasksOf(ctx.db.read, ctx.community.id, { issueId, topicId })
  return tasks.map(task => taskLine(ctx, task))
}

/** Tasks made of a topic's resolutions, in the order of their numbers; none for whoever may not read tasks. */
export async function listTasksOfTopic(ctx: Ctx, topicId: string): Promise<TaskLine[]> {
  if (!may(ctx.actor, "task:read")) return []
  const tasks = await listTasksOf(ctx.db.read, ctx.community.id, { topicId })
  return tasks.map(task => taskLine(ctx, task))
}

/** What a task waits for, and since when it is due. */
export type DueTask = TaskLine & {
  waitsFor: "signature" | "work" | "unblocking" | "inspection" | "recheck"
  /** The chase that waits for a reply, if there is one. */
  openChase: { level: "yellow" | "red"; replyDueOn: CivilDate } | null
  /** Whether it is to be chased now, or was and has still time; null while it is not late. */
  chase: ChaseDue | null
}

const waitsFor: Partial<Record<TaskState, DueTask["waitsFor"]>> = {
  assigned: "signature",
  signedFor: "work",
  doing: "work",
  blocked: "unblocking",
  done: "inspection",
}

/**
 * Every task that somebody has to do something about, by due date: those under way, those waiting for their inspection, and
 * those whose recheck has come. Empty for whoever may not read tasks.
 */
export async function listDueTasks(ctx: Ctx, today: CivilDate): Promise<DueTask[]> {
  if (!may(ctx.actor, "task:read")) return []
  const tasks = await listTasks(ctx.db.read, ctx.community.id)
  const chases = await listOpenChases(ctx.db.read, ctx.community.id)
  const chaseDues = await readChaseDues(ctx.db.read, ctx.community.id, tasks, today)
  return tasks.flatMap(task => {
    const isRecheckDue = task.recheckOn !== null && task.recheckedAt === null && task.recheckOn <= today
    const waiting = waitsFor[task.state] ?? (isRecheckDue && task.state !== "replaced" ? ("recheck" as const) : null)
    if (!waiting) return []
    const openChase = isUnderWay(task.state) ? chases.findLast(chase => chase.taskId === task.id) : undefined
    const { level, replyDueOn } = openChase ?? {}
    return [
      {
        ...taskLine(ctx, task, today),
        waitsFor: waiting,
        openChase: level && replyDueOn ? { level, replyDueOn } : null,
        chase: chaseDues.get(task.id) ?? null,
      },
    ]
  })
}

export type ItemToAssign = {
  itemOrdinal: number
  content: string
  handler: string
  dueOn: string
  quantity: string
  task: TaskLine | null
}
