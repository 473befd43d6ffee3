import type { EditionKind } from "#db/schema/records"
import { listMeetingsInState } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { listDocuments } from "~/registry/document-store"
import { findPhoto, listPhotos } from "~/registry/photo-store"
import { listWithdrawals } from "~/registry/withdrawal-store"
import type { Ctx } from "~/web/context"
import { readMaskBeside } from "./beside-edition"
import { publicText } from "./edition-rules"
import { numberOfEdition } from "./edition-sheets"
import { listEffects } from "./edition-store"
import { type HungSheet, listHungSheets } from "./hung-sheets"
import { daysLeft, isEndedEarly, takesObjections } from "./notice-rules"
import { findPostedNotice, listNotices, listObjections, type PostedNotice } from "./notice-store"
import { editionSubject } from "./public-editions"

/** A notice on the public board. Civil dates; nothing that the released edition does not say. */
export type BoardNotice = {
  noticeId: string
  number: string
  kind: EditionKind
  title: string
  /** 通过, 附条件通过, 先调研再议; of an announcement 会议公告, or 会议已取消. */
  outcomeWord: string
  postedOn: string
  until: string
  place: string
  daysLeft: number
  /** Its last day is over, or it came down. */
  isOver: boolean
  /** The day it came down; null while it hangs. */
  endedOn: string | null
  /** Why it came down before its time; empty otherwise. */
  endReason: string
  objections: { received: number; answered: number }
}

const effectWords = {
  agreed: "通过",
  agreedWithConditions: "附条件通过",
  needsFieldwork: "先调研再议",
  escalated: "提交更高程序",
} as const

/**
 * What hangs now, or with `past` what hung before, the last posted first. A withdrawn edition is on neither list.
 * For anyone: asks no permission.
 */
export async function listPostedNotices(ctx: Ctx, { past = false }: { past?: boolean } = {}): Promise<BoardNotice[]> {
  const today = civilDateOf(ctx.now())
  return boardNotices(
    ctx,
    (await listReleasedNotices(ctx)).filter(({ notice }) => isOver(notice, today) === past),
  )
}

/**
 * The wall at a glance: what hangs now, how many hung before, and where each resolution with a released, standing public
 * edition hangs or hung. For anyone: asks no permission.
 */
export async function readNoticeWall(
  ctx: Ctx,
): Promise<{ hanging: BoardNotice[]; pastCount: number; resolutions: { resolutionId: string; noticeId: string }[] }> {
  const today = civilDateOf(ctx.now())
  const posted = await listReleasedNotices(ctx)
  const hanging = posted.filter(({ notice }) => !isOver(notice, today))
  return {
    hanging: await boardNotices(ctx, hanging),
    pastCount: posted.length - hanging.length,
    resolutions: posted
      .filter(({ edition }) => edition.kind === "resolution")
      .map(({ notice, edition }) => ({ resolutionId: edition.subjectId, noticeId: notice.id })),
  }
}

const listReleasedNotices = async (ctx: Ctx) =>
  (await listNotices(ctx.db.read, ctx.community.id)).filter(({ edition }) => edition.state === "released")

async function boardNotices(ctx: Ctx, posted: readonly PostedNotice[]): Promise<BoardNotice[]> {
  const { read } = ctx.db
  const words = await outcomeWords(ctx, posted)
  const received = await listObjections(
    read,
    ctx.community.id,
    posted.map(({ notice }) => notice.id),
  )
  const mask = await readMaskBeside(
    ctx,
    posted.flatMap(({ notice }) => [notice.place, notice.endReason]),
  )
  return posted.map(one =>
    boardNotice(
      ctx,
      one,
      words,
      received.filter(objection => objection.noticeId === one.notice.id),
      mask,
    ),
  )
}

const isOver = (notice: PostedNotice["notice"], today: string) => notice.endedOn !== null || today > notice.until

function boardNotice(
  ctx: Ctx,
  { notice, edition }: PostedNotice,
  words: Map<string, string>,
  received: { answeredAt: Date | null }[],
  mask: (text: string) => string,
): BoardNotice {
  const today = civilDateOf(ctx.now())
  return {
    noticeId: notice.id,
    number: numberOfEdition(ctx, edition) ?? "",
    kind: edition.kind,
    title: publicText(edition.inner, edition.marks).title,
    outcomeWord: words.get(edition.subjectId) ?? (edition.kind === "convocation" ? "会议公告" : "通过"),
    postedOn: notice.postedOn,
    until: notice.until,
    place: mask(notice.place),
    daysLeft: isOver(notice, today) ? 0 : daysLeft(notice.until, today),
    isOver: isOver(notice, today),
    endedOn: notice.endedOn,
    endReason: notice.endedOn !== null && isEndedEarly(notice.endedOn, notice.until) ? mask(notice.endReason) : "",
    objections: { received: received.length, answered: received.filter(one => one.answeredAt !== null).length },
  }
}

async function outcomeWords(ctx: Ctx, posted: readonly PostedNotice[]): Promise<Map<string, string>> {
  const ids = posted.filter(({ edition }) => edition.kind === "resolution").map(({ edition }) => edition.subjectId)
  const effects = await listEffects(ctx.db.read, ctx.community.id, ids)
  const words = new Map<string, string>(effects.map(({ resolutionId, effect }) => [resolutionId, effectWords[effect]]))
  if (posted.some(({ edition }) => edition.kind === "convocation"))
    for (const { id } of await listMeetingsInState(ctx.db.read, ctx.community.id, "cancelled"))
      words.set(id, "会议已取消")
  return words
}

export type BoardNoticeText = BoardNotice & {
  /** The public text, line by line; a text may have several paragraphs. */
  lines: { label: string; text: string }[]
  /** Of the resolution it is the public edition of; null for an announcement. */
  resolutionId: string | null
  meetingId: string
  /** The newest sheet that was printed of it and holds; null before it was printed. */
  documentId: string | null
  /** The very sheets that hung, from when to when. */
  hung: HungSheet[]
  mayObject: boolean
  photos: { id: string; width: number; height: number; caption: string }[]
}

/** A notice that hangs or hung, with its public text only. For anyone: asks no permission. Refusal: not_found. */
export async function readPostedNotice(ctx: Ctx, noticeId: string): Promise<Result<BoardNoticeText>> {
  const { read } = ctx.db
  const found = await findPostedNotice(read, ctx.community.id, noticeId)
  if (found?.edition.state !== "released") return refuse("not_found")
  const { notice, edition } = found
  const sheets = await listDocuments(read, ctx.community.id, editionSubject(edition.id))
  const gone = await listWithdrawals(
    read,
    ctx.community.id,
    sheets.map(sheet => sheet.id),
  )
  const photos = await listPublicPhotos(ctx, noticeId)
  const mask = await readMaskBeside(ctx, [notice.place, notice.endReason, ...photos.map(photo => photo.caption)])
  const standing = sheets.filter(sheet => !gone.some(one => one.documentId === sheet.id))
  return done({
    ...boardNotice(
      ctx,
      found,
      await outcomeWords(ctx, [found]),
      await listObjections(read, ctx.community.id, [noticeId]),
      mask,
    ),
    lines: publicText(edition.inner, edition.marks).lines,
    resolutionId: edition.kind === "resolution" ? edition.subjectId : null,
    meetingId: edition.meetingId,
    documentId: standing.findLast(sheet => sheet.kind === "publicNotice")?.id ?? null,
    hung: (await listHungSheets(ctx, found)).filter(one => standing.some(sheet => sheet.id === one.documentId)),
    mayObject: takesObjections(notice, civilDateOf(ctx.now())),
    photos: photos.map(({ id, width, height, caption }) => ({ id, width, height, caption: mask(caption) })),
  })
}

const listPublicPhotos = async (ctx: Ctx, noticeId: string) =>
  (await listPhotos(ctx.db.read, ctx.community.id, "notice", [noticeId])).filter(photo => photo.isPublic)

/** Pictures of the board that were looked over and may be shown. For anyone: asks no permission. */
export async function readNoticePhotos(ctx: Ctx, noticeId: string) {
  const found = await findPostedNotice(ctx.db.read, ctx.community.id, noticeId)
  return found?.edition.state === "released" ? await listPublicPhotos(ctx, noticeId) : []
}

/** The bytes of such a picture. For anyone: asks no permission. Refusal: not_found. */
export async function openPublicNoticePhoto(ctx: Ctx, photoId: string) {
  const photo = await findPhoto(ctx.db.read, ctx.community.id, photoId)
  if (photo?.subjectKind !== "notice" || !photo.isPublic) return refuse("not_found")
  const found = await findPostedNotice(ctx.db.read, ctx.community.id, photo.subjectId)
  if (found?.edition.state !== "released") return refuse("not_found")
  return done({ content: photo.content, mediaType: photo.mediaType, fileHash: photo.fileHash })
}
