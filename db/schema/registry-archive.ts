import { foreignKey, instant, int, oneOf, primaryKey, table, text, uniqueIndex } from "../columns"
import { documents } from "./registry"

/**
 * A digest of what the archive held at a moment, signed with the key of this installation. Each takes in the one before
 * it, so that a document changed, put in or taken out later no longer fits. Append-only: triggers refuse the rest.
 */
export const archiveDigests = table(
  "archive_digests",
  {
    communityId: text("community_id").notNull(),
    /** 1, 2 … without gaps. */
    sequence: int("sequence").notNull(),
    at: instant("at").notNull(),
    /** How many documents this one covers beyond the one before it; what it covers besides is not counted. */
    documentCount: int("document_count").notNull(),
    /** SHA-256, hex, of the digest before it; empty for the first. */
    previousDigest: text("previous_digest").notNull(),
    /** SHA-256, hex, over the digest before it and a line for each thing covered, in order. */
    digest: text("digest").notNull(),
    /** Ed25519 over the canonical JSON of everything above; base64. */
    signature: text("signature").notNull(),
    /** Raw public key, base64: kept with the row, because an installation's key may be replaced. */
    publicKey: text("public_key").notNull(),
  },
  t => [primaryKey({ columns: [t.communityId, t.sequence] })],
)

/** Which digest covers a document, and what its file was then. */
export const archiveDigestEntries = table(
  "archive_digest_entries",
  {
    communityId: text("community_id").notNull(),
    documentId: text("document_id").notNull(),
    sequence: int("sequence").notNull(),
    fileHash: text("file_hash").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.documentId] }),
    uniqueIndex("archive_digest_entries_sequence").on(t.communityId, t.sequence, t.documentId),
    foreignKey({
      columns: [t.communityId, t.sequence],
      foreignColumns: [archiveDigests.communityId, archiveDigests.sequence],
    }),
    foreignKey({ columns: [t.communityId, t.documentId], foreignColumns: [documents.communityId, documents.id] }),
  ],
)

/** withdrawal: a document was withdrawn. entry: what the log says of a release, or of the archive itself. */
export const archiveStatementKinds = ["withdrawal", "entry"] as const

/** Which digest covers a lasting fact that stands beside the documents, and what it said then. */
export const archiveDigestStatements = table(
  "archive_digest_statements",
  {
    communityId: text("community_id").notNull(),
    kind: oneOf("kind", archiveStatementKinds).notNull(),
    /** The document's id, or the id of the log's entry. */
    statementId: text("statement_id").notNull(),
    sequence: int("sequence").notNull(),
    /** SHA-256, hex, of the canonical JSON of what it says. */
    hash: text("hash").notNull(),
  },
  t => [
    primaryKey({ columns: [t.communityId, t.kind, t.statementId] }),
    uniqueIndex("archive_digest_statements_sequence").on(t.communityId, t.sequence, t.kind, t.statementId),
    foreignKey({
      columns: [t.communityId, t.sequence],
      foreignColumns: [archiveDigests.communityId, archiveDigests.sequence],
    }),
  ],
)
