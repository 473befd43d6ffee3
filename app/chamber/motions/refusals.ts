import type { Sentences } from "~/web/refusals"

export const motionsRefusals: Sentences = {}
