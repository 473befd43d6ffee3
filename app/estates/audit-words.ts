import { formatDate } from "~/law/civil-date"
import type { Sentences } from "~/web/refusals"

/** What each entry of the audit log says on a timeline. */
export const estatesAuditWords: Sentences = {
  "estate.registered": d => `登记了${d.name}`,
  "estate.changed": d => `改了${d.name}的资料`,
  "estate.imported": d => `从房屋清册导入：新增${d.added}套，更新${d.changed}套`,
  "building.registered": d => `登记了${d.name}`,
  "building.changed": d => `改了${d.name}的资料`,
  "building.assigned": d => `${d.person}任${d.name}${d.duty}，自${formatDate(String(d.since))}起`,
  "building.assignmentEnded": d => `${d.person}不再任${d.name}${d.duty}，到${formatDate(String(d.until))}为止`,
  "unit.registered": d => `登记了${d.name}`,
  "unit.changed": d => `改了${d.name}的资料`,
  "unit.ownersSet": d => `登记了${d.name}的业主`,
}
