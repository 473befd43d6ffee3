import { createHash } from "node:crypto"
import { isUniqueViolation, type Reader, type Writer } from "#db/client"
import type { DocumentFormat, DocumentKind, SubjectKind } from "#db/schema/registry"
import { fontsFingerprint } from "#templates/fonts"
import type { Template } from "#templates/print-paper"
import { canonicalJson, type Plain } from "~/law/canonical-json"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { audit } from "./audit"
import { findSuccessor } from "./document-standing"
import {
  type DocumentView,
  findLastVersion,
  insertDocument,
  type Likeness,
  listDocuments,
  listPaperSheets,
  listSameDocuments,
} from "./document-store"
import { drawPaper } from "./drawing"
import { insertDocumentWithdrawals, listWithdrawals } from "./withdrawal-store"

export type DocumentDraft<Facts extends object = object> = {
  kind: DocumentKind
  /** The matter it is filed under; each kind and subject counts its own versions. */
  subject: { kind: SubjectKind; id: string }
  /** What people quote: 振社议纪〔2026〕3号; null where a paper has none. */
  number: string | null
  title: string
  /** With its ending: 会议通知.pdf. */
  fileName: string
  /** Everything the sheet says, as plain JSON; its hash is printed on it. */
  facts: Facts
  template: Template<Facts>
  /** Written into the file in place of the clock. */
  date: string
}

export type NewDocument<Facts extends object> = DocumentDraft<Facts> & {
  /** Where the digest printed on the sheet can be checked; without it the office does. */
  verifyUrl?: (factsHash: string) => string | null
  /**
   * Whether the sheet may still be kept once it is drawn, asked under the lock of what it was drawn from. Without it the
   * facts alone decide.
   */
  stillHolds?: { lock: string; check: (q: Writer) => Promise<Result<null>> }
}

const mediaTypes: Record<DocumentFormat, string> = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

const sha256 = (data: string | Uint8Array): string => createHash("sha256").update(data).digest("hex")

/**
 * A sheet as a row: the same facts, template and fonts give the existing row back, changed facts a new version beside the
 * old one; so do facts that return to an earlier state after others. Drawn outside the transaction. The caller has asked for permission.
 * Refusals: characters_missing, when no font has a character of the facts, and those of `stillHolds`.
 */
export async function issueDocument<Facts extends object>(
  ctx: Ctx,
  input: NewDocument<Facts>,
): Promise<Result<{ document: DocumentView; isNew: boolean }>> {
  const facts = canonicalJson(input.facts as Plain)
  const factsHash = sha256(facts)
  const { format } = input.template
  const fontDir = ctx.fontDir ?? undefined
  const like: Likeness = {
    communityId: ctx.community.id,
    kind: input.kind,
    format,
    subjectId: input.subject.id,
    factsHash,
    template: input.template.name,
    templateVersion: input.template.version,
    fontsHash: fontsFingerprint(fontDir),
  }
  const known = await findStandingSheet(ctx.db.read, like)
  if (known) return done({ document: known, isNew: false })

  const drawn = await drawPaper(ctx, input.template, input.facts, {
    verifyUrl: input.verifyUrl?.(factsHash) ?? null,
    factsHash,
    date: input.date,
    ...(fontDir ? { fontDir } : {}),
  })
  if (!drawn.ok) return drawn
  const content = drawn.value

  const { lock = `document:${input.kind}:${input.subject.id}`, check } = input.stillHolds ?? {}
  const store = () =>
    ctx.db.tx(lock, async q => {
      const held = (await check?.(q)) ?? done(null)
      return held.ok ? done(await storeDocumentIn(q, ctx, input, like, facts, content)) : held
    })
  // The unique index has the last word between two that draw the same sheet at once: the loser gets the winner's row.
  return store().catch(error => {
    if (isUniqueViolation(error)) return store()
    throw error
  })
}

/** The row of this very sheet, unless another was made since and says something else. */
async function findStandingSheet(q: Reader, like: Likeness): Promise<DocumentView | null> {
  const [same] = await listSameDocuments(q, like)
  if (!same) return null
  return findSuccessor(same, await listPaperSheets(q, like.communityId, like)) ? null : same
}

/** Inner step: keeps drawn bytes as the next version, or gives back the row of the same sheet. */
export async function storeDocumentIn(
  q: Writer,
  ctx: Ctx,
  input: Omit<DocumentDraft, "template">,
  like: Likeness,
  facts: string,
  content: Uint8Array,
): Promise<{ document: DocumentView; isNew: boolean }> {
  const same = await findStandingSheet(q, like)
  if (same) return { document: same, isNew: false }
  const document: DocumentView = {
    id: ctx.newId(),
    kind: input.kind,
    format: like.format,
    subjectKind: input.subject.kind,
    subjectId: input.subject.id,
    version: (await findLastVersion(q, like)) + 1,
    number: input.number,
    title: input.title,
    fileName: input.fileName,
    fileHash: sha256(content),
    factsHash: like.factsHash,
    createdAt: ctx.now(),
    createdBy: ctx.actor.name,
  }
  await insertDocument(q, {
    ...like,
    ...document,
    mediaType: mediaTypes[like.format],
    content: Buffer.from(content),
    facts,
  })
  await audit(q, ctx, "document.issued", input.subject, {
    kind: input.kind,
    title: input.title,
    version: document.version,
    factsHash: document.factsHash,
  })
  return { document, isNew: true }
}

/**
 * Inner step: every sheet about this subject, or those of `kinds` alone, is withdrawn; who checks one is told so, with the
 * reason. The sheets stay as they are. The caller writes the audit row. Returns how many were withdrawn by this.
 */
export async function withdrawDocumentsIn(
  q: Writer,
  ctx: Ctx,
  {
    subject,
    reason,
    kinds,
  }: { subject: { kind: SubjectKind; id: string }; reason: string; kinds?: readonly DocumentKind[] },
): Promise<number> {
  const sheets = await listDocuments(q, ctx.community.id, subject)
  const ids = sheets.filter(sheet => !kinds || kinds.includes(sheet.kind)).map(sheet => sheet.id)
  const gone = new Set((await listWithdrawals(q, ctx.community.id, ids)).map(one => one.documentId))
  const standing = ids.filter(id => !gone.has(id))
  if (standing.length > 0)
    await insertDocumentWithdrawals(
      q,
      standing.map(documentId => ({
        communityId: ctx.community.id,
        documentId,
        reason,
        withdrawnAt: ctx.now(),
        withdrawnBy: ctx.actor.name,
      })),
    )
  return standing.length
}
