import { readRetention, retentionChoices } from "~/rulebook/house-settings"
import { ownersSettings } from "~/rulebook/owners-settings"
import type { ElectionPollRule, PollRule } from "~/rulebook/poll-rules"
import { entitledOf } from "~/rulebook/procedure-words"
import {
  addArticle,
  barSetting,
  barText,
  choiceSetting,
  fixedSetting,
  numberSetting,
  parseBar,
  type SettingDefinition,
} from "~/rulebook/setting-kinds"

type Definition = SettingDefinition<PollRule>

const thresholds: Definition[] = [
  fixedSetting({
    key: "concerned",
    label: "须由谁同意",
    read: rule =>
      rule.form === "consent" ? { value: entitledOf[rule.preset], article: rule.agreement.article } : null,
  }),
  fixedSetting({
    key: "electors",
    label: "由谁投票",
    read: rule => {
      if (rule.form !== "election") return null
      return { value: entitledOf[rule.preset], article: (rule.participation ?? rule.agreement).article }
    },
  }),
  barSetting({
    key: "participation",
    label: "参与所占的份额",
    read: rule =>
      rule.form !== "consent" && rule.participation
        ? { value: barText(rule.participation.bar), article: rule.participation.article }
        : null,
    write: (rule, value, article) =>
      rule.form === "consent" || !rule.participation
        ? rule
        : {
            ...rule,
            participation: { bar: parseBar(value)!, article: addArticle(rule.participation.article, article) },
          },
  }),
  barSetting({
    key: "agreement",
    label: "同意所占的份额",
    read: rule =>
      rule.form === "consent" ? null : { value: barText(rule.agreement.bar), article: rule.agreement.article },
    write: (rule, value, article) => {
      if (rule.form === "consent") return rule
      const agreement = { bar: parseBar(value)!, article: addArticle(rule.agreement.article, article) }
      return rule.form === "owners"
        ? { ...rule, agreement }
        : { ...rule, agreement: { ...rule.agreement, ...agreement } }
    },
  }),
  choiceSetting({
    key: "agreementBase",
    label: "得票份额按什么计算",
    // 收回票数 includes 有效票数, so the same share of it is never fewer votes.
    choices: [
      { value: "valid", label: "有效票数" },
      { value: "cast", label: "收回票数（含无效票和弃权票）" },
    ],
    read: rule => (rule.form === "election" ? { value: rule.agreement.base, article: rule.agreement.article } : null),
    write: election((rule, value, article) => ({
      ...rule,
      agreement: {
        ...rule.agreement,
        base: value as "valid" | "cast",
        article: addArticle(rule.agreement.article, article),
      },
    })),
  }),
  barSetting({
    key: "runOff",
    label: "另行选举时所得票数",
    read: rule =>
      rule.form === "election" && rule.runOff
        ? { value: barText(rule.runOff.bar), article: rule.runOff.article }
        : null,
    write: election((rule, value, article) => ({
      ...rule,
      runOff: rule.runOff && { bar: parseBar(value)!, article: addArticle(rule.runOff.article, article) },
    })),
  }),
]

const proxyWords: readonly { value: string; label: string }[] = [
  { value: "unlimited", label: "可以委托，一人代理的人数不限" },
  { value: "5", label: "可以委托，一人最多代理5人" },
  { value: "3", label: "可以委托，一人最多代理3人" },
  { value: "2", label: "可以委托，一人最多代理2人" },
  { value: "1", label: "可以委托，一人最多代理1人" },
  { value: "none", label: "不可以委托" },
]

const proxies: Definition = {
  // Owners, electors and whoever is asked alone may let another act for them by law: no rule of ours takes it from them.
  isOffered: (rule, value) => value !== "none" || rule.preset === "selection" || "none" in rule.proxies,
  ...choiceSetting<PollRule>({
    key: "proxies",
    label: "委托代理",
    choices: proxyWords,
    read: ({ proxies }) => ({
      value: "none" in proxies ? "none" : proxies.most === null ? "unlimited" : String(proxies.most),
      article: proxies.article,
    }),
    write: (rule, value, article) => ({
      ...rule,
      proxies: {
        ...(value === "none" ? { none: true as const } : { most: value === "unlimited" ? null : Number(value) }),
        article: addArticle(rule.proxies.article, article),
      },
    }),
  }),
}

const days: Definition[] = [
  numberSetting({
    key: "rollDays",
    label: "名单提前公布",
    unit: "天",
    none: "不要求",
    least: 0,
    most: 90,
    read: rule =>
      rule.form === "election" ? { value: String(rule.rollDays.days ?? ""), article: rule.rollDays.article } : null,
    write: election((rule, value, article) => ({
      ...rule,
      rollDays: { days: value === "" ? null : Number(value), article: addArticle(rule.rollDays.article, article) },
    })),
  }),
  numberSetting({
    key: "noticeDays",
    label: "提前公告",
    unit: "天",
    zero: "不要求天数",
    least: 0,
    most: 90,
    read: rule => ({ value: String(rule.notice.days), article: rule.notice.article }),
    write: (rule, value, article) => {
      const count = Number(value)
      const kind = count === 0 ? "none" : rule.notice.kind === "none" ? "calendar" : rule.notice.kind
      return { ...rule, notice: { days: count, kind, article: addArticle(rule.notice.article, article) } }
    },
  }),
  ...(["least", "most"] as const).map(end =>
    numberSetting<PollRule>({
      key: end === "least" ? "answerDaysLeast" : "answerDaysMost",
      label: end === "least" ? "收票至少" : "收票最多",
      unit: "天",
      none: "不限",
      least: 1,
      most: 365,
      read: ({ answerDays }) => ({ value: String(answerDays[end] ?? ""), article: answerDays.article }),
      write: (rule, value, article) => ({
        ...rule,
        answerDays: {
          ...rule.answerDays,
          [end]: value === "" ? null : Number(value),
          article: addArticle(rule.answerDays.article, article),
        },
      }),
    }),
  ),
  numberSetting({
    key: "noticeBoardDays",
    label: "结果公示",
    unit: "天",
    least: 1,
    most: 365,
    read: ({ noticeBoard }) => ({ value: String(noticeBoard.days), article: noticeBoard.article }),
    write: (rule, value, article) => ({
      ...rule,
      noticeBoard: { days: Number(value), article: addArticle(rule.noticeBoard.article, article) },
    }),
  }),
  ...(["record", "ballots"] as const).map(part =>
    choiceSetting<PollRule>({
      key: `${part}Retention`,
      label: part === "record" ? "记录保管" : "表决票保管",
      choices: retentionChoices,
      read: ({ retention }) => ({ value: String(retention[part]), article: retention.article }),
      write: (rule, value, article) => ({
        ...rule,
        retention: {
          ...rule.retention,
          [part]: readRetention(value),
          article: addArticle(rule.retention.article, article),
        },
      }),
    }),
  ),
]

const booth: Definition[] = [
  fixedSetting({
    key: "moreCandidates",
    label: "候选人数",
    read: rule =>
      rule.form === "election"
        ? {
            value: rule.moreCandidates.demanded ? "多于应选名额" : "可以与应选名额相等",
            article: rule.moreCandidates.article,
          }
        : null,
  }),
  ...(["secretBooth", "publicCount", "tablets"] as const).map(field =>
    fixedSetting<PollRule>({
      key: field,
      label: { secretBooth: "秘密写票处", publicCount: "计票", tablets: "平板投票" }[field],
      read: rule =>
        rule.form === "election" ? { value: boothWords(rule, field), article: rule.citations[field] } : null,
    }),
  ),
]

function boothWords(rule: ElectionPollRule, field: keyof ElectionPollRule["citations"]): string {
  if (field === "publicCount") return "公开计票，当场公布"
  if (field === "tablets") return "不用平板，只用纸质票"
  return rule.preset === "selection" ? "可以设" : "必须设"
}

type Write<Rule> = (rule: Rule, value: string, article: string) => Rule
function election(write: Write<ElectionPollRule>): Write<PollRule> {
  return (rule, value, article) => (rule.form === "election" ? write(rule, value, article) : rule)
}

/** Every value of a poll's rule, in the order of the page. */
export const pollSettings: readonly Definition[] = [...thresholds, ...ownersSettings, ...booth, proxies, ...days]
