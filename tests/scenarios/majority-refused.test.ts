import { expect, test } from "vitest"
import { openNextProposal, saveProposal } from "~/agenda/proposals"
import { routeTopic } from "~/agenda/routing"
import { createTopic } from "~/agenda/topics"
import { putMotion } from "~/chamber/motions/motions"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { convene } from "~/convening/convene"
import { editMeeting } from "~/convening/meetings"
import type { Problem } from "~/convening/rules"
import { listAgendaItems } from "~/convening/store"
import { enterReport, ordinaryMatter, putToDeliberation } from "~/demo/issues"
import { discuss, holdMeeting, planMeeting, seat } from "~/demo/meetings"
import { must } from "~/demo/must"
import type { Story } from "~/demo/stage"
import { registerBuilding } from "~/estates/buildings"
import { registerEstate } from "~/estates/estates"
import { setUnitOwners } from "~/estates/unit-owners"
import { registerUnit } from "~/estates/units"
import { announcePoll, openPoll } from "~/polling/announcing"
import { checkBallot, enterBallot } from "~/polling/ballots"
import { closePoll, proclaimPoll } from "~/polling/closing"
import { deliverPapers } from "~/polling/delivering"
import { createPoll, editPoll } from "~/polling/polls"
import { sentences } from "~/refusals"
import { aStory, containing, deskOf, topicOf } from "./telling"

/** Its first day, counted from today. */
const firstDay = -48

/** A pipe that can only go through somebody's garage. Returns the topic's id. */
async function proposeThroughGarage(story: Story): Promise<string> {
  const { issueId } = await enterReport(story, story.as("丁四", 0, "09:10"), {
    title: "银杏家园12栋污水流进明沟",
    content: "主管道下沉损坏，整栋楼的污水流进明沟。",
    place: "银杏家园12栋",
    grid: "第二网格",
    reporter: "戌二",
    channel: "station",
    collector: "丁四",
  })
  await putToDeliberation(story.as("甲一", 1, "10:00"), issueId, {
    reason: "涉及整栋楼的排水，怎么改要大家商定",
    answer: "已收到。管道走哪里，要请代表们商量。",
  })
  const proposal = {
    content: "从12栋102室业主的一楼车库穿管，把污水引到小区污水井",
    budgetFen: 2_600_000,
    funding: "物业维修经费",
    handler: "银杏物业",
    dueOn: story.dayOf(24),
  }
  const topic = { title: "12栋污水主管改造", background: "", issueIds: [issueId], proposal }
  return must(await createTopic(story.as("甲一", 2, "10:00"), topic)).topicId
}

/** The garage in the register, with its one owner. Returns estate and unit. */
async function registerGarage(story: Story) {
  const clerk = story.as("乙二", 9, "09:00")
  const estate = { name: "银杏家园", address: "银杏路1号", developerId: null, propertyCompanyId: null, note: "" }
  const { estateId } = must(await registerEstate(clerk, estate))
  const building = { estateId, name: "12栋", gridId: null, residentGroupId: null, note: "" }
  const { buildingId } = must(await registerBuilding(clerk, building))
  const garage = { label: "102室车库", kind: "parking" as const, areaCm2: 230_000, areaSource: "register" as const }
  const { unitId } = must(await registerUnit(clerk, { ...garage, buildingId, holding: "owned", note: "" }))
  const owners = [{ who: { name: "丁十丁", phone: null }, share: null }]
  must(await setUnitOwners(clerk, { unitId, version: 1, owners }))
  return { estateId, unitId }
}

const afternoon = (story: Story, day: number, topicId: string) => ({
  venue: "一号议事点",
  startsAt: story.momentOf(day, "14:30"),
  minutes: 60,
  topicIds: [topicId],
  shortNotice: "节假日前后，已逐人电话通知",
})

test("no majority opens one owner's garage: he is asked himself, refuses, and another way is decided on", async () => {
  const story = await aStory(firstDay)
  const topicId = await proposeThroughGarage(story)
  const secretary = story.as("甲一", 3, "09:00")

  // A few questions tell whose consent is needed, and why.
  expect(must(await routeTopic(secretary, { topicId, answers: { subject: "matter", private: "yes" } }))).toEqual({
    procedure: "singleOwner",
  })
  const { routing } = (await topicOf(story, [3, "10:00"], topicId)).procedure
  expect(routing).toMatchObject({ name: "业主本人同意", article: expect.stringContaining("第二百四十") })

  // Put to the vote of the table all the same, the notice is held back with the article.
  const draft = await planMeeting(story, secretary, afternoon(story, 8, topicId))
  const refused = await convene(secretary, { meetingId: draft.meetingId })
  expect(refused).toMatchObject({ ok: false, code: "not_ready_to_convene" })
  const [problem] = (refused.ok ? [] : refused.detail.problems) as Problem[]
  expect(problem).toMatchObject({ code: "wrong_procedure", field: "agenda" })
  const spoken = sentences.wrong_procedure!(problem!.detail)
  expect(spoken).toContain("12栋污水主管改造")
  expect(spoken).toContain("多数人不能代替他同意")
  expect(spoken).toContain("《中华人民共和国民法典》")

  // The delegates may be heard on it; a motion on it there is not.
  const heard = draft.agenda.map(item => ({ ...item, handling: "consult" as const }))
  must(await editMeeting(secretary, { ...draft, agenda: heard }))
  must(await convene(secretary, { meetingId: draft.meetingId }))
  const { meetingId } = draft
  const people = await seat(story.as("甲一", 8, "14:10"), meetingId, { excused: ["午七"] })
  must(await startMeeting(story.as("甲一", 8, "14:30"), meetingId))
  const recorder = story.as("乙二", 8, "14:40")
  const speeches: Parameters<typeof discuss>[1]["speeches"] = [
    ["庚七", "support", "整栋楼都在闻味，盼着车库业主让一让。"],
    ["丑二", "oppose", "车库是人家的，会上举手也不能算他同意。"],
  ]
  await discuss(recorder, { meetingId, item: 1, people, speeches })
  const [item] = await listAgendaItems(recorder.db.read, recorder.community.id, meetingId)
  const motion = { meetingId, agendaItemId: item!.id, content: "同意从102室车库穿管", proposalId: item!.proposalId }
  expect(await putMotion(recorder, motion)).toMatchObject({ ok: false, code: "item_not_for_vote" })
  must(await closeMeeting(story.as("甲一", 8, "15:20"), meetingId))
  expect(await topicOf(story, [8, "16:00"], topicId)).toMatchObject({ state: "prepared", outcome: null })

  // Nor is it for the other owners to decide: only his own paper counts.
  const { estateId, unitId } = await registerGarage(story)
  const clerk = story.as("甲一", 9, "10:00")
  const asked = { topicId, estateId, title: "从102室车库穿管" }
  expect(await createPoll(clerk, { ...asked, preset: "ownersOrdinary" })).toMatchObject({ code: "wrong_procedure" })
  const { pollId } = must(await createPoll(clerk, { ...asked, preset: "singleOwner" }))
  const paper = {
    title: asked.title,
    question: "是否同意从12栋102室车库穿管，把污水引到小区污水井",
    scope: { buildingIds: [], unitIds: [unitId] },
    options: null,
    seats: 1,
    office: null,
    electors: null,
    opensOn: story.dayOf(11),
    closesOn: story.dayOf(15),
    counters: ["乙二", "丁四"],
    scrutineers: ["戊五"],
  }
  must(await editPoll(clerk, { ...paper, pollId, version: 1 }))
  must(await announcePoll(clerk, { pollId, version: 2 }))
  expect((await topicOf(story, [9, "12:00"], topicId)).state).toBe("scheduled")
  must(await openPoll(story.as("甲一", 11, "09:00"), { pollId }))
  const today = story.dayOf(11)
  const handed = { pollId, ordinals: [1], deliveredOn: today, means: "hand" as const, to: "丁十丁" }
  must(await deliverPapers(story.as("乙二", 11, "10:00"), handed))
  const answer = { answer: "against" as const, proxyName: "", note: "", returnedOn: today }
  must(await enterBallot(story.as("乙二", 11, "16:00"), { pollId, ordinal: 1, paper: answer }))
  must(await checkBallot(story.as("戊五", 11, "16:30"), { pollId, ordinal: 1, answer: "against" }))
  const closer = story.as("甲一", 12, "09:00")
  expect(must(await closePoll(closer, { pollId }))).toEqual({ outcome: "notPassed" })
  must(await proclaimPoll(closer, { pollId }))
  expect(await topicOf(story, [12, "10:00"], topicId)).toMatchObject({ state: "decided", outcome: "notAgreed" })

  // Another way, which enters nobody's own: judged anew, it is the table's to decide.
  must(await openNextProposal(story.as("甲一", 13, "09:00"), { topicId, reason: "车库业主不同意从车库穿管" }))
  const wording = {
    content: "破开12栋前路面引出水管46米，对接新的污水排放口，恢复路面",
    budgetFen: 12_800_000,
    funding: "物业维修经费与街道补贴",
    handler: "银杏物业",
    dueOn: story.dayOf(36),
  }
  const writer = story.as("甲一", 14, "09:00")
  must(await saveProposal(writer, { ...wording, topicId, version: 0 }))
  const second = await planMeeting(story, writer, afternoon(story, 20, topicId))
  expect(await convene(writer, { meetingId: second.meetingId })).toMatchObject({
    detail: { problems: [{ code: "topic_not_routed" }] },
  })
  expect(must(await routeTopic(writer, { topicId, answers: ordinaryMatter }))).toEqual({ procedure: "deliberation" })
  must(await convene(writer, { meetingId: second.meetingId }))
  await holdMeeting(story, {
    meetingId: second.meetingId,
    day: 20,
    ...{ arrival: "14:10", begin: "14:30", vote: "15:00", end: "15:20" },
    away: { excused: ["午七"] },
    speeches: [["庚七", "support", "不进谁家，大家都安心。"]],
    motion: { content: "同意破路引管，对接新的污水排放口" },
    choices: ["for", "against", "for", "abstain"],
  })
  const decided = await topicOf(story, [20, "16:00"], topicId)
  expect(decided).toMatchObject({ outcome: "agreed", proposalOrdinal: 2 })
  expect(decided.procedure.routing).toMatchObject({ procedure: "deliberation" })
  expect(decided.blocked).toMatchObject([{ ordinal: 1, reason: "车库业主不同意从车库穿管" }])
  expect(await deskOf(story, "甲一", [20, "16:00"])).toEqual(containing("会议纪要"))
})
