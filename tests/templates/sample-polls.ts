import type { PaperRegisterFacts } from "#templates/paper-register"
import type { PollAnnouncementFacts } from "#templates/poll-announcement"
import type { PollBallotsFacts } from "#templates/poll-ballots"
import { inventNames, rareNames } from "./samples"

const article = "《中华人民共和国民法典》第二百七十八条第二款"
const issuer = "振兴社区居民委员会"
const names = [...rareNames, "阿卜杜拉·买买提", ...inventNames(7)]
const title = "使用维修资金更换1栋、2栋排水管"
const number = "振社表〔2026〕1号"
const content = "使用建筑物维修资金486000元，更换1栋、2栋室外排水主管，由业主委员会组织实施。"

export const ownersBallots: PollBallotsFacts = {
  issuer,
  number,
  title,
  heading: "表决票",
  scope: "康乐里1栋、2栋",
  contentHead: "表决事项",
  content,
  wording: "方案第2稿",
  voterHead: "业主",
  choices: ["同意", "反对", "弃权"],
  hasOptions: false,
  instructions: [
    "在一个方框里打“○”，只选一项。",
    "没有签名的、选了两项的、改得看不清的，是无效票。弃权不是无效票。",
    "共有人一起只有这一张票，商量好再填。请人代填的，代理人签名，并附委托书。",
  ],
  handIn: "2026年11月2日以前（含当日）交到振兴社区居民委员会，电话0500-0000001。",
  signed: true,
  allowsProxy: true,
  papers: [
    {
      serial: "第1号",
      name: `${names[0]}、${names[1]}`,
      units: "1栋101室",
      area: "98.53平方米",
      weight: "人数按1人计，面积按98.53平方米计",
    },
    {
      serial: "第1508号",
      name: "振兴房地产开发有限公司",
      units: Array.from({ length: 24 }, (_, at) => `2栋${at + 1}01室`).join("、"),
      area: "2364.72平方米",
      weight: "人数按1人计，面积按2364.72平方米计",
    },
  ],
}

/** 推选: all papers alike, without a number and without a name. */
export const electionPollBallots: PollBallotsFacts = {
  ...ownersBallots,
  title: "推选1栋楼栋长",
  heading: "选票",
  scope: "康乐里1栋",
  contentHead: "说明",
  content: "推选1栋楼栋长1人，任期三年。",
  wording: "",
  voterHead: "",
  choices: ["甲喆", "乙堃", "均不同意", "弃权"],
  hasOptions: true,
  instructions: [
    "在同意的人前面的方框里打“○”，最多选1人。都不同意的，只在“均不同意”前打“○”。",
    "选得比名额多的、看不清的、另加记号的，是无效票。弃权不是无效票。",
    "在写票处填，不要让别人看见；票上不写姓名。",
  ],
  handIn: "2026年11月2日截止，填好以后投进票箱。",
  signed: false,
  papers: [{ serial: "", name: "", units: "", area: "", weight: "" }],
}

export const ownersRegister: PaperRegisterFacts = {
  community: "振兴社区",
  issuer,
  meetingHead: "表决",
  meeting: `${title}（${number}）`,
  matterHead: "收票",
  matter: "2026年10月24日至2026年11月2日",
  method: "记名投票",
  content,
  serialHead: "票号",
  voterHead: "业主",
  hasUnits: true,
  hasArea: true,
  rows: names.slice(0, 10).map((name, at) => ({
    serial: at + 1,
    voter: at === 2 ? `${name}、己𬭼` : name,
    units: at === 4 ? "1栋501室、1栋502室、2栋101室" : `1栋${at + 1}01室`,
    area: at === 4 ? "295.59" : "98.53",
    delivery: at === 7 ? "无法送达，张贴公告" : at === 8 ? "" : "当面送达",
    receiver: at === 3 ? "辛家人" : "",
    issuedBy: at === 8 ? "" : "寅女士",
    time: at === 8 ? "" : "2026年10月24日",
    returned: at < 6 ? "2026年10月28日" : "",
  })),
  balance: "共10张，面积共1182.36平方米；没有送达的1张，没有收回的4张。",
  note: "",
}

export const ownersAnnouncement: PollAnnouncementFacts = {
  community: "振兴社区",
  issuer,
  issuedOn: "2026年11月3日",
  number,
  title: `关于${title}表决结果的公告`,
  opening: "2026年10月24日至2026年11月2日，就下列事项由业主书面表决，2026年11月3日计票。现将结果公告如下：",
  content,
  scope: "康乐里1栋、2栋",
  method: "纸质票，记名；业主共同决定规程（一般事项）。",
  span: "2026年10月24日至2026年11月2日收票。",
  initiator: issuer,
  contact: "振兴社区居民委员会办公室，电话0500-0000001。",
  papers: ["票册", "送达", "收回", "未收回", "另存不计"].map((label, at) => ({
    label,
    count: [60, 58, 45, 15, 1][at]!,
  })),
  measures: [
    ["表决范围内全体业主", "60", "", "5911.8", ""],
    ["参与表决", "44", "占全体73.33%", "4335.32", "占全体73.33%"],
    ["同意", "29", "占参与65.90%", "2857.37", "占参与65.90%"],
    ["反对", "11", "占参与25.00%", "1083.83", "占参与25.00%"],
    ["弃权", "4", "占参与9.09%", "394.12", "占参与9.09%"],
    ["无效", "1", "", "98.53", ""],
    ["送达未返回", "13", "占全体21.66%", "1280.89", "占全体21.66%"],
    ["未送达", "2", "占全体3.33%", "197.06", "占全体3.33%"],
  ].map(([label, heads, headShare, area, areaShare]) => ({
    label: label!,
    heads: heads!,
    headShare: headShare!,
    area: area!,
    areaShare: areaShare!,
  })),
  hasArea: true,
  conditions: [
    {
      heading: "",
      words: "",
      bars: [
        bar("参与表决的人数", 44, 60, "三分之二以上"),
        bar("参与表决的面积（平方米）", "4335.32", "5911.8", "三分之二以上"),
        bar("同意的人数", 29, 44, "过半数"),
        bar("同意的面积（平方米）", "2857.37", "4335.32", "过半数"),
      ],
    },
  ],
  rounds: [],
  sentences: [
    "已送达而未返回13人、1280.89平方米；未送达2人、197.06平方米，未送达的不计入任何一方。",
    `未返回的票不算参与表决（${article}）。`,
    "结果：通过。参与表决的和同意的，人数、面积四项都达到规定。",
  ],
  outcome: "业主共同决定：通过。",
  counting: "计票人2名、监票人1名，公告表决时已经写明。每张票由两人分别录入、核对。",
  counters: 2,
  scrutineers: 1,
  objections:
    "自公告之日起张贴15日（本社区议事规则）。有异议的，在此期间到振兴社区居民委员会办公室当面提出或者打电话提出。",
}

function bar(label: string, numerator: number | string, denominator: number | string, words: string) {
  return { label, numerator, denominator, bar: words, article, met: true }
}

export const electionAnnouncement: PollAnnouncementFacts = {
  ...ownersAnnouncement,
  title: "关于推选1栋楼栋长投票结果的公告",
  opening: "2026年11月2日，就下列事项投票，2026年11月2日计票。现将结果公告如下：",
  content: "推选1栋楼栋长1人，任期三年。",
  scope: "康乐里1栋",
  method: "纸质票，无记名，当众唱票、计票；推选规程。",
  span: "2026年11月2日收票。",
  papers: ["应参加", "发出", "收回", "未收回"].map((label, at) => ({ label, count: [20, 20, 18, 2][at]! })),
  measures: [],
  hasArea: false,
  conditions: [],
  rounds: [
    {
      heading: "第一次投票",
      others: ["无效", "均不同意", "弃权"].map((label, at) => ({ label, count: [1, 1, 0][at]! })),
      base: "有效票数",
      choices: [
        { label: "甲喆（当选）", votes: 10, whole: "17" },
        { label: "乙堃", votes: 6, whole: "17" },
      ],
      bars: [
        { ...bar("甲喆得票", 10, 17, "过半数"), article: "本社区议事规则（法律未规定）" },
        { ...bar("乙堃得票", 6, 17, "过半数"), article: "本社区议事规则（法律未规定）", met: false },
      ],
      sentences: [],
    },
  ],
  sentences: [],
  outcome: "甲喆当选。",
  counting: "计票人2名、监票人1名，公告表决时已经写明。",
}
