import { addTopicPhoto } from "~/agenda/topic-photos"
import { recordRecusal } from "~/chamber/motions/recusals"
import { closeMeeting, startMeeting } from "~/chamber/session"
import { enterReport, enterSupporters, ordinaryMatter, proposeTopic, putToDeliberation, type Reported } from "./issues"
import { conveneMeeting, discuss, move, seat, voteThrough } from "./meetings"
import { must } from "./must"
import { writeMinutes, writeResolution } from "./papers"
import { sketch } from "./sketches"
import { type Stage, type Story, storyFrom } from "./stage"

/** Its first day, counted from today. */
export const wasteSortingFrom = -21

/** 垃圾分类点选址: three places and 均不同意. The first round finds two of them level, the second one decides. */
export async function tellWasteSorting(stage: Stage, given?: Reported): Promise<void> {
  const story = storyFrom(stage, wasteSortingFrom)
  const { issueId } = given ?? (await reportWasteSorting(story))
  const topicId = await prepareWasteSorting(story, issueId)
  const meetingId = await conveneWasteSorting(story, topicId)
  await decideWasteSorting(story, meetingId)
}

export const reportWasteSorting = (story: Story): Promise<Reported> =>
  enterReport(story, story.as("丁六", 0, "09:10"), {
    title: "悦园9至16栋要设垃圾分类点，设在哪里大家说不到一起",
    content: "楼下的垃圾桶要撤掉，改成一处分类点。谁都想要近一点，又都怕设在自己窗下有气味，希望一起商量定一个地方。",
    place: "悦园9至16栋",
    grid: "第四网格",
    reporter: "己三",
    channel: "visit",
    collector: "丁六",
  })

/** Each place was looked at, and has its picture. */
const places = [
  { label: "9栋东侧绿地旁", scene: "binsByGreen", caption: "9栋东侧绿地旁，离最近的窗户18米" },
  { label: "12栋南侧道路拐角", scene: "binsAtCorner", caption: "12栋南侧道路拐角，离最近的窗户12米" },
  { label: "16栋北侧围墙内", scene: "binsAtWall", caption: "16栋北侧围墙内，离9栋最远，步行约6分钟" },
] as const

export const wasteSortingPlaces = places.map(place => place.label)

/** Sorted, looked at on the spot, and made a topic with the three places. Returns the topic's id. */
export async function prepareWasteSorting(story: Story, issueId: string): Promise<string> {
  await enterSupporters(story.as("丁六", 1, "09:00"), issueId, ["己四", "庚一", "辛三"])
  await putToDeliberation(story.as("甲一", 1, "10:00"), issueId, {
    reason: "设在哪里，八栋楼的居民意见不一样",
    answer: "已收到。社区和物业这两天到现场看三处点位，下周请各方代表一起选定。",
  })
  const topic = {
    title: "悦园9至16栋垃圾分类点选址",
    background: "八栋楼共设一处分类点。社区、物业和楼栋代表到现场看了三处，各有远近，照片附后。",
    issueIds: [issueId],
    proposal: {
      content: `在悦园9至16栋设垃圾分类点一处，备选点位三处：${wasteSortingPlaces.join("、")}`,
      budgetFen: 1_680_000,
      funding: "社区为民办实事经费",
      handler: "悦园物业",
      dueOn: story.dayOf(40),
    },
  }
  const ctx = story.as("甲一", 3, "14:00")
  const topicId = await proposeTopic(ctx, topic, ordinaryMatter)
  for (const { scene, caption } of places)
    must(await addTopicPhoto(ctx, { topicId, bytes: await sketch(scene), caption }))
  return topicId
}

export const conveneWasteSorting = (story: Story, topicId: string): Promise<string> =>
  conveneMeeting(story, story.as("甲一", 4, "09:00"), {
    venue: "三号议事点",
    startsAt: story.momentOf(8, "14:30"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })

export type WasteSortingVote = { resolutionId: string; firstRoundId: string; secondRoundId: string }

/** What the ballots say, in the order of the seats: level at first, then one place has more than half of those present. */
const first = [..."aaaaabbbbbcc", "none"]
const second = [..."aaaaaaaabbb", "none", "abstain"]

/** The property company, which will build and run it, takes no part in the choice. Returns the rounds and the resolution. */
export async function decideWasteSorting(story: Story, meetingId: string): Promise<WasteSortingVote> {
  const chairAt = (time: string) => story.as("甲一", 8, time)
  const people = await seat(chairAt("14:15"), meetingId, { excused: ["巳六"] })
  must(await startMeeting(chairAt("14:30"), meetingId))
  await discuss(story.as("乙二", 8, "14:35"), {
    meetingId,
    item: 1,
    people,
    speeches: [
      ["亥二", "support", "12栋拐角在中间，八栋楼走过去都差不多远。"],
      ["癸十", "oppose", "12栋拐角离窗户只有12米，夏天气味散不开，我不赞成放那里。"],
      ["丙三", "conditional", "9栋绿地旁离窗户远，要是早晚有人值守，我赞成放9栋。"],
      ["卯四", "neutral", "三处都能施工。分类点由我们承建和清运，选哪里我们不表态。"],
    ],
  })
  const motionId = await move(story.as("乙二", 8, "14:55"), meetingId, 1, {
    content: "从三处备选点位中选定一处，设置悦园9至16栋垃圾分类点",
    options: wasteSortingPlaces,
  })
  const builder = people.find(person => person.name === "卯四")!
  const recusal = { motionId, participantId: builder.id, reason: "分类点由悦园物业承建和清运，与选址有利害关系" }
  must(await recordRecusal(story.as("乙二", 8, "14:57"), recusal))
  const voters = people.filter(person => person !== builder)
  const firstRoundId = await voteThrough(chairAt("15:00"), { motionId, people: voters, choices: first })
  const secondRoundId = await voteThrough(chairAt("15:20"), { motionId, people: voters, choices: second })
  must(await closeMeeting(chairAt("15:35"), meetingId))
  await writeMinutes(story.as("甲一", 8, "16:30"), meetingId)
  const key = { meetingId, roundId: secondRoundId }
  const resolutionId = await writeResolution(story.as("甲一", 8, "17:00"), key, drafted => ({
    ...drafted,
    items: drafted.items.map(item => ({
      ...item,
      content: "在9栋东侧绿地旁设置垃圾分类点一处，早晚两个时段有人值守，每日清运。",
    })),
  }))
  return { resolutionId, firstRoundId, secondRoundId }
}
