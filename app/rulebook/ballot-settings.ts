import { cited, votes } from "~/rulebook/house-settings"
import type { RuleSnapshot } from "~/rulebook/rules"
import { choiceSetting, fixedSetting, numberSetting, type SettingDefinition } from "~/rulebook/setting-kinds"

type Rule = RuleSnapshot

/** Only the deliberation table, which no law forbids it, may let somebody be stood for. */
const mayHaveProxies = (rule: Rule) => rule.preset === "deliberation"

/** How ballots are cast, shown and set right. */
export const ballotSettings: readonly SettingDefinition<Rule>[] = [
  fixedSetting({
    key: "proxies",
    label: "委托他人表决",
    read: rule => (votes(rule) && !mayHaveProxies(rule) ? { value: "不可以", article: rule.citations.proxies } : null),
  }),
  numberSetting({
    key: "proxiesMost",
    label: "委托他人表决，一人最多代",
    unit: "人",
    none: "不可以",
    least: 1,
    most: 5,
    note: "受托的人要在场，有书面委托。受托的人投票时知道替谁投了什么，无记名也瞒不过他。",
    read: rule =>
      mayHaveProxies(rule)
        ? { value: rule.proxies === "none" ? "" : String(rule.proxies.most), article: rule.citations.proxies }
        : null,
    write: (rule, value, article) =>
      cited({ ...rule, proxies: value === "" ? "none" : { most: Number(value) } }, "proxies", article),
  }),
  choiceSetting({
    key: "ballotPublicity",
    label: "每人怎么投，最多让谁看到",
    // Each shuts out more people than the one before it.
    choices: [
      { value: "open", label: "看会议记录的人" },
      { value: "recorded", label: "主持、记录和签到台" },
      { value: "secret", label: "谁也看不到，一律无记名" },
    ],
    note: "开始表决时选的，不能比这里更公开。无记名的以后不能改成记名。",
    read: rule => (votes(rule) ? { value: rule.ballotPublicity, article: rule.citations.ballotPublicity } : null),
    write: (rule, value, article) =>
      cited({ ...rule, ballotPublicity: value as Rule["ballotPublicity"] }, "ballotPublicity", article),
  }),
  choiceSetting({
    key: "correctionBeforeClosing",
    label: "投出的票能否更改",
    choices: [
      { value: "yes", label: "记名票在结束表决以前可以改投" },
      { value: "no", label: "不可以" },
    ],
    note: "改投以最后一次为准，先投的也留着。无记名票投出以后谁也认不出，不能改。",
    read: rule =>
      votes(rule)
        ? { value: rule.correctionBeforeClosing ? "yes" : "no", article: rule.citations.correctionBeforeClosing }
        : null,
    write: (rule, value, article) =>
      cited({ ...rule, correctionBeforeClosing: value === "yes" }, "correctionBeforeClosing", article),
  }),
  choiceSetting({
    key: "verificationCodes",
    label: "无记名票的核验码",
    choices: [
      { value: "no", label: "不用" },
      { value: "yes", label: "主持人开始表决时可以选用" },
    ],
    note: "投票人记下8位码，公布时能在名单里找到自己的票。留着的码也能拿给别人看，会有人来要、来买。推选一律不用。",
    read: rule =>
      votes(rule) ? { value: rule.verificationCodes ? "yes" : "no", article: rule.citations.verificationCodes } : null,
    write: (rule, value, article) =>
      cited({ ...rule, verificationCodes: value === "yes" }, "verificationCodes", article),
  }),
]
