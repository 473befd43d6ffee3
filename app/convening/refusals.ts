import type { ChainStep } from "#db/words"
import { chainStepNames } from "~/agenda/chain-rules"
import { formatDate, formatTime } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import type { Clash } from "./rules"

const periods: Record<string, string> = { calendar: "天", working: "个工作日" }
const clashText = (clashes: unknown, withPersons = false) =>
  (clashes as Clash[])
    .map(clash => {
      const when = `${formatTime(clash.startsAt)}至${formatTime(clash.endsAt)}`
      return `${withPersons ? `${clash.persons.join("、")}要参加` : ""}“${clash.title}”（${when}）`
    })
    .join("；")
const shortText = (d: Record<string, unknown>) =>
  `须提前${d.needed}${periods[String(d.kind)] ?? "天"}通知（发出当天和开会当天不算），最迟${formatDate(String(d.latest))}发出，现在只有${d.given}${periods[String(d.kind)] ?? "天"}`

export const conveningRefusals: Sentences = {
  preset_unknown: () => "请选开哪一种会。",
  already_convened: () => "通知已经发出，不能再改。要换时间地点，请取消这次会议，另开一次。",
  not_ready_to_convene: () => "还有几处要处理，才能发出通知。",
  date_missing: () => "请填日期和开始时间。",
  meeting_in_past: () => "开始时间已经过去了，请改日期或时间。",
  notice_short: d => `通知期不够：${shortText(d)}。请改日期。`,
  notice_needs_reason: d => `${shortText(d)}。请改日期，或写明为什么来不及。`,
  end_missing: () => "请填散会时间。",
  ends_before_start: () => "散会时间要在开始时间之后。",
  venue_missing: () => "请选地点。",
  venue_taken: d => `这个地点同一时间已有${clashText(d.clashes)}。请换地点或时间。`,
  venue_needs_reason: d => `这个地点同一时间已有${clashText(d.clashes)}。请换地点或时间，或写明原因。`,
  persons_taken: d => `${clashText(d.clashes, true)}，时间重了。请换时间或换人。`,
  persons_need_reason: d => `${clashText(d.clashes, true)}，时间重了。请换时间或换人，或写明原因。`,
  chair_missing: () => "请选主持人。",
  chair_without_account: d => `${d.name}还没有账号，到时打不开主持台。请管理员先开账号，或换一位主持人。`,
  recorder_missing: () => "请选记录人。",
  recorder_without_account: d => `${d.name}还没有账号，到时打不开记录台。请管理员先开账号，或换一位记录人。`,
  agenda_empty: () => "议程还是空的，请至少加一项。",
  agenda_topic_not_ready: d =>
    `${(d.titles as string[]).map(title => `“${title}”`).join("、")}没有备好方案，或者已经排进别的会议。请去掉。`,
  agenda_topic_twice: () => "同一个议题在议程里出现了两次，请去掉一个。",
  topic_not_routed: d =>
    `“${d.title}”还没有判断程序，不知道该由谁来定。请先在议题页判断程序，或者改成“听取意见，不表决”。`,
  item_without_topic: d =>
    `“${d.title}”不是议题，没有判断过程序，不能表决。请先提成议题，或者改成“听取意见，不表决”“通报”。`,
  party_study_missing: d =>
    `“${d.title}”是重要事项，${d.kind}决定以前，先经社区党组织研究讨论（${d.article}）。请在议题页记党组织研究。`,
  party_study_not_agreed: d =>
    `“${d.title}”是重要事项，党组织研究后不同意（${d.article}）。请改好方案，再经党组织研究，或者先不上会。`,
  chain_step_missing: d =>
    `“${d.title}”走四议两公开，还没有“${chainStepNames[d.step as ChainStep]}”的记录，${d.kind}不能表决。请在议题页补记，或者先不上会。`,
  body_missing: d => `请选开${d.kind}的是哪一个组织或者名册。`,
  body_empty: d => `开会那天，选的名册里还没有人，开不成${d.kind}。请先在名册里登记。`,
  participants_missing: () => "还没有选代表，请至少选一位。",
  assembly_not_composed: d =>
    `${d.label}须${d.bar}，现在${d.whole}人中有${d.count}人，这样组成的会议不能表决（${d.article}）。请先补选、登记居民代表，或者把议程改成通报、听取意见。`,
  representatives_missing: () => "名册里没有居民代表会议的成员。请先在名册里登记。",
  participants_ended: d => `${(d.names as string[]).join("、")}到开会那天已经不是代表了，请换人。`,
  person_twice: d => `${d.name}选了两次。同一个人只能以一个身份参加，请去掉一个。`,
  cancel_reason_missing: () => "请写明为什么取消。",
  not_cancellable: () => "会议正在进行或已经结束，不能取消。",
  not_convened: () => "会议通知要在发出之后、散会之前才能印。",
  no_codes_now: () => "签到码在发出通知之后、散会之前才有。",
  code_already_replaced: () => "这个签到码刚刚已经换过了，请看新的码。",
  venue_name_taken: () => "已经有同名的议事点了，请换一个名称。",
  address_unknown: () =>
    "现在是用本机地址打开的，别的设备扫不到。请用局域网地址打开本页，或请管理员设置对外地址，再印签到条。",
}
