import { z } from "zod"
import type { Result } from "~/law/result"
import { markedChoice } from "~/ui/Choice"
import type { Ctx } from "~/web/context"
import { correctBallot } from "./ballot-corrections"
import type { BallotWish } from "./ballot-page"
import { castBallot, type Receipt } from "./ballots"

/**
 * What the pages of a ballot send. First the choice comes alone, to be shown and checked; then with the key of its page,
 * to be cast. A tablet with scripts checks it by itself, and sends it once.
 */
export const BallotForm = z.object({
  choice: z.string().default(""),
  /** The boxes of a ballot on which several may be marked. */
  mark: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform(marked => [marked].flat()),
  requestKey: z.string().optional(),
  voterId: z.string().optional(),
  code: z.string().optional(),
})

export type SentBallot = z.output<typeof BallotForm>

export const choiceOf = ({ choice, mark }: SentBallot): string => (choice === markedChoice ? mark.join("+") : choice)

/** The one way from a tablet into the box, with scripts or without. Refusals: those of `castBallot`, `correctBallot`. */
export function handIn(
  ctx: Ctx,
  roundId: string,
  { forParticipantId, isChange }: BallotWish,
  sent: SentBallot,
): Promise<Result<Receipt>> {
  const { requestKey = "", voterId, code } = sent
  const ballot = { roundId, choice: choiceOf(sent), requestKey, voterId, forParticipantId }
  return isChange ? correctBallot(ctx, ballot) : castBallot(ctx, { ...ballot, code })
}
