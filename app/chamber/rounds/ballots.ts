import { isUniqueViolation, type Writer } from "#db/client"
import { countsChannel } from "~/chamber/meeting-access"
import { canCast, isRequestKey } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { newUnorderedId } from "~/web/identifiers"
import { checkBallot } from "./ballot-marks"
import { findBallotFacts, insertNamedBallot, insertRollEntry, insertSealedBallot } from "./round-store"
import { sealChoice } from "./sealing"

/** `again`: this very ballot had been received before, and the answer was lost. */
export type Receipt = { again: boolean }

/**
 * One delegate's ballot, from the own seat. Entered on the roll and put into the box in one transaction, under the lock
 * that closing takes. The roll entry is the append-only trace of the write: there is no audit row, because its time and
 * place in order would say more of a secret ballot than that it was cast.
 * `voterId` is the participant whose name the page showed.
 * `choice` is what the ballot says, as it is stored: for, against, abstain; of a motion with options what `markText` writes.
 * Refusals: not_seated, seat_handed_on, ballot_form_broken, not_found, already_voted, and those of `canCast` and `checkBallot`.
 */
export async function castBallot(
  ctx: Ctx,
  input: { roundId: string; choice: string; requestKey: string; voterId?: string },
): Promise<Result<Receipt>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  // A page left open when the tablet was handed on: what its delegate chose must not become the next one's vote.
  if (input.voterId !== undefined && input.voterId !== seat.participantId) return refuse("seat_handed_on")
  if (!isRequestKey(input.requestKey)) return refuse("ballot_form_broken")
  const key = { meetingId: seat.meetingId, roundId: input.roundId, participantId: seat.participantId }

  const result = await ctx.db
    .tx(`meeting:${seat.meetingId}`, async (q): Promise<Result<Receipt>> => {
      const facts = await findBallotFacts(q, ctx.community.id, key)
      if (!facts) return refuse("not_found")
      if (facts.earlierRequestKey !== null)
        return facts.earlierRequestKey === input.requestKey ? done({ again: true }) : refuse("already_voted")
      const presence = facts.presence ?? "absent"
      const checked = canCast({ ...facts, presence, isRecused: facts.recusedAt !== null })
      if (!checked.ok) return checked
      const ballot = checkBallot(facts, input.choice)
      if (!ballot.ok) return ballot
      const choice = ballot.value
      const entry = { communityId: ctx.community.id, roundId: input.roundId, participantId: seat.participantId }
      await insertRollEntry(q, { ...entry, channel: "tablet", requestKey: input.requestKey })
      if (facts.secret) await putSealed(q, ctx, { roundId: input.roundId, choice }, facts.publicKey)
      else await insertNamedBallot(q, { ...entry, choice })
      return done({ again: false })
    })
    .catch((error: unknown) => {
      // Unreachable while everyone takes the lock; the index stands in any case.
      if (isUniqueViolation(error)) return refuse("already_voted")
      throw error
    })
  if (result.ok && !result.value.again) ctx.publish(countsChannel(seat.meetingId))
  return result
}

async function putSealed(
  q: Writer,
  ctx: Ctx,
  input: { roundId: string; choice: string },
  publicKey: string | null,
): Promise<void> {
  if (!publicKey) throw new Error("a secret round without its public key")
  await insertSealedBallot(q, {
    communityId: ctx.community.id,
    roundId: input.roundId,
    // Not `ctx.newId()`: an id in order of making would be an order of voting.
    id: newUnorderedId(),
    sealed: await sealChoice(publicKey, input.choice),
  })
}
