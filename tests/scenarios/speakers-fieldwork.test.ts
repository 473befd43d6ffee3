import { expect, test } from "vitest"
import { saveProposal } from "~/agenda/proposals"
import { listReadyTopics } from "~/agenda/topic-reading"
import {
  beginFieldwork,
  conveneSpeakers,
  decideSpeakers,
  postSpeakers,
  prepareSpeakers,
  recordSpeakersFieldwork,
  reportSpeakers,
  speakersConditions,
  speakersFrom,
} from "~/demo/speakers"
import { answerIssue } from "~/intake/sorting"
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

test("the speakers are welcome on conditions, and looked into on the spot before anything is decided", async () => {
  const story = await aStory(speakersFrom)
  const { issueId, followCode } = await reportSpeakers(story)
  const topicId = await prepareSpeakers(story, issueId)
  const meetingId = await conveneSpeakers(story, topicId)

  // The vote passes, and the topic is not settled by it: it goes out for fieldwork and is to be back on a day.
  const resolutionId = await decideSpeakers(story, meetingId)
  expect(await topicOf(story, [8, "10:00"], topicId)).toMatchObject({
    state: "fieldwork",
    outcome: "needsFieldwork",
    mayRecordFieldwork: true,
    mayOpenNext: false,
  })
  // What was said about place, volume and hours stands in the resolution, clause by clause.
  const wording = await resolutionOf(story, resolutionId)
  expect(wording.conditions).toEqual(speakersConditions)
  expect(wording.items).toMatchObject([{ handler: "振兴社区居委会", dueOn: story.dayOf(21) }])
  expect(await listReadyTopics(story.as("甲一", 8, "10:00"))).toEqual([])

  // The board says that it is looked into, and on which conditions.
  await postSpeakers(story, resolutionId)
  const board = await boardOn(story, [8, "12:00"])
  for (const condition of speakersConditions) expect(wordsOf(board)).toContain(condition)
  expect(board.hanging[0]?.outcomeWord).toContain("调研")
  expect(wordsOf(board)).not.toContain("甲九")

  // The grid worker has the rounds in hand; the resident sees that nothing is closed.
  await beginFieldwork(story, resolutionId)
  expect(await deskOf(story, "丁四", [14, "10:00"])).toEqual(containing("会同物业和各栋代表实地调研"))
  expect(await tasksOf(story, [14, "10:00"], topicId)).toMatchObject([{ state: "doing", isLate: false }])
  expect(await followed(story, [14, "10:00"], followCode)).toMatchObject({ state: "sorted", isClosed: false })
  await expectUnanswered(story, [14, "10:00"], 1, 0)

  // What was found is recorded: the topic is ready for another meeting, with another wording of the same proposal.
  await recordSpeakersFieldwork(story, topicId)
  const back = await topicOf(story, [15, "16:30"], topicId)
  expect(back).toMatchObject({ state: "prepared", proposalOrdinal: 1, mayReword: true })
  expect(back.fieldworks).toMatchObject([{ findings: expect.stringContaining("4个点位") }])
  const reworded = await saveProposal(story.as("甲一", 15, "17:00"), {
    topicId,
    version: 1,
    content: "在选定的4个点位安装智慧音箱，音量不超过55分贝",
    budgetFen: 1_200_000,
    funding: "社区为民办实事经费",
    handler: "银杏物业",
    dueOn: null,
  })
  expect(reworded).toMatchObject({ ok: true, value: { version: 2 } })
  expect(await listReadyTopics(story.as("甲一", 15, "18:00"))).toMatchObject([{ id: topicId, version: 2 }])
})

test("an answer can be given before the fieldwork is done, and says that the trouble is still there", async () => {
  const story = await aStory(speakersFrom)
  const { issueId, followCode } = await reportSpeakers(story)
  await decideSpeakers(story, await conveneSpeakers(story, await prepareSpeakers(story, issueId)))
  const content = "议事会原则同意，先实地调研选址。选好以后再请您来看。"
  const answer = { content, means: "电话", resolved: false }
  expect(await answerIssue(story.as("甲一", 9, "10:00"), { issueId, answer })).toMatchObject({ ok: true })
  const page = await followed(story, [9, "11:00"], followCode)
  expect(page.answers.at(-1)).toMatchObject({ kind: "final", resolved: false, content })
  expect(page).toMatchObject({ isClosed: true, canRate: true })
})
