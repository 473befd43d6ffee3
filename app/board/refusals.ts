import type { Sentences } from "~/web/refusals"

export const boardRefusals: Sentences = {}
