import type { Sentences } from "~/web/refusals"

export const conveningRefusals: Sentences = {}
