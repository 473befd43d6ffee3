import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { readMaskBeside } from "~/records/beside-edition"
import { audit } from "~/registry/audit"
import { findPhoto, listPhotos, type PhotoStage, type PhotoView, updatePhotoPublic } from "~/registry/photo-store"
import { preparePhoto, storePhotoIn } from "~/registry/photos"
import type { Ctx } from "~/web/context"
import { mayWorkOn, taskNumberOf, taskSubject } from "./task-step"
import { findTask } from "./task-store"

/**
 * A photo of the works, from the phone of whoever does them.
 * Refusals: forbidden, not_found, task_not_own, and those of `preparePhoto` and `storePhotoIn`.
 */
export async function addTaskPhoto(
  ctx: Ctx,
  input: { taskId: string; stage: PhotoStage; bytes: Uint8Array; caption: string },
): Promise<Result<{ photoId: string }>> {
  if (!may(ctx.actor, "task:work")) return refuse("forbidden")
  const task = await findTask(ctx.db.read, ctx.community.id, input.taskId)
  if (!task) return refuse("not_found")
  if (!mayWorkOn(ctx, task)) return refuse("task_not_own", { status: 403 })
  const prepared = await preparePhoto(input.bytes)
  if (!prepared.ok) return prepared
  const { stage, caption } = input
  return ctx.db.tx(`task:${task.id}`, async q => {
    const stored = await storePhotoIn(q, ctx, taskSubject(task.id), prepared.value, caption, stage)
    if (!stored.ok) return stored
    const { photoId, isNew } = stored.value
    const detail = { number: taskNumberOf(ctx, task), content: task.content, photoId, stage, caption }
    if (isNew) await audit(q, ctx, "task.photoAdded", taskSubject(task.id), detail)
    return done({ photoId })
  })
}

/** Looked over by the office: may hang on the public board, or comes down from it. Refusals: forbidden, not_found. */
export async function setTaskPhotoPublic(
  ctx: Ctx,
  input: { taskId: string; photoId: string; isPublic: boolean },
): Promise<Result<null>> {
  if (!may(ctx.actor, "task:inspect")) return refuse("forbidden")
  const { taskId, photoId, isPublic } = input
  return ctx.db.tx(`task:${taskId}`, async q => {
    const task = await findTask(q, ctx.community.id, taskId)
    const key = { communityId: ctx.community.id, subjectId: taskId, photoId }
    if (!task || !(await updatePhotoPublic(q, key, isPublic))) return refuse("not_found")
    const detail = { number: taskNumberOf(ctx, task), content: task.content, photoId }
    await audit(q, ctx, isPublic ? "task.photoShown" : "task.photoHidden", taskSubject(taskId), detail)
    return done(null)
  })
}

/** The picture itself, for members. Refusals: forbidden, not_found. */
export async function readTaskPhoto(ctx: Ctx, input: { taskId: string; photoId: string }) {
  if (!may(ctx.actor, "task:read")) return refuse("forbidden")
  const photo = await findPhotoOf(ctx, input.photoId)
  return photo?.subjectId === input.taskId ? done(photo) : refuse("not_found")
}

/** Photos of some tasks which the office has let onto the board. For strangers: asks no permission. */
export async function readTaskPhotosPublic(ctx: Ctx, taskIds: readonly string[]): Promise<PhotoView[]> {
  const photos = await listPhotos(ctx.db.read, ctx.community.id, "task", taskIds)
  const shown = photos.filter(photo => photo.isPublic)
  const mask = await readMaskBeside(
    ctx,
    shown.map(photo => photo.caption),
  )
  return shown.map(photo => ({ ...photo, caption: mask(photo.caption) }))
}

/** The picture itself, if it may be shown to anyone. For strangers: asks no permission. Refusal: not_found. */
export async function readPublicTaskPhoto(ctx: Ctx, photoId: string) {
  const photo = await findPhotoOf(ctx, photoId)
  return photo?.isPublic ? done(photo) : refuse("not_found")
}

async function findPhotoOf(ctx: Ctx, photoId: string) {
  const photo = await findPhoto(ctx.db.read, ctx.community.id, photoId)
  return photo?.subjectKind === "task" ? photo : null
}
