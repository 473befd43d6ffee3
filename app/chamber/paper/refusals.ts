import type { Sentences } from "~/web/refusals"

export const paperRefusals: Sentences = {}
