import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { communities } from "#db/schema/people"
import { findMeeting } from "~/convening/store"
import type { Result } from "~/law/result"
import {
  approveMinutes,
  draftMinutes,
  editMinutes,
  exportMinutes,
  previewMinutes,
  sendMinutesToChair,
} from "~/records/minutes"
import { findMinutes } from "~/records/store"
import { readMinutesView } from "~/records/views"
import { findDocument } from "~/registry/document-store"
import type { Ctx } from "~/web/context"
import { readText } from "../templates/read-pdf"
import { aCommunity, aMember, aWorld, type World } from "../world"
import { aMeetingOver, type MeetingOverInput } from "./factories"

const codeOf = (result: Result<unknown>) => (result.ok ? "done" : result.code)

async function aDraft(input: MeetingOverInput = {}) {
  const world = await aWorld()
  const meeting = await aMeetingOver(world, input)
  await draftMinutes(meeting.recorder, meeting.meetingId)
  return { world, ...meeting, wording: await wordingOf(world, meeting.meetingId) }
}

const minutesOf = async (world: World, meetingId: string) =>
  (await findMinutes(world.db.read, world.community.id, meetingId))!
const wordingOf = async (world: World, meetingId: string) => (await minutesOf(world, meetingId)).wording

async function anApproved(input: MeetingOverInput = {}) {
  const draft = await aDraft(input)
  expect(codeOf(await approveMinutes(draft.chair, draft.meetingId, 1))).toBe("done")
  return draft
}

async function exported(ctx: Ctx, meetingId: string) {
  const result = await exportMinutes(ctx, meetingId)
  if (!result.ok) throw new Error(result.code)
  const row = await findDocument(ctx.db.read, ctx.community.id, result.value.document.id)
  return { ...result.value, bytes: new Uint8Array(row!.content) }
}

test("minutes are drafted once: asked again, the same draft comes back as it was worded", async () => {
  const { world, meetingId, recorder, wording } = await aDraft()
  const first = await minutesOf(world, meetingId)
  await editMinutes(recorder, meetingId, { ...wording, closing: "会议要求抓紧。" }, 1)
  expect(await draftMinutes(recorder, meetingId)).toEqual({ ok: true, value: { id: first.id } })
  expect((await minutesOf(world, meetingId)).wording.closing).toBe("会议要求抓紧。")
})

test("two who draft at once leave one draft", async () => {
  const world = await aWorld()
  const { meetingId, recorder } = await aMeetingOver(world)
  const secretary = await world.as("secretary")
  const [one, two] = await Promise.all([draftMinutes(recorder, meetingId), draftMinutes(secretary, meetingId)])
  expect(one).toEqual(two)
})

test("of a meeting that is still going on no minutes are drafted", async () => {
  const world = await aWorld()
  const { meetingId, recorder } = await aMeetingOver(world, { state: "inSession" })
  expect(codeOf(await draftMinutes(recorder, meetingId))).toBe("meeting_not_over")
})

test("the second of two editors is shown what stands there now, and saves with a second press", async () => {
  const { world, meetingId, recorder, wording } = await aDraft()
  const secretary = await world.as("secretary")
  await editMinutes(recorder, meetingId, { ...wording, opening: "先到的开头。" }, 1)
  const refused = await editMinutes(secretary, meetingId, { ...wording, closing: "后到的结尾。" }, 1)
  expect(refused).toMatchObject({
    ok: false,
    code: "changed_meanwhile",
    detail: {
      by: recorder.actor.name,
      version: 2,
      changes: [
        { label: "开头", now: "先到的开头。" },
        { label: "结尾", now: "空" },
      ],
    },
  })
  expect((await wordingOf(world, meetingId)).opening).toBe("先到的开头。")
  expect(codeOf(await editMinutes(secretary, meetingId, { ...wording, closing: "后到的结尾。" }, 2))).toBe("done")
  expect(await wordingOf(world, meetingId)).toEqual({ ...wording, closing: "后到的结尾。" })
})

test("a wording for items of another meeting leaves those of this one as they are", async () => {
  const { world, meetingId, recorder, wording } = await aDraft()
  const foreign = { agendaItemId: "elsewhere", gist: "别处的", dissent: "", decisions: [] }
  await editMinutes(recorder, meetingId, { ...wording, items: [foreign] }, 1)
  expect((await wordingOf(world, meetingId)).items).toEqual(wording.items)
})

test("approval gives number and day, makes the meeting minuted, and fixes the wording", async () => {
  const { world, meetingId, recorder, wording } = await anApproved()
  expect(await minutesOf(world, meetingId)).toMatchObject({
    state: "approved",
    year: 2026,
    sequence: 1,
    approvedAt: world.clock.now,
  })
  expect((await findMeeting(world.db.read, world.community.id, meetingId))?.state).toBe("minuted")
  expect(world.published).toContain(`meeting:${meetingId}`)
  expect(codeOf(await editMinutes(recorder, meetingId, { ...wording, opening: "改" }, 2))).toBe("already_approved")
  expect(await wordingOf(world, meetingId)).toEqual(wording)
})

test("the chair approves what was read: a wording saved meanwhile has to be read first", async () => {
  const { world, meetingId, chair, recorder, wording } = await aDraft()
  await editMinutes(recorder, meetingId, { ...wording, opening: "改过的开头。" }, 1)
  expect(codeOf(await approveMinutes(chair, meetingId, 1))).toBe("wording_changed")
  expect((await minutesOf(world, meetingId)).state).toBe("draft")
  expect(codeOf(await approveMinutes(chair, meetingId, 2))).toBe("done")
})

test.each([
  ["opening_missing", { opening: "" }],
  // No font has a character of the private use area.
  ["wording_unprintable", { closing: "\u{f0000}" }],
])("an unfinished draft is not approved (%s), and no number is spent on it", async (code, change) => {
  const { meetingId, chair, recorder, wording } = await aDraft()
  await editMinutes(recorder, meetingId, { ...wording, ...change }, 1)
  expect(codeOf(await approveMinutes(chair, meetingId, 2))).toBe(code)
  await editMinutes(recorder, meetingId, wording, 2)
  expect(await approveMinutes(chair, meetingId, 3)).toEqual({ ok: true, value: { year: 2026, sequence: 1 } })
})

test("the secretary words the minutes and does not approve them", async () => {
  const { world, meetingId, wording } = await aDraft()
  const secretary = await world.as("secretary")
  expect(codeOf(await editMinutes(secretary, meetingId, { ...wording, closing: "完。" }, 1))).toBe("done")
  expect(codeOf(await sendMinutesToChair(secretary, meetingId))).toBe("done")
  expect(codeOf(await approveMinutes(secretary, meetingId, 2))).toBe("forbidden")
})

test("the chair approves and does not word, and the chair of another meeting does neither", async () => {
  const world = await aWorld()
  const others = await aMeetingOver(world, { sequence: 4, chair: await world.as("handler") })
  const { meetingId, chair, recorder } = await aMeetingOver(world)
  await draftMinutes(recorder, meetingId)
  const wording = await wordingOf(world, meetingId)
  expect(codeOf(await editMinutes(chair, meetingId, wording, 1))).toBe("forbidden")
  expect(codeOf(await approveMinutes(others.chair, meetingId, 1))).toBe("forbidden")
  expect(codeOf(await previewMinutes(others.chair, meetingId))).toBe("forbidden")
  expect(codeOf(await readMinutesView(others.chair, meetingId))).toBe("forbidden")
  expect(codeOf(await approveMinutes(chair, meetingId, 1))).toBe("done")
  // Approved minutes are open to whoever reads records.
  expect(codeOf(await readMinutesView(others.chair, meetingId))).toBe("done")
})

test("to another community's administrator and to a stranger the minutes do not exist", async () => {
  const { world, meetingId, wording } = await aDraft()
  const elsewhere = await aCommunity(world.installation, { communityName: "团结社区", loginName: "bingsan" })
  const actor = await aMember(world.installation, elsewhere, ["administrator", "secretary"])
  const outsider: Ctx = { ...world.installation, actor, community: elsewhere }
  for (const ctx of [outsider, world.asStranger()]) {
    const answers = [
      await draftMinutes(ctx, meetingId),
      await editMinutes(ctx, meetingId, wording, 1),
      await sendMinutesToChair(ctx, meetingId),
      await approveMinutes(ctx, meetingId, 1),
      await exportMinutes(ctx, meetingId),
      await previewMinutes(ctx, meetingId),
      await readMinutesView(ctx, meetingId),
    ]
    expect(new Set(answers.map(codeOf))).toEqual(new Set(["not_found"]))
  }
})

test("numbers have no gaps when many minutes are approved at once", async () => {
  const world = await aWorld()
  const meetings = []
  for (let sequence = 1; sequence <= 6; sequence += 1) meetings.push(await aMeetingOver(world, { sequence }))
  for (const { meetingId, recorder } of meetings) await draftMinutes(recorder, meetingId)
  const bare = meetings[2]!
  const wording = await wordingOf(world, bare.meetingId)
  await editMinutes(bare.recorder, bare.meetingId, { ...wording, opening: "" }, 1)
  const results = await Promise.all(
    meetings.flatMap(({ meetingId, chair }) =>
      [1, 2].map(() => approveMinutes(chair, meetingId, meetingId === bare.meetingId ? 2 : 1)),
    ),
  )
  const given = results.flatMap(result => (result.ok ? [result.value.sequence] : []))
  expect(given.sort()).toEqual([1, 2, 3, 4, 5])
})

test("only approved minutes are exported", async () => {
  const { meetingId, recorder } = await aDraft()
  expect(codeOf(await exportMinutes(recorder, meetingId))).toBe("not_approved")
})

test("the same facts give the same row and the same bytes, whoever exports", async () => {
  const { world, meetingId, recorder, chair } = await anApproved()
  const first = await exported(recorder, meetingId)
  world.clock.now = new Date(world.clock.now.getTime() + 86_400_000)
  const second = await exported(chair, meetingId)
  expect([first.isNew, second.isNew]).toEqual([true, false])
  expect(second.document).toEqual(first.document)
  expect(second.bytes).toEqual(first.bytes)
  expect(first.document).toMatchObject({ version: 1, number: "振社议纪〔2026〕1号", kind: "minutes" })
})

test("two exports at once leave one row", async () => {
  const { meetingId, recorder, chair } = await anApproved()
  const [one, two] = await Promise.all([exported(recorder, meetingId), exported(chair, meetingId)])
  expect(one.document.id).toBe(two.document.id)
})

test("changed facts make a new version beside the old one, which keeps its bytes", async () => {
  const { world, meetingId, recorder } = await anApproved()
  const first = await exported(recorder, meetingId)
  await world.db.tx("rename", q =>
    q.update(communities).set({ name: "振兴里社区" }).where(eq(communities.id, world.community.id)),
  )
  const renamed: Ctx = { ...recorder, community: { ...world.community, name: "振兴里社区" } }
  const second = await exported(renamed, meetingId)
  expect(second.document).toMatchObject({ version: 2 })
  expect(second.document.factsHash).not.toBe(first.document.factsHash)
  const kept = await findDocument(world.db.read, world.community.id, first.document.id)
  expect(new Uint8Array(kept!.content)).toEqual(first.bytes)
})

test("the printed minutes say who was there, what was counted against what, and how it ended", async () => {
  const { meetingId, recorder } = await anApproved({
    speeches: [{ by: "丁四", stance: "oppose", gist: "一楼的补偿标准偏低" }],
  })
  const { bytes, document } = await exported(recorder, meetingId)
  const text = readText(bytes)
  for (const words of [
    "振兴社区协商议事会纪要",
    "振社议纪〔2026〕1号",
    "会议应到12人，实到10人，达到应到人数三分之二以上的要求",
    "党员代表：乙二、甲一",
    "物业代表：振兴物业服务有限公司壬九",
    "采用无记名投票表决方式",
    "到会人数占应到人数1012三分之二以上达到",
    "赞成人数占到会人数710过半数达到",
    "该事项通过。",
    "责任单位（人）：业委会；完成时限：2026年12月31日前。",
    "丁四（居民代表）表示反对，认为：一楼的补偿标准偏低。",
    "表决时有2票反对、1票弃权。",
    "已于2026年10月8日核准",
    "扫码或到社区办公室核验",
    document.factsHash.slice(0, 16),
  ])
    expect(text).toContain(words)
  // Who was invited and voted is on the list once; no name stands beside a choice.
  expect(text).not.toMatch(/壬九[^。]{0,6}(赞成|反对|弃权)/)
})

test("the preview is the sheet itself, marked as a draft and kept nowhere", async () => {
  const { world, meetingId, recorder } = await aDraft()
  const preview = await previewMinutes(recorder, meetingId)
  expect(preview.ok && readText(preview.value)).toContain("会议纪要（征求意见稿）")
  const view = await readMinutesView(await world.as("secretary"), meetingId)
  expect(view.ok && view.value.paper?.exported).toEqual([])
})

test("the page knows what was sent to the chair, until the wording is changed again", async () => {
  const { world, meetingId, recorder, wording } = await aDraft()
  const sentAt = async () => {
    const view = await readMinutesView(recorder, meetingId)
    return view.ok ? view.value.paper!.sentAt : ""
  }
  expect(await sentAt()).toBe("")
  await sendMinutesToChair(recorder, meetingId)
  expect(await sentAt()).toBe("2026年10月8日09:00")
  world.clock.now = new Date(world.clock.now.getTime() + 60_000)
  await editMinutes(recorder, meetingId, { ...wording, closing: "补一句。" }, 1)
  expect(await sentAt()).toBe("")
})
