import { z } from "zod"
import { stances } from "#db/schema/chamber-speaking"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { askForSomeone, grantAnother, withdrawForSomeone } from "./queue"
import { wishOf } from "./rules"
import { beginTurn, endTurn, pauseTurn, putBack, resumeTurn } from "./turns"

const requestId = z.string()

/** What is pressed of the speaking, on 发言台 and on the console; the names stand in one table with the console's own. */
export const speakingIntents = [
  z.object({
    intent: z.literal("askForSomeone"),
    participantId: z.string().min(1, "请选择谁要发言"),
    /** A stance, or 程序问题. */
    say: z.enum([...stances, "pointOfOrder"], "请选择态度，或者选程序问题"),
  }),
  z.object({ intent: z.literal("beginTurn"), requestId }),
  z.object({ intent: z.literal("pauseTurn"), requestId }),
  z.object({ intent: z.literal("resumeTurn"), requestId }),
  z.object({ intent: z.literal("endTurn"), requestId }),
  z.object({ intent: z.literal("putBack"), requestId }),
  z.object({ intent: z.literal("grantAnother"), requestId }),
  z.object({ intent: z.literal("withdrawRequest"), requestId }),
] as const

export const SpeakingForm = z.discriminatedUnion("intent", speakingIntents)

export function pressOnSpeaking(
  ctx: Ctx,
  meetingId: string,
  form: z.output<typeof SpeakingForm>,
): Promise<Result<{ requestId: string } | null>> {
  switch (form.intent) {
    case "askForSomeone":
      return askForSomeone(ctx, { meetingId, participantId: form.participantId, ...wishOf(form.say) })
    case "beginTurn":
      return beginTurn(ctx, { meetingId, requestId: form.requestId })
    case "pauseTurn":
      return pauseTurn(ctx, { meetingId, requestId: form.requestId })
    case "resumeTurn":
      return resumeTurn(ctx, { meetingId, requestId: form.requestId })
    case "endTurn":
      return endTurn(ctx, { meetingId, requestId: form.requestId })
    case "putBack":
      return putBack(ctx, { meetingId, requestId: form.requestId })
    case "grantAnother":
      return grantAnother(ctx, { meetingId, requestId: form.requestId })
    case "withdrawRequest":
      return withdrawForSomeone(ctx, { meetingId, requestId: form.requestId })
  }
}
