import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { recordFieldwork } from "~/agenda/fieldwork"
import { openNextProposal, saveProposal } from "~/agenda/proposals"
import { listReadyTopics, readTopic } from "~/agenda/topic-reading"
import { editTopic } from "~/agenda/topics"
import type { Ctx } from "~/web/context"
import { aDecidedTopic, aReadyTopic, aWording } from "./factories"

const entry = {
  doneOn: "2026-10-08",
  place: "3栋、5栋楼下",
  participants: "乙二、丙三、物业一人",
  findings: "早上7点测得58分贝，两户老人说听得清。",
}

const aTopicWaitingForFieldwork = (ctx: Ctx) => aDecidedTopic(ctx, "needsFieldwork")

test("a topic sent out for fieldwork waits for it, with the day it is to be back", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aTopicWaitingForFieldwork(ctx)
  expect(await readTopic(ctx, topicId)).toMatchObject({
    value: { state: "fieldwork", outcome: "needsFieldwork", returnOn: "2026年11月8日", mayRecordFieldwork: true },
  })
  expect(await listReadyTopics(ctx)).toEqual([])
  expect(await saveProposal(ctx, { topicId, version: 1, ...aWording({ content: "别的" }) })).toMatchObject({
    code: "topic_fixed",
  })
  expect(await editTopic(ctx, { topicId, version: 1, title: "别的", background: "" })).toMatchObject({
    code: "topic_fixed",
  })
  expect(await openNextProposal(ctx, { topicId, reason: "办不成" })).toMatchObject({ code: "topic_not_agreed" })
})

test("with its fieldwork recorded it is ready again, the wording as it was and free to be bettered", async () => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aTopicWaitingForFieldwork(ctx)
  expect((await recordFieldwork(ctx, { topicId, ...entry })).ok).toBe(true)
  expect(await readTopic(ctx, topicId)).toMatchObject({
    value: {
      state: "prepared",
      outcome: null,
      returnOn: "",
      mayRecordFieldwork: false,
      fieldworks: [{ ...entry, doneOn: "2026年10月8日", by: "乙二" }],
    },
  })
  expect(await listReadyTopics(ctx)).toMatchObject([{ id: topicId, version: 1 }])
  const better = aWording({ content: "装在广场边，音量不过60分贝。" })
  expect(await saveProposal(ctx, { topicId, version: 1, ...better })).toMatchObject({ value: { version: 2 } })
})

test("fieldwork is recorded where it is owed, once", async () => {
  const ctx = await (await aWorld()).as("secretary")
  expect(await recordFieldwork(ctx, { topicId: "invented", ...entry })).toMatchObject({ code: "not_found" })
  const ready = await aReadyTopic(ctx)
  expect(await recordFieldwork(ctx, { topicId: ready, ...entry })).toMatchObject({ code: "fieldwork_not_owed" })
  const topicId = await aTopicWaitingForFieldwork(ctx)
  const recorded = await Promise.all([1, 2].map(() => recordFieldwork(ctx, { topicId, ...entry })))
  expect(recorded.filter(one => one.ok)).toHaveLength(1)
  expect(recorded.find(one => !one.ok)).toMatchObject({ code: "fieldwork_not_owed" })
})

test.each([
  ["on no real day", { doneOn: "2026-02-30" }, "fieldwork_date_wrong"],
  ["tomorrow", { doneOn: "2026-10-09" }, "fieldwork_in_future"],
  ["nowhere", { place: " " }, "fieldwork_incomplete"],
  ["by nobody", { participants: "" }, "fieldwork_incomplete"],
  ["that found nothing", { findings: "" }, "fieldwork_incomplete"],
])("fieldwork done %s is refused", async (_, overrides, code) => {
  const ctx = await (await aWorld()).as("secretary")
  const topicId = await aTopicWaitingForFieldwork(ctx)
  expect(await recordFieldwork(ctx, { topicId, ...entry, ...overrides })).toMatchObject({ code })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s records no fieldwork",
  async role => {
    const world = await aWorld()
    const topicId = await aTopicWaitingForFieldwork(await world.as("secretary"))
    expect(await recordFieldwork(await world.as(role), { topicId, ...entry })).toMatchObject({ code: "forbidden" })
  },
)
