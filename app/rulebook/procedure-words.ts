import { agreementBaseNames } from "~/law/tally"
import { barInWords } from "~/law/threshold"
import type { AnyRule } from "~/rulebook/settings"
import type { RulebookKey } from "~/rulebook/version-rules"

/** What each procedure is for, in one sentence. */
export const purposeOf: Record<RulebookKey, string> = {
  deliberation: "公共事务、公益事业和居民的困难、纠纷，请各方坐到一起商量，形成协商意见。",
  residents: "居民公约、评议居委会和涉及全体居民利益的重要事项，由全体居民决定。",
  representatives: "居民会议授权的事项，由居委会成员和居民代表决定。",
  partyAssembly: "“四议两公开”里党员大会审议这一步。",
  jointSession: "居委会、物业、业委会坐到一起协调，商定分工，不代替业主决定。",
  openTalk: "听取居民意见，能答的当场答，不能答的限期答复，不表决。",
  ownersOrdinary: "使用维修资金、选聘物业、管理规约、业委会选举等，由业主共同决定。",
  ownersMajor: "筹集维修资金、改建重建、改变共有部分用途或者用来经营，由业主共同决定。",
  allConcerned: "把住宅改成经营性用房，要有利害关系的业主一致同意。",
  singleOwner: "要打开或者占用某一户自己的房屋、车库，征求他本人同意。",
  selection: "推选楼栋长、居民小组长、居民代表。",
  committeeElection: "选举居委会，由选民或者户的代表投票。",
  committeeElectionByRepresentatives: "选举居委会，由居民代表投票。",
}

/** Who decides: 应到, or whoever is asked on paper. */
export const entitledOf: Record<RulebookKey, string> = {
  deliberation: "邀请到会的各类代表",
  residents: "本社区十八周岁以上的居民，或者每户一名代表",
  representatives: "居委会成员和居民代表",
  partyAssembly: "本党组织的全体党员",
  jointSession: "居委会、物业、业委会等各方的代表",
  openTalk: "邀请到会的居民和各方代表",
  ownersOrdinary: "小区业主",
  ownersMajor: "小区业主",
  allConcerned: "有利害关系的业主，同栋的其他业主都是",
  singleOwner: "业主本人；共有的，全体共有人",
  selection: "本楼栋、本小组的居民",
  committeeElection: "登记的选民，或者户的代表",
  committeeElectionByRepresentatives: "新一届居民代表",
}

/** What it takes, in one or two short sentences. */
export function thresholdsInWords(rule: AnyRule): string[] {
  switch (rule.form) {
    case "meeting": {
      if (!rule.agreement) return ["不表决，协商一致"]
      const quorum = rule.quorum ? [`到会：应到的${barInWords(rule.quorum.bar)}`] : []
      return [...quorum, `赞成：${agreementBaseNames[rule.agreement.base]}的${barInWords(rule.agreement.bar)}`]
    }
    case "owners":
      return [
        `参与表决：面积、人数各${barInWords(rule.participation.bar)}`,
        `同意：参与的面积、人数各${barInWords(rule.agreement.bar)}`,
      ]
    case "consent":
      return ["每个人都同意"]
    case "election": {
      const taking = rule.participation ? [`参加投票：${barInWords(rule.participation.bar)}`] : []
      return [
        ...taking,
        `得票：${rule.agreement.base === "cast" ? "参加投票" : "有效票"}的${barInWords(rule.agreement.bar)}`,
      ]
    }
  }
}

/** 提前10天, counted how, or nothing. */
export function noticeInWords({ notice }: AnyRule): string {
  if (notice.kind === "none" || notice.days === 0) return "不要求天数"
  return `提前${notice.days}${notice.kind === "working" ? "个工作日" : "天"}`
}
