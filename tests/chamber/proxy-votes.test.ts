import { expect, test } from "vitest"
import { paperBallots } from "#db/schema/chamber-paper"
import { rollEntries, rounds } from "#db/schema/chamber-rounds"
import { aWorld } from "#tests/world"
import { checkInAtDesk, countHeads, markLeft } from "~/chamber/attendance/attendance"
import { recordProxy } from "~/chamber/attendance/proxies"
import { recordRecusal } from "~/chamber/motions/recusals"
import { castBallot } from "~/chamber/rounds/ballots"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { closeRound, proclaimRound } from "~/chamber/rounds/rounds"
import type { Participant } from "~/convening/store"
import { aMeetingInRoom, aMotion, anOpenRound, aRequestKey, must, type Room, vote } from "./factories"

/** Seven entitled, five in the room; the first stands for the seventh. */
async function aRoomWithProxy() {
  const room = await aMeetingInRoom(await aWorld(), { entitled: 7, present: 5, rule: { proxies: { most: 1 } } })
  const [holder, principal] = [room.entitled[0]!, room.entitled[6]!]
  const { meetingId } = room
  must(await recordProxy(room.desk, { meetingId, principalId: principal.id, holderId: holder.id, letter: "委托书" }))
  return { room, holder, principal }
}

const voteFor = (room: Room, roundId: string, holder: Participant, principal: Participant, choice: string) =>
  vote(room, roundId, holder, choice, { forParticipantId: principal.id })

test("a proxy votes for himself and for whom he stands for, each once, and the roll says by whose hand", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, holder, "for"))
  must(await voteFor(room, roundId, holder, principal, "against"))
  expect(await voteFor(room, roundId, holder, principal, "for")).toMatchObject({ code: "already_voted" })
  const roll = await room.world.db.read.select().from(rollEntries)
  expect(roll.find(entry => entry.participantId === principal.id)?.castById).toBe(holder.id)
  expect(roll.find(entry => entry.participantId === holder.id)?.castById).toBeNull()
  must(await closeRound(room.chair, roundId))
  must(await proclaimRound(room.chair, roundId))
  const page = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(page.round.result).toMatchObject({ cast: 2, present: 6, entitled: 7, byProxy: 1 })
  expect(page.choices?.find(one => one.participantId === principal.id)).toMatchObject({
    choice: "against",
    castByName: holder.name,
  })
})

test("who is stood for counts as present while the proxy is in the room, on the frozen roll too", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const { db, community } = room.world
  expect(await countHeads(db.read, community.id, room.meetingId)).toEqual({ present: 6, entitled: 7 })
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, room.entitled[1]!, "for"))
  must(await closeRound(room.chair, roundId))
  const { roll } = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(roll.find(row => row.participantId === principal.id)).toMatchObject({ present: true, voted: false })
  must(await proclaimRound(room.chair, roundId))
  must(await checkInAtDesk(room.desk, room.meetingId, room.entitled[5]!.id))
  must(await markLeft(room.desk, room.meetingId, holder.id))
  const second = await anOpenRound(room)
  must(await vote(room, second, room.entitled[1]!, "for"))
  must(await closeRound(room.chair, second))
  const later = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId: second })).roll
  expect(later.find(row => row.participantId === principal.id)).toMatchObject({ present: false })
})

test("nobody votes for somebody who gave him no letter, nor when the principal has come himself", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const roundId = await anOpenRound(room)
  expect(await voteFor(room, roundId, room.entitled[1]!, principal, "for")).toMatchObject({ code: "proxy_not_held" })
  expect(await voteFor(room, roundId, holder, room.entitled[1]!, "for")).toMatchObject({ code: "proxy_not_held" })
  must(await checkInAtDesk(room.desk, room.meetingId, principal.id))
  expect(await voteFor(room, roundId, holder, principal, "for")).toMatchObject({ code: "proxy_not_held" })
  must(await vote(room, roundId, principal, "for"))
})

test("a proxy who has left the room votes for nobody", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const roundId = await anOpenRound(room)
  must(await markLeft(room.desk, room.meetingId, holder.id))
  expect(await voteFor(room, roundId, holder, principal, "for")).toMatchObject({ code: "proxy_not_held" })
})

test.each(["holder", "principal"] as const)("where the %s has to stand back, the proxy casts no ballot", async who => {
  const { room, holder, principal } = await aRoomWithProxy()
  const motionId = await aMotion(room)
  const participantId = (who === "holder" ? holder : principal).id
  must(await recordRecusal(room.chair, { motionId, participantId, reason: "本人的商铺在改造范围内" }))
  const roundId = await anOpenRound(room, { motionId })
  expect(await voteFor(room, roundId, holder, principal, "for")).toMatchObject({
    code: who === "holder" ? "proxy_recused" : "principal_recused",
    detail: { name: principal.name },
  })
})

test("in a secret round the proxy's two ballots are sealed like all others, and the roll alone knows the hand", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const roundId = await anOpenRound(room, { secret: true })
  for (const voter of room.entitled.slice(0, 5)) must(await vote(room, roundId, voter, "for"))
  must(await voteFor(room, roundId, holder, principal, "against"))
  must(await closeRound(room.chair, roundId))
  const page = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(page.round.result).toMatchObject({ cast: 6, counts: { for: 5, against: 1 }, byProxy: 1 })
  expect(page.choices).toBeNull()
})

test("whoever helps at a tablet is on the roll, and how many were helped in the result", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room)
  const seat = room.seat(room.entitled[0]!)
  const helped = {
    ...seat,
    actor: { ...seat.actor, seat: { ...seat.actor.seat!, helper: { name: "乙二", reason: "视力不便" } } },
  }
  must(await castBallot(helped, { roundId, choice: "for", requestKey: aRequestKey() }))
  must(await vote(room, roundId, room.entitled[1]!, "for"))
  must(await closeRound(room.chair, roundId))
  const page = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(page.round.result?.assisted).toBe(1)
  expect(page.choices?.map(one => one.helperName).toSorted()).toEqual(["", "乙二"])
})

test("whoever holds a paper, or votes in a round that went over to paper, votes on no tablet", async () => {
  const { room, holder, principal } = await aRoomWithProxy()
  const roundId = await anOpenRound(room, { medium: "mixed" })
  const { db, community } = room.world
  await db.tx("paper", q =>
    q.insert(paperBallots).values({
      communityId: community.id,
      roundId,
      serial: 1,
      participantId: principal.id,
      state: "issued",
      issuedBy: "乙二",
    }),
  )
  expect(await voteFor(room, roundId, holder, principal, "for")).toMatchObject({ code: "voter_has_paper" })
  must(await vote(room, roundId, holder, "for"))
  await db.tx("paper", q => q.update(rounds).set({ medium: "paper" }))
  expect(await vote(room, roundId, room.entitled[1]!, "for")).toMatchObject({ code: "round_on_paper" })
})

test("on a show of hands no ballot is cast", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const roundId = await anOpenRound(room, { means: "hands" })
  expect(await vote(room, roundId, room.entitled[0]!, "for")).toMatchObject({ code: "round_by_hands" })
})
