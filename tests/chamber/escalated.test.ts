import { expect, test } from "vitest"
import { forDeliberation } from "#tests/agenda/factories"
import { aWorld } from "#tests/world"
import { reopenTopicIn } from "~/agenda/escalation"
import { recordFieldwork } from "~/agenda/fieldwork"
import { readProcedure } from "~/agenda/procedure-reading"
import { routeTopic } from "~/agenda/routing"
import { findTopic } from "~/agenda/store"
import { scheduleTopicsIn } from "~/agenda/topics"
import { putMotion } from "~/chamber/motions/motions"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { closeMeeting } from "~/chamber/session"
import { listHigherProcedures } from "~/rulebook/routing"
import { aMeetingInRoom, anOpenRound, aTopicOnAgenda, must, type Room, voteAll } from "./factories"

const meeting = { id: "m", title: "第10次协商议事会" }
const put = (room: Room, said: Partial<Parameters<typeof putMotion>[1]> = {}) =>
  putMotion(room.recorder, {
    meetingId: room.meetingId,
    agendaItemId: room.agendaItemId,
    content: "这件事提交居民代表会议决定",
    proposalId: null,
    effect: "escalated",
    escalateTo: "representatives",
    ...said,
  })
async function decided(room: Room, motionId: string, choices: Parameters<typeof voteAll>[2]): Promise<void> {
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, choices)
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}
const topicOf = async (room: Room, topicId: string) =>
  (await findTopic(room.world.db.read, room.world.community.id, topicId))!
const procedureOf = async (room: Room, topicId: string) => readProcedure(room.desk, await topicOf(room, topicId))
const reopen = (room: Room, topicId: string) =>
  room.world.db.tx(`topic:${topicId}`, q => reopenTopicIn(q, room.desk, topicId, meeting))

async function anEscalatedTopic(room: Room): Promise<string> {
  const topicId = await aTopicOnAgenda(room)
  await decided(room, must(await put(room)).motionId, ["for", "for", "for"])
  return topicId
}

test("what is escalated is routed to the higher procedure and prepared again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await anEscalatedTopic(room)
  expect(await topicOf(room, topicId)).toMatchObject({ state: "prepared", outcome: null })
  const { routing, owesStudy } = await procedureOf(room, topicId)
  expect(routing).toMatchObject({
    procedure: "representatives",
    name: "居民代表会议",
    why: "会议议决，这件事提交更高程序：居民代表会议。",
    asked: [],
  })
  expect(routing!.article).toContain("第三十二条")
  expect(routing!.after.to).toBe("/meetings/new?preset=representatives")
  expect(owesStudy).toBe(true)
})

test("closing the meeting does not decide an escalated topic again, wherever it is by then", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await anEscalatedTopic(room)
  await room.world.db.tx("t", async q => {
    must(await scheduleTopicsIn(q, room.desk, [topicId], { id: "next", title: "第2次居民代表会议" }))
  })
  must(await closeMeeting(room.chair, room.meetingId))
  expect((await topicOf(room, topicId)).state).toBe("scheduled")
})

test("no new judgement brings it down to the table again; another higher procedure may be found", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await anEscalatedTopic(room)
  expect(await routeTopic(room.desk, { topicId, answers: forDeliberation })).toMatchObject({
    code: "topic_escalated",
    detail: { procedure: "居民代表会议" },
  })
  must(await routeTopic(room.desk, { topicId, answers: { subject: "matter", private: "yes" } }))
  expect((await procedureOf(room, topicId)).routing!.procedure).toBe("singleOwner")
})

test("that no higher procedure is wanted decides nothing about the matter itself", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOnAgenda(room)
  await decided(room, must(await put(room)).motionId, ["against", "against", "against"])
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topicOf(room, topicId)).toMatchObject({ state: "prepared", outcome: null })
  expect((await procedureOf(room, topicId)).routing!.procedure).toBe("deliberation")
})

test("a matter is taken up, never down or sideways", async () => {
  expect(listHigherProcedures("deliberation")).toContain("representatives")
  expect(listHigherProcedures("representatives")).toEqual(["residents", "ownersOrdinary", "ownersMajor", "referral"])
  expect(listHigherProcedures("residents")).not.toContain("representatives")
  const room = await aMeetingInRoom(await aWorld())
  expect(await put(room, { escalateTo: null })).toMatchObject({ code: "escalation_missing" })
  expect(await put(room, { escalateTo: "openTalk" })).toMatchObject({ code: "escalation_missing" })
  expect(await put(room, { conditions: ["只在白天放"] })).toMatchObject({ code: "conditions_not_taken" })
  const assembly = await aMeetingInRoom(room.world, { preset: "representatives" })
  expect(await put(assembly, { escalateTo: "representatives" })).toMatchObject({ code: "escalation_missing" })
  must(await put(assembly, { escalateTo: "residents" }))
})

test("a result that was set aside puts the topic back before its meeting, by the procedure it came with", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await anEscalatedTopic(room)
  must(await reopen(room, topicId))
  expect(await topicOf(room, topicId)).toMatchObject({ state: "scheduled", outcome: null })
  expect((await procedureOf(room, topicId)).routing!.procedure).toBe("deliberation")
})

test.each([
  ["agreed", {}],
  ["needsFieldwork", { returnOn: "2026-12-01" }],
] as const)("a topic %s is put back too", async (effect, known) => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOnAgenda(room)
  const said = { content: "同意", effect, escalateTo: null, ...known }
  await decided(room, must(await put(room, said)).motionId, ["for", "for", "for"])
  must(await reopen(room, topicId))
  expect(await topicOf(room, topicId)).toMatchObject({ state: "scheduled", outcome: null, returnOn: null })
  must(await reopen(room, topicId))
})

test("what was done upon a decision stands: such a topic is not put back", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOnAgenda(room)
  const said = { content: "先看看", effect: "needsFieldwork", escalateTo: null, returnOn: "2026-12-01" } as const
  await decided(room, must(await put(room, said)).motionId, ["for", "for", "for"])
  const found = { doneOn: "2026-10-08", place: "3栋", participants: "甲一", findings: "看过了" }
  must(await recordFieldwork(room.desk, { topicId, ...found }))
  expect(await reopen(room, topicId)).toMatchObject({ code: "topic_moved_on" })
})
