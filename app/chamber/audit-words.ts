import type { Sentences } from "~/web/refusals"
import { attendanceAuditWords } from "./attendance/audit-words"
import { motionsAuditWords } from "./motions/audit-words"
import { paperAuditWords } from "./paper/audit-words"
import { roundsAuditWords } from "./rounds/audit-words"
import { speakingAuditWords } from "./speaking/audit-words"

const outcomes: Record<string, string> = { passed: "通过", notPassed: "未通过", cannotBeCounted: "无法计算" }

/** What each entry of the audit log says on a timeline. Seats taken and given up are no events of the meeting. */
export const chamberAuditWords: Sentences = {
  ...attendanceAuditWords,
  ...speakingAuditWords,
  ...motionsAuditWords,
  ...roundsAuditWords,
  ...paperAuditWords,
  "meeting.checkInOpened": () => "开始签到",
  "meeting.started": d => `宣布开会，应到${d.entitled}人，实到${d.present}人`,
  "meeting.adjourned": d => `休会：${d.reason}`,
  "meeting.resumed": d => `复会，应到${d.entitled}人，实到${d.present}人`,
  "meeting.itemTaken": d => `进入第${d.ordinal}项：${d.title}`,
  "meeting.closed": () => "散会",
  "attendance.arrived": d => `${d.name}签到`,
  "attendance.returned": d => `${d.name}返回会场`,
  "attendance.left": d => `${d.name}离会`,
  "attendance.excused": d => `${d.name}请假：${d.reason}`,
  "speech.recorded": d => `记下${d.name}的发言`,
  "speech.edited": () => "改了一条发言记录",
  "motion.put": d => `提出表决事项：${d.content}`,
  "motion.edited": d => `改了表决事项：${d.content}`,
  "motion.recused": d => `${d.name}对一件表决事项回避：${d.reason}`,
  "round.tieDecided": d => `票数相同，主持人定夺：${d.castingVote === "for" ? "赞成" : "反对"}`,
  "round.opened": d => `开始${d.means === "hands" ? "举手" : d.secret ? "无记名" : "记名"}表决，第${d.ordinal}轮`,
  "round.closed": d => `结束表决，收到${d.cast}票`,
  "round.proclaimed": d => `公布表决结果：${outcomes[String(d.outcome)] ?? ""}`,
  "round.annulled": d => `作废一次表决：${d.reason}`,
}
