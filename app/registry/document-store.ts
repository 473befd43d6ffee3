import { and, asc, desc, eq, inArray, like } from "drizzle-orm"
import type { Reader, Writer } from "#db/client"
import { type DocumentFormat, type DocumentKind, documents, type SubjectKind } from "#db/schema/registry"
import type { PaperSheet } from "./document-standing"

/** A printed sheet without its bytes and facts, for lists. */
export type DocumentView = {
  id: string
  kind: DocumentKind
  format: DocumentFormat
  subjectKind: SubjectKind
  subjectId: string
  version: number
  number: string | null
  title: string
  fileName: string
  fileHash: string
  factsHash: string
  createdAt: Date
  createdBy: string
}

/** The columns of a sheet without its bytes and facts. */
export const documentView = {
  id: documents.id,
  kind: documents.kind,
  format: documents.format,
  subjectKind: documents.subjectKind,
  subjectId: documents.subjectId,
  version: documents.version,
  number: documents.number,
  title: documents.title,
  fileName: documents.fileName,
  fileHash: documents.fileHash,
  factsHash: documents.factsHash,
  createdAt: documents.createdAt,
  createdBy: documents.createdBy,
}

const paperSheet = {
  id: documents.id,
  kind: documents.kind,
  subjectId: documents.subjectId,
  format: documents.format,
  version: documents.version,
  factsHash: documents.factsHash,
  createdAt: documents.createdAt,
}

/** What makes two sheets the same sheet. */
export type Likeness = {
  communityId: string
  kind: DocumentKind
  format: DocumentFormat
  subjectId: string
  factsHash: string
  template: string
  templateVersion: number
  fontsHash: string
}

/** Rows of this very sheet, the newest first: facts that come back after others are printed anew. */
export const listSameDocuments = (q: Reader, like: Likeness): Promise<DocumentView[]> =>
  q
    .select(documentView)
    .from(documents)
    .where(
      and(
        eq(documents.communityId, like.communityId),
        eq(documents.kind, like.kind),
        eq(documents.subjectId, like.subjectId),
        eq(documents.factsHash, like.factsHash),
        eq(documents.template, like.template),
        eq(documents.templateVersion, like.templateVersion),
        eq(documents.fontsHash, like.fontsHash),
      ),
    )
    .orderBy(desc(documents.version))

/** What tells which sheet of a paper stands: every version of it in every format. */
export const listPaperSheets = (
  q: Reader,
  communityId: string,
  { kind, subjectId }: { kind: DocumentKind; subjectId: string },
): Promise<PaperSheet[]> =>
  q
    .select(paperSheet)
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.kind, kind), eq(documents.subjectId, subjectId)))

/** The newest version of this kind and format for this subject; 0 where there is none. */
export async function findLastVersion(
  q: Reader,
  { communityId, kind, format, subjectId }: Pick<Likeness, "communityId" | "kind" | "format" | "subjectId">,
): Promise<number> {
  const [row] = await q
    .select({ version: documents.version })
    .from(documents)
    .where(
      and(
        eq(documents.communityId, communityId),
        eq(documents.kind, kind),
        eq(documents.subjectId, subjectId),
        eq(documents.format, format),
      ),
    )
    .orderBy(desc(documents.version))
    .limit(1)
  return row?.version ?? 0
}

export const insertDocument = (q: Writer, row: typeof documents.$inferInsert) => q.insert(documents).values(row)

/** Every version of every sheet about one subject, oldest first. */
export const listDocuments = (
  q: Reader,
  communityId: string,
  subject: { kind: SubjectKind; id: string },
): Promise<DocumentView[]> =>
  q
    .select(documentView)
    .from(documents)
    .where(
      and(
        eq(documents.communityId, communityId),
        eq(documents.subjectKind, subject.kind),
        eq(documents.subjectId, subject.id),
      ),
    )
    .orderBy(asc(documents.createdAt), asc(documents.id))

/** One sheet with its bytes. */
export async function findDocument(q: Reader, communityId: string, documentId: string) {
  const [row] = await q
    .select({ ...documentView, mediaType: documents.mediaType, content: documents.content })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.id, documentId)))
  return row ?? null
}

/** Sheets whose digest begins so, the newest first. Found in an index first: the digest of a row lies behind its bytes. */
export async function listDocumentsByFacts(q: Reader, communityId: string, digest: string) {
  const found = await q
    .select({ kind: documents.kind, subjectId: documents.subjectId, factsHash: documents.factsHash })
    .from(documents)
    .where(and(eq(documents.communityId, communityId), like(documents.factsHash, `${digest}%`)))
  if (found.length === 0) return []
  return q
    .select(documentView)
    .from(documents)
    .where(
      and(
        eq(documents.communityId, communityId),
        inArray(
          documents.kind,
          found.map(one => one.kind),
        ),
        inArray(
          documents.subjectId,
          found.map(one => one.subjectId),
        ),
        inArray(
          documents.factsHash,
          found.map(one => one.factsHash),
        ),
      ),
    )
    .orderBy(desc(documents.version))
}

/** Sheets that carry this number, the newest first. */
export const listDocumentsByNumber = (q: Reader, communityId: string, number: string) =>
  q
    .select(documentView)
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.number, number)))
    .orderBy(desc(documents.version), desc(documents.createdAt))

/** The sheets whose file is this very file. */
export const listDocumentsByFile = (q: Reader, communityId: string, fileHash: string) =>
  q
    .select(documentView)
    .from(documents)
    .where(and(eq(documents.communityId, communityId), eq(documents.fileHash, fileHash)))
    .orderBy(desc(documents.version), desc(documents.createdAt))
