import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { fallBackToPaper } from "./papers"

/** What the console may press of paper; everything else is done on the pages of the count. */
export const paperIntents = [z.object({ intent: z.literal("fallBackToPaper"), roundId: z.string() })] as const

export type PaperForm = z.output<(typeof paperIntents)[number]>

export function pressOnPaper(ctx: Ctx, form: PaperForm): Promise<Result<unknown>> {
  switch (form.intent) {
    case "fallBackToPaper":
      return fallBackToPaper(ctx, form.roundId)
  }
}
