import { civilDate, foreignKey, index, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { issues } from "./intake"
import { organizations } from "./people-organizations"

/** 资源清单: what a partner offers the community, and for how long. */
export const resources = table(
  "resources",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    /** 振社资〔year〕sequence号. */
    year: int("year").notNull(),
    sequence: int("sequence").notNull(),
    /** Who offers it, where it stands in the register; the name is always there. */
    organizationId: text("organization_id"),
    provider: text("provider").notNull(),
    /** What is offered. */
    content: text("content").notNull(),
    contactName: text("contact_name").notNull(),
    contactPhone: text("contact_phone").notNull(),
    /** The last day it is offered; null while it is open-ended. */
    until: civilDate("until"),
    /** Why it is no longer offered; empty while it is. */
    endReason: text("end_reason").notNull(),
    endedAt: instant("ended_at"),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("resources_number").on(t.communityId, t.year, t.sequence),
    foreignKey({
      columns: [t.communityId, t.organizationId],
      foreignColumns: [organizations.communityId, organizations.id],
    }),
  ],
)

export const claimStates = ["claimed", "doing", "done", "ended"] as const
export type ClaimState = (typeof claimStates)[number]

/** 项目清单: a need (an issue sorted as 微心愿) taken up by somebody, with a resource or without one (双向认领). */
export const claims = table(
  "claims",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    /** 振社项〔year〕sequence号. */
    year: int("year").notNull(),
    sequence: int("sequence").notNull(),
    issueId: text("issue_id").notNull(),
    resourceId: text("resource_id"),
    /** 认领单位 as it is printed. */
    claimant: text("claimant").notNull(),
    /** How it will be met. */
    content: text("content").notNull(),
    state: oneOf("state", claimStates).notNull(),
    claimedOn: civilDate("claimed_on").notNull(),
    dueOn: civilDate("due_on").notNull(),
    /** How far it is, in words; the newest. */
    progress: text("progress").notNull(),
    doneOn: civilDate("done_on"),
    /** Why it was given up; empty otherwise. */
    endReason: text("end_reason").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
    version: int("version").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("claims_number").on(t.communityId, t.year, t.sequence),
    index("claims_issue").on(t.communityId, t.issueId),
    foreignKey({ columns: [t.communityId, t.issueId], foreignColumns: [issues.communityId, issues.id] }),
    foreignKey({ columns: [t.communityId, t.resourceId], foreignColumns: [resources.communityId, resources.id] }),
  ],
)
