import { bool, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { persons } from "./people"

export const roles = ["administrator", "secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const
export type Role = (typeof roles)[number]

/** 账号: one per person, entered with a name or a phone and a password. */
export const accounts = table(
  "accounts",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    /** Lower case; unique in the whole installation, as is the phone. */
    loginName: text("login_name").notNull(),
    phone: text("phone"),
    /** argon2id. */
    passwordHash: text("password_hash").notNull(),
    /** Set by an administrator's reset: the next sign-in asks for a new one. */
    mustChangePassword: bool("must_change_password").notNull(),
    disabledAt: instant("disabled_at"),
    createdAt: instant("created_at").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("accounts_login_name").on(t.loginName),
    uniqueIndex("accounts_phone").on(t.phone),
    uniqueIndex("accounts_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)

/** Which role an account has in which community; a 街道 viewer has several. */
export const memberships = table(
  "memberships",
  {
    communityId: text("community_id").notNull(),
    accountId: text("account_id").notNull(),
    role: oneOf("role", roles).notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.accountId, t.role] }), index("memberships_account").on(t.accountId)],
)

/**
 * A signed-in browser. `id` is the SHA-256 of the token in the cookie, so the row opens nothing.
 * With `participantId` it is a seat at one meeting, got with a check-in code; with `accountId` a member's session.
 */
export const sessions = table(
  "sessions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    accountId: text("account_id"),
    meetingId: text("meeting_id"),
    participantId: text("participant_id"),
    /** 代操作: who of the staff opened this seat and presses its buttons for the delegate, and why; empty otherwise. */
    helperName: text("helper_name").notNull().default(""),
    helperReason: text("helper_reason").notNull().default(""),
    /** What kind of device, in words, for the list of sessions; no address. */
    device: text("device").notNull(),
    createdAt: instant("created_at").notNull(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  t => [
    primaryKey({ columns: [t.id] }),
    index("sessions_account").on(t.communityId, t.accountId),
    index("sessions_participant").on(t.communityId, t.participantId),
  ],
)
