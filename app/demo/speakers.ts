import { recordFieldwork } from "~/agenda/fieldwork"
import { reportProgress, signForTask } from "~/followup/working"
import { enterReport, enterSupporters, ordinaryMatter, proposeTopic, putToDeliberation, type Reported } from "./issues"
import { conveneMeeting, holdMeeting } from "./meetings"
import { must } from "./must"
import { postResolution, writeMinutes, writeResolution } from "./papers"
import { type Stage, type Story, storyFrom } from "./stage"
import { handOut } from "./works"

/** Its first day, counted from today. */
export const speakersFrom = -15

/** 智慧音箱: welcome, on conditions about place, volume and hours, and looked into on the spot before it is decided. */
export async function tellSpeakers(stage: Stage, given?: Reported): Promise<void> {
  const story = storyFrom(stage, speakersFrom)
  const { issueId } = given ?? (await reportSpeakers(story))
  const topicId = await prepareSpeakers(story, issueId)
  const meetingId = await conveneSpeakers(story, topicId)
  const resolutionId = await decideSpeakers(story, meetingId)
  await postSpeakers(story, resolutionId)
  await beginFieldwork(story, resolutionId)
}

export const reportSpeakers = (story: Story): Promise<Reported> =>
  enterReport(story, story.as("丁四", 0, "10:20"), {
    title: "希望在银杏家园装智慧音箱，通知和预警能听到",
    content: "停水停电、防汛防火的通知老人看不到手机，希望在小区装智慧音箱广播；又怕装得太近吵人，希望先商量好。",
    place: "银杏家园",
    grid: "第一网格",
    reporter: "甲九",
    channel: "visit",
    collector: "丁四",
  })

export async function prepareSpeakers(story: Story, issueId: string): Promise<string> {
  await enterSupporters(story.as("丁四", 1, "09:00"), issueId, ["甲三", "乙六"])
  await putToDeliberation(story.as("甲一", 1, "10:00"), issueId, {
    reason: "装在哪里、声音多大、什么时候播，涉及各栋居民",
    answer: "已收到。装不装、装在哪里，准备请各方代表一起商量。",
  })
  const topic = {
    title: "银杏家园智慧音箱安装",
    background: "用于政策宣传、防灾减灾和消防安全提醒。居民支持，也担心位置太近、声音太大。",
    issueIds: [issueId],
    proposal: {
      content: "在银杏家园安装智慧音箱6只，接入社区广播，由社区专人管理",
      budgetFen: 1_800_000,
      funding: "社区为民办实事经费",
      handler: "银杏物业",
      dueOn: story.dayOf(60),
    },
  }
  return proposeTopic(story.as("甲一", 2, "14:00"), topic, ordinaryMatter)
}

export const conveneSpeakers = (story: Story, topicId: string): Promise<string> =>
  conveneMeeting(story, story.as("甲一", 3, "09:00"), {
    venue: "一号议事点",
    startsAt: story.momentOf(7, "15:00"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })

/** On place, volume and hours: what the consent hangs on. */
export const speakersConditions = [
  "安装位置先实地调研再定，离住户窗户要有距离，不影响居民休息",
  "由专人负责控制音量，平时播放不超过55分贝",
  "播放时间为9:00至11:00、15:00至17:00，应急通知不受此限",
]

/** Welcome in principle: where the speakers go is looked into first. Returns the resolution's id. */
export async function decideSpeakers(story: Story, meetingId: string): Promise<string> {
  const roundId = await holdMeeting(story, {
    meetingId,
    day: 7,
    ...{ arrival: "14:45", begin: "15:00", vote: "15:40", end: "15:55" },
    away: { absent: ["巳六"] },
    speeches: [
      ["子一", "conditional", "这是好事，但得考虑好安装位置，装得太近会影响居民休息。"],
      ["辛八", "conditional", "要有专人控制音量，还要设定合理的播放时间。"],
      ["辰五", "support", "除了通知，防汛和消防的时候也用得上。"],
      ["午七", "support", "支持。位置要实地调研，多听群众意见，找到最合适的地方。"],
    ],
    motion: {
      content: "原则同意安装智慧音箱，先实地调研选址，再定安装方案",
      effect: "needsFieldwork",
      conditions: speakersConditions,
      returnOn: story.dayOf(21),
    },
    choices: ["for", "for", "for", "abstain"],
  })
  await writeMinutes(story.as("甲一", 8, "09:00"), meetingId)
  return writeResolution(story.as("甲一", 8, "09:30"), { meetingId, roundId }, drafted => ({
    ...drafted,
    items: [
      {
        content: "会同物业和各栋代表实地调研选址，提出安装点位，提交下次会议商定。",
        handler: "振兴社区居委会",
        dueOn: story.dayOf(21),
      },
    ],
  }))
}

export const postSpeakers = (story: Story, resolutionId: string) =>
  postResolution(story, { resolutionId, day: 8, hour: "11", place: "银杏家园公示栏、社区公示栏" })

/** The grid worker goes from building to building; what was found is recorded when all is seen. Returns the task's id. */
export async function beginFieldwork(story: Story, resolutionId: string): Promise<string> {
  const [taskId] = await handOut(story.as("甲一", 9, "09:00"), resolutionId, [
    {
      itemOrdinal: 1,
      handler: "振兴社区居委会",
      handlerPersonId: story.personIds.丁四!,
      dueOn: story.dayOf(21),
      quantity: "",
    },
  ])
  const worker = story.as("丁四", 13, "17:00")
  must(await signForTask(worker, { taskId: taskId! }))
  const note = "1至6栋看过，初选三个点位，7至12栋这周看"
  must(await reportProgress(worker, { taskId: taskId!, quantityDone: null, note }))
  return taskId!
}

/** What the fieldwork found: the topic is ready for another meeting, the conditions stand. */
export async function recordSpeakersFieldwork(story: Story, topicId: string): Promise<void> {
  must(
    await recordFieldwork(story.as("甲一", 15, "16:00"), {
      topicId,
      doneOn: story.dayOf(15),
      place: "银杏家园各栋之间的空地和出入口",
      participants: "社区、银杏物业、党员代表和居民代表共7人",
      findings: "选定4个点位，离最近的窗户都在20米以上；试播45分贝，室内关窗听不清，白天通知可以听见",
    }),
  )
}
