import { and, eq, inArray } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { documentWithdrawals } from "#db/schema/registry"

export const insertDocumentWithdrawals = (q: Writer, rows: (typeof documentWithdrawals.$inferInsert)[]) =>
  q.insert(documentWithdrawals).values(rows)

/** Which of these sheets no longer hold, and why. */
export const listWithdrawals = (q: Reader, communityId: string, documentIds: readonly string[]) =>
  documentIds.length === 0
    ? Promise.resolve([])
    : q
        .select({
          documentId: documentWithdrawals.documentId,
          reason: documentWithdrawals.reason,
          withdrawnAt: documentWithdrawals.withdrawnAt,
        })
        .from(documentWithdrawals)
        .where(
          and(
            eq(documentWithdrawals.communityId, communityId),
            inArray(documentWithdrawals.documentId, [...documentIds]),
          ),
        )
