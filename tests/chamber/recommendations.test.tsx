import { expect, test } from "vitest"
import { aStudy, forRepresentatives } from "#tests/agenda/factories"
import { renderPart, wordsOf } from "#tests/ui/render-part"
import { aWorld } from "#tests/world"
import { recordPartyReview } from "~/agenda/party-reviews"
import { unscheduleTopicsIn } from "~/agenda/topics"
import { readItems } from "~/chamber/motions/agenda-view"
import { moveAmendment } from "~/chamber/motions/amendments"
import { putMotion } from "~/chamber/motions/motions"
import { recordRecommendation } from "~/chamber/motions/recommendations"
import { Recommendations, RecommendationsInLine } from "~/chamber/parts/Recommendations"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readBallotPaper } from "~/chamber/seat-ballot"
import { findMeeting } from "~/convening/store"
import { aMeetingInRoom, aMotion, anOpenRound, aTopicOnAgenda, must, type Room, voteAll } from "./factories"

const advise = (room: Room, motionId: string, said: Partial<Parameters<typeof recordRecommendation>[1]> = {}) =>
  recordRecommendation(room.recorder, {
    motionId,
    body: "业主委员会",
    stance: "recommended",
    reason: "费用合理",
    ...said,
  })

async function adviceOf(room: Room, motionId: string) {
  const q = room.world.db.read
  const meeting = (await findMeeting(q, room.world.community.id, room.meetingId))!
  const motions = (await readItems(q, meeting, [])).flatMap(item => item.motions)
  return motions.find(motion => motion.motionId === motionId)!.recommendations
}

/** A topic studied by the party organization before it came onto the agenda. */
async function aStudiedTopic(room: Room, study = aStudy()): Promise<string> {
  const topicId = await aTopicOnAgenda(room, { answers: forRepresentatives })
  const meeting = { id: room.meetingId, title: "第10次协商议事会" }
  await room.world.db.tx("t", q => unscheduleTopicsIn(q, room.desk, [topicId], meeting))
  must(await recordPartyReview(room.desk, { topicId, ...study }))
  return topicId
}

test("what a committee recommends stands beside the motion, and on the delegate's ballot", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  must(await advise(room, motionId, { stance: "recommendedWithChanges", reason: "先试一个月" }))
  const advice = [{ body: "业主委员会", stanceName: "建议修改后同意", reason: "先试一个月" }]
  expect(await adviceOf(room, motionId)).toEqual(advice)
  const roundId = await anOpenRound(room, { motionId })
  const paper = must(await readBallotPaper(room.seat(room.entitled[0]!), roundId))
  expect(paper.matter.motion.recommendations).toEqual(advice)
  expect(wordsOf(renderPart(<Recommendations recommendations={advice} />))).toContain("业主委员会建议修改后同意")
  expect(wordsOf(renderPart(<RecommendationsInLine recommendations={advice} />))).not.toContain("先试一个月")
})

test("the branch's study of the proposal speaks for itself, without being typed again", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aStudiedTopic(room, aStudy({ opinion: "agreedWithChanges", summary: "同意，费用要公开。" }))
  const motionId = await aMotion(room)
  expect(await adviceOf(room, motionId)).toEqual([
    { body: "振兴社区党委", stanceName: "建议修改后同意", reason: "同意，费用要公开。" },
  ])
})

test("a study that was made after the motion was put is not told of it", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world)
  const motionId = await aMotion(room)
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await aStudiedTopic(room)
  expect(await adviceOf(room, motionId)).toEqual([])
  expect(await adviceOf(room, await aMotion(room))).toHaveLength(1)
})

test("what was studied is the proposal: an amendment and an election are not recommended by it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aStudiedTopic(room)
  const { meetingId, agendaItemId } = room
  const motionId = await aMotion(room)
  const amendment = { meetingId, motionId, version: 1, content: "改一个字", moverId: null }
  expect(await adviceOf(room, must(await moveAmendment(room.recorder, amendment)).motionId)).toEqual([])
  const election = { meetingId, agendaItemId, content: "推选监票人", proposalId: null, kind: "election" } as const
  expect(await adviceOf(room, must(await putMotion(room.recorder, election)).motionId)).toEqual([])
})

test("the newest word of a body counts, the study's too; others stand beside it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await aStudiedTopic(room)
  const motionId = await aMotion(room)
  must(await advise(room, motionId))
  must(await advise(room, motionId, { stance: "advisedAgainst", reason: "费用又涨了" }))
  must(await advise(room, motionId, { body: "振兴社区党委", reason: "再研究过，同意" }))
  expect(await adviceOf(room, motionId)).toEqual([
    { body: "振兴社区党委", stanceName: "建议同意", reason: "再研究过，同意" },
    { body: "业主委员会", stanceName: "建议不同意", reason: "费用又涨了" },
  ])
})

test("nobody recommends what is being voted on or was decided, nor without a name and a reason", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  expect(await advise(room, motionId, { body: " " })).toMatchObject({ code: "recommender_missing" })
  expect(await advise(room, motionId, { reason: " " })).toMatchObject({ code: "reason_missing" })
  expect(await advise(room, motionId, { reason: "长".repeat(501) })).toMatchObject({ code: "text_too_long" })
  expect(await advise({ ...room, recorder: room.chair }, motionId)).toMatchObject({ code: "forbidden" })
  const roundId = await anOpenRound(room, { motionId })
  expect(await advise(room, motionId)).toMatchObject({ code: "round_open" })
  await voteAll(room, roundId, ["for", "for", "for"])
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  expect(await advise(room, motionId)).toMatchObject({ code: "motion_decided" })
})
