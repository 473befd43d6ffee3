import { frozenRuleOf, meetingSubject } from "~/chamber/meeting-access"
import { findMotion } from "~/chamber/motions/store"
import { notClosed } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import type { CastingVote } from "~/law/tally"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { readBox, resultOfBox } from "./closing"
import { attendingOf, countRound } from "./counting"
import { inRound } from "./round-access"
import { updateRoundResult } from "./round-store"

/**
 * 主持人定夺: the casting vote on a tie, where the frozen rule grants one. Counts the box again, which nothing has changed since
 * it was closed, and writes the result, once. Refusals: not_found, round_not_closed, no_casting_vote, round_annulled.
 */
export async function decideTie(ctx: Ctx, roundId: string, castingVote: CastingVote): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    if (round.state === "proclaimed") return refuse("no_casting_vote")
    if (round.state !== "closed") return refuse(notClosed[round.state])
    const motion = await findMotion(q, ctx.community.id, round.motionId)
    if (!motion || !round.roll || round.result) return refuse("no_casting_vote")
    const box = await readBox(q, ctx, round)
    if (!box.ok) return box
    const attending = await attendingOf(q, ctx, round, round.roll)
    const rule = frozenRuleOf(meeting)
    const result = resultOfBox(box.value, ({ choices }) => countRound(rule, motion, choices, attending, castingVote))
    if (!result || !(await updateRoundResult(q, ctx.community.id, roundId, result))) return refuse("no_casting_vote")
    await audit(q, ctx, "round.tieDecided", meetingSubject(meeting.id), {
      roundId,
      motionId: round.motionId,
      castingVote,
    })
    return done(null)
  })
}
