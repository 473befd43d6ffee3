import { index, instant, int, json, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"

/** 草稿 → 已核对 (by another person) → 启用 → 被替代; or given up on the way. */
export const versionStates = ["draft", "checked", "inForce", "superseded", "withdrawn"] as const
export type VersionState = (typeof versionStates)[number]

/** One value that differs from what the law or the preset says, with where it is written. */
export type SettingChange = { key: string; value: string; article: string }

/** 规程的版本: how this community, or the owners of one estate, set what the law leaves to them. */
export const rulebookVersions = table(
  "rulebook_versions",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    /** Key of a preset of the rulebook. */
    preset: text("preset").notNull(),
    /** Owners' rules are an estate's own; empty where the whole community has one. */
    estateId: text("estate_id").notNull(),
    ordinal: int("ordinal").notNull(),
    state: oneOf("state", versionStates).notNull(),
    changes: json<SettingChange[]>("changes").notNull(),
    /** The whole rule as it comes out: canonical JSON, frozen when it is checked. */
    rule: text("rule").notNull(),
    /** SHA-256 of it, hex. */
    ruleHash: text("rule_hash").notNull(),
    /** Who resolved it, and when: 2026年3月5日业主大会通过的议事规则. */
    basis: text("basis").notNull(),
    draftedAt: instant("drafted_at").notNull(),
    draftedBy: text("drafted_by").notNull(),
    /** The account, because two people may have one name. */
    draftedByAccountId: text("drafted_by_account_id").notNull(),
    checkedAt: instant("checked_at"),
    checkedBy: text("checked_by"),
    checkedByAccountId: text("checked_by_account_id"),
    enabledAt: instant("enabled_at"),
    enabledBy: text("enabled_by"),
    endedAt: instant("ended_at"),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("rulebook_versions_ordinal").on(t.communityId, t.preset, t.estateId, t.ordinal),
    index("rulebook_versions_state").on(t.communityId, t.preset, t.state),
  ],
)
