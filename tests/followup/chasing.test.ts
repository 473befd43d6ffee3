import { expect, test } from "vitest"
import { chaseTask, replyToChase } from "~/followup/chasing"
import { readTask } from "~/followup/task-reading"
import { listChases } from "~/followup/task-store"
import { listDueTasks } from "~/followup/task-views"
import { finishTask, reportProgress, signForTask } from "~/followup/working"
import { aWorld, type World } from "../world"
import { anInspectedTask, aTask, codeOf, must } from "./factories"

/** A task due on 30 November that is so many days late. */
async function aLateTask(world: World, today: string) {
  const made = await aTask(world)
  world.clock.now = new Date(`${today}T01:00:00.000Z`)
  return { ...made, demand: { taskId: made.taskId, demand: "三天内完工", replyDueOn: today } }
}

test("a task that is not late is not chased", async () => {
  const world = await aWorld()
  const { secretary, demand } = await aLateTask(world, "2026-11-30")
  expect(codeOf(await chaseTask(secretary, demand))).toBe("task_not_late")
})

test("a day late is yellow, more than five working days red", async () => {
  const world = await aWorld()
  const { secretary, demand } = await aLateTask(world, "2026-12-01")
  expect(must(await chaseTask(secretary, demand))).toMatchObject({ level: "yellow", number: "振社督〔2026〕1号" })
  world.clock.now = new Date("2026-12-08T01:00:00.000Z")
  const next = { ...demand, replyDueOn: "2026-12-10" }
  expect(must(await chaseTask(secretary, next))).toMatchObject({ level: "red", number: "振社督〔2026〕2号" })
})

test("the third chase of a task is red; each keeps its number, its ordinal and how late it was", async () => {
  const world = await aWorld()
  const { secretary, taskId, demand } = await aLateTask(world, "2026-12-01")
  for (const day of ["2026-12-01", "2026-12-02", "2026-12-03"]) {
    world.clock.now = new Date(`${day}T01:00:00.000Z`)
    must(await chaseTask(secretary, { ...demand, replyDueOn: day }))
  }
  const chases = await listChases(world.db.read, world.community.id, taskId)
  expect(chases.map(chase => [chase.ordinal, chase.level, chase.daysLate])).toEqual([
    [1, "yellow", 1],
    [2, "yellow", 2],
    [3, "red", 3],
  ])
})

test("while the reply to a chase has time it is not chased again, and its page does not offer it", async () => {
  const world = await aWorld()
  const { secretary, taskId, demand } = await aLateTask(world, "2026-12-01")
  expect(await listDueTasks(secretary, "2026-12-01")).toMatchObject([{ chase: "due" }])
  must(await chaseTask(secretary, { ...demand, replyDueOn: "2026-12-03" }))
  expect(codeOf(await chaseTask(secretary, demand))).toBe("chased_already")
  expect(must(await readTask(secretary, taskId))).toMatchObject({ chaseDue: "waiting" })
  expect(await listDueTasks(secretary, "2026-12-03")).toMatchObject([{ chase: "waiting" }])
  expect(await listDueTasks(secretary, "2026-12-04")).toMatchObject([{ chase: "due" }])
})

test("a chase that was replied to is followed by the next one only when three working days brought no progress", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId, demand } = await aLateTask(world, "2026-12-01")
  const { chaseId } = must(await chaseTask(secretary, demand))
  must(await replyToChase(handler, { taskId, chaseId, reply: "材料周五到" }))
  expect(await listDueTasks(secretary, "2026-12-04")).toMatchObject([{ chase: "replied", openChase: null }])
  expect(await listDueTasks(secretary, "2026-12-05")).toMatchObject([{ chase: "due" }])
  world.clock.now = new Date("2026-12-04T01:00:00.000Z")
  must(await signForTask(handler, { taskId }))
  must(await reportProgress(handler, { taskId, quantityDone: 380, note: "材料到了" }))
  expect(await listDueTasks(secretary, "2026-12-09")).toMatchObject([{ chase: "replied" }])
  expect(await listDueTasks(secretary, "2026-12-10")).toMatchObject([{ chase: "due" }])
})

test("what was chased and finished is not chased again", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId, demand } = await aLateTask(world, "2026-12-01")
  must(await signForTask(handler, { taskId }))
  must(await finishTask(handler, { taskId }))
  expect(codeOf(await chaseTask(secretary, demand))).toBe("task_not_late")
})

test.each([
  ["demand_missing", { demand: "" }],
  ["reply_due_in_past", { replyDueOn: "2026-11-30" }],
])("a chase is refused with %s", async (code, overrides) => {
  const { secretary, demand } = await aLateTask(await aWorld(), "2026-12-01")
  expect(codeOf(await chaseTask(secretary, { ...demand, ...overrides }))).toBe(code)
})

test("only the office chases, and only the handler or the office for it replies, once", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId, demand } = await aLateTask(world, "2026-12-01")
  expect(codeOf(await chaseTask(handler, demand))).toBe("forbidden")
  const { chaseId } = must(await chaseTask(secretary, demand))
  const reply = { taskId, chaseId, reply: "材料周五到" }
  expect(codeOf(await replyToChase(await world.as("gridWorker"), reply))).toBe("task_not_own")
  expect(codeOf(await replyToChase(handler, { ...reply, reply: "" }))).toBe("reply_missing")
  expect(codeOf(await replyToChase(handler, { ...reply, chaseId: "别处" }))).toBe("not_found")
  must(await replyToChase(handler, reply))
  expect(codeOf(await replyToChase(secretary, reply))).toBe("already_replied")
})

test("what waits for somebody is listed: to sign for, late with an open chase, to recheck on its day", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId, demand } = await aLateTask(world, "2026-12-01")
  must(await chaseTask(secretary, demand))
  expect(await listDueTasks(handler, "2026-12-01")).toMatchObject([
    { taskId, isMine: true, waitsFor: "signature", daysLate: 1, level: "yellow", openChase: { level: "yellow" } },
  ])
  expect(await listDueTasks(world.asStranger(), "2026-12-01")).toEqual([])
})

test("a recheck is due on its day and not before", async () => {
  const world = await aWorld()
  const { taskId, secretary } = await anInspectedTask(world, "2026-11-08")
  expect(await listDueTasks(secretary, "2026-11-07")).toEqual([])
  expect(await listDueTasks(secretary, "2026-11-08")).toMatchObject([{ taskId, waitsFor: "recheck" }])
})
