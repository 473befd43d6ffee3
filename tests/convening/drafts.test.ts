import { expect, test } from "vitest"
import { aReadyTopic } from "#tests/agenda/factories"
import { aWorld } from "#tests/world"
import { readDraft } from "~/convening/draft-reading"
import { listMeetingRows } from "~/convening/meeting-reading"
import { draftMeeting, editMeeting } from "~/convening/meetings"
import { listAgendaItems, listParticipants } from "~/convening/store"
import { aConvenedMeeting, aDelegate, aDraft, aVenue } from "./factories"

test("a draft keeps what was chosen, its agenda in order and the ids of what stays", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aDraft(world)
  const [before] = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
  const report = { id: null, title: "上次会议办理情况", topicId: null, handling: "report" as const, minutes: 10 }
  const agenda = [report, { ...edit.agenda[0]!, id: before!.id, minutes: 50 }]
  expect((await editMeeting(ctx, { ...edit, agenda })).ok).toBe(true)
  const after = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
  expect(after.map(item => [item.ordinal, item.title, item.minutes])).toEqual([
    [1, "上次会议办理情况", 10],
    [2, "楼道堆物怎么清", 50],
  ])
  expect(after[1]!.id).toBe(before!.id)
})

test("the second of two editors is told what the first changed, and loses nothing", async () => {
  const world = await aWorld()
  const { ctx, edit } = await aDraft(world)
  const venueId = await aVenue(ctx, "二号议事点")
  await editMeeting(ctx, { ...edit, venueId })
  const refused = await editMeeting(ctx, { ...edit, agenda: [] })
  expect(refused).toMatchObject({ code: "changed_meanwhile", detail: { by: "乙二", version: edit.version + 1 } })
  expect(!refused.ok && refused.detail.changes).toContainEqual({ label: "地点", now: "二号议事点" })
  expect((await editMeeting(ctx, { ...edit, agenda: [], version: edit.version + 1 })).ok).toBe(true)
})

test("nobody is chosen twice, in two delegations or both to vote and to observe", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aDraft(world)
  const resident = await aDelegate(ctx, { name: "辰五" })
  const party = await aDelegate(ctx, { personId: resident.personId, delegation: "party" })
  const refused = { code: "person_twice", detail: { field: "participants", name: "辰五" } }
  const both = { ...edit, entitledDelegateIds: [resident.id, party.id] }
  expect(await editMeeting(ctx, both)).toMatchObject(refused)
  const observing = { ...edit, entitledDelegateIds: [resident.id], observerDelegateIds: [resident.id] }
  expect(await editMeeting(ctx, observing)).toMatchObject(refused)
  // What was refused left everything as it was, the version too.
  expect(await listParticipants(ctx.db.read, ctx.community.id, meetingId)).toHaveLength(2)
  expect((await editMeeting(ctx, edit)).ok).toBe(true)
})

test("a topic stands on an agenda once", async () => {
  const world = await aWorld()
  const { ctx, edit } = await aDraft(world)
  const agenda = [edit.agenda[0]!, edit.agenda[0]!]
  expect(await editMeeting(ctx, { ...edit, agenda })).toMatchObject({ code: "agenda_topic_twice" })
})

test.each([
  ["venue", { venueId: "invented" }],
  ["chair", { chairPersonId: "invented" }],
  ["delegate", { entitledDelegateIds: ["invented"] }],
  ["topic", { agenda: [{ id: null, title: "", topicId: "invented", handling: "report" as const, minutes: 5 }] }],
])("an invented %s is not found", async (_, overrides) => {
  const world = await aWorld()
  const { ctx, edit } = await aDraft(world)
  expect(await editMeeting(ctx, { ...edit, ...overrides })).toMatchObject({ code: "not_found" })
})

test("the draft's page offers ready topics that are not on it, and says who has no account", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world)
  const other = await aReadyTopic(ctx, { title: "电梯噪声" })
  const draft = await readDraft(ctx, meetingId)
  if (!draft.ok) throw new Error(draft.code)
  expect(draft.value.readyTopics.map(topic => topic.id)).toEqual([other])
  expect(draft.value.problems).toEqual([])
  expect(draft.value.officers.find(one => one.label === "寅三")?.group).toContain("还没有账号")
  expect(draft.value).toMatchObject({ date: "2026-10-15", startTime: "14:30", endTime: "16:00" })
})

test("an unknown kind of meeting is refused beside its field", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  expect(await draftMeeting(ctx, { preset: "council" })).toMatchObject({
    code: "preset_unknown",
    detail: { field: "preset" },
  })
})

test("the list shows what is coming to all who read meetings, and drafts to the secretary alone", async () => {
  const world = await aWorld()
  const { ctx } = await aConvenedMeeting(world)
  await aDraft(world)
  expect(await listMeetingRows(ctx)).toMatchObject({
    value: { upcoming: [{ title: "第1次协商议事会" }], drafts: [{}] },
  })
  expect(await listMeetingRows(await world.as("delegate"))).toMatchObject({ value: { upcoming: [{}], drafts: [] } })
  expect(await listMeetingRows(world.asStranger())).toMatchObject({ code: "forbidden" })
})

test("where the venue is taken the page offers those that are free, and each item has its time", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await aVenue(ctx, "一号议事点")
  await aConvenedMeeting(world, { venueId })
  const { meetingId } = await aDraft(world, { venueId })
  const free = await aVenue(ctx, "二号议事点")
  const draft = await readDraft(ctx, meetingId)
  if (!draft.ok) throw new Error(draft.code)
  expect(draft.value.freeVenues).toEqual([{ id: free, name: "二号议事点" }])
  expect(draft.value.agenda[0]).toMatchObject({ span: "14:30–15:10" })
  expect(draft.value.available).toBe(90)
})
