import type { ChainStep } from "#db/words"
import { formatDate } from "~/law/civil-date"
import { type ProcedureKey, procedureNames } from "~/rulebook/routing"
import type { Sentences } from "~/web/refusals"
import { chainStepNames } from "./chain-rules"
import { partyOpinionNames } from "./party-review-rules"
import { proposalName, topicOutcomeNames } from "./rules"

/** Entries of before proposals had ordinals name none. */
const nth = (d: Record<string, unknown>): string => (typeof d.ordinal === "number" ? proposalName(d.ordinal) : "")

/** What each entry of the audit log says on a timeline. */
export const agendaAuditWords: Sentences = {
  "issue.madeTopic": d => `做成议题“${d.title}”（${d.number}）`,
  "topic.created": d => `提出议题“${d.title}”`,
  "topic.edited": d => (d.before === d.title ? "改了议题说明" : `议题改名为“${d.title}”`),
  "proposal.written": d => `写了${nth(d) || "方案"}的第1稿`,
  "proposal.reworded": d => `${nth(d) || "方案"}改到第${d.version}稿`,
  "proposal.blocked": d => `${nth(d)}办不成：${String(d.reason).replace(/。$/, "")}。准备下一个方案`,
  "topic.fieldworkRecorded": d => `记下调研：${formatDate(String(d.doneOn))}，${d.place}`,
  "topic.photoAdded": d => (d.caption ? `加了照片“${d.caption}”` : "加了一张照片"),
  "topic.routed": d =>
    `判断${Number(d.ordinal) > 1 ? `${nth(d)}的` : ""}程序：${procedureNames[d.procedure as ProcedureKey]}（${d.article}）`,
  "topic.partyReviewed": d =>
    `${d.organization}研究${Number(d.ordinal) > 1 ? nth(d) : ""}（${formatDate(String(d.heldOn))}）：${
      partyOpinionNames[d.opinion as keyof typeof partyOpinionNames]
    }`,
  "topic.chainStepRecorded": d =>
    `记下四议两公开${Number(d.ordinal) > 1 ? `（${nth(d)}）` : ""}的${chainStepNames[d.step as ChainStep]}，${formatDate(
      String(d.heldOn),
    )}：${d.outcome}`,
  "topic.scheduled": d => `排进${d.meeting}`,
  "topic.unscheduled": d => `从${d.meeting}退回，等下一次会议`,
  "topic.reopened": d => `${d.meeting}的表决结果经更正不算数，议题回到会上`,
  "topic.decided": d =>
    `会上议决：${topicOutcomeNames[d.outcome as keyof typeof topicOutcomeNames] ?? ""}${
      d.escalateTo ? `：${procedureNames[d.escalateTo as ProcedureKey]}` : ""
    }${
      d.returnOn ? `，${formatDate(String(d.returnOn))}前再上会` : ""
    }${Array.isArray(d.conditions) ? `。附带条件：${d.conditions.join("；")}` : ""}`,
}
