import type { ChaseLevel } from "#db/schema/followup"
import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"
import { chaseLevelNames, type TaskRating, taskRatingNames } from "./rules"

type Detail = Record<string, unknown>

const about = (d: Detail) => `${d.number}“${String(d.content ?? "").replace(/[。；]$/, "")}”`
const noted = (d: Detail) => (d.note ? `：${d.note}` : "")
const forHandler = (d: Detail) => (d.onBehalfOf ? `，代${d.onBehalfOf}填` : "")
const listed = (fields: unknown) => (Array.isArray(fields) && fields.length > 0 ? `：${fields.join("、")}` : "")
const howMuch = (d: Detail) =>
  d.total == null || d.quantityDone == null ? "" : `，完成${d.quantityDone}/${d.total}${d.unit ?? ""}`

/** What each entry of the audit log says on a timeline. */
export const followupAuditWords: Sentences = {
  "task.assigned": d => `交办${about(d)}，由${d.handler}办，${formatDate(String(d.dueOn))}前完成`,
  "task.signedFor": d => `签收${about(d)}${forHandler(d)}`,
  "task.reported": d => `${about(d)}报进展${howMuch(d)}${forHandler(d)}${noted(d)}`,
  "task.blocked": d => `${about(d)}受阻${forHandler(d)}${noted(d)}`,
  "task.resumed": d => `${about(d)}恢复办理${forHandler(d)}${noted(d)}`,
  "task.finished": d => `${about(d)}报完工${howMuch(d)}${forHandler(d)}${noted(d)}`,
  "task.inspected": d =>
    `${about(d)}验收通过${d.recheckOn ? `，${formatDate(String(d.recheckOn))}复查` : ""}${noted(d)}`,
  "task.sentBack": d => `${about(d)}验收没有通过，退回重办${noted(d)}`,
  "task.satisfied": d =>
    `${about(d)}评议：${taskRatingNames[d.level as TaskRating] ?? ""}${d.words ? `，${d.words}` : ""}`,
  "task.dissatisfied": d => `${about(d)}评议：不满意，退回重办${d.words ? `，${d.words}` : ""}`,
  "task.rechecked": d => `${about(d)}复查通过${noted(d)}`,
  "task.relapsed": d => `${about(d)}复查没有通过，重新办理${noted(d)}`,
  "task.replaced": d => `${about(d)}走不通，改走下一个方案${noted(d)}`,
  "task.rescheduled": d => `${about(d)}的时限改到${formatDate(String(d.dueOn))}${noted(d)}`,
  "task.photoAdded": d => `${about(d)}加了照片${d.caption ? `“${d.caption}”` : ""}`,
  "task.photoShown": d => `${about(d)}的一张照片放到了公开栏`,
  "task.photoHidden": d => `${about(d)}的一张照片从公开栏撤下`,
  "task.chased": d =>
    `${about(d)}逾期${d.daysLate}天，发出督办单${d.chase}（${chaseLevelNames[d.level as ChaseLevel] ?? ""}）`,
  "resource.added": d => `登记资源${d.number}：${d.provider}，${d.content}`,
  "resource.changed": d => `修改资源${d.number}${listed(d.fields)}`,
  "resource.ended": d => `资源${d.number}停止提供：${d.reason}`,
  "claim.made": d =>
    `${d.claimant}认领“${d.need}”（${d.number}），${formatDate(String(d.dueOn))}前办好：${d.content}${d.resource ? `；用资源${d.resource}` : ""}`,
  "claim.reported": d => `${d.claimant}认领的“${d.need}”报进展${noted(d)}`,
  "claim.finished": d => `${d.claimant}认领的“${d.need}”${formatDate(String(d.doneOn))}完成${noted(d)}`,
  "claim.ended": d => `${d.claimant}不再认领“${d.need}”，重新等人认领${noted(d)}`,
  "task.chaseAnswered": d => `反馈督办单${d.chase}：${d.reply}`,
}
