import {
  bool,
  bytes,
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

/** What a row of another room is, where the registry files something about it. */
export const subjectKinds = [
  "community",
  "person",
  "account",
  "issue",
  "topic",
  "proposal",
  "meeting",
  "motion",
  "minutes",
  "resolution",
  "publicEdition",
  "notice",
  "task",
  "import",
  "document",
  "organization",
  "body",
  "estate",
  "rulebookVersion",
  "poll",
  "round",
  "resource",
  "claim",
] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** Append-only: one row per write, in the same transaction. Triggers refuse every update and delete. */
export const auditEntries = table(
  "audit_entries",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    at: instant("at").notNull(),
    /** `issue.accepted`, `round.opened` … one verb per use case. */
    action: text("action").notNull(),
    /** The matter the row belongs to: a whole life is read by this pair. */
    subjectKind: oneOf("subject_kind", subjectKinds).notNull(),
    subjectId: text("subject_id").notNull(),
    /** Who did it; null for a stranger or the installation itself. */
    actorPersonId: text("actor_person_id"),
    actorName: text("actor_name").notNull(),
    /** Plain facts for the timeline. Never a choice of a secret round, a password, a code. */
    detail: json<Record<string, unknown>>("detail").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("audit_entries_subject").on(t.communityId, t.subjectKind, t.subjectId, t.at),
    index("audit_entries_at").on(t.communityId, t.at),
  ],
)

/** The last number given, per community, kind of number and year. Numbers have no gaps and are never given twice. */
export const numberSeries = table(
  "number_series",
  {
    communityId: text("community_id").notNull(),
    kind: text("kind").notNull(),
    year: int("year").notNull(),
    last: int("last").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.kind, t.year] })],
)

export const documentKinds = [
  "convocation",
  "checkInSlips",
  "minutes",
  "resolution",
  "publicNotice",
  "assignment",
  "chase",
  "dutyList",
  "delegateCard",
  "signInSheet",
  "debateRules",
  "agenda",
  "record",
  "briefMinutes",
  "ballotPapers",
  "paperRegister",
  "countSheet",
  "countReport",
  "countAnnouncement",
  "noticePoster",
  "opinionForm",
  "satisfactionForm",
  "issueLedger",
  "needLedger",
  "resourceLedger",
  "projectLedger",
  "dutyLedger",
] as const
export type DocumentKind = (typeof documentKinds)[number]

export const documentFormats = ["pdf", "docx", "xlsx"] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** A printed sheet, kept as its bytes. The same facts, template and fonts give the existing row back. */
export const documents = table(
  "documents",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    kind: oneOf("kind", documentKinds).notNull(),
    /** Each format of a paper counts its own versions. */
    format: oneOf("format", documentFormats).notNull().default("pdf"),
    subjectKind: oneOf("subject_kind", subjectKinds).notNull(),
    subjectId: text("subject_id").notNull(),
    /** 1, 2 … of this kind and format for this subject; a changed fact makes the next version beside the old one. */
    version: int("version").notNull(),
    /** What people quote: 振社议纪〔2026〕3号; null where a paper has none. */
    number: text("number"),
    title: text("title").notNull(),
    fileName: text("file_name").notNull(),
    mediaType: text("media_type").notNull(),
    content: bytes("content").notNull(),
    /** SHA-256 of the file, hex. */
    fileHash: text("file_hash").notNull(),
    /** SHA-256 of the canonical facts, hex; printed on the sheet. */
    factsHash: text("facts_hash").notNull(),
    /** The canonical JSON the hash was taken of. */
    facts: text("facts").notNull(),
    template: text("template").notNull(),
    templateVersion: int("template_version").notNull(),
    /** SHA-256 over the fonts it was drawn with, hex. */
    fontsHash: text("fonts_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    uniqueIndex("documents_version").on(t.communityId, t.kind, t.subjectId, t.format, t.version),
    // Not unique: facts that return to an earlier state are printed anew, as a version of their own.
    index("documents_facts").on(
      t.communityId,
      t.kind,
      t.subjectId,
      t.factsHash,
      t.template,
      t.templateVersion,
      t.fontsHash,
    ),
    // A check by file or by number reads the small index, never the rows with their bytes.
    index("documents_file").on(t.communityId, t.fileHash),
    index("documents_number").on(t.communityId, t.number),
    index("documents_subject").on(t.communityId, t.subjectKind, t.subjectId, t.createdAt, t.id),
    // The archive is counted by year, and each year read, out of this.
    index("documents_filed").on(t.communityId, t.createdAt, t.kind),
  ],
)

/** A printed sheet that no longer holds. Sheets themselves are never changed: that one was withdrawn stands beside it. */
export const documentWithdrawals = table(
  "document_withdrawals",
  {
    communityId: text("community_id").notNull(),
    documentId: text("document_id").notNull(),
    reason: text("reason").notNull(),
    withdrawnAt: instant("withdrawn_at").notNull(),
    withdrawnBy: text("withdrawn_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.documentId] }),
    foreignKey({ columns: [t.communityId, t.documentId], foreignColumns: [documents.communityId, documents.id] }),
  ],
)

/** A photo, shrunk and with its location stripped before it is kept. */
export const photos = table(
  "photos",
  {
    communityId: text("community_id").notNull(),
    id: text("id").notNull(),
    subjectKind: oneOf("subject_kind", subjectKinds).notNull(),
    subjectId: text("subject_id").notNull(),
    mediaType: text("media_type").notNull(),
    width: int("width").notNull(),
    height: int("height").notNull(),
    content: bytes("content").notNull(),
    fileHash: text("file_hash").notNull(),
    caption: text("caption").notNull(),
    /** Of works: taken before, during or after; null elsewhere. */
    stage: oneOf("stage", ["before", "during", "after"]),
    /** Looked over by staff and free to be shown on the public board. */
    isPublic: bool("is_public").notNull().default(false),
    createdAt: instant("created_at").notNull(),
    createdBy: text("created_by").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.id] }),
    index("photos_subject").on(t.communityId, t.subjectKind, t.subjectId),
  ],
)
