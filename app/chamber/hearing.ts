import { findMeeting } from "~/convening/store"
import { may } from "~/people/permissions"
import type { Ctx } from "~/web/context"

/**
 * Of the channels asked for, those this person may hear. A meeting's own channel: its seats and whoever may read it.
 * Its counts: chair, recorder and desk, never a tablet, so that 200 ballots do not make 200 tablets ask again.
 */
export async function listAudible(ctx: Ctx, channels: readonly string[]): Promise<string[]> {
  const audible: string[] = []
  for (const channel of new Set(channels)) {
    const [, meetingId, isCounts] = /^meeting:([\w-]+)(:counts)?$/.exec(channel) ?? []
    const meeting = meetingId && (await findMeeting(ctx.db.read, ctx.community.id, meetingId))
    if (!meeting) continue
    const isSeated = ctx.actor.seat?.meetingId === meetingId
    const mayHear = isCounts
      ? may(ctx.actor, "meeting:desk", meeting)
      : isSeated || may(ctx.actor, "meeting:read", meeting)
    if (mayHear) audible.push(channel)
  }
  return audible
}
