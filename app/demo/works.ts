import { assignTasks, type ItemAssignment } from "~/followup/assigning"
import { addTaskPhoto, setTaskPhotoPublic } from "~/followup/task-photos"
import type { PhotoStage } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import { must } from "./must"
import { type SceneName, sketch } from "./sketches"

/** Items of a resolution handed out, in order. Returns their tasks' ids. */
export async function handOut(ctx: Ctx, resolutionId: string, items: readonly ItemAssignment[]): Promise<string[]> {
  return must(await assignTasks(ctx, { resolutionId, items })).tasks.map(task => task.taskId)
}

export type Shot = { stage: PhotoStage; scene: SceneName; caption: string }

/** A photo from the works, sent by whoever does them; `release` lets it onto the public board as well. */
export async function photograph(worker: Ctx, taskId: string, shot: Shot, release?: Ctx): Promise<void> {
  const { scene, ...photo } = shot
  const { photoId } = must(await addTaskPhoto(worker, { taskId, ...photo, bytes: await sketch(scene) }))
  if (release) must(await setTaskPhotoPublic(release, { taskId, photoId, isPublic: true }))
}
