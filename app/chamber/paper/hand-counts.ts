import type { Reader } from "#db/client"
import { listBarred } from "~/chamber/attendance/attendance"
import { meetingSubject } from "~/chamber/meeting-access"
import { freezeRoll } from "~/chamber/rounds/counting"
import type { Round } from "~/chamber/rounds/round-store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inCount } from "./count-access"
import { type HandCount, insertHandCount, listHandCounts, listOfficers } from "./officer-store"
import { canConductCount, type HandFigures, sumOfHands } from "./rules"

/**
 * 举手计数: what one counter counted. A recount is another row; the newest of each counter counts.
 * Refusals: not_found, forbidden, already_closed, round_annulled, round_not_by_hands, counter_unknown,
 * more_hands_than_present { counted, present }.
 */
export async function recordHandCount(
  ctx: Ctx,
  input: { roundId: string; counterId: string } & HandFigures,
): Promise<Result<null>> {
  return inCount(ctx, input.roundId, "table", async (q, { round, meeting }) => {
    const open = canConductCount(round)
    if (!open.ok) return open
    if (round.means !== "hands") return refuse("round_not_by_hands")
    const counter = (await listOfficers(q, ctx.community.id, round.id)).find(
      one => one.participantId === input.counterId && one.office === "counter",
    )
    if (!counter) return refuse("counter_unknown", { field: "counterId" })
    const [counted, present] = [sumOfHands(input), await countMayVote(q, ctx.community.id, round)]
    if (counted > present) return refuse("more_hands_than_present", { field: "for", counted, present })
    await insertHandCount(q, {
      communityId: ctx.community.id,
      id: ctx.newId(),
      roundId: round.id,
      counterId: input.counterId,
      for: input.for,
      against: input.against,
      abstain: input.abstain,
      countedAt: ctx.now(),
      enteredBy: ctx.actor.name,
    })
    // Without the figures: the timeline is read before the round is closed.
    await audit(q, ctx, "paper.handsCounted", meetingSubject(meeting.id), { roundId: round.id, name: counter.name })
    return done(null)
  })
}

/** The newest count of each counter who holds the office now, since that one was named: whoever takes it again counts again. */
export async function newestHandCounts(q: Reader, communityId: string, roundId: string): Promise<HandCount[]> {
  const officers = await listOfficers(q, communityId, roundId)
  const counts = await listHandCounts(q, communityId, roundId)
  return officers
    .filter(officer => officer.office === "counter")
    .flatMap(
      ({ participantId, namedAt }) =>
        counts.findLast(one => one.counterId === participantId && one.countedAt >= namedAt) ?? [],
    )
}

/** How many may have raised a hand: who was in the room at any moment of the round, without those who have no vote on it. */
export async function countMayVote(q: Reader, communityId: string, round: Round): Promise<number> {
  const barred = await listBarred(q, communityId, round.meetingId, round.motionId)
  const roll = round.roll ?? (await freezeRoll(q, communityId, round))
  return roll.filter(row => row.present && !barred.has(row.participantId)).length
}
