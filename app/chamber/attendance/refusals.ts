import type { Sentences } from "~/web/refusals"

export const attendanceRefusals: Sentences = {
  code_needs_name: () => "有人在反复试签到码，现在要把姓名和签到码一起填上才能签到。填不了的，请到签到台办理。",

  no_proxies_by_rule: () => "这次会议的议事规则不设委托，只能本人到会。来不了的，请登记请假。",
  proxy_for_oneself: () => "委托人和受托人是同一个人。请另选受托人。",
  already_stood_for: d => `${d.name}已经委托了别人。要改，请先撤回原来的委托。`,
  holder_gave_away: d => `${d.name}自己已经委托了别人，不能再接受委托。请另选受托人。`,
  principal_holds: d => `${d.name}正接受别人的委托，不能再委托出去。请先撤回那份委托。`,
  holder_full: d => `${d.name}接受的委托已满${d.most}份，不能再接受。请另选受托人。`,
  proxy_only_entitled: d => `${d.name}是列席人员，不参加表决，不能委托，也不能接受委托。`,
  principal_present: d => `${d.name}在会场，由本人表决，不用委托。本人要走的，请先登记离会。`,
  letter_missing: () => "请写明委托书：哪天写的、原件在哪里。",
  meeting_over_for_proxies: () => "会议还没有召集，或者已经散会，现在不办委托。",
  proxy_ended: () => "这份委托已经结束，不用再撤回。",

  helper_reason_missing: () => "请选择为什么代操作。",
  helper_reason_unknown: () => "请从列出的原因里选一个，或者选其他并写明。",
  helped_seat_signs_nothing: () => "现在是工作人员代操作，不能替本人签名。请本人在签到台的纸上签名。",

  signature_missing: () => "还没有签名。请在框里写上姓名，再按签好了；不想在平板上签的，请到签到台纸上签名。",
  signature_too_short: () => "只有一点笔画，看不出姓名。请清除以后重新写。",
  signature_too_long: () => "笔画太多，没有收下。请清除以后重新写，只写姓名。",
  signature_broken: () => "签名没有完整送到。请清除以后重新写；还是不行的，请到签到台纸上签名。",
  signing_not_agreed: () => "请先在“我同意在平板上签名”前打勾；不同意的，请到签到台纸上签名。",
  signature_statement_changed: () => "上面的文字刚刚变了，请看一遍，再按签好了。",
}
