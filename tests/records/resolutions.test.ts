import { expect, test } from "vitest"
import { motions } from "#db/schema/chamber-motions"
import type { Result } from "~/law/result"
import { approveMinutes, draftMinutes } from "~/records/minutes"
import { listMeetingPapers } from "~/records/records-list"
import {
  approveResolution,
  draftResolutions,
  editResolution,
  exportResolution,
  previewResolution,
} from "~/records/resolutions"
import { findResolution } from "~/records/store"
import { listResolutionLines, readResolutionView } from "~/records/views"
import { findDocument } from "~/registry/document-store"
import { readText } from "../templates/read-pdf"
import { aWorld, type World } from "../world"
import { aMeetingOver, type MeetingOverInput } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)

async function aDraft(input: MeetingOverInput = {}) {
  const world = await aWorld()
  const meeting = await aMeetingOver(world, input)
  await draftResolutions(meeting.recorder, meeting.meetingId)
  const key = { meetingId: meeting.meetingId, roundId: meeting.roundIds[0]! }
  return { world, ...meeting, key, wording: (await resolutionOf(world, key.roundId)).wording }
}

const resolutionOf = async (world: World, roundId: string) =>
  (await findResolution(world.db.read, world.community.id, roundId))!

test("each motion that was passed and proclaimed gets one resolution, and no other motion", async () => {
  const world = await aWorld()
  const { meetingId, recorder, roundIds } = await aMeetingOver(world, {
    motions: [
      { content: "同意加装电梯", annulled: ["平板没有收到表决页面"] },
      { content: "电梯费用平摊", counts: { for: 4, against: 6, abstain: 0 } },
      { content: "还没有公布的", state: "closed" },
      { content: "同意改划车位", secret: false },
    ],
  })
  expect(await draftResolutions(recorder, meetingId)).toEqual({ ok: true, value: { drafted: 2 } })
  expect(await draftResolutions(recorder, meetingId)).toEqual({ ok: true, value: { drafted: 0 } })
  const lines = await listResolutionLines(recorder, meetingId)
  expect(lines.ok && lines.value.map(line => line.roundId)).toEqual([roundIds[0], roundIds[3]])
})

test("a passed motion without a resolution is offered until it is drafted", async () => {
  const world = await aWorld()
  const { meetingId, recorder } = await aMeetingOver(world)
  const states = async () => {
    const lines = await listResolutionLines(recorder, meetingId)
    return lines.ok ? lines.value.map(line => line.state) : []
  }
  expect(await states()).toEqual(["toDraft"])
  await draftResolutions(recorder, meetingId)
  expect(await states()).toEqual(["draft"])
})

test("while the meeting goes on no resolution is drafted", async () => {
  const world = await aWorld()
  const { meetingId, recorder } = await aMeetingOver(world, { state: "inSession" })
  expect(codeOf(await draftResolutions(recorder, meetingId))).toBe("meeting_not_over")
})

test("two editors: the second is shown what the first saved", async () => {
  const { world, key, recorder, wording } = await aDraft()
  await editResolution(recorder, key, { ...wording, title: "关于电梯的协商意见" }, 1)
  const refused = await editResolution(await world.as("secretary"), key, wording, 1)
  expect(refused).toMatchObject({
    code: "changed_meanwhile",
    detail: { by: recorder.actor.name, version: 2, changes: [{ label: "标题", now: "关于电梯的协商意见" }] },
  })
})

test("the chair approves it, with a number of its own series, before or after the minutes", async () => {
  const { world, key, chair, recorder, wording, meetingId } = await aDraft()
  expect(codeOf(await approveResolution(await world.as("secretary"), key, 1))).toBe("forbidden")
  expect(await approveResolution(chair, key, 1)).toEqual({ ok: true, value: { year: 2026, sequence: 1 } })
  expect(codeOf(await approveResolution(chair, key, 2))).toBe("already_approved")
  expect(codeOf(await editResolution(recorder, key, wording, 2))).toBe("already_approved")
  await draftMinutes(recorder, meetingId)
  expect(await approveMinutes(chair, meetingId, 1)).toEqual({ ok: true, value: { year: 2026, sequence: 1 } })
})

test("without an item it is not approved", async () => {
  const { key, chair, recorder, wording } = await aDraft()
  await editResolution(recorder, key, { ...wording, items: [] }, 1)
  expect(codeOf(await approveResolution(chair, key, 2))).toBe("items_missing")
})

test("numbers have no gaps when the resolutions of several meetings are approved at once", async () => {
  const world = await aWorld()
  const drafts = []
  for (let sequence = 1; sequence <= 4; sequence += 1) {
    const meeting = await aMeetingOver(world, { sequence, motions: [{ content: "同意甲" }, { content: "同意乙" }] })
    await draftResolutions(meeting.recorder, meeting.meetingId)
    drafts.push(meeting)
  }
  const results = await Promise.all(
    drafts.flatMap(({ chair, meetingId, roundIds }) =>
      roundIds.map(roundId => approveResolution(chair, { meetingId, roundId }, 1)),
    ),
  )
  const given = results.flatMap(result => (result.ok ? [result.value.sequence] : []))
  expect(given.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test("under the address of another meeting a resolution does not exist", async () => {
  const { world, key, chair, recorder, wording } = await aDraft()
  const other = await aMeetingOver(world, { sequence: 9 })
  const astray = { meetingId: other.meetingId, roundId: key.roundId }
  expect(codeOf(await editResolution(recorder, astray, wording, 1))).toBe("not_found")
  expect(codeOf(await approveResolution(chair, astray, 1))).toBe("not_found")
  expect(codeOf(await exportResolution(recorder, astray))).toBe("not_found")
  expect(codeOf(await readResolutionView(recorder, astray))).toBe("not_found")
  expect(codeOf(await previewResolution(world.asStranger(), key))).toBe("not_found")
})

test("what was edited before approval is what is printed, with the motion and its count as they were", async () => {
  const { world, key, chair, recorder, wording } = await aDraft()
  const notice = { content: "物业提前三天贴出通知。", quantity: "12处", handler: "物业公司", dueOn: "2026-11-01" }
  await world.db.tx("conditions", q =>
    q.update(motions).set({ effect: "agreedWithConditions", conditions: ["夜间不施工"] }),
  )
  const conditions = ["夜间不施工。"]
  await editResolution(recorder, key, { ...wording, conditions, items: [...wording.items, notice] }, 1)
  expect(codeOf(await exportResolution(recorder, key))).toBe("not_approved")
  await approveResolution(chair, key, 2)
  const first = await exportResolution(recorder, key)
  const again = await exportResolution(chair, key)
  if (!first.ok || !again.ok) throw new Error("not exported")
  expect(again.value).toEqual({ document: first.value.document, isNew: false })
  const row = await findDocument(world.db.read, world.community.id, first.value.document.id)
  const text = readText(new Uint8Array(row!.content))
  for (const words of [
    "振兴社区协商议事会协商意见",
    "振社议决〔2026〕1号",
    "关于3号楼加装电梯的协商意见",
    "2.物业提前三天贴出通知。",
    "二、附带条件",
    "1.夜间不施工。",
    "数量：12处",
    "责任单位：物业公司",
    "完成时限：2026年11月1日前",
    "到会人数占应到人数1012三分之二以上达到",
    "赞成人数占到会人数710过半数达到",
    "振兴社区居民委员会",
  ])
    expect(text.replaceAll(" ", "")).toContain(words)
})

test("the list shows each meeting that is over with its papers and what is still wanting", async () => {
  const { world, key, chair, recorder, meetingId } = await aDraft()
  await approveResolution(chair, key, 1)
  await exportResolution(recorder, key)
  const list = await listMeetingPapers(await world.as("viewer"))
  if (!list.ok) throw new Error(list.code)
  expect(list.value).toHaveLength(1)
  expect(list.value[0]).toMatchObject({
    meetingId,
    heldOn: "2026年10月8日",
    mayDraft: false,
    papers: [
      { kind: "minutes", state: "toDraft", number: "", document: null, mayOpen: false },
      { kind: "resolution", state: "approved", number: "振社议决〔2026〕1号", document: { version: 1 }, mayOpen: true },
    ],
  })
  expect(codeOf(await listMeetingPapers(world.asStranger()))).toBe("not_found")
})

test("a grid worker reads no records, but the recorder of a meeting reads those of that meeting", async () => {
  const world = await aWorld()
  const gridWorker = await world.as("gridWorker")
  await aMeetingOver(world, { sequence: 1, recorder: await world.as("handler") })
  expect(codeOf(await listMeetingPapers(gridWorker))).toBe("forbidden")
  const own = await aMeetingOver(world, { sequence: 2, recorder: gridWorker })
  const list = await listMeetingPapers(gridWorker)
  expect(list.ok && list.value.map(meeting => meeting.meetingId)).toEqual([own.meetingId])
})
