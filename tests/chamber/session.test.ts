import { asc } from "drizzle-orm"
import { expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { agendaItems } from "#db/schema/convening"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { checkInAtDesk, markLeft } from "~/chamber/attendance/attendance"
import { chamberAuditWords } from "~/chamber/audit-words"
import { putMotion } from "~/chamber/motions/motions"
import { annulRound, closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { adjournMeeting, closeMeeting, resumeMeeting, startMeeting } from "~/chamber/session"
import { findMeeting } from "~/convening/store"
import type { Choice } from "~/law/tally"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const stateOf = async (room: Room) =>
  (await findMeeting(room.world.db.read, room.world.community.id, room.meetingId))!.state

test("a meeting starts with exactly two thirds, and not with one fewer", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world, { state: "checkIn", entitled: 15, present: 9 })
  expect(await startMeeting(room.chair, room.meetingId)).toMatchObject({
    code: "quorum_not_met",
    detail: { present: 9, entitled: 15, needed: 10 },
  })
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[9]!.id))
  must(await startMeeting(room.chair, room.meetingId))
  expect(await stateOf(room)).toBe("inSession")
  expect(world.published).toContain(`meeting:${room.meetingId}`)
  expect(await startMeeting(room.chair, room.meetingId)).toMatchObject({ code: "meeting_not_checking_in" })
})

test("observers make no quorum", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", entitled: 6, present: 3, observers: 10 })
  expect(await startMeeting(room.chair, room.meetingId)).toMatchObject({ code: "quorum_not_met" })
})

test("a meeting to which nobody is entitled cannot be counted, and does not start", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", entitled: 0 })
  expect(await startMeeting(room.chair, room.meetingId)).toMatchObject({
    code: "quorum_not_met",
    detail: { needed: null },
  })
})

test("only the chair leads: not the secretary, the recorder, a seat or a stranger", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  for (const ctx of [room.desk, room.recorder])
    expect(await startMeeting(ctx, room.meetingId)).toMatchObject({ code: "forbidden" })
  for (const ctx of [room.seat(room.entitled[0]!), room.world.asStranger()])
    expect(await startMeeting(ctx, room.meetingId)).toMatchObject({ code: "not_found" })
})

test("a meeting is adjourned with a reason, and resumed only with the quorum", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 3 })
  expect(await adjournMeeting(room.chair, room.meetingId, " ")).toMatchObject({ code: "reason_missing" })
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  expect(await adjournMeeting(room.chair, room.meetingId, "停电")).toMatchObject({ code: "meeting_not_in_session" })
  for (const one of room.entitled.slice(0, 2)) must(await markLeft(room.desk, room.meetingId, one.id))
  expect(await resumeMeeting(room.chair, room.meetingId)).toMatchObject({ code: "quorum_not_met" })
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[0]!.id))
  must(await resumeMeeting(room.chair, room.meetingId))
  expect(await resumeMeeting(room.chair, room.meetingId)).toMatchObject({ code: "meeting_not_adjourned" })
})

test("a meeting is not closed or adjourned while a round is open, or its result not proclaimed", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  expect(await closeMeeting(room.chair, room.meetingId)).toMatchObject({ code: "round_open" })
  expect(await adjournMeeting(room.chair, room.meetingId, "休息")).toMatchObject({ code: "round_open" })
  must(await closeRound(room.chair, roundId))
  expect(await closeMeeting(room.chair, room.meetingId)).toMatchObject({ code: "round_not_proclaimed" })
  must(await proclaimRound(room.chair, roundId))
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await stateOf(room)).toBe("closed")
  expect(await closeMeeting(room.chair, room.meetingId)).toMatchObject({ code: "meeting_not_in_session" })
})

/** The room's one agenda item is about a topic that waits for its decision. */
async function withTopic(room: Room): Promise<() => Promise<{ state: string; outcome: string | null }>> {
  const { db, installation, community } = room.world
  const id = installation.newId()
  await db.tx("x", async q => {
    await q.insert(topics).values({
      communityId: community.id,
      id,
      year: 2026,
      sequence: 1,
      title: "活动室改造",
      background: "",
      state: "scheduled",
      outcome: null,
      createdAt: installation.now(),
      createdBy: "乙二",
      version: 1,
    })
    await q.update(agendaItems).set({ topicId: id })
  })
  return async () => (await db.read.select({ state: topics.state, outcome: topics.outcome }).from(topics))[0]!
}

async function decided(room: Room, choices: readonly Choice[], motionId?: string): Promise<void> {
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, choices)
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}

test("a motion that passed decides its topic when it is proclaimed", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topic = await withTopic(room)
  await decided(room, ["for", "for", "for"])
  expect(await topic()).toEqual({ state: "decided", outcome: "agreed" })
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topic()).toEqual({ state: "decided", outcome: "agreed" })
})

const onConditions = { effect: "agreedWithConditions", conditions: ["音量不过60分贝"] } as const
const fieldworkFirst = { effect: "needsFieldwork", returnOn: "2026-11-08" } as const

test.each([
  ["agreed on under conditions", onConditions, { state: "decided", outcome: "agreedWithConditions" }],
  ["sent out for fieldwork", fieldworkFirst, { state: "fieldwork", outcome: "needsFieldwork" }],
])("what is %s stays so when a plain motion passes after it and when the meeting closes", async (_, said, left) => {
  const room = await aMeetingInRoom(await aWorld())
  const topic = await withTopic(room)
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "装智慧音箱", proposalId: null, ...said }
  await decided(room, ["for", "for", "for"], must(await putMotion(room.recorder, entry)).motionId)
  expect(await topic()).toEqual(left)
  await decided(room, ["for", "for", "for"])
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topic()).toEqual(left)
  const [row] = await room.world.db.read.select({ returnOn: topics.returnOn }).from(topics)
  expect(row).toEqual({ returnOn: "returnOn" in said ? said.returnOn : null })
})

test("a motion voted down leaves room for another on the same topic; closing the meeting decides", async () => {
  const world = await aWorld()
  const [first, second] = [await aMeetingInRoom(world), await aMeetingInRoom(await aWorld())]
  const topics = [await withTopic(first), await withTopic(second)]
  await decided(first, ["against", "against", "for"])
  expect(await topics[0]!()).toEqual({ state: "scheduled", outcome: null })
  must(await closeMeeting(first.chair, first.meetingId))
  expect(await topics[0]!()).toEqual({ state: "decided", outcome: "notAgreed" })

  await decided(second, ["against", "against", "against"])
  await decided(second, ["for", "for", "for"])
  expect(await topics[1]!()).toEqual({ state: "decided", outcome: "agreed" })
})

test("that no fieldwork was wanted leaves the topic to another meeting", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topic = await withTopic(room)
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "先去看看再定", proposalId: null, ...fieldworkFirst }
  await decided(room, ["against", "against", "against"], must(await putMotion(room.recorder, entry)).motionId)
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topic()).toEqual({ state: "prepared", outcome: null })
})

test("a topic on which nothing was decided waits for another meeting", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topic = await withTopic(room)
  const roundId = must(await openRound(room.chair, { motionId: await aMotion(room), secret: false })).roundId
  must(await annulRound(room.chair, roundId, "念错了方案"))
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topic()).toEqual({ state: "prepared", outcome: null })
})

test("each step of the session leaves its row in the audit log, with words for the timeline", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  must(await startMeeting(room.chair, room.meetingId))
  must(await adjournMeeting(room.chair, room.meetingId, "停电"))
  must(await resumeMeeting(room.chair, room.meetingId))
  await decided(room, ["for", "for", "for"])
  must(await closeMeeting(room.chair, room.meetingId))
  const rows = await room.world.db.read.select().from(auditEntries).orderBy(asc(auditEntries.id))
  const said = rows
    .filter(row => row.subjectId === room.meetingId)
    .map(row => chamberAuditWords[row.action]?.(row.detail))
  expect(said).toEqual([
    "宣布开会，应到5人，实到5人",
    "休会：停电",
    "复会，应到5人，实到5人",
    "提出表决事项：同意活动室改造方案",
    "开始记名表决，第1轮",
    "结束表决，收到3票",
    "公布表决结果：通过",
    "散会",
  ])
})
