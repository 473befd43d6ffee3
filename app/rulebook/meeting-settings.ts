import { agreementBaseNames, agreementBases } from "~/law/tally"
import { ballotSettings } from "~/rulebook/ballot-settings"
import { cited, houseSettings, noticeSettings, votes } from "~/rulebook/house-settings"
import { entitledOf } from "~/rulebook/procedure-words"
import type { RuleSnapshot } from "~/rulebook/rules"
import {
  addArticle,
  barSetting,
  barText,
  choiceSetting,
  fixedSetting,
  parseBar,
  type SettingDefinition,
} from "~/rulebook/setting-kinds"

type Rule = RuleSnapshot
type Definition = SettingDefinition<Rule>

const thresholds: Definition[] = [
  barSetting({
    key: "composition",
    label: "居民代表占组成人员",
    read: ({ composition }) => composition && { value: barText(composition.bar), article: composition.article },
    write: (rule, value, article) => ({
      ...rule,
      composition: rule.composition && {
        ...rule.composition,
        bar: parseBar(value)!,
        article: addArticle(rule.composition.article, article),
      },
    }),
  }),
  choiceSetting({
    key: "partyStudy",
    label: "先经社区党组织研究讨论",
    choices: [
      { value: "nothing", label: "不要求" },
      { value: "importantMatters", label: "重要事项必须" },
    ],
    read: rule => (votes(rule) ? { value: rule.partyStudy.demandedFor, article: rule.partyStudy.article } : null),
    write: (rule, value, article) => ({
      ...rule,
      partyStudy: { demandedFor: value as Rule["partyStudy"]["demandedFor"], article },
    }),
  }),
  barSetting({
    key: "quorum",
    label: "到会人数占应到人数",
    read: ({ quorum }) => quorum && { value: barText(quorum.bar), article: quorum.article },
    write: (rule, value, article) => ({
      ...rule,
      quorum: rule.quorum && {
        ...rule.quorum,
        bar: parseBar(value)!,
        article: addArticle(rule.quorum.article, article),
      },
    }),
  }),
  barSetting({
    key: "agreement",
    label: "赞成所占的份额",
    read: ({ agreement }) => agreement && { value: barText(agreement.bar), article: agreement.article },
    write: (rule, value, article) => ({
      ...rule,
      agreement: rule.agreement && {
        ...rule.agreement,
        bar: parseBar(value)!,
        article: addArticle(rule.agreement.article, article),
      },
    }),
  }),
  choiceSetting({
    key: "agreementBase",
    label: "赞成份额按什么计算",
    // Each includes the one before it, so the same share of a later one is never fewer people.
    choices: agreementBases.map(value => ({ value, label: agreementBaseNames[value] })),
    read: ({ agreement }) => agreement && { value: agreement.base, article: agreement.article },
    write: (rule, value, article) => ({
      ...rule,
      agreement: rule.agreement && {
        ...rule.agreement,
        base: value as NonNullable<Rule["agreement"]>["base"],
        article: addArticle(rule.agreement.article, article),
      },
    }),
  }),
  choiceSetting({
    key: "tie",
    label: "赞成与反对相等时",
    choices: [
      { value: "chairDecides", label: "主持人另加一票" },
      { value: "notPassed", label: "不通过" },
    ],
    read: rule => (votes(rule) ? { value: rule.tie, article: rule.citations.tie } : null),
    write: (rule, value, article) => cited({ ...rule, tie: value as Rule["tie"] }, "tie", article),
  }),
]

const who: Definition[] = [
  fixedSetting({
    key: "entitled",
    label: "应到人员",
    read: rule => ({ value: entitledOf[rule.preset], article: rule.citations.entitledFrom }),
  }),
  fixedSetting({
    key: "voting",
    label: "表决",
    read: rule => (votes(rule) ? null : { value: "不表决，协商一致的记入纪要", article: rule.citations.tie }),
  }),
]

const fixed: Definition[] = [
  fixedSetting({
    key: "silence",
    label: "到会而未投票的",
    read: rule => (votes(rule) ? { value: "不计入任何一方", article: rule.citations.silence } : null),
  }),
  fixedSetting({
    key: "quorumLost",
    label: "中途人数不足",
    read: rule => (rule.quorum ? { value: "不开始新的表决", article: rule.citations.quorumLost } : null),
  }),
]

/** Every value of a meeting's rule, in the order of the page. */
export const meetingSettings: readonly Definition[] = [
  ...who,
  ...thresholds,
  ...noticeSettings,
  ...fixed,
  ...ballotSettings,
  ...houseSettings,
]
