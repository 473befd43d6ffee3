import type { Sentences } from "~/web/refusals"

export const recordsRefusals: Sentences = {}
