import type { BallotPapersFacts } from "#templates/ballot-papers"
import type { CountSheetFacts } from "#templates/count-sheet"

const papers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    serial: at + 1,
    name: ["甲喆", "乙堃", "丙昇", "阿卜杜拉·买买提", "己𬭼"][at % 5]!,
  }))

/** A short motion of a named round: three on a sheet. */
export const namedBallots: BallotPapersFacts = {
  issuer: "振兴社区居民委员会",
  meeting: "振兴社区第10次协商议事会",
  matter: "第2项　活动室改造，第1轮",
  heading: "记名表决票",
  secret: false,
  content: "同意《活动室改造方案（第二稿）》，由业委会组织实施。",
  effect: "",
  conditions: [],
  recommendations: ["社区党委建议同意：资金已经落实。"],
  options: null,
  seats: 1,
  papers: papers(4),
}

/** Conditions, on a stub round: the serial is on the stub alone. */
export const secretBallots: BallotPapersFacts = {
  ...namedBallots,
  heading: "无记名表决票",
  secret: true,
  content:
    "同意在9栋东侧、12栋南侧设置垃圾分类投放点，由振兴物业负责日常保洁，社区每月检查一次，检查结果在公示栏张贴。",
  effect: "附条件同意",
  conditions: ["投放点离住户窗户不少于10米", "每天冲洗两次，夏季增加一次", "半年以后回访，多数住户不满意的另选地点"],
  recommendations: [],
  papers: papers(3),
}

/** 推选: up to three of six candidates. */
export const electionBallots: BallotPapersFacts = {
  ...namedBallots,
  heading: "选票",
  secret: true,
  content: "推选活动室管理小组成员3人。",
  recommendations: [],
  options: ["甲喆（1号楼）", "乙堃（2号楼）", "丙昇（3号楼）", "丁彧（5号楼）", "戊翀（6号楼）", "己𬭼（8号楼）"],
  seats: 3,
  papers: papers(2),
}

export const countSheet: CountSheetFacts = {
  community: "振兴社区",
  issuer: "振兴社区居民委员会",
  meeting: "振兴社区第10次协商议事会",
  matter: "第2项　活动室改造，第1轮",
  method: "记名投票",
  content: "同意《活动室改造方案（第二稿）》，由业委会组织实施。",
  papers: ["发出", "收回", "作废", "未收回", "有效", "无效", "重复"].map(label => ({ label, count: null })),
  choices: ["赞成", "反对", "弃权", "无效"].map(label => ({ label, count: null })),
  handCounters: [],
  counters: ["甲喆"],
  scrutineers: ["乙堃"],
}

export const handSheet: CountSheetFacts = {
  ...countSheet,
  method: "举手表决",
  papers: [],
  choices: ["赞成", "反对", "弃权"].map((label, at) => ({ label, count: [9, 2, 1][at]! })),
  handCounters: ["甲喆", "丙昇"],
  counters: ["甲喆", "丙昇"],
}
