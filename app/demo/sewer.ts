import { saveProposal } from "~/agenda/proposals"
import { routeTopic } from "~/agenda/routing"
import { endNotice } from "~/records/notices"
import { withdrawEdition } from "~/records/public-editions"
import { mergeInto } from "./everyday"
import {
  enterReport,
  enterSupporters,
  ordinaryMatter,
  proposeTopic,
  putToDeliberation,
  type Report,
  type Reported,
} from "./issues"
import { conveneMeeting, holdMeeting, type Speech } from "./meetings"
import { must } from "./must"
import { postResolution, writeMinutes, writeResolution } from "./papers"
import {
  answerSewer,
  blockFirstProposal,
  carryOutSecondProposal,
  giveUpFirstProposal,
  handOutSecondProposal,
  rateSewer,
  tryFirstProposal,
} from "./sewer-works"
import { type Stage, type Story, storyFrom } from "./stage"

/** Its first day, counted from today. */
export const sewerFrom = -48

/**
 * 银杏家园12栋: the first proposal is taken for a matter of common ground and agreed on, till the marking out shows that the
 * pipe needs one owner's garage; no majority can open it. The second one of the same topic is judged anew and carried out,
 * and both proposers are answered.
 */
export async function tellSewer(stage: Stage, given?: { sewer: Reported; smell: Reported }): Promise<void> {
  const story = storyFrom(stage, sewerFrom)
  const { issueId, followCode } = given?.sewer ?? (await reportSewer(story))
  const topicId = await prepareSewer(story, issueId)
  const smell = given?.smell ?? (await reportSmell(story))
  await joinSmell(story, issueId, smell.issueId)
  const firstMeetingId = await conveneFirstSewerMeeting(story, topicId)
  const firstResolutionId = await decideFirstProposal(story, firstMeetingId)
  const first = await postFirstProposal(story, firstResolutionId)
  const firstTaskId = await tryFirstProposal(story, firstResolutionId)
  await blockFirstProposal(story, firstTaskId)
  await giveUpFirstProposal(story, firstTaskId)
  const secondMeetingId = await prepareSecondProposal(story, topicId)
  const secondResolutionId = await decideSecondProposal(story, secondMeetingId)
  await withdrawFirstEdition(story, first.editionId)
  const second = await postSecondProposal(story, secondResolutionId)
  const secondTaskId = await handOutSecondProposal(story, secondResolutionId)
  await carryOutSecondProposal(story, secondTaskId)
  await answerSewer(story, issueId)
  await rateSewer(story, followCode)
  await takeDownSecondNotice(story, second)
}

const report: Report = {
  title: "银杏家园12栋二单元主管道下沉损坏，污水流进明沟",
  content: "12栋二单元楼栋主管道使用年限久，下沉损坏，整栋楼的污水直接排进露天明沟，气味难闻，附近居民出行要掩鼻绕行。",
  place: "银杏家园12栋二单元",
  grid: "第二网格",
  reporter: "戌二",
  channel: "station",
  collector: "丁四",
}

const neighbour: Report = {
  title: "11栋前面的明沟发臭，出门要绕路走",
  content: "11栋和12栋之间的明沟一直有污水，味道很大，开不了窗，出门要绕路走。",
  place: "银杏家园11栋前",
  grid: "第二网格",
  reporter: "丙九",
  channel: "chatGroup",
}

export const reportSewer = (story: Story): Promise<Reported> => enterReport(story, story.as("丁四", 0, "09:10"), report)

/** Somebody in the next building has the same trouble without knowing where it comes from. */
export const reportSmell = (story: Story): Promise<Reported> =>
  enterReport(story, story.as("丁四", 2, "19:30"), neighbour)

/** The neighbour's report joins the first one; its proposer is answered for himself. */
export const joinSmell = (story: Story, issueId: string, smellId: string): Promise<void> =>
  mergeInto(story.as("甲一", 3, "09:00"), issueId, smellId, {
    reason: "气味来自12栋下沉的污水主管，是同一件事",
    answer: "已收到。气味来自12栋下沉的污水管，和12栋的问题一起办理，办好了也会答复您。",
  })

/** Sorted on the next day, and made a topic with the simpler of the two ways the pipe can go. Returns the topic's id. */
export async function prepareSewer(story: Story, issueId: string): Promise<string> {
  await enterSupporters(story.as("丁四", 1, "08:40"), issueId, ["戌三", "丙十", "戌一"])
  await putToDeliberation(story.as("甲一", 1, "10:00"), issueId, {
    reason: "涉及整栋楼的排水，改造方案要大家商定",
    answer: "已收到。银杏物业今天到现场勘查，管道走哪里、钱从哪里出，要请代表们一起商量后定。",
  })
  const topic = {
    title: "银杏家园12栋污水主管改造",
    background: "主管道下沉损坏，整栋楼的污水排进明沟。物业现场看过，先选较简单的走法，图上只走公共地面。",
    issueIds: [issueId],
    proposal: {
      content: "从12栋102室一楼车库边上另接一根水管，沿公共地面把污水引到小区污水井",
      budgetFen: 2_600_000,
      funding: "物业维修经费",
      handler: "银杏物业",
      dueOn: story.dayOf(24),
    },
  }
  return proposeTopic(story.as("甲一", 3, "15:20"), topic, ordinaryMatter)
}

export const conveneFirstSewerMeeting = (story: Story, topicId: string): Promise<string> =>
  conveneMeeting(story, story.as("甲一", 4, "09:00"), {
    venue: "一号议事点",
    startsAt: story.momentOf(8, "14:30"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })

const firstSpeeches: Speech[] = [
  ["庚七", "support", "一栋楼的人都在闻味，先把污水引走再说。"],
  ["辰五", "support", "从车库边上接管距离最短，三天能完工，图上看走的是公共地面。"],
  ["丑二", "conditional", "要是挖到人家车库里，得先上门说好，不能开了会就去挖。"],
]

const secondSpeeches: Speech[] = [
  ["辰五", "support", "绕开车库，破开楼前路面引出水管，对接新的污水排放口，46米，四天做完。"],
  ["庚七", "support", "多花一点钱，但是不进谁家，大家都安心。"],
  ["丑二", "support", "路面要恢复平整，施工时给老人留出通道。"],
]

type Deciding = { meetingId: string; day: number; motion: string; quantity?: string }

export const decideFirstProposal = (story: Story, meetingId: string): Promise<string> =>
  decide(story, firstSpeeches, {
    meetingId,
    day: 8,
    motion: "同意从12栋102室一楼车库边上接管，沿公共地面把污水引到小区污水井",
  })

/** Convened anew with the second proposal, which touches nobody's own property. */
export async function prepareSecondProposal(story: Story, topicId: string): Promise<string> {
  const wording = {
    content: "破开12栋前路面引出水管46米，对接新的污水排放口，恢复路面",
    budgetFen: 12_800_000,
    funding: "物业维修经费与街道补贴",
    handler: "银杏物业",
    dueOn: story.dayOf(36),
  }
  const secretary = story.as("甲一", 19, "16:00")
  must(await saveProposal(secretary, { ...wording, topicId, version: 0 }))
  must(await routeTopic(secretary, { topicId, answers: ordinaryMatter }))
  return conveneMeeting(story, story.as("甲一", 20, "09:00"), {
    venue: "一号议事点",
    startsAt: story.momentOf(26, "14:30"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })
}

export const decideSecondProposal = (story: Story, meetingId: string): Promise<string> =>
  decide(story, secondSpeeches, {
    meetingId,
    day: 26,
    motion: "同意按第二个方案破路引管，对接新的污水排放口",
    quantity: "46米",
  })

const boards = "银杏家园12栋公示栏、社区公示栏"

export const postFirstProposal = (story: Story, resolutionId: string) =>
  postResolution(story, { resolutionId, day: 9, hour: "11", place: boards })

export const postSecondProposal = (story: Story, resolutionId: string) =>
  postResolution(story, { resolutionId, day: 27, hour: "11", place: boards })

/** It hung its days and comes down, unless holidays have lengthened them. */
export async function takeDownSecondNotice(
  story: Story,
  { noticeId, until }: { noticeId: string; until: string },
): Promise<void> {
  const endedOn = story.dayOf(47)
  if (until < endedOn) must(await endNotice(story.as("乙二", 47, "09:00"), { noticeId, endedOn, reason: "" }))
}

/** What the first sheet says holds no longer: it comes down, and whoever verifies it is told so. */
export async function withdrawFirstEdition(story: Story, editionId: string): Promise<void> {
  const reason = "第一个方案受阻，没有实施，由第二个方案代替"
  must(await withdrawEdition(story.as("戊五", 27, "10:30"), { editionId, reason }))
}

/** Talked over, agreed on, minuted and resolved on the next morning. Returns the resolution's id. */
async function decide(story: Story, speeches: Speech[], { meetingId, day, motion, quantity }: Deciding) {
  const roundId = await holdMeeting(story, {
    meetingId,
    day,
    ...{ arrival: "14:10", begin: "14:30", vote: "15:05", end: "15:20" },
    away: { excused: ["午七"] },
    speeches,
    motion: { content: motion },
    choices: ["for", "against", "for", "abstain"],
  })
  await writeMinutes(story.as("甲一", day + 1, "09:00"), meetingId)
  return writeResolution(story.as("甲一", day + 1, "09:30"), { meetingId, roundId }, drafted => ({
    ...drafted,
    items: drafted.items.map(item => (quantity ? { ...item, quantity } : item)),
  }))
}
