import {
  bool,
  bytes,
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
import { agendaItems, meetings, participants } from "./convening"

export const presences = ["absent", "excused", "present", "left"] as const
export type Presence = (typeof presences)[number]

/** Who is in the room now; no row is absent. The comings and goings are in `attendanceEvents`. */
export const attendances = table(
  "attendances",
  {
    communityId: text("community_id").notNull(),
    meetingId: text("meeting_id").notNull(),
    participantId: text("participant_id").notNull(),
    presence: oneOf("presence", presences).notNull(),
    firstArrivedAt: instant("first_arrived_at"),
    leftAt: instant("left_at"),
    /** Why someone is excused. */
    reason: text("reason").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.meetingId, t.participantId] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

export const attendanceEvents = table(
  "attendance_events",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    participantId: text("participant_id").notNull(),
    kind: oneOf("kind", ["arrived", "left", "returned", "excused"]).notNull(),
    /** By the delegate's own tablet, or by the desk. */
    means: oneOf("means", ["tablet", "desk"]).notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("attendance_events_meeting").on(t.communityId, t.meetingId, t.at),
  ],
)

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

/** `key` is what a ballot holds; `label` is what is printed. */
export type MotionOption = { key: string; label: string }

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

export const roundStates = ["open", "closed", "proclaimed", "annulled"] as const
export type RoundState = (typeof roundStates)[number]

/** What a round came to: written once, when it is closed, and never changed. */
export type RoundResult = {
  counts: { for: number; against: number; abstain: number; invalid: number }
  cast: number
  present: number
  entitled: number
  outcome: "passed" | "notPassed" | "cannotBeCounted"
  tie: boolean
  lights: {
    label: string
    count: number
    whole: number
    unit?: "area"
    bar: { part: readonly [number, number]; over?: true }
    met: boolean
    countable: boolean
    article: string
  }[]
  /** Of a motion with options: what each came to, in the order of the paper; absent otherwise. */
  options?: { key: string; label: string; votes: number; chosen: boolean }[]
  /** Of a motion with options: 均不同意. */
  none?: number
  /** Options with as many votes as another for the last seat; no chance decides between them. */
  tiedOptions?: string[]
  /** How the chair decided a tie, where the rule grants it. */
  castingVote?: "for" | "against"
  /** Names of those who had to abstain for recusal: in the base, without a ballot. */
  recused?: string[]
}

/** Everyone entitled when the round closed; nothing later changes it. Of a secret round: who voted, never how. */
export type FrozenRoll = {
  participantId: string
  name: string
  capacity: string
  present: boolean
  voted: boolean
}[]

/** 表决轮次. */
export const rounds = table(
  "rounds",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    motionId: text("motion_id").notNull(),
    ordinal: int("ordinal").notNull(),
    secret: bool("secret").notNull(),
    state: oneOf("state", roundStates).notNull(),
    /** Public key of a secret round, base64: ballots are sealed to it on arrival. */
    publicKey: text("public_key"),
    openedAt: instant("opened_at").notNull(),
    closedAt: instant("closed_at"),
    proclaimedAt: instant("proclaimed_at"),
    annulledAt: instant("annulled_at"),
    annulReason: text("annul_reason").notNull(),
    result: json<RoundResult | null>("result"),
    roll: json<FrozenRoll | null>("roll"),
    /** SHA-256 of the meeting's rule snapshot by which it was counted, hex. */
    ruleHash: text("rule_hash").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("rounds_ordinal").on(t.communityId, t.motionId, t.ordinal),
    index("rounds_meeting").on(t.communityId, t.meetingId, t.state),
    foreignKey({ columns: [t.communityId, t.motionId], foreignColumns: [motions.communityId, motions.id] }),
  ],
)

/** 票册: that someone voted. No time, and nothing that leads to a ballot. */
export const rollEntries = table(
  "roll_entries",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    participantId: text("participant_id").notNull(),
    channel: oneOf("channel", ["tablet", "paper"]).notNull(),
    /** The sender's idempotency key: the same key again is answered 已收到 again. */
    requestKey: text("request_key").notNull(),
  },
  t => [
    // 一人一票: the database itself refuses the second.
    primaryKey({ columns: [t.communityId, t.roundId, t.participantId] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/** 表决票 of a named round. */
export const namedBallots = table(
  "named_ballots",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    participantId: text("participant_id").notNull(),
    /** A `Choice`, or of a motion with options what `law/options` writes for the marks. */
    choice: text("choice").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.participantId] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)

/** A secret ballot between its arrival and closing: sealed to the round's public key, dropped when opened. */
export const sealedBallots = table(
  "sealed_ballots",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    id: text("id").notNull(),
    sealed: bytes("sealed").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.id] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)

/** Secret ballots after closing: sorted by choice and written together, so neither place nor number tells anything. */
export const openedBallots = table(
  "opened_ballots",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    ordinal: int("ordinal").notNull(),
    choice: text("choice").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.ordinal] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
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
