import type { Sentences } from "~/web/refusals"

export const peopleRefusals: Sentences = {
  sign_in_failed: () => "名字（或手机号）与密码对不上。请再看一遍；忘了密码，请社区管理员重设。",
  already_founded: () => "社区已经建好了。请直接登录。",
  password_wrong: () => "现在的密码不对，请再填一次。",
  password_weak: d => `${d.problem}。`,

  login_name_wrong: d => `${d.problem}。`,
  login_name_taken: d => `登录名“${d.loginName}”已经有人用，请换一个。`,
  account_phone_taken: d => `手机号${d.phone}已经用在另一个账号上。请核对号码，或先改那个账号的手机号。`,
  account_exists: d => `${d.name}已经有账号，不必再建。要改岗位或重设密码，请在账号列表里打开。`,
  role_needed: () => "请至少勾选一个岗位。",
  last_administrator: () => "这是社区唯一能用的管理员账号，不能停用，也不能取消管理员岗位。请先让另一位担任管理员。",
  account_disabled: d => `${d.name}的账号已停用。请先恢复账号，再重设密码。`,
  nobody_chosen: () => "请至少勾选一人。",
  session_ended: () => "这次登录已经结束，不用再办。",

  phone_taken: d => `手机号${d.phone}已经登记在${d.holder}名下。请核对号码；确实是同一个人的，请改那一条。`,
  person_ambiguous: d => `名册里有${d.count}位${d.name}，分不清是哪一位。请填手机号，或先在名册里补上手机号。`,
  person_not_told_apart: d => `名册里已有一位${d.name}。请填手机、住址或备注，把两位分清。`,
  phone_wrong: d => `电话“${d.text}”看不明白。手机填11位数字，座机填区号和号码。`,
  date_invalid: d => `日期“${d.text}”不存在或看不明白，请写成2026-10-09的样子。`,
  term_backwards: () => "任期的最后一天早于第一天，请改一改。",
  delegate_exists: d => `${d.name}已经是${d.delegation}代表。要改任期，请在名册里打开这一条。`,
  representative_exists: d => `${d.name}已经在居民代表会议名册里。要改，请在名册里打开这一条。`,
  consent_in_future: () => "日期不能晚于今天，请填本人说的那一天。",
  term_exists: d =>
    `${d.name}在${d.body}已有一个任期（${d.since}至${d.until}），日子有重合。请改日期，或先结束那个任期。`,
  body_name_taken: d => `已经有叫“${d.name}”的组织，请换一个名称，或在名册里打开那一条。`,
  body_estate_needed: () => "请选这个业委会属于哪个小区。",
  person_blotted: () => "这位的个人信息已经按要求遮去，不能再登记职务或改资料。确有需要，请重新登记人员。",
  organization_name_taken: d => `已经有叫“${d.name}”的单位，请打开那一条改，或换一个名称。`,
  resident_group_taken: d => `已经有叫“${d.name}”的居民小组，请换一个名称。`,
  grid_name_taken: d => `已经有叫“${d.name}”的网格，请换一个名称。`,
  grid_parent_wrong: () => "网格下面可以有微网格，微网格下面不能再分。请重选上级网格。",
}
