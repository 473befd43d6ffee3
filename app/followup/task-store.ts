import { and, asc, eq, inArray, or, sql } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { chases, type TaskState, taskReports, tasks } from "#db/schema/followup"

export type Task = typeof tasks.$inferSelect
export type TaskReport = typeof taskReports.$inferSelect
export type Chase = typeof chases.$inferSelect

const isTask = (communityId: string, taskId: string) => and(eq(tasks.communityId, communityId), eq(tasks.id, taskId))

export async function findTask(q: Reader, communityId: string, taskId: string): Promise<Task | null> {
  const [row] = await q.select().from(tasks).where(isTask(communityId, taskId))
  return row ?? null
}

export const insertTask = (q: Writer, row: Task) => q.insert(tasks).values(row)

/** Guarded by state: whether the task stood where the move begins. `set` may leave the state as it is. */
export async function moveTask(
  q: Writer,
  communityId: string,
  taskId: string,
  from: readonly TaskState[],
  set: Partial<Omit<Task, "communityId" | "id" | "version">>,
): Promise<boolean> {
  const moved = await q
    .update(tasks)
    .set({ ...set, version: sql`${tasks.version} + 1` })
    .where(and(isTask(communityId, taskId), inArray(tasks.state, [...from])))
    .returning({ id: tasks.id })
  return moved.length === 1
}

export type TaskFilter = { states?: readonly TaskState[]; handler?: string; handlerPersonId?: string }

/** By due date; whatever falls on one day in the order of the numbers. */
export const listTasks = (q: Reader, communityId: string, filter: TaskFilter = {}): Promise<Task[]> =>
  q
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.communityId, communityId),
        filter.states ? inArray(tasks.state, [...filter.states]) : undefined,
        filter.handler === undefined ? undefined : eq(tasks.handler, filter.handler),
        filter.handlerPersonId === undefined ? undefined : eq(tasks.handlerPersonId, filter.handlerPersonId),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.year), asc(tasks.sequence))

/** In the order of their numbers. */
export async function listTasksOfResolutions(
  q: Reader,
  communityId: string,
  resolutionIds: readonly string[],
): Promise<Task[]> {
  const found: Task[] = []
  for (const chunk of inChunks(resolutionIds))
    found.push(
      ...(await q
        .select()
        .from(tasks)
        .where(and(eq(tasks.communityId, communityId), inArray(tasks.resolutionId, chunk)))
        .orderBy(asc(tasks.year), asc(tasks.sequence))),
    )
  return found
}

/** Tasks made of this issue, or of a topic it is in; in the order of their numbers. */
export const listTasksOf = (
  q: Reader,
  communityId: string,
  matter: { issueId?: string; topicId?: string | null },
): Promise<Task[]> =>
  q
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.communityId, communityId),
        or(
          matter.issueId ? eq(tasks.issueId, matter.issueId) : undefined,
          matter.topicId ? eq(tasks.topicId, matter.topicId) : undefined,
        ),
      ),
    )
    .orderBy(asc(tasks.year), asc(tasks.sequence))

export const insertReport = (q: Writer, row: TaskReport) => q.insert(taskReports).values(row)

/** In the order they came. */
export const listReports = (q: Reader, communityId: string, taskId: string): Promise<TaskReport[]> =>
  q
    .select()
    .from(taskReports)
    .where(and(eq(taskReports.communityId, communityId), eq(taskReports.taskId, taskId)))
    .orderBy(asc(taskReports.reportedAt), asc(taskReports.id))

export const insertChase = (q: Writer, row: Chase) => q.insert(chases).values(row)

/** First to last. */
export const listChases = (q: Reader, communityId: string, taskId: string): Promise<Chase[]> =>
  q
    .select()
    .from(chases)
    .where(and(eq(chases.communityId, communityId), eq(chases.taskId, taskId)))
    .orderBy(asc(chases.ordinal))

/** Chases without a reply, of all tasks. */
export const listOpenChases = (q: Reader, communityId: string) =>
  q
    .select({ taskId: chases.taskId, level: chases.level, replyDueOn: chases.replyDueOn })
    .from(chases)
    .where(and(eq(chases.communityId, communityId), eq(chases.reply, "")))
    .orderBy(asc(chases.createdAt), asc(chases.id))

/** Of some tasks, in the order they were sent. */
export async function listChasesOfTasks(q: Reader, communityId: string, taskIds: readonly string[]): Promise<Chase[]> {
  const found: Chase[] = []
  for (const chunk of inChunks(taskIds))
    found.push(
      ...(await q
        .select()
        .from(chases)
        .where(and(eq(chases.communityId, communityId), inArray(chases.taskId, chunk)))
        .orderBy(asc(chases.ordinal))),
    )
  return found
}

/** When progress or completion was reported of some tasks, in the order it came. */
export async function listAdvancesOfTasks(q: Reader, communityId: string, taskIds: readonly string[]) {
  const found: Pick<TaskReport, "taskId" | "reportedAt">[] = []
  for (const chunk of inChunks(taskIds))
    found.push(
      ...(await q
        .select({ taskId: taskReports.taskId, reportedAt: taskReports.reportedAt })
        .from(taskReports)
        .where(
          and(
            eq(taskReports.communityId, communityId),
            inArray(taskReports.taskId, chunk),
            inArray(taskReports.kind, ["progress", "done"]),
          ),
        )
        .orderBy(asc(taskReports.reportedAt), asc(taskReports.id))),
    )
  return found
}

/** Guarded: false when somebody replied first. */
export async function updateChaseReply(
  q: Writer,
  key: { communityId: string; taskId: string; chaseId: string },
  set: { reply: string; repliedAt: Date; repliedBy: string },
): Promise<boolean> {
  const changed = await q
    .update(chases)
    .set(set)
    .where(
      and(
        eq(chases.communityId, key.communityId),
        eq(chases.taskId, key.taskId),
        eq(chases.id, key.chaseId),
        eq(chases.reply, ""),
      ),
    )
    .returning({ id: chases.id })
  return changed.length === 1
}
