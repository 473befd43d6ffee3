import type { Reader } from "#db/client"
import { canCloseMeeting } from "~/chamber/rules"
import { findAgendaItem } from "~/chamber/store"
import { type AgendaItem, listAgendaItems } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { inMeeting, meetingSubject, stateChannel } from "./meeting-access"
import { findNewestMove, type ItemMove, insertMove } from "./progress-store"
import { listRounds, type Round } from "./rounds/round-store"
import { currentRound } from "./rounds/round-view"
import { endTurnIn } from "./speaking/turns"

/** 现在进行的议程: the item last moved to, before any move the first; null of a meeting without agenda. */
export async function readItemInHand(q: Reader, communityId: string, meetingId: string): Promise<AgendaItem | null> {
  const items = await listAgendaItems(q, communityId, meetingId)
  const move = await findNewestMove(q, communityId, meetingId)
  return items.find(item => item.id === move?.agendaItemId) ?? items[0] ?? null
}

/**
 * 进入某一项: chair, wall, tablets and recorder go there together; whoever speaks on another item has ended. Going back is
 * the same, and takes nothing away. Moving to the item in hand ends the showing of the result just proclaimed.
 * Refusals: not_found, forbidden, meeting_not_in_session, round_open, round_not_proclaimed.
 */
export async function moveToItem(
  ctx: Ctx,
  { meetingId, agendaItemId }: { meetingId: string; agendaItemId: string },
): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, "meeting:chair", async (q, meeting) => {
    const item = await findAgendaItem(q, ctx.community.id, meetingId, agendaItemId)
    if (!item) return refuse("not_found")
    if (meeting.state !== "inSession") return refuse("meeting_not_in_session")
    const rounds = await listRounds(q, ctx.community.id, meetingId)
    const free = canCloseMeeting(rounds)
    if (!free.ok) return free
    const before = await readItemInHand(q, ctx.community.id, meetingId)
    const isOther = before?.id !== agendaItemId
    // A second press of the same button moves nothing.
    if (!isOther && !resultOnShow(rounds, await findNewestMove(q, ctx.community.id, meetingId))) return done(null)
    if (isOther) await endTurnIn(q, ctx, meetingId)
    await insertMove(q, {
      communityId: ctx.community.id,
      id: ctx.newId(),
      meetingId,
      agendaItemId,
      at: ctx.now(),
      byName: ctx.actor.name,
    })
    const { ordinal, title } = item
    if (isOther) await audit(q, ctx, "meeting.itemTaken", meetingSubject(meetingId), { agendaItemId, ordinal, title })
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/**
 * The proclaimed round whose result stands before the hall: until the chair goes on, or another round is opened. No move is
 * taken while a round waits, so every move made after its opening was made after its result.
 */
export function resultOnShow<T extends Round>(rounds: readonly T[], move: ItemMove | null): T | null {
  const round = currentRound(rounds) as T | undefined
  if (round?.state !== "proclaimed") return null
  const isOpenedSince = rounds.some(one => one.id > round.id)
  return isOpenedSince || (move !== null && move.id > round.id) ? null : round
}
