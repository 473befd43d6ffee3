import { isUniqueViolation } from "#db/client"
import { findMeeting } from "~/convening/store"
import { civilDateOf } from "~/law/civil-date"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { findPhoto, updatePhotoPublic } from "~/registry/photo-store"
import { preparePhoto, storePhotoIn } from "~/registry/photos"
import { readSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"
import { findEdition } from "./edition-store"
import { canEnd, canPost, periodPosted } from "./notice-rules"
import { findPostedNotice, insertNotice, updateNoticeEnded } from "./notice-store"

const noticeSubject = (id: string) => ({ kind: "notice", id }) as const

/**
 * 张贴: a released edition hangs from this day, at these places, as long as the rule frozen with its meeting says. Once per
 * edition. Refusals: forbidden, not_found, edition_not_released, announced_meeting_cancelled,
 * posted_already, place_missing, and those of `canPost`.
 */
export async function postNotice(
  ctx: Ctx,
  input: { editionId: string; postedOn: string; place: string },
): Promise<Result<{ noticeId: string; until: string }>> {
  if (!may(ctx.actor, "notice:post")) return refuse("forbidden")
  const communityId = ctx.community.id
  const post = () =>
    ctx.db.tx(`edition:${input.editionId}`, async q => {
      const edition = await findEdition(q, communityId, input.editionId)
      const meeting = edition && (await findMeeting(q, communityId, edition.meetingId))
      if (!edition || !meeting?.ruleSnapshot) return refuse("not_found")
      if (edition.state !== "released" || !edition.releasedAt) return refuse("edition_not_released")
      if (edition.kind === "convocation" && meeting.state === "cancelled") return refuse("announced_meeting_cancelled")
      const meetingOn = meeting.startsAt ? civilDateOf(meeting.startsAt) : null
      const { postedOn } = input
      const today = civilDateOf(ctx.now())
      const allowed = canPost({
        kind: edition.kind,
        postedOn,
        today,
        releasedOn: civilDateOf(edition.releasedAt),
        meetingOn,
      })
      if (!allowed.ok) return allowed
      const place = input.place.trim()
      if (place === "") return refuse("notice_place_missing", { field: "place" })
      const { until, days, article } = periodPosted(
        edition.kind,
        readSnapshot(meeting.ruleSnapshot),
        postedOn,
        meetingOn,
      )
      const noticeId = ctx.newId()
      await insertNotice(q, {
        communityId,
        id: noticeId,
        editionId: edition.id,
        place,
        postedOn,
        until,
        daysDemanded: days,
        article,
        endedOn: null,
        endReason: "",
        postedBy: ctx.actor.name,
        endedBy: "",
        createdAt: ctx.now(),
        version: 1,
      })
      await audit(q, ctx, "notice.posted", noticeSubject(noticeId), { editionId: edition.id, postedOn, until, place })
      return done({ noticeId, until })
    })
  return post().catch(error => {
    if (isUniqueViolation(error)) return refuse("posted_already", { status: 409 })
    throw error
  })
}

/**
 * The notice comes down. On its last day or before, a reason is needed and shown.
 * Refusals: forbidden, not_found, ended_already, and those of `canEnd`.
 */
export async function endNotice(
  ctx: Ctx,
  input: { noticeId: string; endedOn: string; reason: string },
): Promise<Result<{ isEarly: boolean }>> {
  if (!may(ctx.actor, "notice:post")) return refuse("forbidden")
  return ctx.db.tx(`notice:${input.noticeId}`, async q => {
    const found = await findPostedNotice(q, ctx.community.id, input.noticeId)
    if (!found) return refuse("not_found")
    const { notice } = found
    if (notice.endedOn !== null) return refuse("ended_already", { status: 409 })
    const allowed = canEnd(notice, { ...input, today: civilDateOf(ctx.now()) })
    if (!allowed.ok) return allowed
    const { endedOn } = input
    const reason = input.reason.trim()
    const key = { communityId: ctx.community.id, id: notice.id, version: notice.version }
    if (!(await updateNoticeEnded(q, key, { endedOn, endReason: reason, endedBy: ctx.actor.name })))
      return refuse("ended_already", { status: 409 })
    const { isEarly } = allowed.value
    await audit(q, ctx, "notice.ended", noticeSubject(notice.id), { endedOn, reason, isEarly })
    return done({ isEarly })
  })
}

/**
 * A picture of the board with the notice on it. Refusals: forbidden, not_found, and those of `preparePhoto` and `storePhotoIn`.
 */
export async function addNoticePhoto(
  ctx: Ctx,
  input: { noticeId: string; bytes: Uint8Array; caption: string },
): Promise<Result<{ photoId: string }>> {
  if (!may(ctx.actor, "notice:post")) return refuse("forbidden")
  if (!(await findPostedNotice(ctx.db.read, ctx.community.id, input.noticeId))) return refuse("not_found")
  const prepared = await preparePhoto(input.bytes)
  if (!prepared.ok) return prepared
  return ctx.db.tx(`notice:${input.noticeId}`, async q => {
    const subject = noticeSubject(input.noticeId)
    const stored = await storePhotoIn(q, ctx, subject, prepared.value, input.caption.trim())
    if (!stored.ok) return stored
    const { photoId, isNew } = stored.value
    if (isNew) await audit(q, ctx, "notice.photoAdded", subject, { photoId })
    return done({ photoId })
  })
}

/** Whether the board may show a picture: somebody looked that no face and no number is on it. Refusals: forbidden, not_found. */
export async function setNoticePhotoPublic(
  ctx: Ctx,
  { noticeId, photoId, isPublic }: { noticeId: string; photoId: string; isPublic: boolean },
): Promise<Result<null>> {
  if (!may(ctx.actor, "notice:post")) return refuse("forbidden")
  return ctx.db.tx(`notice:${noticeId}`, async q => {
    if (!(await findPostedNotice(q, ctx.community.id, noticeId))) return refuse("not_found")
    const key = { communityId: ctx.community.id, subjectId: noticeId, photoId }
    if (!(await updatePhotoPublic(q, key, isPublic))) return refuse("not_found")
    await audit(q, ctx, isPublic ? "notice.photoShown" : "notice.photoHidden", noticeSubject(noticeId), { photoId })
    return done(null)
  })
}

/** The bytes of a notice's picture, for whoever reads editions. Refusals: forbidden, not_found. */
export async function readNoticePhoto(ctx: Ctx, { noticeId, photoId }: { noticeId: string; photoId: string }) {
  const photo = await findPhoto(ctx.db.read, ctx.community.id, photoId)
  if (photo?.subjectKind !== "notice" || photo.subjectId !== noticeId) return refuse("not_found")
  if (!may(ctx.actor, "edition:read")) return refuse("forbidden")
  return done({ content: photo.content, mediaType: photo.mediaType, fileHash: photo.fileHash })
}
