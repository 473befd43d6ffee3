import type { Sentences } from "~/web/refusals"

export const followupRefusals: Sentences = {}
