import type { CheckInSlipsFacts } from "#templates/check-in-slips"
import type { ConvocationFacts } from "#templates/convocation"
import type { ResolutionFacts } from "#templates/resolution"
import { fullMinutes, rareNames } from "./samples"

export const resolution: ResolutionFacts = {
  community: "振兴社区",
  name: "振兴社区协商议事会决议",
  number: "振社议决〔2026〕5号",
  issuer: "振兴社区协商议事会",
  issuedOn: "2026年3月6日",
  brief: false,
  title: "关于3号楼加装电梯的决议",
  basis:
    "2026年3月5日，振兴社区2026年第三次协商议事会依据《振兴社区协商议事会议事规则》第八条、第十二条，对《3号楼加装电梯方案（第二稿）》进行协商和表决，决议如下：",
  text: ["同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约；一楼、二楼采光影响由设计单位出具书面说明后方可开工。"],
  conditions: ["夜间噪声不超过四十五分贝。", "一楼业主的补偿款在开工前付清。"],
  items: [
    {
      content: "向区住房和城乡建设局提交补贴申请，并在小区公示栏公开申请材料。",
      quantity: "",
      responsible: "业委会（戊翀）",
      due: "2026年3月31日前",
    },
    { content: "出具采光影响书面说明。", quantity: "2份", responsible: "振兴物业服务有限公司", due: "2026年4月10日前" },
  ],
  money: "以上各项合计预算48.6万元，资金来源：业主分担和财政补贴。",
  method: fullMinutes.agenda[0]!.motions[0]!.method,
  figures: fullMinutes.agenda[0]!.motions[0]!.figures,
  lights: fullMinutes.agenda[0]!.motions[0]!.lights,
  outcome: "以上各项均达到要求，本决议通过。",
  closing: ["对本决议有异议的，可在公示期内向社区居民委员会书面提出。"],
  sealed: true,
  names: ["戊翀"],
}

export const convocation: ConvocationFacts = {
  community: "振兴社区",
  name: "振兴社区协商议事会会议通知",
  number: "振社议通〔2026〕3号",
  issuer: "振兴社区居民委员会",
  issuedOn: "2026年2月26日",
  title: "关于召开2026年第三次协商议事会的通知",
  addressee: "各位代表",
  opening: "经社区党组织研究，定于近期召开2026年第三次协商议事会，现将有关事项通知如下：",
  time: "2026年3月5日（星期四）14:30",
  venue: "振兴社区“有事好商量”协商议事室（党群服务中心二楼）",
  convener: "振兴社区居民委员会",
  chair: "甲喆",
  agenda: [
    {
      heading: "关于3号楼加装电梯的方案",
      summary: "方案第二稿见附件1，总费用￥486,000.00元。",
      method: "无记名投票表决",
    },
    { heading: "关于小区停车位重新划线", summary: "", method: "记名表决" },
  ],
  participants: fullMinutes.present,
  observers: fullMinutes.observers,
  quorum: "应到代表42人，三分之二以上（28人）到会方可表决，依据《振兴社区协商议事会议事规则》第八条。",
  proxies: "不能到会的代表请在会前一天向联系人请假；本次会议不接受委托表决。",
  shortNoticeReason: "",
  contact: "寅女士",
  telephone: "13900001234",
  attachments: ["3号楼加装电梯方案（第二稿）", "小区停车位划线方案（第一稿）"],
  delivery: "当面送达并电话确认",
  meetingUrl: "https://yishi.example.cn/c/zhenxing/meetings/2026-3",
  withReplySlip: true,
}

/** 居民代表会议: those who make it up are no 代表 alone, and nobody is greeted as one who is not. */
export const representativesConvocation: ConvocationFacts = {
  ...convocation,
  name: "振兴社区居民代表会议通知",
  number: "",
  title: "关于召开2026年第一次居民代表会议的通知",
  addressee: "各位居民代表、居民委员会成员",
  opening: "现定于2026年3月5日召开振兴社区2026年第一次居民代表会议，请准时参加。有关事项通知如下：",
  agenda: [{ heading: "修订居民公约", summary: "", method: "到会组成人员表决" }],
  participants: [
    { delegation: "居民代表", people: ["丙昇", "丁彧"].map(name => ({ name, organization: "" })) },
    { delegation: "居委会成员", people: ["甲喆", "乙堃"].map(name => ({ name, organization: "" })) },
  ],
  participantsLabel: "组成人员",
  quorum:
    "应到4人，三分之二以上（3人）到会方可表决，依据《中华人民共和国城市居民委员会组织法》（2025年修订）第二十九条",
  attachments: [],
  meetingUrl: null,
  withReplySlip: false,
}

export const checkInSlips: CheckInSlipsFacts = {
  community: "振兴社区",
  meeting: "振兴社区2026年第三次协商议事会",
  time: "2026年3月5日14:30",
  venue: "党群服务中心二楼协商议事室",
  slips: [...rareNames, "阿卜杜拉·买买提", "买买提江·阿卜杜热合曼·吐尔逊", "甲一", "乙二", "丙三"].map(
    (name, index) => ({
      name,
      delegation: ["居民代表", "党员代表", "业委会代表"][index % 3]!,
      code: `K7QM4T${10 + index}`,
      url: `https://yishi.example.cn/check-in/K7QM4T${10 + index}`,
    }),
  ),
}

/** A choice among three places: what each got, 均不同意, and which was chosen. */
export const optionsResolution: ResolutionFacts = {
  ...resolution,
  brief: true,
  title: "关于垃圾分类点选址的协商意见",
  text: ["从三处备选点位中选定一处，设置9至16栋垃圾分类点。", "选定：9栋东侧绿地旁。"],
  conditions: [],
  items: [
    { content: "在9栋东侧绿地旁设置垃圾分类点一处。", quantity: "", responsible: "振兴物业", due: "2026年4月30日前" },
  ],
  figures: [
    { label: "应到", count: 15 },
    { label: "实到", count: 14 },
    { label: "投票", count: 13 },
    { label: "弃权", count: 1 },
    { label: "回避", count: 1 },
  ],
  options: {
    base: "到会人数",
    lines: [
      { label: "9栋东侧绿地旁", votes: 8, whole: 14, bar: "过半数", standing: "选定" },
      { label: "12栋南侧道路拐角", votes: 3, whole: 14, bar: "过半数", standing: "未选定" },
      { label: "16栋北侧围墙内", votes: 0, whole: 14, bar: "过半数", standing: "未选定" },
      { label: "均不同意", votes: 1, whole: null, bar: "", standing: "" },
    ],
  },
  lights: [{ label: "到会人数占应到人数", numerator: 14, denominator: 15, bar: "三分之二以上", met: true }],
  outcome: "依据本社区议事规则（法律未规定），选定“9栋东侧绿地旁”。",
}
