import type { Sentences } from "~/web/refusals"
import { issueStateNames } from "./rules"

const stateOf = (state: unknown) => issueStateNames[state as keyof typeof issueStateNames]

export const intakeRefusals: Sentences = {
  issue_moved_on: d =>
    `这个问题${d.state ? `现在是“${stateOf(d.state)}”` : "刚刚有人办过这一步"}，不能再办这一步。请回到问题页看最新情况。`,
  issue_closed: () => "这个问题已经办结，不能再改。居民又提出的话，请重新打开，或者另外登记一条。",
  issue_merged: d =>
    `${d.title ? `“${d.title}”` : "这个问题"}已经并入另一件，跟那一件一起办理和答复。要单独办，请先拆开。`,
  issue_not_merged: () => "这个问题没有并入别的问题，不用拆开。",
  merge_none_chosen: () => "还没有选要并进来的问题。请至少选一件。",
  merge_reason_missing: () => "请写明理由，以后看得明白。",
  merge_deliberate: d => `“${d.title}”已经列为协商。请打开那一件，把别的问题并到它里面。`,
  merge_sorted_first: d => `“${d.title}”已经处置过。请打开那一件，把没有处置的并到它里面。`,
  first_answer_missing: () => "并进来的居民还没有收到受理答复。请写下怎样告诉他们的。",
  sorting_reason_missing: () => "转办和不予受理要写理由。",
  sorting_handler_missing: () => "转办要写明转给哪个单位办。",
  decline_answer_missing: () => "不予受理要把原因向提出人说清楚，请写办结答复。",
  answer_due_past: () => "答复时限已经过去。请改成今天或以后的日子，不填就按通常的时限。",
  change_reason_missing: () => "请写明为什么改，以后看得明白。",
  issue_unchanged: () => "办理人和答复时限都没有变，不用保存。",
  reopen_reason_missing: () => "请写明为什么重新打开。",
  not_answered_yet: () => "这个问题还没有办结答复。答复以后，再请提出人评价。",
  already_rated: () => "这次答复已经评价过了。再次办结以后，可以再评。",
  follow_code_unknown: () => "没有这个查询码。请对照回执，看看10位数字有没有输错。",
  resident_report_empty: () => "请写下您要反映的事情。",
  issue_not_own: () => "只能改自己登记、还没有受理的问题。要改的话，请告诉社区。",
  issue_like_existing: () => "已经有相像的问题。请先看一看，再选附议还是仍然登记。",
  reported_in_future: () => "提出时间在今天之后，请改成居民提出的那一天。",
  grid_unknown: () => "没有这个网格。请从列出的网格里选。",
}
