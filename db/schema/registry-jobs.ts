import { instant, int, json, oneOf, primaryKey, table, text } from "../columns"
import { documentFormats, documentKinds, subjectKinds } from "./registry"

export const documentJobStates = ["waiting", "drawing", "ready", "failed"] as const

/** A long document in the making: drawn beside the request, looked after on a page of its own. */
export const documentJobs = table(
  "document_jobs",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    kind: oneOf("kind", documentKinds).notNull(),
    format: oneOf("format", documentFormats).notNull(),
    subjectKind: oneOf("subject_kind", subjectKinds).notNull(),
    subjectId: text("subject_id").notNull(),
    title: text("title").notNull(),
    state: oneOf("state", documentJobStates).notNull(),
    pagesDone: int("pages_done").notNull(),
    /** 0 until it is known. */
    pagesTotal: int("pages_total").notNull(),
    /** The document it became. */
    documentId: text("document_id"),
    /** Code and detail of the refusal that ended it. */
    failure: json<{ code: string; detail: Record<string, unknown> } | null>("failure"),
    createdAt: instant("created_at").notNull(),
    /** The account's id: only whoever asked sees it. */
    createdBy: text("created_by").notNull(),
    finishedAt: instant("finished_at"),
  },
  t => [primaryKey({ columns: [t.communityId, t.id] })],
)
