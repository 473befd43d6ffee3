import type { LedgerColumn } from "#templates/ledger"
import { listHandlerChoices } from "~/followup/handlers"
import { latenessOf, quantityText, taskStateNames } from "~/followup/rules"
import { taskNumberOf } from "~/followup/task-step"
import type { Task } from "~/followup/task-store"
import { issueStateNames } from "~/intake/rules"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { sortByPinyin } from "~/law/names"
import { type Grid, listGrids, listPersons } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import { contentOf, dueOf, type LedgerTable, lateBy, numberOf } from "./issue-ledgers"
import type { LedgerPeriod } from "./kinds"
import { withoutNumbers } from "./plain-words"
import { type LedgerIssue, listAnswersOfPeriod, listIssuesOfPeriod, listTasksOfPeriod } from "./store"

const columns: LedgerColumn[] = [
  { name: "责任人", width: 4.5, kind: "text" },
  { name: "网格", width: 5, kind: "text" },
  { name: "职责", width: 3, kind: "text" },
  { name: "编号", width: 6.8, kind: "text" },
  { name: "事项", width: 22, kind: "text" },
  { name: "数量", width: 5, kind: "text" },
  { name: "时限", width: 4.4, kind: "date" },
  { name: "完成情况", width: 6, kind: "text" },
  { name: "完成时间", width: 4.4, kind: "date" },
]

type Duty = {
  person: string
  role: "承办" | "上报" | "办理"
  number: string
  content: string
  quantity: string
  dueOn: CivilDate | null
  state: string
  daysLate: number
  doneOn: CivilDate | null
}

/** 履职清单 of all grid workers and handlers: what they were given or brought in the period, by when, and whether it is done. */
export async function readDutyLedger(ctx: Ctx, period: LedgerPeriod, today: CivilDate): Promise<LedgerTable> {
  const q = ctx.db.read
  const communityId = ctx.community.id
  const persons = await listPersons(q, communityId)
  const grids = await listGrids(q, communityId)
  const tasks = await listTasksOfPeriod(q, communityId, period)
  const issues = await listIssuesOfPeriod(q, communityId, period)
  const closed = new Map(
    (await listAnswersOfPeriod(q, communityId, period))
      .filter(answer => answer.kind === "final")
      .map(answer => [answer.issueId, civilDateOf(answer.answeredAt)]),
  )
  const names = new Map(persons.map(person => [person.id, person.name]))
  const workers = new Set((await listHandlerChoices(ctx)).map(choice => choice.name))
  const duties = [
    ...tasks.flatMap(task => dutyOfTask(ctx, task, names, today)),
    ...issues.flatMap(issue => dutiesOfIssue(ctx, issue, workers, closed.get(issue.id) ?? null, today)),
  ]
  const gridByName = new Map(persons.map(person => [person.name, gridOf(person, grids)]))
  const rows = sortByPinyin(duties, duty => duty.person).map(duty => [
    duty.person,
    gridByName.get(duty.person) ?? "",
    duty.role,
    duty.number,
    duty.content,
    duty.quantity,
    duty.dueOn,
    duty.daysLate > 0 ? `${duty.state}，逾期${duty.daysLate}天` : duty.state,
    duty.doneOn,
  ])
  const people = new Set(duties.map(duty => duty.person)).size
  const finished = duties.filter(duty => duty.doneOn !== null).length
  const late = duties.filter(duty => duty.daysLate > 0).length
  return {
    columns,
    rows,
    totals: [`${people}人，共${duties.length}项，已完成${finished}项，逾期${late}项。`],
  }
}

/** The grids somebody is in charge of; of anybody else the one they live in. */
const gridOf = (person: { id: string; gridId: string | null }, grids: readonly Grid[]): string => {
  const led = grids.filter(grid => grid.leaderPersonId === person.id)
  return (led.length > 0 ? led : grids.filter(grid => grid.id === person.gridId)).map(grid => grid.name).join("、")
}

/** Of somebody of the register only: what a company as such has in hand is no person's duty. */
function dutyOfTask(ctx: Ctx, task: Task, names: ReadonlyMap<string, string>, today: CivilDate): Duty[] {
  const person = task.handlerPersonId ? names.get(task.handlerPersonId) : undefined
  if (!person || task.state === "replaced") return []
  return [
    {
      person,
      role: "承办",
      number: taskNumberOf(ctx, task),
      content: withoutNumbers(task.content, ctx.community),
      quantity: quantityText(task),
      dueOn: task.dueOn,
      state: taskStateNames[task.state],
      daysLate: latenessOf(task, today).daysLate,
      doneOn:
        task.doneAt && !["assigned", "signedFor", "doing", "blocked"].includes(task.state)
          ? civilDateOf(task.doneAt)
          : null,
    },
  ]
}

/** Whoever brought it, and whoever deals with it where that is a person with an account. */
function dutiesOfIssue(
  ctx: Ctx,
  issue: LedgerIssue,
  workers: ReadonlySet<string>,
  closedOn: CivilDate | null,
  today: CivilDate,
): Duty[] {
  if (issue.mergedIntoId !== null) return []
  const duty = {
    number: numberOf(ctx, issue),
    content: contentOf(ctx, issue),
    quantity: "",
    dueOn: dueOf(issue),
    state: issueStateNames[issue.state],
    daysLate: lateBy(issue, today),
    doneOn: issue.state === "closed" ? closedOn : null,
  }
  const isHandled = workers.has(issue.handler)
  const brings = issue.collectorName !== "" && issue.collectorName !== (isHandled ? issue.handler : "")
  return [
    ...(isHandled ? [{ ...duty, person: issue.handler, role: "办理" as const }] : []),
    ...(brings ? [{ ...duty, person: issue.collectorName, role: "上报" as const }] : []),
  ]
}
