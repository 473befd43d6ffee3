import type { Writer } from "#db/client"
import { countsChannel, findMeetingFor, frozenRuleOf, stateChannel } from "~/chamber/meeting-access"
import { findRound, type Round } from "~/chamber/rounds/round-store"
import { findMeeting, type Meeting } from "~/convening/store"
import { type Result, refuse } from "~/law/result"
import type { Permission } from "~/people/permissions"
import { writeOrRefuse } from "~/people/writing"
import type { RuleSnapshot } from "~/rulebook/rules"
import type { Ctx } from "~/web/context"

/** The round and its meeting, where the actor may see to the count. Refusals: not_found, forbidden. */
export async function findCount(ctx: Ctx, roundId: string, permission: Permission = "meeting:desk") {
  const round = await findRound(ctx.db.read, ctx.community.id, roundId)
  if (!round) return refuse("not_found")
  const meeting = await findMeetingFor(ctx, round.meetingId, permission)
  return meeting.ok ? { ok: true as const, value: { round, meeting: meeting.value } } : meeting
}

type Counting = { round: Round; meeting: Meeting; rule: RuleSnapshot }

/**
 * Works at the count of a round, under its meeting's lock, on the round as it is then; a refusal leaves nothing behind.
 * `tells` everybody where pages of tablets change, else chair, desk and screen. Refusals: not_found, forbidden.
 */
export async function inCount<T>(
  ctx: Ctx,
  roundId: string,
  tells: "everybody" | "table",
  work: (q: Writer, counting: Counting) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = await findCount(ctx, roundId)
  if (!found.ok) return found
  const { meetingId } = found.value.round
  const result = await writeOrRefuse<T>(ctx, `meeting:${meetingId}`, async q => {
    const round = await findRound(q, ctx.community.id, roundId)
    const meeting = await findMeeting(q, ctx.community.id, meetingId)
    return round && meeting ? work(q, { round, meeting, rule: frozenRuleOf(meeting) }) : refuse("not_found")
  })
  if (result.ok) ctx.publish(tells === "everybody" ? stateChannel(meetingId) : countsChannel(meetingId))
  return result
}
