import type { TaskState } from "#db/schema/followup"
import { type CivilDate, civilDateOf } from "~/law/civil-date"
import { listPersons } from "~/people/register-store"
import { formatNumber } from "~/registry/numbers"
import type { Ctx } from "~/web/context"
import { publicHandlers, publicItem, publicTitle } from "./public-words"
import { latenessOf } from "./rules"
import { listReleasedResolutions } from "./source-store"
import { listTasksOfResolutions } from "./task-store"

export type ProgressItem = {
  taskId: string
  content: string
  quantityTotal: number | null
  quantityDone: number
  unit: string
  handler: string
  dueOn: CivilDate
  state: TaskState
  isLate: boolean
}

export type Progress = { resolutionId: string; number: string; title: string; items: ProgressItem[] }

/**
 * 落实情况 for anyone: how far each item of a released resolution is. Asks no permission and shows only words that were
 * released; why something is blocked is not among them. A resolution whose items are in nobody's hands yet is left out.
 * With `resolutionIds` of these only.
 */
export async function listProgress(
  ctx: Ctx,
  { resolutionIds }: { resolutionIds?: readonly string[] } = {},
): Promise<Progress[]> {
  const q = ctx.db.read
  const released = await listReleasedResolutions(q, ctx.community.id, resolutionIds)
  if (released.length === 0) return []
  const ids = released.map(one => one.resolutionId)
  const tasks = await listTasksOfResolutions(q, ctx.community.id, ids)
  const publicHandler = publicHandlers(await listPersons(q, ctx.community.id), ctx.community.contactPhone)
  const today = civilDateOf(ctx.now())
  return released.flatMap(resolution => {
    const items = tasks
      .filter(task => task.resolutionId === resolution.resolutionId)
      .toSorted((a, b) => (a.itemOrdinal ?? 0) - (b.itemOrdinal ?? 0))
      .map(task => ({
        taskId: task.id,
        content: publicItem(resolution, task.content) ?? `第${task.itemOrdinal}项`,
        quantityTotal: task.quantityTotal,
        quantityDone: task.quantityDone,
        unit: task.unit,
        handler: publicHandler(task.handler),
        dueOn: task.dueOn,
        state: task.state,
        isLate: latenessOf(task, today).isLate,
      }))
    if (items.length === 0) return []
    const { resolutionId, year, sequence } = resolution
    const number =
      year === null || sequence === null ? "" : formatNumber(ctx.community.shortName, "resolution", year, sequence)
    return [{ resolutionId, number, title: publicTitle(resolution), items }]
  })
}
