import { RouterContextProvider } from "react-router"
import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { countHeads } from "~/chamber/attendance/attendance"
import { takeSeat } from "~/chamber/attendance/check-in"
import { isSharedTablet } from "~/chamber/attendance/shared-tablet"
import { action } from "~/chamber/pages/seat-switch"
import type { Participant } from "~/convening/store"
import { findSeat, sessionIdOf } from "~/people/sessions"
import { appContext, type Ctx, type RequestFacts, requestContext, serverContext } from "~/web/context"
import { aMeetingInRoom, must, type Room } from "./factories"

const device = "平板，Chrome"
const handOn = (ctx: Ctx, room: Room, to: Participant) =>
  takeSeat(ctx, { meetingId: room.meetingId, code: room.codeOf(to), device, address: "192.168.1.20" })
const seatOf = (room: Room, token: string) => findSeat(room.world.installation, sessionIdOf(token))

async function press(ctx: Ctx, room: Room, form: Record<string, string>) {
  const context = new RouterContextProvider()
  context.set(appContext, ctx)
  context.set(requestContext, { address: "192.168.1.20", isSecure: false } as RequestFacts)
  context.set(serverContext, { sentences: {} } as never)
  const body = new URLSearchParams(form)
  const request = new Request("http://yishi.example/c/zhenxing/m/x/switch", { method: "POST", body })
  const params = { community: "zhenxing", meetingId: room.meetingId }
  const answer = await action({ request, params, context } as unknown as Parameters<typeof action>[0]).catch(
    thrown => thrown,
  )
  if (!(answer instanceof Response)) throw new Error("the tablet was not handed on")
  const seat = answer.headers.getSetCookie().find(cookie => cookie.startsWith("seat="))
  return { answer, token: /^seat=([^;]*)/.exec(seat ?? "")?.[1] ?? "" }
}

test("a tablet goes on to the next delegate for nothing but the code; both stay present", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [first, second] = room.entitled
  const own = must(await handOn(room.world.asStranger(), room, first!))
  const { answer, token } = await press(room.seat(first!), room, { intent: "next", code: room.codeOf(second!) })
  expect(answer.headers.get("Location")).toBe(`/c/zhenxing/m/${room.meetingId}/sign`)
  expect(await seatOf(room, token)).toMatchObject({ participantId: second!.id })
  expect(await seatOf(room, own.token)).toBeNull()
  expect((await countHeads(room.world.db.read, room.world.community.id, room.meetingId)).present).toBe(2)
})

test("what stays in the browser after a switch is the next one's seat and that the tablet is shared", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [first, second] = room.entitled
  const { answer } = await press(room.seat(first!), room, { intent: "next", code: room.codeOf(second!) })
  const cookies = answer.headers.getSetCookie()
  expect(cookies.map(cookie => cookie.split("=")[0])).toEqual(["seat", "shared"])
  expect(cookies.every(cookie => cookie.includes("HttpOnly"))).toBe(true)
  const later = new Request("http://yishi.example/", { headers: { Cookie: "seat=x; shared=yes" } })
  expect(isSharedTablet(later)).toBe(true)
  expect(isSharedTablet(new Request("http://yishi.example/", { headers: { Cookie: "seat=x; shared=" } }))).toBe(false)
})

test("a wrong code hands nothing on: whoever sits there keeps the seat", async () => {
  const room = await aMeetingInRoom(await aWorld(), { state: "checkIn", present: 0 })
  const [first] = room.entitled
  const own = must(await handOn(room.world.asStranger(), room, first!))
  const codes = new Set(room.entitled.map(room.codeOf))
  const wrong = ["00000000", "11111111"].find(code => !codes.has(code))!
  await expect(press(room.seat(first!), room, { intent: "next", code: wrong })).rejects.toThrow()
  expect(await seatOf(room, own.token)).toMatchObject({ participantId: first!.id })
})

test("a seat in another meeting is left alone when this tablet takes one here", async () => {
  const world = await aWorld()
  const [here, there] = [await aMeetingInRoom(world), await aMeetingInRoom(world)]
  const own = must(await handOn(world.asStranger(), there, there.entitled[0]!))
  must(await handOn(there.seat(there.entitled[0]!), here, here.entitled[0]!))
  expect(await seatOf(there, own.token)).toMatchObject({ participantId: there.entitled[0]!.id })
})

test("whoever ends helping leaves an empty seat behind, and nobody else's seat ends that way", async () => {
  const room = await aMeetingInRoom(await aWorld())
  const [delegate] = room.entitled
  const own = must(await handOn(room.world.asStranger(), room, delegate!))
  await press(room.seat(delegate!), room, { intent: "endHelp" })
  expect(await seatOf(room, own.token)).not.toBeNull()
  const seat = { ...room.seat(delegate!).actor.seat!, helper: { name: "乙二", reason: "视力不便" } }
  const { answer, token } = await press({ ...room.desk, actor: { ...room.desk.actor, seat } }, room, {
    intent: "endHelp",
  })
  expect(token).toBe("")
  expect(answer.headers.get("Location")).toBe(`/c/zhenxing/meetings/${room.meetingId}/desk`)
  expect(await seatOf(room, own.token)).toBeNull()
})
