import { expect, test } from "vitest"
import { aMeetingInRoom, anOpenRound, must } from "#tests/chamber/factories"
import { givePapers } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { printBallotPapers, printCountSheet } from "~/chamber/paper/printing"
import { readDocument } from "~/records/document-reading"
import { papers } from "~/records/meeting-paper-kinds"
import { listFiledOf } from "~/records/meeting-paper-store"
import { readMeetingPapers } from "~/records/meeting-papers"
import { readText } from "../templates/read-pdf"

const aRoom = async () => aMeetingInRoom(await aWorld(), { observers: 3 })

test("ballot papers and the sheet of the count are rows once they are printed, and the same print is the same row", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  const key = { meetingId: room.meetingId, roundId }
  await givePapers(room, roundId, room.entitled.slice(0, 4))
  const filed = () => listFiledOf(room.desk.db.read, room.desk.community.id, [roundId])
  must(await printBallotPapers(room.desk, { ...key, serials: null }))
  must(await printBallotPapers(room.desk, { ...key, serials: null }))
  must(await printCountSheet(room.desk, key))
  expect((await filed()).map(one => [one.kind, one.version]).sort()).toEqual([
    ["ballotPapers", 1],
    ["countSheet", 1],
  ])
  must(await printBallotPapers(room.desk, { ...key, serials: [4] }))
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

test("the register tells each paper from hand to hand and no time of handing in", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await givePapers(room, roundId, room.entitled.slice(0, 3))
  const place = { meetingId: room.meetingId, origin: null, of: roundId }
  const text = readText(must(await papers.paperRegister.preview(room.desk, place)))
  for (const one of room.entitled.slice(0, 3)) expect(text).toContain(one.name)
  expect(text).toContain("当面发给")
  expect(text).not.toMatch(/\d{1,2}:\d{2}/)
})
