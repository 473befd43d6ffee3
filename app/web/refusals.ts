import type { Refusal } from "~/law/result"

/** A Chinese sentence for each code: what happened, and what to do next. */
export type Sentences = Record<string, (detail: Record<string, unknown>) => string>

/** What any room may answer. */
export const commonRefusals: Sentences = {
  not_found: () => "没有找到。可能地址不对，或者已经不在这里。",
  forbidden: () => "您的岗位不能办这件事。需要办的话，请找社区管理员开通。",
  changed_meanwhile: d => `${d.by ? `${d.by}刚刚改过` : "刚刚有人改过"}。您填的都还在，请看清下面的变化再保存。`,
  too_many_attempts: d => `试的次数太多，请${d.minutes ?? 10}分钟后再试。`,
  disk_full: () => "电脑的磁盘满了，这一次没有保存，以前保存的都在。请腾出空间，退回上一页再按一次。",
  body_too_large: d => `内容太大，最多${d.megabytes}MB。请缩小后再传。`,
  body_unreadable: () => "没有收到完整的内容，可能网络断了一下。请再试一次。",
  invalid: () => "有几处要改，请看每一处下面的说明。",
}

/** Status by code; whatever is not named here is a 400. */
const statusOfCode: Record<string, number> = {
  not_found: 404,
  forbidden: 403,
  changed_meanwhile: 409,
  too_many_attempts: 429,
  disk_full: 507,
  body_too_large: 413,
}

export const statusOf = (refusal: Refusal): number =>
  typeof refusal.detail.status === "number" ? refusal.detail.status : (statusOfCode[refusal.code] ?? 400)

/** The sentence for a refusal; a code without one is a bug, and says so in tests by naming itself. */
export const speak = (sentences: Sentences, refusal: Refusal): string =>
  sentences[refusal.code]?.(refusal.detail) ?? `办不了（${refusal.code}）。请把这句话告诉管理员。`
