import { startMeeting } from "~/chamber/session"
import { receiveObjection } from "~/records/objections"
import { draftEdition } from "~/records/public-editions"
import { awaitTheWord, moveHall, speakOnHall } from "./hall"
import {
  enterReport,
  enterSupporters,
  ordinaryMatter,
  proposeTopic,
  putToDeliberation,
  type Report,
  type Reported,
} from "./issues"
import { conveneMeeting, seat } from "./meetings"
import { must } from "./must"
import { residentNamed } from "./residents"
import { type Stage, type Story, storyFrom } from "./stage"

const minute = 60_000

/** What comes before the next meetings, on days counted from today. */
export const comingReports: Record<"hall" | "bins" | "moreBins" | "parking" | "ambulance", Report & { on: number }> = {
  hall: {
    on: -14,
    title: "悦园活动室地板鼓包打滑，墙面发霉",
    content: "活动室乒乓球室和舞蹈室地板磨损鼓包，阴雨天打滑，上周有老人滑倒；墙面发霉，卫生间门坏了。",
    place: "悦园活动室",
    grid: "第三网格",
    reporter: "丁七",
    channel: "gridPatrol",
    collector: "丁六",
  },
  bins: {
    on: -10,
    title: "垃圾分类点离5栋太远，老人走不动",
    content: "垃圾分类点撤并以后离5栋有三百多米，八十多岁的老人拎着走不动，只好放在楼下。",
    place: "银杏家园5栋",
    grid: "第一网格",
    reporter: "乙四",
    channel: "gridWorker",
    collector: "丁四",
  },
  moreBins: {
    on: -8,
    title: "5栋、6栋能不能加一个分类点",
    content: "5栋、6栋离分类点都远，能不能在两栋中间加一个。",
    place: "银杏家园5栋、6栋之间",
    grid: "第一网格",
    reporter: "乙七",
    channel: "messageBoard",
  },
  parking: {
    on: -7,
    title: "中心路早晚高峰乱停车，进出不畅",
    content: "中心路两边都停车，早晚高峰堵住，行人只能走在车道上。",
    place: "中心路",
    grid: "第四网格",
    reporter: "己五",
    channel: "chatGroup",
  },
  ambulance: {
    on: -6,
    title: "中心路停满车，救护车进不来",
    content: "前天晚上救护车在中心路口堵了十分钟，两边停满了车。",
    place: "中心路悦园9栋旁",
    grid: "第四网格",
    reporter: "己四",
    channel: "hotline",
  },
}

export type ComingReport = keyof typeof comingReports

export const reportComing = (stage: Stage, key: ComingReport): Promise<Reported> => {
  const { on, ...report } = comingReports[key]
  return enterReport(stage, storyFrom(stage, on).as(report.collector ?? "乙二", 0, "11:10"), report)
}

/** 分类点: convened for tomorrow, three clear days ahead. Returns topic and meeting. */
export async function conveneTomorrow(story: Story, issueId: string): Promise<{ topicId: string; meetingId: string }> {
  await enterSupporters(story.as("丁四", -9, "09:00"), issueId, ["乙六", "乙五"])
  await putToDeliberation(story.as("甲一", -9, "10:00"), issueId, {
    reason: "分类点放在哪里，几栋居民意见不一样",
    answer: "已收到。加不加、加在哪里，准备请5栋、6栋的居民和物业一起商量。",
  })
  const proposal = {
    content: `在银杏家园5栋、6栋之间的空地加设分类点一处，早晚两个时段值守，联系人乙四（5栋201室，电话${residentNamed("乙四").phone}）`,
    budgetFen: 1_250_000,
    funding: "社区为民办实事经费",
    handler: "银杏物业",
    dueOn: story.dayOf(30),
  }
  const background = "分类点撤并后离5栋、6栋三百多米，老人走不动；也有住户担心离窗户太近有气味。"
  const topic = { title: "银杏家园5栋、6栋加设垃圾分类点", background, issueIds: [issueId], proposal }
  const topicId = await proposeTopic(story.as("甲一", -6, "14:00"), topic, ordinaryMatter)
  const meetingId = await conveneMeeting(story, story.as("甲一", -3, "09:30"), {
    venue: "二号议事点",
    startsAt: story.momentOf(1, "14:30"),
    minutes: 60,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })
  return { topicId, meetingId }
}

/** The announcement for the board is drawn up and waits for the second person. */
export async function draftAnnouncement(story: Story, meetingId: string): Promise<void> {
  must(await draftEdition(story.as("乙二", -1, "16:30"), { kind: "convocation", subjectId: meetingId }))
}

/** 中心路: the road is not the community's own, so what is agreed there is handed on. Returns the topic's id. */
export async function prepareParking(story: Story, issueId: string): Promise<string> {
  await putToDeliberation(story.as("甲一", -6, "10:00"), issueId, {
    reason: "停车怎么管要住户、商铺和交警一起商量",
    answer: "已收到。社区正在走访沿街商铺和住户，商量好办法后提交议事会。",
  })
  const proposal = {
    content: "中心路一侧划定停车位，另一侧设隔离栏，早晚高峰由物业和志愿者疏导",
    budgetFen: 3_200_000,
    funding: "街道补贴",
    handler: "云上街道综合执法队",
    dueOn: story.dayOf(45),
  }
  const background = "道路两侧停满车，早晚高峰堵塞，救护车进出困难。"
  const topic = { title: "中心路停车和通行秩序", background, issueIds: [issueId], proposal }
  return proposeTopic(story.as("甲一", -2, "15:00"), topic, { subject: "otherPower" })
}

/** Somebody at the board asks what it cost: the answer is owed within three days. */
export async function askWhatItCost(story: Story, noticeId: string): Promise<void> {
  const content = "道口拓宽花了多少钱，是谁出的，有没有账目可以看？"
  const objection = { noticeId, name: "丁八", phone: residentNamed("丁八").phone, content, means: "board" as const }
  must(await receiveObjection(story.asResident(-1, "19:10"), objection))
}

/** 活动室 again: called four days ago for half an hour before now. Returns the meeting's id. */
export function conveneToday(story: Story, topicId: string): Promise<string> {
  const begun = story.ground.now().getTime() - 30 * minute
  return conveneMeeting(story, story.as("甲一", -4, "11:00"), {
    venue: "三号议事点",
    startsAt: new Date(begun - (begun % (5 * minute))),
    minutes: 90,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })
}

/** The hall is full, it was spoken on, the motion is put as it was amended: the chair may open the vote. */
export async function openToday(stage: Stage, meetingId: string): Promise<void> {
  const { clock, ground, actors } = stage
  const [chair, taker] = [actors.甲一!, actors.乙二!].map(actor => ({ ...ground, actor }))
  const people = await seat(clock.lately(chair!, 40), meetingId, { excused: ["巳六"], absent: ["癸十", "亥二"] })
  must(await startMeeting(clock.lately(chair!, 28), meetingId))
  const sitting = {
    meetingId,
    people,
    chair: (minute: number) => clock.lately(chair!, 28 - minute),
    recorder: (minute: number) => clock.lately(taker!, 28 - minute),
  }
  await speakOnHall(sitting)
  await moveHall(sitting)
  await awaitTheWord(sitting)
}
