import {
  bool,
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
import { chosenHows, delegations, representativeKinds } from "../words"

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
    /** 基础网格 where people live, 专属网格 for a market, a school, a company. */
    kind: oneOf("kind", ["basic", "dedicated"]).notNull().default("basic"),
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
    /** Of the name, for search and order: `zhangsan`; empty only on rows from before the column. */
    pinyin: text("pinyin").notNull().default(""),
    /** `zs`. */
    initials: text("initials").notNull().default(""),
    /** Sorts as 以姓氏笔画为序. */
    strokeKey: text("stroke_key").notNull().default(""),
    phone: text("phone"),
    gender: oneOf("gender", ["female", "male", "unknown"]).notNull(),
    /** Building or unit in words, shown to staff only; tells two people of one name apart. */
    address: text("address").notNull(),
    /** 单位 and post. */
    organization: text("organization").notNull(),
    gridId: text("grid_id"),
    note: text("note").notNull(),
    /** When name and all else of this row were blotted out (个人信息保护法第47条); null otherwise. */
    blottedAt: instant("blotted_at"),
    createdAt: instant("created_at").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("persons_phone").on(t.communityId, t.phone),
    index("persons_name").on(t.communityId, t.name),
    index("persons_initials").on(t.communityId, t.initials),
    index("persons_pinyin").on(t.communityId, t.pinyin),
    index("persons_stroke_key").on(t.communityId, t.strokeKey),
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
    /** Null where it was entered before this was asked. */
    chosenHow: oneOf("chosen_how", chosenHows),
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

/** 居民小组. A representative names the group by its name. */
export const residentGroups = table(
  "resident_groups",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    /** 户数: one 居民代表 for 20 to 50 households (居委会组织法第13条). Null while not counted. */
    households: int("households"),
    leaderPersonId: text("leader_person_id"),
    /** Which buildings it covers, in words. */
    scope: text("scope").notNull(),
    version: int("version").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), uniqueIndex("resident_groups_name").on(t.communityId, t.name)],
)

export const organizationKinds = [
  "propertyCompany",
  "developer",
  "department",
  "ownersCommittee",
  "partyOrganization",
  "partner",
  "other",
] as const
export type OrganizationKind = (typeof organizationKinds)[number]

/** 单位, with whom to call. */
export const organizations = table(
  "organizations",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    kind: oneOf("kind", organizationKinds).notNull(),
    contactName: text("contact_name").notNull(),
    contactPhone: text("contact_phone").notNull(),
    address: text("address").notNull(),
    note: text("note").notNull(),
    version: int("version").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), uniqueIndex("organizations_name").on(t.communityId, t.name)],
)

export const bodyKinds = [
  "residentsCommittee",
  "supervisionCommittee",
  "ownersCommittee",
  "partyBranch",
  "residentsAssembly",
  "other",
] as const
export type BodyKind = (typeof bodyKinds)[number]

/**
 * A body whose members hold terms: 居委会, 居务监督委员会, 业委会, a party branch, the roll of a 居民会议. The delegates of the
 * table and the 居民代表会议 have registers of their own (`delegates`, `representatives`).
 */
export const bodies = table(
  "bodies",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    kind: oneOf("kind", bodyKinds).notNull(),
    name: text("name").notNull(),
    /** Of a 业委会: its estate. */
    estateId: text("estate_id"),
    note: text("note").notNull(),
    version: int("version").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), uniqueIndex("bodies_name").on(t.communityId, t.name)],
)

/** 任期: someone's seat in a body. A later term of the same person is another row. */
export const bodyTerms = table(
  "body_terms",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    bodyId: text("body_id").notNull(),
    personId: text("person_id").notNull(),
    /** 主任, 副主任, 委员, 书记, 党员 … as printed. */
    post: text("post").notNull(),
    chosenHow: oneOf("chosen_how", chosenHows).notNull(),
    /** What it rests on: the paper or the vote, in words. */
    basis: text("basis").notNull(),
    /** The poll that chose them, where it was held here. */
    pollId: text("poll_id"),
    since: civilDate("since").notNull(),
    until: civilDate("until"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("body_terms_person").on(t.communityId, t.bodyId, t.personId, t.since),
    index("body_terms_by_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.bodyId], foreignColumns: [bodies.communityId, bodies.id] }),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)

export const consentKinds = ["eSigning", "publication"] as const
export type ConsentKind = (typeof consentKinds)[number]

/**
 * 同意: to sign on a tablet (电子签名法第3条), to have the name published (个人信息保护法第25条). One row per saying, given or
 * taken back; the newest of a kind holds.
 */
export const consents = table(
  "consents",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    kind: oneOf("kind", consentKinds).notNull(),
    given: bool("given").notNull(),
    /** How it was said: on paper, by word of mouth to the office, on the own tablet. */
    means: oneOf("means", ["paper", "spoken", "tablet"]).notNull(),
    saidOn: civilDate("said_on").notNull(),
    note: text("note").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    recordedBy: text("recorded_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("consents_person").on(t.communityId, t.personId, t.kind),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)

/** That a person's data was blotted out: on whose word and why. What was blotted is not kept. */
export const blottings = table(
  "blottings",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    personId: text("person_id").notNull(),
    reason: text("reason").notNull(),
    /** How many places, by room: { issues: 2, owners: 1 }. */
    places: json<Record<string, number>>("places").notNull(),
    blottedAt: instant("blotted_at").notNull(),
    blottedBy: text("blotted_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("blottings_person").on(t.communityId, t.personId),
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
