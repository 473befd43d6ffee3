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

/** announced: the roll is frozen and the notice runs; open: answers come in; closed: counted, not yet proclaimed. */
export const pollStates = ["draft", "announced", "open", "closed", "proclaimed", "cancelled"] as const
export type PollState = (typeof pollStates)[number]

/** What may be marked on the paper: a candidate or a proposal. */
export type PollOption = { key: string; label: string; personId: string | null }

/** What whoever is chosen becomes. */
export type PollOffice =
  | { kind: "buildingLeader"; buildingId: string }
  | { kind: "body"; bodyId: string; post: string; until: string | null }

/**
 * 书面表决: what is decided on paper and not in a meeting: owners' decisions (民法典第278条), the consent of all concerned
 * (第279条) or of one owner, 推选, the election of the 居委会.
 */
export const polls = table(
  "polls",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    year: int("year").notNull(),
    /** 振社表〔year〕sequence号; given when it is announced. */
    sequence: int("sequence"),
    /** Key of a poll preset of the rulebook. */
    preset: text("preset").notNull(),
    topicId: text("topic_id"),
    /** The wording it is about. */
    proposalId: text("proposal_id"),
    estateId: text("estate_id"),
    title: text("title").notNull(),
    /** What is asked, word for word as on the paper. */
    question: text("question").notNull(),
    state: oneOf("state", pollStates).notNull(),
    /** Null where the answers are 同意, 反对, 弃权. */
    options: json<PollOption[] | null>("options"),
    seats: int("seats").notNull(),
    office: json<PollOffice | null>("office"),
    /** Buildings or units in scope; null is the whole estate. */
    scope: json<{ buildingIds: string[]; unitIds: string[] } | null>("scope"),
    /** How many may vote in an election kept by its numbers alone; null where `pollVoters` is the roll. */
    electors: int("electors"),
    /** Canonical JSON of the rule, frozen when it is announced; null while a draft. */
    ruleSnapshot: text("rule_snapshot"),
    /** SHA-256 of it, hex. */
    ruleHash: text("rule_hash"),
    announcedOn: civilDate("announced_on"),
    opensOn: civilDate("opens_on"),
    /** The last day on which answers are taken in. */
    closesOn: civilDate("closes_on"),
    /** 计票人, 监票人. */
    counters: json<string[]>("counters").notNull(),
    scrutineers: json<string[]>("scrutineers").notNull(),
    announcedAt: instant("announced_at"),
    closedAt: instant("closed_at"),
    proclaimedAt: instant("proclaimed_at"),
    endReason: text("end_reason").notNull(),
    /** What it came to, with every light; written once, when it is closed. */
    result: json<Record<string, unknown> | null>("result"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("polls_number").on(t.communityId, t.year, t.sequence),
    index("polls_state").on(t.communityId, t.state),
    index("polls_topic").on(t.communityId, t.topicId),
  ],
)

/** 票册: one row per ballot, frozen when the poll is announced. */
export const pollVoters = table(
  "poll_voters",
  {
    communityId: text("community_id").notNull(),
    pollId: text("poll_id").notNull(),
    id: text("id").notNull(),
    /** 票号, from 1. */
    ordinal: int("ordinal").notNull(),
    /** As it stood on the register that day; co-owners together. */
    name: text("name").notNull(),
    personIds: json<string[]>("person_ids").notNull(),
    /** What they own in scope, for the eyes of the office. */
    unitLabels: text("unit_labels").notNull(),
    unitIds: json<string[]>("unit_ids").notNull(),
    /** In cm²; 0 where areas do not count. */
    areaCm2: int("area_cm2").notNull(),
    /** When the paper was handed over, and how; null while it was not. */
    deliveredOn: civilDate("delivered_on"),
    deliveryMeans: oneOf("delivery_means", ["hand", "post", "online", "posted"]),
    deliveredTo: text("delivered_to").notNull(),
    deliveredBy: text("delivered_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.pollId, t.id] }),
    uniqueIndex("poll_voters_ordinal").on(t.communityId, t.pollId, t.ordinal),
    foreignKey({ columns: [t.communityId, t.pollId], foreignColumns: [polls.communityId, polls.id] }),
  ],
)

/** The one ballot of a voter that counts: entered by one person, compared with the paper by another. */
export const pollBallots = table(
  "poll_ballots",
  {
    communityId: text("community_id").notNull(),
    pollId: text("poll_id").notNull(),
    voterId: text("voter_id").notNull(),
    /** for, against, abstain, invalid. */
    answer: oneOf("answer", ["for", "against", "abstain", "invalid"]).notNull(),
    /** Who signed in the owner's place, with a letter of proxy; empty otherwise. */
    proxyName: text("proxy_name").notNull(),
    /** Why it is invalid; empty otherwise. */
    note: text("note").notNull(),
    returnedOn: civilDate("returned_on").notNull(),
    enteredAt: instant("entered_at").notNull(),
    enteredBy: text("entered_by").notNull(),
    enteredByAccountId: text("entered_by_account_id").notNull(),
    checkedAt: instant("checked_at"),
    checkedBy: text("checked_by"),
    version: int("version").notNull(),
  },
  t => [
    // One ballot per voter: the database itself refuses the second.
    primaryKey({ columns: [t.communityId, t.pollId, t.voterId] }),
    foreignKey({
      columns: [t.communityId, t.pollId, t.voterId],
      foreignColumns: [pollVoters.communityId, pollVoters.pollId, pollVoters.id],
    }),
  ],
)

/** A second paper of the same voter, or an entry that the check found wrong: kept, not counted. Append-only. */
export const pollSetAside = table(
  "poll_set_aside",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    pollId: text("poll_id").notNull(),
    voterId: text("voter_id").notNull(),
    answer: text("answer").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("poll_set_aside_poll").on(t.communityId, t.pollId),
    foreignKey({ columns: [t.communityId, t.pollId], foreignColumns: [polls.communityId, polls.id] }),
  ],
)

/** A count by hand of unnamed papers: 推选 and elections. A run-off is the next ordinal. */
export const pollCounts = table(
  "poll_counts",
  {
    communityId: text("community_id").notNull(),
    pollId: text("poll_id").notNull(),
    ordinal: int("ordinal").notNull(),
    /** The options of this round: of a run-off fewer. */
    optionKeys: json<string[]>("option_keys").notNull(),
    seats: int("seats").notNull(),
    issued: int("issued").notNull(),
    returned: int("returned").notNull(),
    invalid: int("invalid").notNull(),
    /** 均不同意 and 弃权, of the valid ones. */
    none: int("none").notNull(),
    abstain: int("abstain").notNull(),
    votes: json<Record<string, number>>("votes").notNull(),
    enteredAt: instant("entered_at").notNull(),
    enteredBy: text("entered_by").notNull(),
    enteredByAccountId: text("entered_by_account_id").notNull(),
    checkedAt: instant("checked_at"),
    checkedBy: text("checked_by"),
    result: json<Record<string, unknown> | null>("result"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.pollId, t.ordinal] }),
    foreignKey({ columns: [t.communityId, t.pollId], foreignColumns: [polls.communityId, polls.id] }),
  ],
)
