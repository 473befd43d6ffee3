import { civilDateOf, formatDate } from "~/law/civil-date"
import { formatQuantity, readQuantity } from "~/law/quantities"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { type HandlerChoice, listHandlerChoices } from "./handlers"
import { checkForTask } from "./rules"
import { findIssueSource, findResolutionSource, listApprovedResolutions } from "./source-store"
import { taskNumberOf } from "./task-step"
import { listTasksOf, listTasksOfResolutions } from "./task-store"
import { type TaskLine, taskLine } from "./task-views"

/** One item of a resolution as the form offers it: what stands in the resolution is filled in already. */
export type ItemToAssign = {
  itemOrdinal: number
  content: string
  handler: string
  handlerPersonId: string
  dueOn: string
  /** What the resolution set, when that day is over; else empty. */
  dueBefore: string
  quantity: string
  /** The task it is already. */
  task: TaskLine | null
}

/** Whose account a handler's words mean: the person's own name, or an organization only one of them is of. */
function personMeant(handler: string, choices: readonly HandlerChoice[]): string {
  if (handler === "") return ""
  const named = choices.filter(choice => choice.name === handler)
  const found = named.length > 0 ? named : choices.filter(choice => choice.organization === handler)
  return found.length === 1 ? found[0]!.personId : ""
}

/** The items of an approved resolution, to be handed out. Refusals: forbidden, not_found, resolution_not_approved. */
export async function readResolutionToAssign(ctx: Ctx, resolutionId: string) {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const q = ctx.db.read
  const source = await findResolutionSource(q, ctx.community.id, resolutionId)
  if (!source) return refuse("not_found")
  if (source.state !== "approved" || source.year === null || source.sequence === null)
    return refuse("resolution_not_approved")
  const tasks = await listTasksOfResolutions(q, ctx.community.id, [source.id])
  const choices = await listHandlerChoices(ctx)
  const today = civilDateOf(ctx.now())
  return done({
    resolutionId: source.id,
    number: formatNumber(ctx.community.shortName, "resolution", source.year, source.sequence),
    title: source.wording.title,
    meetingId: source.meetingId,
    roundId: source.roundId,
    choices,
    today,
    items: source.wording.items.map((item, at): ItemToAssign => {
      const task = tasks.find(one => one.itemOrdinal === at + 1)
      const inContent = readQuantity(item.content)
      return {
        itemOrdinal: at + 1,
        content: item.content,
        handler: item.handler,
        handlerPersonId: personMeant(item.handler, choices),
        // A day that is over cannot be set any more: it has to be agreed anew.
        dueOn: item.dueOn >= today ? item.dueOn : "",
        dueBefore: item.dueOn !== "" && item.dueOn < today ? formatDate(item.dueOn) : "",
        quantity: item.quantity || (inContent ? formatQuantity(inContent) : ""),
        task: task ? taskLine(ctx, task) : null,
      }
    }),
  })
}
export type ResolutionToAssign = Extract<Awaited<ReturnType<typeof readResolutionToAssign>>, { ok: true }>["value"]

/** An issue to be handed out, with what is handed out of it already. Refusals: forbidden, not_found, issue_merged, issue_not_for_task. */
export async function readIssueToAssign(ctx: Ctx, issueId: string) {
  if (!may(ctx.actor, "task:assign")) return refuse("forbidden")
  const issue = await findIssueSource(ctx.db.read, ctx.community.id, issueId)
  if (!issue) return refuse("not_found")
  const forTask = checkForTask(issue)
  if (!forTask.ok) return forTask
  const choices = await listHandlerChoices(ctx)
  const tasks = await listTasksOf(ctx.db.read, ctx.community.id, { issueId })
  const today = civilDateOf(ctx.now())
  return done({
    issueId: issue.id,
    number: formatNumber(ctx.community.shortName, "issue", issue.year, issue.sequence),
    title: issue.title,
    place: issue.place,
    content: issue.place && !issue.content.includes(issue.place) ? `${issue.place}：${issue.content}` : issue.content,
    handler: issue.handler,
    handlerPersonId: personMeant(issue.handler, choices),
    dueOn: issue.answerDueOn && issue.answerDueOn >= today ? issue.answerDueOn : "",
    choices,
    today,
    tasks: tasks.map(task => ({ taskId: task.id, number: taskNumberOf(ctx, task), handler: task.handler })),
  })
}
export type IssueToAssign = Extract<Awaited<ReturnType<typeof readIssueToAssign>>, { ok: true }>["value"]

export type ResolutionWaiting = { resolutionId: string; number: string; title: string; waiting: number; of: number }

/** Approved resolutions of which some item is in nobody's hands yet. Empty for whoever hands nothing out. */
export async function listResolutionsToAssign(ctx: Ctx): Promise<ResolutionWaiting[]> {
  if (!may(ctx.actor, "task:assign")) return []
  const approved = await listApprovedResolutions(ctx.db.read, ctx.community.id)
  const ids = approved.map(one => one.id)
  const tasks = await listTasksOfResolutions(ctx.db.read, ctx.community.id, ids)
  return approved.flatMap(({ id, wording, year, sequence }) => {
    const of = wording.items.length
    const waiting = of - tasks.filter(task => task.resolutionId === id).length
    if (waiting <= 0 || year === null || sequence === null) return []
    const number = formatNumber(ctx.community.shortName, "resolution", year, sequence)
    return [{ resolutionId: id, number, title: wording.title, waiting, of }]
  })
}
