import type { Reader } from "#db/client"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { type ChaseDue, chaseDueOf, type LastChase, latenessOf } from "./rules"
import { type Chase, listAdvancesOfTasks, listChasesOfTasks, type Task } from "./task-store"

type Chased = Pick<Task, "id" | "state" | "dueOn">

/** By task, whether it is to be chased now, or what its last chase waits for; tasks that are not late are left out. */
export async function readChaseDues(
  q: Reader,
  communityId: string,
  tasks: readonly Chased[],
  today: CivilDate,
): Promise<Map<string, ChaseDue>> {
  const late = tasks.filter(task => latenessOf(task, today).isLate)
  const chases = await listChasesOfTasks(
    q,
    communityId,
    late.map(task => task.id),
  )
  const chased = [...new Set(chases.map(chase => chase.taskId))]
  const advances = await listAdvancesOfTasks(q, communityId, chased)
  return new Map(
    late.flatMap(task => {
      const last = chases.findLast(chase => chase.taskId === task.id)
      const advance = advances.findLast(one => one.taskId === task.id)
      const due = chaseDueOf(latenessOf(task, today), last ? lastChaseOf(last, advance?.reportedAt) : null, today)
      return due ? [[task.id, due] as const] : []
    }),
  )
}

const lastChaseOf = (chase: Chase, movedAt: Date | undefined): LastChase => ({
  sentOn: civilDateOf(chase.createdAt),
  replyDueOn: chase.replyDueOn,
  isReplied: chase.repliedAt !== null,
  movedOn: movedAt ? civilDateOf(movedAt) : null,
})
