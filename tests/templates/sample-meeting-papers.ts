import type { AgendaFacts } from "#templates/agenda"
import type { CountAnnouncementFacts } from "#templates/count-announcement"
import type { CountReportFacts } from "#templates/count-report"
import type { DebateRulesFacts } from "#templates/debate-rules"
import type { PackFacts } from "#templates/pack"
import type { Handwriting } from "#templates/page-form"
import type { PaperRegisterFacts } from "#templates/paper-register"
import type { SignInRow, SignInSheetFacts } from "#templates/sign-in-sheet"
import { inventNames, printing, rareNames } from "./samples"

const head = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  meeting: "振兴社区2026年第三次协商议事会",
}

const place = { time: "2026年3月5日　星期四　14:30至16:00", venue: "协商议事室（党群服务中心二楼）" }

/** Strokes as a pen leaves them: two crosses and a sweep, on a pad of 300 by 150 pixels. */
const handwriting = (turn: number): Handwriting => ({
  width: 300,
  height: 150,
  strokes: [
    [400, 500, 700, 480 + turn * 20, 1000, 460],
    [700, 250, 690, 600, 640, 1000, 500, 1150],
    [700, 620, 900, 900, 1080, 1100 - turn * 15],
    [1500, 420, 1800, 380, 2200, 360 + turn * 10],
    [1850, 300, 1840, 700, 1860, 1120],
    [1500, 1150, 1900, 1100, 2400, 1060, 2500, 900],
  ],
})

const names = [...rareNames, "阿卜杜拉·买买提", ...inventNames(23)]
const capacities = ["党员代表", "居民代表", "居民代表", "居民代表", "物业代表", "业委会代表", "政协委员", "职能部门"]

const row = (name: string, at: number, filled: boolean): SignInRow => {
  const capacity = capacities[at % capacities.length]!
  const isAway = filled && at % 11 === 7
  const isStoodFor = filled && at === 9
  return {
    name,
    capacity,
    unit:
      capacity === "物业代表"
        ? "振兴物业服务有限公司"
        : capacity === "职能部门"
          ? "区住房和城乡建设局"
          : capacity === "居民代表"
            ? `${(at % 9) + 1}号楼`
            : "",
    signature: filled && !isAway && !isStoodFor && at % 4 !== 3 ? handwriting(at % 5) : null,
    instead: isAway ? "请假" : isStoodFor ? "由甲喆代" : "",
    arrived: filled && !isAway && !isStoodFor ? "14:20" : "",
    left: filled && at === 5 ? "15:40" : "",
    standsFor: filled && at === 0 ? names[9]! : "",
  }
}

const signInSheetOf = (filled: boolean): SignInSheetFacts => ({
  ...head,
  ...place,
  chair: "甲喆",
  recorder: "寅女士",
  counts: [
    { label: "应到", count: 32 },
    { label: "实到", count: filled ? 29 : null },
    { label: "请假", count: filled ? 3 : null },
    { label: "缺席", count: filled ? 0 : null },
    { label: "列席", count: filled ? 2 : null },
  ],
  rows: names.map((name, at) => row(name, at, filled)),
  observers: ["壬十", "癸九"].map((name, at) => ({ ...row(name, 8 + at * 8, filled), unit: "振兴街道办事处" })),
})

export const blankSignInSheet = signInSheetOf(false)
export const signedSignInSheet = signInSheetOf(true)

export const debateRules: DebateRulesFacts = {
  ...head,
  parts: [
    {
      heading: "怎样发言",
      rules: [
        "主持人保持中立，不发表自己的意见；会场听从主持人裁断。",
        "先举手或者在平板上申请，主持人准许后再说；面向主持人，不打断别人。",
        "一件事每人最多说2次，每次不超过3分钟；没有说过的先说，赞成的和反对的轮流说。",
        "先表明赞成还是反对，再说理由；一时只议一件事，不跑题，不议论个人。",
      ],
    },
    {
      heading: "怎样表决",
      rules: [
        "应到32人，三分之二以上（22人）到会方可表决；中途人数不足，不开始新的表决。",
        "赞成的超过实到人数的半数，事项通过；弃权不是无效票。赞成与反对相等的，不通过。",
        "计票人、监票人由会议推定；对计票有疑问的，在公布结果以前提出，答复以后再公布。",
        "结果当场公布，会后张贴不少于15日，对结果可以提出异议。",
      ],
    },
  ],
  citations: [
    "到会人数、赞成人数，本社区议事规则（法律未规定）",
    "张贴，《中华人民共和国城市居民委员会组织法》（2025年修订）第三十四条",
  ],
}

export const agenda: AgendaFacts = {
  ...head,
  ...place,
  chair: "甲喆",
  recorder: "寅女士",
  agenda: [
    { title: "关于3号楼加装电梯的方案", presenter: "乙堃", time: "14:30—15:00", minutes: 30, handling: "协商并表决" },
    { title: "小区夜间停车", presenter: "丙昇", time: "15:00—15:30", minutes: 30, handling: "听取意见，不表决" },
    { title: "上次会议定下的事办到哪一步", presenter: "主持人", time: "15:30—15:40", minutes: 10, handling: "通报" },
  ],
  materials: [
    {
      item: 1,
      heading: "关于3号楼加装电梯的方案",
      background: ["3号楼六层，住着老人十七位，上下楼不便。2025年以来反映三次。"],
      raised: "由3件居民反映的问题合并而成，先后有27人附议。",
      fieldwork: [
        {
          heading: "2026年2月10日，3号楼。参加人：社区工作人员、业委会、设计单位",
          findings: ["楼北侧可以加装一部电梯。", "一层住户担心采光，设计单位答应出具采光说明。"],
        },
      ],
      proposal: {
        name: "方案第二稿",
        content: ["在3号楼北侧加装电梯一部，由业委会组织签约，开工前由设计单位出具采光说明。"],
        budget: "486000元",
        funding: "业主分担和财政补贴",
        handler: "业委会",
        due: "2026年12月31日前",
      },
      procedure: "协商议事会。依据：本社区议事规则（法律未规定）。",
      recommendations: ["社区党委：建议同意。资金已经落实。"],
      motions: ["同意《3号楼加装电梯方案（第二稿）》。"],
    },
  ],
  names: ["甲喆", "乙堃", "丙昇"],
}

export const paperRegister: PaperRegisterFacts = {
  ...head,
  matter: "第1项　关于3号楼加装电梯的方案，第1轮",
  method: "无记名投票表决（平板与纸质票）",
  content: "同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约。",
  voterHead: "姓名",
  rows: names.slice(0, 9).map((name, at) => ({
    serial: at + 1,
    voter: name,
    delivery: at === 3 ? "受托人代领" : "当面发给",
    receiver: at === 3 ? names[0]! : name,
    issuedBy: "寅女士",
    time: "",
    returned: at === 5 ? "写坏换票" : at === 7 ? "未收回" : "已收回",
  })),
  balance: "发出9张＝收回7张＋作废1张＋未收回1张。",
  note: "无记名表决：票号只在存根上，收回的票上没有编号和姓名；登记表不记交票先后。",
}

export const countReport: CountReportFacts = {
  ...head,
  matter: "第1项　关于3号楼加装电梯的方案，第1轮",
  method: "无记名投票表决（平板与纸质票）",
  content: "同意《3号楼加装电梯方案（第二稿）》，由业委会组织签约。",
  course: "2026年3月5日15:10至15:20，15:25公布结果",
  people: [
    { label: "应到", count: 32 },
    { label: "实到", count: 29 },
    { label: "投票", count: 27 },
    { label: "回避", count: 1 },
    { label: "未投", count: 1 },
  ],
  channels: [
    { channel: "平板", issued: "—", returned: "20", valid: "20", invalid: "0", other: "" },
    { channel: "纸质票", issued: "9", returned: "8", valid: "6", invalid: "1", other: "作废1，未收回0，重复1" },
  ],
  balance: ["纸质票：发出9张＝收回8张＋作废1张＋未收回0张；收回8张＝有效6张＋无效1张＋重复1张。"],
  base: "到会人数",
  choices: [
    { label: "赞成", votes: 19, whole: "29" },
    { label: "反对", votes: 5, whole: "29" },
    { label: "弃权", votes: 2, whole: "29" },
    { label: "无效", votes: 1, whole: "29" },
  ],
  bars: [
    {
      label: "到会人数占应到人数",
      numerator: 29,
      denominator: 32,
      bar: "三分之二以上",
      article: "本社区议事规则（法律未规定）",
      met: true,
    },
    {
      label: "赞成人数占实到人数",
      numerator: 19,
      denominator: 29,
      bar: "过半数",
      article: "本社区议事规则（法律未规定）",
      met: true,
    },
  ],
  outcome: "依据本社区议事规则（法律未规定），以上各项均达到要求，该事项通过。",
  counters: ["丙昇", "丁彧"],
  scrutineers: ["戊翀"],
  handCounts: [],
  corrections: ["勘误：会议记录写作反对6票，应为反对5票（寅女士、甲喆签署）。"],
  challenges: ["己𬭼提出：投了，但没有记上。答复：票册上已有，当场核对无误（甲喆）。"],
}

export const countAnnouncement: CountAnnouncementFacts = {
  community: head.community,
  issuer: head.issuer,
  issuedOn: "2026年3月5日",
  title: "关于3号楼加装电梯表决结果的公告",
  opening: "2026年3月5日，振兴社区2026年第三次协商议事会在协商议事室对下列事项进行了表决，现将结果公告如下：",
  content: countReport.content,
  scope: "到会并有表决权的人员：党员代表4人、居民代表18人、物业代表4人、业委会代表3人。",
  method: countReport.method,
  course: countReport.course,
  contact: "振兴社区居民委员会办公室，电话0500-0000001。",
  people: countReport.people,
  base: countReport.base,
  choices: countReport.choices,
  bars: countReport.bars,
  outcome: countReport.outcome,
  counting: "计票人2名、监票人1名，由会议推定，计票报告经他们签字。",
  corrections: [],
  objections: "自公告之日起15日。有异议的，到振兴社区居民委员会办公室当面提出或者打电话提出，自收到之日起三日内答复。",
}

const packed = (template: string, facts: unknown) => ({
  template,
  facts,
  verifyUrl: printing.verifyUrl,
  factsHash: printing.factsHash,
  date: printing.date,
})

/** Three papers in one file: the first two end on a front, so a blank back follows them. */
export const pack: PackFacts = {
  title: "振兴社区2026年第三次协商议事会文书",
  author: head.issuer,
  duplex: true,
  papers: [
    packed("debate-rules", debateRules),
    packed("count-announcement", countAnnouncement),
    packed("agenda", agenda),
  ],
}
