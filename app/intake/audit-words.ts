import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import { channelNames, type IssueChannel } from "./channels"
import { satisfactionNames, triageNames } from "./rules"

const because = (reason: unknown) => (reason ? `，${reason}` : "")

/** What each entry of the audit log says on a timeline. */
export const intakeAuditWords: Sentences = {
  "issue.reported": d => `登记，来自${channelNames[d.channel as IssueChannel] ?? "其他"}`,
  "issue.imported": d => `从网格表导入，第${d.row}行`,
  "issue.edited": d => `改了${(d.fields as string[]).join("、") || "内容"}`,
  "issue.updatedByImport": d => `按网格表改了${(d.fields as string[]).join("、")}`,
  "issue.supported": d => `${d.name || "又有居民"}附议`,
  "issue.accepted": () => "受理",
  "issue.sorted": d =>
    [
      `处置为${triageNames[d.triage as keyof typeof triageNames]}${because(d.reason)}`,
      d.handler ? `由${d.handler}办` : "",
      d.answerDueOn ? `${formatDate(d.answerDueOn as string)}前答复` : "",
    ]
      .filter(Boolean)
      .join("，"),
  "issue.rescheduled": d =>
    [
      d.handler === d.handlerBefore ? "" : d.handler ? `改由${d.handler}来办` : "不再写明由谁办",
      d.answerDueOn === d.answerDueBefore ? "" : `答复时限改到${formatDate(d.answerDueOn as string)}`,
      d.reason,
    ]
      .filter(Boolean)
      .join("，"),
  "issue.answered": d => `受理答复（${d.means}）：${d.content}`,
  "issue.closed": d => `办结答复（${d.means}）：${d.content}`,
  "issue.merged": d => `并入${d.number}“${d.title}”${because(d.reason)}`,
  "issue.gathered": d => `${d.number}“${d.title}”并了进来${because(d.reason)}`,
  "issue.unmerged": d => {
    const backTo = d.backTo as { number: string; title: string } | undefined
    const where = backTo ? `，回到${backTo.number}“${backTo.title}”` : ""
    return `从${d.number}“${d.title}”拆开${where}${because(d.reason)}`
  },
  "issue.parted": d => `${d.number}“${d.title}”拆了出去${because(d.reason)}`,
  "issue.reopened": d => `重新打开${because(d.reason)}`,
  "issue.rated": d =>
    [
      `${d.means === "followPage" ? "提出人评价" : "记下提出人的评价"}：${satisfactionNames[d.level as keyof typeof satisfactionNames]}`,
      d.comment,
    ]
      .filter(Boolean)
      .join("，"),
}
