import {
  bool,
  bytes,
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
import { motions } from "./chamber-motions"
import { participants } from "./convening"

export const roundStates = ["open", "closed", "proclaimed", "annulled"] as const

export type RoundState = (typeof roundStates)[number]

export const roundMeans = ["ballots", "hands"] as const
export type RoundMeans = (typeof roundMeans)[number]

/** From the most private: nobody · chair, recorder and those at the count · whoever reads the record. */
export const publicities = ["secret", "recorded", "open"] as const
export type Publicity = (typeof publicities)[number]

export const roundMedia = ["tablet", "mixed", "paper"] as const
export type RoundMedium = (typeof roundMedia)[number]

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
  /** Where papers were issued. */
  paper?: PaperBalance
  /** Where papers or hands were counted by people. */
  countedBy?: CountedBy
  /** How many ballots were cast by proxy, and how many with a helper at the tablet. */
  byProxy?: number
  assisted?: number
}

/** How many papers there were of a round, so that every one of them is accounted for. */
export type PaperBalance = {
  /** Handed to somebody; a paper exchanged for a new one is `spoiled` and was issued too. */
  issued: number
  /** Put into the box. issued = returned + spoiled + missing. */
  returned: number
  spoiled: number
  /** Taken along, or never handed in. */
  missing: number
  /** returned = valid + invalid + duplicate. */
  valid: number
  invalid: number
  /** Kept, never counted: its voter's ballot had come in another way. */
  duplicate: number
}

/** Who saw to the count: 计票人, 监票人. */
export type CountedBy = { name: string; office: "counter" | "scrutineer" }[]

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
    /** 举手 is counted by two people; ballots are cast on tablets and paper. */
    means: oneOf("means", roundMeans).notNull().default("ballots"),
    /** Who may ever read who voted how: the smaller of what was shown when it was opened and what the rule allows. */
    publicity: oneOf("publicity", publicities).notNull().default("open"),
    /** Where ballots are taken; may only widen to paper. */
    medium: oneOf("medium", roundMedia).notNull().default("tablet"),
    /** Of a secret round: each ballot carries a code its voter can find in the list at proclamation. */
    hasCodes: bool("has_codes").notNull().default(false),
    /** 最后提醒. */
    lastCallAt: instant("last_call_at"),
    /** The end of the countdown shown; closing stays the chair's act. */
    countdownUntil: instant("countdown_until"),
    /** 停止投票: from here on no ballot is taken, and papers are counted; null while ballots are taken. */
    votingEndedAt: instant("voting_ended_at"),
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
    /** Who cast it in the place of `participantId`, as proxy; null of one's own. */
    castById: text("cast_by_id"),
    /** 代操作: who pressed the buttons for the delegate; empty where nobody did. */
    helperName: text("helper_name").notNull().default(""),
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
    /** The code its voter kept, where the round has codes; empty otherwise. */
    code: text("code").notNull().default(""),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.ordinal] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)

/** 改投 of a named ballot before closing, where the rule allows it. Append-only: the newest counts, the first stays. */
export const ballotCorrections = table(
  "ballot_corrections",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    participantId: text("participant_id").notNull(),
    /** 1 for the first change. */
    ordinal: int("ordinal").notNull(),
    choice: text("choice").notNull(),
    /** The sender's idempotency key. */
    requestKey: text("request_key").notNull(),
    at: instant("at").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.participantId, t.ordinal] }),
    uniqueIndex("ballot_corrections_key").on(t.communityId, t.roundId, t.requestKey),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)
