import type { EditionKind } from "#db/schema/records"
import { listMeetingsInState } from "~/convening/store"
import { formatFollowCode } from "~/intake/follow-codes"
import { civilDateOf, formatDate, formatDateTime } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { formatNumber } from "~/registry/numbers"
import { listPhotos } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import { editionKindNames, publicText } from "./edition-rules"
import { numberOfEdition } from "./edition-sheets"
import { type Edition, listApprovedResolutions, listBlockedResolutionIds, listEditions } from "./edition-store"
import { type HungSheet, listHungSheets } from "./hung-sheets"
import { daysLeft, isEndedEarly, takesObjections } from "./notice-rules"
import { findPostedNotice, listNotices, listObjections, type Objection, type PostedNotice } from "./notice-store"

export type ToDraft = { kind: EditionKind; subjectId: string; kindName: string; title: string; number: string }
export type EditionLineView = {
  editionId: string
  kindName: string
  title: string
  number: string
  /** Who drew it up, and what is wanted of whom. */
  authorName: string
  isOwn: boolean
  reason: string
}
export type NoticeLineView = {
  noticeId: string
  editionId: string
  kindName: string
  title: string
  number: string
  postedOn: string
  until: string
  daysLeft: number
  /** Its last day is over and nobody said that it came down. */
  isDue: boolean
  endedOn: string
  isEarly: boolean
  isWithdrawn: boolean
  objections: { received: number; open: number; late: number }
}
export type NoticesView = {
  toDraft: ToDraft[]
  waiting: EditionLineView[]
  toPost: EditionLineView[]
  hanging: NoticeLineView[]
  past: NoticeLineView[]
  mayDraft: boolean
}

/** Every notice from the paper that still has none to the one that came down. Refusals: forbidden, not_found. */
export async function readNotices(ctx: Ctx): Promise<Result<NoticesView>> {
  if (!may(ctx.actor, "edition:read")) return refuse(ctx.actor.accountId ? "forbidden" : "not_found")
  const { read } = ctx.db
  const editions = await listEditions(read, ctx.community.id)
  const posted = await listNotices(read, ctx.community.id)
  const objections = await listObjections(
    read,
    ctx.community.id,
    posted.map(({ notice }) => notice.id),
  )
  const lines = posted.map(one =>
    noticeLine(
      ctx,
      one,
      objections.filter(objection => objection.noticeId === one.notice.id),
    ),
  )
  const isPosted = new Set(posted.map(({ edition }) => edition.id))
  return done({
    toDraft: await listToDraft(ctx, editions),
    waiting: editions.filter(edition => edition.state === "draft").map(edition => editionLine(ctx, edition)),
    toPost: editions
      .filter(edition => edition.state === "released" && !isPosted.has(edition.id))
      .map(edition => editionLine(ctx, edition)),
    hanging: lines.filter(line => line.endedOn === ""),
    past: lines.filter(line => line.endedOn !== ""),
    mayDraft: may(ctx.actor, "edition:draft"),
  })
}

/** What gave way to another proposal came down from the board, and does not go up again. */
async function listToDraft(ctx: Ctx, editions: readonly Edition[]): Promise<ToDraft[]> {
  const blocked = await listBlockedResolutionIds(ctx.db.read, ctx.community.id)
  const leftOut = new Set([...editions.filter(one => one.state !== "withdrawn").map(one => one.subjectId), ...blocked])
  const resolutions = await listApprovedResolutions(ctx.db.read, ctx.community.id)
  const convened = await listMeetingsInState(ctx.db.read, ctx.community.id, "convened")
  return [
    ...resolutions.map(one => ({
      kind: "resolution" as const,
      subjectId: one.id,
      kindName: editionKindNames.resolution,
      title: one.wording.title,
      number: formatNumber(ctx.community.shortName, "resolution", one.year!, one.sequence!),
    })),
    ...convened.map(meeting => ({
      kind: "convocation" as const,
      subjectId: meeting.id,
      kindName: editionKindNames.convocation,
      title: meeting.title,
      number: meeting.startsAt ? formatDateTime(meeting.startsAt) : "",
    })),
  ].filter(one => !leftOut.has(one.subjectId))
}

const titleOf = ({ inner, marks }: Pick<Edition, "inner" | "marks">) => publicText(inner, marks).title

const editionLine = (ctx: Ctx, edition: Edition): EditionLineView => ({
  editionId: edition.id,
  kindName: editionKindNames[edition.kind],
  title: titleOf(edition),
  number: numberOfEdition(ctx, edition) ?? "",
  authorName: edition.authorName,
  isOwn: edition.authorAccountId === ctx.actor.accountId,
  reason: edition.reason,
})

function noticeLine(ctx: Ctx, { notice, edition }: PostedNotice, objections: readonly Objection[]): NoticeLineView {
  const today = civilDateOf(ctx.now())
  const open = objections.filter(one => one.answeredAt === null)
  return {
    noticeId: notice.id,
    editionId: edition.id,
    kindName: editionKindNames[edition.kind],
    title: titleOf(edition),
    number: numberOfEdition(ctx, edition) ?? "",
    postedOn: formatDate(notice.postedOn),
    until: formatDate(notice.until),
    daysLeft: daysLeft(notice.until, today),
    isDue: notice.endedOn === null && today > notice.until,
    endedOn: notice.endedOn ? formatDate(notice.endedOn) : "",
    isEarly: notice.endedOn !== null && isEndedEarly(notice.endedOn, notice.until),
    isWithdrawn: edition.state === "withdrawn",
    objections: {
      received: objections.length,
      open: open.length,
      late: open.filter(one => today > one.dueOn).length,
    },
  }
}

export type ObjectionView = {
  id: string
  content: string
  receivedOn: string
  dueOn: string
  isLate: boolean
  means: Objection["means"]
  answer: string
  answeredOn: string
  answeredBy: string
  /** For those who answer only; null for everyone else. */
  contact: { name: string; phone: string; followCode: string } | null
}

export type NoticeView = NoticeLineView & {
  place: string
  postedBy: string
  days: number
  article: string
  endReason: string
  endedBy: string
  lines: { label: string; text: string }[]
  hung: HungSheet[]
  photos: { id: string; width: number; height: number; caption: string; isPublic: boolean }[]
  objectionList: ObjectionView[]
  takesObjections: boolean
  can: { post: boolean; answer: boolean; end: boolean }
}

/** A posted notice as staff see it. Names and telephones of objectors only for those who answer. Refusals: forbidden, not_found. */
export async function readNoticeView(ctx: Ctx, noticeId: string): Promise<Result<NoticeView>> {
  if (!may(ctx.actor, "edition:read")) return refuse(ctx.actor.accountId ? "forbidden" : "not_found")
  const { read } = ctx.db
  const found = await findPostedNotice(read, ctx.community.id, noticeId)
  if (!found) return refuse("not_found")
  const { notice, edition } = found
  const today = civilDateOf(ctx.now())
  const objections = await listObjections(read, ctx.community.id, [noticeId])
  const mayAnswer = may(ctx.actor, "objection:answer")
  const mayPost = may(ctx.actor, "notice:post")
  return done({
    ...noticeLine(ctx, found, objections),
    place: notice.place,
    postedBy: notice.postedBy,
    days: notice.daysDemanded,
    article: notice.article,
    endReason: notice.endReason,
    endedBy: notice.endedBy,
    lines: publicText(edition.inner, edition.marks).lines,
    hung: await listHungSheets(ctx, found),
    photos: (await listPhotos(read, ctx.community.id, "notice", [noticeId])).map(
      ({ id, width, height, caption, isPublic }) => ({ id, width, height, caption, isPublic }),
    ),
    objectionList: objections.map(one => ({
      id: one.id,
      content: one.content,
      receivedOn: formatDateTime(one.receivedAt),
      dueOn: formatDate(one.dueOn),
      isLate: one.answeredAt === null && today > one.dueOn,
      means: one.means,
      answer: one.answer,
      answeredOn: one.answeredAt ? formatDateTime(one.answeredAt) : "",
      answeredBy: one.answeredBy,
      contact: mayAnswer ? { name: one.name, phone: one.phone, followCode: formatFollowCode(one.followCode) } : null,
    })),
    takesObjections: edition.state === "released" && takesObjections(notice, today),
    can: { post: mayPost, answer: mayAnswer, end: mayPost && notice.endedOn === null },
  })
}
