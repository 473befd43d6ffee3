import type { Sentences } from "~/web/refusals"

export const roundsAuditWords: Sentences = {}
