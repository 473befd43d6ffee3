import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import type { MeetingState } from "#db/schema/convening"
import { meetings } from "#db/schema/convening"
import { aCommunity, aMember, aWorld, type World } from "#tests/world"
import { confirmMinutes } from "~/records/confirmations"
import { approveMinutes, draftMinutes, editMinutes } from "~/records/minutes"
import { findMinutes } from "~/records/store"
import { readMinutesView } from "~/records/views"
import type { Ctx } from "~/web/context"
import { aMeetingOver, type MeetingOverInput } from "./factories"

/** Approved minutes of the third meeting, and a fourth one a month later, in session unless said otherwise. */
async function aLaterMeeting(state: MeetingState = "inSession", input: MeetingOverInput = {}) {
  const world = await aWorld()
  const earlier = await aMeetingOver(world)
  await draftMinutes(earlier.recorder, earlier.meetingId)
  await approveMinutes(earlier.chair, earlier.meetingId, 1)
  const later = await aMeetingOver(world, { sequence: 4, recorder: await world.as("handler"), ...input })
  await move(world, later.meetingId, { state, startedAt: new Date("2026-11-08T14:30:00.000+08:00") })
  const minutes = (await findMinutes(world.db.read, world.community.id, earlier.meetingId))!
  const confirm = (ctx: Ctx, remark = "") =>
    confirmMinutes(ctx, { meetingId: later.meetingId, minutesId: minutes.id, remark })
  return { world, earlier, later, minutes, confirm }
}

const move = (world: World, meetingId: string, set: Partial<typeof meetings.$inferInsert>) =>
  world.db.tx(`meeting:${meetingId}`, q => q.update(meetings).set(set).where(eq(meetings.id, meetingId)))

const viewOf = async (ctx: Ctx, meetingId: string) => {
  const view = await readMinutesView(ctx, meetingId)
  if (!view.ok) throw new Error(view.code)
  return view.value
}

test("the recorder of the later meeting is shown what waits, and notes that it was confirmed", async () => {
  const { later, earlier, minutes, confirm } = await aLaterMeeting()
  const { confirmations } = await viewOf(later.recorder, later.meetingId)
  expect(confirmations.waiting).toEqual([
    {
      minutesId: minutes.id,
      meetingId: earlier.meetingId,
      meeting: "振兴社区2026年第三次协商议事会",
      number: "振社议纪〔2026〕1号",
      heldOn: "2026年10月8日",
    },
  ])
  expect((await confirm(later.recorder, " 丙三的发言应为七楼 ")).ok).toBe(true)
  const after = (await viewOf(later.recorder, later.meetingId)).confirmations
  expect(after.waiting).toEqual([])
  expect(after.confirmed).toEqual([
    { meeting: "振兴社区2026年第三次协商议事会", number: "振社议纪〔2026〕1号", remark: "丙三的发言应为七楼" },
  ])
})

test("the earlier minutes say where they were confirmed and are not changed by it", async () => {
  const { world, later, earlier, minutes, confirm } = await aLaterMeeting("closed")
  await confirm(later.recorder, "数字写清楚")
  expect((await viewOf(earlier.chair, earlier.meetingId)).confirmations.own).toEqual({
    meeting: "振兴社区2026年第四次协商议事会",
    remark: "数字写清楚",
  })
  expect(await findMinutes(world.db.read, world.community.id, earlier.meetingId)).toEqual(minutes)
})

test.each([
  [
    "",
    "会议确认了振兴社区2026年第三次协商议事会的纪要（振社议纪〔2026〕1号），没有意见。振兴社区2026年第四次协商议事会就",
  ],
  [
    "改一个错字",
    "会议确认了振兴社区2026年第三次协商议事会的纪要（振社议纪〔2026〕1号），意见：改一个错字。振兴社区2026年第四次",
  ],
])("the later minutes open with it by themselves (remark: %s)", async (remark, opening) => {
  const { world, later, confirm } = await aLaterMeeting("closed")
  await confirm(later.recorder, remark)
  await draftMinutes(later.recorder, later.meetingId)
  const drafted = await findMinutes(world.db.read, world.community.id, later.meetingId)
  expect(drafted!.wording.opening.startsWith(opening)).toBe(true)
})

/** The later meeting's minutes were drafted before the earlier ones were noted as confirmed. */
async function aDraftBefore(remark = "") {
  const all = await aLaterMeeting("closed")
  await draftMinutes(all.later.recorder, all.later.meetingId)
  const drafted = (await findMinutes(all.world.db.read, all.world.community.id, all.later.meetingId))!
  await all.confirm(all.later.recorder, remark)
  return {
    ...all,
    drafted,
    sentence: `会议确认了振兴社区2026年第三次协商议事会的纪要（振社议纪〔2026〕1号），没有意见。`,
  }
}

test("what is confirmed after the draft is offered to its opening and not written there by itself", async () => {
  const { world, later, drafted, sentence } = await aDraftBefore()
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.unwritten).toEqual([sentence])
  expect(await findMinutes(world.db.read, world.community.id, later.meetingId)).toEqual(drafted)
})

test("one press writes it before the opening, with whatever else was typed, and the offer is gone", async () => {
  const { world, later, drafted, sentence } = await aDraftBefore()
  const typed = { ...drafted.wording, closing: "会议要求抓紧办理。" }
  const pressed = await editMinutes(later.recorder, later.meetingId, typed, 1, "withConfirmed")
  expect(pressed).toEqual({ ok: true, value: { version: 2 } })
  const stored = (await findMinutes(world.db.read, world.community.id, later.meetingId))!
  expect(stored.wording).toEqual({ ...typed, opening: `${sentence}${drafted.wording.opening}` })
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.unwritten).toEqual([])
  // A second press finds nothing left to write.
  await editMinutes(later.recorder, later.meetingId, stored.wording, 2, "withConfirmed")
  const again = (await findMinutes(world.db.read, world.community.id, later.meetingId))!
  expect(again.wording).toEqual(stored.wording)
})

test("a confirmation somebody worded anew is not offered again, and the approved minutes are offered nothing", async () => {
  const { later, drafted } = await aDraftBefore("改一个错字")
  const own = "会议首先确认了上一次的纪要（振社议纪〔2026〕1号），请改正一个错字。"
  const reworded = { ...drafted.wording, opening: `${own}${drafted.wording.opening}` }
  await editMinutes(later.recorder, later.meetingId, reworded, 1)
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.unwritten).toEqual([])
  await editMinutes(later.recorder, later.meetingId, drafted.wording, 2)
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.unwritten).toHaveLength(1)
  await approveMinutes(later.chair, later.meetingId, 3)
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.unwritten).toEqual([])
})

test("the sentence is not written over what somebody else saved meanwhile", async () => {
  const { later, drafted } = await aDraftBefore()
  await editMinutes(later.recorder, later.meetingId, { ...drafted.wording, closing: "散会。" }, 1)
  const pressed = await editMinutes(later.recorder, later.meetingId, drafted.wording, 1, "withConfirmed")
  expect(pressed).toMatchObject({ code: "changed_meanwhile" })
})

test("minutes are confirmed once, also by two who press at once", async () => {
  const { later, confirm, world } = await aLaterMeeting()
  const secretary = await world.as("secretary")
  const results = await Promise.all([confirm(later.recorder), confirm(secretary)])
  expect(results.map(result => (result.ok ? "done" : result.code)).sort()).toEqual(["already_confirmed", "done"])
  expect(await confirm(later.recorder)).toMatchObject({ code: "already_confirmed" })
})

test("before the later meeting began nothing is confirmed", async () => {
  const { later, confirm } = await aLaterMeeting("checkIn")
  expect(await confirm(later.recorder)).toMatchObject({ code: "confirmed_before_meeting" })
  expect((await viewOf(later.recorder, later.meetingId)).confirmations.waiting).toEqual([])
})

test.each(["minuted", "archived"] as const)(
  "a meeting that is %s has its own minutes fixed and confirms no others",
  async state => {
    const { later, confirm } = await aLaterMeeting(state)
    expect(await confirm(later.recorder)).toMatchObject({ code: "confirmed_after_minutes" })
    expect((await viewOf(later.recorder, later.meetingId)).confirmations.waiting).toEqual([])
  },
)

test("minutes are not confirmed at their own meeting", async () => {
  const { earlier, minutes } = await aLaterMeeting()
  const own = { meetingId: earlier.meetingId, minutesId: minutes.id, remark: "" }
  expect(await confirmMinutes(earlier.recorder, own)).toMatchObject({ code: "confirmed_after_minutes" })
})

test("minutes of another kind of meeting, of a later one, and a draft are not for this meeting", async () => {
  const other = await aLaterMeeting("inSession", { preset: "representatives" })
  expect(await other.confirm(other.later.recorder)).toMatchObject({ code: "not_found" })
  const { world, earlier, later, minutes } = await aLaterMeeting()
  const before = await aMeetingOver(world, { sequence: 1 })
  await move(world, before.meetingId, { startedAt: new Date("2026-09-08T14:30:00.000+08:00") })
  const ofLater = { meetingId: before.meetingId, minutesId: minutes.id, remark: "" }
  expect(await confirmMinutes(earlier.recorder, ofLater)).toMatchObject({ code: "not_found" })
  const draft = await aMeetingOver(world, { sequence: 2 })
  await draftMinutes(draft.recorder, draft.meetingId)
  const drafted = (await findMinutes(world.db.read, world.community.id, draft.meetingId))!
  const asked = { meetingId: later.meetingId, minutesId: drafted.id, remark: "" }
  expect(await confirmMinutes(later.recorder, asked)).toMatchObject({ code: "not_found" })
})

test("only those who word the later meeting's papers confirm; a remark has its length", async () => {
  const { world, later, minutes, confirm } = await aLaterMeeting()
  expect(await confirm(later.chair)).toMatchObject({ code: "forbidden" })
  expect(await confirm(await world.as("viewer"))).toMatchObject({ code: "forbidden" })
  expect(await confirm(world.asStranger())).toMatchObject({ code: "not_found" })
  const elsewhere = await aCommunity(world.installation, { communityName: "团结社区", loginName: "bingsan" })
  const actor = await aMember(world.installation, elsewhere, ["secretary"])
  expect(await confirm({ ...world.installation, actor, community: elsewhere })).toMatchObject({ code: "not_found" })
  expect(await confirm(later.recorder, "长".repeat(501))).toMatchObject({
    code: "remark_too_long",
    detail: { field: `remark-${minutes.id}` },
  })
  // Readers of records are not shown what waits.
  expect((await viewOf(later.chair, later.meetingId)).confirmations.waiting).toEqual([])
})
