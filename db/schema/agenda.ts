import { civilDate, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { issues } from "./intake"

/** fieldwork 调研: the meeting wants to know more first; it is prepared again when the fieldwork is recorded. */
export const topicStates = ["proposed", "prepared", "scheduled", "decided", "fieldwork"] as const
export type TopicState = (typeof topicStates)[number]
export const topicOutcomes = ["agreed", "agreedWithConditions", "needsFieldwork", "notAgreed", "escalated"] as const

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
    /** 第几个方案 is being prepared or was decided on; a blocked one opens the next. */
    proposalOrdinal: int("proposal_ordinal").notNull().default(1),
    /** The day by which the fieldwork is to be done and the topic back; null where none is owed. */
    returnOn: civilDate("return_on"),
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

/** A proposal that was agreed on and could not be carried out: why, and that the next ordinal was opened. */
export const blockedProposals = table(
  "blocked_proposals",
  {
    communityId: text("community_id").notNull(),
    topicId: text("topic_id").notNull(),
    ordinal: int("ordinal").notNull(),
    reason: text("reason").notNull(),
    blockedAt: instant("blocked_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.topicId, t.ordinal] }),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)

/** 调研: who looked where, and what they found. */
export const fieldworks = table(
  "fieldworks",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    topicId: text("topic_id").notNull(),
    doneOn: civilDate("done_on").notNull(),
    place: text("place").notNull(),
    /** Who took part, in words. */
    participants: text("participants").notNull(),
    findings: text("findings").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("fieldworks_topic").on(t.communityId, t.topicId, t.doneOn),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)
