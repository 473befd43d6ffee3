import type { Sentences } from "~/web/refusals"

export const peopleRefusals: Sentences = {
  sign_in_failed: () => "名字（或手机号）与密码对不上。请再看一遍；忘了密码，请社区管理员重设。",
  already_founded: () => "社区已经建好了。请直接登录。",
  password_wrong: () => "现在的密码不对，请再填一次。",
  password_weak: d => `${d.problem}。`,
}
