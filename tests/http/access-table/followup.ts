import { must } from "#tests/chamber/factories"
import { anApprovedResolution, aReferredIssue, aTaskOfIssue, riverItems } from "#tests/followup/factories"
import { assignTasks } from "~/followup/assigning"
import { chaseTask } from "~/followup/chasing"
import { inspectTask } from "~/followup/inspecting"
import { addTaskPhoto, setTaskPhotoPublic } from "~/followup/task-photos"
import { blockTask, finishTask, signForTask } from "~/followup/working"
import { addDays, civilDateOf } from "~/law/civil-date"
import type { Ctx } from "~/web/context"
import { type Member, members } from "../access-people"
import { type Act, type Fields, type Row, secretary } from "../access-row"
import { anApprovedMeeting, aPhoto, resolutionIdOf } from "../access-things"
import type { House } from "../access-world"

const base = "/c/:community"
const workers = ["secretary", "handler", "gridWorker"] as const
const inspectors = ["secretary", "reviewer"] as const

const dayOf = (ctx: Ctx, days: number) => addDays(civilDateOf(ctx.now()), days)
const daysAgo = (ctx: Ctx, days: number): Ctx => ({
  ...ctx,
  now: () => new Date(ctx.now().getTime() - days * 24 * 60 * 60 * 1000),
})

/** A fresh task in the hands of whoever works on tasks, else in the office's. */
const aTaskOf = async ({ ctx }: House, who: Member, office = ctx.secretary) =>
  aTaskOfIssue(office, await aReferredIssue(ctx.secretary), {
    handlerPersonId: who === "handler" || who === "gridWorker" ? ctx[who].actor.personId : null,
    days: 2,
  })

type Making = (house: House, who: Member) => Promise<string>
const assigned: Making = (house, who) => aTaskOf(house, who)
const signedFor: Making = async (house, who) => {
  const taskId = await assigned(house, who)
  must(await signForTask(house.ctx.secretary, { taskId }))
  return taskId
}
const blocked: Making = async (house, who) => {
  const taskId = await signedFor(house, who)
  must(await blockTask(house.ctx.secretary, { taskId, reason: "没有到货" }))
  return taskId
}
const finished: Making = async (house, who) => {
  const taskId = await signedFor(house, who)
  must(await finishTask(house.ctx.secretary, { taskId }))
  return taskId
}
const inspected: Making = async (house, who) => {
  const taskId = await finished(house, who)
  const recheckOn = dayOf(house.ctx.secretary, 5)
  must(await inspectTask(house.ctx.secretary, { taskId, passed: true, note: "", recheckOn }))
  return taskId
}
const late: Making = (house, who) => aTaskOf(house, who, daysAgo(house.ctx.secretary, 9))

const aChase = async ({ ctx }: House, taskId: string) => {
  const demand = { taskId, demand: "三天内完工", replyDueOn: dayOf(ctx.secretary, 3) }
  return must(await chaseTask(ctx.secretary, demand)).chaseId
}

const aTaskPhoto = async ({ ctx }: House, taskId: string) =>
  must(await addTaskPhoto(ctx.secretary, { taskId, stage: "after", bytes: await aPhoto(), caption: "" })).photoId

let meetings = 0
/** Of a topic that was agreed on, and blocked. */
async function blockedOfTopic({ world, ctx }: House) {
  meetings += 1
  const items = [{ ...riverItems[0]!, dueOn: "" }]
  const { resolutionId } = await anApprovedResolution(world, items, { sequence: 5000 + meetings })
  const item = { itemOrdinal: 1, handler: "物业", handlerPersonId: null, dueOn: dayOf(ctx.secretary, 9), quantity: "" }
  const taskId = must(await assignTasks(ctx.secretary, { resolutionId, items: [item] })).tasks[0]!.taskId
  must(await signForTask(ctx.secretary, { taskId }))
  must(await blockTask(ctx.secretary, { taskId, reason: "车库业主不同意" }))
  return taskId
}

/** One button of a task's page, pressed on a task that was made ready for it. */
const press = (
  intent: string,
  by: Act["by"],
  make: Making,
  fields: (house: House, taskId: string) => Fields | Promise<Fields> = () => ({}),
): Act => ({
  intent,
  by,
  press: async (house, who) => {
    const taskId = await make(house, who)
    const form = await fields(house, taskId)
    return { at: `/tasks/${taskId}`, form: form instanceof FormData ? form : { intent, ...form } }
  },
})

export const followupRows: Row[] = [
  { pattern: `${base}/tasks`, at: () => "/tasks?tab=all", read: members },
  {
    pattern: `${base}/tasks/new`,
    at: ({ things }) => `/tasks/new?resolution=${things.resolutionId}`,
    read: secretary,
    acts: [
      {
        by: secretary,
        press: async house => {
          const { roundIds } = await anApprovedMeeting(house)
          const resolution = await resolutionIdOf(house.world, roundIds[0]!)
          const item = { "handler-1": "业委会", "handlerPersonId-1": "", "quantity-1": "" }
          const form = { resolution, item: "1", ...item, "dueOn-1": dayOf(house.ctx.secretary, 20) }
          return { at: `/tasks/new?resolution=${resolution}`, form }
        },
      },
      {
        by: secretary,
        press: async ({ ctx }) => {
          const issue = await aReferredIssue(ctx.secretary)
          const handlerPersonId = ctx.handler.actor.personId!
          const entry = { content: "更换路灯", handler: "卯四", handlerPersonId, quantity: "" }
          return { at: `/tasks/new?issue=${issue}`, form: { issue, ...entry, dueOn: dayOf(ctx.secretary, 20) } }
        },
      },
    ],
  },
  {
    pattern: `${base}/tasks/duty`,
    at: () => "/tasks/duty",
    read: members,
    acts: [
      {
        by: [...inspectors, "handler"],
        press: async ({ ctx }) => {
          const handlerPersonId = ctx.handler.actor.personId!
          await aTaskOfIssue(ctx.secretary, await aReferredIssue(ctx.secretary), { handlerPersonId })
          return { at: "/tasks/duty", form: { person: handlerPersonId } }
        },
      },
    ],
  },
  { pattern: `${base}/tasks/duty`, at: ({ things }) => `/tasks/duty?person=${things.personId}`, read: inspectors },
  {
    pattern: `${base}/tasks/:taskId`,
    at: ({ things }) => `/tasks/${things.taskId}`,
    read: members,
    acts: [
      press("sign", workers, assigned),
      press("report", workers, signedFor, () => ({ quantityDone: "1", note: "做完一处" })),
      press("finish", workers, signedFor, () => ({ quantityDone: "", note: "" })),
      press("block", workers, signedFor, () => ({ blockReason: "没有到货" })),
      press("resume", workers, blocked, () => ({ note: "" })),
      press("photo", workers, assigned, async () => {
        const form = new FormData()
        for (const [name, value] of Object.entries({ intent: "photo", stage: "before", caption: "" }))
          form.append(name, value)
        form.append("photo", new File([await aPhoto()], "井盖.jpg"))
        return form
      }),
      press("show", inspectors, assigned, async (house, taskId) => ({ photoId: await aTaskPhoto(house, taskId) })),
      press("hide", inspectors, assigned, async (house, taskId) => {
        const photoId = await aTaskPhoto(house, taskId)
        must(await setTaskPhotoPublic(house.ctx.secretary, { taskId, photoId, isPublic: true }))
        return { photoId }
      }),
      press("inspect", inspectors, finished, () => ({ passed: "yes", note: "", recheckOn: "" })),
      press("rate", inspectors, inspected, () => ({ level: "satisfied", rateNote: "" })),
      press("recheck", inspectors, inspected, () => ({ held: "yes", recheckNote: "" })),
      press("reschedule", secretary, assigned, ({ ctx }) => ({
        dueOn: dayOf(ctx.secretary, 30),
        rescheduleReason: "汛期不能施工",
      })),
      press("replace", secretary, blockedOfTopic, () => ({ replaceReason: "车库业主不同意" })),
      press("chase", secretary, late, ({ ctx }) => ({ demand: "三天内完工", replyDueOn: dayOf(ctx.secretary, 3) })),
      press("reply", workers, late, async (house, taskId) => ({
        chaseId: await aChase(house, taskId),
        reply: "材料周五到",
      })),
      press("printSlip", secretary, assigned),
      press("printChase", secretary, late, async (house, taskId) => ({ chaseId: await aChase(house, taskId) })),
    ],
  },
  {
    pattern: `${base}/tasks/:taskId/photos/:photoId`,
    at: ({ things }) => `/tasks/${things.taskId}/photos/${things.taskPhotoId}`,
    read: members,
  },
]
