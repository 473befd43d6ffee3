import type { Sentences } from "~/web/refusals"

export const motionsRefusals: Sentences = {
  escalation_missing: () => "选了提交更高程序，请选由哪个程序决定。",
  election_plain: () => "推选只有选上、没有选上，请把“通过后算什么”选成“同意”。",
  mover_not_entitled: d => `${d.name}是列席人员，可以发言，不能提表决事项和修正。请选一位代表，或者选“会议提出”。`,
  motion_withdrawn: () => "这一件已经撤回或者已经采纳，不再表决。请刷新本页看现在的事项。",
  amendment_pending: d => `第${d.ordinal}件修正还没有定。请先表决、采纳或者撤回那件修正，再办这一件。`,
  amendment_of_amendment: () => "修正案不能再修正。要换说法，请撤回这件修正，另提一件。",
  amendment_not_edited: () => "修正案提出以后不改文字。要换说法，请撤回这件修正，另提一件。",
  amendment_says_the_same: () => "修正后的文字和原来一样。请写出改成什么。",
  election_not_amended: () => "推选不能修正文字。候选人有变化的，请撤回这一件，另提一件。",
  recommender_missing: () => "请写是哪个组织的建议，如业主委员会、议事小组。",
  opinion_missing: () => "请写不同意见是什么。",
  holder_missing: () => "请选是谁的意见；不止一人的，写是哪些人。",
  explanation_missing: () => "写了谁解释的，请把怎么解释的也写上。",
  explainer_missing: () => "写了解释，请写是谁解释的。",
  not_an_amendment: () => "只有修正案可以不经表决采纳，这一件要经过表决。",
}
