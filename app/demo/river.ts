import { answerObjection, receiveObjection } from "~/records/objections"
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
import { conveneMeeting, holdMeeting } from "./meetings"
import { must } from "./must"
import { postResolution, writeMinutes, writeResolution } from "./papers"
import {
  answerRiver,
  blockFloor,
  chaseChargers,
  dredgeRiver,
  handOutRiver,
  layPath,
  mendPavilion,
  rateRiver,
} from "./river-works"
import { type Stage, type Story, storyFrom } from "./stage"

/** Its first day, counted from today. */
export const riverFrom = -31

export type RiverReports = { issues: Record<RiverIssue, Reported>; mosquitoes: Reported }

/** 二夜河: five things residents asked for, one meeting, five items with their quantities, half of them carried out. */
export async function tellRiver(stage: Stage, given?: RiverReports): Promise<void> {
  const story = storyFrom(stage, riverFrom)
  const { issues, mosquitoes } = given ?? (await reportRiver(story))
  const ids = Object.fromEntries(riverIssues.map(key => [key, issues[key].issueId])) as Record<RiverIssue, string>
  const topicId = await prepareRiver(story, ids)
  await joinMosquitoes(story, ids.river, mosquitoes.issueId)
  const meetingId = await conveneRiver(story, topicId)
  const resolutionId = await decideRiver(story, meetingId)
  const { noticeId } = await postRiver(story, resolutionId)
  await objectToRiver(story, noticeId)
  const tasks = await handOutRiver(story, resolutionId)
  await dredgeRiver(story, tasks.river)
  await layPath(story, tasks.path)
  await mendPavilion(story, tasks.pavilion)
  await chaseChargers(story, tasks.charging)
  await blockFloor(story, tasks.square)
  await answerRiver(story, ids)
  await rateRiver(story, { river: issues.river.followCode, pavilion: issues.pavilion.followCode })
}

export type RiverIssue = "river" | "path" | "pavilion" | "charging" | "square"

const common = { grid: "第四网格" }

/** What residents of the north of 悦园 asked for, one by one; `on` is the day of the story. */
const reports: Record<RiverIssue, Report & { on: number }> = {
  river: {
    ...common,
    on: 0,
    title: "二夜河长时间没人清理，淤泥发臭、杂树丛生",
    content: "二夜河淤泥堵塞散发恶臭，杂草杂树丛生，夏天蚊虫太多，以前大家都喜欢在河边散步，现在没人敢去。",
    place: "二夜河沿线",
    reporter: "庚一",
    channel: "meeting",
  },
  path: {
    ...common,
    on: 0,
    title: "二夜河两侧健身路径坑洼不平",
    content: "河两侧的健身路径坑洼不平，下雨积水，老人走路不放心，希望翻新。",
    place: "二夜河两侧",
    reporter: "辛三",
    channel: "meeting",
  },
  pavilion: {
    ...common,
    on: 1,
    title: "睦邻亭顶部破损漏雨，木柱老旧",
    content: "睦邻亭顶部破损严重，经常漏雨，四侧的木头柱子也老旧了，老朋友们没有地方下棋。",
    place: "睦邻亭",
    reporter: "庚五",
    channel: "station",
  },
  charging: {
    ...common,
    on: 1,
    title: "悦园北区充电桩不够，有人飞线充电",
    content: "车棚充电桩晚上抢不到，有人从楼上拉线充电，也有人把电瓶车推进电梯，很危险，希望增设充电桩。",
    place: "悦园13栋车棚",
    reporter: "辛一",
    channel: "gridPatrol",
    collector: "丁六",
  },
  square: {
    ...common,
    on: 2,
    title: "健身广场塑胶地板开裂",
    content: "健身广场的塑胶地板开裂翘边，孩子跑起来容易绊倒，希望更换。",
    place: "健身广场",
    reporter: "己三",
    channel: "messageBoard",
  },
}

export const riverIssues = Object.keys(reports) as RiverIssue[]
export const riverReportedOn = (key: RiverIssue): number => reports[key].on

export const reportOfRiver = (story: Story, key: RiverIssue): Promise<Reported> => {
  const { on, ...report } = reports[key]
  return enterReport(story, story.as("丁六", on, "16:40"), report)
}

/** Another word about the river, from who did not know of the first. */
export const reportMosquitoes = (story: Story): Promise<Reported> =>
  enterReport(story, story.as("丁六", 2, "20:10"), {
    ...common,
    title: "河边蚊虫太多，晚上不敢开窗",
    content: "靠河几栋楼晚上蚊虫太多，不敢开窗，是不是河里淤泥的原因。",
    place: "悦园16栋",
    reporter: "辛五",
    channel: "chatGroup",
  })

/** All of it, in the order of its days. */
export async function reportRiver(story: Story): Promise<RiverReports> {
  const told: [RiverIssue, Reported][] = []
  for (const key of riverIssues) told.push([key, await reportOfRiver(story, key)])
  return { issues: Object.fromEntries(told) as Record<RiverIssue, Reported>, mosquitoes: await reportMosquitoes(story) }
}

export const joinMosquitoes = (story: Story, riverId: string, mosquitoesId: string): Promise<void> =>
  mergeInto(story.as("甲一", 4, "09:00"), riverId, mosquitoesId, {
    reason: "蚊虫来自河里的淤泥，是同一件事",
    answer: "已收到。蚊虫和河道淤泥有关，和二夜河整治一起办理，办好了也会答复您。",
  })

/** As the proposal lists them: each becomes an item of the resolution, its quantity read from the line. */
const works = [
  "整治二夜河570米，清淤并清理杂草杂树",
  "翻新二夜河两侧健身路径1800米",
  "维修睦邻亭1座，更换屋面和木柱",
  "增设电瓶车充电桩3组",
  "更换健身广场塑胶地板320平方米",
]

/** All five are to be talked over together: one topic, one proposal. Returns the topic's id. */
export async function prepareRiver(story: Story, issueIds: Record<RiverIssue, string>): Promise<string> {
  await enterSupporters(story.as("丁六", 3, "08:30"), issueIds.river, ["庚二", "庚三", "辛四", "己四"])
  await enterSupporters(story.as("丁六", 3, "08:40"), issueIds.charging, ["辛二", "己五"])
  for (const [at, key] of riverIssues.entries())
    await putToDeliberation(story.as("甲一", 3, `10:${at}0`), issueIds[key], {
      reason: "几件事在同一片地方，一起商量、分项办",
      answer: "已收到。河道、步道、亭子、充电桩和健身广场准备一起提交协商议事会，列成清单一项一项办。",
    })
  const topic = {
    title: "二夜河和悦园北区公共空间整治",
    background: "走访和座谈中居民集中反映五件事，都在二夜河一带，一次商量、分项落实，逐项公布进度。",
    issueIds: riverIssues.map(key => issueIds[key]),
    proposal: {
      content: works.map((work, at) => `${at + 1}. ${work}`).join("\n"),
      budgetFen: 68_600_000,
      funding: "街道为民办实事经费",
      handler: "云上街道建设办、悦园物业",
      dueOn: story.dayOf(71),
    },
  }
  return proposeTopic(story.as("甲一", 4, "10:30"), topic, ordinaryMatter)
}

export const conveneRiver = (story: Story, topicId: string): Promise<string> =>
  conveneMeeting(story, story.as("甲一", 6, "15:00"), {
    venue: "四号议事点",
    startsAt: story.momentOf(12, "14:30"),
    minutes: 90,
    topicIds: [topicId],
    shortNotice: "节假日前后，已逐人电话通知",
  })

/** One meeting, a secret vote, five items with their quantities. Returns the resolution's id. */
export async function decideRiver(story: Story, meetingId: string): Promise<string> {
  const roundId = await holdMeeting(story, {
    meetingId,
    day: 12,
    ...{ arrival: "14:10", begin: "14:30", vote: "15:25", end: "15:50" },
    away: { excused: ["巳六"], absent: ["未八"] },
    speeches: [
      ["亥二", "support", "先清淤再修路，入夏之前要见到效果。"],
      ["丙三", "support", "充电桩要先装，飞线充电等不得。"],
      ["申九", "oppose", "一次做完花钱太多，步道可以缓一缓。"],
      ["午七", "neutral", "建议把570米、1800米、3组分项列清楚，每项向居民公布进度。"],
      ["卯四", "support", "睦邻亭和充电桩物业可以马上动手，塑胶地板要先看下面的基础。"],
    ],
    motion: { content: "同意二夜河和悦园北区公共空间整治方案，分五项落实，逐项公布进度" },
    choices: ["for", "against", "for", "abstain", "for", "against"],
    secret: true,
  })
  await writeMinutes(story.as("甲一", 13, "09:00"), meetingId)
  return writeResolution(story.as("甲一", 13, "09:40"), { meetingId, roundId }, drafted => ({
    ...drafted,
    items: drafted.items.map((item, at) => ({ ...item, ...riverHands(story)[at]! })),
  }))
}

/** Returns edition and notice. */
export const postRiver = (story: Story, resolutionId: string) =>
  postResolution(story, { resolutionId, day: 13, hour: "11", place: "悦园北区公示栏、睦邻亭、社区公示栏" })

/** Somebody at the board asks about the money, and is told on the next day. */
export async function objectToRiver(story: Story, noticeId: string): Promise<void> {
  const { objectionId } = must(
    await receiveObjection(story.asResident(16, "19:00"), {
      noticeId,
      name: "",
      phone: "",
      content: "塑胶地板的钱从哪里出，会不会动用小区的公共收益？",
      means: "board",
    }),
  )
  const answer = "五项都在二夜河边的公共用地上，由街道经费列支，不动用小区的公共收益，账目每季度公布。"
  must(await answerObjection(story.as("甲一", 17, "10:00"), { objectionId, answer }))
}

const streetOffice = "云上街道建设办"

/** Whose hands each of the five goes into, and by when. */
export const riverHands = (story: Story) => [
  { handler: streetOffice, dueOn: story.dayOf(28) },
  { handler: streetOffice, dueOn: story.dayOf(71) },
  { handler: "悦园物业", dueOn: story.dayOf(26) },
  { handler: "悦园物业", dueOn: story.dayOf(27) },
  { handler: "悦园物业", dueOn: story.dayOf(50) },
]
