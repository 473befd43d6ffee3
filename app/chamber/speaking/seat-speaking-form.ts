import { z } from "zod"
import { stances } from "#db/schema/chamber-speaking"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { askToSpeak, withdrawOwnRequest } from "./queue"
import { wishOf } from "./rules"

/** What is pressed on a delegate's tablet. */
export const SeatSpeakingForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("askToSpeak"), say: z.enum([...stances, "pointOfOrder"], "请选择您的态度") }),
  z.object({ intent: z.literal("withdrawOwnRequest"), requestId: z.string() }),
])

export function pressOnSeatSpeaking(ctx: Ctx, form: z.output<typeof SeatSpeakingForm>): Promise<Result<unknown>> {
  return form.intent === "askToSpeak" ? askToSpeak(ctx, wishOf(form.say)) : withdrawOwnRequest(ctx, form.requestId)
}
