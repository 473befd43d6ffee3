import { expect, test } from "vitest"
import { aMeetingInRoom, anOpenRound, must, type Room, vote } from "#tests/chamber/factories"
import { givePapers } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { exchangePaper, fallBackToPaper, keepDuplicate, markReturned, withdrawPaper } from "~/chamber/paper/papers"
import { fileBallotPapers, fileCountSheet } from "~/chamber/paper/printing"
import { annulRound } from "~/chamber/rounds/rounds"
import { readDocument } from "~/records/document-reading"
import { papers } from "~/records/meeting-paper-kinds"
import { listFiledOf } from "~/records/meeting-paper-store"
import { readMeetingPapers } from "~/records/meeting-papers"
import { draftPaperRegister } from "~/records/round-sheets"
import { issueDocument } from "~/registry/documents"
import { readText } from "../templates/read-pdf"

const aRoom = async () => aMeetingInRoom(await aWorld(), { observers: 3 })

test("ballot papers and the sheet of the count are rows once they are printed, and the same print is the same row", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const key = { meetingId: room.meetingId, roundId }
  await givePapers(room, roundId, room.entitled.slice(0, 4))
  const filed = () => listFiledOf(room.desk.db.read, room.desk.community.id, [roundId])
  must(await fileBallotPapers(room.desk, { ...key, serials: null }))
  must(await fileBallotPapers(room.desk, { ...key, serials: null }))
  must(await fileCountSheet(room.desk, key))
  expect((await filed()).map(one => [one.kind, one.version]).sort()).toEqual([
    ["ballotPapers", 1],
    ["countSheet", 1],
  ])
  must(await fileBallotPapers(room.desk, { ...key, serials: [4] }))
  const [newest] = await filed()
  expect(newest).toMatchObject({ kind: "ballotPapers", version: 2 })
  expect((await readDocument(room.desk, newest!.id)).ok).toBe(true)
  expect(await readDocument(await room.world.as("delegate"), newest!.id)).toMatchObject({ code: "forbidden" })
})

test("the list offers ballot papers while some are out, and the register once any was handed over", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const waits = async () =>
    Object.fromEntries(
      must(await readMeetingPapers(room.desk, room.meetingId))
        .lines.filter(line => line.ref.of === roundId)
        .map(line => [line.ref.key, line.waitsFor?.code ?? null]),
    )
  const before = await waits()
  expect(before.countReport).toBe("count_not_out")
  await givePapers(room, roundId, room.entitled.slice(0, 2))
  expect(await waits()).toMatchObject({ ballotPapers: null, paperRegister: null, countSheet: null })
})

/** The rows of the register as they would be printed. */
async function registerOf(room: Room, roundId: string) {
  const draft = must(await draftPaperRegister(room.desk, { meetingId: room.meetingId, roundId }))
  return draft.facts
}

const at = (room: Room, time: string) => {
  room.world.clock.now = new Date(`2026-10-08T${time}:00.000+08:00`)
}

test("the register tells each paper from hand to hand, when it was handed out, and no time of handing in", async () => {
  const room = await aRoom()
  at(room, "15:01")
  const roundId = await anOpenRound(room)
  const [first, second, third] = room.entitled
  at(room, "15:02")
  await givePapers(room, roundId, [first!, second!])
  at(room, "15:04")
  must(await exchangePaper(room.desk, { roundId, serial: 2 }))
  at(room, "15:07")
  await givePapers(room, roundId, [third!])
  at(room, "15:31")
  must(await markReturned(room.desk, { roundId, serials: [1, 3, 4] }))
  const { rows } = await registerOf(room, roundId)
  expect(rows.map(row => [row.serial, row.voter, row.time, row.returned])).toEqual([
    [1, first!.name, "15:02", "已收回"],
    [2, second!.name, "15:02", "作废"],
    [3, second!.name, "15:04", "已收回"],
    [4, third!.name, "15:07", "已收回"],
  ])
  const place = { meetingId: room.meetingId, origin: null, of: roundId }
  const text = readText(must(await papers.paperRegister.preview(room.desk, place)))
  expect(text).toContain("15:07")
  expect(text).toContain("当面发给")
  expect(text).not.toMatch(/15:31|发出时间由发票人填写/)
})

test("the time of handing out is that of its own round, and of another day with its date", async () => {
  const room = await aRoom()
  at(room, "15:01")
  const before = await anOpenRound(room)
  await givePapers(room, before, room.entitled.slice(0, 1))
  must(await annulRound(room.chair, before, "读错了题"))
  at(room, "23:58")
  const roundId = await anOpenRound(room)
  must(await fallBackToPaper(room.desk, roundId))
  room.world.clock.now = new Date("2026-10-09T00:03:00.000+08:00")
  must(await exchangePaper(room.desk, { roundId, serial: 5 }))
  const { rows } = await registerOf(room, roundId)
  expect(rows.map(row => row.time)).toEqual([...Array(5).fill("23:58"), "2026年10月9日00:03"])
})

test("a paper brought in by somebody who voted on a tablet was never handed out, and is told so without a time", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const [first, second] = room.entitled
  must(await vote(room, roundId, first!, "for"))
  await givePapers(room, roundId, [second!])
  must(await keepDuplicate(room.desk, { roundId, participantId: first!.id }))
  const { rows, balance } = await registerOf(room, roundId)
  expect(rows[1]).toMatchObject({ voter: first!.name, delivery: "另行交来", time: "", returned: "已收回，重复不计" })
  expect(rows[0]?.time).toMatch(/^\d{2}:\d{2}$/)
  expect(balance).toBe("")
})

test("a register drawn before a paper came back is not filed after it: the newest of them is how things are", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, room.entitled.slice(0, 2))
  const key = { meetingId: room.meetingId, roundId }
  const drawn = must(await draftPaperRegister(room.desk, key))
  must(await markReturned(room.desk, { roundId, serials: [1] }))
  expect(await issueDocument(room.desk, drawn)).toMatchObject({ code: "papers_moved_meanwhile" })
  must(await issueDocument(room.desk, must(await draftPaperRegister(room.desk, key))))
})

test("a paper handed out by mistake is void in the register, and nobody is said to have spoiled it", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, room.entitled.slice(0, 2))
  must(await withdrawPaper(room.desk, { roundId, serial: 2 }))
  must(await markReturned(room.desk, { roundId, serials: [1] }))
  const { rows, balance } = await registerOf(room, roundId)
  expect(rows.map(row => row.returned)).toEqual(["已收回", "作废"])
  expect(balance).toBe("发出2张＝收回1张＋作废1张＋未收回0张。")
})
