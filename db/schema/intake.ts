import {
  bool,
  civilDate,
  foreignKey,
  index,
  instant,
  int,
  json,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns"

export const channels = [
  "gridWorker",
  "gridPatrol",
  "chatGroup",
  "station",
  "hotline",
  "messageBoard",
  "visit",
  "meeting",
  "property",
  "cppcc",
  "board",
  "other",
] as const
export type Channel = (typeof channels)[number]

export const issueStates = ["reported", "accepted", "sorted", "closed"] as const
export type IssueState = (typeof issueStates)[number]
/** 分类处置: 即办, 协商, 转办, 微心愿, 不予受理. */
export const triages = ["quick", "deliberate", "refer", "wish", "decline"] as const
export type Triage = (typeof triages)[number]

/** 满意度评议 by whoever spoke up; 没有解决 reopens the issue. */
export const satisfactionLevels = ["satisfied", "mostly", "dissatisfied", "unresolved"] as const
export type SatisfactionLevel = (typeof satisfactionLevels)[number]

/** 问题/诉求: a resident's trouble, as it came in. */
export const issues = table(
  "issues",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    year: int("year").notNull(),
    /** 振社问〔year〕sequence号. */
    sequence: int("sequence").notNull(),
    channel: oneOf("channel", channels).notNull(),
    title: text("title").notNull(),
    content: text("content").notNull(),
    place: text("place").notNull(),
    gridId: text("grid_id"),
    reporterName: text("reporter_name").notNull(),
    reporterPhone: text("reporter_phone").notNull(),
    reportedOn: civilDate("reported_on").notNull(),
    /** The grid worker who brought it. */
    collectorName: text("collector_name").notNull(),
    /** The number it had on the grid's sheet, if any: an import finds its row again by it. */
    sourceNumber: text("source_number").notNull(),
    note: text("note").notNull(),
    /** Columns of the grid's sheet nobody asked for, kept by their heading. */
    extra: json<Record<string, string>>("extra").notNull(),
    state: oneOf("state", issueStates).notNull(),
    triage: oneOf("triage", triages),
    triageReason: text("triage_reason").notNull(),
    /** Who deals with it, in words: the grid worker of a 即办, the department of a 转办. Empty where nobody is named. */
    handler: text("handler").notNull().default(""),
    /** 答复时限: the day by which the final answer is owed; null until sorted, and where none was set. */
    answerDueOn: civilDate("answer_due_on"),
    /** 并案: the issue this one was merged into. It stays, keeps its own proposer, and is answered together with that one. */
    mergedIntoId: text("merged_into_id"),
    /** What the proposer follows it by, ten digits; null on issues from before there was one. */
    followCode: text("follow_code"),
    /** How often it was reopened after a final answer. */
    reopenedCount: int("reopened_count").notNull().default(0),
    /** Proposer and all who joined this issue itself; those of merged issues are added where it is shown. */
    supporterCount: int("supporter_count").notNull(),
    /** Lower-case bigram text for finding; see intake/likeness. */
    searchText: text("search_text").notNull(),
    createdAt: instant("created_at").notNull(),
    /** The account's id: whoever took it in may still edit it. In the other rooms it is the name that is shown. */
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("issues_number").on(t.communityId, t.year, t.sequence),
    index("issues_state").on(t.communityId, t.state, t.triage),
    uniqueIndex("issues_follow_code").on(t.communityId, t.followCode),
    index("issues_merged_into").on(t.communityId, t.mergedIntoId),
    index("issues_source_number").on(t.communityId, t.sourceNumber),
  ],
)

/** 附议: someone else with the same trouble. */
export const supports = table(
  "supports",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    issueId: text("issue_id").notNull(),
    name: text("name").notNull(),
    phone: text("phone").notNull(),
    content: text("content").notNull(),
    reportedOn: civilDate("reported_on").notNull(),
    sourceNumber: text("source_number").notNull(),
    createdAt: instant("created_at").notNull(),
    /** The account's id, as on the issue. */
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("supports_issue").on(t.communityId, t.issueId),
    index("supports_source_number").on(t.communityId, t.sourceNumber),
    foreignKey({ columns: [t.communityId, t.issueId], foreignColumns: [issues.communityId, issues.id] }),
  ],
)

/** 受理答复 and 办结答复, as given to the proposer. */
export const answers = table(
  "answers",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    issueId: text("issue_id").notNull(),
    kind: oneOf("kind", ["first", "final"]).notNull(),
    content: text("content").notNull(),
    /** By phone, in person, in the group … in words. */
    means: text("means").notNull(),
    /** The trouble itself is gone; for final answers. */
    resolved: bool("resolved").notNull(),
    answeredAt: instant("answered_at").notNull(),
    answeredBy: text("answered_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("answers_issue").on(t.communityId, t.issueId, t.answeredAt),
    foreignKey({ columns: [t.communityId, t.issueId], foreignColumns: [issues.communityId, issues.id] }),
  ],
)

/** What the proposer says of the final answer. Once per answer. */
export const satisfactions = table(
  "satisfactions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    issueId: text("issue_id").notNull(),
    /** The final answer it is about. */
    answerId: text("answer_id").notNull(),
    level: oneOf("level", satisfactionLevels).notNull(),
    comment: text("comment").notNull(),
    /** By the proposer's own phone, or told to staff who wrote it down. */
    means: oneOf("means", ["followPage", "staff"]).notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("satisfactions_answer").on(t.communityId, t.answerId),
    index("satisfactions_issue").on(t.communityId, t.issueId),
    foreignKey({ columns: [t.communityId, t.issueId], foreignColumns: [issues.communityId, issues.id] }),
  ],
)
