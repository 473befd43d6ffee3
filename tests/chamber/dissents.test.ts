import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { meetings } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { explainDissent, recordDissent } from "~/chamber/motions/dissents"
import { readMotion } from "~/chamber/motions/motion-page"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { closeMeeting } from "~/chamber/session"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const dissent = (room: Room, motionId: string, said: Partial<Parameters<typeof recordDissent>[1]> = {}) =>
  recordDissent(room.recorder, {
    motionId,
    participantId: room.entitled[0]!.id,
    heldBy: "",
    opinion: "噪声太大，孩子睡不着",
    explanation: "",
    explainedBy: "",
    ...said,
  })
const explain = (room: Room, dissentId: string, said: Partial<Parameters<typeof explainDissent>[1]> = {}) =>
  explainDissent(room.recorder, {
    dissentId,
    version: 1,
    explanation: "晚上九点以后关机",
    explainedBy: "主持人",
    ...said,
  })
async function dissentsOf(room: Room, motionId: string) {
  const record = await readMeetingRecord(room.world.db.read, room.world.community.id, room.meetingId)
  const motion = record!.items.flatMap(item => item.motions).find(one => one.motionId === motionId)!
  return motion.dissents.map(({ heldBy, opinion, explanation, explainedBy }) => ({
    heldBy,
    opinion,
    explanation,
    explainedBy,
  }))
}

test("another opinion and the explanation given stay with the result, in the record of the meeting", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  must(await dissent(room, motionId, { explanation: "晚上九点以后关机", explainedBy: "物业丁四" }))
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, ["against", "for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  expect(await dissentsOf(room, motionId)).toEqual([
    {
      heldBy: room.entitled[0]!.name,
      opinion: "噪声太大，孩子睡不着",
      explanation: "晚上九点以后关机",
      explainedBy: "物业丁四",
    },
  ])
})

test("an opinion is somebody's: of one at the table, or of those that are named", async () => {
  const world = await aWorld()
  const [room, other] = [await aMeetingInRoom(world, { observers: 1 }), await aMeetingInRoom(world)]
  const motionId = await aMotion(room)
  const byName = { participantId: null, heldBy: " 1栋的三位住户 " }
  must(await dissent(room, motionId, byName))
  must(await dissent(room, motionId, { participantId: room.observers[0]!.id }))
  expect((await dissentsOf(room, motionId)).map(one => one.heldBy)).toEqual(["1栋的三位住户", room.observers[0]!.name])
  expect(await dissent(room, motionId, { participantId: null })).toMatchObject({ code: "holder_missing" })
  expect(await dissent(room, motionId, { participantId: other.entitled[0]!.id })).toMatchObject({ code: "not_found" })
  expect(await dissent(room, motionId, { opinion: " " })).toMatchObject({ code: "opinion_missing" })
})

test("an explanation is somebody's too, and may follow until the minutes are out", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const motionId = await aMotion(room)
  expect(await dissent(room, motionId, { explanation: "会装隔音板" })).toMatchObject({ code: "explainer_missing" })
  expect(await dissent(room, motionId, { explainedBy: "主持人" })).toMatchObject({ code: "explanation_missing" })
  const { dissentId } = must(await dissent(room, motionId))
  expect(await explain(room, dissentId, { explanation: "" })).toMatchObject({ code: "explanation_missing" })
  must(await closeMeeting(room.chair, room.meetingId))
  must(await explain(room, dissentId))
  expect(await dissentsOf(room, motionId)).toMatchObject([{ explanation: "晚上九点以后关机", explainedBy: "主持人" }])
})

test("the second of two who explain is shown what the first wrote", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const { dissentId } = must(await dissent(room, motionId))
  must(await explain(room, dissentId))
  const second = { explanation: "装隔音板", explainedBy: "物业丁四" }
  expect(await explain(room, dissentId, second)).toMatchObject({
    code: "changed_meanwhile",
    detail: {
      version: 2,
      changes: [
        { label: "解释说明", now: "晚上九点以后关机" },
        { label: "谁作的解释", now: "主持人" },
      ],
    },
  })
  must(await explain(room, dissentId, { ...second, version: 2 }))
  expect(await dissentsOf(room, motionId)).toMatchObject([second])
})

test("once the minutes are out nothing is added", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  const { dissentId } = must(await dissent(room, motionId))
  const minuted = await aMeetingInRoom(room.world, { state: "minuted" })
  expect(await dissent({ ...room, recorder: minuted.recorder }, motionId)).toMatchObject({ code: "forbidden" })
  await room.world.db.tx("t", q => q.update(meetings).set({ state: "minuted" }).where(eq(meetings.id, room.meetingId)))
  expect(await dissent(room, motionId)).toMatchObject({ code: "meeting_not_recorded_now" })
  expect(await explain(room, dissentId)).toMatchObject({ code: "meeting_not_recorded_now" })
  const page = must(await readMotion(room.recorder, { meetingId: room.meetingId, motionId }))
  expect(page.may).toEqual({ amend: false, adopt: false, withdraw: false, recommend: false, dissent: false })
})
