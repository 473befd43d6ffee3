import { z } from "zod"
import { challengeGrounds } from "#db/schema/chamber-challenges"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { answerChallenge, raiseChallengeAtDesk } from "./challenges"

/** What is pressed about a round that waits for its proclamation. */
export const challengeIntents = [
  z.object({
    intent: z.literal("answerChallenge"),
    challengeId: z.string(),
    answer: z.string().trim().min(1, "请写明怎么核对、怎么答复的").max(500, "最多500字"),
  }),
  z.object({
    intent: z.literal("deskChallenge"),
    roundId: z.string(),
    participantId: z.string().min(1, "请选是谁提出的"),
    ground: z.enum(challengeGrounds, "请选提出什么异议"),
  }),
] as const

export type ChallengePress = z.output<(typeof challengeIntents)[number]>

export const isChallengePress = (form: { intent: string }): form is ChallengePress =>
  challengeIntents.some(({ shape }) => shape.intent.value === form.intent)

/** Does what was pressed about a challenge. Refusals of the use cases. */
export function pressOnChallenge(ctx: Ctx, form: ChallengePress): Promise<Result<unknown>> {
  switch (form.intent) {
    case "answerChallenge":
      return answerChallenge(ctx, form)
    case "deskChallenge":
      return raiseChallengeAtDesk(ctx, form)
  }
}
