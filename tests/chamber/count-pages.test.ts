import { expect, test } from "vitest"
import { documents } from "#db/schema/registry"
import { aMeetingInRoom, aMotion, anOpenRound, must } from "#tests/chamber/factories"
import { aRoundWithOfficers, givePapers, votePaper } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { recordHandCount } from "~/chamber/paper/hand-counts"
import { readHandsPage } from "~/chamber/paper/hands-page"
import { nameOfficer } from "~/chamber/paper/officers"
import { PapersForm, pressOnPapers, readPapersPage } from "~/chamber/paper/papers-page"
import { previewBallotPapers, previewCountSheet } from "~/chamber/paper/printing"
import { pressToPrint } from "~/chamber/paper/printing-form"
import { paperRoutes } from "~/chamber/paper/routes"
import { enterSheet } from "~/chamber/paper/sheets"
import { pressOnSheets, readSheetsPage } from "~/chamber/paper/sheets-page"
import { openRound } from "~/chamber/rounds/rounds"
import { endVoting } from "~/chamber/rounds/voting"

const aRoom = async () => aMeetingInRoom(await aWorld(), { observers: 3 })

test("who checks a sheet is not shown what the first one read, and nobody checks their own", async () => {
  const room = await aRoom()
  const { meetingId } = room
  const roundId = await aRoundWithOfficers(room)
  await votePaper(room, roundId, room.entitled.slice(0, 2))
  must(await endVoting(room.chair, roundId))
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "against" }))
  const checker = must(await readSheetsPage(room.recorder, { meetingId, roundId }))
  expect(checker.toCheck.map(row => row.sheet)).toEqual([1])
  expect(checker.unread.map(row => row.sheet)).toEqual([2])
  expect(JSON.stringify([checker.toCheck, checker.unread, checker.head])).not.toContain("against")
  const reader = must(await readSheetsPage(room.desk, { meetingId, roundId }))
  expect(reader.toCheck).toEqual([])
  expect(reader.ownCount).toBe(1)
})

test("a page of sheets is read at once: what agrees counts, what differs is told", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  await votePaper(room, roundId, room.entitled.slice(0, 3))
  must(await endVoting(room.chair, roundId))
  const read = { intent: "read" as const, "mark-1": "for", "mark-2": "for", "mark-3": "" }
  expect(must(await pressOnSheets(room.desk, roundId, read))).toEqual({ read: 2, agrees: 0, differs: [] })
  const check = { intent: "check" as const, "mark-1": "for", "mark-2": "abstain" }
  expect(must(await pressOnSheets(room.recorder, roundId, check))).toEqual({ read: 0, agrees: 1, differs: [2] })
  expect(await pressOnSheets(room.desk, roundId, { intent: "read" })).toMatchObject({ code: "nothing_read" })
})

test("what one counter counted is shown when the other has counted too", async () => {
  const room = await aRoom()
  const { meetingId } = room
  const motionId = await aMotion(room)
  const { roundId } = must(await openRound(room.chair, { motionId, secret: false, means: "hands" }))
  const [first, second] = room.observers
  for (const one of [first!, second!])
    must(await nameOfficer(room.desk, { roundId, participantId: one.id, office: "counter" }))
  must(await recordHandCount(room.desk, { roundId, counterId: first!.id, for: 3, against: 1, abstain: 0 }))
  const early = must(await readHandsPage(room.desk, { meetingId, roundId }))
  expect(early.counters.map(one => [one.hasCounted, one.figures])).toEqual([
    [true, null],
    [false, null],
  ])
  must(await recordHandCount(room.desk, { roundId, counterId: second!.id, for: 4, against: 1, abstain: 0 }))
  const late = must(await readHandsPage(room.desk, { meetingId, roundId }))
  expect(late.agrees).toBe(false)
  expect(late.counters.map(one => one.figures?.for)).toEqual([3, 4])
})

test("the papers just handed out are those to be printed, and the page says when few secret ones may tell", async () => {
  const room = await aRoom()
  const { meetingId } = room
  const roundId = await anOpenRound(room, { secret: true })
  const participantId = [room.entitled[0]!.id, room.entitled[1]!.id]
  expect(must(await pressOnPapers(room.desk, roundId, { intent: "issue", participantId }))).toEqual({ toPrint: [1, 2] })
  expect(must(await pressOnPapers(room.desk, roundId, { intent: "exchange", serial: [2] }))).toEqual({ toPrint: [3] })
  expect(await pressOnPapers(room.desk, roundId, { intent: "exchange", serial: [1, 3] })).toMatchObject({
    code: "one_paper_at_a_time",
  })
  const { head, out } = must(await readPapersPage(room.desk, { meetingId, roundId }))
  expect(out.map(paper => paper.serial)).toEqual([1, 3])
  expect(head.tooFew).toEqual({ papers: 2, needed: 5 })
})

test("papers that are out are filed when they are printed, some of them or all, and the sheet of the count always", async () => {
  const room = await aRoom()
  const { meetingId } = room
  const roundId = await anOpenRound(room)
  const key = { meetingId, roundId }
  const press = (serials = "") =>
    pressToPrint(
      room.desk,
      key,
      PapersForm.parse({ intent: "printBallotPapers", serials }) as Parameters<typeof pressToPrint>[2],
    )
  expect(await press()).toMatchObject({ code: "no_papers_out" })
  await givePapers(room, roundId, room.entitled.slice(0, 4))
  expect(must(await press()).document).toMatchObject({ kind: "ballotPapers", version: 1 })
  expect(must(await press("4")).document).toMatchObject({ kind: "ballotPapers", version: 2 })
  expect(await press("9")).toMatchObject({ code: "no_papers_out" })
  const countSheet = { intent: "printCountSheet" } as const
  expect(must(await pressToPrint(room.desk, key, countSheet)).document.kind).toBe("countSheet")
  const delegate = await room.world.as("delegate")
  expect(await pressToPrint(delegate, key, countSheet)).toMatchObject({ code: "forbidden" })
})

test("looking at ballot papers and at the sheet of the count files nothing", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const key = { meetingId: room.meetingId, roundId }
  await givePapers(room, roundId, room.entitled.slice(0, 2))
  must(await previewBallotPapers(room.desk, key))
  must(await previewCountSheet(room.desk, key))
  expect(await room.world.db.read.$count(documents)).toBe(0)
})

test("no address of a count hands out a file: what is printed is sent for", () => {
  expect(paperRoutes.map(route => route.path).filter(path => path?.endsWith(".pdf"))).toEqual([])
})

test("a round is counted on the pages of its own meeting", async () => {
  const room = await aRoom()
  const other = await aMeetingInRoom(room.world)
  const roundId = await anOpenRound(room)
  expect(await readPapersPage(room.desk, { meetingId: other.meetingId, roundId })).toMatchObject({ code: "not_found" })
})
