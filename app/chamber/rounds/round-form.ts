import { z } from "zod"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { challengeIntents, isChallengePress, pressOnChallenge } from "./challenge-form"
import { callLast, endVoting, resumeVoting } from "./voting"

/** What is pressed about the round under way. */
const votingIntents = [
  z.object({
    intent: z.literal("lastCall"),
    roundId: z.string(),
    /** Empty: without a countdown. */
    seconds: z
      .string()
      .trim()
      .regex(/^\d{0,3}$/, "请写秒数")
      .default("")
      .transform(text => (text === "" ? null : Number(text))),
  }),
  z.object({ intent: z.literal("endVoting"), roundId: z.string() }),
  z.object({ intent: z.literal("resumeVoting"), roundId: z.string() }),
] as const

export const roundIntents = [...votingIntents, ...challengeIntents] as const

export type RoundPress = z.output<(typeof roundIntents)[number]>

export const isRoundPress = (form: { intent: string }): form is RoundPress =>
  roundIntents.some(({ shape }) => shape.intent.value === form.intent)

/** Does what was pressed, on a round of this meeting. Refusals of the use cases. */
export function pressOnRound(ctx: Ctx, form: RoundPress): Promise<Result<unknown>> {
  if (isChallengePress(form)) return pressOnChallenge(ctx, form)
  switch (form.intent) {
    case "lastCall":
      return callLast(ctx, form.roundId, { seconds: form.seconds })
    case "endVoting":
      return endVoting(ctx, form.roundId)
    case "resumeVoting":
      return resumeVoting(ctx, form.roundId)
  }
}
