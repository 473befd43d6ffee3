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
