import { expect, test } from "vitest"
import { motions } from "#db/schema/chamber-motions"
import { aWorld } from "#tests/world"
import { readMeetingRecord } from "~/chamber/meeting-record"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound, openRound, proclaimRound } from "~/chamber/rounds/rounds"
import { publicityOf } from "~/chamber/rounds/rules"
import { presetOf } from "~/rulebook/presets"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "./factories"

const table = presetOf("deliberation")

const asElection = (room: Room, motionId: string) =>
  room.world.db.tx("kind", async q => {
    await q.update(motions).set({ kind: "election" })
    return motionId
  })

test.each([
  ["open", undefined, "open"],
  ["open", "recorded", "recorded"],
  ["recorded", undefined, "recorded"],
  ["recorded", "open", "recorded"],
  ["secret", "open", "secret"],
] as const)("where the rule allows %s and %s is asked for, the round is %s", (allowed, asked, stored) => {
  expect(publicityOf({ ...table, ballotPublicity: allowed }, false, asked)).toBe(stored)
})

test("a secret round is secret whatever else is asked for, and stays so", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { secret: true, publicity: "open" })
  const round = await findRound(room.world.db.read, room.world.community.id, roundId)
  expect([round?.publicity, round?.secret]).toEqual(["secret", true])
})

test("where the rule knows only secret votes, no named round and no show of hands is opened", async () => {
  const room = await aMeetingInRoom(await aWorld(), { rule: { ballotPublicity: "secret" } })
  const motionId = await aMotion(room)
  for (const means of ["ballots", "hands"] as const)
    expect(await openRound(room.chair, { motionId, secret: false, means })).toMatchObject({
      code: "secret_only_by_rule",
      detail: { field: "manner" },
    })
  must(await openRound(room.chair, { motionId, secret: true }))
})

test("an election is always secret, and never with codes: a kept code could be bought", async () => {
  const room = await aMeetingInRoom(await aWorld(), { rule: { verificationCodes: true } })
  const motionId = await asElection(room, await aMotion(room, "推选楼组长"))
  expect(await openRound(room.chair, { motionId, secret: false })).toMatchObject({ code: "election_is_secret" })
  expect(await openRound(room.chair, { motionId, secret: false, means: "hands" })).toMatchObject({
    code: "election_is_secret",
  })
  expect(await openRound(room.chair, { motionId, secret: true, withCodes: true })).toMatchObject({
    code: "codes_not_for_elections",
  })
  must(await openRound(room.chair, { motionId, secret: true }))
})

test("a show of hands is seen by all: it is never secret, and cannot count several options", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const motionId = await aMotion(room)
  expect(await openRound(room.chair, { motionId, secret: true, means: "hands" })).toMatchObject({
    code: "hands_are_never_secret",
  })
  await room.world.db.tx("options", q =>
    q.update(motions).set({
      options: [
        { key: "a", label: "东侧" },
        { key: "b", label: "南侧" },
      ],
    }),
  )
  expect(await openRound(room.chair, { motionId, secret: false, means: "hands" })).toMatchObject({
    code: "hands_need_two_sides",
  })
})

test("a round for those at the count shows its choices to chair, recorder and desk, and not in the record", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { publicity: "recorded" })
  await voteAll(room, roundId, ["for", "for", "against"])
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  const { world, meetingId } = room
  for (const ctx of [room.chair, room.recorder, room.desk])
    expect(must(await readRoundPage(ctx, { meetingId, roundId })).choices).toHaveLength(3)
  const reader = await world.as("viewer")
  const read = must(await readRoundPage(reader, { meetingId, roundId }))
  expect(read.choices).toBeNull()
  expect(read.round.result?.counts).toMatchObject({ for: 2, against: 1 })
  const record = await readMeetingRecord(world.db.read, world.community.id, meetingId)
  expect(record?.items[0]?.motions[0]?.rounds[0]?.choices).toBeNull()
})

test("an open round stands in the record with its names; before closing no page knows a choice", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  await voteAll(room, roundId, ["for", "against"])
  const { world, meetingId } = room
  const during = must(await readRoundPage(room.chair, { meetingId, roundId }))
  expect([during.choices, during.round.result]).toEqual([null, null])
  must(await closeRound(room.chair, roundId))
  const reader = await world.as("viewer")
  expect(must(await readRoundPage(reader, { meetingId, roundId })).round.result).toBeNull()
  must(await proclaimRound(room.chair, roundId))
  const read = must(await readRoundPage(reader, { meetingId, roundId }))
  expect(read.choices?.map(one => one.choiceName).toSorted()).toEqual(["反对", "赞成"])
})

test("the page of a round is for those at the desk and readers of records; a tablet has its own", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const { meetingId, world } = room
  const roundId = await anOpenRound(room)
  const at = { meetingId, roundId }
  expect(await readRoundPage(room.seat(room.entitled[0]!), at)).toMatchObject({ code: "not_found" })
  expect(await readRoundPage(await world.as("gridWorker"), at)).toMatchObject({ code: "forbidden" })
  expect(await readRoundPage(room.chair, { meetingId, roundId: "none" })).toMatchObject({ code: "not_found" })
})
