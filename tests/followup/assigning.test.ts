import { expect, test } from "vitest"
import { listResolutionsToAssign, readIssueToAssign, readResolutionToAssign } from "~/followup/assign-reading"
import { assignTaskOfIssue, assignTasks } from "~/followup/assigning"
import { rescheduleTask } from "~/followup/redirecting"
import { findTask } from "~/followup/task-store"
import { listTaskRows, listTasksOfIssue, listTasksOfTopic } from "~/followup/task-views"
import { mergeIssues } from "~/intake/merging"
import { listAuditEntries } from "~/registry/store"
import { anAnswer, anIssue } from "../intake/factories"
import { aWorld, type World } from "../world"
import {
  anApprovedResolution,
  anAssignment,
  aReferredIssue,
  aTask,
  aTaskOfIssue,
  codeOf,
  must,
  riverItems,
} from "./factories"

async function assign(world: World, ...overrides: Parameters<typeof anAssignment>[0][]) {
  const secretary = await world.as("secretary")
  const { resolutionId, topicId } = await anApprovedResolution(world)
  const items = overrides.map(one => anAssignment(one))
  return { secretary, topicId, resolutionId, items, result: await assignTasks(secretary, { resolutionId, items }) }
}

test("each item of an approved resolution becomes a task with its own number, and no full stop at its end", async () => {
  const world = await aWorld()
  const { secretary, topicId, result } = await assign(
    world,
    {},
    { itemOrdinal: 2, handler: "丁四", dueOn: "2026-12-31", quantity: "1800米" },
    { itemOrdinal: 3, handler: "社区居委会", dueOn: "2026-12-31", quantity: "" },
  )
  expect(must(result).tasks.map(task => task.number)).toEqual([
    "振社办〔2026〕1号",
    "振社办〔2026〕2号",
    "振社办〔2026〕3号",
  ])
  const tasks = await listTasksOfTopic(secretary, topicId)
  expect(tasks.map(task => [task.content, task.quantityTotal, task.unit, task.handler, task.state])).toEqual([
    ["修复河道护栏", 570, "米", "悦园物业", "assigned"],
    ["铺设滨河步道", 1800, "米", "丁四", "assigned"],
    ["增设充电桩", null, "", "社区居委会", "assigned"],
  ])
})

test("a second click finds the first task, another thought is refused", async () => {
  const world = await aWorld()
  const { secretary, resolutionId, items, result } = await assign(world, {})
  expect(await assignTasks(secretary, { resolutionId, items })).toEqual(result)
  const other = [anAssignment({ handler: "别的物业" })]
  expect(codeOf(await assignTasks(secretary, { resolutionId, items: other }))).toBe("item_assigned_otherwise")
})

test("two clicks at once leave one task", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const { resolutionId, topicId } = await anApprovedResolution(world)
  const items = [anAssignment()]
  await Promise.all([1, 2, 3].map(() => assignTasks(secretary, { resolutionId, items })))
  expect(await listTasksOfTopic(secretary, topicId)).toHaveLength(1)
})

test("when one item is faulty, none is handed out and no number is spent", async () => {
  const world = await aWorld()
  const { secretary, topicId, result, resolutionId } = await assign(world, {}, { itemOrdinal: 2, dueOn: "2026-10-07" })
  expect(result).toMatchObject({ code: "due_in_past", detail: { row: 2, field: "dueOn-2" } })
  expect(await listTasksOfTopic(secretary, topicId)).toEqual([])
  const items = [anAssignment()]
  expect(must(await assignTasks(secretary, { resolutionId, items })).tasks[0]!.number).toBe("振社办〔2026〕1号")
})

test.each([
  ["handler_missing", { handler: "" }],
  ["due_date_missing", { dueOn: "" }],
  ["quantity_unreadable", { quantity: "若干" }],
  ["item_not_there", { itemOrdinal: 4 }],
])("an assignment is refused with %s", async (code, overrides) => {
  expect(codeOf((await assign(await aWorld(), overrides)).result)).toBe(code)
})

test("only somebody whose account works on tasks is given one by name", async () => {
  const world = await aWorld()
  const delegate = await world.as("delegate")
  const { result } = await assign(world, { handlerPersonId: delegate.actor.personId })
  expect(codeOf(result)).toBe("handler_without_account")
  const gridWorker = await world.as("gridWorker")
  const { taskId } = await aTask(world, { handlerPersonId: gridWorker.actor.personId }, { sequence: 4 })
  expect((await findTask(world.db.read, world.community.id, taskId))?.handlerPersonId).toBe(gridWorker.actor.personId)
})

test("a draft is not handed out, nor by anybody but the office", async () => {
  const world = await aWorld()
  const { resolutionId } = await anApprovedResolution(world)
  const items = [anAssignment()]
  expect(codeOf(await assignTasks(await world.as("handler"), { resolutionId, items }))).toBe("forbidden")
  expect(codeOf(await assignTasks(world.asStranger(), { resolutionId, items }))).toBe("forbidden")
  expect(codeOf(await assignTasks(await world.as("secretary"), { resolutionId: "别处", items }))).toBe("not_found")
})

test("an issue referred to a department becomes a task, found again under the issue", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const issueId = await aReferredIssue(secretary)
  const taskId = await aTaskOfIssue(secretary, issueId)
  expect(await aTaskOfIssue(secretary, issueId)).toBe(taskId)
  expect((await listTasksOfIssue(secretary, issueId)).map(task => task.taskId)).toEqual([taskId])
})

test("what is typed for an issue's task loses its full stop too, and a second click still finds it", async () => {
  const secretary = await (await aWorld()).as("secretary")
  const issueId = await aReferredIssue(secretary)
  const input = { issueId, content: "换井盖。先围起来。", handler: "市政", handlerPersonId: null, dueOn: "2026-10-20" }
  const { taskId } = must(await assignTaskOfIssue(secretary, input))
  expect(must(await assignTaskOfIssue(secretary, input)).taskId).toBe(taskId)
  expect((await listTasksOfIssue(secretary, issueId)).map(task => task.content)).toEqual(["换井盖。先围起来"])
})

test("an issue still to be sorted is handed to nobody", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")

  const input = { content: "换灯", handler: "丁四", handlerPersonId: null, dueOn: "2026-10-20" }
  const issueId = await anIssue(secretary)
  expect(codeOf(await assignTaskOfIssue(secretary, { issueId, ...input }))).toBe("issue_not_for_task")
})

test("what was merged is handed out with the issue it was merged into", async () => {
  const secretary = await (await aWorld()).as("secretary")
  const headId = await aReferredIssue(secretary)
  const issueId = await anIssue(secretary, { place: "同一处" })
  const merging = { intoId: headId, issueIds: [issueId], reason: "同一个井盖", firstAnswer: anAnswer() }
  must(await mergeIssues(secretary, merging))
  const input = { issueId, content: "换井盖", handler: "市政", handlerPersonId: null, dueOn: "2026-10-20" }
  expect(codeOf(await assignTaskOfIssue(secretary, input))).toBe("issue_merged")
  expect(codeOf(await readIssueToAssign(secretary, issueId))).toBe("issue_merged")
  expect(await aTaskOfIssue(secretary, headId)).not.toBe("")
})

test("the list counts its tabs and shows one's own tasks first", async () => {
  const world = await aWorld()
  const { handler, secretary } = await aTask(world, { dueOn: "2026-12-31" })
  await aTask(world, { handlerPersonId: null, handler: "别的物业", dueOn: "2026-10-20" }, { sequence: 4 })
  world.clock.now = new Date("2026-10-25T01:00:00.000Z")
  const list = must(await listTaskRows(handler, { tab: "open" }))
  expect(list.rows.map(row => row.handler)).toEqual(["悦园物业", "别的物业"])
  expect(list.counts).toMatchObject({ open: 2, mine: 1, toSign: 2, late: 1, finished: 0 })
  const filtered = must(await listTaskRows(secretary, { tab: "late", handler: "悦园物业" }))
  expect(filtered.rows).toEqual([])
  expect(codeOf(await listTaskRows(world.asStranger(), { tab: "open" }))).toBe("forbidden")
})

test("another due date needs a reason and stands in the task's life", async () => {
  const world = await aWorld()
  const { taskId, secretary, handler } = await aTask(world)
  const input = { taskId, dueOn: "2026-12-15", reason: "汛期不能施工" }
  expect(codeOf(await rescheduleTask(handler, input))).toBe("forbidden")
  expect(codeOf(await rescheduleTask(secretary, { ...input, reason: "" }))).toBe("reschedule_reason_missing")
  expect(codeOf(await rescheduleTask(secretary, { ...input, dueOn: riverItems[0]!.dueOn }))).toBe("due_unchanged")
  must(await rescheduleTask(secretary, input))
  expect((await findTask(world.db.read, world.community.id, taskId))?.dueOn).toBe("2026-12-15")
  const entries = await listAuditEntries(world.db.read, world.community.id, [{ kind: "task", ids: [taskId] }])
  expect(entries.map(entry => entry.action)).toEqual(["task.assigned", "task.rescheduled"])
})

test("the form is filled in from the resolution: quantity, handler's account, and the day unless it is over", async () => {
  const world = await aWorld()
  const handler = await world.as("handler")
  const { resolutionId, key } = await anApprovedResolution(world, [
    { content: "翻新步道1800米。", handler: handler.actor.name, dueOn: "2026-12-31" },
    { content: "增设充电桩。", handler: "社区居委会", dueOn: "2026-10-01", quantity: "3组" },
  ])
  const secretary = await world.as("secretary")
  const { items, roundId } = must(await readResolutionToAssign(secretary, resolutionId))
  expect(roundId).toBe(key.roundId)
  expect(items).toMatchObject([
    { quantity: "1,800米", handlerPersonId: handler.actor.personId, dueOn: "2026-12-31", dueBefore: "", task: null },
    { quantity: "3组", handlerPersonId: "", dueOn: "", dueBefore: "2026年10月1日", task: null },
  ])
  expect(codeOf(await readResolutionToAssign(handler, resolutionId))).toBe("forbidden")
})

test("an approved resolution waits until each of its items is in somebody's hands", async () => {
  const world = await aWorld()
  const { secretary, resolutionId } = await assign(world, {}, { itemOrdinal: 2, quantity: "" })
  expect(await listResolutionsToAssign(secretary)).toMatchObject([{ resolutionId, waiting: 1, of: 3 }])
  expect(await listResolutionsToAssign(await world.as("handler"))).toEqual([])
  must(await assignTasks(secretary, { resolutionId, items: [anAssignment({ itemOrdinal: 3, quantity: "" })] }))
  expect(await listResolutionsToAssign(secretary)).toEqual([])
})
