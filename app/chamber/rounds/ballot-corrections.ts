import { isUniqueViolation } from "#db/client"
import { countsChannel, frozenRuleOf, meetingSubject } from "~/chamber/meeting-access"
import { canCast, canCorrect } from "~/chamber/rounds/rules"
import { findMeeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { checkBallot } from "./ballot-marks"
import { insertBallotCorrection, listBallotCorrections, listRoll } from "./ballot-store"
import { type BallotInput, checkSender, findVoter, type Receipt } from "./ballots"

/** A tablet that keeps sending is stopped here: nobody changes his mind so often. */
const mostChanges = 20

/**
 * 改投: another choice on a named ballot that was cast on a tablet, while the round is open and where the frozen rule
 * allows it. The first ballot stays as it was; the newest change counts.
 * Where somebody helps at the tablet, that a ballot was changed and by whose hand is in the log; what it says is not.
 * A proxy changes what it cast itself, never what the principal cast before going.
 * Refusals: those of `castBallot` but already_voted and code_missing, and no_correction_by_rule, secret_not_corrected,
 * not_voted_yet, paper_not_corrected, not_cast_by_proxy { name }, changed_too_often.
 */
export async function correctBallot(ctx: Ctx, input: BallotInput): Promise<Result<Receipt>> {
  const checked = checkSender(ctx, input)
  if (!checked.ok) return checked
  const seat = checked.value
  const result = await ctx.db
    .tx(`meeting:${seat.meetingId}`, async (q): Promise<Result<Receipt>> => {
      const found = await findVoter(q, ctx, seat, input)
      const meeting = await findMeeting(q, ctx.community.id, seat.meetingId)
      if (!found.ok) return found
      if (!meeting) return refuse("not_found")
      const { facts, participantId, castById } = found.value
      const allowed = canCorrect(frozenRuleOf(meeting), facts)
      if (!allowed.ok) return allowed
      const isTheirs = (row: { participantId: string }) => row.participantId === participantId
      const changes = (await listBallotCorrections(q, ctx.community.id, input.roundId)).filter(isTheirs)
      if (changes.some(one => one.requestKey === input.requestKey)) return done({ again: true })
      const entry = (await listRoll(q, ctx.community.id, input.roundId)).find(isTheirs)
      if (!entry) return refuse("not_voted_yet")
      if (entry.channel === "paper") return refuse("paper_not_corrected")
      if (castById !== null && entry.castById !== castById) return refuse("not_cast_by_proxy", { name: facts.name })
      const may = canCast(facts)
      if (!may.ok) return may
      const ballot = checkBallot(facts, input.choice)
      if (!ballot.ok) return ballot
      if (changes.length >= mostChanges) return refuse("changed_too_often")
      await insertBallotCorrection(q, {
        communityId: ctx.community.id,
        roundId: input.roundId,
        participantId,
        ordinal: changes.length + 1,
        choice: ballot.value,
        requestKey: input.requestKey,
        at: ctx.now(),
      })
      // The roll says who helped with the first ballot, and is never written again.
      if (seat.helper)
        await audit(q, ctx, "round.changedWithHelper", meetingSubject(seat.meetingId), {
          roundId: input.roundId,
          name: facts.name,
          helper: seat.helper.name,
        })
      return done({ again: false })
    })
    .catch((error: unknown) => {
      // The same key for somebody else's ballot.
      if (isUniqueViolation(error)) return refuse("ballot_form_broken")
      throw error
    })
  if (result.ok && !result.value.again) ctx.publish(countsChannel(seat.meetingId))
  return result
}
