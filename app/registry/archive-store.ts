import { and, asc, desc, eq, gt, gte, isNull, lt } from "drizzle-orm"
import { inChunks, type Reader, type Writer } from "#db/client"
import { documents } from "#db/schema/registry"
import { archiveDigestEntries, archiveDigests } from "#db/schema/registry-archive"
import { type DocumentView, documentView } from "./document-store"

export type ArchiveDigest = typeof archiveDigests.$inferSelect

const { id: documentId, fileName: _, ...filedColumns } = documentView
/** What the line of a document in a digest is made of. */
const lineColumns = { documentId, ...filedColumns }

/** Documents that no digest covers yet. */
export const listUncovered = (q: Reader, communityId: string) =>
  q
    .select(lineColumns)
    .from(documents)
    .leftJoin(
      archiveDigestEntries,
      and(
        eq(archiveDigestEntries.communityId, documents.communityId),
        eq(archiveDigestEntries.documentId, documents.id),
      ),
    )
    .where(and(eq(documents.communityId, communityId), isNull(archiveDigestEntries.documentId)))
    .orderBy(asc(documents.id))

export async function findLastDigest(q: Reader, communityId: string): Promise<ArchiveDigest | null> {
  const [row] = await q
    .select()
    .from(archiveDigests)
    .where(eq(archiveDigests.communityId, communityId))
    .orderBy(desc(archiveDigests.sequence))
    .limit(1)
  return row ?? null
}

/** In their order. */
export const listDigests = (q: Reader, communityId: string): Promise<ArchiveDigest[]> =>
  q
    .select()
    .from(archiveDigests)
    .where(eq(archiveDigests.communityId, communityId))
    .orderBy(asc(archiveDigests.sequence))

/** From that one on, in their order. */
export const listDigestsFrom = (q: Reader, communityId: string, sequence: number): Promise<ArchiveDigest[]> =>
  q
    .select()
    .from(archiveDigests)
    .where(and(eq(archiveDigests.communityId, communityId), gte(archiveDigests.sequence, sequence)))
    .orderBy(asc(archiveDigests.sequence))

/** The last of them, the newest first. */
export const listNewestDigests = (q: Reader, communityId: string, most: number): Promise<ArchiveDigest[]> =>
  q
    .select()
    .from(archiveDigests)
    .where(eq(archiveDigests.communityId, communityId))
    .orderBy(desc(archiveDigests.sequence))
    .limit(most)

export const insertDigest = (q: Writer, row: ArchiveDigest) => q.insert(archiveDigests).values(row)

export async function insertDigestEntries(
  q: Writer,
  rows: readonly (typeof archiveDigestEntries.$inferInsert)[],
): Promise<void> {
  for (const chunk of inChunks(rows)) await q.insert(archiveDigestEntries).values(chunk)
}

const ofEntry = and(
  eq(documents.communityId, archiveDigestEntries.communityId),
  eq(documents.id, archiveDigestEntries.documentId),
)

/** What one digest covers, in pages; the document is null where it is gone. */
export const listCoveredDocuments = (
  q: Reader,
  communityId: string,
  { sequence, after, most }: { sequence: number; after: string; most: number },
) =>
  q
    .select({
      documentId: archiveDigestEntries.documentId,
      coveredFileHash: archiveDigestEntries.fileHash,
      document: { ...lineColumns, content: documents.content, facts: documents.facts },
    })
    .from(archiveDigestEntries)
    .leftJoin(documents, ofEntry)
    .where(
      and(
        eq(archiveDigestEntries.communityId, communityId),
        eq(archiveDigestEntries.sequence, sequence),
        gt(archiveDigestEntries.documentId, after),
      ),
    )
    .orderBy(asc(archiveDigestEntries.documentId))
    .limit(most)

/** The same without contents. */
export const listLines = (q: Reader, communityId: string, sequence: number) =>
  q
    .select(lineColumns)
    .from(archiveDigestEntries)
    .innerJoin(documents, ofEntry)
    .where(and(eq(archiveDigestEntries.communityId, communityId), eq(archiveDigestEntries.sequence, sequence)))
    .orderBy(asc(archiveDigestEntries.documentId))

/** Which digest covers each document. */
export const listCovering = (q: Reader, communityId: string) =>
  q
    .select({ documentId: archiveDigestEntries.documentId, sequence: archiveDigestEntries.sequence })
    .from(archiveDigestEntries)
    .where(eq(archiveDigestEntries.communityId, communityId))

/** When each document was filed, and as what; without its bytes. */
export const listFiled = (q: Reader, communityId: string) =>
  q
    .select({ kind: documents.kind, createdAt: documents.createdAt })
    .from(documents)
    .where(eq(documents.communityId, communityId))

/** Everything an index says of the documents filed from the one moment and before the other, in the order of filing. */
export const listFiledBetween = (
  q: Reader,
  communityId: string,
  { from, before }: { from: Date; before: Date },
): Promise<DocumentView[]> =>
  q
    .select(documentView)
    .from(documents)
    .where(and(eq(documents.communityId, communityId), gte(documents.createdAt, from), lt(documents.createdAt, before)))
    .orderBy(asc(documents.createdAt), asc(documents.id))

/** The bytes and the facts of one document. */
export async function findContents(q: Reader, communityId: string, documentId: string) {
  const [row] = await q
    .select({ title: documents.title, content: documents.content, facts: documents.facts })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.id, documentId)))
  return row ?? null
}

export async function findTitle(q: Reader, communityId: string, documentId: string): Promise<string | null> {
  const [row] = await q
    .select({ title: documents.title })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.id, documentId)))
  return row?.title ?? null
}
