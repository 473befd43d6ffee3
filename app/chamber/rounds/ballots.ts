import { isUniqueViolation, type Reader, type Writer } from "#db/client"
import { findHolderId } from "~/chamber/attendance/proxy-store"
import { countsChannel } from "~/chamber/meeting-access"
import { canCast, isRequestKey, isVerificationCode } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx, Seat } from "~/web/context"
import { newUnorderedId } from "~/web/identifiers"
import { checkBallot } from "./ballot-marks"
import { insertNamedBallot, insertRollEntry, insertSealedBallot } from "./ballot-store"
import { findBallotFacts } from "./round-store"
import { sealChoice } from "./sealing"

/** `again`: this very ballot had been received before, and the answer was lost. */
export type Receipt = { again: boolean }

export type BallotInput = {
  roundId: string
  /** What the ballot says, as it is stored: for, against, abstain; of a motion with options what `markText` writes. */
  choice: string
  /** The sender's idempotency key. */
  requestKey: string
  /** The participant whose name the page showed. */
  voterId?: string
  /** Whose ballot it is, where the seat casts it as proxy. */
  forParticipantId?: string
}

/**
 * One delegate's ballot, from the own seat. Entered on the roll and put into the box in one transaction, under the lock
 * that closing takes. The roll entry is the append-only trace of the write: there is no audit row, because its time and
 * place in order would say more of a secret ballot than that it was cast.
 * `code` is 核验码, demanded where the round has codes: it is sealed with the choice and kept nowhere else.
 * Refusals: not_seated, seat_handed_on, ballot_form_broken, not_found, already_voted, code_missing, and those of
 * `findVoter`, `canCast` and `checkBallot`.
 */
export async function castBallot(ctx: Ctx, input: BallotInput & { code?: string }): Promise<Result<Receipt>> {
  const checked = checkSender(ctx, input)
  if (!checked.ok) return checked
  const seat = checked.value
  const result = await ctx.db
    .tx(`meeting:${seat.meetingId}`, async (q): Promise<Result<Receipt>> => {
      const found = await findVoter(q, ctx, seat, input)
      if (!found.ok) return found
      const { facts, participantId, castById } = found.value
      if (facts.earlierRequestKey !== null)
        return facts.earlierRequestKey === input.requestKey ? done({ again: true }) : refuse("already_voted")
      const may = canCast(facts)
      if (!may.ok) return may
      const ballot = checkBallot(facts, input.choice)
      if (!ballot.ok) return ballot
      const code = facts.hasCodes ? (input.code ?? "") : ""
      if (facts.hasCodes && !isVerificationCode(code)) return refuse("code_missing")
      const entry = { communityId: ctx.community.id, roundId: input.roundId, participantId }
      await insertRollEntry(q, {
        ...entry,
        channel: "tablet",
        requestKey: input.requestKey,
        castById,
        helperName: seat.helper?.name ?? "",
      })
      if (facts.secret) await putSealed(q, ctx, { roundId: input.roundId, choice: ballot.value, code }, facts.publicKey)
      else await insertNamedBallot(q, { ...entry, choice: ballot.value })
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

/** What can be said before the database is asked. Refusals: not_seated, seat_handed_on, ballot_form_broken. */
export function checkSender(ctx: Ctx, input: BallotInput): Result<Seat> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  // A page left open when the tablet was handed on: what its delegate chose must not become the next one's vote.
  if (input.voterId !== undefined && input.voterId !== seat.participantId) return refuse("seat_handed_on")
  return isRequestKey(input.requestKey) ? done(seat) : refuse("ballot_form_broken")
}

type VoterFacts = NonNullable<Awaited<ReturnType<typeof findBallotFacts>>>

/** Whose ballot it is, and by what it is judged. `castById` is the proxy who hands it in. */
export type Voter = {
  participantId: string
  castById: string | null
  facts: VoterFacts & { presence: NonNullable<VoterFacts["presence"]>; isRecused: boolean; holdsPaper: boolean }
}

/**
 * Whose ballot a seat hands in: its own, or that of somebody it stands for. A proxy must be in the room and free to vote
 * itself. Refusals: not_found, proxy_not_held, proxy_recused { name }, principal_recused { name }.
 */
export async function findVoter(
  q: Reader,
  ctx: Pick<Ctx, "community">,
  seat: Seat,
  { roundId, forParticipantId }: { roundId: string; forParticipantId?: string },
): Promise<Result<Voter>> {
  const own = await findBallotFacts(q, ctx.community.id, { ...seat, roundId })
  if (!own) return refuse("not_found")
  if (forParticipantId === undefined || forParticipantId === seat.participantId)
    return done(ownVoter(seat.participantId, own))
  const holderId = await findHolderId(q, ctx.community.id, seat.meetingId, forParticipantId)
  const theirs =
    holderId === seat.participantId &&
    (await findBallotFacts(q, ctx.community.id, { ...seat, roundId, participantId: forParticipantId }))
  if (!theirs) return refuse("proxy_not_held")
  if (own.recusedAt) return refuse("proxy_recused", { name: theirs.name })
  if (theirs.recusedAt) return refuse("principal_recused", { name: theirs.name })
  // Who is stood for counts as being where the proxy is.
  return done({
    participantId: forParticipantId,
    castById: seat.participantId,
    facts: judged(theirs, own.presence),
  })
}

/** Whoever hands in the own ballot. */
export const ownVoter = (participantId: string, facts: VoterFacts): Voter => ({
  participantId,
  castById: null,
  facts: judged(facts, facts.presence),
})

const judged = (facts: VoterFacts, presence: VoterFacts["presence"]): Voter["facts"] => ({
  ...facts,
  presence: presence ?? "absent",
  isRecused: facts.recusedAt !== null,
  holdsPaper: facts.paperSerial !== null,
})

async function putSealed(
  q: Writer,
  ctx: Ctx,
  input: { roundId: string; choice: string; code: string },
  publicKey: string | null,
): Promise<void> {
  if (!publicKey) throw new Error("a secret round without its public key")
  await insertSealedBallot(q, {
    communityId: ctx.community.id,
    roundId: input.roundId,
    // Not `ctx.newId()`: an id in order of making would be an order of voting.
    id: newUnorderedId(),
    sealed: await sealChoice(publicKey, input.choice, input.code),
  })
}
