import type { Sentences } from "~/web/refusals"

export const speakingRefusals: Sentences = {}
