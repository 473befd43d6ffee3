import type { Sentences } from "~/web/refusals"

/** What each entry of the audit log says on a timeline. */
export const rulebookAuditWords: Sentences = {}
