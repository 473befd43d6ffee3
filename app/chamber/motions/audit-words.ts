import type { Sentences } from "~/web/refusals"

export const motionsAuditWords: Sentences = {}
