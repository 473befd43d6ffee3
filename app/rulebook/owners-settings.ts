import type { OwnersPollRule, PollRule } from "~/rulebook/poll-rules"
import { choiceSetting, type SettingDefinition } from "~/rulebook/setting-kinds"

type Definition = SettingDefinition<PollRule>
type Write<Rule> = (rule: Rule, value: string, article: string) => Rule

function owned(write: Write<OwnersPollRule>): Write<PollRule> {
  return (rule, value, article) => (rule.form === "owners" ? write(rule, value, article) : rule)
}

/** A value that local rules set where the Code does not: the Code alone is no source for it. */
function localCitation(question: string): Definition["citation"] {
  return {
    demanded: /条例|办法|细则|议事规则|管理规约|[省市区县].*(规定|意见|通知)/,
    hint: "须写明所依据的地方性法规、规章或者本小区议事规则的条款",
    from: `《中华人民共和国民法典》第二百七十八条没有规定${question}`,
  }
}

/** What the Code leaves to the owners of an estate, or to local rules. */
export const ownersSettings: readonly Definition[] = [
  choiceSetting({
    key: "silence",
    label: "已送达而未返回的表决票",
    choices: [
      { value: "notParticipating", label: "不计入参与" },
      { value: "withMajority", label: "计入已投票的多数" },
      { value: "abstain", label: "计为弃权" },
    ],
    citation: {
      demanded: /议事规则|管理规约/,
      hint: "须写明本小区业主大会议事规则或者管理规约的条款",
      from: "《中华人民共和国民法典》第二百七十八条第二款只规定“参与表决”，未返回的票如何计算，法律没有规定",
    },
    read: rule => (rule.form === "owners" ? { value: rule.silence.mode, article: rule.silence.article } : null),
    write: owned((rule, value, article) => ({
      ...rule,
      silence: { mode: value as OwnersPollRule["silence"]["mode"], article },
    })),
  }),
  choiceSetting({
    key: "invalid",
    label: "无效的表决票",
    choices: [
      { value: "notParticipating", label: "不计入参与" },
      { value: "participating", label: "计入参与，不计入同意" },
    ],
    citation: localCitation("无效票是否算参与表决"),
    read: rule => (rule.form === "owners" ? { value: rule.invalid.mode, article: rule.invalid.article } : null),
    write: owned((rule, value, article) => ({
      ...rule,
      invalid: { mode: value as OwnersPollRule["invalid"]["mode"], article },
    })),
  }),
  choiceSetting({
    key: "parkingArea",
    label: "车位、车库的面积和人数",
    choices: [
      { value: "counted", label: "计入" },
      { value: "notCounted", label: "不计入" },
    ],
    citation: localCitation("车位能否不计入"),
    read: rule => (rule.form === "owners" ? { value: rule.parkingArea.mode, article: rule.parkingArea.article } : null),
    write: owned((rule, value, article) => ({
      ...rule,
      parkingArea: { mode: value as OwnersPollRule["parkingArea"]["mode"], article },
    })),
  }),
  choiceSetting({
    key: "scope",
    label: "由哪些业主表决",
    choices: [
      { value: "wholeEstate", label: "小区全体业主" },
      { value: "chosenBuildings", label: "可以只由列支范围内的业主表决" },
    ],
    citation: localCitation("能否只由部分楼栋的业主表决"),
    read: rule => (rule.form === "owners" ? { value: rule.scope.mode, article: rule.scope.article } : null),
    write: owned((rule, value, article) => ({
      ...rule,
      scope: { mode: value as OwnersPollRule["scope"]["mode"], article },
    })),
  }),
]
