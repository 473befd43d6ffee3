import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { proposals, topics } from "#db/schema/agenda"
import { agendaItems } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { editMotion, putMotion } from "~/chamber/motions/motions"
import { findMotion } from "~/chamber/motions/store"
import { annulRound, openRound } from "~/chamber/rounds/rounds"
import { adjournMeeting, closeMeeting } from "~/chamber/session"
import { editSpeech, recordSpeech } from "~/chamber/speaking/speeches"
import { listSpeeches } from "~/chamber/speaking/store"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room } from "./factories"

const say = (room: Room, participantId: string, gist: string) =>
  recordSpeech(room.recorder, {
    meetingId: room.meetingId,
    agendaItemId: room.agendaItemId,
    participantId,
    stance: "conditional",
    gist,
  })
const speechesOf = (room: Room) => listSpeeches(room.world.db.read, room.world.community.id, room.meetingId)

test("speeches are kept in their order, of delegates and observers alike", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  must(await say(room, room.entitled[1]!.id, " 音量要小 "))
  must(await say(room, room.observers[0]!.id, "物业可以管"))
  expect(
    (await speechesOf(room)).map(({ ordinal, name, gist, version }) => ({ ordinal, name, gist, version })),
  ).toEqual([
    { ordinal: 1, name: room.entitled[1]!.name, gist: "音量要小", version: 1 },
    { ordinal: 2, name: room.observers[0]!.name, gist: "物业可以管", version: 1 },
  ])
})

test("two speeches taken down at once get two numbers", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await Promise.all(room.entitled.map(speaker => say(room, speaker.id, "同意")))
  expect((await speechesOf(room)).map(speech => speech.ordinal).toSorted()).toEqual([1, 2, 3, 4, 5])
})

test("who never came has not spoken; who left before the note was taken has", async () => {
  const room = await aMeetingInRoom(await aWorld(), { present: 4 })
  expect(await say(room, room.entitled[4]!.id, "同意")).toMatchObject({ code: "speaker_absent" })
  must(await markLeft(room.desk, room.meetingId, room.entitled[0]!.id))
  expect((await say(room, room.entitled[0]!.id, "同意")).ok).toBe(true)
})

test("an empty gist, an endless one, a foreign speaker and a foreign item are refused", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  expect(await say(room, room.entitled[0]!.id, "  ")).toMatchObject({ code: "gist_missing", detail: { field: "gist" } })
  expect(await say(room, room.entitled[0]!.id, "长".repeat(2001))).toMatchObject({ code: "text_too_long" })
  expect(await say(room, other.entitled[0]!.id, "同意")).toMatchObject({ code: "not_found" })
  expect(await say({ ...room, agendaItemId: other.agendaItemId }, room.entitled[0]!.id, "同意")).toMatchObject({
    code: "not_found",
  })
})

test("the second of two editors of a speech is shown what it says now, and may save again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { speechId } = must(await say(room, room.entitled[0]!.id, "同意"))
  must(await editSpeech(room.recorder, { speechId, version: 1, stance: "oppose", gist: "不同意" }))
  const second = await editSpeech(room.recorder, { speechId, version: 1, stance: "support", gist: "很同意" })
  expect(second).toMatchObject({
    code: "changed_meanwhile",
    detail: {
      version: 2,
      changes: [
        { label: "态度", now: "不赞成" },
        { label: "发言要点", now: "不同意" },
      ],
    },
  })
  must(await editSpeech(room.recorder, { speechId, version: 2, stance: "support", gist: "很同意" }))
  expect((await speechesOf(room))[0]).toMatchObject({ gist: "很同意", version: 3 })
})

test("notes may be put right after the meeting, until the minutes are out", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  must(await say(room, room.entitled[0]!.id, "同意"))
  must(await closeMeeting(room.chair, room.meetingId))
  must(await say(room, room.entitled[0]!.id, "补充一句"))
  const minuted = await aMeetingInRoom(world, { state: "minuted" })
  expect(await say(minuted, minuted.entitled[0]!.id, "同意")).toMatchObject({ code: "meeting_not_recorded_now" })
})

test("the recorder takes notes and puts motions, and the secretary where there is none; chair and tablets do not", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [speaker] = room.entitled
  const note = { meetingId: room.meetingId, agendaItemId: room.agendaItemId }
  for (const [ctx, code] of [
    [room.chair, "forbidden"],
    [room.seat(speaker!), "not_found"],
  ] as const) {
    expect(
      await recordSpeech(ctx, { ...note, participantId: speaker!.id, stance: "support", gist: "同意" }),
    ).toMatchObject({ code })
    expect(await putMotion(ctx, { ...note, content: "同意", proposalId: null })).toMatchObject({ code })
  }
  expect(await putMotion(room.desk, { ...note, content: "同意", proposalId: null })).toMatchObject({ ok: true })
})

test("a motion is worded until a round was opened on it, be the round annulled", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  must(await editMotion(room.recorder, { motionId, version: 1, content: "同意第二个方案", proposalId: null }))
  expect(await editMotion(room.recorder, { motionId, version: 1, content: "旧页面", proposalId: null })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2, changes: [{ label: "表决事项", now: "同意第二个方案" }] },
  })
  const roundId = await anOpenRound(room, { motionId })
  const edit = () => editMotion(room.recorder, { motionId, version: 2, content: "偷偷改", proposalId: null })
  expect(await edit()).toMatchObject({ code: "motion_voted_on" })
  must(await annulRound(room.chair, roundId, "念错了方案"))
  expect(await edit()).toMatchObject({ code: "motion_voted_on" })
  expect((await findMotion(room.world.db.read, room.world.community.id, motionId))!.content).toBe("同意第二个方案")
})

test("what a motion brings with it is worded and reworded like its text", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, agendaItemId } = room
  const content = "在3栋试装智慧音箱"
  const { motionId } = must(
    await putMotion(room.recorder, {
      meetingId,
      agendaItemId,
      content,
      proposalId: null,
      effect: "agreedWithConditions",
      conditions: ["只在白天放", "音量不过60分贝"],
    }),
  )
  const read = async () => (await findMotion(room.world.db.read, room.world.community.id, motionId))!
  expect(await read()).toMatchObject({ effect: "agreedWithConditions", conditions: ["只在白天放", "音量不过60分贝"] })
  const later = { motionId, version: 1, content, proposalId: null }
  must(await editMotion(room.recorder, { ...later, effect: "needsFieldwork", returnOn: "2026-11-08" }))
  expect(await read()).toMatchObject({ effect: "needsFieldwork", conditions: null, returnOn: "2026-11-08" })
  expect(await editMotion(room.recorder, later)).toMatchObject({
    code: "changed_meanwhile",
    detail: {
      changes: [
        { label: "通过后算什么", now: "先调研再定" },
        { label: "再上会的日期", now: "2026年11月8日" },
      ],
    },
  })
})

test("the chair opens the wording he saw, and no other", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  must(await editMotion(room.recorder, { motionId, version: 1, content: "同意第二个方案", proposalId: null }))
  expect(await openRound(room.chair, { motionId, secret: false, version: 1 })).toMatchObject({
    code: "motion_reworded",
  })
  must(await openRound(room.chair, { motionId, secret: false, version: 2 }))
})

test("a motion is put while the meeting is in session, on an item that is deliberated", async () => {
  const world = await aWorld()
  const waiting = await aMeetingInRoom(world, { state: "checkIn" })
  const put = (room: Room, content = "同意", proposalId: string | null = null) =>
    putMotion(room.recorder, { meetingId: room.meetingId, agendaItemId: room.agendaItemId, content, proposalId })
  expect(await put(waiting)).toMatchObject({ code: "meeting_not_in_session" })
  const room = await aMeetingInRoom(world)
  expect(await put(room, " ")).toMatchObject({ code: "motion_empty" })
  expect(await put(room, "同意", "no such proposal")).toMatchObject({ code: "proposal_not_of_item" })
  for (const handling of ["report", "consult"] as const) {
    await world.db.tx("x", q => q.update(agendaItems).set({ handling }).where(eq(agendaItems.id, room.agendaItemId)))
    expect(await put(room)).toMatchObject({ code: "item_not_for_vote", detail: { handling } })
  }
})

test("a motion names a proposal of its item's topic", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const [topicId, proposalId] = [world.installation.newId(), world.installation.newId()]
  const made = { communityId: world.community.id, createdAt: world.clock.now, createdBy: "乙二", version: 1 }
  await world.db.tx("x", async q => {
    await q.insert(topics).values({
      ...made,
      id: topicId,
      year: 2026,
      sequence: 1,
      title: "活动室",
      background: "",
      state: "scheduled",
      outcome: null,
    })
    await q.insert(proposals).values({
      ...made,
      id: proposalId,
      topicId,
      ordinal: 1,
      content: "改造",
      budgetFen: 1,
      funding: "社区",
      handler: "物业",
      dueOn: null,
    })
    await q.update(agendaItems).set({ topicId }).where(eq(agendaItems.id, room.agendaItemId))
  })
  const { motionId } = must(
    await putMotion(room.recorder, {
      meetingId: room.meetingId,
      agendaItemId: room.agendaItemId,
      content: "同意",
      proposalId,
    }),
  )
  expect((await findMotion(world.db.read, world.community.id, motionId))!.proposalId).toBe(proposalId)
})
