import type { Sentences } from "~/web/refusals"

const officeOf = (d: Record<string, unknown>) => (d.office === "scrutineer" ? "监票人" : "计票人")

export const paperAuditWords: Sentences = {
  "paper.issued": d => `发出纸质表决票${d.count}张`,
  "paper.fallenBack": d => `表决改用纸票，发出${d.count}张，平板上已经投的照算`,
  "paper.returned": d => `收回纸质表决票${d.count}张`,
  "paper.returnedBeforeEnd": d =>
    Array.isArray(d.serials)
      ? `第${d.serials.join("、")}号纸质表决票是委托结束以前交来的，补登收回`
      : `${d.count}张纸质表决票是委托结束以前交来的，补登收回`,
  "paper.missing": d => `登记未收回的纸质表决票${d.count}张`,
  "paper.reopened": d =>
    Array.isArray(d.serials)
      ? `第${d.serials.join("、")}号纸质表决票登记错了，改回在外面`
      : `${d.count}张纸质表决票登记错了，改回在外面`,
  "paper.withdrawn": d => `纸质表决票作废${d.count}张`,
  "paper.exchanged": () => "换发一张写坏的纸质表决票",
  "paper.duplicateKept": () => "收到一张重复的纸质表决票，另存，不计",
  "paper.readingsDiffered": d => `第${d.sheet}张纸票两遍读得不一样，重新读`,
  "paper.officerNamed": d => `推定${d.name}为${officeOf(d)}`,
  "paper.officerWithdrawn": d => `${d.name}不再计票、监票`,
  "paper.handsCounted": d => `${d.name}报了举手的数`,
}
