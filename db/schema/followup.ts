import { civilDate, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"

export const taskStates = [
  "assigned",
  "signedFor",
  "doing",
  "blocked",
  "done",
  "inspected",
  "satisfied",
  "replaced",
] as const
export type TaskState = (typeof taskStates)[number]

/** 交办: one item of a resolution, or one issue sorted as 即办 or 转办, in somebody's hands. */
export const tasks = table(
  "tasks",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    /** 振社办〔year〕sequence号. */
    year: int("year").notNull(),
    sequence: int("sequence").notNull(),
    /** Where it comes from: a resolution and its item (from 1), or an issue. */
    resolutionId: text("resolution_id"),
    itemOrdinal: int("item_ordinal"),
    issueId: text("issue_id"),
    topicId: text("topic_id"),
    content: text("content").notNull(),
    /** 570 of 米; null where nothing is counted. */
    quantityTotal: int("quantity_total"),
    quantityDone: int("quantity_done").notNull(),
    unit: text("unit").notNull(),
    /** 承办单位 as it is printed; always there. */
    handler: text("handler").notNull(),
    /** The person whose account works on it; null where the handler has none and staff write for them. */
    handlerPersonId: text("handler_person_id"),
    dueOn: civilDate("due_on").notNull(),
    state: oneOf("state", taskStates).notNull(),
    /** Why it does not go on while blocked; why it was replaced. */
    reason: text("reason").notNull(),
    signedForAt: instant("signed_for_at"),
    doneAt: instant("done_at"),
    inspectedAt: instant("inspected_at"),
    inspectedBy: text("inspected_by").notNull(),
    /** 复查: the day somebody looks again, and when it was done. */
    recheckOn: civilDate("recheck_on"),
    recheckedAt: instant("rechecked_at"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("tasks_number").on(t.communityId, t.year, t.sequence),
    // An item is handed out once: a second click finds the first task.
    uniqueIndex("tasks_item").on(t.communityId, t.resolutionId, t.itemOrdinal),
    index("tasks_state").on(t.communityId, t.state, t.dueOn),
    index("tasks_handler").on(t.communityId, t.handlerPersonId),
    index("tasks_issue").on(t.communityId, t.issueId),
    index("tasks_topic").on(t.communityId, t.topicId),
  ],
)

export const taskReportKinds = [
  "signedFor",
  "progress",
  "blocked",
  "resumed",
  "done",
  "inspected",
  "reworked",
  "satisfied",
  "rechecked",
  "replaced",
  "rescheduled",
] as const
export type TaskReportKind = (typeof taskReportKinds)[number]

/** What was reported of a task, step by step; its photos are filed under the task. */
export const taskReports = table(
  "task_reports",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    taskId: text("task_id").notNull(),
    kind: oneOf("kind", taskReportKinds).notNull(),
    note: text("note").notNull(),
    /** How much is done in all, after this report; null where nothing is counted. */
    quantityDone: int("quantity_done"),
    reportedAt: instant("reported_at").notNull(),
    reportedBy: text("reported_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("task_reports_task").on(t.communityId, t.taskId, t.reportedAt),
    foreignKey({ columns: [t.communityId, t.taskId], foreignColumns: [tasks.communityId, tasks.id] }),
  ],
)

export const chaseLevels = ["yellow", "red"] as const
export type ChaseLevel = (typeof chaseLevels)[number]

/** 督办 of a task that is late. */
export const chases = table(
  "chases",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    taskId: text("task_id").notNull(),
    /** 振社督〔year〕sequence号. */
    year: int("year").notNull(),
    sequence: int("sequence").notNull(),
    /** 第几次 of this task. */
    ordinal: int("ordinal").notNull(),
    level: oneOf("level", chaseLevels).notNull(),
    /** Days past the due date when it was sent. */
    daysLate: int("days_late").notNull(),
    demand: text("demand").notNull(),
    replyDueOn: civilDate("reply_due_on").notNull(),
    reply: text("reply").notNull(),
    repliedAt: instant("replied_at"),
    repliedBy: text("replied_by").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("chases_number").on(t.communityId, t.year, t.sequence),
    uniqueIndex("chases_ordinal").on(t.communityId, t.taskId, t.ordinal),
    foreignKey({ columns: [t.communityId, t.taskId], foreignColumns: [tasks.communityId, tasks.id] }),
  ],
)
