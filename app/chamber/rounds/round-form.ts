import { z } from "zod"
import { challengeGrounds } from "#db/schema/chamber-rounds"
import type { Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { answerChallenge, raiseChallengeAtDesk } from "./challenges"
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

export const roundIntents = [...votingIntents, ...challengeIntents] as const

export type RoundPress = z.output<(typeof roundIntents)[number]>

export const isRoundPress = (form: { intent: string }): form is RoundPress =>
  roundIntents.some(({ shape }) => shape.intent.value === form.intent)

/** Does what was pressed, on a round of this meeting. Refusals of the use cases. */
export function pressOnRound(ctx: Ctx, _meetingId: string, form: RoundPress): Promise<Result<unknown>> {
  switch (form.intent) {
    case "lastCall":
      return callLast(ctx, form.roundId, { seconds: form.seconds })
    case "endVoting":
      return endVoting(ctx, form.roundId)
    case "resumeVoting":
      return resumeVoting(ctx, form.roundId)
    case "answerChallenge":
      return answerChallenge(ctx, form)
    case "deskChallenge":
      return raiseChallengeAtDesk(ctx, form)
  }
}
