import { createHash } from "node:crypto"
import { expect, test } from "vitest"
import { aDecidedTopic, aReadyTopic, aWording, forDeliberation } from "#tests/agenda/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { openNextProposal, saveProposal } from "~/agenda/proposals"
import { routeTopic } from "~/agenda/routing"
import { listReadyTopics, readTopic } from "~/agenda/topic-reading"
import { convene } from "~/convening/convene"
import { readConvening } from "~/convening/convening-preview"
import { readMeeting } from "~/convening/meeting-reading"
import { cancelMeeting, draftMeeting, editMeeting } from "~/convening/meetings"
import { ruleOfMeeting } from "~/convening/readiness"
import type { Problem } from "~/convening/rules"
import { findMeeting, listAgendaItems, listParticipants } from "~/convening/store"
import { instantOf } from "~/law/civil-date"
import type { Result } from "~/law/result"
import { listAuditEntries } from "~/registry/store"
import * as presets from "~/rulebook/presets"
import { aConvenedMeeting, aDelegate, aDraft, aRepresentative, aVenue } from "./factories"

const problemsOf = (result: Result<unknown>): string[] =>
  result.ok ? [] : ((result.detail.problems as Problem[] | undefined) ?? []).map(one => `${one.field} ${one.code}`)

test("a convened meeting has its number, its title, its rule with the hash of it, and its topic scheduled", async () => {
  const world = await aWorld()
  const { ctx, meetingId, meeting, edit } = await aConvenedMeeting(world)
  expect(meeting).toMatchObject({ state: "convened", sequence: 1, year: 2026, title: "第1次协商议事会" })
  expect(meeting.ruleHash).toBe(createHash("sha256").update(meeting.ruleSnapshot!).digest("hex"))
  expect(await ruleOfMeeting(ctx.db.read, meeting)).toEqual(presets.presetOf("deliberation"))
  const topicId = edit.agenda[0]!.topicId!
  const topic = await readTopic(ctx, topicId)
  const [item] = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
  expect(topic).toMatchObject({ value: { state: "scheduled", proposal: { id: item!.proposalId } } })
  expect(item!.title).toBe("楼道堆物怎么清")
  expect(world.published).toContain(`meeting:${meetingId}`)
})

test("numbers run by kind of meeting and year, and a title of one's own stays", async () => {
  const world = await aWorld()
  await aConvenedMeeting(world)
  const second = await aConvenedMeeting(world, {
    title: "电梯专题协商会",
    startsAt: instantOf("2026-10-16", "14:30"),
    endsAt: instantOf("2026-10-16", "16:00"),
  })
  expect(second.meeting).toMatchObject({ sequence: 2, title: "电梯专题协商会" })
  const next = { startsAt: instantOf("2027-01-12", "14:30"), endsAt: instantOf("2027-01-12", "16:00") }
  expect((await aConvenedMeeting(world, next)).meeting).toMatchObject({
    sequence: 1,
    year: 2027,
    title: "第1次协商议事会",
  })
})

test("the notice carries the wording in force when it went out", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aDraft(world)
  const topicId = edit.agenda[0]!.topicId!
  await saveProposal(ctx, { topicId, version: 1, ...aWording({ content: "改过的做法" }) })
  await convene(ctx, { meetingId })
  const [item] = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
  const topic = await readTopic(ctx, topicId)
  expect(topic.ok && topic.value.proposal).toMatchObject({ id: item!.proposalId, version: 2 })
})

test("of a topic whose first proposal was blocked the notice carries the second", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aDraft(world)
  const topicId = await aDecidedTopic(ctx)
  await openNextProposal(ctx, { topicId, reason: "车库业主不同意" })
  const onAgenda = { ...edit, agenda: [{ ...edit.agenda[0]!, topicId }] }
  await saveProposal(ctx, { topicId, version: 0, ...aWording({ content: "改从绿化带开挖。" }) })
  expect(await editMeeting(ctx, onAgenda)).toMatchObject({ ok: true })
  expect(problemsOf(await convene(ctx, { meetingId }))).toEqual(["agenda topic_not_routed"])
  expect(await routeTopic(ctx, { topicId, answers: forDeliberation })).toMatchObject({ ok: true })
  const shown = await readConvening(ctx, meetingId)
  expect(shown.ok && shown.value.agenda.join()).toContain("第二个方案第1稿")
  expect((await convene(ctx, { meetingId })).ok).toBe(true)
  const [item] = await listAgendaItems(ctx.db.read, ctx.community.id, meetingId)
  expect(await readTopic(ctx, topicId)).toMatchObject({
    value: { state: "scheduled", proposal: { id: item!.proposalId, ordinal: 2, version: 1 } },
  })
})

test("an empty draft is told everything at once, each beside its field", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const drafted = await draftMeeting(ctx, { preset: "deliberation" })
  if (!drafted.ok) throw new Error(drafted.code)
  const refused = await convene(ctx, { meetingId: drafted.value.meetingId })
  expect(refused).toMatchObject({ code: "not_ready_to_convene" })
  expect(problemsOf(refused)).toEqual([
    "date date_missing",
    "endTime end_missing",
    "venueId venue_missing",
    "chairPersonId chair_missing",
    "recorderPersonId recorder_missing",
    "agenda agenda_empty",
    "participants participants_missing",
  ])
})

test.each([
  [
    "in the past",
    { startsAt: instantOf("2026-10-07", "09:00"), endsAt: instantOf("2026-10-07", "10:00") },
    "date meeting_in_past",
  ],
  ["ending before it starts", { endsAt: instantOf("2026-10-15", "14:00") }, "endTime ends_before_start"],
  ["ending as it starts", { endsAt: instantOf("2026-10-15", "14:30") }, "endTime ends_before_start"],
  ["without an agenda", { agenda: [] }, "agenda agenda_empty"],
  ["without delegates", { entitledDelegateIds: [] }, "participants participants_missing"],
  ["without a venue", { venueId: null }, "venueId venue_missing"],
  ["without a chair", { chairPersonId: null }, "chairPersonId chair_missing"],
  ["without a recorder", { recorderPersonId: null }, "recorderPersonId recorder_missing"],
])("a meeting %s is refused, and stays a draft", async (_, overrides, expected) => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world, overrides)
  expect(problemsOf(await convene(ctx, { meetingId }))).toEqual([expected])
  expect(await findMeeting(ctx.db.read, ctx.community.id, meetingId)).toMatchObject({ state: "draft", sequence: null })
})

test("a chair and a recorder need accounts, else nobody opens the console", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [chair, recorder] = [await aDelegate(ctx), await aDelegate(ctx)]
  const { meetingId } = await aDraft(world, { chairPersonId: chair.personId, recorderPersonId: recorder.personId })
  expect(problemsOf(await convene(ctx, { meetingId }))).toEqual([
    "chairPersonId chair_without_account",
    "recorderPersonId recorder_without_account",
  ])
})

test("a topic without a proposal, or on another agenda, keeps the notice back", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const [bare, taken] = [await aReadyTopic(ctx, { proposal: null }), await aReadyTopic(ctx)]
  const item = (topicId: string) => ({ id: null, title: "", topicId, handling: "deliberate" as const, minutes: 20 })
  await aConvenedMeeting(world, { agenda: [item(taken)] })
  for (const topicId of [bare, taken]) {
    const { meetingId } = await aDraft(world, {
      agenda: [item(topicId)],
      startsAt: instantOf("2026-10-16", "14:30"),
      endsAt: instantOf("2026-10-16", "16:00"),
    })
    expect(problemsOf(await convene(ctx, { meetingId }))).toEqual(["agenda agenda_topic_not_ready"])
  }
})

test("a delegate whose term is over by the day of the meeting is named", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const lastDay = await aDelegate(ctx, { until: "2026-10-15" })
  const ended = await aDelegate(ctx, { until: "2026-10-14", name: "辰五" })
  const { meetingId } = await aDraft(world, { entitledDelegateIds: [lastDay.id, ended.id] })
  const refused = await convene(ctx, { meetingId })
  expect(problemsOf(refused)).toEqual(["participants participants_ended"])
  expect(!refused.ok && (refused.detail.problems as Problem[])[0]!.detail).toEqual({ names: ["辰五"] })
})

// 民法典第201条: neither the day of sending nor the day of the meeting is counted; three whole days lie between.
test.each([
  ["2026-10-12", []],
  ["2026-10-11", ["reason-notice notice_needs_reason"]],
  ["2026-10-09", ["reason-notice notice_needs_reason"]],
])("sent on Thursday 8 October for %s, three calendar days of notice are kept or not", async (date, expected) => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world, {
    startsAt: instantOf(date, "08:00"),
    endsAt: instantOf(date, "09:30"),
  })
  expect(problemsOf(await convene(ctx, { meetingId }))).toEqual(expected)
})

test("a short notice goes out with its reason, which stands in the record", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world, {
    startsAt: instantOf("2026-10-09", "14:30"),
    endsAt: instantOf("2026-10-09", "16:00"),
  })
  expect(problemsOf(await convene(ctx, { meetingId, reasons: { notice: "  " } }))).toHaveLength(1)
  expect((await convene(ctx, { meetingId, reasons: { notice: "水管抢修" } })).ok).toBe(true)
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, meetingId)
  expect(meeting!.reasons).toEqual({ notice: "水管抢修" })
})

test("a venue that is taken is refused, also by a minute; after its end it is free", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await aVenue(ctx)
  const officers = {
    chairPersonId: (await world.as("administrator")).actor.personId,
    recorderPersonId: (await world.as("viewer")).actor.personId,
  }
  await aConvenedMeeting(world, { venueId })
  const at = (from: string, to: string) => ({
    startsAt: instantOf("2026-10-15", from),
    endsAt: instantOf("2026-10-15", to),
  })
  const overlapping = await aDraft(world, { venueId, ...officers, ...at("15:59", "17:00") })
  expect(problemsOf(await convene(ctx, { meetingId: overlapping.meetingId, reasons: { venue: "很急" } }))).toEqual([
    "venueId venue_taken",
  ])
  const after = await aDraft(world, { venueId, ...officers, ...at("16:00", "17:00") })
  expect((await convene(ctx, { meetingId: after.meetingId })).ok).toBe(true)
})

test("a cancelled meeting holds its venue no longer", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await aVenue(ctx)
  const first = await aConvenedMeeting(world, { venueId })
  const second = await aDraft(world, { venueId })
  await cancelMeeting(ctx, { meetingId: first.meetingId, reason: "停电" })
  expect((await convene(ctx, { meetingId: second.meetingId })).ok).toBe(true)
})

test("who sits in two meetings at once is named, and a reason lets it pass", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const both = await aDelegate(ctx, { name: "辰五" })
  await aConvenedMeeting(world, { entitledDelegateIds: [both.id] })
  const { meetingId } = await aDraft(world, { entitledDelegateIds: [both.id] })
  const refused = await convene(ctx, { meetingId })
  expect(problemsOf(refused)).toEqual(["reason-persons persons_need_reason"])
  const [clash] = (!refused.ok && (refused.detail.problems as Problem[])[0]!.detail.clashes) as { persons: string[] }[]
  // Chair and recorder are the same two as well.
  expect(clash!.persons.toSorted()).toEqual(["乙二", "戊五", "辰五"].toSorted())
  expect((await convene(ctx, { meetingId, reasons: { persons: "两会在同一个院子" } })).ok).toBe(true)
})

test("of two meetings convened at once for one venue, one gets it", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const venueId = await aVenue(ctx)
  const drafts = [await aDraft(world, { venueId }), await aDraft(world, { venueId })]
  const results = await Promise.all(
    drafts.map(({ meetingId }) => convene(ctx, { meetingId, reasons: { persons: "都要到" } })),
  )
  expect(results.filter(one => one.ok)).toHaveLength(1)
  expect(problemsOf(results.find(one => !one.ok)!)).toEqual(["venueId venue_taken"])
})

test("one draft convened twice at once is convened once, with one number", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aDraft(world)
  const results = await Promise.all([1, 2].map(() => convene(ctx, { meetingId })))
  expect(results.filter(one => one.ok)).toHaveLength(1)
  expect(results.find(one => !one.ok)).toMatchObject({ code: "already_convened" })
  const entries = await listAuditEntries(ctx.db.read, ctx.community.id, [{ kind: "meeting", ids: [meetingId] }])
  expect(entries.filter(entry => entry.action === "meeting.convened")).toHaveLength(1)
})

test("of two meetings convened at once with one topic, one gets it and the other stays a draft", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const agenda = [
    { id: null, title: "", topicId: await aReadyTopic(ctx), handling: "deliberate" as const, minutes: 20 },
  ]
  const drafts = [await aDraft(world, { agenda }), await aDraft(world, { agenda })]
  const results = await Promise.all(
    drafts.map(({ meetingId }) => convene(ctx, { meetingId, reasons: { persons: "都要到" } })),
  )
  expect(results.filter(one => one.ok)).toHaveLength(1)
  expect(problemsOf(results.find(one => !one.ok)!)).toEqual(["agenda agenda_topic_not_ready"])
})

test("at a 居民代表会议 every member in office is entitled, and delegates only attend", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (let at = 0; at < 4; at += 1) await aRepresentative(ctx)
  await aRepresentative(ctx, { kind: "committeeMember" })
  await aRepresentative(ctx, { until: "2026-10-14" })
  const delegate = await aDelegate(ctx, { delegation: "property" })
  const { meetingId } = await aConvenedMeeting(world, {
    preset: "representatives",
    entitledDelegateIds: [],
    observerDelegateIds: [delegate.id],
  })
  const people = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  expect(people.map(one => `${one.standing} ${one.capacity}`).toSorted()).toEqual([
    "entitled committeeMember",
    ...Array.from({ length: 4 }, () => "entitled residentRepresentative"),
    "observer property",
  ])
  expect(await readMeeting(ctx, meetingId)).toMatchObject({ value: { title: "第1次居民代表会议", entitled: 5 } })
})

test("three representatives to one of the committee are not four fifths: they may be informed, and decide nothing", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  for (let at = 0; at < 3; at += 1) await aRepresentative(ctx)
  await aRepresentative(ctx, { kind: "committeeMember" })
  const { meetingId, edit } = await aDraft(world, { preset: "representatives", entitledDelegateIds: [] })
  expect(problemsOf(await convene(ctx, { meetingId }))).toEqual(["participants assembly_not_composed"])
  const heard = edit.agenda.map(item => ({ ...item, handling: "consult" as const }))
  expect(await editMeeting(ctx, { ...edit, agenda: heard })).toMatchObject({ ok: true })
  expect(await convene(ctx, { meetingId })).toMatchObject({ ok: true })
})

test("a cancelled meeting says why and gives its topics back", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aConvenedMeeting(world)
  expect(await cancelMeeting(ctx, { meetingId, reason: " " })).toMatchObject({ code: "cancel_reason_missing" })
  expect((await cancelMeeting(ctx, { meetingId, reason: "停电" })).ok).toBe(true)
  expect(await readMeeting(ctx, meetingId)).toMatchObject({ value: { state: "cancelled", endReason: "停电" } })
  expect((await listReadyTopics(ctx)).map(topic => topic.id)).toEqual([edit.agenda[0]!.topicId])
  expect(await cancelMeeting(ctx, { meetingId, reason: "再来一次" })).toMatchObject({ code: "not_cancellable" })
})

test("cancelling a draft leaves a topic alone that stands on another agenda", async () => {
  const world = await aWorld()
  const ctx = await world.as("secretary")
  const agenda = [
    { id: null, title: "", topicId: await aReadyTopic(ctx), handling: "deliberate" as const, minutes: 20 },
  ]
  const draft = await aDraft(world, { agenda })
  await aConvenedMeeting(world, { agenda })
  await cancelMeeting(ctx, { meetingId: draft.meetingId, reason: "不开了" })
  expect(await readTopic(ctx, agenda[0]!.topicId)).toMatchObject({ value: { state: "scheduled" } })
})

test("a convened meeting is edited no more", async () => {
  const world = await aWorld()
  const { ctx, edit } = await aConvenedMeeting(world)
  expect(await editMeeting(ctx, edit)).toMatchObject({ code: "already_convened" })
})

test.each(["administrator", "gridWorker", "handler", "delegate", "reviewer", "viewer"] as const)(
  "a %s neither drafts, convenes nor cancels, and sees no draft",
  async role => {
    const world = await aWorld()
    const { meetingId, edit } = await aDraft(world)
    const ctx = await world.as(role)
    expect(await draftMeeting(ctx, { preset: "deliberation" })).toMatchObject({ code: "forbidden" })
    expect(await editMeeting(ctx, edit)).toMatchObject({ code: "forbidden" })
    expect(await convene(ctx, { meetingId })).toMatchObject({ code: "forbidden" })
    expect(await cancelMeeting(ctx, { meetingId, reason: "不开" })).toMatchObject({ code: "forbidden" })
    expect(await readMeeting(ctx, meetingId)).toMatchObject({ code: "forbidden" })
  },
)

test("to another community's secretary the meeting is not there, nor can its people be invited elsewhere", async () => {
  const world = await aWorld()
  const { ctx, meetingId, edit } = await aDraft(world)
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...ctx, community, actor: await aMember(world.installation, community, ["secretary"]) }
  for (const attempt of [
    readMeeting(foreign, meetingId),
    editMeeting(foreign, edit),
    convene(foreign, { meetingId }),
    cancelMeeting(foreign, { meetingId, reason: "不开" }),
  ])
    expect(await attempt).toMatchObject({ code: "not_found" })
  const own = await draftMeeting(foreign, { preset: "deliberation" })
  if (!own.ok) throw new Error(own.code)
  expect(await editMeeting(foreign, { ...edit, meetingId: own.value.meetingId, version: 1 })).toMatchObject({
    code: "not_found",
  })
})
