import sharp from "sharp"
import { expect, test } from "vitest"
import { doTaskForm, TaskForm, type TaskFormValue } from "~/followup/task-forms"
import { findTask, listReports } from "~/followup/task-store"
import { signForTask } from "~/followup/working"
import { listPhotos } from "~/registry/photo-store"
import { aWorld } from "../world"
import { aTask, codeOf, must } from "./factories"

const file = (bytes: Uint8Array) => ({ fieldName: "photo", fileName: "井盖.jpg", mediaType: "image/jpeg", bytes })
const aPicture = async () =>
  file(
    new Uint8Array(
      await sharp({ create: { width: 40, height: 30, channels: 3, background: "#884422" } })
        .jpeg()
        .toBuffer(),
    ),
  )
const nothing = file(new Uint8Array())
const read = (fields: Record<string, string>): TaskFormValue => TaskForm.parse(fields)

async function signedFor() {
  const world = await aWorld()
  const made = await aTask(world)
  must(await signForTask(made.handler, { taskId: made.taskId }))
  const photos = async () => (await listPhotos(world.db.read, world.community.id, "task", [made.taskId])).length
  const reports = async () => (await listReports(world.db.read, world.community.id, made.taskId)).length
  return { world, ...made, photos, reports }
}

test("a report goes out with its photos", async () => {
  const { handler, taskId, photos, reports } = await signedFor()
  const form = read({ intent: "report", quantityDone: "380", note: "", stage: "during" })
  must(await doTaskForm(handler, taskId, form, [await aPicture()]))
  expect([await photos(), await reports()]).toEqual([1, 2])
})

test("photos that nobody says the time of are not kept, and neither is the report", async () => {
  const { handler, taskId, photos, reports } = await signedFor()
  const form = read({ intent: "report", quantityDone: "380", note: "" })
  expect(codeOf(await doTaskForm(handler, taskId, form, [await aPicture()]))).toBe("photo_stage_missing")
  expect([await photos(), await reports()]).toEqual([0, 1])
})

test("a file field that was left empty is no photo", async () => {
  const { world, handler, taskId } = await signedFor()
  must(await doTaskForm(handler, taskId, read({ intent: "finish", quantityDone: "", note: "" }), [nothing]))
  expect((await findTask(world.db.read, world.community.id, taskId))?.quantityDone).toBe(570)
})

test("sent once more after a refusal, the photo is kept once", async () => {
  const { handler, taskId, photos } = await signedFor()
  const picture = await aPicture()
  const tooMuch = read({ intent: "report", quantityDone: "600", note: "", stage: "after" })
  expect(codeOf(await doTaskForm(handler, taskId, tooMuch, [picture]))).toBe("quantity_over_total")
  must(await doTaskForm(handler, taskId, { ...tooMuch, quantityDone: 500 } as TaskFormValue, [picture]))
  expect(await photos()).toBe(1)
})

test("a photo alone is a report, too", async () => {
  const { handler, taskId, photos, reports } = await signedFor()
  const form = read({ intent: "report", quantityDone: "", note: "", stage: "before" })
  must(await doTaskForm(handler, taskId, form, [await aPicture()]))
  expect([await photos(), await reports()]).toEqual([1, 1])
})

test("a form for a photo without one is told so", async () => {
  const { handler, taskId } = await signedFor()
  const form = read({ intent: "photo", stage: "before", caption: "" })
  expect(codeOf(await doTaskForm(handler, taskId, form, [nothing]))).toBe("photo_missing")
})

test("what is missing is said beside the field of its own form", async () => {
  const { handler, taskId } = await signedFor()
  expect(await doTaskForm(handler, taskId, read({ intent: "block", blockReason: " " }), [])).toMatchObject({
    code: "task_reason_missing",
    detail: { field: "blockReason" },
  })
})

test.each(["38米", "三百", "-1", "1.5"])("%s is no quantity done", text => {
  expect(TaskForm.safeParse({ intent: "report", quantityDone: text, note: "" }).success).toBe(false)
})
