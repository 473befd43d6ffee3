import { civilDate, foreignKey, index, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { chosenHows } from "../words"
import { persons } from "./people"

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
