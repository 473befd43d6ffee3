import { MORE_THAN_HALF, TWO_THIRDS_OR_MORE } from "~/law/threshold"
import type { OwnersPollRule } from "~/rulebook/poll-rules"
import { civilCode, estateRule, ownershipInterpretation, propertyRegulation } from "~/rulebook/preset-words"

/**
 * 民法典第278条第二款. 物业管理条例第12条 still prints shares of all owners; the Code is later and higher, and only what the
 * regulation says of form, notice and proxies is taken from it.
 */
const ownersRules = {
  schema: 1,
  form: "owners",
  outcomeName: "业主共同决定",
  participation: {
    bar: TWO_THIRDS_OR_MORE,
    article: `${civilCode}第二百七十八条第二款：专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决`,
  },
  notice: {
    days: 15,
    kind: "calendar",
    article: `${propertyRegulation}第十四条：应当于会议召开15日以前通知全体业主，同时告知相关的居民委员会`,
  },
  answerDays: { least: null, most: null, article: `${estateRule}：征求书面意见的期限` },
  noticeBoard: { days: 15, article: `${estateRule}：业主大会的决定在小区内公告的期限` },
  retention: { record: "permanent", ballots: 10, article: `${estateRule}：表决票和记录的保管年限` },
  proxies: {
    most: null,
    article: `${propertyRegulation}第十二条第二款：业主可以委托代理人参加业主大会会议；${civilCode}第一百六十五条：采用书面形式授权`,
  },
  silence: {
    mode: "notParticipating",
    article: `${civilCode}第二百七十八条第二款以“参与表决”为准，未返回的表决票不计入参与；如何计算须由本小区业主大会议事规则另行规定`,
  },
  invalid: { mode: "notParticipating", article: `${estateRule}：无效表决票不计入参与` },
  parkingArea: {
    mode: "counted",
    article: `${ownershipInterpretation}第二、八、九条：符合条件的车位也是专有部分，面积和人数一并计算`,
  },
  scope: {
    mode: "wholeEstate",
    article: `${civilCode}第二百七十八条：由业主共同决定，未规定可以只由部分楼栋的业主表决`,
  },
} as const satisfies Partial<OwnersPollRule>

/** 第一款第（一）至（五）、（九）项: 议事规则, 管理规约, 业委会, 物业服务人, 使用维修资金, 其他重大事项. */
export const ownersOrdinary: OwnersPollRule = {
  ...ownersRules,
  preset: "ownersOrdinary",
  name: "业主共同决定（一般事项）规程",
  agreement: {
    bar: MORE_THAN_HALF,
    article: `${civilCode}第二百七十八条第二款：第一款第（一）至（五）、（九）项，经参与表决专有部分面积过半数的业主且参与表决人数过半数的业主同意`,
  },
}

/** 第一款第（六）至（八）项: 筹集维修资金, 改建重建, 改变共有部分用途或者利用共有部分经营. */
export const ownersMajor: OwnersPollRule = {
  ...ownersRules,
  preset: "ownersMajor",
  name: "业主共同决定（特别事项）规程",
  agreement: {
    bar: { part: [3, 4] },
    article: `${civilCode}第二百七十八条第二款：第一款第（六）至（八）项，经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意`,
  },
}
