import type { Sentences } from "~/web/refusals"

export const attendanceRefusals: Sentences = {}
