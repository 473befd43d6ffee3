import type { Sentences } from "~/web/refusals"

/** What happened and what to do next, for each code this room refuses with. */
export const rulebookRefusals: Sentences = {}
