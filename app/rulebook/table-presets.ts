import { delegations } from "~/law/delegations"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import { houseCitations, houseRules } from "~/rulebook/house-rules"
import { archiveArticle, committeeAct, local } from "~/rulebook/preset-words"
import type { RuleSnapshot } from "~/rulebook/rules"

const noPartyStudy = {
  demandedFor: "nothing",
  article: `${committeeAct}第三十条第四款只要求须由居民会议或者居民代表会议决定的重要事项先经社区党组织研究讨论`,
} as const

/** Whoever talks things over at the table: the law names no quota, so each community sets its own. */
const tableCitation = `${committeeAct}第三十二条：组织居民及其他利益相关方协商，根据需要邀请有关部门、政协委员、相关专业人员等参加；各类代表的名额由本社区议事规则确定`
const boardCitation = `${committeeAct}第三十四条：组织协商确定的事项及其落实情况应当公布，期限不得少于十五日`

/**
 * 协商议事会. The law names the form (居委会组织法第32条) and sets neither quorum nor majority: both are the community's own
 * rule, and their base is said in full (实到 counts all who came, also those who abstain or hand in nothing).
 */
export const deliberation: RuleSnapshot = {
  ...houseRules,
  preset: "deliberation",
  name: "协商议事会规程",
  meetingKind: "协商议事会",
  outcomeName: "协商意见",
  voting: "ballots",
  entitledFrom: "delegates",
  bodyKind: null,
  entitledKinds: delegations,
  composition: null,
  partyStudy: noPartyStudy,
  quorum: { label: "到会人数", bar: TWO_THIRDS_OR_MORE, base: "entitled", article: local },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: local },
  notice: { days: 3, kind: "calendar", shortNotice: "needsReason", article: local },
  citations: {
    ...houseCitations,
    entitledFrom: tableCitation,
    proxies: `${local}：不设委托表决`,
    silence: `${local}：到会而未投票的，不计入任何一方`,
    quorumLost: `${local}：到会人数不足时不开始新的表决`,
    noticeBoardDays: boardCitation,
    retention: archiveArticle,
  },
}

const consensus = `${local}：协商一致，不进行表决`

/** What the two meetings without a vote say alike: they note what is agreed and what is not. */
const withoutVote = {
  voting: "consensus",
  entitledFrom: "delegates",
  bodyKind: null,
  entitledKinds: delegations,
  composition: null,
  partyStudy: noPartyStudy,
  quorum: null,
  agreement: null,
} as const satisfies Partial<RuleSnapshot>

const consensusCitations = {
  ...houseCitations,
  secretMinimum: consensus,
  correctionBeforeClosing: consensus,
  ballotPublicity: consensus,
  verificationCodes: consensus,
  tie: consensus,
  proxies: consensus,
  silence: consensus,
  quorumLost: `${local}：不设法定人数`,
  noticeBoardDays: boardCitation,
  retention: archiveArticle,
}

/** 三方联席会议: coordinates, decides nothing in the owners' place. No national text rules it. */
export const jointSession: RuleSnapshot = {
  ...houseRules,
  ...withoutVote,
  preset: "jointSession",
  name: "三方联席会议规程",
  meetingKind: "三方联席会议",
  outcomeName: "联席会议纪要",
  notice: { days: 3, kind: "calendar", shortNotice: "needsReason", article: local },
  citations: {
    ...consensusCitations,
    entitledFrom: `${local}：居民委员会、物业服务企业、业主委员会或者业主代表参加，需要时邀请有关部门和包联单位；只作协调，不代替业主共同决定`,
  },
}

/** 恳谈会: every point raised is answered, there or by a date; nothing is voted on. */
export const openTalk: RuleSnapshot = {
  ...houseRules,
  ...withoutVote,
  preset: "openTalk",
  name: "恳谈会规程",
  meetingKind: "恳谈会",
  outcomeName: "恳谈会纪要",
  notice: { days: 3, kind: "calendar", shortNotice: "needsReason", article: local },
  citations: {
    ...consensusCitations,
    entitledFrom: `${committeeAct}第三十二条第二款：协商可以采取恳谈会等形式，根据需要邀请有关部门、相关专业人员等参加`,
  },
}
