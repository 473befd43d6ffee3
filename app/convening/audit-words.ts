import type { Sentences } from "~/web/refusals"
import type { Reasons } from "./rules"

/** What each entry of the audit log says on a timeline. */
export const conveningAuditWords: Sentences = {
  "meeting.drafted": d => `起草${d.kind}`,
  "meeting.convened": d => {
    const reasons = (d.reasons ?? {}) as Reasons
    return [
      `发出${d.title}的通知，应到${d.entitled}人${Number(d.observers) > 0 ? `，列席${d.observers}人` : ""}`,
      reasons.notice && `通知期不足的原因：${reasons.notice}`,
      reasons.venue && `地点重叠的原因：${reasons.venue}`,
      reasons.persons && `人员重叠的原因：${reasons.persons}`,
    ]
      .filter(Boolean)
      .join("；")
  },
  "meeting.cancelled": d => `取消会议：${d.reason}`,
  "meeting.codeReplaced": d => `给${d.name}换了签到码`,
  "meeting.slipsPrinted": d => `印了签到条，${d.count}张`,
  "meeting.notified": d => `已通知${d.told}人，共${d.whole}人`,
  "venue.added": d => `登记议事点“${d.name}”`,
  "venue.changed": d => `改了议事点“${d.name}”`,
}
