import { meetingSubject } from "~/chamber/meeting-access"
import { canConduct } from "~/chamber/rounds/rules"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inRound } from "./round-access"
import { countPaperEntries, updateOpenRound } from "./round-store"

/** A countdown in seconds, from ten to ten minutes. */
export const countdownBounds = { least: 10, most: 600 } as const

/**
 * 最后提醒, with a countdown if wanted; pressing it again without one takes the countdown away. Nothing closes by itself.
 * Refusals: not_found, forbidden, already_closed, round_annulled, voting_ended, countdown_not_fitting.
 */
export async function callLast(
  ctx: Ctx,
  roundId: string,
  { seconds = null }: { seconds?: number | null } = {},
): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    const may = canConduct(round)
    if (!may.ok) return may
    if (round.votingEndedAt) return refuse("voting_ended")
    if (seconds !== null && !(seconds >= countdownBounds.least && seconds <= countdownBounds.most))
      return refuse("countdown_not_fitting", { field: "seconds" })
    const now = ctx.now()
    const countdownUntil = seconds === null ? null : new Date(now.getTime() + Math.round(seconds) * 1000)
    if (!(await updateOpenRound(q, ctx.community.id, roundId, { lastCallAt: now, countdownUntil })))
      return refuse("already_closed")
    await audit(q, ctx, "round.lastCall", meetingSubject(meeting.id), { roundId, motionId: round.motionId, seconds })
    return done(null)
  })
}

/**
 * 停止投票: no ballot is taken any more, the papers are gathered and counted; the round stays open until that is done.
 * Refusals: not_found, forbidden, already_closed, round_annulled, voting_ended.
 */
export async function endVoting(ctx: Ctx, roundId: string): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    const may = canConduct(round)
    if (!may.ok) return may
    if (round.votingEndedAt) return refuse("voting_ended")
    const set = { votingEndedAt: ctx.now(), countdownUntil: null }
    if (!(await updateOpenRound(q, ctx.community.id, roundId, set))) return refuse("already_closed")
    await audit(q, ctx, "round.votingEnded", meetingSubject(meeting.id), { roundId, motionId: round.motionId })
    return done(null)
  })
}

/**
 * Goes back on `endVoting` while no paper was read. Refusals: not_found, forbidden, already_closed, round_annulled,
 * voting_not_ended, papers_read_already.
 */
export async function resumeVoting(ctx: Ctx, roundId: string): Promise<Result<null>> {
  return inRound(ctx, roundId, "meeting:chair", async (q, meeting, round) => {
    const may = canConduct(round)
    if (!may.ok) return may
    if (!round.votingEndedAt) return refuse("voting_not_ended")
    if ((await countPaperEntries(q, ctx.community.id, roundId)) > 0) return refuse("papers_read_already")
    if (!(await updateOpenRound(q, ctx.community.id, roundId, { votingEndedAt: null }))) return refuse("already_closed")
    await audit(q, ctx, "round.votingResumed", meetingSubject(meeting.id), { roundId, motionId: round.motionId })
    return done(null)
  })
}
