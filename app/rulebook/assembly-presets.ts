import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import { houseCitations, houseRules } from "~/rulebook/house-rules"
import { archiveArticle, branchRegulation, committeeAct, local } from "~/rulebook/preset-words"
import type { RuleSnapshot } from "~/rulebook/rules"

const importantMatters = { demandedFor: "importantMatters", article: `${committeeAct}第三十条第四款` } as const
const boardCitation = `${committeeAct}第三十四条：会议讨论决定的事项及其实施情况应当公布，期限不得少于十五日`

/** 居民会议 (居委会组织法第26、27条): all adults of the community, or one delegate of each household. */
export const residents: RuleSnapshot = {
  ...houseRules,
  preset: "residents",
  name: "居民会议规程",
  meetingKind: "居民会议",
  outcomeName: "居民会议决定",
  voting: "ballots",
  entitledFrom: "body",
  bodyKind: "residentsAssembly",
  entitledKinds: ["adultResident", "householdDelegate"],
  composition: null,
  partyStudy: importantMatters,
  quorum: { label: "参加人数", bar: MORE_THAN_HALF, base: "entitled", article: `${committeeAct}第二十七条` },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: `${committeeAct}第二十七条` },
  notice: {
    days: 10,
    kind: "calendar",
    shortNotice: "needsReason",
    article: `${committeeAct}第二十六条：应当提前十日通知居民；遇有特殊情况的，可以临时通知`,
  },
  citations: {
    ...houseCitations,
    entitledFrom: `${committeeAct}第二十六、二十七条：由本社区十八周岁以上的居民组成，按全体十八周岁以上的居民或者户的代表计算`,
    tie: `${committeeAct}第二十七条：应当经到会人员的过半数通过，赞成与反对相等的不足过半数，不通过`,
    proxies: `${committeeAct}第二十七条按到会人员计算，未规定委托表决`,
    silence: `${committeeAct}第二十七条：应当经到会人员的过半数通过，到会而未投票的不计入赞成`,
    quorumLost: `${committeeAct}第二十七条：应当有全体十八周岁以上的居民或者户的代表的过半数参加`,
    noticeBoardDays: boardCitation,
    retention: archiveArticle,
  },
}

/** 居民代表会议. Quorum, majority and membership are the Act's (第28、29条); delegates of the table only attend as observers. */
export const representatives: RuleSnapshot = {
  ...houseRules,
  preset: "representatives",
  name: "居民代表会议规程",
  meetingKind: "居民代表会议",
  outcomeName: "居民代表会议决定",
  voting: "ballots",
  entitledFrom: "representatives",
  bodyKind: null,
  entitledKinds: ["committeeMember", "residentRepresentative"],
  composition: {
    label: "居民代表占组成人员",
    bar: { part: [4, 5] },
    of: "residentRepresentative",
    article: `${committeeAct}第二十八条第一款`,
  },
  partyStudy: importantMatters,
  quorum: { label: "到会组成人员", bar: TWO_THIRDS_OR_MORE, base: "entitled", article: `${committeeAct}第二十九条` },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: `${committeeAct}第二十九条` },
  notice: {
    days: 0,
    kind: "none",
    shortNotice: "needsReason",
    article: `${committeeAct}未规定居民代表会议的通知期限，第二十六条的“提前十日”适用于居民会议；本社区议事规则可以另定`,
  },
  citations: {
    ...houseCitations,
    entitledFrom: `${committeeAct}第二十八条：由居民委员会成员和居民代表组成，其他居民可以列席会议并发表意见`,
    tie: `${committeeAct}第二十九条：应当经到会组成人员的过半数通过，赞成与反对相等的不足过半数，不通过`,
    proxies: `${committeeAct}第二十九条按到会组成人员计算，未规定委托表决`,
    silence: `${committeeAct}第二十九条：决定应当经到会组成人员的过半数通过，到会而未投票的不计入赞成`,
    quorumLost: `${committeeAct}第二十九条：应当有三分之二以上的组成人员参加方可召开`,
    noticeBoardDays: boardCitation,
    retention: archiveArticle,
  },
}

const partyPractice = "“四议两公开”工作法的通行做法，载入本社区议事规则（法律未规定）"

const branchMajority = `${branchRegulation}第十一条：赞成人数超过应到会有表决权的党员的半数为通过`

/**
 * 党员大会, the third step of 四议两公开. Its majority is 支部工作条例第11条 and taken of all members on the roll, not of those
 * who came; two thirds present is practice, where the regulation asks for half.
 */
export const partyAssembly: RuleSnapshot = {
  ...houseRules,
  preset: "partyAssembly",
  name: "党员大会审议规程",
  meetingKind: "党员大会",
  outcomeName: "党员大会审议意见",
  voting: "ballots",
  entitledFrom: "body",
  bodyKind: "partyBranch",
  entitledKinds: ["partyMember"],
  composition: null,
  partyStudy: { demandedFor: "nothing", article: `${local}：党员大会由党组织召集，本身即党组织的审议` },
  quorum: { label: "到会党员", bar: TWO_THIRDS_OR_MORE, base: "entitled", article: partyPractice },
  agreement: { label: "赞成党员", bar: MORE_THAN_HALF, base: "members", article: branchMajority },
  notice: {
    days: 3,
    kind: "calendar",
    shortNotice: "needsReason",
    article: `${partyPractice}：方案会前送交全体党员`,
  },
  citations: {
    ...houseCitations,
    entitledFrom: `${partyPractice}：本党组织的党员为应到会人员`,
    tie: `${branchMajority}；赞成与反对相等的不足半数，不通过`,
    proxies: `${local}：不设委托表决`,
    silence: `${branchMajority}，未投票的不计入赞成`,
    quorumLost: `${partyPractice}：到会党员不足应到三分之二的，不开始新的表决`,
    noticeBoardDays: `${local}：审议意见公开不少于十五日，与居务公开的期限一致`,
    retention: `${local}：会议记录、决定按党组织文书档案永久保管`,
  },
}
