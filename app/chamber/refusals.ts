import type { Sentences } from "~/web/refusals"

export const chamberRefusals: Sentences = {}
