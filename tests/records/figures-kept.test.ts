import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { approveMinutes, draftMinutes, editMinutes } from "~/records/minutes"
import { draftResolutions, editResolution } from "~/records/resolutions"
import { findMinutes, findResolution } from "~/records/store"
import { readMinutesView, readResolutionView } from "~/records/views"
import { aMeetingOver } from "./factories"

async function aDraft() {
  const world = await aWorld()
  const meeting = await aMeetingOver(world)
  await draftMinutes(meeting.recorder, meeting.meetingId)
  await draftResolutions(meeting.recorder, meeting.meetingId)
  const { wording } = (await findMinutes(world.db.read, world.community.id, meeting.meetingId))!
  return { world, ...meeting, wording }
}

test("a changed vote number is refused at its field, and what stands is what stood", async () => {
  const { world, meetingId, recorder, wording } = await aDraft()
  const [item] = wording.items
  const changed = { ...wording, items: [{ ...item!, gist: `${item!.gist}\n经表决，赞成9票。` }] }
  expect(await editMinutes(recorder, meetingId, changed, 1)).toEqual({
    ok: false,
    code: "figure_not_as_recorded",
    detail: { typed: "赞成9票", recorded: "赞成7", field: "gist-0" },
  })
  expect(await findMinutes(world.db.read, world.community.id, meetingId)).toMatchObject({ version: 1, wording })
})

test("a changed wording with the right figures is saved", async () => {
  const { meetingId, recorder, wording } = await aDraft()
  const [item] = wording.items
  const gist = "会议充分讨论，实到十人中七票赞成，两票反对，一票弃权，过半数通过，增设12个车位。"
  const changed = { ...wording, items: [{ ...item!, gist }], closing: "会议要求3月5日前办结。" }
  expect(await editMinutes(recorder, meetingId, changed, 1)).toEqual({ ok: true, value: { version: 2 } })
})

test("who saved first is told before the figures are: both see the same paper", async () => {
  const { meetingId, recorder, wording } = await aDraft()
  await editMinutes(recorder, meetingId, { ...wording, closing: "完。" }, 1)
  expect(await editMinutes(recorder, meetingId, { ...wording, closing: "实到99人。" }, 1)).toMatchObject({
    code: "changed_meanwhile",
  })
  expect(await editMinutes(recorder, meetingId, { ...wording, closing: "实到99人。" }, 2)).toMatchObject({
    code: "figure_not_as_recorded",
    detail: { field: "closing" },
  })
})

test("a draft that was made by the record itself is approved as it is", async () => {
  const { meetingId, chair, recorder } = await aDraft()
  const view = await readMinutesView(recorder, meetingId)
  expect(view.ok && view.value.paper?.problems).toEqual([])
  expect(view.ok && view.value.basis.items).toEqual([["应到12，实到10，投票10，赞成7，反对2，弃权1"]])
  expect((await approveMinutes(chair, meetingId, 1)).ok).toBe(true)
})

test("a resolution keeps to the figures of its item as well", async () => {
  const { world, meetingId, roundIds, recorder } = await aDraft()
  const key = { meetingId, roundId: roundIds[0]! }
  const { wording } = (await findResolution(world.db.read, world.community.id, key.roundId))!
  const wrong = { ...wording, preamble: `${wording.preamble}同意八人。` }
  expect(await editResolution(recorder, key, wrong, 1)).toMatchObject({
    code: "figure_not_as_recorded",
    detail: { typed: "同意八人", recorded: "赞成7", field: "preamble" },
  })
  const right = { ...wording, preamble: `${wording.preamble}同意七人。` }
  expect((await editResolution(recorder, key, right, 1)).ok).toBe(true)
  const view = await readResolutionView(recorder, key)
  expect(view.ok && view.value.basis).toEqual(["应到12，实到10，投票10，赞成7，反对2，弃权1"])
})
