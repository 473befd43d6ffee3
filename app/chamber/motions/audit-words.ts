import type { Sentences } from "~/web/refusals"

export const motionsAuditWords: Sentences = {
  "motion.amendmentMoved": d => `对第${d.amendsOrdinal}件提出修正：${d.content}`,
  "motion.amended": d => `第${d.ordinal}件按第${d.amendmentOrdinal}件修正改成：${d.content}`,
  "motion.adopted": d => `第${d.ordinal}件修正不经表决采纳：${d.reason}`,
  "motion.recommended": d => `${d.body}对第${d.ordinal}件${d.stance}：${d.reason}`,
  "motion.dissented": d => `记下${d.heldBy}对第${d.ordinal}件的不同意见`,
  "motion.dissentExplained": d => `${d.by}对${d.heldBy}的不同意见作了解释`,
  "motion.withdrawn": d => `撤回第${d.ordinal}件：${d.reason}`,
}
