import { civilDate, foreignKey, index, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { persons } from "./people"
import { organizations } from "./people-organizations"

/** 小区. */
export const estates = table(
  "estates",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    name: text("name").notNull(),
    address: text("address").notNull(),
    /** 建设单位: its unsold and undelivered units count as one head (建筑物区分所有权解释第9条). */
    developerId: text("developer_id"),
    propertyCompanyId: text("property_company_id"),
    note: text("note").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("estates_name").on(t.communityId, t.name),
    foreignKey({
      columns: [t.communityId, t.developerId],
      foreignColumns: [organizations.communityId, organizations.id],
    }),
    foreignKey({
      columns: [t.communityId, t.propertyCompanyId],
      foreignColumns: [organizations.communityId, organizations.id],
    }),
  ],
)

/** 楼栋. */
export const buildings = table(
  "buildings",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    estateId: text("estate_id").notNull(),
    /** 12栋, as it stands on the wall. */
    name: text("name").notNull(),
    gridId: text("grid_id"),
    residentGroupId: text("resident_group_id"),
    note: text("note").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("buildings_name").on(t.communityId, t.estateId, t.name),
    foreignKey({ columns: [t.communityId, t.estateId], foreignColumns: [estates.communityId, estates.id] }),
  ],
)

export const unitKinds = ["home", "shop", "parking", "storage", "other"] as const
export type UnitKind = (typeof unitKinds)[number]
/** Whose it is: an owner's, or still the developer's in whole or until it is handed over. */
export const unitHoldings = ["owned", "unsold", "soldUndelivered"] as const
export type UnitHolding = (typeof unitHoldings)[number]
/** 建筑物区分所有权解释第8条: 不动产登记簿, else 实测, else 合同. */
export const areaSources = ["register", "survey", "contract"] as const
export type AreaSource = (typeof areaSources)[number]

/** 专有部分/房屋. */
export const units = table(
  "units",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    buildingId: text("building_id").notNull(),
    /** 二单元102室. */
    label: text("label").notNull(),
    kind: oneOf("kind", unitKinds).notNull(),
    /** In cm²: 98.53 m² is 985300. */
    areaCm2: int("area_cm2").notNull(),
    areaSource: oneOf("area_source", areaSources).notNull(),
    holding: oneOf("holding", unitHoldings).notNull(),
    note: text("note").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("units_label").on(t.communityId, t.buildingId, t.label),
    foreignKey({ columns: [t.communityId, t.buildingId], foreignColumns: [buildings.communityId, buildings.id] }),
  ],
)

/** 业主 and 共有人 of a unit: a person or an organization. Co-owners have one ballot together. */
export const unitOwners = table(
  "unit_owners",
  {
    communityId: text("community_id").notNull(),
    unitId: text("unit_id").notNull(),
    /** From 1, in the order of the title deed; the first is written to. */
    ordinal: int("ordinal").notNull(),
    personId: text("person_id"),
    organizationId: text("organization_id"),
    /** 按份共有: 1/3 is 1 and 3. Null where they own it together (共同共有) or alone. */
    sharePart: int("share_part"),
    shareWhole: int("share_whole"),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.unitId, t.ordinal] }),
    index("unit_owners_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.unitId], foreignColumns: [units.communityId, units.id] }),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
    foreignKey({
      columns: [t.communityId, t.organizationId],
      foreignColumns: [organizations.communityId, organizations.id],
    }),
  ],
)

/** 楼栋长, and 包联: party members, committee members, grid workers, volunteers who look after a building. */
export const buildingDuties = ["leader", "partyMember", "committeeMember", "gridWorker", "volunteer"] as const
export type BuildingDuty = (typeof buildingDuties)[number]

export const buildingAssignments = table(
  "building_assignments",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    buildingId: text("building_id").notNull(),
    personId: text("person_id").notNull(),
    duty: oneOf("duty", buildingDuties).notNull(),
    /** The poll that chose a 楼栋长, where it was held here. */
    pollId: text("poll_id"),
    since: civilDate("since").notNull(),
    until: civilDate("until"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("building_assignments_person").on(t.communityId, t.buildingId, t.personId, t.duty, t.since),
    index("building_assignments_by_person").on(t.communityId, t.personId),
    foreignKey({ columns: [t.communityId, t.buildingId], foreignColumns: [buildings.communityId, buildings.id] }),
    foreignKey({ columns: [t.communityId, t.personId], foreignColumns: [persons.communityId, persons.id] }),
  ],
)
