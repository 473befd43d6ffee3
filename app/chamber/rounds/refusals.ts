import type { Sentences } from "~/web/refusals"

export const roundsRefusals: Sentences = {}
