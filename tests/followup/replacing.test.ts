import { expect, test } from "vitest"
import { openNextProposal } from "~/agenda/proposals"
import { findTopic } from "~/agenda/store"
import { decideTopicIn } from "~/agenda/topics"
import { assignTasks } from "~/followup/assigning"
import { replaceTask } from "~/followup/redirecting"
import { findTask } from "~/followup/task-store"
import { blockTask, signForTask } from "~/followup/working"
import type { Ctx } from "~/web/context"
import { aWorld, type World } from "../world"
import { anAssignment, aReferredIssue, aTask, aTaskOfIssue, codeOf, must } from "./factories"

async function block(by: Ctx, taskId: string) {
  must(await signForTask(by, { taskId }))
  must(await blockTask(by, { taskId, reason: "车库业主不同意" }))
}

const topicIn = async (world: World, topicId: string) => (await findTopic(world.db.read, world.community.id, topicId))!
const stateOf = async (world: World, taskId: string) =>
  (await findTask(world.db.read, world.community.id, taskId))!.state

test("a blocked task gives way, and its topic opens the next proposal", async () => {
  const world = await aWorld()
  const { taskId, topicId, secretary, handler } = await aTask(world)
  await block(handler, taskId)
  const before = await topicIn(world, topicId)
  must(await replaceTask(secretary, { taskId, reason: "车库业主不同意开挖" }))
  expect(await stateOf(world, taskId)).toBe("replaced")
  expect(await topicIn(world, topicId)).toMatchObject({
    state: "proposed",
    outcome: null,
    proposalOrdinal: before.proposalOrdinal + 1,
  })
})

test("two blocked tasks of one resolution open one next proposal", async () => {
  const world = await aWorld()
  const { taskId, topicId, resolutionId, secretary, handler } = await aTask(world)
  const item = anAssignment({ itemOrdinal: 2, quantity: "1800米", handlerPersonId: handler.actor.personId })
  const second = must(await assignTasks(secretary, { resolutionId, items: [item] })).tasks[0]!.taskId
  for (const id of [taskId, second]) await block(handler, id)
  must(await replaceTask(secretary, { taskId, reason: "车库业主不同意" }))
  const { proposalOrdinal } = await topicIn(world, topicId)
  must(await replaceTask(secretary, { taskId: second, reason: "车库业主不同意" }))
  expect(await topicIn(world, topicId)).toMatchObject({ proposalOrdinal })
})

test("what is not blocked stays, and so does its topic", async () => {
  const world = await aWorld()
  const { taskId, topicId, secretary } = await aTask(world)
  expect(codeOf(await replaceTask(secretary, { taskId, reason: "不办了" }))).toBe("task_moved_on")
  expect((await topicIn(world, topicId)).state).toBe("decided")
})

test("when the topic refuses, the task stays blocked", async () => {
  const world = await aWorld()
  const { taskId, secretary, handler } = await aTask(world)
  await block(handler, taskId)
  expect(codeOf(await replaceTask(secretary, { taskId, reason: "" }))).toBe("replace_reason_missing")
  expect(codeOf(await replaceTask(handler, { taskId, reason: "走不通" }))).toBe("forbidden")
  expect(await stateOf(world, taskId)).toBe("blocked")
})

test("a task of an issue has no other proposal to go to", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const taskId = await aTaskOfIssue(secretary, await aReferredIssue(secretary))
  await block(secretary, taskId)
  expect(codeOf(await replaceTask(secretary, { taskId, reason: "走不通" }))).toBe("task_without_topic")
})

test("a task left over from a proposal that gave way long ago does not block the one agreed on since", async () => {
  const world = await aWorld()
  const { taskId, topicId, secretary, handler } = await aTask(world, {}, { motions: [{ proposal: true }] })
  await block(handler, taskId)
  must(await openNextProposal(secretary, { topicId, reason: "车库业主不同意" }))
  await world.db.tx(`topic:${topicId}`, q => decideTopicIn(q, secretary, topicId, "agreed"))
  const second = await topicIn(world, topicId)
  must(await replaceTask(secretary, { taskId, reason: "车库业主不同意" }))
  expect(await stateOf(world, taskId)).toBe("replaced")
  expect(await topicIn(world, topicId)).toEqual(second)
})
