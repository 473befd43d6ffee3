import type { BriefMinutesFacts } from "#templates/brief-minutes"
import type { RecordFacts } from "#templates/record"
import { fullMinutes } from "./samples"

const [lift, parking] = fullMinutes.agenda
const [liftVote, parkingVote] = [lift!.motions[0]!, parking!.motions[0]!]
const figuresOf = (cast: number, yes: number, no: number, none: number) => [
  { label: "应到", count: 42 },
  { label: "实到", count: 38 },
  { label: "投票", count: cast },
  { label: "赞成", count: yes },
  { label: "反对", count: no },
  { label: "弃权", count: none },
]

/** Two items: a secret vote whose first round was annulled, and a named one that was challenged and put right. */
export const record: RecordFacts = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  title: "振兴社区2026年第三次协商议事会会议记录",
  time: fullMinutes.time,
  recesses: ["14:50至14:54，投影停电。复会时应到42人，实到38人。"],
  venue: fullMinutes.venue,
  chair: fullMinutes.chair,
  recorder: fullMinutes.recorder,
  entitled: 42,
  presentCount: 38,
  present: fullMinutes.present,
  excused: [{ delegation: "", people: [{ name: "辛䶮（外地出差）", organization: "" }] }],
  absent: [{ delegation: "居民代表", people: [{ name: "庚十（未请假）", organization: "" }] }],
  observers: fullMinutes.observers,
  movements: ["14:52，甲一到会。", "15:40，丙乐三离会。"],
  opening: ["会议确认了振兴社区2026年第二次协商议事会的纪要（振社议纪〔2026〕2号），没有意见。"],
  agenda: [
    {
      heading: lift!.heading,
      proposals: [
        "会议通知所附方案（第一个方案第二稿）：在3号楼北侧加装电梯一部。承办：业委会；完成时限：2026年12月31日前。",
      ],
      speeches: [
        {
          speaker: "丙昇",
          delegation: "居民代表",
          stance: "赞成",
          clock: "14:40，用时2分05秒",
          gist: "我住在六楼，老人下楼不方便。方案我看过，同意。",
        },
        {
          speaker: "丁彧",
          delegation: "居民代表",
          stance: "有条件赞成",
          clock: "14:43，用时3分",
          gist: "一楼的采光要先说清楚——没有书面说明，不能开工。",
        },
        { speaker: "阿卜杜拉·买买提", delegation: "", stance: "", clock: "", gist: "电费怎么分摊，请在合同里写明。" },
        {
          speaker: "庚㛃",
          delegation: "职能部门，列席",
          stance: "程序问题",
          clock: "14:49，用时20秒",
          gist: "（未记要点）",
        },
      ],
      motions: [
        {
          title: `第1件：${liftVote.title}`,
          before: [
            "戊翀提出表决事项（14:55）。",
            "第一稿（14:55）：同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约。",
            `第二稿（15:02，按第2件修正）：${liftVote.text}`,
            "银杏家园业委会建议同意：走访过三十二户。",
            "乙一回避，不参加表决：施工单位是其亲属所开。",
          ],
          rounds: [
            {
              heading: "第一轮表决",
              method: "15:06至15:09，采用无记名投票表决方式。",
              text: "",
              figures: [],
              lights: [],
              outcome: "本轮已作废，原因：有一台平板没有收到表决页面。",
              namedVotes: [],
              remarks: [],
            },
            {
              heading: "第二轮表决",
              method: "15:10至15:16，采用无记名投票表决（平板与纸质票）方式，结果如下：",
              text: "纸质票发出4张，收回4张，有效4张，无效0张。计票人辛八，监票人庚七。",
              figures: figuresOf(38, 33, 3, 2),
              lights: liftVote.lights,
              outcome: "以上各项均达到要求，该事项通过。15:18公布结果。",
              namedVotes: [],
              remarks: ["15:17，甲三对计票提出异议：投了，但没有记上。15:17，甲喆答复：已当场核对票册，记上了。"],
            },
          ],
          after: ["不同意见：甲三：一楼的补偿标准偏低。对此，戊翀说明：下次会议专门再议。"],
        },
        {
          title: "第2件（修正第1件）：先出具采光说明再开工",
          before: ["丁彧提出修正（15:00）。", "一楼、二楼采光影响由设计单位出具书面说明后方可开工。"],
          rounds: [],
          after: ["经同意采纳，不经表决：提出人和各方都同意。"],
        },
      ],
    },
    {
      heading: parking!.heading,
      proposals: [],
      speeches: [],
      motions: [
        {
          title: `第3件：${parkingVote.title}`,
          before: ["提出表决事项（15:25）。", parkingVote.text],
          rounds: [
            {
              heading: "",
              method: "15:30至15:35，采用记名表决方式，结果如下：",
              text: "其中1票由受托人代投。",
              figures: figuresOf(6, 3, 2, 1),
              lights: [{ label: "赞成人数占到会人数", numerator: 3, denominator: 6, bar: "过半数", met: false }],
              outcome: "赞成人数未达到要求，该事项未通过。15:36公布结果。",
              namedVotes: ["甲一", "乙二", "丙乐三", "丁四", "戊五", "己乐六"].map((name, at) => ({
                name,
                delegation: "居民代表",
                choice: ["赞成", "反对", "赞成（乙二代投）", "赞成", "弃权", "反对（代操作）"][at]!,
              })),
              remarks: ["勘误：监票人写成庚七，应为辛八（甲喆、寅女士签署）。"],
            },
          ],
          after: [],
        },
      ],
    },
  ],
  unsettled: ["一楼住户的补偿标准，下次会议再议。"],
  adjourned: "16:05散会。",
  chairApproval: "",
  recorderApproval: "",
}

export const briefMinutes: BriefMinutesFacts = {
  community: "振兴社区",
  name: "振兴社区协商议事会纪要",
  number: fullMinutes.number,
  issuer: fullMinutes.issuer,
  issuedOn: fullMinutes.issuedOn,
  meeting: "振兴社区2026年第三次协商议事会",
  time: fullMinutes.time,
  venue: fullMinutes.venue,
  chair: fullMinutes.chair,
  recorder: fullMinutes.recorder,
  attendance: "应到42人，实到38人，请假1人，缺席3人，列席2人；达到应到人数三分之二以上。",
  items: [
    {
      heading: lift!.heading,
      results: ["无记名投票表决：投票38，赞成33，反对3，弃权2，通过。"],
      decisions: lift!.decisions,
      dissent: lift!.dissent,
    },
    {
      heading: parking!.heading,
      results: ["记名表决：投票37，赞成18，反对15，弃权4，未通过。"],
      decisions: [],
      dissent: [],
    },
    { heading: "通报上半年公共收益", results: [], decisions: [], dissent: [] },
  ],
  closing: [],
  chairApproval: "已于2026年3月6日核准",
  recorderApproval: "",
  names: ["戊翀"],
}
