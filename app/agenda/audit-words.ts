import type { Sentences } from "~/web/refusals"
import { topicOutcomeNames } from "./rules"

/** What each entry of the audit log says on a timeline. */
export const agendaAuditWords: Sentences = {
  "issue.madeTopic": d => `做成议题“${d.title}”（${d.number}）`,
  "topic.created": d => `提出议题“${d.title}”`,
  "topic.edited": d => (d.before === d.title ? "改了议题说明" : `议题改名为“${d.title}”`),
  "proposal.written": () => "写了第一稿方案",
  "proposal.reworded": d => `方案改到第${d.version}稿`,
  "topic.photoAdded": d => (d.caption ? `加了照片“${d.caption}”` : "加了一张照片"),
  "topic.scheduled": d => `排进${d.meeting}`,
  "topic.unscheduled": d => `从${d.meeting}退回，等下一次会议`,
  "topic.decided": d => `会上议决：${topicOutcomeNames[d.outcome as keyof typeof topicOutcomeNames] ?? ""}`,
}
