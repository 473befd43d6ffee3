import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import { audit } from "~/registry/audit"
import { formatNumber, takeNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { readChaseDues } from "./chase-dues"
import { latenessOf, nextChaseLevel } from "./rules"
import { mayWorkOn, reporterOf, taskNumberOf, taskSubject } from "./task-step"
import { findTask, insertChase, listChases, updateChaseReply } from "./task-store"

/**
 * 督办 of a late task; yellow or red comes from how late it is and how often it was chased.
 * Refusals: forbidden, not_found, task_not_late, chased_already, demand_missing, reply_due_in_past.
 */
export async function chaseTask(
  ctx: Ctx,
  input: { taskId: string; demand: string; replyDueOn: CivilDate },
): Promise<Result<{ chaseId: string; number: string; level: "yellow" | "red" }>> {
  if (!may(ctx.actor, "task:chase")) return refuse("forbidden")
  return writeOrRefuse<{ chaseId: string; number: string; level: "yellow" | "red" }>(
    ctx,
    `task:${input.taskId}`,
    async q => {
      const communityId = ctx.community.id
      const task = await findTask(q, communityId, input.taskId)
      if (!task) return refuse("not_found")
      const today = civilDateOf(ctx.now())
      const lateness = latenessOf(task, today)
      const before = await listChases(q, communityId, task.id)
      const level = nextChaseLevel(lateness, before.length)
      if (!level) return refuse("task_not_late")
      const due = (await readChaseDues(q, communityId, [task], today)).get(task.id)
      if (due !== "due") return refuse("chased_already", { status: 409 })
      if (input.demand === "") return refuse("demand_missing", { field: "demand" })
      if (input.replyDueOn < today) return refuse("reply_due_in_past", { field: "replyDueOn" })
      const year = Number(today.slice(0, 4))
      const sequence = await takeNumber(q, communityId, "chase", year)
      const chaseId = ctx.newId()
      const number = formatNumber(ctx.community.shortName, "chase", year, sequence)
      await insertChase(q, {
        communityId,
        id: chaseId,
        taskId: task.id,
        year,
        sequence,
        ordinal: before.length + 1,
        level,
        daysLate: lateness.daysLate,
        demand: input.demand,
        replyDueOn: input.replyDueOn,
        reply: "",
        repliedAt: null,
        repliedBy: "",
        createdAt: ctx.now(),
        createdBy: ctx.actor.name,
      })
      await audit(q, ctx, "task.chased", taskSubject(task.id), {
        number: taskNumberOf(ctx, task),
        content: task.content,
        chase: number,
        level,
        daysLate: lateness.daysLate,
      })
      return done({ chaseId, number, level })
    },
  )
}

/**
 * What the handler answers to a chase; once. Refusals: forbidden, not_found, task_not_own, reply_missing, already_replied.
 */
export async function replyToChase(
  ctx: Ctx,
  input: { taskId: string; chaseId: string; reply: string },
): Promise<Result<null>> {
  if (!may(ctx.actor, "task:work")) return refuse("forbidden")
  return writeOrRefuse<null>(ctx, `task:${input.taskId}`, async q => {
    const communityId = ctx.community.id
    const task = await findTask(q, communityId, input.taskId)
    const chase = (await listChases(q, communityId, input.taskId)).find(one => one.id === input.chaseId)
    if (!task || !chase) return refuse("not_found")
    if (!mayWorkOn(ctx, task)) return refuse("task_not_own", { status: 403 })
    if (input.reply === "") return refuse("reply_missing", { field: "reply" })
    const set = { reply: input.reply, repliedAt: ctx.now(), repliedBy: reporterOf(ctx, task) }
    const key = { communityId, taskId: task.id, chaseId: chase.id }
    if (!(await updateChaseReply(q, key, set))) return refuse("already_replied")
    await audit(q, ctx, "task.chaseAnswered", taskSubject(task.id), {
      number: taskNumberOf(ctx, task),
      content: task.content,
      chase: formatNumber(ctx.community.shortName, "chase", chase.year, chase.sequence),
      reply: input.reply,
    })
    return done(null)
  })
}
