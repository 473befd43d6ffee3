import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"

const printWays: Record<string, string> = {
  poster: "打印公示大字版",
  wall: "从公示栏的地址打开公示版",
  papers: "和会议文书一起打印公示版",
}

/** What each entry of the audit log says on a timeline. */
export const recordsAuditWords: Sentences = {
  "minutes.drafted": () => "起草了会议纪要",
  "minutes.edited": () => "改了会议纪要的文字",
  "minutes.sent": () => "把会议纪要送主持人核准",
  "minutes.approved": d => `核准了会议纪要（${d.year}年第${d.sequence}号）`,
  "minutes.confirmed": d => (d.withRemark ? "会议纪要已在后来的会议上确认，有意见" : "会议纪要已在后来的会议上确认"),
  "meeting.minuted": () => "会议已出纪要",
  "resolution.drafted": () => "起草了决议",
  "resolution.edited": () => "改了决议的文字",
  "resolution.sent": () => "把决议送主持人核准",
  "resolution.approved": d => `核准了决议（${d.year}年第${d.sequence}号）`,
  "publicEdition.drafted": d =>
    `起草了公示版${Number(d.version) > 1 ? `第${d.version}版` : ""}，按规则遮盖${d.spots}处`,
  "publicEdition.marked": () => "改了公示版的遮盖",
  "publicEdition.sentBack": d => `把公示版退回修改：${d.reason}`,
  "publicEdition.released": d => `核对放行了公示版（${d.year}年第${d.sequence}号），起草人${d.author}`,
  "publicEdition.withdrawn": d => `撤回了公示版：${d.reason}`,
  "publicEdition.printRefused": d =>
    `${printWays[String(d.way)] ?? "打印公示版"}被拦下：${d.state === "withdrawn" ? "已经撤回" : "还没有放行"}`,
  "countAnnouncement.sent": () => "把计票结果公告送另一个人核对",
  "countAnnouncement.released": () => "核对放行了计票结果公告",
  "countAnnouncement.printRefused": () => "打印计票结果公告被拦下：还没有放行",
  "document.publicRefused": () => "有人从公开的地址打开内部文书，已拦下",
  "notice.posted": d => `张贴了公示，公示到${formatDate(String(d.until))}`,
  "notice.ended": d => (d.isEarly ? `公示提前取下：${d.reason}` : "公示期满，已取下"),
  "notice.photoAdded": () => "拍了公示栏的照片",
  "notice.photoShown": () => "公示栏的照片可以公开",
  "notice.photoHidden": () => "公示栏的照片不再公开",
  "objection.received": d => `收到一条异议，应在${formatDate(String(d.dueOn))}前答复`,
  "objection.answered": d => (d.isLate ? "答复了异议，已过期限" : "答复了异议"),
}
