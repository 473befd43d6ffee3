import type { Sentences } from "~/web/refusals"

export const attendanceAuditWords: Sentences = {}
