import { type PublicNoticeFacts, publicNoticeTemplate } from "#templates/public-notice"
import { civilDateOf, formatDate } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { type DocumentView, findDocument } from "~/registry/document-store"
import { issueDocument } from "~/registry/documents"
import { formatNumber } from "~/registry/numbers"
import { verifyUrlOf } from "~/registry/verification"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { editionKindNames, publicText } from "./edition-rules"
import { type Edition, findEdition } from "./edition-store"
import { findNoticeOfEdition, type Notice } from "./notice-store"
import { editionSubject } from "./public-editions"

/** 振社公〔2026〕1号; null before its release. */
export const numberOfEdition = (ctx: Pick<Ctx, "community">, edition: Pick<Edition, "year" | "sequence">) =>
  edition.year === null || edition.sequence === null
    ? null
    : formatNumber(ctx.community.shortName, "publicEdition", edition.year, edition.sequence)

/**
 * The notice as a PDF, with its posting period when it hangs. An attempt on an edition that is not released, or no longer,
 * is refused and written down. Refusals: forbidden, not_found, edition_not_released, characters_missing.
 */
export async function printNotice(
  ctx: Ctx,
  { editionId }: { editionId: string },
): Promise<Result<{ document: DocumentView; isNew: boolean }>> {
  if (!may(ctx.actor, "notice:post")) return refuse("forbidden")
  const edition = await findEdition(ctx.db.read, ctx.community.id, editionId)
  if (!edition) return refuse("not_found")
  const number = numberOfEdition(ctx, edition)
  if (edition.state !== "released" || !number || !edition.releasedAt) {
    await ctx.db.tx(`edition:${editionId}`, q =>
      audit(q, ctx, "publicEdition.printRefused", editionSubject(editionId), { state: edition.state }),
    )
    return refuse("edition_not_released")
  }
  const notice = await findNoticeOfEdition(ctx.db.read, ctx.community.id, editionId)
  const facts = noticeFacts(ctx, edition, number, civilDateOf(edition.releasedAt), notice)
  return issueDocument(ctx, {
    kind: "publicNotice",
    subject: editionSubject(editionId),
    number,
    title: `${facts.title}（公示版）`,
    fileName: `${facts.title}（公示版）.pdf`,
    facts,
    template: publicNoticeTemplate,
    date: civilDateOf(edition.releasedAt),
    verifyUrl: verifyUrlOf(ctx),
    // Drawing takes its time: a sheet that comes after the withdrawal would pass every check as one that holds.
    stillHolds: {
      lock: `edition:${editionId}`,
      check: async q => {
        const now = await findEdition(q, ctx.community.id, editionId)
        return now?.state === "released" ? done(null) : refuse("edition_not_released")
      },
    },
  })
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

/**
 * The bytes of a printed notice for anyone: of a released edition only, and only while its sheet was not withdrawn. Any other
 * paper, inner editions above all, is refused and the attempt written down. Asks no permission. Refusal: not_found.
 */
export async function openPublicDocument(ctx: Ctx, documentId: string) {
  const { read } = ctx.db
  const document = await findDocument(read, ctx.community.id, documentId)
  if (!document) return refuse("not_found")
  const isNotice = document.kind === "publicNotice" && document.subjectKind === "publicEdition"
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
