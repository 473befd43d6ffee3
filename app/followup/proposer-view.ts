import type { TaskState } from "#db/schema/followup"
import { type CivilDate, civilDateOf, formatDate } from "~/law/civil-date"
import { listPersons } from "~/people/register-store"
import type { PhotoView } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import { listProgress } from "./progress"
import { publicHandlers } from "./public-words"
import { latenessOf, taskStateNames } from "./rules"
import { findTopicOfIssue } from "./source-store"
import { readTaskPhotosPublic } from "./task-photos"
import { listTasksOf } from "./task-store"

/** Work on a proposer's matter, in words that may be shown to him. */
export type ProposerWork = {
  taskId: string
  /** The released wording; of an unreleased one only that it is worked on. */
  content: string
  quantityTotal: number | null
  quantityDone: number
  unit: string
  handler: string
  due: string
  state: TaskState
  stateName: string
  isLate: boolean
  /** The day it was reported as finished; null before. */
  doneOn: CivilDate | null
}

/**
 * What was handed out because of an issue, itself or through its topic, and the photos of it that may be shown. Asks no
 * permission: for the page its proposer follows it by. A replaced task is left out: what took its place is shown.
 */
export async function listMattersForProposer(
  ctx: Ctx,
  issueId: string,
): Promise<{ works: ProposerWork[]; photos: PhotoView[] }> {
  const { read } = ctx.db
  const communityId = ctx.community.id
  const topicId = await findTopicOfIssue(read, communityId, issueId)
  const tasks = (await listTasksOf(read, communityId, { issueId, topicId })).filter(task => task.state !== "replaced")
  if (tasks.length === 0) return { works: [], photos: [] }
  const resolutionIds = [...new Set(tasks.flatMap(task => task.resolutionId ?? []))]
  const progress = resolutionIds.length > 0 ? await listProgress(ctx, { resolutionIds }) : []
  const released = new Map(progress.flatMap(one => one.items).map(item => [item.taskId, item.content]))
  const publicHandler = publicHandlers(await listPersons(read, communityId), ctx.community.contactPhone)
  const today = civilDateOf(ctx.now())
  const works = tasks.map(task => ({
    taskId: task.id,
    content: released.get(task.id) ?? "办理您反映的事",
    quantityTotal: task.quantityTotal,
    quantityDone: task.quantityDone,
    unit: task.unit,
    handler: publicHandler(task.handler),
    due: formatDate(task.dueOn),
    state: task.state,
    stateName: taskStateNames[task.state],
    isLate: latenessOf(task, today).isLate,
    doneOn: task.doneAt ? civilDateOf(task.doneAt) : null,
  }))
  const photos = await readTaskPhotosPublic(
    ctx,
    tasks.map(task => task.id),
  )
  return { works, photos }
}
