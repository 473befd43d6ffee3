import type { CitedField, Retention, RuleSnapshot } from "~/rulebook/rules"
import {
  addArticle,
  choiceSetting,
  numberSetting,
  type SettingChoice,
  type SettingDefinition,
} from "~/rulebook/setting-kinds"

type Rule = RuleSnapshot
type Definition = SettingDefinition<Rule>

const clashChoices: readonly SettingChoice[] = [
  { value: "needsReason", label: "说明原因后可以" },
  { value: "refused", label: "不可以" },
]
export const retentionChoices: readonly SettingChoice[] = [
  { value: "10", label: "10年" },
  { value: "30", label: "30年" },
  { value: "permanent", label: "永久" },
]
export const readRetention = (value: string): Retention => (value === "permanent" ? "permanent" : Number(value))

/** The rule with another source for a value that keeps its source apart. */
export const cited = (rule: Rule, field: CitedField, article: string): Rule => ({
  ...rule,
  citations: { ...rule.citations, [field]: article },
})
/** Whether anything is put to the vote: where nothing is, the values of a vote are not shown. */
export const votes = (rule: Rule) => rule.voting === "ballots"

/** When the notice goes out. */
export const noticeSettings: readonly Definition[] = [
  numberSetting({
    key: "noticeDays",
    label: "提前通知",
    unit: "天",
    zero: "不要求天数",
    least: 0,
    most: 90,
    read: rule => ({ value: String(rule.notice.days), article: rule.notice.article }),
    write: (rule, value, article) => {
      const days = Number(value)
      const kind = days === 0 ? "none" : rule.notice.kind === "none" ? "calendar" : rule.notice.kind
      return { ...rule, notice: { ...rule.notice, days, kind, article: addArticle(rule.notice.article, article) } }
    },
  }),
  choiceSetting({
    key: "noticeKind",
    label: "通知天数怎么数",
    choices: [
      { value: "calendar", label: "自然日" },
      { value: "working", label: "工作日" },
    ],
    read: ({ notice }) => (notice.kind === "none" ? null : { value: notice.kind, article: notice.article }),
    write: (rule, value, article) => ({
      ...rule,
      notice: {
        ...rule.notice,
        kind: value as "calendar" | "working",
        article: addArticle(rule.notice.article, article),
      },
    }),
  }),
  choiceSetting({
    key: "shortNotice",
    label: "来不及按期通知的",
    choices: [
      { value: "needsReason", label: "说明原因后可以临时通知" },
      { value: "refused", label: "不可以开" },
    ],
    read: ({ notice }) => (notice.kind === "none" ? null : { value: notice.shortNotice, article: notice.article }),
    write: (rule, value, article) => ({
      ...rule,
      notice: {
        ...rule.notice,
        shortNotice: value as Rule["notice"]["shortNotice"],
        article: addArticle(rule.notice.article, article),
      },
    }),
  }),
]

/** What each community sets for itself. */
export const houseSettings: readonly Definition[] = [
  choiceSetting({
    key: "venueClash",
    label: "同一议事点同时安排两场会",
    choices: clashChoices,
    read: rule => ({ value: rule.venueClash, article: rule.citations.venueClash }),
    write: (rule, value, article) => cited({ ...rule, venueClash: value as Rule["venueClash"] }, "venueClash", article),
  }),
  choiceSetting({
    key: "personClash",
    label: "同一人同时有两场会",
    choices: clashChoices,
    read: rule => ({ value: rule.personClash, article: rule.citations.personClash }),
    write: (rule, value, article) =>
      cited({ ...rule, personClash: value as Rule["personClash"] }, "personClash", article),
  }),
  numberSetting({
    key: "secretMinimum",
    label: "无记名表决至少要有",
    unit: "人投票",
    least: 3,
    most: 100,
    read: rule => (votes(rule) ? { value: String(rule.secretMinimum), article: rule.citations.secretMinimum } : null),
    write: (rule, value, article) => cited({ ...rule, secretMinimum: Number(value) }, "secretMinimum", article),
  }),
  numberSetting({
    key: "speechMinutes",
    label: "每次发言",
    unit: "分钟",
    least: 1,
    most: 60,
    read: rule => ({ value: String(rule.speechLimit.minutes), article: rule.citations.speechLimit }),
    write: (rule, value, article) =>
      cited(
        { ...rule, speechLimit: { ...rule.speechLimit, minutes: Number(value) } },
        "speechLimit",
        addArticle(rule.citations.speechLimit, article),
      ),
  }),
  numberSetting({
    key: "speechTimes",
    label: "每人每件表决事项发言",
    unit: "次",
    least: 1,
    most: 20,
    read: rule => ({ value: String(rule.speechLimit.times), article: rule.citations.speechLimit }),
    write: (rule, value, article) =>
      cited(
        { ...rule, speechLimit: { ...rule.speechLimit, times: Number(value) } },
        "speechLimit",
        addArticle(rule.citations.speechLimit, article),
      ),
  }),
  numberSetting({
    key: "noticeBoardDays",
    label: "结果公示",
    unit: "天",
    least: 1,
    most: 365,
    read: rule => ({ value: String(rule.noticeBoardDays), article: rule.citations.noticeBoardDays }),
    write: (rule, value, article) =>
      cited(
        { ...rule, noticeBoardDays: Number(value) },
        "noticeBoardDays",
        addArticle(rule.citations.noticeBoardDays, article),
      ),
  }),
  ...(["record", "ballots"] as const).map(part =>
    choiceSetting<Rule>({
      key: `${part}Retention`,
      label: part === "record" ? "会议记录保管" : "表决票保管",
      choices: retentionChoices,
      read: rule =>
        part === "ballots" && !votes(rule)
          ? null
          : { value: String(rule.retention[part]), article: rule.citations.retention },
      write: (rule, value, article) =>
        cited(
          { ...rule, retention: { ...rule.retention, [part]: readRetention(value) } },
          "retention",
          addArticle(rule.citations.retention, article),
        ),
    }),
  ),
]
