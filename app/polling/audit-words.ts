import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import { deliveryMeansNames } from "./rules"

const outcomes: Record<string, string> = { passed: "通过", notPassed: "未通过", cannotBeCounted: "无法计算" }

/** What each entry of the audit log says on a timeline. What a paper says is never told, only that one came. */
export const pollingAuditWords: Sentences = {
  "poll.drafted": d => `起草书面表决“${d.title}”`,
  "poll.edited": () => "改了书面表决的内容",
  "poll.announced": d =>
    `公告书面表决（${d.number}），共${d.papers}张票，${formatDate(String(d.opensOn))}至${formatDate(String(d.closesOn))}收票`,
  "poll.opened": d => `开始收票，到${formatDate(String(d.closesOn))}截止`,
  "poll.delivered": d =>
    `登记送达${d.papers}张票（${deliveryMeansNames[d.means as keyof typeof deliveryMeansNames] ?? ""}）`,
  "poll.ballotEntered": () => "录入一张表决票",
  "poll.ballotChecked": () => "核对一张表决票，与原票一致",
  "poll.paperSetAside": () => "另存一张表决票，不计入",
  "poll.countEntered": d => `录入第${d.ordinal}次计票单`,
  "poll.countChecked": d => `核对第${d.ordinal}次计票单`,
  "poll.closed": d => `结束收票并计票，收回${d.papers}张，结果：${outcomes[String(d.outcome)] ?? ""}`,
  "poll.proclaimed": d => `公布结果：${outcomes[String(d.outcome)] ?? ""}`,
  "poll.announcementSent": () => "把计票结果公告送另一个人核对",
  "poll.announcementReleased": () => "核对放行了计票结果公告",
  "poll.announcementPrintRefused": () => "打印计票结果公告被拦下：还没有放行",
  "poll.cancelled": d => `取消书面表决：${String(d.reason).replace(/。$/, "")}`,
}

/** One row for each paper would bury the rest: the page of a poll leaves them out of its timeline. */
export const manyOnAPoll = ["poll.ballotEntered", "poll.ballotChecked"]
