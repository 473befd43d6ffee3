import { civilDate, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { issues } from "./intake"

export const topicStates = ["proposed", "prepared", "scheduled", "decided"] as const
export type TopicState = (typeof topicStates)[number]
export const topicOutcomes = ["agreed", "notAgreed"] as const

/** 议题: one or several issues to be talked over. */
export const topics = table(
  "topics",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    year: int("year").notNull(),
    /** 振社题〔year〕sequence号. */
    sequence: int("sequence").notNull(),
    title: text("title").notNull(),
    /** Why it has to be talked over, in the secretary's words. */
    background: text("background").notNull(),
    state: oneOf("state", topicStates).notNull(),
    outcome: oneOf("outcome", topicOutcomes),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("topics_number").on(t.communityId, t.year, t.sequence),
    index("topics_state").on(t.communityId, t.state),
  ],
)

/** An issue belongs to one topic at most. */
export const topicIssues = table(
  "topic_issues",
  {
    communityId: text("community_id").notNull(),
    topicId: text("topic_id").notNull(),
    issueId: text("issue_id").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.topicId, t.issueId] }),
    uniqueIndex("topic_issues_issue").on(t.communityId, t.issueId),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
    foreignKey({ columns: [t.communityId, t.issueId], foreignColumns: [issues.communityId, issues.id] }),
  ],
)

/** 方案. `ordinal` is 第几个方案, `version` counts its wordings; every wording is a row, the newest one is in force. */
export const proposals = table(
  "proposals",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    topicId: text("topic_id").notNull(),
    ordinal: int("ordinal").notNull(),
    version: int("version").notNull(),
    /** 做什么. */
    content: text("content").notNull(),
    /** Null where no money is spent. In fen. */
    budgetFen: int("budget_fen"),
    /** 谁出钱. */
    funding: text("funding").notNull(),
    /** 谁来办. */
    handler: text("handler").notNull(),
    /** 何时办完; null where open. */
    dueOn: civilDate("due_on"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("proposals_version").on(t.communityId, t.topicId, t.ordinal, t.version),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)
