import type { Sentences } from "~/web/refusals"

/** What each entry of the audit log says on a timeline. */
export const recordsAuditWords: Sentences = {
  "minutes.drafted": () => "起草了会议纪要",
  "minutes.edited": () => "改了会议纪要的文字",
  "minutes.sent": () => "把会议纪要送主持人核准",
  "minutes.approved": d => `核准了会议纪要（${d.year}年第${d.sequence}号）`,
  "meeting.minuted": () => "会议已出纪要",
  "resolution.drafted": () => "起草了决议",
  "resolution.edited": () => "改了决议的文字",
  "resolution.sent": () => "把决议送主持人核准",
  "resolution.approved": d => `核准了决议（${d.year}年第${d.sequence}号）`,
}
