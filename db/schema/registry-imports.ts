import { bytes, foreignKey, index, instant, int, json, oneOf, primaryKey, table, text } from "../columns"

export const importKinds = [
  "issues",
  "grids",
  "persons",
  "delegates",
  "representatives",
  "bodyTerms",
  "units",
  "venues",
  "accounts",
] as const
export type ImportKind = (typeof importKinds)[number]
export const importStates = ["reading", "ready", "failed", "confirmed", "cancelled"] as const

/** An uploaded table on its way in: uploaded → read into a stored preview → confirmed, all or nothing. */
export const imports = table(
  "imports",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    kind: oneOf("kind", importKinds).notNull(),
    state: oneOf("state", importStates).notNull(),
    fileName: text("file_name").notNull(),
    fileHash: text("file_hash").notNull(),
    content: bytes("content").notNull(),
    rowsDone: int("rows_done").notNull(),
    rowsTotal: int("rows_total").notNull(),
    /** Code and detail of the refusal that stopped the reading. */
    failure: json<{ code: string; detail: Record<string, unknown> } | null>("failure"),
    /** How the columns were understood, for the preview's heading. */
    recognized: json<Record<string, unknown> | null>("recognized"),
    createdAt: instant("created_at").notNull(),
    /** The account's id. */
    createdBy: text("created_by").notNull(),
    confirmedAt: instant("confirmed_at"),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] }), index("imports_kind").on(t.communityId, t.kind, t.createdAt)],
)

export const importRowStatuses = ["new", "changed", "unchanged", "like", "error"] as const
export const importRowChoices = ["keep", "support", "skip"] as const

/** One row of the stored preview. */
export const importRows = table(
  "import_rows",
  {
    communityId: text("community_id").notNull(),
    importId: text("import_id").notNull(),
    /** Ordinal within the import, from 1. */
    ordinal: int("ordinal").notNull(),
    sheet: text("sheet").notNull(),
    /** As Excel counts it. */
    rowNumber: int("row_number").notNull(),
    status: oneOf("status", importRowStatuses).notNull(),
    /** What the row says, as understood. */
    values: json<Record<string, unknown>>("values").notNull(),
    /** Columns nobody asked for, kept by their heading. */
    extra: json<Record<string, string>>("extra").notNull(),
    /** Chinese sentences: why it is in error, or why it is like an existing row. */
    reasons: json<string[]>("reasons").notNull(),
    /** The existing row it is, or is like. */
    existingId: text("existing_id"),
    choice: oneOf("choice", importRowChoices),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.importId, t.ordinal] }),
    index("import_rows_status").on(t.communityId, t.importId, t.status),
    foreignKey({ columns: [t.communityId, t.importId], foreignColumns: [imports.communityId, imports.id] }),
  ],
)
