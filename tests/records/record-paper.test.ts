import { expect, test } from "vitest"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { markLeft, markReturned } from "~/chamber/attendance/attendance"
import { recordDissent } from "~/chamber/motions/dissents"
import { editMotion } from "~/chamber/motions/motions"
import { recordRecusal } from "~/chamber/motions/recusals"
import { readChallenges } from "~/chamber/rounds/challenge-view"
import { answerChallenge, raiseChallenge } from "~/chamber/rounds/challenges"
import { annulRound, closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { adjournMeeting, closeMeeting, resumeMeeting, startMeeting } from "~/chamber/session"
import { askForSomeone } from "~/chamber/speaking/queue"
import { recordSpeech } from "~/chamber/speaking/speeches"
import { beginTurn, endTurn } from "~/chamber/speaking/turns"
import { draftMinutes, readMinutesFacts } from "~/records/minutes"
import { exportRecord, previewRecord, readRecordFacts } from "~/records/record-paper"
import { findDocument } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { readText } from "../templates/read-pdf"
import { aMeetingOver } from "./factories"

async function aRoomInSession(wishes: Parameters<typeof aMeetingInRoom>[1] = {}) {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", ...wishes })
  wait(room, 60)
  must(await startMeeting(room.chair, room.meetingId))
  return room
}

const wait = (room: Room, seconds: number) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + seconds * 1000)
}

/** Asks at the desk, speaks two minutes and five seconds, and is taken down where there is a gist. */
async function speaks(room: Room, at: number, stance: "support" | "oppose", gist: string) {
  const { meetingId, agendaItemId } = room
  const participantId = room.entitled[at]!.id
  wait(room, 60)
  const { requestId } = must(await askForSomeone(room.desk, { meetingId, participantId, stance, kind: "speech" }))
  must(await beginTurn(room.chair, { meetingId, requestId }))
  wait(room, 125)
  must(await endTurn(room.chair, { meetingId, requestId }))
  wait(room, 600)
  if (gist) must(await recordSpeech(room.recorder, { meetingId, agendaItemId, participantId, stance, gist, requestId }))
}

async function decide(room: Room, roundId: string) {
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}

const factsOf = async (ctx: Ctx, meetingId: string) => must(await readRecordFacts(ctx, meetingId)).facts
const printedOf = async (ctx: Ctx, meetingId: string) => {
  const { document } = must(await exportRecord(ctx, meetingId))
  return readText(new Uint8Array((await findDocument(ctx.db.read, ctx.community.id, document.id))!.content))
}

test("speeches stand in the order of speaking with their clock, also those of which nobody took down the gist", async () => {
  const room = await aRoomInSession()
  await speaks(room, 0, "support", "早就该改")
  await speaks(room, 1, "oppose", "")
  await speaks(room, 2, "support", "同意前面的意见")
  must(await closeMeeting(room.chair, room.meetingId))
  const [item] = (await factsOf(room.recorder, room.meetingId)).agenda
  expect(item!.speeches.map(({ speaker, stance, gist }) => `${speaker} ${stance} ${gist}`)).toEqual([
    "甲一 赞成 早就该改。",
    "乙二 不赞成 （未记要点）",
    "丙三 赞成 同意前面的意见。",
  ])
  expect(item!.speeches[0]).toMatchObject({ delegation: "居民代表", clock: "09:02，用时2分05秒" })
})

test("a count that was annulled before anybody was told it stands nowhere in the record", async () => {
  const room = await aRoomInSession()
  const { recorder, chair, meetingId } = room
  const motionId = await aMotion(room, "同意活动室改造")
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, ["for", "for", "for", "against"])
  must(await closeRound(chair, roundId))
  must(await annulRound(chair, roundId, "有一台平板没有收到表决页面"))
  must(await closeMeeting(chair, meetingId))
  const [round] = (await factsOf(recorder, meetingId)).agenda[0]!.motions[0]!.rounds
  expect(round).toMatchObject({ text: "", figures: [], lights: [], namedVotes: [] })
  expect(round!.outcome).toContain("本轮已作废")
})

test("adjournments stand in the record and in the minutes with their times, reasons and who was there again", async () => {
  const room = await aRoomInSession()
  const { recorder, chair, meetingId } = room
  wait(room, 600)
  must(await adjournMeeting(chair, meetingId, "停电"))
  wait(room, 900)
  must(await resumeMeeting(chair, meetingId))
  wait(room, 600)
  must(await adjournMeeting(chair, meetingId, "到会不足。"))
  wait(room, 60)
  must(await closeMeeting(chair, meetingId))
  const recesses = ["09:11至09:26，停电。复会时应到5人，实到5人。", "09:36起，到会不足。没有复会。"]
  expect((await factsOf(recorder, meetingId)).recesses).toEqual(recesses)
  expect(await printedOf(recorder, meetingId)).toContain("休会：09:11至09:26，停电。")
  must(await draftMinutes(recorder, meetingId))
  expect(must(await readMinutesFacts(recorder, meetingId)).facts.recesses).toEqual(recesses)
})

test("an adjournment over night names the day on which the meeting was resumed", async () => {
  const room = await aRoomInSession()
  must(await adjournMeeting(room.chair, room.meetingId, "时间已晚"))
  wait(room, 24 * 3600)
  must(await resumeMeeting(room.chair, room.meetingId))
  must(await closeMeeting(room.chair, room.meetingId))
  expect((await factsOf(room.recorder, room.meetingId)).recesses).toEqual([
    expect.stringMatching(/^09:01至2026年\d+月\d+日09:01，时间已晚。复会时应到5人，实到5人。$/),
  ])
})

test("a meeting that went through says nothing of adjournments", async () => {
  const room = await aRoomInSession()
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await factsOf(room.recorder, room.meetingId)).not.toHaveProperty("recesses")
  expect(await printedOf(room.recorder, room.meetingId)).not.toContain("休会")
})

test("every wording of a motion, every round and every word about its count stand in the record", async () => {
  const room = await aRoomInSession()
  const { recorder, chair, meetingId, entitled } = room
  const motionId = await aMotion(room, "同意活动室改造")
  must(await editMotion(recorder, { motionId, version: 1, content: "同意活动室改造，先公示七日", proposalId: null }))
  must(await recordRecusal(recorder, { motionId, participantId: entitled[4]!.id, reason: "施工单位是其亲属所开" }))
  const first = await anOpenRound(room, { motionId })
  must(await annulRound(chair, first, "有一台平板没有收到表决页面"))
  const second = await anOpenRound(room, { motionId })
  await voteAll(room, second, ["for", "for", "for", "against"])
  must(await closeRound(chair, second))
  must(await raiseChallenge(room.seat(entitled[3]!), { roundId: second, ground: "notRecorded" }))

  const [challenge] = await readChallenges(room.world.db.read, { communityId: room.world.community.id, id: second })
  must(await answerChallenge(chair, { challengeId: challenge!.challengeId, answer: "已核对，记上了" }))
  must(await proclaimRound(chair, second))
  must(
    await recordDissent(recorder, {
      motionId,
      participantId: entitled[3]!.id,
      heldBy: "",
      opinion: "费用偏高",
      explanation: "",
      explainedBy: "",
    }),
  )
  must(await closeMeeting(chair, meetingId))

  const facts = await factsOf(recorder, meetingId)
  const [motion] = facts.agenda[0]!.motions
  expect(motion!.before).toEqual([
    expect.stringMatching(/^提出表决事项（\d\d:\d\d）。$/),
    expect.stringMatching(/^第一稿（\d\d:\d\d）：同意活动室改造。$/),
    expect.stringMatching(/^第二稿（\d\d:\d\d，.+改）：同意活动室改造，先公示七日。$/),
    "戊五回避，不参加表决：施工单位是其亲属所开。",
  ])
  expect(motion!.rounds.map(round => round.heading)).toEqual(["第一轮表决", "第二轮表决"])
  expect(motion!.rounds[0]!.outcome).toBe("本轮已作废，原因：有一台平板没有收到表决页面。")
  expect(motion!.rounds[1]!.figures).toContainEqual({ label: "赞成", count: 3 })
  expect(motion!.rounds[1]!.lights.map(light => light.met)).toEqual([true, true])
  expect(motion!.rounds[1]!.remarks).toEqual([
    expect.stringMatching(/^\d\d:\d\d，丁四对计票提出异议：投了，但没有记上。\d\d:\d\d，.+答复：已核对，记上了。$/),
  ])
  expect(motion!.after).toEqual(["不同意见：丁四：费用偏高。"])
  expect(facts.unsettled).toEqual(["丁四的不同意见“费用偏高”还没有答复。"])
})

test("of a named round the record says who chose what, of a secret one nobody's choice stands anywhere", async () => {
  const room = await aRoomInSession()
  const named = await anOpenRound(room, { motionId: await aMotion(room, "同意换锁") })
  await voteAll(room, named, ["for", "against", "for", "for", "abstain"])
  await decide(room, named)
  const secret = await anOpenRound(room, { motionId: await aMotion(room, "同意换灯"), secret: true })
  await voteAll(room, secret, ["against", "for", "for", "for", "for"])
  await decide(room, secret)
  must(await closeMeeting(room.chair, room.meetingId))
  const [first, second] = (await factsOf(room.chair, room.meetingId)).agenda[0]!.motions
  expect(first!.rounds[0]!.namedVotes.map(({ name, choice }) => `${name}${choice}`)).toEqual([
    "乙二反对",
    "丁四赞成",
    "丙三赞成",
    "戊五弃权",
    "甲一赞成",
  ])
  expect(second!.rounds[0]!.namedVotes).toEqual([])
  const text = await printedOf(room.recorder, room.meetingId)
  const secretPart = text.slice(text.indexOf("第2件"))
  expect(secretPart).toContain("无记名投票表决")
  for (const { name } of room.entitled) expect(secretPart.slice(0, secretPart.indexOf("散会"))).not.toContain(name)
})

test("a named round that was not to be written into the record is not", async () => {
  const room = await aRoomInSession()
  const roundId = await anOpenRound(room, { publicity: "recorded" })
  await voteAll(room, roundId, ["for", "for", "for", "for", "for"])
  await decide(room, roundId)
  must(await closeMeeting(room.chair, room.meetingId))
  const [motion] = (await factsOf(room.recorder, room.meetingId)).agenda[0]!.motions
  expect(motion!.rounds[0]!.namedVotes).toEqual([])
})

test("who came and went between beginning and end stands with the time", async () => {
  const room = await aRoomInSession({ entitled: 5, present: 4 })
  wait(room, 600)
  must(await markLeft(room.desk, room.meetingId, room.entitled[1]!.id))
  wait(room, 600)
  must(await markReturned(room.desk, room.meetingId, room.entitled[1]!.id))
  wait(room, 600)
  must(await closeMeeting(room.chair, room.meetingId))
  const facts = await factsOf(room.recorder, room.meetingId)
  expect(facts.movements).toEqual(["09:11，乙二离会。", "09:21，乙二返回。"])
  expect(facts.absent.flatMap(group => group.people.map(person => person.name))).toEqual(["戊五（未请假）"])
  expect(facts.adjourned).toBe("09:31散会。")
})

test("what is left open is listed: an item without a decision, a motion without a vote", async () => {
  const room = await aRoomInSession()
  must(await closeMeeting(room.chair, room.meetingId))
  expect((await factsOf(room.recorder, room.meetingId)).unsettled).toEqual(["“活动室改造”没有作出决定。"])
  const other = await aRoomInSession()
  await aMotion(other, "同意活动室改造。")
  must(await closeMeeting(other.chair, other.meetingId))
  expect((await factsOf(other.recorder, other.meetingId)).unsettled).toEqual(["“同意活动室改造”没有作出表决。"])
})

test("the filed record carries all of it, and asked again the same row comes back", async () => {
  const world = await aWorld()
  const { meetingId, recorder, chair } = await aMeetingOver(world)
  const text = await printedOf(recorder, meetingId)
  for (const words of [
    "振兴社区2026年第三次协商议事会会议记录",
    "时间：2026年10月8日14:30至16:05",
    "应到：12人实到：10人",
    "议程：一、关于3号楼加装电梯的方案",
    "丙三（居民代表，赞成，14:40）：采光要先说清楚。",
    "15:10至15:20，采用无记名投票表决方式，结果如下：",
    "该事项通过。15:25公布结果。",
    "16:05散会。",
    "主持人（签字）：",
    "记录人（签字）：",
  ])
    expect(text).toContain(words)
  const [one, two] = [await exportRecord(recorder, meetingId), await exportRecord(chair, meetingId)].map(must)
  expect([one!.isNew, two!.isNew]).toEqual([false, false])
  expect(one!.document).toMatchObject({ kind: "record", subjectKind: "meeting", subjectId: meetingId, version: 1 })
})

test("the record is printed when the meeting is over, for those who word and approve its papers and nobody else", async () => {
  const going = await aRoomInSession()
  expect(await previewRecord(going.recorder, going.meetingId)).toMatchObject({ code: "meeting_not_over" })
  const world = await aWorld()
  const { meetingId, chair } = await aMeetingOver(world)
  expect((await previewRecord(chair, meetingId)).ok).toBe(true)
  expect((await exportRecord(await world.as("secretary"), meetingId)).ok).toBe(true)
  for (const role of ["viewer", "handler", "administrator"] as const) {
    const ctx = { ...(await world.as("secretary")), actor: await aMember(world.installation, world.community, [role]) }
    expect(await exportRecord(ctx, meetingId)).toMatchObject({ code: "forbidden" })
    expect(await previewRecord(ctx, meetingId)).toMatchObject({ code: "forbidden" })
  }
  const elsewhere = await aCommunity(world.installation, { communityName: "团结社区", loginName: "bingsan" })
  const actor = await aMember(world.installation, elsewhere, ["secretary"])
  expect(await exportRecord({ ...world.installation, actor, community: elsewhere }, meetingId)).toMatchObject({
    code: "not_found",
  })
  expect(await previewRecord(world.asStranger(), meetingId)).toMatchObject({ code: "not_found" })
})
