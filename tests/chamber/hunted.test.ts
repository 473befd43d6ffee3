import { expect, test } from "vitest"
import { auditEntries } from "#db/schema/registry"
import { aWorld } from "#tests/world"
import { findTopic } from "~/agenda/store"
import { markLeft } from "~/chamber/attendance/attendance"
import { recordProxy } from "~/chamber/attendance/proxies"
import { moveAmendment } from "~/chamber/motions/amendments"
import { editMotion, putMotion } from "~/chamber/motions/motions"
import { recordRecusal } from "~/chamber/motions/recusals"
import { adoptAmendment } from "~/chamber/motions/standing"
import { recordHandCount } from "~/chamber/paper/hand-counts"
import { nameOfficer } from "~/chamber/paper/officers"
import { fallBackToPaper, issuePapers } from "~/chamber/paper/papers"
import { correctBallot } from "~/chamber/rounds/ballot-corrections"
import { readOwnBallot } from "~/chamber/rounds/challenges"
import { drawUpCorrection, signCorrection } from "~/chamber/rounds/corrections"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { closeMeeting } from "~/chamber/session"
import {
  aMeetingInRoom,
  aMotion,
  anOpenRound,
  aRequestKey,
  aTopicOnAgenda,
  must,
  type Room,
  vote,
  voteAll,
} from "./factories"
import { nameBoth } from "./paper-table"

const reason = "本人的商铺在改造范围内"

/** `stoodFor` of the entitled are absent, and the first of those in the room stands for all of them. */
async function aRoomWithHolder(wishes: Parameters<typeof aMeetingInRoom>[1] & { present: number; stoodFor: number }) {
  const { stoodFor, present } = wishes
  const entitled = present + stoodFor
  const rule = { proxies: { most: 5 }, ...wishes.rule }
  const room = await aMeetingInRoom(await aWorld(), { ...wishes, entitled, rule })
  const [holder] = room.entitled
  const principals = room.entitled.slice(present)
  for (const principal of principals) await giveProxy(room, principal.id, holder!.id)
  return { room, holder: holder!, principals }
}

const giveProxy = async (room: Room, principalId: string, holderId: string) =>
  must(await recordProxy(room.desk, { meetingId: room.meetingId, principalId, holderId, letter: "委托书" }))

const resultOf = async (room: Room, roundId: string) =>
  (await findRound(room.world.db.read, room.world.community.id, roundId))!.result!

async function decided(room: Room, motionId: string, choices: Parameters<typeof voteAll>[2]): Promise<string> {
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, choices)
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  return roundId
}

const [allFor, allAgainst] = [
  ["for", "for", "for", "for", "for"],
  ["against", "against", "against", "against", "against"],
] as const

async function setAside(room: Room, roundId: string) {
  const said = { roundId, kind: "setAside", wrong: "有一位代表的平板拿错了", right: "重新表决" } as const
  const drawn = await drawUpCorrection(room.recorder, said)
  return drawn.ok ? signCorrection(room.chair, drawn.value) : drawn
}

test("who must stand back votes for nobody on paper either: whom he stands for gets none", async () => {
  const { room, holder, principals } = await aRoomWithHolder({ present: 5, stoodFor: 1 })
  const motionId = await aMotion(room)
  must(await recordRecusal(room.desk, { motionId, participantId: holder.id, reason }))
  const roundId = await anOpenRound(room, { motionId })
  const participantIds = principals.map(one => one.id)
  expect(await issuePapers(room.desk, { roundId, participantIds })).toMatchObject({ code: "holder_is_recused" })
  expect(must(await fallBackToPaper(room.desk, roundId)).serials).toHaveLength(4)
})

test("whom a recused proxy stands for raises no hand, and is none of the voters a secret round needs", async () => {
  const { room, holder } = await aRoomWithHolder({ present: 5, stoodFor: 1, observers: 3 })
  const motionId = await aMotion(room)
  must(await recordRecusal(room.desk, { motionId, participantId: holder.id, reason }))
  expect(await openRound(room.chair, { motionId, secret: true })).toMatchObject({
    code: "secret_too_few",
    detail: { present: 4, needed: 5 },
  })
  const roundId = await anOpenRound(room, { motionId, means: "hands" })
  await nameBoth(room, roundId)
  const counted = { roundId, counterId: room.observers[0]!.id, for: 5, against: 0, abstain: 0 }
  expect(await recordHandCount(room.desk, counted)).toMatchObject({ detail: { counted: 5, present: 4 } })
})

test("a few people with many letters are no five voters: the secret minimum asks for hands, not for ballots", async () => {
  const { room } = await aRoomWithHolder({ present: 3, stoodFor: 2 })
  const motionId = await aMotion(room)
  expect(await openRound(room.chair, { motionId, secret: true })).toMatchObject({
    code: "secret_too_few",
    detail: { present: 3, needed: 5 },
  })
  const wide = await aRoomWithHolder({ present: 5, stoodFor: 3 })
  const roundId = await anOpenRound(wide.room, { secret: true })
  await voteAll(wide.room, roundId, ["for", "for"])
  for (const { id } of wide.principals)
    must(await vote(wide.room, roundId, wide.holder, "against", { forParticipantId: id }))
  expect(await closeRound(wide.room.chair, roundId)).toMatchObject({
    code: "secret_too_few_cast",
    detail: { cast: 2, needed: 5 },
  })
})

test("who raised a hand and left before the count was written is counted where he was", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 4 })
  const roundId = await anOpenRound(room, { means: "hands" })
  await nameBoth(room, roundId)
  must(await nameOfficer(room.desk, { roundId, participantId: room.observers[2]!.id, office: "counter" }))
  for (const at of [0, 2])
    must(
      await recordHandCount(room.desk, {
        roundId,
        counterId: room.observers[at]!.id,
        for: 3,
        against: 2,
        abstain: 0,
      }),
    )
  must(await markLeft(room.desk, room.meetingId, room.entitled[4]!.id))
  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toMatchObject({ present: 5, counts: { for: 3, against: 2 } })
})

test("who must stand back from a motion stands back from the amendment that changes its text", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const { meetingId } = room
  const [concerned, another] = room.entitled
  const motionId = await aMotion(room, "同意改造活动室")
  must(await recordRecusal(room.desk, { motionId, participantId: concerned!.id, reason }))
  const amendment = must(
    await moveAmendment(room.recorder, { meetingId, motionId, version: 1, content: "同意由甲一施工", moverId: null }),
  ).motionId
  must(await recordRecusal(room.desk, { motionId, participantId: another!.id, reason }))
  const roundId = await anOpenRound(room, { motionId: amendment })
  for (const barred of [concerned!, another!])
    expect(await vote(room, roundId, barred, "for")).toMatchObject({ code: "voter_recused" })
})

test("an amendment voted down is not taken up again once its motion has another text", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId } = room
  const motionId = await aMotion(room, "同意改造活动室")
  const entry = { meetingId, motionId, version: 1, content: "同意分两期改造活动室", moverId: null }
  const amendment = must(await moveAmendment(room.recorder, entry)).motionId
  const roundId = await decided(room, amendment, allAgainst)
  must(await editMotion(room.recorder, { motionId, version: 1, content: "同意明年改造活动室", proposalId: null }))
  expect(await setAside(room, roundId)).toMatchObject({ code: "amendment_outdated" })
  expect(await adoptAmendment(room.recorder, { motionId: amendment, reason: "提出人同意" })).toMatchObject({
    code: "motion_decided",
  })
  must(await openRound(room.chair, { motionId, secret: false }))
})

test("an amendment voted down is not taken up again once its motion was voted on", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId } = room
  const motionId = await aMotion(room, "同意改造活动室")
  const entry = { meetingId, motionId, version: 1, content: "同意分两期改造活动室", moverId: null }
  const roundId = await decided(room, must(await moveAmendment(room.recorder, entry)).motionId, allAgainst)
  await decided(room, motionId, allFor)
  expect(await setAside(room, roundId)).toMatchObject({ code: "amendment_outdated" })
})

/** Two motions on one topic, both carried. */
async function twoCarried() {
  const room = await aMeetingInRoom(await aWorld())
  const topicId = await aTopicOnAgenda(room)
  const { meetingId, agendaItemId } = room
  const said = { meetingId, agendaItemId, proposalId: null }
  const put = async (entry: Partial<Parameters<typeof putMotion>[1]> & { content: string }) =>
    must(await putMotion(room.recorder, { ...said, ...entry })).motionId
  const first = await put({ content: "同意改造活动室" })
  const second = await put({
    content: "同意改造活动室，附条件",
    effect: "agreedWithConditions",
    conditions: ["晚上九点关门"],
  })
  const rounds = [await decided(room, first, allFor), await decided(room, second, allFor)]
  const topic = async () => (await findTopic(room.world.db.read, room.world.community.id, topicId))!
  return { room, rounds, topic }
}

test("a vote set aside that had decided nothing leaves the topic as the other motion decided it", async () => {
  const { room, rounds, topic } = await twoCarried()
  must(await setAside(room, rounds[1]!))
  expect(await topic()).toMatchObject({ state: "decided", outcome: "agreed" })
})

test("where the vote that decided a topic is set aside, another motion that passed on it decides it", async () => {
  const { room, rounds, topic } = await twoCarried()
  must(await setAside(room, rounds[0]!))
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await topic()).toMatchObject({ state: "decided", outcome: "agreedWithConditions" })
})

/** The third votes in person, leaves, and gives the first a letter. */
async function leftAfterVoting() {
  const rule = { correctionBeforeClosing: true, proxies: { most: 1 } }
  const room = await aMeetingInRoom(await aWorld(), { rule })
  const [holder, , voter] = room.entitled
  const roundId = await anOpenRound(room, { publicity: "recorded" })
  must(await vote(room, roundId, voter!, "against"))
  must(await markLeft(room.desk, room.meetingId, voter!.id))
  await giveProxy(room, voter!.id, holder!.id)
  return { room, roundId, holder: holder!, voter: voter! }
}

test("a letter given after voting lets nobody change what was voted in person", async () => {
  const { room, roundId, holder, voter } = await leftAfterVoting()
  const changed = { roundId, choice: "for", requestKey: aRequestKey(), forParticipantId: voter.id }
  expect(await correctBallot(room.seat(holder), changed)).toMatchObject({ code: "not_cast_by_proxy" })
})

test("nor read it", async () => {
  const { room, roundId, holder, voter } = await leftAfterVoting()
  must(await closeRound(room.chair, roundId))
  expect(await readOwnBallot(room.seat(holder), roundId, voter.id)).toMatchObject({ code: "not_cast_by_proxy" })
})

test("a ballot changed by a helper's hand leaves the helper's name, and no choice, in the log", async () => {
  const { room, roundId } = await leftAfterVoting()
  const [, second] = room.entitled
  must(await vote(room, roundId, second!, "for"))
  const seat = room.seat(second!)
  const helper = { name: "乙二", reason: "视力不便" }
  const helped = { ...seat, actor: { ...seat.actor, seat: { ...seat.actor.seat!, helper } } }
  must(await correctBallot(helped, { roundId, choice: "against", requestKey: aRequestKey() }))
  const rows = await room.world.db.read.select().from(auditEntries)
  const [logged] = rows.filter(row => row.action === "round.changedWithHelper")
  expect(JSON.stringify(logged)).toContain("乙二")
  expect(JSON.stringify(logged)).not.toContain("against")
})
