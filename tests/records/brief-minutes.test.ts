import { expect, test } from "vitest"
import { aWorld } from "#tests/world"
import { exportBriefMinutes, previewBriefMinutes } from "~/records/brief-minutes"
import { briefMinutesFacts } from "~/records/brief-minutes-facts"
import { draftMinutesWording } from "~/records/drafting"
import { approveMinutes, draftMinutes, exportMinutes } from "~/records/minutes"
import { findDocument } from "~/registry/document-store"
import { countPages, readText } from "../templates/read-pdf"
import { aMeetingOver } from "./factories"
import { aMotion, aParticipant, aRecordedMeeting } from "./recorded-meeting"

const briefOf = (overrides: Parameters<typeof aRecordedMeeting>[0]) => {
  const recorded = aRecordedMeeting(overrides)
  return briefMinutesFacts(recorded, draftMinutesWording(recorded), null)
}

test("the short form says how many came and whether that was enough, and names nobody of them", () => {
  const facts = briefOf({
    participants: [
      ...["甲一", "乙二", "丙三", "丁四"].map(name => aParticipant(name)),
      aParticipant("戊五", { presence: "excused" }),
      aParticipant("己六", { presence: "absent" }),
      aParticipant("庚七", { standing: "observer" }),
    ],
  })
  expect(facts.attendance).toBe("应到6人，实到4人，请假1人，缺席1人，列席1人；达到应到人数三分之二以上。")
  expect(JSON.stringify(facts)).not.toContain("戊五")
})

test("each motion is told in one line: how it was voted on, the figures and what became of it", () => {
  const [item] = briefOf({ motions: [aMotion()] }).items
  expect(item!.results).toEqual(["无记名投票表决：投票10，赞成7，反对2，弃权1，通过。"])
  expect(item!.decisions).toEqual([{ content: "同意加装电梯。", responsible: "", due: "" }])
  expect(item!.dissent).toEqual(["表决时有2票反对、1票弃权。"])
})

test("several motions are told apart by their words, and a motion without a vote says so", () => {
  const long = { id: "long", content: "同意由业委会组织签约，开工前由设计单位出具采光说明，施工避开中考和高考两周" }
  const [item] = briefOf({
    motions: [
      aMotion({ secret: false }),
      { ...aMotion({ ...long, counts: { for: 3, against: 6 } }), ordinal: 2 },
      aMotion({ id: "third", content: "同意换灯。", states: [] }),
      { ...aMotion({ id: "fourth", content: "同意换锁。", states: [] }), standing: "withdrawn" },
    ],
  }).items
  expect(item!.results).toEqual([
    "“同意加装电梯”记名表决：投票10，赞成7，反对2，弃权1，通过。",
    "“第2件”无记名投票表决：投票10，赞成3，反对6，弃权1，未通过。",
    "“同意换灯”没有表决。",
    "“同意换锁”由提出人撤回。",
  ])
})

test("the short form is the same paper: filed when approved, under the number of the minutes, on one page", async () => {
  const world = await aWorld()
  const { meetingId, recorder, chair } = await aMeetingOver(world)
  expect(await previewBriefMinutes(recorder, meetingId)).toMatchObject({ code: "not_found" })
  await draftMinutes(recorder, meetingId)
  const preview = await previewBriefMinutes(recorder, meetingId)
  expect(preview.ok && readText(preview.value)).toContain("协商议事会（征求意见稿）")
  expect(await exportBriefMinutes(recorder, meetingId)).toMatchObject({ code: "not_approved" })
  await approveMinutes(chair, meetingId, 1)
  const [standard, brief] = [await exportMinutes(recorder, meetingId), await exportBriefMinutes(recorder, meetingId)]
  if (!standard.ok || !brief.ok) throw new Error("refused")
  expect(brief.value.document).toMatchObject({
    kind: "briefMinutes",
    version: 1,
    number: standard.value.document.number,
    subjectId: standard.value.document.subjectId,
  })
  const row = await findDocument(world.db.read, world.community.id, brief.value.document.id)
  const pdf = new Uint8Array(row!.content)
  expect(countPages(pdf)).toBe(1)
  for (const words of ["振社议纪〔2026〕1号", "应到12人，实到10人", "赞成7", "业委会2026年12月31日前", "不同意见："])
    expect(readText(pdf)).toContain(words)
  const again = await exportBriefMinutes(chair, meetingId)
  expect(again.ok && again.value.isNew).toBe(false)
})

test("only those who word and approve the minutes print the short form", async () => {
  const world = await aWorld()
  const { meetingId, recorder } = await aMeetingOver(world)
  await draftMinutes(recorder, meetingId)
  expect(await previewBriefMinutes(await world.as("viewer"), meetingId)).toMatchObject({ code: "forbidden" })
  expect(await exportBriefMinutes(world.asStranger(), meetingId)).toMatchObject({ code: "not_found" })
})
