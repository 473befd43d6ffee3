import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { checkInAtDesk, countHeads, markLeft, markReturned } from "~/chamber/attendance/attendance"
import { takeSeat } from "~/chamber/attendance/check-in"
import { countPeople, listPeople } from "~/chamber/attendance/presence-view"
import { recordProxy, revokeProxy } from "~/chamber/attendance/proxies"
import { findHolderId, listProxies, listProxiesInForce } from "~/chamber/attendance/proxy-store"
import { startMeeting } from "~/chamber/session"
import { findMeeting, type Participant } from "~/convening/store"
import { aMeetingInRoom, must, type Room } from "./factories"

const letter = "10月7日委托书，原件在签到台"
const aRoomWithProxies = async (present: number, most = 1, wishes: Parameters<typeof aMeetingInRoom>[1] = {}) =>
  aMeetingInRoom(await aWorld(), { state: "checkIn", present, rule: { proxies: { most } }, ...wishes })
const grant = (room: Room, principal: Participant, holder: Participant, words = letter) =>
  recordProxy(room.desk, {
    meetingId: room.meetingId,
    principalId: principal.id,
    holderId: holder.id,
    letter: words,
  })
const keyOf = (room: Room) => [room.world.db.read, room.world.community.id, room.meetingId] as const
const heads = (room: Room) => countHeads(...keyOf(room))

test("who is stood for counts as present while the holder is in the room, and no longer when the holder leaves", async () => {
  const room = await aRoomWithProxies(3)
  const [holder, , , absent] = room.entitled
  must(await grant(room, absent!, holder!))
  expect(await heads(room)).toEqual({ present: 4, entitled: 5 })
  expect(await findHolderId(...keyOf(room), absent!.id)).toBe(holder!.id)
  must(await markLeft(room.desk, room.meetingId, holder!.id))
  expect(await heads(room)).toEqual({ present: 2, entitled: 5 })
  expect(await findHolderId(...keyOf(room), absent!.id)).toBeNull()
  must(await markReturned(room.desk, room.meetingId, holder!.id))
  expect(await heads(room)).toEqual({ present: 4, entitled: 5 })
})

test("a meeting that lacks one for its quorum begins with the one who is stood for", async () => {
  const room = await aRoomWithProxies(3)
  expect(await startMeeting(room.chair, room.meetingId)).toMatchObject({ code: "quorum_not_met" })
  must(await grant(room, room.entitled[3]!, room.entitled[0]!))
  expect((await startMeeting(room.chair, room.meetingId)).ok).toBe(true)
})

test("the desk's figures say how many of those present are stood for, and count nobody twice", async () => {
  const room = await aRoomWithProxies(3)
  must(await grant(room, room.entitled[3]!, room.entitled[0]!))
  const meeting = (await findMeeting(room.world.db.read, room.world.community.id, room.meetingId))!
  const people = await listPeople(room.world.db.read, meeting)
  const presences = countPeople(meeting, people)
  expect(presences).toMatchObject({ entitled: 5, present: 4, stoodFor: 1, absent: 1, left: 0, excused: 0 })
  expect(presences.quorumWords).toContain("含委托1人在内，实到4人，应到5人")
  expect(people.find(one => one.participantId === room.entitled[3]!.id)?.stoodForBy).toBe(room.entitled[0]!.name)
})

test.each(["desk", "tablet"])(
  "a principal who comes after all, by the %s, ends the proxy and is counted once",
  async means => {
    const room = await aRoomWithProxies(3)
    const principal = room.entitled[3]!
    must(await grant(room, principal, room.entitled[0]!))
    if (means === "desk") must(await checkInAtDesk(room.desk, room.meetingId, principal.id))
    else
      must(
        await takeSeat(room.world.asStranger(), {
          meetingId: room.meetingId,
          code: room.codeOf(principal),
          device: "平板，Chrome",
          address: "192.168.1.20",
        }),
      )
    expect(await listProxiesInForce(...keyOf(room))).toEqual([])
    expect(await heads(room)).toEqual({ present: 4, entitled: 5 })
    expect(await listProxies(...keyOf(room))).toMatchObject([{ revokedBy: "本人到会" }])
  },
)

test("a proxy is taken back once, stays on the list, and may be given to another afterwards", async () => {
  const room = await aRoomWithProxies(3)
  const [first, second, , absent] = room.entitled
  const { proxyId } = must(await grant(room, absent!, first!))
  expect(await grant(room, absent!, second!)).toMatchObject({ code: "already_stood_for" })
  must(await revokeProxy(room.desk, { meetingId: room.meetingId, proxyId }))
  expect(await revokeProxy(room.desk, { meetingId: room.meetingId, proxyId })).toMatchObject({ code: "proxy_ended" })
  must(await grant(room, absent!, second!))
  expect(await listProxies(...keyOf(room))).toHaveLength(2)
  expect(await listProxiesInForce(...keyOf(room))).toEqual([{ principalId: absent!.id, holderId: second!.id }])
})

test("where the frozen rule knows no proxies none is recorded", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 3 })
  expect(await grant(room, room.entitled[3]!, room.entitled[0]!)).toMatchObject({ code: "no_proxies_by_rule" })
})

test("nobody takes more than the rule allows, stands for themselves, passes a mandate on or stands for someone present", async () => {
  const room = await aRoomWithProxies(2)
  const [here, alsoHere, absent, gone, away] = room.entitled
  expect(await grant(room, absent!, absent!)).toMatchObject({ code: "proxy_for_oneself" })
  expect(await grant(room, alsoHere!, here!)).toMatchObject({ code: "principal_present" })
  must(await grant(room, absent!, here!))
  expect(await grant(room, gone!, here!)).toMatchObject({ code: "holder_full", detail: { most: 1 } })
  expect(await grant(room, gone!, absent!)).toMatchObject({ code: "holder_gave_away" })
  must(await grant(room, gone!, away!))
  expect(await grant(room, away!, alsoHere!)).toMatchObject({ code: "principal_holds" })
  expect(await grant(room, away!, alsoHere!, "  ")).toMatchObject({ code: "letter_missing" })
})

test("an observer neither gives nor takes a proxy, and a meeting that is over records none", async () => {
  const room = await aRoomWithProxies(3, 1, { observers: 1 })
  expect(await grant(room, room.entitled[3]!, room.observers[0]!)).toMatchObject({ code: "proxy_only_entitled" })
  const over = await aRoomWithProxies(3, 1, { state: "closed" })
  expect(await grant(over, over.entitled[3]!, over.entitled[0]!)).toMatchObject({ code: "meeting_over_for_proxies" })
  const early = await aRoomWithProxies(0, 1, { state: "convened" })
  expect((await grant(early, early.entitled[3]!, early.entitled[0]!)).ok).toBe(true)
})

test("a proxy is recorded at the desk only; someone of another meeting is not found", async () => {
  const room = await aRoomWithProxies(3)
  const input = { meetingId: room.meetingId, principalId: room.entitled[3]!.id, holderId: room.entitled[0]!.id, letter }
  expect(await recordProxy(await room.world.as("gridWorker"), input)).toMatchObject({ code: "forbidden" })
  expect(await recordProxy(room.seat(room.entitled[0]!), input)).toMatchObject({ code: "not_found" })
  const there = await aMeetingInRoom(room.world)
  expect(await recordProxy(room.desk, { ...input, holderId: there.entitled[0]!.id })).toMatchObject({
    code: "not_found",
  })
})
