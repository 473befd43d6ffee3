import type { Sentences } from "~/web/refusals"

export const agendaRefusals: Sentences = {}
