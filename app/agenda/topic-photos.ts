import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import { findPhoto, updatePhotoCaption } from "~/registry/photo-store"
import { preparePhoto, storePhotoIn } from "~/registry/photos"
import type { Ctx } from "~/web/context"
import { findTopic } from "./store"

/**
 * A photo of the topic: it stays whatever the wording of the proposal becomes.
 * Refusals: forbidden, not_found, and those of `preparePhoto` and `storePhotoIn`.
 */
export async function addTopicPhoto(
  ctx: Ctx,
  input: { topicId: string; bytes: Uint8Array; caption: string },
): Promise<Result<{ photoId: string }>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  if (!(await findTopic(ctx.db.read, ctx.community.id, input.topicId))) return refuse("not_found")
  const prepared = await preparePhoto(input.bytes)
  if (!prepared.ok) return prepared
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    const subject = { kind: "topic" as const, id: input.topicId }
    const stored = await storePhotoIn(q, ctx, subject, prepared.value, input.caption)
    if (!stored.ok) return stored
    const { photoId, isNew } = stored.value
    if (isNew) await audit(q, ctx, "topic.photoAdded", subject, { photoId, caption: input.caption })
    return done({ photoId })
  })
}

/** Refusals: forbidden, not_found. */
export async function captionTopicPhoto(
  ctx: Ctx,
  input: { topicId: string; photoId: string; caption: string },
): Promise<Result<null>> {
  if (!may(ctx.actor, "topic:edit")) return refuse("forbidden")
  return ctx.db.tx(`topic:${input.topicId}`, async q => {
    const key = { communityId: ctx.community.id, subjectId: input.topicId, photoId: input.photoId }
    if (!(await updatePhotoCaption(q, key, input.caption))) return refuse("not_found")
    const { photoId, caption } = input
    await audit(q, ctx, "topic.photoCaptioned", { kind: "topic", id: input.topicId }, { photoId, caption })
    return done(null)
  })
}

/** The bytes of a topic's photo, for whoever may read topics. Refusals: forbidden, not_found. */
export async function readTopicPhoto(ctx: Ctx, photoId: string) {
  const photo = await findPhoto(ctx.db.read, ctx.community.id, photoId)
  if (photo?.subjectKind !== "topic") return refuse("not_found")
  if (!may(ctx.actor, "topic:read")) return refuse("forbidden")
  return done({ content: photo.content, mediaType: photo.mediaType, fileHash: photo.fileHash })
}
