import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { consolePageOf } from "~/chamber/console-page"
import { readConsole } from "~/chamber/console-view"
import { recordRecusal } from "~/chamber/motions/recusals"
import { findRound } from "~/chamber/rounds/round-store"
import { annulRound, closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { readSeat } from "~/chamber/seat-views"
import { seatViewOf } from "~/chamber/seat-words"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, vote, voteAll } from "./factories"

const recuse = (room: Room, motionId: string, at: number, by = room.desk) =>
  recordRecusal(by, { motionId, participantId: room.entitled[at]!.id, reason: "本人是承建单位的股东" })

const resultOf = async (room: Room, roundId: string) =>
  (await findRound(room.world.db.read, room.world.community.id, roundId))!.result!

test.each([false, true])(
  "who must abstain cannot vote, stays in the base, and is no silent one (secret: %s)",
  async secret => {
    const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
    const motionId = await aMotion(room)
    must(await recuse(room, motionId, 5))
    const roundId = await anOpenRound(room, { motionId, secret })
    expect(await vote(room, roundId, room.entitled[5]!, "for")).toMatchObject({ ok: false, code: "voter_recused" })
    const { now } = seatViewOf(must(await readSeat(room.seat(room.entitled[5]!))))
    expect(now.heading).toBe("您对这一项须回避，不参加表决")
    const console = must(await readConsole(room.chair, room.meetingId))
    expect(console.openRound!.notVoted.map(one => one.name)).not.toContain(room.entitled[5]!.name)
    expect(consolePageOf(console, room.world.clock.now, one => one.code).open).toMatchObject({
      cast: 0,
      mayVote: 5,
    })
    await voteAll(room, roundId, ["for", "for", "for", "for", "against"])
    must(await closeRound(room.chair, roundId))
    // Four of six present: still more than half. Had the base shrunk to five, so would three of them be.
    expect(await resultOf(room, roundId)).toMatchObject({
      present: 6,
      entitled: 6,
      cast: 5,
      outcome: "passed",
      recused: [room.entitled[5]!.name],
      lights: [
        { count: 6, whole: 6 },
        { count: 4, whole: 6 },
      ],
    })
  },
)

test("exactly half of those present is not more than half, whoever had to abstain", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const motionId = await aMotion(room)
  must(await recuse(room, motionId, 5))
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, ["for", "for", "for", "against", "against"])
  must(await closeRound(room.chair, roundId))
  expect((await resultOf(room, roundId)).outcome).toBe("notPassed")
})

test("who must abstain and went home is simply absent", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 6 })
  const motionId = await aMotion(room)
  must(await recuse(room, motionId, 5))
  must(await markLeft(room.desk, room.meetingId, room.entitled[5]!.id))
  const roundId = await anOpenRound(room, { motionId })
  await voteAll(room, roundId, ["for", "for", "for", "against", "against"])
  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toMatchObject({ present: 5, entitled: 6, outcome: "passed" })
  expect(await resultOf(room, roundId)).not.toHaveProperty("recused")
})

test("it is said before the vote, with its reason, once, and of delegates only", async () => {
  const room = await aMeetingInRoom(await aWorld(), { observers: 1 })
  const motionId = await aMotion(room)
  const [first] = room.entitled
  const said = { motionId, participantId: first!.id, reason: "本人是承建单位的股东" }
  expect(await recordRecusal(room.desk, { ...said, reason: " " })).toMatchObject({ code: "reason_missing" })
  expect(await recordRecusal(room.desk, { ...said, reason: "长".repeat(201) })).toMatchObject({ code: "text_too_long" })
  expect(await recordRecusal(room.desk, { ...said, motionId: "none" })).toMatchObject({ code: "not_found" })
  expect(await recordRecusal(room.desk, { ...said, participantId: "none" })).toMatchObject({ code: "not_found" })
  const observer = { ...said, participantId: room.observers[0]!.id }
  expect(await recordRecusal(room.desk, observer)).toMatchObject({ code: "not_entitled_to_vote" })
  for (const by of [room.chair, room.recorder])
    expect(await recuse(room, motionId, by === room.chair ? 0 : 1, by)).toMatchObject({ ok: true })
  expect(await recuse(room, motionId, 0)).toMatchObject({ code: "already_recused" })
  expect(await recordRecusal(room.seat(room.entitled[2]!), said)).toMatchObject({ code: "not_found" })

  const roundId = await anOpenRound(room, { motionId })
  expect(await recuse(room, motionId, 2)).toMatchObject({ code: "round_open" })
  await voteAll(room, roundId, [])
  must(await annulRound(room.chair, roundId, "投影坏了"))
  must(await recuse(room, motionId, 2))
  const again = await anOpenRound(room, { motionId })
  must(await vote(room, again, room.entitled[3]!, "for"))
  must(await vote(room, again, room.entitled[4]!, "for"))
  must(await closeRound(room.chair, again))
  expect(await recuse(room, motionId, 3)).toMatchObject({ code: "round_not_proclaimed" })
  must(await proclaimRound(room.chair, again))
  expect(await recuse(room, motionId, 3)).toMatchObject({ code: "motion_decided" })
})

test("one who must abstain on one motion votes on the next", async () => {
  const room = await aMeetingInRoom(await aWorld())
  must(await recuse(room, await aMotion(room), 0))
  const roundId = await anOpenRound(room)
  expect(await vote(room, roundId, room.entitled[0]!, "for")).toMatchObject({ ok: true })
})

test("for a secret vote those who must abstain are not among the voters", async () => {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 5 })
  const motionId = await aMotion(room)
  must(await recuse(room, motionId, 0))
  expect(await openRound(room.chair, { motionId, secret: true })).toMatchObject({
    code: "secret_too_few",
    detail: { present: 4, needed: 5 },
  })
})
