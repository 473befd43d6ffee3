import type { Writer } from "#db/client"
import { inMeeting, stateChannel } from "~/chamber/meeting-access"
import type { Meeting } from "~/convening/store"
import { type Result, refuse } from "~/law/result"
import type { Permission } from "~/people/permissions"
import type { Ctx } from "~/web/context"
import { findRound, type Round } from "./round-store"

/** Under the meeting's lock, with the round as it is then; published when it moved. Refusals: not_found, forbidden. */
export async function inRound<T>(
  ctx: Ctx,
  roundId: string,
  permission: Permission,
  work: (q: Writer, meeting: Meeting, round: Round) => Promise<Result<T>>,
): Promise<Result<T>> {
  const found = await findRound(ctx.db.read, ctx.community.id, roundId)
  if (!found) return refuse("not_found")
  const result = await inMeeting(ctx, found.meetingId, permission, async (q, meeting): Promise<Result<T>> => {
    const round = await findRound(q, ctx.community.id, roundId)
    return round ? work(q, meeting, round) : refuse("not_found")
  })
  if (result.ok) ctx.publish(stateChannel(found.meetingId))
  return result
}
