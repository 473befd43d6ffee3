import type { DebateRulesFacts } from "#templates/debate-rules"
import { agreementBaseNames } from "~/law/tally"
import { barInWords, least } from "~/law/threshold"
import { mayPutToVote, type RuleSnapshot } from "~/rulebook/rules"

type Of = Pick<DebateRulesFacts, "community" | "issuer" | "meeting"> & {
  rule: RuleSnapshot
  /** How many are entitled: bars are said in heads too. */
  entitled: number
}

/** 议事规则 as it is read out: how one speaks, how it is voted, what becomes of it; from the rule frozen with the meeting. */
export function debateRulesFacts({ rule, entitled, ...head }: Of): DebateRulesFacts {
  return {
    ...head,
    parts: [
      { heading: "怎样发言", rules: speakingRules(rule) },
      { heading: mayPutToVote(rule) ? "怎样表决" : "怎样商定", rules: votingRules(rule, entitled) },
    ],
    citations: citationsOf(rule),
  }
}

function speakingRules({ speechLimit }: RuleSnapshot): string[] {
  const { minutes, times } = speechLimit
  return [
    "主持人保持中立，不发表自己的意见；会场听从主持人裁断。",
    "先举手或者在平板上申请，主持人准许后再说；面向主持人，不打断别人。",
    `一件事每人最多说${times}次，每次不超过${minutes}分钟；没有说过的先说，赞成的和反对的轮流说。`,
    "先表明赞成还是反对，再说理由；一时只议一件事，不跑题，不议论个人。",
    "要改方案的，提出改成什么样的具体文字；充分商量以后再表决。",
  ]
}

function votingRules(rule: RuleSnapshot, entitled: number): string[] {
  const { quorum, agreement, proxies } = rule
  if (!agreement) return ["不进行表决，各方协商一致的记入纪要；不一致的，把各方意见都记下。", ...afterwards(rule)]
  const needed = quorum && least(entitled, quorum.bar)
  return [
    ...(quorum
      ? [
          `应到${entitled}人，${barInWords(quorum.bar)}${needed ? `（${needed}人）` : ""}到会方可表决；中途人数不足，不开始新的表决。`,
        ]
      : []),
    `${agreementWords(rule)}；弃权不是无效票。${tieWords(rule)}到会而没有投票的，不算在任何一方。`,
    `一人一票，用平板、纸质票或者举手${rule.ballotPublicity === "secret" ? "，都不记名" : "，记名还是不记名在开始前宣布"}；推选一律不记名。${rule.correctionBeforeClosing ? "记名的票在结束前可以改投。" : "票投出以后不再更改。"}`,
    proxies === "none"
      ? "不接受委托表决；与事项有利害关系的人回避，不投票。"
      : `可以书面委托到会的代表，一人最多代${proxies.most}人；与事项有利害关系的人回避，不投票。`,
    "计票人、监票人由会议推定；对计票有疑问的，在公布结果以前提出，答复以后再公布。",
    ...afterwards(rule),
  ]
}

/** 赞成人数须过实到人数的半数: what must be reached, and of what. */
function agreementWords({ agreement }: RuleSnapshot): string {
  if (!agreement) return ""
  const bar = barInWords(agreement.bar)
  const base = agreementBaseNames[agreement.base]
  return bar === "过半数" ? `赞成的超过${base}的半数，事项通过` : `赞成的达到${base}的${bar}，事项通过`
}

const tieWords = ({ tie }: RuleSnapshot): string =>
  tie === "chairDecides" ? "赞成与反对相等的，由主持人定夺。" : "赞成与反对相等的，不通过。"

const afterwards = ({ noticeBoardDays }: RuleSnapshot): string[] => [
  `结果当场公布，会后张贴不少于${noticeBoardDays}日，对结果可以提出异议。`,
]

/** Where the bars and limits are written, each once. */
function citationsOf(rule: RuleSnapshot): string[] {
  const { quorum, agreement, citations } = rule
  const said: [string, string | undefined][] = [
    ["到会人数", quorum?.article],
    ["赞成人数", agreement?.article],
    ["发言", citations.speechLimit],
    ["委托", agreement ? citations.proxies : undefined],
    ["张贴", citations.noticeBoardDays],
  ]
  const byArticle = new Map<string, string[]>()
  for (const [what, article] of said) {
    // What the article says stands in the rules above; here only where it is written.
    const place = article?.split("：")[0]
    if (place) byArticle.set(place, [...(byArticle.get(place) ?? []), what])
  }
  return [...byArticle].map(([article, whats]) => `${whats.join("、")}，${article}`)
}
