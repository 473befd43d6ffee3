import { type ProcedureKey, procedureNames } from "~/rulebook/routing"
import type { Sentences } from "~/web/refusals"

const nameOf = (key: unknown) => procedureNames[key as ProcedureKey] ?? "别的程序"

/** What happened and what to do next, for each code this room refuses with. */
export const rulebookRefusals: Sentences = {
  // Of an item of an agenda also which one, and that it may be talked over there.
  wrong_procedure: d =>
    `${d.title ? `“${d.title}”` : ""}不能用“${nameOf(d.means)}”来定，要走“${nameOf(d.procedure)}”。${d.why}依据：${d.article}。${
      d.title ? "要在会上谈，请改成“听取意见，不表决”。" : ""
    }`,
  weaker_than_law: d => `“${d.label}”可以比法律更严，不能更宽。法定下限：${d.floor}。依据：${d.article}。`,
  setting_fixed: d => `“${d.label}”不能改。依据：${d.article}。`,
  setting_unknown: () => "这个规程里没有这一项。请刷新本页再改。",
  setting_value_wrong: d => `“${d.label}”填的值看不明白，或者超出了可以填的范围。请重新填。`,
  citation_missing: d => `“${d.label}”改了，请写明依据：哪个文件、第几条。`,
  citation_not_enough: d => `“${d.label}”${d.hint}。${d.article}。`,
  estate_missing: () => "请选一个小区。业主的规程每个小区各定各的，其他规程全社区用一个。",
  draft_exists: d => `已经有一份草稿（第${d.ordinal}版，${d.by}起草）。请在那一份上改，或者先撤回它。`,
  version_fixed: d => `这一版现在是“${d.state}”，不能这样办了。请刷新本页；要改的，另起草一版。`,
  version_overtaken: d =>
    `第${d.ordinal}版在它之后启用过，这一版不能再启用。要用这一版的内容，请另起草一版，由另一个人核对。`,
  not_your_draft: () => "草稿由起草人自己改，核对才由另一个人做。要接手的，请先撤回它，再起草一份。",
  same_person_checks: () => "起草的人不能自己核对。请另一位同事登录后逐项核对。",
  basis_missing: () => "还没有写这一版是谁、什么时候定的。请起草人填好依据再核对。",
  check_not_confirmed: () => "请对照原文逐项核对，勾选“已逐项核对”后再按。",
}
