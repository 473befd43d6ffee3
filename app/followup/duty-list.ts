import { issueStateNames } from "~/intake/rules"
import { type CivilDate, civilDateOf, daysBetween, formatDate } from "~/law/civil-date"
import { done, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { findPerson } from "~/people/register-store"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { listHandsOfOpenIssues } from "./duty-store"
import { listHandlerChoices } from "./handlers"
import { isUnderWay, latenessOf, quantityText, taskStateNames } from "./rules"
import { listOpenIssuesOf } from "./source-store"
import { taskNumberOf } from "./task-step"
import { listTasks } from "./task-store"

export type DutyLine = {
  key: string
  kind: "task" | "issue"
  id: string
  number: string
  content: string
  /** 地点 of an issue, 数量 of a task. */
  about: string
  dueOn: CivilDate | null
  due: string
  state: string
  daysLate: number
  isDone: boolean
}

/** Whether somebody's duty list may be looked at: one's own, and by the office everybody's. */
const mayRead = (ctx: Ctx, personId: string): boolean =>
  may(ctx.actor, "task:read") && (personId === ctx.actor.personId || may(ctx.actor, "task:inspect"))

/**
 * 履职清单 of a grid worker or handler: tasks in their hands, those finished this year ticked, and the open issues they
 * brought or deal with. Refusals: forbidden, not_found.
 */
export async function readDutyList(ctx: Ctx, personId: string) {
  if (!mayRead(ctx, personId)) return refuse("forbidden")
  const q = ctx.db.read
  const communityId = ctx.community.id
  const person = await findPerson(q, communityId, personId)
  if (!person) return refuse("not_found")
  const today = civilDateOf(ctx.now())
  const tasks = await listTasks(q, communityId, { handlerPersonId: personId })
  const issues = await listOpenIssuesOf(q, communityId, person.name)
  const lines = [
    ...tasks
      .filter(task => task.state !== "replaced")
      .filter(task => !task.doneAt || civilDateOf(task.doneAt).slice(0, 4) === today.slice(0, 4))
      .map(
        (task): DutyLine => ({
          key: `task ${task.id}`,
          kind: "task",
          id: task.id,
          number: taskNumberOf(ctx, task),
          content: task.content,
          about: quantityText(task),
          dueOn: task.dueOn,
          due: formatDate(task.dueOn),
          state: taskStateNames[task.state],
          daysLate: latenessOf(task, today).daysLate,
          isDone: task.doneAt !== null,
        }),
      ),
    ...issues.map(
      (issue): DutyLine => ({
        key: `issue ${issue.id}`,
        kind: "issue",
        id: issue.id,
        number: formatNumber(ctx.community.shortName, "issue", issue.year, issue.sequence),
        content: issue.title,
        about: issue.place,
        dueOn: issue.answerDueOn,
        due: issue.answerDueOn ? formatDate(issue.answerDueOn) : "",
        state: issueStateNames[issue.state],
        daysLate: issue.answerDueOn ? Math.max(0, daysBetween(issue.answerDueOn, today)) : 0,
        isDone: false,
      }),
    ),
  ]
  return done({ personId, name: person.name, today, lines, mayReadIssues: may(ctx.actor, "issue:read") })
}
export type DutyList = Extract<Awaited<ReturnType<typeof readDutyList>>, { ok: true }>["value"]

/** Somebody with things to do, and how many of them are late. */
export type DutyPerson = { personId: string; name: string; open: number; late: number }

/**
 * Who has something on their duty list that is not done, those with most late first. Empty for whoever may look at their own
 * list only.
 */
export async function listPeopleWithDuties(ctx: Ctx): Promise<DutyPerson[]> {
  if (!may(ctx.actor, "task:inspect") || !may(ctx.actor, "task:read")) return []
  const q = ctx.db.read
  const today = civilDateOf(ctx.now())
  const tasks = (await listTasks(q, ctx.community.id)).filter(task => isUnderWay(task.state))
  const issues = await listHandsOfOpenIssues(q, ctx.community.id)
  const people = (await listHandlerChoices(ctx)).map(({ personId, name }) => {
    const ownTasks = tasks.filter(task => task.handlerPersonId === personId)
    const ownIssues = issues.filter(issue => issue.handler === name || issue.collectorName === name)
    return {
      personId,
      name,
      open: ownTasks.length + ownIssues.length,
      late:
        ownTasks.filter(task => latenessOf(task, today).isLate).length +
        ownIssues.filter(issue => issue.answerDueOn !== null && issue.answerDueOn < today).length,
    }
  })
  return people.filter(person => person.open > 0).toSorted((a, b) => b.late - a.late || b.open - a.open)
}
