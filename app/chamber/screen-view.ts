import type { Meeting } from "~/convening/store"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countPeople, listPeople, type MeetingHead, type Presences, readHead } from "./attendance/presence-view"
import { findMeetingFor } from "./meeting-access"
import { type ItemView, type MotionView, readItems } from "./motions/agenda-view"
import { readItemInHand, resultOnShow } from "./progress"
import { findNewestMove } from "./progress-store"
import { countUnanswered } from "./rounds/challenge-store"
import { type ListedRound, listRounds } from "./rounds/round-store"
import type { RoundView } from "./rounds/round-view"
import { mayVoteAgain } from "./rounds/rules"
import { type RunningRound, readRunningRound } from "./rounds/running-view"
import { type QueuedSpeaker, readQueue, type SpeakerNow } from "./speaking/speaking-view"

/** The round under way, for everyone to see: how many, never who. */
export type PublicRunning = Omit<RunningRound, "notVoted" | "recusedNames" | "keyIsLost">
type ScreenItem = Pick<ItemView, "agendaItemId" | "ordinal" | "title">

export type ScreenView = {
  head: MeetingHead
  presences: Presences
  items: ScreenItem[]
  /** Who waits for the word. */
  queue: QueuedSpeaker[]
  now:
    | { kind: "waiting" }
    | { kind: "speaking"; item: ScreenItem; speaker: SpeakerNow }
    /** The item in hand, before anything of it is put to the vote. */
    | { kind: "item"; item: ItemView }
    | { kind: "discussing"; item: ScreenItem; motion: MotionView }
    | { kind: "voting"; item: ScreenItem; motion: MotionView; round: PublicRunning }
    /** Counted and not proclaimed; `unanswered` challenges wait for their answer. */
    | { kind: "counting"; item: ScreenItem; motion: MotionView; round: Omit<RoundView, "result">; unanswered: number }
    | { kind: "result"; item: ScreenItem; motion: MotionView; round: RoundView }
}

/** 大屏: who is here, what is voted on, the proclaimed result; no name with a choice. Refusals: not_found, forbidden. */
export async function readScreen(ctx: Ctx, meetingId: string): Promise<Result<ScreenView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:screen")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const presences = countPeople(meeting, await listPeople(q, meeting))
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  const inHand = await readItemInHand(q, meeting.communityId, meetingId)
  const item = items.find(one => one.agendaItemId === inHand?.id)
  const speaking =
    item && meeting.state === "inSession" ? await readQueue(q, meeting, item.agendaItemId, ctx.now()) : null
  const view = { items: items.map(headOf), head: await readHead(q, meeting), presences, queue: speaking?.queue ?? [] }
  if (!item || meeting.state !== "inSession") return done({ ...view, now: { kind: "waiting" } })
  const ofRound = await showRound(ctx, meeting, rounds, items)
  // A vote is interrupted by nobody; whoever speaks afterwards stands before the result that was read out.
  if (ofRound && ofRound.kind !== "result") return done({ ...view, now: ofRound })
  if (speaking?.now) return done({ ...view, now: { kind: "speaking", item: headOf(item), speaker: speaking.now } })
  return done({ ...view, now: ofRound ?? showItem(item) })
}

const headOf = ({ agendaItemId, ordinal, title }: ItemView): ScreenItem => ({ agendaItemId, ordinal, title })

/** The round that goes on, waits, or was just proclaimed; null while none stands before the hall. */
async function showRound(
  ctx: Ctx,
  meeting: Meeting,
  rounds: readonly ListedRound[],
  items: readonly ItemView[],
): Promise<Extract<ScreenView["now"], { round: unknown }> | null> {
  const q = ctx.db.read
  const going = rounds.find(round => round.state === "open" || round.state === "closed")
  const round = going ?? resultOnShow(rounds, await findNewestMove(q, meeting.communityId, meeting.id))
  const place = round && findPlace(items, round.motionId)
  const shown = place?.motion.rounds.find(one => one.roundId === round?.id)
  if (!round || !place || !shown) return null
  const item = headOf(place.item)
  // The hall learns a result when it is proclaimed, not when it is counted.
  const motion = { ...place.motion, rounds: place.motion.rounds.map(withoutEarlyResult) }
  if (round.state === "open") {
    const { notVoted: _, recusedNames: __, keyIsLost: ___, ...running } = await readRunningRound(q, ctx, meeting, round)
    return { kind: "voting", item, motion, round: running }
  }
  if (round.state === "closed") {
    const unanswered = await countUnanswered(q, meeting.communityId, round.id)
    return { kind: "counting", item, motion, round: withoutEarlyResult(shown), unanswered }
  }
  return { kind: "result", item, motion, round: shown }
}

function findPlace(items: readonly ItemView[], motionId: string) {
  for (const item of items) {
    const motion = item.motions.find(one => one.motionId === motionId)
    if (motion) return { item, motion }
  }
  return undefined
}

/** The motion talked over: the first of the item in hand that waits for its vote. An amendment comes before the text it changes. */
function showItem(item: ItemView): ScreenView["now"] {
  const waiting = item.motions.filter(one => one.standing === "standing" && mayVoteAgain(one.rounds))
  const first = waiting[0]
  const motion = waiting.find(one => one.amends && one.amends.motionId === first?.motionId) ?? first
  return motion ? { kind: "discussing", item: headOf(item), motion } : { kind: "item", item }
}

const withoutEarlyResult = (round: RoundView): RoundView =>
  round.state === "proclaimed" ? round : { ...round, result: null }
