import { bytes, foreignKey, index, instant, int, oneOf, primaryKey, table, text } from "../columns"
import { rounds } from "./chamber-rounds"
import { participants } from "./convening"

/** issued 已发 · returned 已收回 · spoiled 写坏换票 · missing 未收回, said when voting ends. */
export const paperStates = ["issued", "returned", "spoiled", "missing"] as const
export type PaperState = (typeof paperStates)[number]

/**
 * 纸质表决票 handed to a voter: who has got a paper votes on no tablet. `serial` is printed on the paper of a named round; of a
 * secret one it stands on the stub alone, which is torn off before the paper goes into the box, so that no paper leads to
 * its voter. No times: the order of handing in says nothing.
 */
export const paperBallots = table(
  "paper_ballots",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    /** From 1, without gaps, over the whole round. */
    serial: int("serial").notNull(),
    participantId: text("participant_id").notNull(),
    state: oneOf("state", paperStates).notNull(),
    /** Who got it in the voter's place, as proxy; null where the voter did. What becomes of the proxy later changes nothing. */
    handedToId: text("handed_to_id"),
    issuedBy: text("issued_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.serial] }),
    index("paper_ballots_voter").on(t.communityId, t.roundId, t.participantId),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/**
 * 录票: one paper out of the box, read by one person and read again by another without seeing the first reading.
 * Of a named round `sheet` is the paper's serial; of a secret one the number the counters pencil on it at the count.
 */
export const paperEntries = table(
  "paper_entries",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    sheet: int("sheet").notNull(),
    /** Null of a secret round. */
    participantId: text("participant_id"),
    /** A choice, option keys, or invalid; null of a secret round, where `sealed` holds it. */
    choice: text("choice"),
    /** Sealed to the round's public key, until the round is closed; then null. */
    sealed: bytes("sealed"),
    /** counted: in the box · duplicate: kept, its voter's ballot came another way. Null until read twice alike. */
    verdict: oneOf("verdict", ["counted", "duplicate"]),
    /** How many readings differed before two agreed. */
    differences: int("differences").notNull(),
    enteredBy: text("entered_by").notNull(),
    enteredByAccountId: text("entered_by_account_id").notNull(),
    checkedBy: text("checked_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.sheet] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)

/** 计票人, 监票人 of a round: named before the count, none of them a party to the matter. */
export const roundOfficers = table(
  "round_officers",
  {
    communityId: text("community_id").notNull(),
    roundId: text("round_id").notNull(),
    participantId: text("participant_id").notNull(),
    office: oneOf("office", ["counter", "scrutineer"]).notNull(),
    namedAt: instant("named_at").notNull(),
    namedBy: text("named_by").notNull(),
    /** Somebody else took the office; null while it is held. */
    withdrawnAt: instant("withdrawn_at"),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.roundId, t.participantId] }),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/** 举手计数: what one of the two counters counted. Append-only: a recount is another row, the newest of a counter counts. */
export const handCounts = table(
  "hand_counts",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    roundId: text("round_id").notNull(),
    counterId: text("counter_id").notNull(),
    for: int("for_count").notNull(),
    against: int("against_count").notNull(),
    abstain: int("abstain_count").notNull(),
    countedAt: instant("counted_at").notNull(),
    enteredBy: text("entered_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("hand_counts_round").on(t.communityId, t.roundId),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
    foreignKey({ columns: [t.communityId, t.counterId], foreignColumns: [participants.communityId, participants.id] }),
  ],
)
