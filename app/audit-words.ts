import { agendaAuditWords } from "~/agenda/audit-words"
import { boardAuditWords } from "~/board/audit-words"
import { chamberAuditWords } from "~/chamber/audit-words"
import { conveningAuditWords } from "~/convening/audit-words"
import { estatesAuditWords } from "~/estates/audit-words"
import { followupAuditWords } from "~/followup/audit-words"
import { intakeAuditWords } from "~/intake/audit-words"
import { peopleAuditWords } from "~/people/audit-words"
import { pollingAuditWords } from "~/polling/audit-words"
import { recordsAuditWords } from "~/records/audit-words"
import { registryAuditWords } from "~/registry/audit-words"
import { rulebookAuditWords } from "~/rulebook/audit-words"
import type { Sentences } from "~/web/refusals"

/** What every action of the audit log says, room by room. */
export const auditWords: Sentences = {
  ...registryAuditWords,
  ...peopleAuditWords,
  ...estatesAuditWords,
  ...rulebookAuditWords,
  ...intakeAuditWords,
  ...agendaAuditWords,
  ...conveningAuditWords,
  ...chamberAuditWords,
  ...pollingAuditWords,
  ...recordsAuditWords,
  ...followupAuditWords,
  ...boardAuditWords,
}
