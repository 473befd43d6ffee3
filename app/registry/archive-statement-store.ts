import { and, eq, inArray } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { auditEntries, documents, documentWithdrawals } from "#db/schema/registry"
import { archiveDigestStatements } from "#db/schema/registry-archive"
import { lastingActions } from "./archive-rules"

/** Every withdrawal, with the title of its document; that is null where the document is gone. */
export const listAllWithdrawals = (q: Reader, communityId: string) =>
  q
    .select({
      documentId: documentWithdrawals.documentId,
      title: documents.title,
      reason: documentWithdrawals.reason,
      withdrawnAt: documentWithdrawals.withdrawnAt,
      withdrawnBy: documentWithdrawals.withdrawnBy,
    })
    .from(documentWithdrawals)
    .leftJoin(
      documents,
      and(eq(documents.communityId, documentWithdrawals.communityId), eq(documents.id, documentWithdrawals.documentId)),
    )
    .where(eq(documentWithdrawals.communityId, communityId))

/** The log's entries that are lasting. */
export const listLastingEntries = (q: Reader, communityId: string) =>
  q
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.communityId, communityId),
        // The few entries of these subjects are found in the index, not among all the others.
        inArray(auditEntries.subjectKind, ["publicEdition", "community"]),
        inArray(auditEntries.action, [...lastingActions]),
      ),
    )

/** Which digest covers which statement, and what it said then. */
export const listCoveredStatements = (q: Reader, communityId: string) =>
  q
    .select({
      kind: archiveDigestStatements.kind,
      id: archiveDigestStatements.statementId,
      sequence: archiveDigestStatements.sequence,
      hash: archiveDigestStatements.hash,
    })
    .from(archiveDigestStatements)
    .where(eq(archiveDigestStatements.communityId, communityId))

export async function insertCoveredStatements(
  q: Writer,
  rows: readonly (typeof archiveDigestStatements.$inferInsert)[],
): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(archiveDigestStatements).values(chunk)
}
