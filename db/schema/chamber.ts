import { foreignKey, index, instant, int, json, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { agendaItems, participants } from "./convening"

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

/** 议程进行到哪一项: append-only, the newest row is the item in hand. Going back is another row. */
export const itemMoves = table(
  "item_moves",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    agendaItemId: text("agenda_item_id").notNull(),
    at: instant("at").notNull(),
    byName: text("by_name").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("item_moves_meeting").on(t.communityId, t.meetingId),
    foreignKey({ columns: [t.communityId, t.agendaItemId], foreignColumns: [agendaItems.communityId, agendaItems.id] }),
  ],
)

/** 委托: whoever cannot come is stood for by another entitled participant, where the frozen rule allows it. */
export const meetingProxies = table(
  "meeting_proxies",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    /** Who is stood for. */
    principalId: text("principal_id").notNull(),
    holderId: text("holder_id").notNull(),
    /** What the letter says, and where it is kept. */
    letter: text("letter").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
    revokedAt: instant("revoked_at"),
    revokedBy: text("revoked_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("meeting_proxies_meeting").on(t.communityId, t.meetingId),
    foreignKey({
      columns: [t.communityId, t.principalId],
      foreignColumns: [participants.communityId, participants.id],
    }),
    foreignKey({ columns: [t.communityId, t.holderId], foreignColumns: [participants.communityId, participants.id] }),
  ],
)

/** One stroke of a pen: x and y in turn, in tenths of a CSS pixel from the upper left corner of the pad. */
export type Stroke = readonly number[]

/**
 * A handwritten signature on a tablet, bound to what was signed, who signed and when (电子签名法第五、八、十三条).
 * Append-only: a new one stands beside the old, the newest counts.
 */
export const signatures = table(
  "signatures",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    meetingId: text("meeting_id").notNull(),
    participantId: text("participant_id").notNull(),
    purpose: oneOf("purpose", ["checkIn"]).notNull(),
    /** The words above the pad, with the agreement to sign this way. */
    statement: text("statement").notNull(),
    /** SHA-256 of the canonical facts signed: meeting, participant, statement; hex. */
    contentHash: text("content_hash").notNull(),
    strokes: json<Stroke[]>("strokes").notNull(),
    width: int("width").notNull(),
    height: int("height").notNull(),
    signedAt: instant("signed_at").notNull(),
    device: text("device").notNull(),
    /** SHA-256 over contentHash, participant, time and strokes, and the `signatureHash` before it in this meeting; hex. */
    signatureHash: text("signature_hash").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("signatures_hash").on(t.communityId, t.signatureHash),
    index("signatures_meeting").on(t.communityId, t.meetingId),
    foreignKey({
      columns: [t.communityId, t.participantId],
      foreignColumns: [participants.communityId, participants.id],
    }),
  ],
)
