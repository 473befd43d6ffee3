import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { drawUpCorrection, signCorrection, withdrawCorrection } from "./corrections"

/** What is pressed on the page of a round about its corrections. */
export const correctionIntents = [
  z.object({
    intent: z.literal("drawUpCorrection"),
    kind: z.enum(["note", "setAside"], "请选更正文字还是重新表决"),
    wrong: z.string().trim().min(1, "请写明原来哪里不对").max(500, "最多500字"),
    right: z.string().trim().min(1, "请写明应当是什么，或者为什么重新表决").max(500, "最多500字"),
  }),
  z.object({ intent: z.literal("signCorrection"), correctionId: z.string() }),
  z.object({ intent: z.literal("withdrawCorrection"), correctionId: z.string() }),
] as const

export type CorrectionPress = z.output<(typeof correctionIntents)[number]>

export function pressOnCorrection(ctx: Ctx, roundId: string, form: CorrectionPress): Promise<Result<unknown>> {
  switch (form.intent) {
    case "drawUpCorrection":
      return drawUpCorrection(ctx, { ...form, roundId })
    case "signCorrection":
      return signCorrection(ctx, form)
    case "withdrawCorrection":
      return withdrawCorrection(ctx, form)
  }
}
