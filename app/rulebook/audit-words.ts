import type { Sentences } from "~/web/refusals"

const which = (d: Record<string, unknown>) => `${d.name}第${d.ordinal}版`

/** What each entry of the audit log says on a timeline. */
export const rulebookAuditWords: Sentences = {
  "rulebook.drafted": d => `起草${which(d)}`,
  "rulebook.edited": d => `改了${which(d)}的草稿`,
  "rulebook.checked": d => `核对了${which(d)}`,
  "rulebook.enabled": d => `启用${which(d)}`,
  "rulebook.superseded": d => `${which(d)}由第${d.by}版替代`,
  "rulebook.withdrawn": d => `撤回了${which(d)}`,
}
