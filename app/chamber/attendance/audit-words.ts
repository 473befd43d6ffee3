import type { Sentences } from "~/web/refusals"

export const attendanceAuditWords: Sentences = {
  "attendance.signed": d => `${d.name}在平板上签名`,
  "attendance.helped": d => `为${d.name}代操作平板：${d.reason}`,
  "attendance.proxyRecorded": d => `登记${d.principal}委托${d.holder}：${d.letter}`,
  "attendance.proxyRevoked": d => `撤回${d.principal}的委托`,
  "attendance.proxyEnded": d => `${d.principal}本人到会，委托结束`,
}
