import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { isUniqueViolation } from "#db/client"
import { paperBallots } from "#db/schema/chamber-paper"
import { rollEntries, rounds } from "#db/schema/chamber-rounds"
import { auditEntries } from "#db/schema/registry"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, vote, voteAll } from "#tests/chamber/factories"
import { aRoundWithOfficers, givePapers, readTwice, votePaper } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { markLeft } from "~/chamber/attendance/attendance"
import { recordRecusal } from "~/chamber/motions/recusals"
import {
  exchangePaper,
  fallBackToPaper,
  issuePapers,
  keepDuplicate,
  markMissing,
  markReturned,
  withdrawPaper,
} from "~/chamber/paper/papers"
import { listPapers } from "~/chamber/paper/store"
import { readPaperSummary } from "~/chamber/paper/summary"
import { findRound, type Round } from "~/chamber/rounds/round-store"
import { closeRound, openRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"

const aRoom = async (wishes: Parameters<typeof aMeetingInRoom>[1] = {}) =>
  aMeetingInRoom(await aWorld(), { observers: 2, ...wishes })

const roundOf = async (room: Room, roundId: string): Promise<Round> =>
  (await findRound(room.world.db.read, room.world.community.id, roundId))!

const papersOf = (room: Room, roundId: string) => listPapers(room.world.db.read, room.world.community.id, roundId)

test("papers are numbered from 1 without gaps, over the whole round", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const [first, second, third] = room.entitled
  expect(await givePapers(room, roundId, [first!, second!])).toEqual([1, 2])
  expect(await givePapers(room, roundId, [third!])).toEqual([3])
  expect((await roundOf(room, roundId)).medium).toBe("mixed")
})

test("who holds a paper votes on no tablet, and who voted on a tablet gets no paper", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const [holder, voter] = room.entitled
  await givePapers(room, roundId, [holder!])
  expect(await vote(room, roundId, holder!, "for")).toMatchObject({ code: "voter_has_paper" })
  must(await vote(room, roundId, voter!, "for"))
  const asked = { roundId, participantIds: [voter!.id] }
  expect(await issuePapers(room.desk, asked)).toMatchObject({ code: "ballot_there_already", detail: { name: "乙二" } })
  expect(await issuePapers(room.desk, { roundId, participantIds: [holder!.id] })).toMatchObject({
    code: "paper_held_already",
  })
})

test("a paper that was handed in stands on the roll, and its voter cannot vote again on a tablet", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const voter = room.entitled[0]!
  await votePaper(room, roundId, [voter])
  const roll = await room.world.db.read.select().from(rollEntries).where(eq(rollEntries.roundId, roundId))
  expect(roll).toMatchObject([{ participantId: voter.id, channel: "paper" }])
  expect(await vote(room, roundId, voter, "for")).toMatchObject({ code: "already_voted" })
})

test("papers go to those who are there and may vote", async () => {
  const room = await aRoom({ entitled: 6, present: 5 })
  const motionId = await aMotion(room)
  const [barred, gone] = room.entitled
  must(await recordRecusal(room.desk, { motionId, participantId: barred!.id, reason: "商铺在改造范围内" }))
  const roundId = await anOpenRound(room, { motionId })
  must(await markLeft(room.desk, room.meetingId, gone!.id))
  const give = (participantId: string) => issuePapers(room.desk, { roundId, participantIds: [participantId] })
  expect(await give(barred!.id)).toMatchObject({ code: "paper_for_recused" })
  expect(await give(gone!.id)).toMatchObject({ code: "paper_for_absent" })
  expect(await give(room.entitled[5]!.id)).toMatchObject({ code: "paper_for_absent" })
  expect(await give(room.observers[0]!.id)).toMatchObject({ code: "not_found" })
  expect(await issuePapers(room.desk, { roundId, participantIds: [] })).toMatchObject({ code: "no_voter_chosen" })
  expect(await papersOf(room, roundId)).toEqual([])
})

test("nothing is handed out where one of those asked for may not have a paper", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  must(await vote(room, roundId, room.entitled[1]!, "for"))
  const participantIds = room.entitled.map(one => one.id)
  expect(await issuePapers(room.desk, { roundId, participantIds })).toMatchObject({ code: "ballot_there_already" })
  expect(await papersOf(room, roundId)).toEqual([])
})

test("a spoiled paper is exchanged for the next serial, and both are accounted for", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const voter = room.entitled[0]!
  const [serial] = await givePapers(room, roundId, [voter])
  expect(must(await exchangePaper(room.desk, { roundId, serial: serial! }))).toEqual({ serials: [2] })
  expect((await papersOf(room, roundId)).map(paper => paper.state)).toEqual(["spoiled", "issued"])
  expect(await markReturned(room.desk, { roundId, serials: [1] })).toMatchObject({
    code: "paper_settled",
    detail: { serial: 1, state: "spoiled" },
  })
  must(await markReturned(room.desk, { roundId, serials: [2] }))
})

test("a paper given to the wrong person is void, and that person votes on the tablet", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const voter = room.entitled[0]!
  const [serial] = await givePapers(room, roundId, [voter])
  must(await withdrawPaper(room.desk, { roundId, serial: serial! }))
  must(await vote(room, roundId, voter, "for"))
  expect((await papersOf(room, roundId)).map(paper => paper.state)).toEqual(["spoiled"])
})

test("what became of a paper is never changed", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await votePaper(room, roundId, [room.entitled[0]!])
  must(await endVoting(room.chair, roundId))
  expect(await markMissing(room.desk, { roundId, serials: [1] })).toMatchObject({ code: "paper_settled" })
  expect(await markReturned(room.desk, { roundId, serials: [7] })).toMatchObject({ code: "serial_unknown" })
  const change = room.world.db.tx("test", q => q.update(paperBallots).set({ state: "missing" }))
  await expect(change).rejects.toThrow()
})

test("with one click the vote goes on by paper and loses nothing: ballots that arrived stay, all others get papers", async () => {
  const room = await aRoom({ entitled: 7, present: 6 })
  const roundId = await aRoundWithOfficers(room)
  await voteAll(room, roundId, ["for", "against"])
  const [late] = await givePapers(room, roundId, [room.entitled[2]!])
  const handled = must(await fallBackToPaper(room.desk, roundId))
  expect(handled.serials).toEqual([2, 3, 4])
  const papers = await papersOf(room, roundId)
  expect(new Set(papers.map(paper => paper.participantId))).toEqual(
    new Set(room.entitled.slice(2, 6).map(one => one.id)),
  )
  expect(await vote(room, roundId, room.entitled[3]!, "for")).toMatchObject({ ok: false })
  expect(await fallBackToPaper(room.desk, roundId)).toMatchObject({ code: "already_on_paper" })

  must(await markReturned(room.desk, { roundId, serials: [late!, 2, 3, 4] }))
  await readTwice(room, roundId, { 1: "for", 2: "for", 3: "abstain", 4: "invalid" })
  must(await closeRound(room.chair, roundId))
  const { result } = await roundOf(room, roundId)
  expect(result?.counts).toEqual({ for: 3, against: 1, abstain: 1, invalid: 1 })
  expect(result?.cast).toBe(6)
  expect(result?.paper).toEqual({
    issued: 4,
    returned: 4,
    spoiled: 0,
    missing: 0,
    valid: 3,
    invalid: 1,
    duplicate: 0,
  })
  expect(result?.countedBy?.map(one => one.office)).toEqual(["counter", "scrutineer"])
})

test("a vote falls back to paper while ballots are taken, and only then", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  must(await endVoting(room.chair, roundId))
  expect(await fallBackToPaper(room.desk, roundId)).toMatchObject({ code: "papers_voting_ended" })
  const other = await aRoom()
  const motionId = await aMotion(other)
  const byHands = must(await openRound(other.chair, { motionId, secret: false, means: "hands" })).roundId
  expect(await fallBackToPaper(other.desk, byHands)).toMatchObject({ code: "hands_have_no_papers" })
})

test("a round with papers is closed only when each one is accounted for", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  await voteAll(room, roundId, ["for", "for", "for"])
  await givePapers(room, roundId, room.entitled.slice(3))
  expect(await markMissing(room.desk, { roundId, serials: [1] })).toMatchObject({ code: "papers_before_end" })
  must(await markReturned(room.desk, { roundId, serials: [1] }))
  must(await endVoting(room.chair, roundId))
  expect(await closeRound(room.chair, roundId)).toMatchObject({ code: "papers_not_accounted_for", detail: { open: 1 } })
  must(await markMissing(room.desk, { roundId, serials: [2] }))
  expect(await closeRound(room.chair, roundId)).toMatchObject({
    code: "papers_not_all_read",
    detail: { returned: 1, read: 0 },
  })
})

test("a paper from somebody who has voted on a tablet is kept and never counted", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  await voteAll(room, roundId, ["for", "for"])
  await votePaper(room, roundId, [room.entitled[2]!])
  const stranger = { roundId, participantId: room.entitled[3]!.id }
  expect(await keepDuplicate(room.desk, stranger)).toMatchObject({ code: "ballot_not_there" })
  expect(must(await keepDuplicate(room.desk, { roundId, participantId: room.entitled[0]!.id })).serials).toEqual([2])
  await readTwice(room, roundId, { 1: "against", 2: "against" })
  must(await closeRound(room.chair, roundId))
  const { result } = await roundOf(room, roundId)
  expect(result?.counts).toEqual({ for: 2, against: 1, abstain: 0, invalid: 0 })
  expect(result?.paper).toMatchObject({ issued: 2, returned: 2, valid: 1, invalid: 0, duplicate: 1 })
})

test("of many attempts on tablet and paper at once, one ballot of each voter is taken", async () => {
  const room = await aRoom({ entitled: 8 })
  const roundId = await anOpenRound(room)
  const attempts = room.entitled.flatMap(voter => [
    vote(room, roundId, voter, "for"),
    issuePapers(room.desk, { roundId, participantIds: [voter.id] }),
    vote(room, roundId, voter, "against"),
    issuePapers(room.recorder, { roundId, participantIds: [voter.id] }),
  ])
  const outcomes = await Promise.all([...attempts, fallBackToPaper(room.desk, roundId)])
  expect(outcomes.filter(outcome => outcome.ok).length).toBeGreaterThanOrEqual(8)
  const papers = (await papersOf(room, roundId)).filter(paper => paper.state === "issued")
  const serials = papers.map(paper => paper.serial)
  await Promise.all([
    markReturned(room.desk, { roundId, serials }),
    markReturned(room.recorder, { roundId, serials }),
    ...room.entitled.map(voter => vote(room, roundId, voter, "for")),
  ])
  const roll = await room.world.db.read.select().from(rollEntries).where(eq(rollEntries.roundId, roundId))
  expect(roll.map(entry => entry.participantId).toSorted()).toEqual(room.entitled.map(voter => voter.id).toSorted())
  const onPaper = new Set(papers.map(paper => paper.participantId))
  expect(roll.filter(entry => entry.channel === "paper")).toHaveLength(onPaper.size)
})

test("the database itself refuses a second ballot of one voter from the other channel, and a second paper", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const voter = room.entitled[0]!
  const entry = { communityId: room.world.community.id, roundId, participantId: voter.id, requestKey: "" }
  const put = (channel: "tablet" | "paper") =>
    room.world.db
      .tx(channel, q => q.insert(rollEntries).values({ ...entry, channel }))
      .then(
        () => "taken",
        error => (isUniqueViolation(error) ? "refused" : "broken"),
      )
  expect((await Promise.all([put("tablet"), put("paper"), put("tablet"), put("paper")])).toSorted()).toEqual([
    "refused",
    "refused",
    "refused",
    "taken",
  ])
  const paper = { communityId: entry.communityId, roundId, participantId: voter.id, state: "issued", issuedBy: "乙二" }
  const give = (serial: number) =>
    room.world.db.tx("test", q => q.insert(paperBallots).values({ ...paper, state: "issued", serial }))
  await give(1)
  await expect(give(2)).rejects.toSatisfy(isUniqueViolation)
})

test("the log says how many papers went out and came in, never whose", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room, { secret: true })
  await votePaper(room, roundId, room.entitled)
  const rows = await room.world.db.read.select().from(auditEntries)
  const said = rows.filter(row => row.action.startsWith("paper.")).map(row => JSON.stringify(row.detail))
  expect(said).toHaveLength(2)
  for (const voter of room.entitled) {
    expect(said.join()).not.toContain(voter.id)
    expect(said.join()).not.toContain(voter.name)
  }
  expect(said[0]).toContain('"count":5')
})

test("the console hears of papers once there are some, and no choice is in what it hears", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  const read = async () => readPaperSummary(room.world.db.read, await roundOf(room, roundId))
  expect(await read()).toBeNull()
  await votePaper(room, roundId, room.entitled.slice(0, 2))
  await givePapers(room, roundId, [room.entitled[2]!])
  expect(await read()).toMatchObject({ issued: 3, out: 1, returned: 2, sheets: 2, read: 0, mayFallBack: true })
  must(await withdrawPaper(room.desk, { roundId, serial: 3 }))
  await readTwice(room, roundId, { 1: "for", 2: "against" })
  const summary = await read()
  expect(summary).toMatchObject({ out: 0, spoiled: 1, read: 2, isReady: true, mayFallBack: false })
  expect(JSON.stringify(summary)).not.toContain("against")
})

test("the table sees to papers, and nobody else does", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const participantIds = [room.entitled[0]!.id]
  for (const ctx of [await room.world.as("delegate"), await room.world.as("gridWorker")])
    expect(await issuePapers(ctx, { roundId, participantIds })).toMatchObject({ code: "forbidden" })
  expect(await issuePapers(room.seat(room.entitled[0]!), { roundId, participantIds })).toMatchObject({
    code: "not_found",
  })
  expect(await fallBackToPaper(room.world.asStranger(), roundId)).toMatchObject({ code: "not_found" })
  expect((await room.world.db.read.select().from(rounds))[0]?.medium).toBe("tablet")
})
