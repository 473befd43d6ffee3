import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { rollEntries } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "#tests/chamber/factories"
import { aRoundWithOfficers, givePapers, readTwice, votePaper } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { checkInAtDesk, markLeft } from "~/chamber/attendance/attendance"
import { recordProxy, revokeProxy } from "~/chamber/attendance/proxies"
import {
  exchangePaper,
  keepDuplicate,
  markMissing,
  markReturned,
  reopenPapers,
  withdrawPaper,
} from "~/chamber/paper/papers"
import { pressOnPapers, readPapersPage } from "~/chamber/paper/papers-page"
import { enterSheet } from "~/chamber/paper/sheets"
import { listPapers } from "~/chamber/paper/store"
import { readRoundPage } from "~/chamber/rounds/round-page"
import { annulRound, closeRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"

const aRoom = async () => aMeetingInRoom(await aWorld(), { observers: 2 })
const rollOf = (room: Room, roundId: string) =>
  room.world.db.read.select().from(rollEntries).where(eq(rollEntries.roundId, roundId))
const statesOf = async (room: Room, roundId: string) =>
  (await listPapers(room.world.db.read, room.world.community.id, roundId)).map(paper => paper.state)

test("a return pressed by mistake is undone: the paper is out again, its voter off the roll, and both may end otherwise", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  const [first, second] = room.entitled
  const serials = await votePaper(room, roundId, [first!, second!])
  must(await reopenPapers(room.desk, { roundId, serials: serials.slice(0, 1) }))
  expect(await statesOf(room, roundId)).toEqual(["issued", "returned"])
  expect((await rollOf(room, roundId)).map(entry => entry.participantId)).toEqual([second!.id])
  expect(await vote(room, roundId, first!, "for")).toMatchObject({ code: "voter_has_paper" })
  must(await withdrawPaper(room.desk, { roundId, serial: 1 }))
  must(await vote(room, roundId, first!, "against"))
  await readTwice(room, roundId, { 2: "for" })
  must(await closeRound(room.chair, roundId))
  const { round, papers } = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(round.result).toMatchObject({ cast: 2, counts: { for: 1, against: 1 } })
  expect(papers).toMatchObject({ issued: 2, returned: 1, spoiled: 1 })
})

test("undone and handed in again, a paper counts once", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  const serials = await votePaper(room, roundId, room.entitled.slice(0, 2))
  must(await reopenPapers(room.desk, { roundId, serials }))
  must(await markReturned(room.desk, { roundId, serials }))
  await readTwice(room, roundId, { 1: "for", 2: "for" })
  must(await closeRound(room.chair, roundId))
  const { round } = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(round.result).toMatchObject({ cast: 2, counts: { for: 2 } })
})

test("a paper called missing that turns up is out again, also after the voting ended", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  const serials = await givePapers(room, roundId, room.entitled.slice(0, 1))
  must(await endVoting(room.chair, roundId))
  must(await markMissing(room.desk, { roundId, serials }))
  must(await reopenPapers(room.desk, { roundId, serials }))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "papers_not_accounted_for" })
  must(await markReturned(room.desk, { roundId, serials }))
  expect(await rollOf(room, roundId)).toHaveLength(1)
})

test("once a sheet was read, or the round closed, what became of a paper stands", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  const serials = await votePaper(room, roundId, room.entitled.slice(0, 2))
  const reopen = (ctx = room.desk) => reopenPapers(ctx, { roundId, serials: [2] })
  expect(await reopen(await room.world.as("viewer"))).toMatchObject({ code: "forbidden" })
  expect(await reopenPapers(room.desk, { roundId, serials: [] })).toMatchObject({ code: "nothing_chosen" })
  expect(await reopenPapers(room.desk, { roundId, serials: [9] })).toMatchObject({ code: "serial_unknown" })
  must(await endVoting(room.chair, roundId))
  must(await enterSheet(room.desk, { roundId, sheet: serials[0]!, choice: "for" }))
  expect(await reopen()).toMatchObject({ code: "papers_being_read" })
  const other = await aRoundWithOfficers(await aMeetingInRoom(room.world, { observers: 2 }))
  expect(await reopenPapers(room.desk, { roundId: other, serials: [1] })).toMatchObject({ code: "serial_unknown" })
  must(await annulRound(room.chair, roundId, "读错了"))
  expect(await reopen()).toMatchObject({ code: "round_annulled" })
})

test("what is out is not undone, nor what is void", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, room.entitled.slice(0, 2))
  expect(await reopenPapers(room.desk, { roundId, serials: [1] })).toMatchObject({ code: "paper_still_out" })
  must(await withdrawPaper(room.desk, { roundId, serial: 2 }))
  expect(await reopenPapers(room.desk, { roundId, serials: [2] })).toMatchObject({ code: "paper_settled" })
})

test("a duplicate taken by mistake goes out again, and the ballot from the tablet stays on the roll", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room, { medium: "mixed" })
  const voter = room.entitled[0]!
  must(await vote(room, roundId, voter, "for"))
  const { serials } = must(await keepDuplicate(room.desk, { roundId, participantId: voter.id }))
  must(await reopenPapers(room.desk, { roundId, serials }))
  expect(await rollOf(room, roundId)).toMatchObject([{ participantId: voter.id, channel: "tablet" }])
})

test("the correction stays in the log: of a named round with the serial, of a secret one with the number alone", async () => {
  const room = await aRoom()
  const said = async () => {
    const rows = await room.world.db.read.select().from(auditEntries)
    return rows.filter(row => row.action === "paper.reopened").map(row => row.detail)
  }
  for (const secret of [false, true]) {
    const roundId = await anOpenRound(room, { secret })
    const serials = await votePaper(room, roundId, room.entitled)
    must(await reopenPapers(room.desk, { roundId, serials: serials.slice(2, 3) }))
    must(await annulRound(room.chair, roundId, "测试"))
  }
  const [named, secret] = await said()
  expect(named).toMatchObject({ count: 1, serials: [3] })
  expect(Object.keys(secret as object).toSorted()).toEqual(["count", "roundId"])
})

test("the page offers the undoing while nothing was read", async () => {
  const room = await aRoom()
  const { meetingId } = room
  const roundId = await aRoundWithOfficers(room)
  await votePaper(room, roundId, room.entitled.slice(0, 3))
  must(await pressOnPapers(room.desk, roundId, { intent: "reopen", serial: [1] }))
  const page = async () => must(await readPapersPage(room.desk, { meetingId, roundId }))
  expect((await page()).settled.map(paper => paper.mayReopen)).toEqual([true, true])
  must(await withdrawPaper(room.desk, { roundId, serial: 1 }))
  expect((await page()).settled.map(paper => paper.mayReopen)).toEqual([false, true, true])
  must(await endVoting(room.chair, roundId))
  must(await enterSheet(room.desk, { roundId, sheet: 2, choice: "for" }))
  expect((await page()).settled.some(paper => paper.mayReopen)).toBe(false)
})

/** The first holds the fifth's paper. */
async function aPaperByProxy(secret = false) {
  const room = await aMeetingInRoom(await aWorld(), {
    entitled: 6,
    present: 5,
    observers: 2,
    rule: { proxies: { most: 1 } },
  })
  const [holder, principal] = [room.entitled[0]!, room.entitled[5]!]
  const { meetingId } = room
  const grant = { meetingId, principalId: principal.id, holderId: holder.id, letter: "委托书" }
  const { proxyId } = must(await recordProxy(room.desk, grant))
  const roundId = await aRoundWithOfficers(room, { medium: "mixed", secret })
  const serials = await givePapers(room, roundId, [principal])
  return { room, holder, principal, proxyId, roundId, serials }
}
const castByOf = async (room: Room, roundId: string, participantId: string) =>
  (await rollOf(room, roundId)).find(entry => entry.participantId === participantId)?.castById

test("a proxy who goes out for a moment still hands in the paper, and it stands on the roll as cast by that hand", async () => {
  const { room, holder, principal, roundId, serials } = await aPaperByProxy()
  must(await markLeft(room.desk, room.meetingId, holder.id))
  must(await markReturned(room.desk, { roundId, serials }))
  expect(await castByOf(room, roundId, principal.id)).toBe(holder.id)
  await readTwice(room, roundId, { [serials[0]!]: "for" })
  must(await closeRound(room.chair, roundId))
  const page = must(await readRoundPage(room.chair, { meetingId: room.meetingId, roundId }))
  expect(page.round.result).toMatchObject({ cast: 1, byProxy: 1 })
})

const endings = {
  "was taken back": ({ room, proxyId }: Awaited<ReturnType<typeof aPaperByProxy>>) =>
    revokeProxy(room.desk, { meetingId: room.meetingId, proxyId }),
  "ended when its principal came": ({ room, principal }: Awaited<ReturnType<typeof aPaperByProxy>>) =>
    checkInAtDesk(room.desk, room.meetingId, principal.id),
}

test.each(Object.entries(endings))(
  "once the proxy %s, its paper is not taken in: it is no vote of the principal",
  async (_, end) => {
    const held = await aPaperByProxy()
    const { room, holder, principal, roundId, serials } = held
    const other = await givePapers(room, roundId, [room.entitled[1]!])
    room.world.clock.now = new Date("2026-10-08T15:06:00.000+08:00")
    must(await end(held))
    expect(await markReturned(room.desk, { roundId, serials: [...other, ...serials] })).toMatchObject({
      code: "proxy_ended_before_return",
      detail: { field: "serial", serial: serials[0], name: principal.name, holder: holder.name, at: "15:06" },
    })
    expect(await rollOf(room, roundId)).toEqual([])
    must(await markReturned(room.desk, { roundId, serials: other }))
    must(await endVoting(room.chair, roundId))
    must(await withdrawPaper(room.desk, { roundId, serial: serials[0]! }))
    expect(await castByOf(room, roundId, principal.id)).toBeUndefined()
  },
)

test("what came in before the proxy ended and was only registered later counts, on the word of those at the table", async () => {
  for (const secret of [false, true]) {
    const held = await aPaperByProxy(secret)
    const { room, holder, principal, roundId, serials } = held
    must(await endings["was taken back"](held))
    must(await pressOnPapers(room.desk, roundId, { intent: "returnBeforeEnd", serial: serials }))
    expect(await castByOf(room, roundId, principal.id)).toBe(holder.id)
    const entries = await room.world.db.read.select().from(auditEntries)
    const entry = entries.find(one => one.action === "paper.returnedBeforeEnd")
    expect(entry?.detail).toEqual({ roundId, count: 1, ...(secret ? {} : { serials }) })
  }
})

test("of a proxy that holds, nobody says that it had ended", async () => {
  const { room, roundId, serials } = await aPaperByProxy()
  const serial = serials[0]!
  const refused = await pressOnPapers(room.desk, roundId, { intent: "returnBeforeEnd", serial: serials })
  expect(refused).toMatchObject({ code: "proxy_not_ended", detail: { serial } })
  expect(await rollOf(room, roundId)).toEqual([])
  must(await markReturned(room.desk, { roundId, serials }))
})

test("a proxy given anew to the same hand takes its paper in again", async () => {
  const held = await aPaperByProxy()
  const { room, holder, principal, roundId, serials } = held
  must(await endings["was taken back"](held))
  const grant = { meetingId: room.meetingId, principalId: principal.id, holderId: holder.id, letter: "另写的委托书" }
  must(await recordProxy(room.desk, grant))
  must(await markReturned(room.desk, { roundId, serials }))
  expect(await castByOf(room, roundId, principal.id)).toBe(holder.id)
})

test("the page says whose paper is with whom, and that it must not be taken once the proxy has ended", async () => {
  const { room, holder, principal, proxyId, roundId } = await aPaperByProxy()
  const { meetingId } = room
  const out = async () => must(await readPapersPage(room.desk, { meetingId, roundId })).out
  expect(await out()).toMatchObject([{ name: principal.name, handedTo: holder.name, hasProxyEnded: false }])
  must(await markLeft(room.desk, meetingId, holder.id))
  expect(await out()).toMatchObject([{ hasProxyEnded: false }])
  must(await revokeProxy(room.desk, { meetingId, proxyId }))
  expect(await out()).toMatchObject([{ handedTo: holder.name, hasProxyEnded: true }])
})

test("who has come takes the place back with a new paper, and hands it in in person", async () => {
  const { room, principal, roundId, serials } = await aPaperByProxy()
  must(await checkInAtDesk(room.desk, room.meetingId, principal.id))
  const exchanged = must(await exchangePaper(room.desk, { roundId, serial: serials[0]! }))
  must(await markReturned(room.desk, { roundId, serials: exchanged.serials }))
  expect(await castByOf(room, roundId, principal.id)).toBeNull()
})

test("whose proxy was taken back gets no new paper in the place of somebody who is not there", async () => {
  const { room, principal, proxyId, roundId, serials } = await aPaperByProxy()
  must(await revokeProxy(room.desk, { meetingId: room.meetingId, proxyId }))
  expect(await exchangePaper(room.desk, { roundId, serial: serials[0]! })).toMatchObject({
    code: "paper_for_absent",
    detail: { name: principal.name },
  })
})
