import { deepFreeze } from "~/law/canonical-json"
import { delegations } from "~/law/delegations"
import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import { type PresetKey, presetKeys, type RuleSnapshot } from "~/rulebook/rules"

const act = "《中华人民共和国城市居民委员会组织法》（2025年修订）"
const local = "本社区议事规则（法律未规定）"

/** What both presets say alike, because each community sets it for itself. */
const houseRules = {
  schema: 1,
  venueClash: "refused",
  personClash: "needsReason",
  secretMinimum: 5,
  proxies: "none",
  silence: "joinsNoSide",
  quorumLost: "noNewRound",
  correctionBeforeClosing: false,
  speechLimit: { minutes: 3, times: 2 },
  noticeBoardDays: 15,
  retention: { record: "permanent", ballots: 10 },
} as const satisfies Partial<RuleSnapshot>

const houseCitations = {
  venueClash: "本社区议事规则（法律未规定）：同一议事点同一时间只安排一场会议",
  personClash: "本社区议事规则（法律未规定）：同一人同一时间有其他会议的，须说明原因",
  secretMinimum: "本社区议事规则（法律未规定）：投票人过少时，从结果可以推知个人的选择",
  correctionBeforeClosing: "本社区议事规则（法律未规定）：表决票一经收到不再更改，需要更正的另行表决",
  speechLimit: "本社区议事规则（法律未规定）：发言限时、限次，机会均等",
}

/**
 * 协商议事会. The law names the form (居委会组织法第32条) and sets neither quorum nor majority: both are the community's own
 * rule, and their base is said in full (实到 counts all who came, also those who abstain or hand in nothing).
 */
const deliberation: RuleSnapshot = {
  ...houseRules,
  preset: "deliberation",
  name: "协商议事会规程",
  meetingKind: "协商议事会",
  outcomeName: "协商意见",
  entitledFrom: "delegates",
  entitledKinds: delegations,
  composition: null,
  partyStudy: {
    demandedFor: "nothing",
    article: `${act}第三十条第四款只要求须由居民会议或者居民代表会议决定的重要事项先经社区党组织研究讨论`,
  },
  quorum: { label: "到会人数", bar: TWO_THIRDS_OR_MORE, base: "entitled", article: local },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: local },
  notice: { days: 3, kind: "calendar", shortNotice: "needsReason", article: local },
  citations: {
    ...houseCitations,
    entitledFrom: `${act}第三十二条：组织居民及其他利益相关方协商，根据需要邀请有关部门、政协委员、相关专业人员等参加；各类代表的名额由本社区议事规则确定`,
    proxies: "本社区议事规则（法律未规定）：不设委托表决",
    silence: "本社区议事规则（法律未规定）：到会而未投票的，不计入任何一方",
    quorumLost: "本社区议事规则（法律未规定）：到会人数不足时不开始新的表决",
    noticeBoardDays: `${act}第三十四条：组织协商确定的事项及其落实情况应当公布，期限不得少于十五日`,
    retention: `${act}第三十九条要求建立居务档案，未规定年限；年限由本社区档案制度确定`,
  },
}

/** 居民代表会议. Quorum, majority and membership are the Act's (第28、29条); delegates of the table only attend as observers. */
const representatives: RuleSnapshot = {
  ...houseRules,
  preset: "representatives",
  name: "居民代表会议规程",
  meetingKind: "居民代表会议",
  outcomeName: "居民代表会议决定",
  entitledFrom: "representatives",
  entitledKinds: ["committeeMember", "residentRepresentative"],
  composition: {
    label: "居民代表占组成人员",
    bar: { part: [4, 5] },
    of: "residentRepresentative",
    article: `${act}第二十八条第一款`,
  },
  partyStudy: { demandedFor: "importantMatters", article: `${act}第三十条第四款` },
  quorum: { label: "到会组成人员", bar: TWO_THIRDS_OR_MORE, base: "entitled", article: `${act}第二十九条` },
  agreement: { label: "赞成人数", bar: MORE_THAN_HALF, base: "present", article: `${act}第二十九条` },
  notice: {
    days: 0,
    kind: "none",
    shortNotice: "needsReason",
    article: `${act}未规定居民代表会议的通知期限，第二十六条的“提前十日”适用于居民会议；本社区议事规则可以另定`,
  },
  citations: {
    ...houseCitations,
    entitledFrom: `${act}第二十八条：由居民委员会成员和居民代表组成，其他居民可以列席会议并发表意见`,
    proxies: `${act}第二十九条按到会组成人员计算，未规定委托表决`,
    silence: `${act}第二十九条：决定应当经到会组成人员的过半数通过，到会而未投票的不计入赞成`,
    quorumLost: `${act}第二十九条：应当有三分之二以上的组成人员参加方可召开`,
    noticeBoardDays: `${act}第三十四条：会议讨论决定的事项及其实施情况应当公布，期限不得少于十五日`,
    retention: `${act}第三十九条要求建立居务档案，未规定年限；年限由本社区档案制度确定`,
  },
}

const presets: Record<PresetKey, RuleSnapshot> = deepFreeze({ deliberation, representatives })

export function presetOf(key: PresetKey): RuleSnapshot {
  return presets[key]
}

/** All presets in the order in which they are offered. */
export function listPresets(): RuleSnapshot[] {
  return presetKeys.map(presetOf)
}

export function isPresetKey(value: unknown): value is PresetKey {
  return presetKeys.some(key => key === value)
}
