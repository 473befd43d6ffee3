import { sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { signatures } from "#db/schema/chamber"
import { aWorld } from "#tests/world"
import { brokenLinks } from "~/chamber/attendance/signature-chain"
import { readDrawing, statementOf, thinned } from "~/chamber/attendance/signature-rules"
import { listLinksTold, listSignatures } from "~/chamber/attendance/signature-store"
import { readSignatureSheet } from "~/chamber/attendance/signature-view"
import { readSigning, signCheckIn } from "~/chamber/attendance/signatures"
import type { Participant } from "~/convening/store"
import { consentsInForce } from "~/people/consent-store"
import { recordConsent } from "~/people/consents"
import type { Ctx } from "~/web/context"
import { aMeetingInRoom, must, type Room } from "./factories"

const aName = [
  [1000, 800, 1400, 1200, 2200, 900],
  [3000, 500, 3000, 1800],
]
const pad = { width: 900, height: 300, device: "平板，Chrome" }
const signAs = async (ctx: Ctx, wishes: Partial<Parameters<typeof signCheckIn>[1]> = {}) =>
  signCheckIn(ctx, {
    ...pad,
    strokes: JSON.stringify(aName),
    statement: must(await readSigning(ctx)).statement,
    agreed: true,
    ...wishes,
  })
const sign = (room: Room, who: Participant, wishes = {}) => signAs(room.seat(who), wishes)
const keyOf = (room: Room) => [room.world.db.read, room.world.community.id, room.meetingId] as const
const later = (room: Room) => {
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 60_000)
}
async function aSignedRoom() {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  for (const delegate of room.entitled.slice(0, 3)) {
    must(await sign(room, delegate))
    later(room)
  }
  return room
}

test("a signature is bound to the words, the person and the hour, and the desk sees who has signed", async () => {
  const room = await aSignedRoom()
  const chain = await listSignatures(...keyOf(room))
  expect(chain.map(one => one.participantId)).toEqual(room.entitled.slice(0, 3).map(one => one.id))
  expect(chain[0]).toMatchObject({ strokes: aName, width: 900, purpose: "checkIn", device: pad.device })
  expect(chain[0]!.statement).toContain(`本人${room.entitled[0]!.name}到会参加第10次协商议事会`)
  const sheet = must(await readSignatureSheet(room.desk, room.meetingId))
  expect(sheet).toMatchObject({ broken: 0, unsigned: room.entitled.slice(3).map(one => one.name) })
  expect(sheet.signatures.map(one => [one.name, one.isBroken])).toEqual(
    room.entitled.slice(0, 3).map(one => [one.name, false]),
  )
})

test("whatever is changed in a signature afterwards shows: words, person, hour, drawing", async () => {
  const room = await aSignedRoom()
  const chain = await listSignatures(...keyOf(room))
  const told = await listLinksTold(...keyOf(room))
  expect(brokenLinks(chain, told)).toEqual([])
  const [first, second, third] = chain
  const changes = [
    { statement: "本人同意一切" },
    { participantId: room.entitled[4]!.id },
    { signedAt: new Date(second!.signedAt.getTime() + 1) },
    { strokes: [[0, 0, 4000, 0]] },
    { width: 901 },
    { contentHash: first!.contentHash },
    { signatureHash: first!.signatureHash },
  ]
  for (const change of changes)
    expect(brokenLinks([first!, { ...second!, ...change }, third!], told), JSON.stringify(change)).toContain(second!.id)
})

test("a signature that is taken away shows, from the middle and from the end; so does one slipped in", async () => {
  const room = await aSignedRoom()
  const [first, second, third] = await listSignatures(...keyOf(room))
  const told = await listLinksTold(...keyOf(room))
  expect(brokenLinks([first!, third!], told)).toEqual([third!.id, second!.signatureHash])
  expect(brokenLinks([first!, second!], told)).toEqual([third!.signatureHash])
  expect(brokenLinks([first!, second!, third!], told.slice(0, 2))).toEqual([third!.id])
})

test("the database itself keeps signatures as they are", async () => {
  const room = await aSignedRoom()
  const { db } = room.world
  await expect(db.tx("x", q => q.update(signatures).set({ width: 1 }))).rejects.toThrow()
  await expect(db.tx("x", q => q.delete(signatures).where(sql`1 = 1`))).rejects.toThrow()
})

test("signatures of one instant still have an order, and a clock set back does not tangle the chain", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  must(await sign(room, room.entitled[0]!))
  must(await sign(room, room.entitled[1]!))
  room.world.clock.now = new Date(room.world.clock.now.getTime() - 3_600_000)
  must(await sign(room, room.entitled[2]!))
  const chain = await listSignatures(...keyOf(room))
  expect(chain.map(one => one.participantId)).toEqual(room.entitled.slice(0, 3).map(one => one.id))
  expect(brokenLinks(chain, await listLinksTold(...keyOf(room)))).toEqual([])
})

test("many who sign at once make one chain", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", entitled: 12 })
  const answers = await Promise.all(room.entitled.map(delegate => sign(room, delegate)))
  expect(answers.every(answer => answer.ok)).toBe(true)
  const chain = await listSignatures(...keyOf(room))
  expect(chain).toHaveLength(12)
  expect(brokenLinks(chain, await listLinksTold(...keyOf(room)))).toEqual([])
})

test("the first signature carries the agreement to sign this way, once for all meetings", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  const [delegate] = room.entitled
  const agreed = async () =>
    (await consentsInForce(room.world.db.read, room.world.community.id, [delegate!.personId])).get(delegate!.personId)!
      .eSigning
  expect(await sign(room, delegate!, { agreed: false })).toMatchObject({ code: "signing_not_agreed" })
  expect(await agreed()).toBe(false)
  must(await sign(room, delegate!))
  expect(await agreed()).toBe(true)
  expect(must(await readSigning(room.seat(delegate!)))).toMatchObject({ hasAgreed: true, hasSigned: true })
  later(room)
  must(await sign(room, delegate!, { agreed: false }))
  const sheet = must(await readSignatureSheet(room.desk, room.meetingId))
  expect(sheet.signatures.map(one => one.isNewest)).toEqual([false, true])
})

test("who took the agreement back is asked again", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  const [delegate] = room.entitled
  must(await sign(room, delegate!))
  later(room)
  const { personId } = delegate!
  const said = { personId, kind: "eSigning", given: false, means: "spoken", saidOn: "2026-10-08", note: "" } as const
  must(await recordConsent(room.desk, said))
  expect(await sign(room, delegate!, { agreed: false })).toMatchObject({ code: "signing_not_agreed" })
})

test("other words than those that stand above the pad are not signed", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  const [delegate] = room.entitled
  const statement = statementOf({ name: "辛八", meeting: "别的会", hasAgreed: false })
  expect(await sign(room, delegate!, { statement })).toMatchObject({ code: "signature_statement_changed" })
})

test("only the delegate signs: no seat, a helped seat and a meeting that is over sign nothing", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn" })
  const [delegate] = room.entitled
  const { statement } = must(await readSigning(room.seat(delegate!)))
  const seat = room.seat(delegate!).actor.seat!
  const helped = room.world.seated({ ...seat, helper: { name: "乙二", reason: "手不便" } })
  expect(await readSigning(helped)).toMatchObject({ code: "helped_seat_signs_nothing" })
  const input = { ...pad, strokes: JSON.stringify(aName), statement, agreed: true }
  expect(await signCheckIn(helped, input)).toMatchObject({ code: "helped_seat_signs_nothing" })
  expect(await signCheckIn(room.desk, input)).toMatchObject({ code: "not_seated" })
  const over = await aMeetingInRoom(room.world, { state: "closed" })
  expect(await signCheckIn(over.seat(over.entitled[0]!), input)).toMatchObject({ code: "meeting_over" })
})

test.each([
  ["nothing", "", "signature_missing"],
  ["no strokes", "[]", "signature_missing"],
  ["a dot", "[[100,100]]", "signature_too_short"],
  ["half a text", "[[1,2", "signature_broken"],
  ["a word for a number", '[["x",2]]', "signature_broken"],
  ["an odd number", "[[1,2,3]]", "signature_broken"],
  ["a fraction", "[[1.5,2,3,4]]", "signature_broken"],
  ["points off the pad", "[[0,0,20000,10]]", "signature_broken"],
  ["something else", '{"x":1}', "signature_broken"],
  ["scribble without end", JSON.stringify([Array.from({ length: 8002 }, () => 7)]), "signature_too_long"],
  ["endless dots", JSON.stringify(Array.from({ length: 201 }, () => [5, 5])), "signature_too_long"],
])("of a pad, %s is not taken for a name", (_, strokes, code) => {
  expect(readDrawing({ ...pad, strokes })).toMatchObject({ code })
})

test("a pad of no size, or of an absurd one, is not believed", () => {
  for (const width of [0, -900, 12.5, Number.NaN, 100_000])
    expect(readDrawing({ strokes: JSON.stringify(aName), width, height: 300 })).toMatchObject({
      code: "signature_broken",
    })
})

test("the small picture keeps the ends of each stroke and leaves near points out", () => {
  expect(thinned([0, 0, 10, 0, 20, 0, 100, 0, 130, 0])).toEqual([0, 0, 100, 0, 130, 0])
})

test("signatures are read at the desk alone", async () => {
  const room = await aSignedRoom()
  expect(await readSignatureSheet(await room.world.as("gridWorker"), room.meetingId)).toMatchObject({
    code: "forbidden",
  })
  expect(await readSignatureSheet(room.seat(room.entitled[0]!), room.meetingId)).toMatchObject({ code: "not_found" })
})
