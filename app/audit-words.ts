import { agendaAuditWords } from "~/agenda/audit-words"
import { boardAuditWords } from "~/board/audit-words"
import { chamberAuditWords } from "~/chamber/audit-words"
import { conveningAuditWords } from "~/convening/audit-words"
import { followupAuditWords } from "~/followup/audit-words"
import { intakeAuditWords } from "~/intake/audit-words"
import { peopleAuditWords } from "~/people/audit-words"
import { recordsAuditWords } from "~/records/audit-words"
import { registryAuditWords } from "~/registry/audit-words"
import type { Sentences } from "~/web/refusals"

/** What every action of the audit log says, room by room. */
export const auditWords: Sentences = {
  ...registryAuditWords,
  ...peopleAuditWords,
  ...intakeAuditWords,
  ...agendaAuditWords,
  ...conveningAuditWords,
  ...chamberAuditWords,
  ...recordsAuditWords,
  ...followupAuditWords,
  ...boardAuditWords,
}
