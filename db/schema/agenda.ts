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
import { chainSteps } from "../words"
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

/**
 * 程序: by which procedure the current proposal of a topic is to be decided, found by the questions of `rulebook/routing`.
 * Append-only: asked anew for each proposal, and again where an answer was wrong; the newest of a proposal holds.
 */
export const routings = table(
  "routings",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    topicId: text("topic_id").notNull(),
    /** 第几个方案. */
    proposalOrdinal: int("proposal_ordinal").notNull(),
    /** The questions that were asked, with what was answered. */
    answers: json<Record<string, string>>("answers").notNull(),
    /** A preset of the rulebook, or `referral`: another body's power. */
    procedure: text("procedure").notNull(),
    /** 重要事项: the party organization studies it first (居委会组织法第30条第4款). */
    isImportant: bool("is_important").notNull(),
    why: text("why").notNull(),
    article: text("article").notNull(),
    routedAt: instant("routed_at").notNull(),
    routedBy: text("routed_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("routings_topic").on(t.communityId, t.topicId, t.proposalOrdinal),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)

export const partyOpinions = ["agreed", "agreedWithChanges", "notAgreed"] as const
export type PartyOpinion = (typeof partyOpinions)[number]

/** 党组织研究 of one proposal. Append-only; the newest holds. */
export const partyReviews = table(
  "party_reviews",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    topicId: text("topic_id").notNull(),
    proposalOrdinal: int("proposal_ordinal").notNull(),
    heldOn: civilDate("held_on").notNull(),
    /** 社区党委, 党总支, 党支部 … as printed. */
    organization: text("organization").notNull(),
    entitled: int("entitled").notNull(),
    present: int("present").notNull(),
    opinion: oneOf("opinion", partyOpinions).notNull(),
    summary: text("summary").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("party_reviews_topic").on(t.communityId, t.topicId, t.proposalOrdinal),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)

/** One step of the 四议两公开 of one proposal, as it was held. Append-only; the newest of a step holds. */
export const chainRecords = table(
  "chain_records",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    topicId: text("topic_id").notNull(),
    proposalOrdinal: int("proposal_ordinal").notNull(),
    step: oneOf("step", chainSteps).notNull(),
    heldOn: civilDate("held_on").notNull(),
    /** Of a publication: the last day it hangs; null otherwise. */
    until: civilDate("until"),
    place: text("place").notNull(),
    /** Null where nobody votes: the two publications. */
    entitled: int("entitled"),
    present: int("present"),
    inFavour: int("in_favour"),
    against: int("against"),
    abstained: int("abstained"),
    content: text("content").notNull(),
    /** The meeting that took the step, where it was held here. */
    meetingId: text("meeting_id"),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("chain_records_topic").on(t.communityId, t.topicId, t.proposalOrdinal, t.step),
    foreignKey({ columns: [t.communityId, t.topicId], foreignColumns: [topics.communityId, topics.id] }),
  ],
)
