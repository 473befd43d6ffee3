import { expect, test } from "vitest"
import { findMeeting } from "~/convening/store"
import {
  conveneCrossing,
  crossingFrom,
  decideCrossing,
  postCrossing,
  prepareCrossing,
  reportCrossing,
} from "~/demo/crossing"
import { answerCrossing, beginCrossing, finishCrossing, handOutCrossing, rateCrossing } from "~/demo/crossing-works"
import { readTaskPhotosPublic } from "~/followup/task-photos"
import { mergeIssues } from "~/intake/merging"
import { sortIssue } from "~/intake/sorting"
import { draftEdition, releaseEdition } from "~/records/public-editions"
import {
  aStory,
  boardOn,
  containing,
  deskOf,
  expectUnanswered,
  followed,
  resolutionOf,
  tasksOf,
  topicOf,
  wordsOf,
} from "./telling"

test("the crossing is reported, talked over on the next day, widened, and answered on the third day", async () => {
  const story = await aStory(crossingFrom)

  // In the morning a grid worker hears of it from a resident, who takes a code home.
  const { issueId, number, followCode } = await reportCrossing(story)
  expect(number).toBe("振社问〔2026〕1号")
  expect(followCode).toMatch(/^\d{10}$/)
  expect(await followed(story, [0, "08:30"], followCode)).toMatchObject({
    place: "悦园东大门",
    state: "reported",
    answers: [],
    isClosed: false,
    canRate: false,
  })
  await expectUnanswered(story, [0, "08:30"], 1, 0)
  expect(await deskOf(story, "甲一", [0, "08:30"])).toEqual(containing("受理并分类：悦园东大门"))

  // Two neighbours have the same trouble; it is sorted and becomes a topic with its first proposal.
  const topicId = await prepareCrossing(story, issueId)
  const told = await followed(story, [0, "12:00"], followCode)
  expect(told).toMatchObject({ state: "sorted", triage: "deliberate", supporterCount: 3, isClosed: false })
  expect(told.answers).toMatchObject([{ kind: "first", means: "电话" }])
  expect(told.answers[0]!.content).toContain("明天下午在议事驿站")
  expect(await topicOf(story, [0, "12:00"], topicId)).toMatchObject({ state: "prepared", proposalOrdinal: 1 })

  // It is called for the next day, shorter than three days' notice: the reason stands with the meeting.
  const meetingId = await conveneCrossing(story, topicId)
  const { ground } = story
  const convened = await findMeeting(ground.db.read, ground.community.id, meetingId)
  expect(convened).toMatchObject({ state: "convened", startsAt: story.momentOf(1, "15:00") })
  expect(convened?.reasons).toMatchObject({ notice: expect.stringContaining("安全隐患") })
  expect((await topicOf(story, [0, "12:00"], topicId)).state).toBe("scheduled")

  // The second day: talked over, agreed on; what is to be done, by whom, how much of it.
  const resolutionId = await decideCrossing(story, meetingId)
  expect(await topicOf(story, [1, "16:40"], topicId)).toMatchObject({ state: "decided", outcome: "agreed" })
  const { items } = await resolutionOf(story, resolutionId)
  expect(items).toMatchObject([{ handler: "悦园物业", quantity: "1米", dueOn: story.dayOf(4) }])
  expect(await deskOf(story, "甲一", [1, "16:50"])).toEqual(
    containing("交办：关于悦园东大门", "拟公示版：关于悦园东大门"),
  )

  // The handler signs on the same afternoon, and the result hangs on the board, masked.
  const taskId = await handOutCrossing(story, resolutionId)
  expect(await tasksOf(story, [1, "18:00"], topicId)).toMatchObject([
    { taskId, number: "振社办〔2026〕1号", state: "signedFor", quantityTotal: 1, quantityDone: 0, unit: "米" },
  ])
  expect(await deskOf(story, "卯四", [1, "18:00"])).toEqual(containing("东大门非机动车道口"))
  await postCrossing(story, resolutionId)
  const board = await boardOn(story, [1, "18:00"])
  // Fifteen days from the day after the posting end on a Sunday, so on the Monday after it (民法典第201、203条).
  expect(board.hanging).toMatchObject([{ kind: "resolution", postedOn: "2026-12-05", until: "2026-12-21" }])
  expect(board.progress).toMatchObject([{ items: [{ state: "signedFor", quantityDone: 0, quantityTotal: 1 }] }])
  expect(board.figures).toMatchObject({ received: 1, answeredFirst: 1, closed: 0, unanswered: 1 })
  expect(wordsOf(board)).toContain("东大门非机动车道口由物业向北拓宽1米")
  for (const inner of ["13900000014", "卯四", "寅四", followCode]) expect(wordsOf(board)).not.toContain(inner)
  expect(JSON.stringify(items)).toContain("13900000014")

  // The third day: the wall is open, and still the matter is not closed.
  await beginCrossing(story, taskId)
  expect((await tasksOf(story, [2, "18:00"], topicId))[0]).toMatchObject({ state: "doing", isLate: false })
  await finishCrossing(story, taskId)
  expect((await tasksOf(story, [3, "14:40"], topicId))[0]).toMatchObject({
    state: "satisfied",
    quantityDone: 1,
    recheckOn: story.dayOf(33),
  })
  expect((await boardOn(story, [3, "14:40"])).progress[0]?.items[0]).toMatchObject({ state: "satisfied" })
  const shown = await readTaskPhotosPublic(story.asResident(3, "14:40"), [taskId])
  expect(shown.map(photo => photo.stage)).toEqual(["before", "after"])
  expect(await followed(story, [3, "14:40"], followCode)).toMatchObject({ isClosed: false, canRate: false })
  await expectUnanswered(story, [3, "14:40"], 1, 0)
  expect(await deskOf(story, "甲一", [3, "14:40"])).toEqual(containing("答复提出人：悦园东大门"))

  // It closes with the answer to whoever spoke up, three days after she did.
  await answerCrossing(story, issueId)
  const answered = await followed(story, [3, "15:10"], followCode)
  expect(answered).toMatchObject({ state: "closed", isClosed: true, canRate: true, elapsedDays: 3 })
  expect(answered.answers.map(answer => answer.kind)).toEqual(["first", "final"])
  await expectUnanswered(story, [3, "15:10"], 0, 1)
  // All that is left is to take the notice down when its days are over.
  expect(await deskOf(story, "甲一", [3, "15:10"])).toEqual([
    "公示期满，撤下：关于悦园东大门非机动车道口拓宽的协商意见",
  ])

  // And she says herself that it is good.
  await rateCrossing(story, followCode)
  const rated = await followed(story, [3, "20:00"], followCode)
  expect(rated.satisfaction).toMatchObject({ level: "satisfied", comment: "三天就办好了，接送孩子放心了" })
  expect(rated.canRate).toBe(false)
  expect((await boardOn(story, [3, "20:00"])).figures.satisfied).toMatchObject({ satisfied: 1, unresolved: 0 })
})

test("whoever drew up the public edition does not release it", async () => {
  const story = await aStory(crossingFrom)
  const { issueId } = await reportCrossing(story)
  const meetingId = await conveneCrossing(story, await prepareCrossing(story, issueId))
  const resolutionId = await decideCrossing(story, meetingId)
  const author = story.as("乙二", 1, "17:00")
  const drafted = await draftEdition(author, { kind: "resolution", subjectId: resolutionId })
  if (!drafted.ok) throw new Error(drafted.code)
  const { editionId } = drafted.value
  expect(await releaseEdition(author, { editionId, revision: 1 })).toMatchObject({ ok: false, code: "own_edition" })
  expect((await boardOn(story, [1, "18:00"])).hanging).toEqual([])
  expect(await releaseEdition(story.as("戊五", 1, "17:20"), { editionId, revision: 1 })).toMatchObject({ ok: true })
})

test("what was sorted once is not sorted again, nor merged away on its way to the meeting", async () => {
  const story = await aStory(crossingFrom)
  const { issueId } = await reportCrossing(story)
  await prepareCrossing(story, issueId)
  const other = await reportCrossing(story)
  const ctx = story.as("甲一", 0, "13:00")
  const sorting = { triage: "wish", reason: "", firstAnswer: { content: "已收到。", means: "电话" } } as const
  expect(await sortIssue(ctx, { issueId, sorting })).toMatchObject({ ok: false, code: "issue_moved_on" })
  const merging = { intoId: other.issueId, issueIds: [issueId], reason: "同一个道口" }
  expect(await mergeIssues(ctx, merging)).toMatchObject({ ok: false, code: "merge_deliberate" })
})
