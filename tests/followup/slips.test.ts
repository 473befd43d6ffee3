import { expect, test } from "vitest"
import { chaseTask, replyToChase } from "~/followup/chasing"
import { listPeopleWithDuties, readDutyList } from "~/followup/duty-list"
import { printChaseSlip, printDutyList, printTaskSlip } from "~/followup/slips"
import { finishTask, reportProgress, signForTask } from "~/followup/working"
import { readDocument } from "~/records/document-reading"
import type { Ctx } from "~/web/context"
import { anIssue } from "../intake/factories"
import { readText } from "../templates/read-pdf"
import { aWorld } from "../world"
import { aFinishedTask, aTask, codeOf, must } from "./factories"

const textOf = async (ctx: Ctx, documentId: string) =>
  readText(new Uint8Array(must(await readDocument(ctx, documentId)).content)).replaceAll(/\s/g, "")

test("the slip says what, on what it rests, who and by when, and leaves room to sign for it", async () => {
  const { taskId, secretary, handler } = await aTask(await aWorld())
  const { document } = must(await printTaskSlip(secretary, taskId))
  expect(document).toMatchObject({ kind: "assignment", number: "振社办〔2026〕1号", version: 1 })
  const text = await textOf(handler, document.id)
  for (const words of [
    "振兴社区交办单",
    "修复河道护栏",
    "（振社议决〔2026〕1号）第1项",
    "2026年第三次协商议事会议定",
    "悦园物业",
    "570米，2026年11月30日前完成",
    "签收人：",
    "□施工前照片",
  ])
    expect(text).toContain(words)
})

test("printed again the same slip is the same sheet; with progress it is the next version, filled in", async () => {
  const { taskId, secretary, handler } = await aTask(await aWorld())
  const first = must(await printTaskSlip(secretary, taskId))
  expect(must(await printTaskSlip(secretary, taskId))).toEqual({ document: first.document, isNew: false })
  must(await signForTask(handler, { taskId }))
  must(await reportProgress(handler, { taskId, quantityDone: 380, note: "东段做完。" }))
  const next = must(await printTaskSlip(secretary, taskId)).document
  expect(next.version).toBe(2)
  const text = await textOf(handler, next.id)
  expect(text).toContain("卯四，2026年10月8日")
  expect(text).toContain("2026年10月8日：报进展，380/570米，东段做完")
})

test("the chase's slip says how late it is and carries the reply once there is one", async () => {
  const world = await aWorld()
  const { taskId, secretary, handler } = await aTask(world)
  world.clock.now = new Date("2026-12-03T01:00:00.000Z")
  const demand = { taskId, demand: "三天内完工", replyDueOn: "2026-12-06" }
  const { chaseId } = must(await chaseTask(secretary, demand))
  const { document } = must(await printChaseSlip(secretary, { taskId, chaseId }))
  const text = await textOf(handler, document.id)
  for (const words of ["振社督〔2026〕1号", "振社办〔2026〕1号", "第1次，黄牌，已逾期3天", "2026年12月6日", "反馈人："])
    expect(text).toContain(words)
  must(await replyToChase(handler, { taskId, chaseId, reply: "材料周五到" }))
  const again = must(await printChaseSlip(secretary, { taskId, chaseId })).document
  expect(again.version).toBe(2)
  expect(await textOf(handler, again.id)).toContain("材料周五到")
})

test("the duty list of a grid worker has their tasks, done and not, and the open issues they brought", async () => {
  const world = await aWorld()
  const gridWorker = await world.as("gridWorker")
  const { personId, name } = gridWorker.actor
  await anIssue(gridWorker, { collectorName: name, place: "银杏家园9栋" })
  await aTask(world, { handlerPersonId: personId, handler: name })
  const list = must(await readDutyList(gridWorker, personId!))
  expect(list.lines.map(line => [line.kind, line.about, line.state, line.isDone])).toEqual([
    ["task", "0/570米", "待签收", false],
    ["issue", "银杏家园9栋", "待受理", false],
  ])
  const { document } = must(await printDutyList(gridWorker, personId!))
  const text = await textOf(gridWorker, document.id)
  for (const words of ["振兴社区履职清单", name, "修复河道护栏", "11月30日", "银杏家园9栋"])
    expect(text).toContain(words)
})

test("what was finished this year stands ticked on the duty list, what was finished earlier is gone", async () => {
  const world = await aWorld()
  const { handler } = await aFinishedTask(world)
  const { personId } = handler.actor
  expect(must(await readDutyList(handler, personId!)).lines).toMatchObject([{ isDone: true }])
  world.clock.now = new Date("2027-01-08T01:00:00.000Z")
  expect(must(await readDutyList(handler, personId!)).lines).toEqual([])
  expect(codeOf(await printDutyList(handler, personId!))).toBe("duty_list_empty")
})

test("a duty list is for the one it is about and for the office", async () => {
  const world = await aWorld()
  const { secretary, handler } = await aTask(world)
  const personId = handler.actor.personId!
  const { document } = must(await printDutyList(secretary, personId))
  const gridWorker = await world.as("gridWorker")
  expect(codeOf(await readDutyList(gridWorker, personId))).toBe("forbidden")
  expect(codeOf(await printDutyList(gridWorker, personId))).toBe("forbidden")
  expect(codeOf(await readDocument(gridWorker, document.id))).toBe("forbidden")
  expect(codeOf(await readDocument(await world.as("delegate"), document.id))).toBe("forbidden")
  expect(codeOf(await readDocument(handler, document.id))).toBe("done")
  expect(codeOf(await readDutyList(secretary, "别处"))).toBe("not_found")
})

test("only the office prints slips", async () => {
  const { taskId, handler } = await aTask(await aWorld())
  expect(codeOf(await printTaskSlip(handler, taskId))).toBe("forbidden")
  expect(codeOf(await printChaseSlip(handler, { taskId, chaseId: "别处" }))).toBe("forbidden")
})

test("whose list to look at is asked with everybody who has something to do, and only of the office", async () => {
  const world = await aWorld()
  const { secretary, handler, taskId } = await aTask(world)
  const gridWorker = await world.as("gridWorker")
  await anIssue(gridWorker, { collectorName: gridWorker.actor.name })
  const { personId, name } = handler.actor
  const others = { personId: gridWorker.actor.personId, name: gridWorker.actor.name, open: 1, late: 0 }
  expect(await listPeopleWithDuties(secretary)).toEqual(
    expect.arrayContaining([{ personId, name, open: 1, late: 0 }, others]),
  )
  expect(await listPeopleWithDuties(secretary)).toHaveLength(2)
  expect(await listPeopleWithDuties(handler)).toEqual([])
  must(await signForTask(handler, { taskId }))
  must(await finishTask(handler, { taskId }))
  expect(await listPeopleWithDuties(secretary)).toEqual([others])
})

test("whoever is late stands first", async () => {
  const world = await aWorld()
  const { secretary, handler } = await aTask(world)
  world.clock.now = new Date("2026-12-03T01:00:00.000Z")
  expect(await listPeopleWithDuties(secretary)).toMatchObject([{ name: handler.actor.name, open: 1, late: 1 }])
})
