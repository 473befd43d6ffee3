import type { Sentences } from "~/web/refusals"

export const speakingAuditWords: Sentences = {}
