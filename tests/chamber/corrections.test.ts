import { expect, test } from "vitest"
import { topics } from "#db/schema/agenda"
import { roundCorrections } from "#db/schema/chamber-challenges"
import { motions } from "#db/schema/chamber-motions"
import { rounds } from "#db/schema/chamber-rounds"
import { agendaItems } from "#db/schema/convening"
import { aWorld } from "#tests/world"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { drawUpCorrection, signCorrection, withdrawCorrection } from "~/chamber/rounds/corrections"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { listRounds } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { adjournMeeting, closeMeeting } from "~/chamber/session"
import { papers } from "~/records/meeting-paper-kinds"
import { draftCountAnnouncement, draftCountReport } from "~/records/round-sheets"
import { issueDocument } from "~/registry/documents"
import { verifySheet } from "~/registry/verification"
import { aReleasedAnnouncement } from "../records/announcement-factories"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const aNote = { kind: "note", wrong: "会上念成赞成12票", right: "赞成是4票" } as const
const aSetAside = { kind: "setAside", wrong: "有一位代表的平板拿错了", right: "按本人意见重新表决" } as const

async function aProclaimedRound(room?: Room, motionId?: string) {
  const here = room ?? (await aMeetingInRoom(await aWorld()))
  const roundId = await anOpenRound(here, { motionId })
  await voteAll(here, roundId, ["for", "for", "for", "for", "against"])
  must(await closeRound(here.chair, roundId))
  must(await proclaimRound(here.chair, roundId))
  return { room: here, roundId }
}

const pageOf = async (room: Room, roundId: string) =>
  must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))

test("what was written wrong is put right by a note that another person signs; the result stays as it was", async () => {
  const { room, roundId } = await aProclaimedRound()
  const before = (await pageOf(room, roundId)).round.result
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aNote }))
  expect((await pageOf(room, roundId)).round.corrections).toEqual([])
  must(await signCorrection(room.chair, { correctionId }))
  const { round } = await pageOf(room, roundId)
  expect(round.corrections).toMatchObject([{ kindName: "更正", wrong: aNote.wrong, right: aNote.right }])
  expect([round.result, round.isSetAside]).toEqual([before, false])
  const record = await readMeetingRecord(room.world.db.read, room.world.community.id, room.meetingId)
  expect(record?.items[0]?.motions[0]?.rounds[0]?.corrections).toHaveLength(1)
})

test("nobody signs the own correction", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { correctionId } = must(await drawUpCorrection(room.chair, { roundId, ...aNote }))
  expect(await signCorrection(room.chair, { correctionId })).toMatchObject({ code: "own_correction" })
  must(await signCorrection(room.desk, { correctionId }))
  expect(await signCorrection(room.recorder, { correctionId })).toMatchObject({ code: "correction_settled" })
})

test("a correction that was wrong itself is withdrawn before it is signed, and stays on record", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aNote }))
  must(await withdrawCorrection(room.recorder, { correctionId }))
  expect(await signCorrection(room.chair, { correctionId })).toMatchObject({ code: "correction_settled" })
  expect(await withdrawCorrection(room.recorder, { correctionId })).toMatchObject({ code: "correction_settled" })
  expect((await pageOf(room, roundId)).corrections).toHaveLength(1)
})

test("a signed correction stands, and none is ever deleted", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aNote }))
  must(await signCorrection(room.chair, { correctionId }))
  const { db } = room.world
  await expect(db.tx("x", q => q.update(roundCorrections).set({ right: "赞成是5票" }))).rejects.toThrow()
  await expect(db.tx("x", q => q.delete(roundCorrections))).rejects.toThrow()
})

test("a correction says what was wrong and how it is right, and belongs to those who hold the meeting", async () => {
  const { room, roundId } = await aProclaimedRound()
  expect(await drawUpCorrection(room.chair, { roundId, ...aNote, wrong: " " })).toMatchObject({ code: "wrong_missing" })
  expect(await drawUpCorrection(room.chair, { roundId, ...aNote, right: "" })).toMatchObject({ code: "right_missing" })
  expect(await drawUpCorrection(room.chair, { roundId, ...aNote, right: "长".repeat(501) })).toMatchObject({
    code: "text_too_long",
    detail: { field: "right" },
  })
  const reader = await room.world.as("viewer")
  expect(await drawUpCorrection(reader, { roundId, ...aNote })).toMatchObject({ code: "forbidden" })
  expect(await drawUpCorrection(room.seat(room.entitled[0]!), { roundId, ...aNote })).toMatchObject({
    code: "not_found",
  })
  expect(await signCorrection(room.chair, { correctionId: "none" })).toMatchObject({ code: "not_found" })
})

test("before the result is proclaimed there is nothing to correct: the round is annulled", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  expect(await drawUpCorrection(room.chair, { roundId, ...aNote })).toMatchObject({ code: "nothing_to_correct" })
})

test("once a vote is set aside its motion is voted on again, and the earlier result is kept", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { db, community } = room.world
  const [{ motionId } = { motionId: "" }] = await listRounds(db.read, community.id, room.meetingId)
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "motion_decided" })
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "motion_decided" })
  must(await signCorrection(room.chair, { correctionId }))
  const second = must(await openRound(room.chair, { motionId, secret: false })).roundId
  const both = await listRounds(db.read, community.id, room.meetingId)
  expect(both.map(round => [round.ordinal, round.state, round.isSetAside])).toEqual([
    [1, "proclaimed", true],
    [2, "open", false],
  ])
  expect((await pageOf(room, roundId)).round).toMatchObject({ isSetAside: true, result: { counts: { for: 4 } } })
  expect((await pageOf(room, second)).round.isSetAside).toBe(false)
})

test("a vote is set aside once, and while the meeting can still vote", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  const another = must(await drawUpCorrection(room.desk, { roundId, ...aSetAside }))
  must(await adjournMeeting(room.chair, room.meetingId, "午休"))
  must(await signCorrection(room.chair, { correctionId }))
  expect(await signCorrection(room.chair, another)).toMatchObject({ code: "set_aside_already" })
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await drawUpCorrection(room.chair, { roundId, ...aNote })).toMatchObject({ ok: true })
})

test("after the meeting is closed only the words are put right", async () => {
  const { room, roundId } = await aProclaimedRound()
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  must(await closeMeeting(room.chair, room.meetingId))
  expect(await signCorrection(room.chair, { correctionId })).toMatchObject({ code: "set_aside_too_late" })
  expect(await drawUpCorrection(room.recorder, { roundId, ...aSetAside })).toMatchObject({ code: "set_aside_too_late" })
})

test("an amendment that passed is in the text of its motion already: it is not set aside", async () => {
  const { room, roundId } = await aProclaimedRound()
  await room.world.db.tx("kind", q => q.update(motions).set({ kind: "amendment" }))
  expect(await drawUpCorrection(room.chair, { roundId, ...aSetAside })).toMatchObject({
    code: "amendment_not_set_aside",
  })
})

/** The item of the room on a topic that was scheduled for it. */
async function withTopic(room: Room): Promise<string> {
  const { db, community, installation } = room.world
  const topicId = installation.newId()
  await db.tx("topic", async q => {
    await q.insert(topics).values({
      communityId: community.id,
      id: topicId,
      year: 2026,
      sequence: 1,
      title: "活动室改造",
      background: "活动室漏雨",
      state: "scheduled",
      outcome: null,
      returnOn: null,
      createdAt: installation.now(),
      createdBy: "乙二",
      version: 1,
    })
    await q.update(agendaItems).set({ topicId })
  })
  return topicId
}

const topicOf = async ({ world }: Room) => (await world.db.read.select().from(topics))[0]

test("what a vote decided is undecided again when it is set aside, and decided by the new round", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await withTopic(room)
  const { roundId } = await aProclaimedRound(room)
  expect((await topicOf(room))?.state).toBe("decided")
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  must(await signCorrection(room.chair, { correctionId }))
  expect((await topicOf(room))?.state).toBe("scheduled")
  const [{ motionId } = { motionId: "" }] = await room.world.db.read.select({ motionId: rounds.motionId }).from(rounds)
  await aProclaimedRound(room, motionId)
  expect((await topicOf(room))?.state).toBe("decided")
})

test("a motion set aside and not voted on again decides nothing when the meeting ends", async () => {
  const room = await aMeetingInRoom(await aWorld())
  await withTopic(room)
  const { roundId } = await aProclaimedRound(room, await aMotion(room))
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  must(await signCorrection(room.chair, { correctionId }))
  must(await closeMeeting(room.chair, room.meetingId))
  expect((await topicOf(room))?.state).toBe("prepared")
})

test("the announcement and the report of a result that was set aside are withdrawn; the sheet of the count stands", async () => {
  const { room, roundId } = await aProclaimedRound()
  const place = { meetingId: room.meetingId, origin: null, of: roundId }
  await aReleasedAnnouncement(room.world, { meetingId: room.meetingId, roundId })
  const filed = async (kind: "countAnnouncement" | "countReport" | "countSheet") =>
    must(await papers[kind].print(room.desk, place)).document.factsHash
  const announcement = await filed("countAnnouncement")
  const [report, sheet] = [await filed("countReport"), await filed("countSheet")]
  const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  must(await signCorrection(room.chair, { correctionId }))
  const found = async (factsHash: string) => must(await verifySheet(room.world.asStranger(), factsHash))
  expect(await found(announcement)).toMatchObject({ status: "withdrawn", reason: "这个表决结果已经撤销。" })
  expect((await found(report)).status).toBe("withdrawn")
  expect((await found(sheet)).status).toBe("inForce")
})

test("announcement and report drawn up before a correction was signed are no longer filed afterwards", async () => {
  for (const [correction, ofAnnouncement] of [
    [aSetAside, "result_set_aside"],
    [aNote, "corrected_meanwhile"],
  ] as const) {
    const { room, roundId } = await aProclaimedRound()
    const key = { meetingId: room.meetingId, roundId }
    const announcement = must(await draftCountAnnouncement(room.desk, key))
    const report = must(await draftCountReport(room.desk, key))
    const { correctionId } = must(await drawUpCorrection(room.recorder, { roundId, ...correction }))
    must(await signCorrection(room.chair, { correctionId }))
    expect(await issueDocument(room.desk, announcement)).toMatchObject({ code: ofAnnouncement })
    expect(await issueDocument(room.desk, report)).toMatchObject({ code: "corrected_meanwhile" })
    must(await issueDocument(room.desk, must(await draftCountReport(room.desk, key))))
  }
})

test("a correction that is not signed yet keeps no paper from being filed", async () => {
  const { room, roundId } = await aProclaimedRound()
  const report = must(await draftCountReport(room.desk, { meetingId: room.meetingId, roundId }))
  must(await drawUpCorrection(room.recorder, { roundId, ...aSetAside }))
  must(await issueDocument(room.desk, report))
})
