import { and, eq, inArray, lt } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { documentJobs } from "#db/schema/registry-jobs"

export type DocumentJob = typeof documentJobs.$inferSelect

export const insertDocumentJob = (q: Writer, row: typeof documentJobs.$inferInsert) =>
  q.insert(documentJobs).values(row)

export async function findDocumentJob(q: Reader, communityId: string, id: string): Promise<DocumentJob | null> {
  const [row] = await q
    .select()
    .from(documentJobs)
    .where(and(eq(documentJobs.communityId, communityId), eq(documentJobs.id, id)))
  return row ?? null
}

const unfinished = ["waiting", "drawing"] as const

/** A job that is over stays as it is. */
export const updateDocumentJob = (
  q: Writer,
  { communityId, id }: { communityId: string; id: string },
  change: Partial<Pick<DocumentJob, "state" | "pagesDone" | "pagesTotal" | "documentId" | "failure" | "finishedAt">>,
) =>
  q
    .update(documentJobs)
    .set(change)
    .where(
      and(
        eq(documentJobs.communityId, communityId),
        eq(documentJobs.id, id),
        inArray(documentJobs.state, [...unfinished]),
      ),
    )

/** Ends what was begun before that moment and never came to its end; of every community. */
export const failUnfinishedJobs = (q: Writer, begunBefore: Date, failure: DocumentJob["failure"], now: Date) =>
  q
    .update(documentJobs)
    .set({ state: "failed", failure, finishedAt: now })
    .where(and(inArray(documentJobs.state, [...unfinished]), lt(documentJobs.createdAt, begunBefore)))
