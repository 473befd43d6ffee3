import { findAttendance } from "~/chamber/attendance/store"
import { meetingSubject } from "~/chamber/meeting-access"
import { findParticipant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inCount } from "./count-access"
import type { Office } from "./office-names"
import { listOfficers, upsertOfficer, withdrawOfficerRow } from "./officer-store"
import { findPartyReason } from "./parties"
import { canConductCount } from "./rules"

/**
 * 推定计票人, 监票人 of a round, from among those in the room, before or during the count; observers may be. Naming again
 * gives the other office. Refusals: not_found, forbidden, already_closed, round_annulled, officer_absent { name },
 * officer_is_party { name, why }.
 */
export async function nameOfficer(
  ctx: Ctx,
  input: { roundId: string; participantId: string; office: Office },
): Promise<Result<null>> {
  return inCount(ctx, input.roundId, "table", async (q, { round, meeting }) => {
    const open = canConductCount(round)
    if (!open.ok) return open
    const participant = await findParticipant(q, ctx.community.id, input.participantId)
    if (participant?.meetingId !== meeting.id) return refuse("not_found")
    const here = await findAttendance(q, ctx.community.id, meeting.id, participant.id)
    if (here?.presence !== "present")
      return refuse("officer_absent", { field: "participantId", name: participant.name })
    const why = await findPartyReason(q, ctx.community.id, round, participant)
    if (why) return refuse("officer_is_party", { field: "participantId", name: participant.name, why })
    const held = (await listOfficers(q, ctx.community.id, round.id)).find(one => one.participantId === participant.id)
    // Named anew, a counter would have to count anew: a second press of the same button names nobody.
    if (held?.office === input.office) return done(null)
    await upsertOfficer(q, {
      communityId: ctx.community.id,
      roundId: round.id,
      participantId: participant.id,
      office: input.office,
      namedAt: ctx.now(),
      namedBy: ctx.actor.name,
      withdrawnAt: null,
    })
    await audit(q, ctx, "paper.officerNamed", meetingSubject(meeting.id), {
      roundId: round.id,
      name: participant.name,
      office: input.office,
    })
    return done(null)
  })
}

/** Somebody else takes the office. Refusals: not_found, forbidden, already_closed, round_annulled, officer_not_held. */
export async function withdrawOfficer(
  ctx: Ctx,
  input: { roundId: string; participantId: string },
): Promise<Result<null>> {
  return inCount(ctx, input.roundId, "table", async (q, { round, meeting }) => {
    const open = canConductCount(round)
    if (!open.ok) return open
    const key = { communityId: ctx.community.id, ...input }
    const participant = await findParticipant(q, ctx.community.id, input.participantId)
    if (!participant || !(await withdrawOfficerRow(q, key, ctx.now()))) return refuse("officer_not_held")
    await audit(q, ctx, "paper.officerWithdrawn", meetingSubject(meeting.id), {
      roundId: round.id,
      name: participant.name,
    })
    return done(null)
  })
}
