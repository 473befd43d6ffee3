import {
  bool,
  civilDate,
  foreignKey,
  index,
  instant,
  int,
  oneOf,
  primaryKey,
  table,
  text,
  uniqueIndex,
} from "../columns"
import { delegations, representativeKinds } from "../words"

export const roles = ["administrator", "secretary", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const
export type Role = (typeof roles)[number]

/** 社区. */
export const communities = table(
  "communities",
  {
    id: text("id").primaryKey(),
    /** In addresses: `/c/zhenxing`. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** One or two characters for numbers: 振社问〔2026〕12号. */
    shortName: text("short_name").notNull(),
    subdistrict: text("subdistrict").notNull(),
    contactPhone: text("contact_phone").notNull(),
    /** Whether search engines may list the public board. */
    boardIndexable: bool("board_indexable").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    version: int("version").notNull(),
  },
  t => [uniqueIndex("communities_slug").on(t.slug)],
)

/** 网格, and 微网格 below it. */
export const grids = table(
  "grids",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    parentId: text("parent_id"),
    leaderPersonId: text("leader_person_id"),
    /** Which buildings it covers, in words. */
    scope: text("scope").notNull(),
    version: int("version").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), uniqueIndex("grids_name").on(t.communityId, t.name)],
)

/** 人员. Two people may have one name; a phone belongs to one person. */
export const persons = table(
  "persons",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    phone: text("phone"),
    gender: oneOf("gender", ["female", "male", "unknown"]).notNull(),
    /** Building or unit in words, shown to staff only; tells two people of one name apart. */
    address: text("address").notNull(),
    /** 单位 and post. */
    organization: text("organization").notNull(),
    gridId: text("grid_id"),
    note: text("note").notNull(),
    createdAt: instant("created_at").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("persons_phone").on(t.communityId, t.phone),
    index("persons_name").on(t.communityId, t.name),
  ],
)

/** 代表 of the deliberation table, by delegation. */
export const delegates = table(
  "delegates",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    delegation: oneOf("delegation", delegations).notNull(),
    organization: text("organization").notNull(),
    since: civilDate("since").notNull(),
    until: civilDate("until"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("delegates_person").on(t.communityId, t.personId, t.delegation),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)

/** Members of the 居民代表会议: 居民代表 and 居委会成员 (居委会组织法第28条). Not delegates. */
export const representatives = table(
  "representatives",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    kind: oneOf("kind", representativeKinds).notNull(),
    residentGroup: text("resident_group").notNull(),
    since: civilDate("since").notNull(),
    until: civilDate("until"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("representatives_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)

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
