import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { moveAmendment } from "~/chamber/motions/amendments"
import { readMotion } from "~/chamber/motions/motion-page"
import { editMotion, putMotion } from "~/chamber/motions/motions"
import { adoptAmendment, withdrawMotion } from "~/chamber/motions/standing"
import { findMotion, listMotions } from "~/chamber/motions/store"
import { annulRound, closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

type Entry = Partial<Parameters<typeof moveAmendment>[1]> & { motionId: string }

const amend = (room: Room, entry: Entry) =>
  moveAmendment(room.recorder, {
    meetingId: room.meetingId,
    version: 1,
    content: "同意分两期改造活动室",
    moverId: null,
    ...entry,
  })
const anAmendment = async (room: Room, entry: Entry) => must(await amend(room, entry)).motionId
const read = async (room: Room, motionId: string) =>
  (await findMotion(room.world.db.read, room.world.community.id, motionId))!

async function decided(room: Room, motionId: string, choices: Parameters<typeof voteAll>[2]): Promise<void> {
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, choices)
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
}

test("an amendment that is carried becomes the text of its motion, and the earlier text is kept", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId, moverId: room.entitled[1]!.id, conditions: ["晚上九点关门"] })
  await decided(room, amendment, ["for", "for", "for"])
  expect(await read(room, motionId)).toMatchObject({
    content: "同意分两期改造活动室",
    effect: "agreedWithConditions",
    conditions: ["晚上九点关门"],
    version: 2,
  })
  const record = await readMeetingRecord(room.world.db.read, room.world.community.id, room.meetingId)
  const [recorded] = record!.items.flatMap(item => item.motions)
  expect(recorded!.versions.map(one => [one.content, one.amendmentOrdinal])).toEqual([
    ["同意改造活动室", null],
    ["同意分两期改造活动室", 2],
  ])
  expect((await read(room, amendment)).content).toBe("同意分两期改造活动室")
})

test("an amendment that is voted down leaves the text as it was, and the motion may be voted on", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  await decided(room, amendment, ["against", "against", "against"])
  expect(await read(room, motionId)).toMatchObject({ content: "同意改造活动室", version: 1 })
  must(await openRound(room.chair, { motionId, secret: false, version: 1 }))
})

test("a motion waits until its amendment is decided, taken over or withdrawn", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  const { ordinal } = await read(room, amendment)
  const open = () => openRound(room.chair, { motionId, secret: false })
  expect(await open()).toMatchObject({ code: "amendment_pending", detail: { ordinal } })
  const edit = { motionId, version: 1, content: "改一个字", proposalId: null }
  expect(await editMotion(room.recorder, edit)).toMatchObject({ code: "amendment_pending", detail: { ordinal } })
  expect(await amend(room, { motionId, content: "又一种说法" })).toMatchObject({ code: "amendment_pending" })
  must(await withdrawMotion(room.recorder, { motionId: amendment, reason: "提出人撤回" }))
  must(await amend(room, { motionId, content: "又一种说法" }))
  expect(await open()).toMatchObject({ code: "amendment_pending" })
})

test("an amendment everyone agrees to is taken over without a vote, on whose word it says", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  expect(await adoptAmendment(room.recorder, { motionId, reason: "都同意" })).toMatchObject({
    code: "not_an_amendment",
  })
  const amendment = await anAmendment(room, { motionId })
  expect(await adoptAmendment(room.recorder, { motionId: amendment, reason: "" })).toMatchObject({
    code: "reason_missing",
  })
  must(await adoptAmendment(room.recorder, { motionId: amendment, reason: "甲一同意，没有人反对" }))
  expect(await read(room, amendment)).toMatchObject({ standing: "adopted", standingReason: "甲一同意，没有人反对" })
  expect(await read(room, motionId)).toMatchObject({ content: "同意分两期改造活动室", version: 2 })
  expect(await openRound(room.chair, { motionId: amendment, secret: false })).toMatchObject({
    code: "motion_withdrawn",
  })
  must(await openRound(room.chair, { motionId, secret: false, version: 2 }))
})

test("the chair who saw the text before the amendment does not open the one after it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  must(await adoptAmendment(room.recorder, { motionId: await anAmendment(room, { motionId }), reason: "都同意" }))
  expect(await openRound(room.chair, { motionId, secret: false, version: 1 })).toMatchObject({
    code: "motion_reworded",
  })
})

test("a text that was voted on, an amendment and an election are not amended", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  expect(await amend(room, { motionId: amendment })).toMatchObject({ code: "amendment_of_amendment" })
  expect(await amend(room, { motionId, content: " " })).toMatchObject({ code: "motion_empty" })
  const voted = await aMotion(room, "同意换灯")
  must(await annulRound(room.chair, await anOpenRound(room, { motionId: voted }), "念错了"))
  expect(await amend(room, { motionId: voted })).toMatchObject({ code: "motion_voted_on" })
  const { meetingId, agendaItemId } = room
  const election = { meetingId, agendaItemId, content: "推选监票人", proposalId: null, kind: "election" } as const
  const chosen = must(await putMotion(room.recorder, election)).motionId
  expect(await amend(room, { motionId: chosen })).toMatchObject({ code: "election_not_amended" })
})

test("an amendment is drawn up from the text as it stands, and changes something of it", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  expect(await amend(room, { motionId, content: " 同意改造活动室 " })).toMatchObject({
    code: "amendment_says_the_same",
  })
  must(await editMotion(room.recorder, { motionId, version: 1, content: "同意翻修活动室", proposalId: null }))
  expect(await amend(room, { motionId })).toMatchObject({
    code: "changed_meanwhile",
    detail: { version: 2, changes: [{ label: "表决事项", now: "同意翻修活动室" }] },
  })
  must(await amend(room, { motionId, version: 2 }))
})

test("an amendment that takes the conditions away leaves plain agreement, and keeps a day for fieldwork", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "同意试装", proposalId: null, conditions: ["只在白天放"] }
  const conditional = must(await putMotion(room.recorder, { ...entry, effect: "agreedWithConditions" })).motionId
  must(
    await adoptAmendment(room.recorder, {
      motionId: await anAmendment(room, { motionId: conditional, content: "同意试装", conditions: [] }),
      reason: "都同意",
    }),
  )
  expect(await read(room, conditional)).toMatchObject({ effect: "agreed", conditions: null })
  const later = { effect: "needsFieldwork", returnOn: "2026-12-01" } as const
  const fieldwork = must(await putMotion(room.recorder, { ...entry, ...later })).motionId
  must(
    await adoptAmendment(room.recorder, {
      motionId: await anAmendment(room, { motionId: fieldwork, content: "先去看看" }),
      reason: "都同意",
    }),
  )
  expect(await read(room, fieldwork)).toMatchObject({ ...later, content: "先去看看", conditions: ["只在白天放"] })
})

test("what is sent to a higher procedure takes no conditions from an amendment either", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, agendaItemId } = room
  const entry = { meetingId, agendaItemId, content: "提交居民代表会议", proposalId: null } as const
  const escalated = { ...entry, effect: "escalated", escalateTo: "representatives" } as const
  const { motionId } = must(await putMotion(room.recorder, escalated))
  expect(await amend(room, { motionId, conditions: ["只在白天放"] })).toMatchObject({ code: "conditions_not_taken" })
  must(await amend(room, { motionId }))
})

test("with a motion goes the amendment that waited for its text, but not while it is voted on", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  const roundId = await anOpenRound(room, { motionId: amendment })
  expect(await withdrawMotion(room.recorder, { motionId, reason: "不办了" })).toMatchObject({ code: "round_open" })
  must(await annulRound(room.chair, roundId, "不办了"))
  must(await withdrawMotion(room.recorder, { motionId, reason: "不办了" }))
  expect(await read(room, amendment)).toMatchObject({ standing: "withdrawn", standingReason: "第1件已撤回" })
})

test("a tie leaves an amendment undecided: its motion goes on waiting for it", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 4 })
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  await decided(room, amendment, ["for", "for", "against", "against"])
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "amendment_pending" })
  await decided(room, amendment, ["for", "for", "for"])
  expect((await read(room, motionId)).content).toBe("同意分两期改造活动室")
})

test("two who amend at once leave one amendment", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const answers = await Promise.all(["一种说法", "另一种说法"].map(content => amend(room, { motionId, content })))
  expect(answers.filter(answer => answer.ok)).toHaveLength(1)
  expect(await listMotions(room.world.db.read, room.world.community.id, room.meetingId)).toHaveLength(2)
})

test("the page of an amendment shows what it would change, before and after it was carried", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room, "同意改造活动室")
  const amendment = await anAmendment(room, { motionId })
  const page = async (id: string) => must(await readMotion(room.recorder, { meetingId: room.meetingId, motionId: id }))
  const change = { kind: "added", text: "分两期" }
  expect((await page(amendment)).name).toBe("第2件，修正第1件")
  expect((await page(amendment)).changes).toContainEqual(change)
  await decided(room, amendment, ["for", "for", "for"])
  expect((await page(amendment)).changes).toContainEqual(change)
  const main = await page(motionId)
  expect(main.amendments).toMatchObject([{ ordinal: 2, state: "通过" }])
  expect(main.amendments[0]!.parts).toContainEqual(change)
  expect((await page(amendment)).rounds[0]!.nextStep).toMatch(/接着表决第1件/)
})
