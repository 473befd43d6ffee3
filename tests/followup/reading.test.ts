import { expect, test } from "vitest"
import { inspectTask } from "~/followup/inspecting"
import { readTask } from "~/followup/task-reading"
import { finishTask, signForTask } from "~/followup/working"
import { aWorld } from "../world"
import { aReferredIssue, aTask, aTaskOfIssue, codeOf, must } from "./factories"

test("each sees the next step that is theirs: the handler signs, the office prints, others only look", async () => {
  const world = await aWorld()
  const { taskId, handler, secretary } = await aTask(world)
  expect(must(await readTask(handler, taskId)).can).toMatchObject({ signFor: true, print: false, inspect: false })
  expect(must(await readTask(secretary, taskId))).toMatchObject({
    isForOther: true,
    can: { signFor: true, print: true },
  })
  const others = [await world.as("gridWorker"), await world.as("viewer"), await world.as("delegate")]
  for (const ctx of others) {
    const { open: _, ...can } = must(await readTask(ctx, taskId)).can
    expect(Object.values(can).some(Boolean)).toBe(false)
  }
  expect(codeOf(await readTask(world.asStranger(), taskId))).toBe("forbidden")
  expect(codeOf(await readTask(secretary, "别处"))).toBe("not_found")
})

test("the proposer's answer is asked for when the work is inspected, and only then", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const issueId = await aReferredIssue(secretary)
  const taskId = await aTaskOfIssue(secretary, issueId)
  must(await signForTask(secretary, { taskId }))
  must(await finishTask(secretary, { taskId }))
  expect(must(await readTask(secretary, taskId)).toAnswer).toEqual([])
  must(await inspectTask(secretary, { taskId, passed: true, note: "", recheckOn: null }))
  expect(must(await readTask(secretary, taskId)).toAnswer).toMatchObject([{ id: issueId }])
  expect(must(await readTask(await world.as("viewer"), taskId)).toAnswer).toEqual([])
})

test("whoever reads no issues is told where a task comes from, without the way there", async () => {
  const world = await aWorld()
  const secretary = await world.as("secretary")
  const taskId = await aTaskOfIssue(secretary, await aReferredIssue(secretary))
  expect(must(await readTask(secretary, taskId)).source.issue?.mayRead).toBe(true)
  expect(must(await readTask(await world.as("handler"), taskId)).source.issue?.mayRead).toBe(false)
})
