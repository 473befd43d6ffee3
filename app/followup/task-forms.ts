import { z } from "zod"
import { done, type Result, refuse } from "~/law/result"
import { photoStages } from "~/registry/photo-store"
import type { Ctx } from "~/web/context"
import type { UploadedFile } from "~/web/forms"
import { chaseTask, replyToChase } from "./chasing"
import { inspectTask, rateTask, recheckTask } from "./inspecting"
import { replaceTask, rescheduleTask } from "./redirecting"
import { taskRatings } from "./rules"
import { printChaseSlip, printTaskSlip } from "./slips"
import { addTaskPhoto, setTaskPhotoPublic } from "./task-photos"
import { blockTask, finishTask, reportProgress, resumeTask, signForTask } from "./working"

const longText = z.string().trim().max(500, "最多500个字")
const note = longText.default("")
const day = z.string().trim().max(20)
/** How much is done in all; empty where nothing is counted, or nothing is said of it. */
const quantityDone = z
  .string()
  .trim()
  .regex(/^\d{0,9}$/, "请写数字，例如380")
  .transform(text => (text === "" ? null : Number(text)))
  .optional()
  .transform(value => value ?? null)
const stage = z.enum(photoStages, "请选照片是什么时候拍的").optional()
const passed = z.enum(["yes", "no"], "请选一个").transform(answer => answer === "yes")

/** Every form of a task's page, told apart by its intent. Names differ where two forms stand on one page. */
export const TaskForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("sign"), note }),
  z.object({ intent: z.literal("report"), quantityDone, note, stage }),
  z.object({ intent: z.literal("finish"), quantityDone, note, stage }),
  z.object({ intent: z.literal("block"), blockReason: note }),
  z.object({ intent: z.literal("resume"), note }),
  z.object({ intent: z.literal("photo"), stage, caption: z.string().trim().max(60, "最多60个字").default("") }),
  z.object({ intent: z.literal("show"), photoId: z.string() }),
  z.object({ intent: z.literal("hide"), photoId: z.string() }),
  z.object({ intent: z.literal("inspect"), passed, note, recheckOn: day.default("") }),
  z.object({ intent: z.literal("rate"), level: z.enum(taskRatings, "请选一个"), rateNote: note }),
  z.object({ intent: z.literal("recheck"), held: passed, recheckNote: note }),
  z.object({ intent: z.literal("reschedule"), dueOn: day, rescheduleReason: note }),
  z.object({ intent: z.literal("replace"), replaceReason: note }),
  z.object({ intent: z.literal("chase"), demand: note, replyDueOn: z.iso.date("请写反馈时限") }),
  z.object({ intent: z.literal("reply"), chaseId: z.string(), reply: note }),
  z.object({ intent: z.literal("printSlip") }),
  z.object({ intent: z.literal("printChase"), chaseId: z.string() }),
])
export type TaskFormValue = z.output<typeof TaskForm>

/** So many photos go with one report. */
export const photosPerReport = 3

/** Does what a form of the task's page asks for; a document's id comes back where one was printed. */
export async function doTaskForm(
  ctx: Ctx,
  taskId: string,
  form: TaskFormValue,
  files: readonly UploadedFile[],
): Promise<Result<{ documentId: string | null }>> {
  // A field for several files that was left empty sends one of no bytes.
  const sent = files.filter(file => file.bytes.length > 0)
  switch (form.intent) {
    case "report":
    case "finish":
      return reportWithPhotos(ctx, taskId, form, sent)
    case "photo":
      return addPhotos(ctx, taskId, form, sent.length > 0 ? sent : [nothingSent])
    case "printSlip":
      return printed(await printTaskSlip(ctx, taskId))
    case "printChase":
      return printed(await printChaseSlip(ctx, { taskId, chaseId: form.chaseId }))
    default:
      return plain(await takeStep(ctx, taskId, form))
  }
}

type PlainForm = Exclude<TaskFormValue, { intent: "report" | "finish" | "photo" | "printSlip" | "printChase" }>

async function takeStep(ctx: Ctx, taskId: string, form: PlainForm): Promise<Result<unknown>> {
  switch (form.intent) {
    case "sign":
      return signForTask(ctx, { taskId, note: form.note })
    case "block":
      return under(await blockTask(ctx, { taskId, reason: form.blockReason }), "blockReason")
    case "resume":
      return resumeTask(ctx, { taskId, note: form.note })
    case "show":
      return setTaskPhotoPublic(ctx, { taskId, photoId: form.photoId, isPublic: true })
    case "hide":
      return setTaskPhotoPublic(ctx, { taskId, photoId: form.photoId, isPublic: false })
    case "inspect":
      return inspectTask(ctx, { taskId, passed: form.passed, note: form.note, recheckOn: form.recheckOn || null })
    case "rate":
      return under(await rateTask(ctx, { taskId, level: form.level, note: form.rateNote }), "rateNote")
    case "recheck":
      return under(await recheckTask(ctx, { taskId, passed: form.held, note: form.recheckNote }), "recheckNote")
    case "reschedule": {
      const { dueOn, rescheduleReason: reason } = form
      return under(await rescheduleTask(ctx, { taskId, dueOn, reason }), "rescheduleReason")
    }
    case "replace":
      return under(await replaceTask(ctx, { taskId, reason: form.replaceReason }), "replaceReason")
    case "chase":
      return chaseTask(ctx, { taskId, demand: form.demand, replyDueOn: form.replyDueOn })
    case "reply":
      return replyToChase(ctx, { taskId, chaseId: form.chaseId, reply: form.reply })
  }
}

/** A note or a reason that is missing is missing in the field of this form. */
const under = (result: Result<unknown>, name: string): Result<unknown> =>
  !result.ok && (result.detail.field === "note" || result.detail.field === "reason")
    ? { ...result, detail: { ...result.detail, field: name } }
    : result

const nothingSent: UploadedFile = { fieldName: "photo", fileName: "", mediaType: "", bytes: new Uint8Array() }
const plain = (result: Result<unknown>): Result<{ documentId: string | null }> =>
  result.ok ? done({ documentId: null }) : result
const printed = (result: Result<{ document: { id: string } }>): Result<{ documentId: string | null }> =>
  result.ok ? done({ documentId: result.value.document.id }) : result

/** The photos first: sent once more after a refusal they are kept once, while a second report would be a second one. */
async function reportWithPhotos(
  ctx: Ctx,
  taskId: string,
  form: Extract<TaskFormValue, { intent: "report" | "finish" }>,
  files: readonly UploadedFile[],
) {
  const added = await addPhotos(ctx, taskId, { stage: form.stage, caption: "" }, files)
  if (!added.ok) return added
  const { note, quantityDone: quantity } = form
  if (form.intent === "finish") return plain(await finishTask(ctx, { taskId, note, quantityDone: quantity }))
  // A photo alone is a report, too.
  if (files.length > 0 && note === "" && quantity === null) return added
  return plain(await reportProgress(ctx, { taskId, quantityDone: quantity, note }))
}

async function addPhotos(
  ctx: Ctx,
  taskId: string,
  { stage: taken, caption }: { stage?: (typeof photoStages)[number]; caption: string },
  files: readonly UploadedFile[],
): Promise<Result<{ documentId: string | null }>> {
  if (files.length > 0 && !taken) return refuse("photo_stage_missing", { field: "stage" })
  for (const { bytes } of files) {
    const added = await addTaskPhoto(ctx, { taskId, stage: taken!, bytes, caption })
    if (!added.ok) return added
  }
  return done({ documentId: null })
}
