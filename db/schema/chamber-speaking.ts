import { bool, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { agendaItems, participants } from "./convening"

export const stances = ["support", "oppose", "conditional", "neutral"] as const

export type Stance = (typeof stances)[number]

/** 发言, as the recorder took it down. */
export const speeches = table(
  "speeches",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    agendaItemId: text("agenda_item_id").notNull(),
    ordinal: int("ordinal").notNull(),
    participantId: text("participant_id").notNull(),
    stance: oneOf("stance", stances).notNull(),
    gist: text("gist").notNull(),
    at: instant("at").notNull(),
    /** The turn at the clock of which this is the gist; null of what was taken down without one. */
    requestId: text("request_id"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("speeches_ordinal").on(t.communityId, t.meetingId, t.agendaItemId, t.ordinal),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    foreignKey({ columns: [t.communityId, t.agendaItemId], foreignColumns: [agendaItems.communityId, agendaItems.id] }),
  ],
)

/** held: interrupted by a point of order; goes on with what time was left. */
export const requestStates = ["waiting", "speaking", "held", "done", "withdrawn"] as const
export type RequestState = (typeof requestStates)[number]

/** 发言登记: who wishes to speak, in the order of asking; who is called next is a rule, not a column. */
export const speakingRequests = table(
  "speaking_requests",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    agendaItemId: text("agenda_item_id").notNull(),
    /** The motion in hand when one asked, against which the times count; null where none stood on the item. */
    motionId: text("motion_id"),
    participantId: text("participant_id").notNull(),
    /** pointOfOrder 程序问题: goes before every speech, may interrupt one, and counts against no number of times. */
    kind: oneOf("kind", ["speech", "pointOfOrder"]).notNull(),
    stance: oneOf("stance", stances).notNull(),
    means: oneOf("means", ["tablet", "desk"]).notNull(),
    state: oneOf("state", requestStates).notNull(),
    /** The chair let someone speak once more than the rule grants. */
    beyondLimit: bool("beyond_limit").notNull().default(false),
    requestedAt: instant("requested_at").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("speaking_requests_item").on(t.communityId, t.meetingId, t.agendaItemId),
    foreignKey({ columns: [t.communityId, t.agendaItemId], foreignColumns: [agendaItems.communityId, agendaItems.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/** 发言计时: append-only. What a clock shows is reckoned from these and the time of day. */
export const speakingTurnEvents = table(
  "speaking_turn_events",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    requestId: text("request_id").notNull(),
    kind: oneOf("kind", ["begun", "paused", "resumed", "ended"]).notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("speaking_turn_events_meeting").on(t.communityId, t.meetingId),
    foreignKey({
      columns: [t.communityId, t.requestId],
      foreignColumns: [speakingRequests.communityId, speakingRequests.id],
    }),
  ],
)
