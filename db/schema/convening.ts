import { bool, foreignKey, index, instant, int, json, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { assemblyKinds, delegations, representativeKinds } from "../words"
import { persons } from "./people"

/** 议事点. */
export const venues = table(
  "venues",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    address: text("address").notNull(),
    capacity: int("capacity"),
    version: int("version").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), uniqueIndex("venues_name").on(t.communityId, t.name)],
)

export const meetingStates = [
  "draft",
  "convened",
  "checkIn",
  "inSession",
  "adjourned",
  "closed",
  "minuted",
  "archived",
  "cancelled",
] as const
export type MeetingState = (typeof meetingStates)[number]

/** 会议. The rule that governs it is frozen in `ruleSnapshot` when it is convened. */
export const meetings = table(
  "meetings",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    year: int("year").notNull(),
    /** 第几次, of its preset and year; given when it is convened. */
    sequence: int("sequence"),
    title: text("title").notNull(),
    /** Key of a meeting preset of the rulebook: `deliberation`, `representatives`, `partyAssembly` … */
    preset: text("preset").notNull(),
    /** The body that meets, where the rule takes the entitled from one (党员大会, 居民会议). */
    bodyId: text("body_id"),
    state: oneOf("state", meetingStates).notNull(),
    venueId: text("venue_id"),
    startsAt: instant("starts_at"),
    endsAt: instant("ends_at"),
    chairPersonId: text("chair_person_id"),
    recorderPersonId: text("recorder_person_id"),
    /** Canonical JSON of the rulebook's RuleSnapshot, frozen at convening; null while a draft. */
    ruleSnapshot: text("rule_snapshot"),
    /** SHA-256 of it, hex. */
    ruleHash: text("rule_hash"),
    /** Why a clash or a short notice was accepted, by what it is about. */
    reasons: json<Record<string, string>>("reasons").notNull(),
    convenedAt: instant("convened_at"),
    checkInOpenedAt: instant("check_in_opened_at"),
    startedAt: instant("started_at"),
    closedAt: instant("closed_at"),
    /** Why it was cancelled or adjourned. */
    endReason: text("end_reason").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("meetings_number").on(t.communityId, t.preset, t.year, t.sequence),
    index("meetings_time").on(t.communityId, t.startsAt),
    index("meetings_state").on(t.communityId, t.state),
  ],
)

/** deliberate: talked over and voted on; consult: talked over only; report: told. */
export const agendaHandlings = ["deliberate", "consult", "report"] as const

/** 议程 items, in order. */
export const agendaItems = table(
  "agenda_items",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    ordinal: int("ordinal").notNull(),
    title: text("title").notNull(),
    topicId: text("topic_id"),
    /** The wording of the proposal the notice was sent with. */
    proposalId: text("proposal_id"),
    handling: oneOf("handling", agendaHandlings).notNull(),
    minutes: int("minutes").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("agenda_items_ordinal").on(t.communityId, t.meetingId, t.ordinal),
    index("agenda_items_topic").on(t.communityId, t.topicId),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
  ],
)

/** Entitled delegates (应到) and observers (列席) of one meeting, with name and category as they were when invited. */
export const participants = table(
  "participants",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    personId: text("person_id").notNull(),
    name: text("name").notNull(),
    standing: oneOf("standing", ["entitled", "observer"]).notNull(),
    capacity: oneOf("capacity", [...delegations, ...representativeKinds, ...assemblyKinds]).notNull(),
    organization: text("organization").notNull(),
    /** Raised to replace the check-in code: the code is derived from it and the installation's secret, never stored. */
    codeVersion: int("code_version").notNull(),
    /** Notice given by hand (phone, door); the sheet shows who still has to be told. */
    notified: bool("notified").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("participants_person").on(t.communityId, t.meetingId, t.personId),
    index("participants_by_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.meetingId], foreignColumns: [meetings.communityId, meetings.id] }),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)
