import type { Writer } from "#db/client"
import { type CivilDate, civilDateOf, isRealDate } from "~/law/civil-date"
import { readQuantity } from "~/law/quantities"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { isHandlerPerson } from "./handlers"
import { checkForTask, taskContent } from "./rules"
import { findIssueSource, findResolutionSource, findTopicOfIssue } from "./source-store"
import { taskNumberOf, taskSubject } from "./task-step"
import { insertTask, listTasksOf, listTasksOfResolutions, type Task } from "./task-store"

/** Into whose hands, by when, and how much of it where it can be counted: 570米. */
export type Assignment = {
  handler: string
  /** Somebody with an account that works on tasks; null where the handler has none and the office writes for them. */
  handlerPersonId: string | null
  dueOn: CivilDate
  /** As people write it; empty where nothing is counted. */
  quantity: string
}

export type ItemAssignment = Assignment & { itemOrdinal: number }
export type Assigned = { taskId: string; itemOrdinal: number; number: string }

/**
 * 交办: items of an approved resolution, each a task. The same again gives the tasks that are there; all or nothing.
 * Refusals: forbidden, not_found, resolution_not_approved, no_item_chosen, item_not_there, item_assigned_otherwise,
 * handler_missing, handler_without_account, due_date_missing, due_in_past, quantity_unreadable. `row` in the detail
 * counts the items from 1; `field` ends in it.
 */
export async function assignTasks(
  ctx: Ctx,
  input: { resolutionId: string; items: readonly ItemAssignment[] },
): Promise<Result<{ tasks: Assigned[] }>> {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const communityId = ctx.community.id
  return writeOrRefuse<{ tasks: Assigned[] }>(
    ctx,
    `resolution:${input.resolutionId}`,
    async q => {
      const source = await findResolutionSource(q, communityId, input.resolutionId)
      if (!source) return refuse("not_found")
      if (source.state !== "approved") return refuse("resolution_not_approved")
      if (input.items.length === 0) return refuse("no_item_chosen")
      const there = await listTasksOfResolutions(q, communityId, [source.id])
      const tasks: Assigned[] = []
      for (const entry of input.items) {
        const { itemOrdinal } = entry
        const item = source.wording.items[itemOrdinal - 1]
        if (!item) return refuse("item_not_there", { row: itemOrdinal })
        const before = there.find(task => task.itemOrdinal === itemOrdinal)
        if (before && !isSame(before, entry)) return refuse("item_assigned_otherwise", { row: itemOrdinal })
        if (before) {
          tasks.push({ taskId: before.id, itemOrdinal, number: taskNumberOf(ctx, before) })
          continue
        }
        const made = await makeTaskIn(q, ctx, entry, {
          content: taskContent(item.content),
          resolutionId: source.id,
          itemOrdinal,
          issueId: null,
          topicId: source.topicId,
        })
        if (!made.ok) return made
        tasks.push({ ...made.value, itemOrdinal })
      }
      return done({ tasks })
    },
    refuse("item_assigned_otherwise"),
  )
}

/**
 * 交办 of an issue sorted as 即办, 转办 or 微心愿. The same again gives the task that is there.
 * Refusals: forbidden, not_found, issue_merged, issue_not_for_task, task_content_missing, and those of one assignment.
 */
export async function assignTaskOfIssue(
  ctx: Ctx,
  input: Omit<Assignment, "quantity"> & { issueId: string; content: string; quantity?: string },
): Promise<Result<{ taskId: string; number: string }>> {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const { issueId } = input
  const content = taskContent(input.content)
  const entry = { ...input, quantity: input.quantity ?? "" }
  return writeOrRefuse<{ taskId: string; number: string }>(ctx, `issue:${issueId}`, async q => {
    const issue = await findIssueSource(q, ctx.community.id, issueId)
    if (!issue) return refuse("not_found")
    const forTask = checkForTask(issue)
    if (!forTask.ok) return forTask
    if (content === "") return refuse("task_content_missing", { field: "content" })
    const there = await listTasksOf(q, ctx.community.id, { issueId })
    const same = there.find(task => task.state !== "replaced" && task.content === content && isSame(task, entry))
    if (same) return done({ taskId: same.id, number: taskNumberOf(ctx, same) })
    const topicId = await findTopicOfIssue(q, ctx.community.id, issueId)
    return makeTaskIn(q, ctx, entry, { content, issueId, topicId, resolutionId: null, itemOrdinal: null })
  })
}

/** A second click, not a second thought. */
const isSame = (task: Task, entry: Assignment): boolean =>
  task.handler === entry.handler && task.handlerPersonId === entry.handlerPersonId && task.dueOn === entry.dueOn

type Source = Pick<Task, "content" | "resolutionId" | "itemOrdinal" | "issueId" | "topicId">

async function makeTaskIn(
  q: Writer,
  ctx: Ctx,
  entry: Assignment,
  source: Source,
): Promise<Result<{ taskId: string; number: string }>> {
  const row = source.itemOrdinal ?? 0
  const at = (name: string) => ({ row, field: row === 0 ? name : `${name}-${row}` })
  const today = civilDateOf(ctx.now())
  if (entry.handler === "") return refuse("handler_missing", at("handler"))
  if (entry.handlerPersonId !== null && !(await isHandlerPerson(q, ctx, entry.handlerPersonId)))
    return refuse("handler_without_account", at("handlerPersonId"))
  if (!isRealDate(entry.dueOn)) return refuse("due_date_missing", at("dueOn"))
  if (entry.dueOn < today) return refuse("due_in_past", at("dueOn"))
  const quantity = readQuantity(entry.quantity)
  if (entry.quantity !== "" && !quantity)
    return refuse("quantity_unreadable", { ...at("quantity"), text: entry.quantity })
  const year = Number(today.slice(0, 4))
  const task: Task = {
    ...source,
    communityId: ctx.community.id,
    id: ctx.newId(),
    year,
    sequence: await takeNumber(q, ctx.community.id, "task", year),
    quantityTotal: quantity?.total ?? null,
    quantityDone: 0,
    unit: quantity?.unit ?? "",
    handler: entry.handler,
    handlerPersonId: entry.handlerPersonId,
    dueOn: entry.dueOn,
    state: "assigned",
    reason: "",
    signedForAt: null,
    doneAt: null,
    inspectedAt: null,
    inspectedBy: "",
    recheckOn: null,
    recheckedAt: null,
    createdAt: ctx.now(),
    createdBy: ctx.actor.name,
    version: 1,
  }
  await insertTask(q, task)
  const number = taskNumberOf(ctx, task)
  const { content, handler, dueOn } = task
  await audit(q, ctx, "task.assigned", taskSubject(task.id), { number, content, handler, dueOn })
  return done({ taskId: task.id, number })
}
