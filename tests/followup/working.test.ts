import { expect, test } from "vitest"
import { inspectTask, rateTask, recheckTask } from "~/followup/inspecting"
import { findTask, listReports } from "~/followup/task-store"
import { blockTask, finishTask, reportProgress, resumeTask, signForTask } from "~/followup/working"
import { aWorld, type World } from "../world"
import { aFinishedTask, anInspectedTask, aTask, codeOf, must } from "./factories"

const taskIn = async (world: World, taskId: string) => (await findTask(world.db.read, world.community.id, taskId))!
const reportsIn = (world: World, taskId: string) => listReports(world.db.read, world.community.id, taskId)

test("from the slip to the last word: signed for, done piece by piece, inspected, found good", async () => {
  const world = await aWorld()
  const { taskId, handler, secretary } = await aTask(world)
  must(await signForTask(handler, { taskId }))
  must(await reportProgress(handler, { taskId, quantityDone: 380, note: "东段做完" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "doing", quantityDone: 380 })
  must(await finishTask(handler, { taskId }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "done", quantityDone: 570, doneAt: world.clock.now })
  must(await inspectTask(secretary, { taskId, passed: true, note: "看过现场", recheckOn: "2026-12-01" }))
  must(await rateTask(secretary, { taskId, level: "mostly", note: "" }))
  expect(await taskIn(world, taskId)).toMatchObject({
    state: "satisfied",
    inspectedBy: secretary.actor.name,
    recheckOn: "2026-12-01",
  })
  expect((await reportsIn(world, taskId)).map(report => [report.kind, report.note, report.quantityDone])).toEqual([
    ["signedFor", "", 0],
    ["progress", "东段做完", 380],
    ["done", "", 570],
    ["inspected", "看过现场", 570],
    ["satisfied", "基本满意", 570],
  ])
})

test("nothing is reported of a task that nobody signed for", async () => {
  const { taskId, handler } = await aTask(await aWorld())
  expect(await reportProgress(handler, { taskId, quantityDone: 10, note: "" })).toMatchObject({
    code: "task_moved_on",
    detail: { state: "assigned" },
  })
  expect(codeOf(await finishTask(handler, { taskId }))).toBe("task_moved_on")
})

test("a task is signed for once, however often it is clicked", async () => {
  const world = await aWorld()
  const { taskId, handler } = await aTask(world)
  const clicks = await Promise.all([1, 2, 3].map(() => signForTask(handler, { taskId })))
  expect(clicks.map(codeOf).toSorted()).toEqual(["done", "task_moved_on", "task_moved_on"])
  expect(await reportsIn(world, taskId)).toHaveLength(1)
})

test("only whoever has it in hand works on it; what is not there is not there for anybody", async () => {
  const world = await aWorld()
  const { taskId } = await aTask(world)
  expect(codeOf(await signForTask(await world.as("gridWorker"), { taskId }))).toBe("task_not_own")
  expect(codeOf(await signForTask(await world.as("viewer"), { taskId }))).toBe("forbidden")
  expect(codeOf(await signForTask(world.asStranger(), { taskId }))).toBe("forbidden")
  expect(codeOf(await signForTask(await world.as("secretary"), { taskId: "别处" }))).toBe("not_found")
})

test("the office writes for a handler without an account, and both names are kept", async () => {
  const world = await aWorld()
  const { taskId, secretary } = await aTask(world, { handlerPersonId: null })
  must(await signForTask(secretary, { taskId }))
  const [report] = await reportsIn(world, taskId)
  expect(report!.reportedBy).toBe(`${secretary.actor.name}（代悦园物业）`)
})

test.each([
  ["report_empty", { quantityDone: null, note: "" }],
  ["report_empty", { quantityDone: 100, note: "" }],
  ["quantity_over_total", { quantityDone: 571, note: "" }],
  ["correction_note_missing", { quantityDone: 90, note: "" }],
  ["done", { quantityDone: 90, note: "上次量多了" }],
])("with 100 of 570 metres done a report is answered %s to %j", async (code, report) => {
  const { taskId, handler } = await aTask(await aWorld())
  must(await signForTask(handler, { taskId }))
  must(await reportProgress(handler, { taskId, quantityDone: 100, note: "" }))
  expect(codeOf(await reportProgress(handler, { taskId, ...report }))).toBe(code)
})

test("where nothing is counted progress is told in words", async () => {
  const { taskId, handler } = await aTask(await aWorld(), { itemOrdinal: 3, quantity: "" })
  must(await signForTask(handler, { taskId }))
  expect(codeOf(await reportProgress(handler, { taskId, quantityDone: 1, note: "" }))).toBe("task_not_counted")
  expect(codeOf(await reportProgress(handler, { taskId, quantityDone: null, note: "已报装" }))).toBe("done")
  expect(codeOf(await finishTask(handler, { taskId }))).toBe("done")
})

test("whoever finishes with less than the whole says why that is all", async () => {
  const world = await aWorld()
  const { taskId, handler } = await aTask(world)
  must(await signForTask(handler, { taskId }))
  expect(codeOf(await finishTask(handler, { taskId, quantityDone: 565 }))).toBe("shortfall_note_missing")
  must(await finishTask(handler, { taskId, quantityDone: 565, note: "桥头5米已有护栏" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "done", quantityDone: 565 })
})

test("what is blocked says why, and goes on when that is gone", async () => {
  const world = await aWorld()
  const { taskId, handler } = await aTask(world)
  must(await signForTask(handler, { taskId }))
  expect(codeOf(await blockTask(handler, { taskId, reason: "" }))).toBe("task_reason_missing")
  must(await blockTask(handler, { taskId, reason: "护栏没有到货" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "blocked", reason: "护栏没有到货" })
  expect(codeOf(await reportProgress(handler, { taskId, quantityDone: 1, note: "" }))).toBe("task_moved_on")
  must(await resumeTask(handler, { taskId }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "doing", reason: "" })
})

test("nobody inspects what they did themselves", async () => {
  const world = await aWorld()
  const both = await world.as("secretary", "handler")
  const { taskId } = await aFinishedTask(world, { handlerPersonId: (await world.as("handler")).actor.personId })
  const inspection = { taskId, passed: true, note: "", recheckOn: null }
  const self = { ...both, actor: { ...both.actor, personId: (await world.as("handler")).actor.personId } }
  expect(codeOf(await inspectTask(self, inspection))).toBe("own_work")
  expect(codeOf(await inspectTask(await world.as("handler"), inspection))).toBe("forbidden")
  expect(codeOf(await inspectTask(await world.as("reviewer"), inspection))).toBe("done")
})

test("what fails its inspection goes back with the reason, and is done no more", async () => {
  const world = await aWorld()
  const { taskId, secretary, handler } = await aFinishedTask(world)
  const failed = { taskId, passed: false, note: "", recheckOn: null }
  expect(codeOf(await inspectTask(secretary, failed))).toBe("rework_note_missing")
  must(await inspectTask(secretary, { ...failed, note: "西段松动" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "doing", doneAt: null })
  expect((await reportsIn(world, taskId)).at(-1)).toMatchObject({ kind: "reworked", note: "西段松动" })
  must(await finishTask(handler, { taskId }))
})

test("a recheck lies ahead of its inspection", async () => {
  const { taskId, secretary } = await aFinishedTask(await aWorld())
  const input = { taskId, passed: true, note: "", recheckOn: "2026-10-08" }
  expect(codeOf(await inspectTask(secretary, input))).toBe("recheck_not_later")
})

test("residents who are not content send it back", async () => {
  const world = await aWorld()
  const { taskId, secretary } = await anInspectedTask(world)
  expect(codeOf(await rateTask(secretary, { taskId, level: "dissatisfied", note: "" }))).toBe("rework_note_missing")
  must(await rateTask(secretary, { taskId, level: "dissatisfied", note: "夜里反光" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "doing", inspectedAt: null, inspectedBy: "" })
})

test("a recheck holds or sends it back, once", async () => {
  const world = await aWorld()
  const { taskId, secretary } = await anInspectedTask(world, "2026-11-08")
  must(await recheckTask(secretary, { taskId, passed: true, note: "" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "inspected", recheckedAt: world.clock.now })
  expect(codeOf(await recheckTask(secretary, { taskId, passed: true, note: "" }))).toBe("no_recheck_due")
})

test("what did not hold until its recheck is work again", async () => {
  const world = await aWorld()
  const { taskId, secretary } = await anInspectedTask(world, "2026-11-08")
  must(await recheckTask(secretary, { taskId, passed: false, note: "又堵了" }))
  expect(await taskIn(world, taskId)).toMatchObject({ state: "doing", recheckOn: null })
  expect(codeOf(await recheckTask(secretary, { taskId, passed: true, note: "" }))).toBe("task_moved_on")
})

test("without a recheck agreed on there is none", async () => {
  const { taskId, secretary } = await anInspectedTask(await aWorld())
  expect(codeOf(await recheckTask(secretary, { taskId, passed: true, note: "" }))).toBe("no_recheck_due")
})
