import type { Sentences } from "~/web/refusals"

export const intakeRefusals: Sentences = {}
