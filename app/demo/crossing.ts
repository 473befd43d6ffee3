import { addTopicPhoto } from "~/agenda/topic-photos"
import { answerCrossing, beginCrossing, finishCrossing, handOutCrossing, rateCrossing } from "./crossing-works"
import {
  enterReport,
  enterSupporters,
  ordinaryMatter,
  proposeTopic,
  putToDeliberation,
  type Report,
  type Reported,
} from "./issues"
import { conveneMeeting, holdMeeting } from "./meetings"
import { must } from "./must"
import { postResolution, writeMinutes, writeResolution } from "./papers"
import { sketch } from "./sketches"
import { type Stage, type Story, storyFrom } from "./stage"

/**
 * 道口拓宽: reported in the morning, talked over on the next day, widened by the property company, answered on the third
 * day after the report.
 */
export async function tellCrossing(stage: Stage, given?: Reported): Promise<{ noticeId: string }> {
  const story = storyFrom(stage, crossingFrom)
  const { issueId, followCode } = given ?? (await reportCrossing(story))
  const topicId = await prepareCrossing(story, issueId)
  const meetingId = await conveneCrossing(story, topicId)
  const resolutionId = await decideCrossing(story, meetingId)
  const taskId = await handOutCrossing(story, resolutionId)
  const { noticeId } = await postCrossing(story, resolutionId)
  await beginCrossing(story, taskId)
  await finishCrossing(story, taskId)
  await answerCrossing(story, issueId)
  await rateCrossing(story, followCode)
  return { noticeId }
}

/** Its first day, counted from today. */
export const crossingFrom = -5

const report: Report = {
  title: "悦园东大门非机动车道口只有1米宽，老人骑电瓶车接送孩子经常摔倒",
  content:
    "悦园东大门非机动车道口只有1米宽，老年居民骑电瓶车接送小孩进小区时经常摔倒，存在安全隐患，希望尽快把道口拓宽。",
  place: "悦园东大门",
  grid: "第三网格",
  reporter: "寅四",
  channel: "gridWorker",
  collector: "丁六",
}

export const reportCrossing = (story: Story): Promise<Reported> =>
  enterReport(story, story.as("丁六", 0, "08:20"), report)

/** On the same morning it is sorted and becomes a topic with a proposal. Returns the topic's id. */
export async function prepareCrossing(story: Story, issueId: string): Promise<string> {
  await enterSupporters(story.as("丁六", 0, "08:50"), issueId, ["戊一", "己二"])
  await putToDeliberation(story.as("甲一", 0, "09:10"), issueId, {
    reason: "涉及小区出入口，怎么拓宽要请代表商量",
    answer: "已收到。社区和物业今天到现场量过道口，明天下午在议事驿站请代表商量怎么拓宽。",
  })
  const proposal = {
    content: "东大门非机动车道口由物业向北拓宽1米，铺平路面，补画标线",
    budgetFen: 460_000,
    funding: "悦园物业日常维护费",
    handler: "悦园物业",
    dueOn: story.dayOf(4),
  }
  const topic = {
    title: "悦园东大门非机动车道口拓宽",
    background: "道口只有1米宽，老人骑电瓶车接送孩子时多次摔倒。社区与物业已到现场量过，向北拓宽不动围墙。",
    issueIds: [issueId],
    proposal,
  }
  const ctx = story.as("甲一", 0, "10:30")
  const topicId = await proposeTopic(ctx, topic, ordinaryMatter)
  const photo = { bytes: await sketch("narrowGate"), caption: "社区和物业到现场量过，道口净宽1米" }
  must(await addTopicPhoto(ctx, { topicId, ...photo }))
  return topicId
}

/** Called for the next day: shorter than the rule asks, so the reason is written down. */
export const conveneCrossing = (story: Story, topicId: string): Promise<string> =>
  conveneMeeting(story, story.as("甲一", 0, "11:00"), {
    venue: "三号议事点",
    startsAt: story.momentOf(1, "15:00"),
    minutes: 40,
    topicIds: [topicId],
    shortNotice: "道口有人接连摔倒，存在安全隐患，需要尽快商定，已逐人电话通知",
  })

/** Talked over and agreed on; minutes and resolution are out on the same afternoon. Returns the resolution's id. */
export async function decideCrossing(story: Story, meetingId: string): Promise<string> {
  const roundId = await holdMeeting(story, {
    meetingId,
    day: 1,
    ...{ arrival: "14:45", begin: "15:00", vote: "15:22", end: "15:30" },
    away: { excused: ["巳六"], absent: ["亥二"] },
    speeches: [
      ["丙三", "support", "每天送孩子都从这里过，两辆电瓶车会不过来，拓宽是大家盼了很久的。"],
      ["卯四", "support", "物业已经量过，向北拓宽1米不动围墙，一天能完工，费用从物业的日常维护费里出。"],
      ["壬九", "conditional", "施工那天要留出行人通道，放学的时候有人看着。"],
    ],
    motion: { content: "同意由物业把悦园东大门非机动车道口拓宽1米" },
    choices: ["for", "for", "abstain"],
  })
  await writeMinutes(story.as("甲一", 1, "16:10"), meetingId)
  return writeResolution(story.as("甲一", 1, "16:30"), { meetingId, roundId }, drafted => ({
    ...drafted,
    items: drafted.items.map(item => ({
      ...item,
      content: `${item.content}现场联系人卯四，电话13900000014。`,
      quantity: "1米",
    })),
  }))
}

export const postCrossing = (story: Story, resolutionId: string) =>
  postResolution(story, { resolutionId, day: 1, hour: "17", place: "悦园东大门公示栏、社区公示栏" })
