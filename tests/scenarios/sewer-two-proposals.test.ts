import { expect, test } from "vitest"
import {
  conveneFirstSewerMeeting,
  decideFirstProposal,
  decideSecondProposal,
  joinSmell,
  postFirstProposal,
  postSecondProposal,
  prepareSecondProposal,
  prepareSewer,
  reportSewer,
  reportSmell,
  sewerFrom,
  takeDownSecondNotice,
  withdrawFirstEdition,
} from "~/demo/sewer"
import {
  answerSewer,
  blockFirstProposal,
  carryOutSecondProposal,
  giveUpFirstProposal,
  handOutSecondProposal,
  rateSewer,
  tryFirstProposal,
} from "~/demo/sewer-works"
import { finishTask } from "~/followup/working"
import { findSheetByNumber } from "~/registry/verification"
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

test("one owner stops the first proposal; the second one of the same topic is carried out and both proposers answered", async () => {
  const story = await aStory(sewerFrom)

  // Two residents speak of one trouble: one knows the pipe, the other only the smell.
  const sewer = await reportSewer(story)
  const topicId = await prepareSewer(story, sewer.issueId)
  const smell = await reportSmell(story)
  await joinSmell(story, sewer.issueId, smell.issueId)
  expect(await followed(story, [3, "18:00"], sewer.followCode)).toMatchObject({ supporterCount: 5, mergedInto: false })
  const second = await followed(story, [3, "18:00"], smell.followCode)
  expect(second).toMatchObject({ state: "sorted", mergedInto: true, answers: [{ kind: "first" }] })
  await expectUnanswered(story, [3, "18:00"], 2, 0)

  // Nobody says that the simpler way goes through somebody's garage, so it is taken for the table's own matter.
  expect((await topicOf(story, [3, "18:00"], topicId)).procedure.routing).toMatchObject({ procedure: "deliberation" })
  const firstMeetingId = await conveneFirstSewerMeeting(story, topicId)
  const firstResolutionId = await decideFirstProposal(story, firstMeetingId)
  expect(await topicOf(story, [9, "10:00"], topicId)).toMatchObject({ outcome: "agreed", proposalOrdinal: 1 })
  const first = await postFirstProposal(story, firstResolutionId)
  const firstBoard = await boardOn(story, [9, "12:00"])
  expect(firstBoard.hanging).toMatchObject([{ noticeId: first.noticeId }])
  // Whose garage it is does not hang on the wall.
  expect((await resolutionOf(story, firstResolutionId)).items[0]?.content).toContain("102室")
  expect(wordsOf(firstBoard)).not.toContain("102室")

  // The company calls three times; the owner does not consent, and no majority can do it for him.
  const firstTaskId = await tryFirstProposal(story, firstResolutionId)
  expect((await tasksOf(story, [14, "20:00"], topicId))[0]).toMatchObject({ state: "doing", handler: "银杏物业" })
  await blockFirstProposal(story, firstTaskId)
  const [blocked] = await tasksOf(story, [16, "12:00"], topicId)
  expect(blocked).toMatchObject({ state: "blocked", reason: expect.stringContaining("须他本人同意") })
  expect(await deskOf(story, "甲一", [16, "12:00"])).toEqual(containing("办不下去了：从12栋102室一楼车库"))
  expect((await boardOn(story, [16, "12:00"])).progress[0]?.items[0]?.state).toBe("blocked")
  const gone = await finishTask(story.as("辰五", 16, "15:00"), { taskId: firstTaskId })
  expect(gone).toMatchObject({ ok: false, code: "task_moved_on" })

  // Nothing is reported anew: the same topic opens its second proposal, and the first stays to be read.
  await giveUpFirstProposal(story, firstTaskId)
  const opened = await topicOf(story, [17, "10:00"], topicId)
  expect(opened).toMatchObject({ state: "proposed", outcome: null, proposalOrdinal: 2, proposal: null })
  // What was judged of the first proposal says nothing of the second.
  expect(opened.procedure.routing).toBeNull()
  expect(opened.blocked).toMatchObject([{ ordinal: 1, reason: expect.stringContaining("车库业主不同意") }])
  expect((await tasksOf(story, [17, "10:00"], topicId))[0]).toMatchObject({ state: "replaced" })
  expect(await deskOf(story, "甲一", [17, "10:00"])).toEqual(containing("银杏家园12栋污水主管改造"))
  expect(await followed(story, [17, "10:00"], sewer.followCode)).toMatchObject({ isClosed: false, elapsedDays: 17 })

  // The second way goes under the road in front of the house.
  const secondMeetingId = await prepareSecondProposal(story, topicId)
  const worded = await topicOf(story, [20, "10:00"], topicId)
  expect(worded).toMatchObject({ state: "scheduled", proposal: { ordinal: 2, version: 1 } })
  expect(worded.procedure.routing).toMatchObject({ procedure: "deliberation", by: "甲一" })
  const secondResolutionId = await decideSecondProposal(story, secondMeetingId)
  expect((await resolutionOf(story, secondResolutionId)).items).toMatchObject([{ quantity: "46米" }])
  expect(await topicOf(story, [27, "10:00"], topicId)).toMatchObject({ outcome: "agreed", proposalOrdinal: 2 })

  // The first sheet holds no longer, the second hangs in its stead.
  const { number: firstNumber } = firstBoard.hanging[0]!
  await withdrawFirstEdition(story, first.editionId)
  const sheet = await findSheetByNumber(story.asResident(27, "11:00"), firstNumber)
  expect(sheet).toMatchObject({ ok: true, value: { status: "withdrawn" } })
  const notice = await postSecondProposal(story, secondResolutionId)
  expect((await boardOn(story, [27, "12:00"])).hanging).toMatchObject([{ noticeId: notice.noticeId }])

  // Four days' work, metre by metre.
  const secondTaskId = await handOutSecondProposal(story, secondResolutionId)
  expect((await boardOn(story, [28, "12:00"])).progress[0]?.items[0]).toMatchObject({
    quantityDone: 0,
    quantityTotal: 46,
    unit: "米",
  })
  await carryOutSecondProposal(story, secondTaskId)
  const tasks = await tasksOf(story, [35, "18:00"], topicId)
  expect(tasks.map(task => task.state)).toEqual(["replaced", "satisfied"])
  expect(tasks[1]).toMatchObject({ quantityDone: 46, recheckOn: story.dayOf(65) })
  await expectUnanswered(story, [35, "18:00"], 2, 0)
  expect(await deskOf(story, "甲一", [35, "18:00"])).toEqual(containing("答复提出人：银杏家园12栋"))

  // One answer closes both, each with an answer of its own; only who was asked says how it is.
  await answerSewer(story, sewer.issueId)
  await expectUnanswered(story, [36, "12:00"], 0, 2)
  for (const { followCode } of [sewer, smell]) {
    const page = await followed(story, [36, "12:00"], followCode)
    expect(page).toMatchObject({ isClosed: true, canRate: true })
    expect(page.answers.at(-1)).toMatchObject({ kind: "final", resolved: true })
  }
  await rateSewer(story, sewer.followCode)
  expect((await followed(story, [36, "21:00"], sewer.followCode)).satisfaction?.level).toBe("satisfied")
  expect((await followed(story, [36, "21:00"], smell.followCode)).satisfaction).toBeNull()

  // The notice has hung its days and comes down; what it said is still to be read.
  await takeDownSecondNotice(story, notice)
  const board = await boardOn(story, [47, "12:00"])
  expect(board.hanging).toEqual([])
  expect(board.past).toMatchObject([{ noticeId: notice.noticeId, isOver: true }])
})
