import { createTopic } from "~/agenda/topics"
import type { Ctx } from "~/web/context"
import type { DemoClock } from "./clock"
import { must } from "./must"

type TopicStory = {
  key: string
  issues: string[]
  title: string
  background: string
  /** Days from today on which it was made. */
  on: number
  proposal: { content: string; budgetFen: number | null; funding: string; handler: string; dueIn: number | null } | null
}

const stories: TopicStory[] = [
  {
    key: "crossing",
    issues: ["crossing"],
    title: "悦园东门道口拓宽",
    background: "道口太窄，早晚高峰进出困难，多位居民反映，物业与社区已到现场量过。",
    on: -31,
    proposal: {
      content: "东门道口向北拓宽2米，移除一处花坛，重画标线，增设反光镜一面",
      budgetFen: 1_860_000,
      funding: "悦园物业公共收益",
      handler: "悦园物业",
      dueIn: -3,
    },
  },
  {
    key: "river",
    issues: ["river"],
    title: "二夜河清淤和步道整治",
    background: "河边淤泥发臭、步道不通，恳谈会上多次提出。",
    on: -18,
    proposal: {
      content: "清淤570米，修整步道1800米，装照明和3组充电桩，分两期做，先清淤后修路",
      budgetFen: 24_600_000,
      funding: "街道为民办实事经费",
      handler: "云上街道综合执法队",
      dueIn: 60,
    },
  },
  {
    key: "hall",
    issues: ["hall"],
    title: "悦园活动室改造出新",
    background: "地板鼓包打滑，墙面发霉，已有老人滑倒。",
    on: -11,
    proposal: {
      content: "换防滑地板、墙面除霉粉刷、修卫生间门，棋牌室先开放，每天8:30至17:30施工",
      budgetFen: 8_600_000,
      funding: "社区为民办实事经费",
      handler: "悦园物业",
      dueIn: 20,
    },
  },
  {
    key: "speakers",
    issues: ["speakers"],
    title: "小广场音箱的地点、音量和时间",
    background: "跳舞的和休息的两边都有道理，要一起定个规矩。",
    on: -8,
    proposal: {
      content: "东侧亭子前设活动点，音量不超过60分贝，每天19:00至20:30，考试周停用",
      budgetFen: null,
      funding: "",
      handler: "银杏物业",
      dueIn: 10,
    },
  },
  {
    key: "sewer",
    issues: ["sewer"],
    title: "银杏家园12栋污水主管改造",
    background: "主管下沉损坏，污水进明沟，先后看过两条管线走法。",
    on: -5,
    proposal: {
      content: "破路引出水管，对接新的污水排放口，换管46米，恢复路面",
      budgetFen: 12_800_000,
      funding: "物业维修经费与街道补贴",
      handler: "银杏物业",
      dueIn: 30,
    },
  },
]

/** Makes topics of the issues, each with its first proposal. Returns the topic ids by key. */
export async function makeTopics(
  ctx: Ctx,
  clock: DemoClock,
  issueIds: Record<string, string>,
): Promise<Record<string, string>> {
  const ids: Record<string, string> = {}
  for (const { key, issues, title, background, on, proposal } of stories) {
    const wording = proposal && {
      content: proposal.content,
      budgetFen: proposal.budgetFen,
      funding: proposal.funding,
      handler: proposal.handler,
      dueOn: proposal.dueIn === null ? null : clock.dayOf(proposal.dueIn),
    }
    const input = { title, background, issueIds: issues.map(issue => issueIds[issue]!), proposal: wording }
    ids[key] = must(await createTopic(clock.at(ctx, on, "10:30"), input)).topicId
  }
  return ids
}
