import { foreignKey, index, instant, int, json, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { meetings } from "./convening"

/** What a person words; every number and name around it comes from the recorded facts when the sheet is drawn. */
export type MinutesWording = {
  opening: string
  /** By agenda item: the gist of the discussion, dissent that must be kept, and what was decided, item by item. */
  items: {
    agendaItemId: string
    gist: string
    dissent: string
    decisions: { content: string; handler: string; dueOn: string }[]
  }[]
  closing: string
}

export const draftStates = ["draft", "approved"] as const

/** 会议纪要: one per meeting, worded in place. */
export const minutes = table(
  "minutes",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    state: oneOf("state", draftStates).notNull(),
    /** 振社议纪〔year〕sequence号; given when approved. */
    year: int("year"),
    sequence: int("sequence"),
    wording: json<MinutesWording>("wording").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("minutes_meeting").on(t.communityId, t.meetingId),
    uniqueIndex("minutes_number").on(t.communityId, t.year, t.sequence),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

export type ResolutionWording = {
  title: string
  preamble: string
  /** 协商成果 item by item: what, who, by when (civil date or empty). */
  items: { content: string; handler: string; dueOn: string }[]
}

/** 决议/协商成果: one per proclaimed round that passed. */
export const resolutions = table(
  "resolutions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    roundId: text("round_id").notNull(),
    state: oneOf("state", draftStates).notNull(),
    /** 振社议决〔year〕sequence号; given when approved. */
    year: int("year"),
    sequence: int("sequence"),
    wording: json<ResolutionWording>("wording").notNull(),
    approvedAt: instant("approved_at"),
    approvedBy: text("approved_by"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("resolutions_round").on(t.communityId, t.roundId),
    uniqueIndex("resolutions_number").on(t.communityId, t.year, t.sequence),
    index("resolutions_meeting").on(t.communityId, t.meetingId),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)
