import { foreignKey, index, instant, oneOf, primaryKey, table, text } from "../columns"
import { rounds } from "./chamber-rounds"
import { participants } from "./convening"

export const challengeGrounds = ["notRecorded", "recordedWrong", "other"] as const
export type ChallengeGround = (typeof challengeGrounds)[number]

/** 对计票的异议, raised between closing and proclaiming; each is answered before the result is proclaimed. */
export const roundChallenges = table(
  "round_challenges",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    roundId: text("round_id").notNull(),
    participantId: text("participant_id").notNull(),
    ground: oneOf("ground", challengeGrounds).notNull(),
    /** Who raised it in the place of `participantId`, as proxy; null of one's own. */
    raisedById: text("raised_by_id"),
    raisedAt: instant("raised_at").notNull(),
    means: oneOf("means", ["tablet", "desk"]).notNull(),
    /** What was found and said; empty while it is open. */
    answer: text("answer").notNull(),
    answeredAt: instant("answered_at"),
    answeredBy: text("answered_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("round_challenges_round").on(t.communityId, t.roundId),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)

/**
 * 更正 of a proclaimed result, signed by two: who drew it up and another who looked it over. The result itself stands.
 * note 勘误 says what was written wrong; setAside 重新表决 leaves the motion to a new round.
 */
export const roundCorrections = table(
  "round_corrections",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    roundId: text("round_id").notNull(),
    kind: oneOf("kind", ["note", "setAside"]).notNull(),
    /** What was wrong. */
    wrong: text("wrong").notNull(),
    /** How it is right; of setAside why a new round is needed. */
    right: text("right_text").notNull(),
    drawnUpAt: instant("drawn_up_at").notNull(),
    drawnUpBy: text("drawn_up_by").notNull(),
    drawnUpByAccountId: text("drawn_up_by_account_id").notNull(),
    /** Null until another person signed; without it nothing is corrected. */
    signedAt: instant("signed_at"),
    signedBy: text("signed_by").notNull(),
    /** Set when it is withdrawn before it was signed. */
    withdrawnAt: instant("withdrawn_at"),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("round_corrections_round").on(t.communityId, t.roundId),
    foreignKey({ columns: [t.communityId, t.roundId], foreignColumns: [rounds.communityId, rounds.id] }),
  ],
)
