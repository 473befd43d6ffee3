import sharp from "sharp"
import { expect, test } from "vitest"
import {
  addTaskPhoto,
  readPublicTaskPhoto,
  readTaskPhoto,
  readTaskPhotosPublic,
  setTaskPhotoPublic,
} from "~/followup/task-photos"
import { aWorld } from "../world"
import { aTask, codeOf, must } from "./factories"

const aPicture = async (width = 40) =>
  new Uint8Array(
    await sharp({ create: { width, height: 30, channels: 3, background: "#884422" } })
      .jpeg()
      .toBuffer(),
  )

async function aPhoto() {
  const world = await aWorld()
  const made = await aTask(world)
  const input = { taskId: made.taskId, stage: "before" as const, bytes: await aPicture(), caption: "桥头" }
  return { world, ...made, input, photoId: must(await addTaskPhoto(made.handler, input)).photoId }
}

test("whoever works on it adds photos; the same one twice is kept once", async () => {
  const { world, handler, input, photoId } = await aPhoto()
  expect(must(await addTaskPhoto(handler, input)).photoId).toBe(photoId)
  expect(codeOf(await addTaskPhoto(await world.as("gridWorker"), input))).toBe("task_not_own")
  expect(codeOf(await addTaskPhoto(handler, { ...input, bytes: new Uint8Array([1, 2]) }))).toBe("photo_not_image")
})

test("each stage has nine photos", async () => {
  const { handler, input } = await aPhoto()
  for (let at = 1; at < 9; at += 1) must(await addTaskPhoto(handler, { ...input, bytes: await aPicture(40 + at) }))
  const tenth = { ...input, bytes: await aPicture(90) }
  expect(codeOf(await addTaskPhoto(handler, tenth))).toBe("too_many_photos")
  expect(codeOf(await addTaskPhoto(handler, { ...tenth, stage: "after" }))).toBe("done")
})

test("a photo is shown to anyone only after the office has let it out, and not after it was taken back", async () => {
  const { world, handler, secretary, taskId, photoId } = await aPhoto()
  const stranger = world.asStranger()
  expect(await readTaskPhotosPublic(stranger, [taskId])).toEqual([])
  expect(codeOf(await readPublicTaskPhoto(stranger, photoId))).toBe("not_found")
  expect(codeOf(await setTaskPhotoPublic(handler, { taskId, photoId, isPublic: true }))).toBe("forbidden")
  must(await setTaskPhotoPublic(secretary, { taskId, photoId, isPublic: true }))
  expect(await readTaskPhotosPublic(stranger, [taskId])).toMatchObject([{ id: photoId, stage: "before" }])
  expect(codeOf(await readPublicTaskPhoto(stranger, photoId))).toBe("done")
  must(await setTaskPhotoPublic(secretary, { taskId, photoId, isPublic: false }))
  expect(codeOf(await readPublicTaskPhoto(stranger, photoId))).toBe("not_found")
})

test("a photo is read under its own task only, by members only", async () => {
  const { world, handler, taskId, photoId } = await aPhoto()
  expect(codeOf(await readTaskPhoto(handler, { taskId, photoId }))).toBe("done")
  expect(codeOf(await readTaskPhoto(handler, { taskId: "别处", photoId }))).toBe("not_found")
  expect(codeOf(await readTaskPhoto(world.asStranger(), { taskId, photoId }))).toBe("forbidden")
})
