import type { Channel } from "#db/schema/intake"
import { reportIssue, supportIssue } from "~/intake/issues"
import { acceptIssue, sortIssue } from "~/intake/sorting"
import { listGrids } from "~/people/register-store"
import type { Ctx } from "~/web/context"
import type { DemoClock } from "./clock"
import { must } from "./must"

type Story = {
  key: string
  title: string
  content: string
  place: string
  grid: string
  reporter: [string, string]
  channel: Channel
  collector?: string
  /** Days from today. */
  on: number
  supporters?: [string, string][]
  /** How far it came: the answer at once for 即办, the first answer for 协商. */
  sorted?: { triage: "quick"; first: string; final: string } | { triage: "deliberate"; first: string }
  accepted?: true
}

const stories: Story[] = [
  {
    key: "crossing",
    title: "悦园东门道口太窄，早晚高峰进出要等十几分钟",
    content: "悦园东门道口太窄，两辆车会不过来，早晚高峰进出要等十几分钟，电动车只好走人行道，老人小孩不安全。",
    place: "悦园东门",
    grid: "第三网格",
    reporter: ["寅女士", "13900001001"],
    channel: "gridWorker",
    collector: "丁四",
    on: -33,
    supporters: [
      ["卯先生", "13900001002"],
      ["辰女士", "13900001003"],
    ],
    sorted: { triage: "deliberate", first: "已收到，社区会同物业现场看过，准备提交协商议事会商量拓宽的办法。" },
  },
  {
    key: "sewer",
    title: "银杏家园12栋污水主管下沉，污水流进明沟",
    content: "12栋二单元主管道年久下沉损坏，整栋楼的污水直接排进露天明沟，气味难闻，附近居民出行要掩鼻绕行。",
    place: "银杏家园12栋二单元",
    grid: "第二网格",
    reporter: ["戌女士", "13900001004"],
    channel: "station",
    on: -40,
    supporters: [
      ["亥先生", "13900001005"],
      ["子女士", "13900001006"],
      ["丑先生", ""],
    ],
    sorted: { triage: "deliberate", first: "已收到，物业已到现场勘查，改造方案要大家一起商量后定。" },
  },
  {
    key: "hall",
    title: "悦园活动室地板鼓包、打滑，墙面发霉",
    content: "活动室地板鼓包，阴雨天打滑，上周有老人滑倒；墙面发霉，卫生间门坏了。希望修一修，让大家有个活动的地方。",
    place: "悦园活动室",
    grid: "第三网格",
    reporter: ["申先生", "13900001007"],
    channel: "gridPatrol",
    collector: "丁四",
    on: -12,
    supporters: [
      ["酉女士", "13900001008"],
      ["戌先生", "13900001009"],
      ["亥女士", "13900001010"],
    ],
    sorted: { triage: "deliberate", first: "已收到，活动室怎么改、花多少钱，准备请代表们商量。" },
  },
  {
    key: "speakers",
    title: "广场舞音箱太吵，又希望有地方跳舞",
    content:
      "傍晚小广场几个音箱一起响，家里有上学的孩子和病人；跳舞的人也说没有别的地方去。能不能定个地方、音量和时间。",
    place: "银杏家园小广场",
    grid: "第一网格",
    reporter: ["午女士", "13900001011"],
    channel: "chatGroup",
    on: -10,
    supporters: [["未先生", "13900001012"]],
    sorted: { triage: "deliberate", first: "已收到，两边的意见都记下了，准备请双方代表一起商量。" },
  },
  {
    key: "river",
    title: "二夜河淤泥发臭、杂树丛生",
    content: "二夜河边淤泥发臭，夏天蚊子多，杂树挡住步道，晚上没有灯，希望清淤并把步道整一整。",
    place: "二夜河沿线",
    grid: "第四网格",
    reporter: ["巳先生", "13900001013"],
    channel: "meeting",
    on: -20,
    supporters: [
      ["午先生", "13900001014"],
      ["未女士", "13900001015"],
    ],
    sorted: { triage: "deliberate", first: "已收到，清淤和步道改造要分期做，准备提交会议商量。" },
  },
  {
    key: "stairlight",
    title: "银杏家园7栋楼道灯不亮",
    content: "7栋一单元三楼四楼楼道灯不亮一个星期了，晚上上下楼看不见。",
    place: "银杏家园7栋一单元",
    grid: "第二网格",
    reporter: ["寅女士", "13900001016"],
    channel: "chatGroup",
    on: -6,
    sorted: { triage: "quick", first: "已派物业电工当天上门。", final: "两层的灯都换好了，请您晚上看看亮不亮。" },
  },
  {
    key: "manhole",
    title: "悦园2栋前井盖松动，车过就响",
    content: "2栋前面的井盖松动，车一过就响，夜里吵得睡不着，也怕踩空。",
    place: "悦园2栋前",
    grid: "第三网格",
    reporter: ["辰先生", "13900001017"],
    channel: "hotline",
    on: -5,
    sorted: {
      triage: "quick",
      first: "已通知物业当天先放警示牌。",
      final: "井盖已更换并加了防响垫圈，现场复核不再响。",
    },
  },
  {
    key: "bins",
    title: "垃圾分类点离5栋太远，老人走不动",
    content: "垃圾分类点撤并以后离5栋有三百多米，八十多岁的老人拎着走不动，只好放在楼下。",
    place: "银杏家园5栋",
    grid: "第一网格",
    reporter: ["午女士", "13900001018"],
    channel: "gridWorker",
    collector: "丁四",
    on: -2,
    accepted: true,
  },
  {
    key: "bins-more",
    title: "5栋、6栋能不能加一个分类点",
    content: "5栋、6栋离分类点都远，能不能在两栋中间加一个。",
    place: "银杏家园5栋、6栋之间",
    grid: "第一网格",
    reporter: ["酉先生", "13900001019"],
    channel: "messageBoard",
    on: -1,
  },
  {
    key: "parking",
    title: "中心路早晚高峰乱停车，进出不畅",
    content: "中心路两边都停车，早晚高峰堵住，救护车都进不来。",
    place: "中心路",
    grid: "第四网格",
    reporter: ["巳先生", "13900001020"],
    channel: "chatGroup",
    on: -1,
  },
  {
    key: "charging",
    title: "悦园4栋电动车充电桩不够，飞线充电",
    content: "4栋车棚只有一组充电桩，晚上抢不到，有人从楼上拉线充电，怕着火。",
    place: "悦园4栋车棚",
    grid: "第四网格",
    reporter: ["未女士", "13900001021"],
    channel: "gridPatrol",
    collector: "丁四",
    on: 0,
  },
]

/** Reports, joins and sorts the demo's issues. Returns the issue ids by key. */
export async function tellIssues(ctx: Ctx, clock: DemoClock): Promise<Record<string, string>> {
  const grids = new Map((await listGrids(ctx.db.read, ctx.community.id)).map(grid => [grid.name, grid.id]))
  const ids: Record<string, string> = {}
  for (const story of stories) {
    const [reporterName, reporterPhone] = story.reporter
    const entry = {
      title: story.title,
      content: story.content,
      place: story.place,
      gridId: grids.get(story.grid) ?? null,
      reporterName,
      reporterPhone,
      reportedOn: clock.dayOf(story.on),
      channel: story.channel,
      collectorName: story.collector ?? "",
      note: "",
    }
    // The day's first hour: a demo loaded in the small hours has no future in it.
    const { issueId } = must(await reportIssue(clock.at(ctx, story.on, "00:00"), entry, true))
    ids[story.key] = issueId
    for (const [name, phone] of story.supporters ?? [])
      must(
        await supportIssue(clock.at(ctx, story.on + 1, "09:00"), {
          issueId,
          support: { name, phone, content: "", reportedOn: clock.dayOf(story.on + 1) },
        }),
      )
    await sortStory(clock.at(ctx, story.on + 1, "10:00"), issueId, story)
  }
  return ids
}

async function sortStory(ctx: Ctx, issueId: string, { sorted, accepted }: Story): Promise<void> {
  if (accepted) must(await acceptIssue(ctx, issueId))
  if (!sorted) return
  const firstAnswer = { content: sorted.first, means: "电话" }
  must(
    await sortIssue(ctx, {
      issueId,
      sorting:
        sorted.triage === "quick"
          ? {
              triage: "quick",
              reason: "一家就能办好",
              firstAnswer,
              finalAnswer: { content: sorted.final, means: "上门", resolved: true },
            }
          : { triage: "deliberate", reason: "涉及多户，要大家商量", firstAnswer },
    }),
  )
}
