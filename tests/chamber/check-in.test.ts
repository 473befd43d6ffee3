import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { attendanceEvents } from "#db/schema/chamber"
import { participants } from "#db/schema/convening"
import { sessions } from "#db/schema/people-accounts"
import { aCommunity, aWorld } from "#tests/world"
import { leaveEarly, markExcused } from "~/chamber/attendance/attendance"
import { giveUpSeat, openCheckIn, takeSeat, whoseCode } from "~/chamber/attendance/check-in"
import { findAttendance } from "~/chamber/attendance/store"
import { findMeeting } from "~/convening/store"
import { findSeat, sessionIdOf } from "~/people/sessions"
import { aMeetingInRoom, must, type Room } from "./factories"

const tablet = { device: "平板，Chrome", address: "192.168.1.20" }
const knock = (room: Room, code: string, name?: string) =>
  takeSeat(room.world.asStranger(), { meetingId: room.meetingId, code, name, ...tablet })
const presenceOf = async (room: Room, participantId: string) =>
  (await findAttendance(room.world.db.read, room.world.community.id, room.meetingId, participantId))?.presence ??
  "absent"
const wrongCode = (room: Room) => {
  const codes = new Set([...room.entitled, ...room.observers].map(room.codeOf))
  return ["00000000", "11111111"].find(code => !codes.has(code))!
}

test("the desk opens check-in once the meeting is convened, and only once", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "convened", present: 0 })
  expect(must(await openCheckIn(room.desk, room.meetingId))).toBe(null)
  expect((await findMeeting(room.world.db.read, room.world.community.id, room.meetingId))!.state).toBe("checkIn")
  expect(room.world.published).toContain(`meeting:${room.meetingId}`)
  expect(await openCheckIn(room.desk, room.meetingId)).toMatchObject({ code: "meeting_not_convened" })
})

test("a grid worker does not open check-in, and to an outsider the meeting does not exist", async () => {
  const world = await aWorld()
  const room = await aMeetingInRoom(world, { state: "convened", present: 0 })
  expect(await openCheckIn(await world.as("gridWorker"), room.meetingId)).toMatchObject({ code: "forbidden" })
  expect(await openCheckIn(world.asStranger(), room.meetingId)).toMatchObject({ code: "not_found" })
  const elsewhere = await aCommunity(world.installation, { communityName: "远方社区", loginName: "other" })
  expect(await openCheckIn({ ...room.desk, community: elsewhere }, room.meetingId)).toMatchObject({ code: "not_found" })
})

test("the code of a QR tells whose it is, and takes the seat: the delegate is present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  const code = room.codeOf(delegate!)
  expect(
    must(await whoseCode(room.world.asStranger(), { meetingId: room.meetingId, code, address: tablet.address })).name,
  ).toBe(delegate!.name)
  expect(await presenceOf(room, delegate!.id)).toBe("absent")
  const { token, participantId } = must(await knock(room, code))
  expect(participantId).toBe(delegate!.id)
  expect(await presenceOf(room, delegate!.id)).toBe("present")
  expect(await findSeat(room.world.installation, sessionIdOf(token))).toMatchObject({
    participantId,
    meetingId: room.meetingId,
  })
  expect(room.world.published).toContain(`meeting:${room.meetingId}:counts`)
})

test("a code is read as people type it: spaced, full-width; and with a name it must be that delegate's", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [first, second] = room.entitled
  const code = room.codeOf(first!)
  const fullWidth = [...code].map(digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("")
  expect(await knock(room, code, second!.name)).toMatchObject({ code: "code_wrong" })
  expect((await knock(room, `${fullWidth.slice(0, 4)} ${fullWidth.slice(4)}`, ` ${first!.name} `)).ok).toBe(true)
})

test("taking the seat again after leaving is a return; while present it changes nothing", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  must(await knock(room, room.codeOf(delegate!)))
  must(await knock(room, room.codeOf(delegate!)))
  must(await leaveEarly(room.seat(delegate!)))
  must(await knock(room, room.codeOf(delegate!)))
  const kinds = await room.world.db.read.select({ kind: attendanceEvents.kind }).from(attendanceEvents)
  expect(kinds.map(row => row.kind).toSorted()).toEqual(["arrived", "left", "returned"])
})

test("one who asked to be excused and comes after all is present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  must(await markExcused(room.desk, room.meetingId, delegate!.id, "出差"))
  must(await knock(room, room.codeOf(delegate!)))
  expect(await presenceOf(room, delegate!.id)).toBe("present")
})

test("a code opens one seat at a time, and a tablet handed on keeps the delegate present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  const earlier = must(await knock(room, room.codeOf(delegate!)))
  const later = must(await knock(room, room.codeOf(delegate!)))
  const { installation } = room.world
  expect(await findSeat(installation, sessionIdOf(earlier.token))).toBe(null)
  expect(await findSeat(installation, sessionIdOf(later.token))).not.toBe(null)
  must(await giveUpSeat(room.seat(delegate!)))
  expect(await findSeat(installation, sessionIdOf(later.token))).toBe(null)
  expect(await presenceOf(room, delegate!.id)).toBe("present")
  expect(await giveUpSeat(room.world.asStranger())).toMatchObject({ code: "not_seated" })
})

test("a seat ends twelve hours after the meeting was to end", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  must(await knock(room, room.codeOf(room.entitled[0]!)))
  const meeting = await findMeeting(room.world.db.read, room.world.community.id, room.meetingId)
  const [session] = await room.world.db.read
    .select({ expiresAt: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.meetingId, room.meetingId))
  expect(session!.expiresAt.getTime() - meeting!.endsAt!.getTime()).toBe(12 * 3_600_000)
})

test("a replaced code opens nothing", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  const old = room.codeOf(delegate!)
  await room.world.db.tx("x", q =>
    q.update(participants).set({ codeVersion: 2 }).where(eq(participants.id, delegate!.id)),
  )
  expect(await knock(room, old)).toMatchObject({ code: "code_wrong" })
  expect((await knock(room, room.codeOf({ ...delegate!, codeVersion: 2 }))).ok).toBe(true)
})

test("a code of another meeting opens nothing here", async () => {
  const world = await aWorld()
  const [here, there] = [
    await aMeetingInRoom(world, { state: "checkIn", present: 0 }),
    await aMeetingInRoom(world, { state: "checkIn", present: 0 }),
  ]
  expect(await knock(here, there.codeOf(there.entitled[0]!))).toMatchObject({ code: "code_wrong" })
})

test.each([
  ["convened", "check_in_not_open"],
  ["closed", "meeting_over"],
  ["minuted", "meeting_over"],
  ["cancelled", "meeting_cancelled"],
  ["draft", "not_found"],
] as const)("a right code while the meeting is %s is told %s", async (state, code) => {
  const room = await aMeetingInRoom(await aWorld(), { state, present: 0 })
  expect(await knock(room, room.codeOf(room.entitled[0]!))).toMatchObject({ ok: false, code })
})

test("twenty wrong codes stop one address for a while, also with the right one; another address goes on", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [delegate] = room.entitled
  for (let at = 0; at < 20; at++) expect(await knock(room, wrongCode(room))).toMatchObject({ code: "code_wrong" })
  expect(await knock(room, room.codeOf(delegate!))).toMatchObject({ code: "too_many_attempts" })
  const elsewhere = { meetingId: room.meetingId, code: room.codeOf(delegate!), device: "手机", address: "192.168.1.21" }
  expect((await takeSeat(room.world.asStranger(), elsewhere)).ok).toBe(true)
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 10 * 60_000)
  expect((await knock(room, room.codeOf(delegate!))).ok).toBe(true)
})

test("wrong codes asked of parallel requests are all counted", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const answers = await Promise.all(Array.from({ length: 40 }, () => knock(room, wrongCode(room))))
  const codes = answers.map(answer => (answer.ok ? "ok" : answer.code))
  expect(codes.filter(code => code === "code_wrong")).toHaveLength(20)
  expect(codes.filter(code => code === "too_many_attempts")).toHaveLength(20)
})

const guessFrom = (room: Room, address: string, code: string, name?: string) =>
  takeSeat(room.world.asStranger(), { meetingId: room.meetingId, code, name, device: "手机", address })

/** Three hundred wrong codes from as many addresses: someone is trying them out. */
async function aRoomGuessedAt() {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  for (let at = 0; at < 300; at++) await guessFrom(room, `10.0.0.${at}`, wrongCode(room))
  return room
}

test("a stranger trying codes from many addresses locks nobody out: right codes with their names still open seats", async () => {
  const room = await aRoomGuessedAt()
  for (const delegate of room.entitled)
    expect((await guessFrom(room, "192.168.1.30", room.codeOf(delegate), delegate.name)).ok).toBe(true)
})

test("while codes are being tried out a code alone opens nothing, right or wrong alike", async () => {
  const room = await aRoomGuessedAt()
  const [delegate, other] = room.entitled
  const right = room.codeOf(delegate!)
  for (const code of [right, wrongCode(room)])
    expect(await guessFrom(room, "10.0.1.1", code)).toMatchObject({
      code: "code_needs_name",
      detail: { field: "name" },
    })
  expect(
    await whoseCode(room.world.asStranger(), { meetingId: room.meetingId, code: right, address: "10.0.1.1" }),
  ).toMatchObject({ code: "code_needs_name" })
  expect(await guessFrom(room, "10.0.1.1", right, other!.name)).toMatchObject({ code: "code_wrong" })
  room.world.clock.now = new Date(room.world.clock.now.getTime() + 10 * 60_000)
  expect((await guessFrom(room, "10.0.1.1", right)).ok).toBe(true)
})

test("a tablet that sits in the hall is counted by its own seat, not by the address it shares with a stranger", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [first, second] = room.entitled
  for (let at = 0; at < 20; at++) await knock(room, wrongCode(room))
  expect(await knock(room, room.codeOf(second!))).toMatchObject({ code: "too_many_attempts" })
  const next = { meetingId: room.meetingId, ...tablet }
  expect((await takeSeat(room.seat(first!), { ...next, code: room.codeOf(second!) })).ok).toBe(true)
  for (let at = 0; at < 20; at++) await takeSeat(room.seat(first!), { ...next, code: wrongCode(room) })
  expect(await takeSeat(room.seat(first!), { ...next, code: room.codeOf(second!) })).toMatchObject({
    code: "too_many_attempts",
  })
})
