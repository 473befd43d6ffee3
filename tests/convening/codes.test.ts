import { addHours } from "date-fns"
import { expect, test } from "vitest"
import { aCommunity, aMember, aWorld } from "#tests/world"
import { checkInCodeOf } from "~/convening/check-in-codes"
import { readCodes, replaceCode, saveNotified } from "~/convening/codes"
import { cancelMeeting } from "~/convening/meetings"
import { listParticipants } from "~/convening/store"
import { findSeat, sessionIdOf, startSession } from "~/people/sessions"
import type { Ctx } from "~/web/context"
import { aConvenedMeeting, aDelegate } from "./factories"

const origin = "https://yishi.example"

async function aSeat(ctx: Ctx, meetingId: string, participantId: string) {
  const token = await ctx.db.tx("seat", q =>
    startSession(q, ctx.now(), {
      communityId: ctx.community.id,
      meetingId,
      participantId,
      device: "平板，Chrome",
      expiresAt: addHours(ctx.now(), 12),
    }),
  )
  return () => findSeat(ctx, sessionIdOf(token))
}

test("each delegate has a code of their own that leads to the tablets' door, an observer has none", async () => {
  const world = await aWorld()
  const observer = await aDelegate(await world.as("secretary"), { name: "辰五" })
  const { ctx, meetingId } = await aConvenedMeeting(world, { observerDelegateIds: [observer.id] })
  const codes = await readCodes(ctx, meetingId, origin)
  if (!codes.ok) throw new Error(codes.code)
  const { people } = codes.value
  expect(people.map(one => one.code === null)).toEqual([false, false, true])
  expect(new Set(people.map(one => one.code)).size).toBe(3)
  expect(people[0]!.code).toMatch(/^\d{4} \d{4}$/)
  expect(people[0]!.url).toBe(`${origin}/c/zhenxing/m/${meetingId}?code=${people[0]!.code!.replace(" ", "")}`)
})

test("a replaced code opens nothing any more, and the tablet that came in with it loses its seat", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const [one, other] = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  const [seat, otherSeat] = [await aSeat(ctx, meetingId, one!.id), await aSeat(ctx, meetingId, other!.id)]
  expect(await seat()).toMatchObject({ participantId: one!.id })
  expect((await replaceCode(ctx, { meetingId, participantId: one!.id, codeVersion: 1 })).ok).toBe(true)
  expect(await seat()).toBeNull()
  expect(await otherSeat()).toMatchObject({ participantId: other!.id })
  const [after] = (await listParticipants(ctx.db.read, ctx.community.id, meetingId)).filter(p => p.id === one!.id)
  expect(checkInCodeOf(ctx.secret, after!)).not.toBe(checkInCodeOf(ctx.secret, one!))
})

test("a second press does not replace the replacement", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const [one] = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  const press = () => replaceCode(ctx, { meetingId, participantId: one!.id, codeVersion: 1 })
  const results = await Promise.all([press(), press()])
  expect(results.filter(result => result.ok)).toHaveLength(1)
  expect(results.find(result => !result.ok)).toMatchObject({ code: "code_already_replaced" })
})

test("a cancelled meeting ends its seats and shows no codes", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const [one] = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  const seat = await aSeat(ctx, meetingId, one!.id)
  await cancelMeeting(ctx, { meetingId, reason: "停电" })
  expect(await seat()).toBeNull()
  expect(await readCodes(ctx, meetingId, origin)).toMatchObject({ code: "no_codes_now" })
})

test("who was told is ticked, and unticked again", async () => {
  const world = await aWorld()
  const { ctx, meetingId } = await aConvenedMeeting(world)
  const told = async () =>
    (await listParticipants(ctx.db.read, ctx.community.id, meetingId)).filter(p => p.notified).map(p => p.id)
  const [one, other] = await listParticipants(ctx.db.read, ctx.community.id, meetingId)
  await saveNotified(ctx, { meetingId, participantIds: [one!.id, other!.id] })
  expect(await told()).toHaveLength(2)
  await saveNotified(ctx, { meetingId, participantIds: [other!.id] })
  expect(await told()).toEqual([other!.id])
  expect(await saveNotified(ctx, { meetingId, participantIds: ["invented"] })).toMatchObject({ code: "not_found" })
})

test("codes are for the secretary and the meeting's own recorder, not for its chair or those who only read", async () => {
  const world = await aWorld()
  const chair = await world.as("handler")
  const { meetingId } = await aConvenedMeeting(world, { chairPersonId: chair.actor.personId })
  const recorder = await world.as("reviewer")
  expect((await readCodes(recorder, meetingId, origin)).ok).toBe(true)
  for (const ctx of [chair, await world.as("administrator"), await world.as("delegate"), world.asStranger()])
    expect(await readCodes(ctx, meetingId, origin)).toMatchObject({ code: "forbidden" })
  const community = await aCommunity(world.installation, { communityName: "悦园社区", loginName: "yueyuan" })
  const foreign = { ...recorder, community, actor: await aMember(world.installation, community, ["secretary"]) }
  expect(await readCodes(foreign, meetingId, origin)).toMatchObject({ code: "not_found" })
})
