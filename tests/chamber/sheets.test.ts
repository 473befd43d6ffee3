import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { paperEntries } from "#db/schema/chamber-paper"
import { namedBallots, openedBallots, sealedBallots } from "#db/schema/chamber-rounds"
import { aMeetingInRoom, aMotion, anOpenRound, must, type Room, voteAll } from "#tests/chamber/factories"
import { aRoundWithOfficers, nameBoth, readTwice, votePaper } from "#tests/chamber/paper-table"
import { aWorld } from "#tests/world"
import { putMotion } from "~/chamber/motions/motions"
import { recordRecusal } from "~/chamber/motions/recusals"
import { keepDuplicate } from "~/chamber/paper/papers"
import { checkSheet, enterSheet } from "~/chamber/paper/sheets"
import { destroyRoundKey } from "~/chamber/rounds/round-keys"
import { findRound } from "~/chamber/rounds/round-store"
import { closeRound } from "~/chamber/rounds/rounds"
import { decideTie } from "~/chamber/rounds/tie"
import { endVoting, resumeVoting } from "~/chamber/rounds/voting"

const aRoom = async (wishes: Parameters<typeof aMeetingInRoom>[1] = {}) =>
  aMeetingInRoom(await aWorld(), { observers: 2, ...wishes })

const read = (room: Room) => room.world.db.read
const entriesOf = (room: Room, roundId: string) =>
  read(room).select().from(paperEntries).where(eq(paperEntries.roundId, roundId))
const resultOf = async (room: Room, roundId: string) =>
  (await findRound(read(room), room.world.community.id, roundId))?.result

/** A named round with papers of the first voters in the box, the vote stopped. */
async function aBoxToRead(room: Room, papers = 2, wishes: { secret?: boolean; motionId?: string } = {}) {
  const roundId = await aRoundWithOfficers(room, wishes)
  await votePaper(room, roundId, room.entitled.slice(0, papers))
  must(await endVoting(room.chair, roundId))
  return roundId
}

test("a paper counts when two people read it alike, and not before", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }))
  expect(await read(room).select().from(namedBallots)).toEqual([])
  const checked = await checkSheet(room.recorder, { roundId, sheet: 1, choice: "for" })
  expect(must(checked)).toEqual({ sheet: 1, agrees: true })
  expect(await read(room).select().from(namedBallots)).toMatchObject([
    { participantId: room.entitled[0]!.id, choice: "for" },
  ])
  expect(await entriesOf(room, roundId)).toMatchObject([
    { verdict: "counted", differences: 0, checkedBy: room.recorder.actor.name },
  ])
})

test("nobody checks their own reading", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }))
  expect(await checkSheet(room.desk, { roundId, sheet: 1, choice: "for" })).toMatchObject({ code: "own_reading" })
})

test("where two readings differ neither stands, and the sheet is read twice again", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }))
  expect(must(await checkSheet(room.recorder, { roundId, sheet: 1, choice: "against" })).agrees).toBe(false)
  expect(await entriesOf(room, roundId)).toMatchObject([{ choice: null, verdict: null, differences: 1, enteredBy: "" }])
  expect(await checkSheet(room.recorder, { roundId, sheet: 1, choice: "for" })).toMatchObject({
    code: "sheet_not_read",
  })
  must(await enterSheet(room.recorder, { roundId, sheet: 1, choice: "against" }))
  must(await checkSheet(room.desk, { roundId, sheet: 1, choice: "against" }))
  expect(await entriesOf(room, roundId)).toMatchObject([{ choice: "against", verdict: "counted", differences: 1 }])
})

test("a sheet read twice alike stays as it was read", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }))
  expect(await enterSheet(room.recorder, { roundId, sheet: 1, choice: "for" })).toMatchObject({
    code: "sheet_read_already",
  })
  must(await checkSheet(room.recorder, { roundId, sheet: 1, choice: "for" }))
  expect(await checkSheet(room.chair, { roundId, sheet: 1, choice: "against" })).toMatchObject({
    code: "sheet_checked",
  })
  const change = room.world.db.tx("test", q => q.update(paperEntries).set({ choice: "against" }))
  await expect(change).rejects.toThrow()
})

test("papers are read when no ballot is taken any more, and then the vote is not taken up again", async () => {
  const room = await aRoom()
  const roundId = await aRoundWithOfficers(room)
  await votePaper(room, roundId, room.entitled.slice(0, 1))
  const reading = { roundId, sheet: 1, choice: "for" }
  expect(await enterSheet(room.desk, reading)).toMatchObject({ code: "papers_before_end" })
  must(await endVoting(room.chair, roundId))
  must(await resumeVoting(room.chair, roundId))
  must(await endVoting(room.chair, roundId))
  must(await enterSheet(room.desk, reading))
  expect(await resumeVoting(room.chair, roundId)).toMatchObject({ ok: false })
})

test("nothing is read before somebody is named to count and somebody to watch", async () => {
  const room = await aRoom()
  const roundId = await anOpenRound(room)
  await votePaper(room, roundId, room.entitled.slice(0, 1))
  must(await endVoting(room.chair, roundId))
  const reading = { roundId, sheet: 1, choice: "for" }
  expect(await enterSheet(room.desk, reading)).toMatchObject({
    code: "officers_missing",
    detail: { counters: 1, scrutineers: 0 },
  })
  await nameBoth(room, roundId)
  must(await enterSheet(room.desk, reading))
})

test("a party to the matter reads no paper", async () => {
  const room = await aRoom()
  const motionId = await aMotion(room)
  const party = room.entitled[4]!
  must(await recordRecusal(room.desk, { motionId, participantId: party.id, reason: "商铺在改造范围内" }))
  const roundId = await aBoxToRead(room, 1, { motionId })
  const asParty = { ...room.desk, actor: { ...room.desk.actor, personId: party.personId, name: party.name } }
  expect(await enterSheet(asParty, { roundId, sheet: 1, choice: "for" })).toMatchObject({
    code: "reader_is_party",
    detail: { why: "recused" },
  })
})

test("only papers that were handed in are read, and a ballot says nothing its form does not hold", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  expect(await enterSheet(room.desk, { roundId, sheet: 2, choice: "for" })).toMatchObject({
    code: "sheet_not_returned",
  })
  expect(await enterSheet(room.desk, { roundId, sheet: 1, choice: "maybe" })).toMatchObject({ code: "reading_missing" })
})

test("on a paper with options more may be marked than allowed: both read it as invalid, on purpose", async () => {
  const room = await aRoom()
  const { meetingId, agendaItemId } = room
  const options = ["东门旁", "西门旁", "南门旁"]
  const motion = { meetingId, agendaItemId, content: "充电桩选在哪里", proposalId: null, options, seats: 2 }
  const { motionId } = must(await putMotion(room.recorder, motion))
  const roundId = await aBoxToRead(room, 3, { motionId })
  expect(await enterSheet(room.desk, { roundId, sheet: 1, choice: "a+b+c" })).toMatchObject({
    code: "reading_overmarked",
    detail: { sheet: 1, marked: 3, most: 2 },
  })
  const sheets = { 1: "invalid", 2: "a+b", 3: "none" }
  for (const [sheet, choice] of Object.entries(sheets)) {
    must(await enterSheet(room.desk, { roundId, sheet: Number(sheet), choice }))
    must(await checkSheet(room.recorder, { roundId, sheet: Number(sheet), choice }))
  }
  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toMatchObject({
    counts: { for: 1, against: 1, abstain: 0, invalid: 1 },
    paper: { valid: 2, invalid: 1 },
  })
})

test("the papers of a secret round are sealed while they are read, and lie among all others when it is closed", async () => {
  const room = await aRoom({ entitled: 8 })
  const roundId = await aRoundWithOfficers(room, { secret: true })
  await votePaper(room, roundId, room.entitled.slice(0, 4))
  const voters = [...room.entitled.slice(4)]
  const rest = { ...room, entitled: voters }
  await voteAll(rest, roundId, ["for", "for", "against", "abstain"])
  await readTwice(room, roundId, { 1: "for", 2: "invalid", 3: "against", 4: "for" })
  const entries = await entriesOf(room, roundId)
  expect(entries.map(entry => [entry.participantId, entry.choice])).toEqual(Array(4).fill([null, null]))
  expect(entries.every(entry => entry.sealed !== null)).toBe(true)
  const sealed = await read(room).select().from(sealedBallots)
  expect(sealed).toHaveLength(8)
  const sealedReadings = entries.map(entry => Buffer.from(entry.sealed!).toString("hex"))
  expect(sealed.some(one => sealedReadings.includes(Buffer.from(one.sealed).toString("hex")))).toBe(false)

  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toMatchObject({
    counts: { for: 4, against: 2, abstain: 1, invalid: 1 },
    paper: { issued: 4, returned: 4, valid: 3, invalid: 1, duplicate: 0 },
  })
  expect((await entriesOf(room, roundId)).every(entry => entry.sealed === null)).toBe(true)
  const opened = await read(room).select().from(openedBallots).orderBy(openedBallots.ordinal)
  expect(opened.map(ballot => ballot.choice).join()).toBe("for,for,for,for,against,against,abstain,invalid")
})

test("differing readings of a secret sheet are found although neither can be looked at", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 5, { secret: true })
  must(await enterSheet(room.desk, { roundId, sheet: 3, choice: "for" }))
  expect(must(await checkSheet(room.recorder, { roundId, sheet: 3, choice: "abstain" })).agrees).toBe(false)
  expect(await entriesOf(room, roundId)).toMatchObject([{ sheet: 3, sealed: null, choice: null, differences: 1 }])
  expect(await read(room).select().from(sealedBallots)).toEqual([])
})

test("more sheets in a secret box than were handed in are not read: nobody could pick out the right ones", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 5, { secret: true })
  expect(await enterSheet(room.desk, { roundId, sheet: 6, choice: "for" })).toMatchObject({
    code: "more_sheets_than_returned",
    detail: { returned: 5 },
  })
})

test("a duplicate of a secret round stays outside the box, unread", async () => {
  const room = await aRoom({ entitled: 6 })
  const roundId = await aRoundWithOfficers(room, { secret: true })
  const rest = { ...room, entitled: room.entitled.slice(5) }
  await voteAll(rest, roundId, ["against"])
  await votePaper(room, roundId, room.entitled.slice(0, 5))
  must(await keepDuplicate(room.desk, { roundId, participantId: room.entitled[5]!.id }))
  await readTwice(room, roundId, { 1: "for", 2: "for", 3: "for", 4: "for", 5: "for" })
  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toMatchObject({
    counts: { for: 5, against: 1 },
    paper: { issued: 6, returned: 6, valid: 5, duplicate: 1 },
  })
})

test("without the key of a secret round no sheet is checked and nothing is closed", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 5, { secret: true })
  must(await enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }))
  await destroyRoundKey(room.world.installation.keyDir, roundId)
  expect(await checkSheet(room.recorder, { roundId, sheet: 1, choice: "for" })).toMatchObject({
    code: "round_key_lost",
  })
  expect(await closeRound(room.chair, roundId)).toMatchObject({ ok: false })
})

test("where the chair decides a tie of a secret round, its papers are told as they were counted", async () => {
  const room = await aRoom({ entitled: 6, rule: { tie: "chairDecides" } })
  const roundId = await aRoundWithOfficers(room, { secret: true })
  await votePaper(room, roundId, room.entitled)
  await readTwice(room, roundId, { 1: "for", 2: "for", 3: "for", 4: "against", 5: "against", 6: "against" })
  must(await closeRound(room.chair, roundId))
  expect(await resultOf(room, roundId)).toBeNull()
  must(await decideTie(room.chair, roundId, "for"))
  expect(await resultOf(room, roundId)).toMatchObject({ paper: { returned: 6, valid: 6, invalid: 0 } })
})

test("two readers at once: one first reading is kept", async () => {
  const room = await aRoom()
  const roundId = await aBoxToRead(room, 1)
  const outcomes = await Promise.all([
    enterSheet(room.desk, { roundId, sheet: 1, choice: "for" }),
    enterSheet(room.recorder, { roundId, sheet: 1, choice: "against" }),
  ])
  expect(outcomes.filter(outcome => outcome.ok)).toHaveLength(1)
  expect(await entriesOf(room, roundId)).toHaveLength(1)
})
