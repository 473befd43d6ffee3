import { MORE_THAN_HALF } from "~/law/threshold"
import type { ElectionPollRule } from "~/rulebook/poll-rules"
import { archiveArticle, committeeAct, local } from "~/rulebook/preset-words"

/** 推选 of a 楼栋长 and the like. No law speaks of it: every value is the community's own. */
export const selection: ElectionPollRule = {
  schema: 1,
  preset: "selection",
  form: "election",
  name: "推选规程",
  outcomeName: "推选结果",
  notice: { days: 3, kind: "calendar", article: `${local}：推选公告` },
  answerDays: { least: null, most: null, article: `${local}：推选日期由公告写明` },
  noticeBoard: { days: 15, article: `${local}：推选结果公示期限` },
  retention: { record: "permanent", ballots: 10, article: archiveArticle },
  proxies: { none: true, article: `${local}：推选不设委托` },
  participation: { bar: MORE_THAN_HALF, article: `${local}：过半数的户参加推选` },
  agreement: { bar: MORE_THAN_HALF, base: "cast", article: `${local}：得票过参加人数的半数` },
  runOff: { bar: { part: [1, 3] }, article: `${local}：另行推选时得票多的当选，且不少于所投票数的三分之一` },
  moreCandidates: { demanded: false, article: `${local}：可以等额推选，推选票上设“均不同意”` },
  rollDays: { days: null, article: `${local}：不另行公布名单` },
  citations: {
    secretBooth: `${local}：推选可以设秘密写票处`,
    publicCount: `${local}：当众唱票、计票`,
    tablets: `${local}：推选用纸质票，不用平板`,
  },
}

const election = `${committeeAct}第十九条`

const committeeRules = {
  schema: 1,
  form: "election",
  outcomeName: "居民委员会选举结果",
  notice: { days: 20, kind: "calendar", article: `${committeeAct}第十七条：选民名单应当在选举日的二十日前公布` },
  answerDays: { least: null, most: null, article: `${local}：投票时间由居民选举委员会确定并公布` },
  noticeBoard: { days: 15, article: `${election}：选举结果应当当场公布；张贴期限由本社区选举办法规定` },
  retention: { record: "permanent", ballots: 10, article: archiveArticle },
  agreement: {
    bar: MORE_THAN_HALF,
    base: "cast",
    article: `${election}第二款：获得参加投票的人员过半数的选票，始得当选`,
  },
  runOff: {
    bar: { part: [1, 3] },
    article: `${election}第二款：另行选举以得票多的当选，但是所得票数不得少于已投选票总数的三分之一`,
  },
  moreCandidates: { demanded: true, article: `${committeeAct}第十八条：候选人的名额应当多于应选名额` },
  citations: {
    secretBooth: `${election}第三款：选举时，应当设立秘密写票处`,
    publicCount: `${election}第三款：实行无记名投票、公开计票的方法，选举结果应当当场公布`,
    tablets: `${election}第三款：无记名投票须设秘密写票处，投票、计票用纸质选票，不用平板`,
  },
} as const satisfies Partial<ElectionPollRule>

/** 居民委员会选举, by all electors or by one delegate of each household. */
export const committeeElection: ElectionPollRule = {
  ...committeeRules,
  preset: "committeeElection",
  name: "居民委员会选举规程（选民或者户的代表投票）",
  participation: {
    bar: MORE_THAN_HALF,
    article: `${election}第一款：有选民的过半数或者户的代表的过半数参加投票，选举有效`,
  },
  rollDays: {
    days: 20,
    article: `${committeeAct}第十七条：选民名单应当在选举日的二十日前公布；五日内可以申诉，三日内作出处理决定`,
  },
  proxies: {
    most: 3,
    article: `${election}第四款：每一选民接受的委托不得超过三人，候选人不得接受委托，委托人和受托人的名单应当公布`,
  },
}

/** 居民委员会选举 by the 居民代表: more than two thirds must take part, and nobody votes for another. */
export const committeeElectionByRepresentatives: ElectionPollRule = {
  ...committeeRules,
  preset: "committeeElectionByRepresentatives",
  name: "居民委员会选举规程（居民代表投票）",
  participation: {
    bar: { part: [2, 3], over: true },
    article: `${election}第一款：有超过三分之二的居民代表参加投票，选举有效`,
  },
  rollDays: {
    days: 20,
    article: `${committeeAct}第十七条：选民名单和新一届居民代表名单应当在选举日的二十日前公布`,
  },
  proxies: { none: true, article: `${election}第四款：采取居民代表选举方式的，不实行委托投票` },
}
