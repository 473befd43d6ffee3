import type { Writer } from "#db/client"
import type { DocumentKind } from "#db/schema/registry"
import { type NoticePosterFacts, noticePosterTemplate } from "#templates/notice-poster"
import { type PublicNoticeFacts, publicNoticeTemplate } from "#templates/public-notice"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { type DocumentView, findDocument, listDocuments } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { drawUnfiled } from "~/registry/drawing"
import { formatNumber } from "~/registry/numbers"
import { verifyUrlOf } from "~/registry/verification"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { editionKindNames, publicText } from "./edition-rules"
import { type Edition, findEdition } from "./edition-store"
import { findNoticeOfEdition, findPostedNotice, type Notice } from "./notice-store"
import { editionSubject } from "./public-editions"

/** 振社公〔2026〕1号; null before its release. */
export const numberOfEdition = (ctx: Pick<Ctx, "community">, edition: Pick<Edition, "year" | "sequence">) =>
  edition.year === null || edition.sequence === null
    ? null
    : formatNumber(ctx.community.shortName, "publicEdition", edition.year, edition.sequence)

/** By what somebody asked when a notice was refused: the usual sheet, the large one, the wall's address, the papers of a meeting. */
export type PrintWay = "sheet" | "poster" | "wall" | "papers"

/**
 * A released edition, for whoever prints. An attempt on one that is not released, or no longer, is refused and written down,
 * whoever made it and by whatever way. Refusals: forbidden, not_found, edition_not_released.
 */
export async function findEditionToPrint(
  ctx: Ctx,
  editionId: string,
  way: PrintWay,
): Promise<Result<{ edition: Edition; number: string; releasedOn: string }>> {
  const edition = await findEdition(ctx.db.read, ctx.community.id, editionId)
  const number = edition && numberOfEdition(ctx, edition)
  const mayPrint = may(ctx.actor, "notice:post")
  if (edition && (edition.state !== "released" || !number || !edition.releasedAt)) {
    await ctx.db.tx(`edition:${editionId}`, q => auditRefusedIn(q, ctx, edition, way))
    return refuse(mayPrint ? "edition_not_released" : "forbidden")
  }
  if (!mayPrint) return refuse("forbidden")
  if (!edition?.releasedAt || !number) return refuse("not_found")
  return done({ edition, number, releasedOn: civilDateOf(edition.releasedAt) })
}

const auditRefusedIn = (q: Writer, ctx: Ctx, edition: Edition, way: PrintWay) =>
  audit(q, ctx, "publicEdition.printRefused", editionSubject(edition.id), {
    state: edition.state,
    version: edition.version,
    way,
  })

/**
 * Drawing takes its time: a sheet that comes after the withdrawal would pass every check as one that holds. Refusal:
 * edition_not_released, written down.
 */
export const whileReleased = (ctx: Ctx, editionId: string, way: PrintWay) => ({
  lock: `edition:${editionId}`,
  check: async (q: Writer): Promise<Result<null>> => {
    const now = await findEdition(q, ctx.community.id, editionId)
    if (now?.state === "released") return done(null)
    if (now) await auditRefusedIn(q, ctx, now, way)
    return refuse("edition_not_released")
  },
})

/** The notice as a PDF, with its posting period when it hangs. Refusals: characters_missing, those of `findEditionToPrint`. */
export async function printNotice(
  ctx: Ctx,
  { editionId }: { editionId: string },
): Promise<Result<{ document: DocumentView; isNew: boolean }>> {
  const found = await findEditionToPrint(ctx, editionId, "sheet")
  if (!found.ok) return found
  const { edition, number, releasedOn } = found.value
  const notice = await findNoticeOfEdition(ctx.db.read, ctx.community.id, editionId)
  const facts = noticeFacts(ctx, edition, number, releasedOn, notice)
  return issueDocument(ctx, {
    kind: "publicNotice",
    subject: editionSubject(editionId),
    number,
    title: `${facts.title}（公示版）`,
    fileName: `${facts.title}（公示版）.pdf`,
    facts,
    template: publicNoticeTemplate,
    date: releasedOn,
    verifyUrl: verifyUrlOf(ctx),
    stillHolds: whileReleased(ctx, editionId, "sheet"),
  })
}

/** The same text as one large sheet of A3. Refusals: as of `printNotice`. */
export async function printNoticePoster(
  ctx: Ctx,
  { editionId }: { editionId: string },
): Promise<Result<{ document: DocumentView; isNew: boolean }>> {
  const found = await findEditionToPrint(ctx, editionId, "poster")
  if (!found.ok) return found
  const { edition, number, releasedOn } = found.value
  const notice = await findNoticeOfEdition(ctx.db.read, ctx.community.id, editionId)
  const facts: NoticePosterFacts = { ...noticeFacts(ctx, edition, number, releasedOn, notice), sheet: "大字版" }
  return issueDocument(ctx, {
    kind: "noticePoster",
    subject: editionSubject(editionId),
    number,
    title: `${facts.title}（公示大字版）`,
    fileName: `${facts.title}（公示大字版）.pdf`,
    facts,
    template: noticePosterTemplate,
    date: releasedOn,
    verifyUrl: verifyUrlOf(ctx),
    stillHolds: whileReleased(ctx, editionId, "poster"),
  })
}

/** The notice as it would be printed now; nothing is stored. Refusals: as of printing it. */
export async function previewNotice(ctx: Ctx, { editionId }: { editionId: string }): Promise<Result<Uint8Array>> {
  const found = await findEditionToPrint(ctx, editionId, "sheet")
  if (!found.ok) return found
  const { edition, number, releasedOn } = found.value
  const notice = await findNoticeOfEdition(ctx.db.read, ctx.community.id, editionId)
  const facts = noticeFacts(ctx, edition, number, releasedOn, notice)
  return drawUnfiled(ctx, publicNoticeTemplate, facts, { date: releasedOn, verifyUrl: verifyUrlOf(ctx) })
}

/** The large sheet as it would be printed now; nothing is stored. Refusals: as of printing it. */
export async function previewNoticePoster(ctx: Ctx, { editionId }: { editionId: string }): Promise<Result<Uint8Array>> {
  const found = await findEditionToPrint(ctx, editionId, "poster")
  if (!found.ok) return found
  const { edition, number, releasedOn } = found.value
  const notice = await findNoticeOfEdition(ctx.db.read, ctx.community.id, editionId)
  const facts: NoticePosterFacts = { ...noticeFacts(ctx, edition, number, releasedOn, notice), sheet: "大字版" }
  return drawUnfiled(ctx, noticePosterTemplate, facts, { date: releasedOn, verifyUrl: verifyUrlOf(ctx) })
}

function noticeFacts(
  ctx: Ctx,
  edition: Edition,
  number: string,
  releasedOn: string,
  notice: Notice | null,
): PublicNoticeFacts {
  const text = publicText(edition.inner, edition.marks)
  return {
    community: ctx.community.name,
    name: `${ctx.community.name}${editionKindNames[edition.kind]}`,
    number,
    issuer: `${ctx.community.name}居民委员会`,
    issuedOn: formatDate(releasedOn),
    title: text.title,
    lines: text.lines,
    period: notice ? periodInWords(edition, notice) : "",
  }
}

function periodInWords(edition: Edition, notice: Notice): string {
  const span = `自${formatDate(notice.postedOn)}起至${formatDate(notice.until)}止`
  return edition.kind === "convocation" ? `${span}。` : `${span}，不少于${notice.daysDemanded}日。`
}

const noticeKinds: readonly DocumentKind[] = ["publicNotice", "noticePoster"]

/**
 * The bytes of a printed notice for anyone: of a released edition only, and only while its sheet was not withdrawn. Any other
 * paper, inner editions above all, is refused and the attempt written down. Asks no permission. Refusal: not_found.
 */
export async function openPublicDocument(ctx: Ctx, documentId: string) {
  const { read } = ctx.db
  const document = await findDocument(read, ctx.community.id, documentId)
  if (!document) return refuse("not_found")
  const isNotice = noticeKinds.includes(document.kind) && document.subjectKind === "publicEdition"
  const edition = isNotice ? await findEdition(read, ctx.community.id, document.subjectId) : null
  const [withdrawal] = await listWithdrawals(read, ctx.community.id, [documentId])
  if (edition?.state === "released" && !withdrawal)
    return done({
      content: document.content,
      mediaType: document.mediaType,
      fileName: document.fileName,
      fileHash: document.fileHash,
    })
  await ctx.db.tx(`document:${documentId}`, q =>
    audit(q, ctx, "document.publicRefused", { kind: "document", id: documentId }, { kind: document.kind }),
  )
  return refuse("not_found")
}

/**
 * The newest sheet of a notice that holds, for anyone at the wall's address. One whose edition is not released any more is
 * refused and the attempt written down. Asks no permission. Refusal: not_found.
 */
export async function openNoticeSheet(ctx: Ctx, noticeId: string) {
  const found = await findPostedNotice(ctx.db.read, ctx.community.id, noticeId)
  if (!found) return refuse("not_found")
  if (found.edition.state !== "released") {
    await ctx.db.tx(`edition:${found.edition.id}`, q => auditRefusedIn(q, ctx, found.edition, "wall"))
    return refuse("not_found")
  }
  const sheets = await listDocuments(ctx.db.read, ctx.community.id, editionSubject(found.edition.id))
  const newest = sheets.findLast(sheet => sheet.kind === "publicNotice")
  return newest ? openPublicDocument(ctx, newest.id) : refuse("not_found")
}
