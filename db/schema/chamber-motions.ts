import {
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
import { motionEffects } from "../words"
import { meetings, participants } from "./convening"

/** `key` is what a ballot holds; `label` is what is printed. */
export type MotionOption = {
  key: string
  label: string
  /** The proposal this option stands for, where several proposals are voted on side by side. */
  proposalId?: string
}

/** amendment 修正: changes the text of another motion, and is decided before it. election 推选: always secret. */
export const motionKinds = ["matter", "amendment", "election"] as const
export type MotionKind = (typeof motionKinds)[number]

/** standing: to be voted on, or voted on. adopted: an amendment taken over without a vote. withdrawn 撤回. */
export const motionStandings = ["standing", "adopted", "withdrawn"] as const
export type MotionStanding = (typeof motionStandings)[number]

/** 动议/表决事项. Its text may not change once a round was opened. */
export const motions = table(
  "motions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    agendaItemId: text("agenda_item_id").notNull(),
    ordinal: int("ordinal").notNull(),
    content: text("content").notNull(),
    proposalId: text("proposal_id"),
    /** What its passing means for the topic: agreed, agreed with the conditions below, or 先调研 before anything is decided. */
    effect: oneOf("effect", motionEffects).notNull().default("agreed"),
    /** 附条件: each a clause of the resolution; null where there are none. */
    conditions: json<string[] | null>("conditions"),
    /** 多选一: what may be chosen, in the order of the paper; null for a motion of 赞成, 反对, 弃权. 均不同意 is never listed, always there. */
    options: json<MotionOption[] | null>("options"),
    /** How many of the options one ballot may mark, and how many are wanted; 1 unless several seats are filled. */
    seats: int("seats").notNull().default(1),
    /** For an effect of needsFieldwork: by when the topic is to be back. */
    returnOn: civilDate("return_on"),
    kind: oneOf("kind", motionKinds).notNull().default("matter"),
    /** Of an amendment: the motion it changes. Its own `content` is that motion's text as it would read. */
    amendsMotionId: text("amends_motion_id"),
    /** Of an amendment: the version of the motion it was drawn up from. */
    amendsVersion: int("amends_version"),
    standing: oneOf("standing", motionStandings).notNull().default("standing"),
    /** Why it was withdrawn, or on whose word an amendment was taken over without a vote. */
    standingReason: text("standing_reason").notNull().default(""),
    /** Who moved it, among those at the table; null where the table itself does. */
    moverId: text("mover_id"),
    /** For an effect of escalated: the procedure that is to decide it. */
    escalateTo: text("escalate_to"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("motions_ordinal").on(t.communityId, t.meetingId, t.ordinal),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

/** 回避: who must not vote on a motion, being concerned themselves. They stay in the statutory base. Append-only. */
export const recusals = table(
  "recusals",
  {
    communityId: text("community_id").notNull(),
    motionId: text("motion_id").notNull(),
    participantId: text("participant_id").notNull(),
    reason: text("reason").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.motionId, t.participantId] }),
    foreignKey({ columns: [t.communityId, t.motionId], foreignColumns: [motions.communityId, motions.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/** Every wording of a motion, the first and the newest too. Append-only. */
export const motionVersions = table(
  "motion_versions",
  {
    communityId: text("community_id").notNull(),
    motionId: text("motion_id").notNull(),
    version: int("version").notNull(),
    content: text("content").notNull(),
    effect: oneOf("effect", motionEffects).notNull(),
    conditions: json<string[] | null>("conditions"),
    options: json<MotionOption[] | null>("options"),
    /** The amendment that made this wording; null where the recorder wrote it. */
    amendmentId: text("amendment_id"),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.motionId, t.version] }),
    foreignKey({ columns: [t.communityId, t.motionId], foreignColumns: [motions.communityId, motions.id] }),
  ],
)

export const recommendationStances = ["recommended", "recommendedWithChanges", "advisedAgainst"] as const
export type RecommendationStance = (typeof recommendationStances)[number]

/** 建议: what a committee or the party branch says of a motion, shown beside it and on the ballot. Append-only; the newest of a body counts. */
export const recommendations = table(
  "recommendations",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    motionId: text("motion_id").notNull(),
    /** Who recommends: 社区党委, 业主委员会, 议事小组. */
    body: text("body").notNull(),
    stance: oneOf("stance", recommendationStances).notNull(),
    reason: text("reason").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("recommendations_motion").on(t.communityId, t.motionId),
    foreignKey({ columns: [t.communityId, t.motionId], foreignColumns: [motions.communityId, motions.id] }),
  ],
)

/** 不同意见: what was said against a motion, and the explanation given. Kept with the result, printed with the minutes. */
export const dissents = table(
  "dissents",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    motionId: text("motion_id").notNull(),
    /** Whose opinion; null where several hold it and `heldBy` says who. */
    participantId: text("participant_id"),
    heldBy: text("held_by").notNull(),
    opinion: text("opinion").notNull(),
    /** 解释说明; empty where none was given yet. */
    explanation: text("explanation").notNull(),
    explainedBy: text("explained_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("dissents_motion").on(t.communityId, t.motionId),
    foreignKey({ columns: [t.communityId, t.motionId], foreignColumns: [motions.communityId, motions.id] }),
  ],
)
