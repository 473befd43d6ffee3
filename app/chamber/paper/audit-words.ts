import type { Sentences } from "~/web/refusals"

export const paperAuditWords: Sentences = {}
