import type { Reader } from "#db/client"
import type { Meeting } from "~/convening/store"
import { done, type Result } from "~/law/result"
import type { Ctx } from "~/web/context"
import { countPeople, listPeople, type MeetingHead, type Presences, readHead } from "./attendance/presence-view"
import { findMeetingFor } from "./meeting-access"
import { type ItemView, type MotionView, readItems } from "./motions/agenda-view"
import { listRounds, type Round } from "./rounds/round-store"
import { currentRound, type OpenRoundView, type RoundView, viewOpenRound, viewRound } from "./rounds/round-view"

export type ScreenView = {
  head: MeetingHead
  presences: Presences
  items: Pick<ItemView, "agendaItemId" | "ordinal" | "title">[]
  now:
    | { kind: "waiting" }
    | { kind: "discussing"; item: ScreenItem; motion: MotionView }
    | { kind: "voting"; item: ScreenItem; motion: MotionView; round: OpenRoundView }
    | { kind: "counting"; item: ScreenItem; motion: MotionView; round: Omit<RoundView, "result"> }
    | { kind: "result"; item: ScreenItem; motion: MotionView; round: RoundView }
}
type ScreenItem = Pick<ItemView, "agendaItemId" | "ordinal" | "title">

/** 大屏: who is here, what is voted on, the proclaimed result; no name with a choice. Refusals: not_found, forbidden. */
export async function readScreen(ctx: Ctx, meetingId: string): Promise<Result<ScreenView>> {
  const found = await findMeetingFor(ctx, meetingId, "meeting:screen")
  if (!found.ok) return found
  const meeting = found.value
  const q = ctx.db.read
  const presences = countPeople(meeting, await listPeople(q, meeting))
  const rounds = await listRounds(q, meeting.communityId, meetingId)
  const items = await readItems(q, meeting, rounds)
  return done({
    head: await readHead(q, meeting),
    presences,
    items: items.map(({ agendaItemId, ordinal, title }) => ({ agendaItemId, ordinal, title })),
    now: await showNow(q, meeting, rounds, items, presences),
  })
}

async function showNow(
  q: Reader,
  meeting: Meeting,
  rounds: readonly Round[],
  items: readonly ItemView[],
  presences: Presences,
): Promise<ScreenView["now"]> {
  if (meeting.state !== "inSession") return { kind: "waiting" }
  const round = currentRound(rounds)
  const places = items.flatMap(({ agendaItemId, ordinal, title, motions }) =>
    motions.map(motion => ({ item: { agendaItemId, ordinal, title }, motion })),
  )
  const discussed = findDiscussed(places, round)
  if (discussed) return { kind: "discussing", ...discussed }
  const place = round && places.find(one => one.motion.motionId === round.motionId)
  if (!round || !place) return { kind: "waiting" }
  const { item } = place
  // The hall learns a result when it is proclaimed, not when it is counted.
  const motion = { ...place.motion, rounds: place.motion.rounds.map(withoutEarlyResult) }
  if (round.state === "open")
    return { kind: "voting", item, motion, round: await viewOpenRound(q, round, presences.present) }
  if (round.state === "closed") return { kind: "counting", item, motion, round: withoutEarlyResult(viewRound(round)) }
  return { kind: "result", item, motion, round: viewRound(round) }
}

type Place = { item: ScreenItem; motion: MotionView }

/** The motion talked over, while none is voted on. A proclaimed result stands until a motion is put, or opened in vain, after it. */
function findDiscussed(places: readonly Place[], round: Round | undefined): Place | undefined {
  if (round && round.state !== "proclaimed") return undefined
  const waiting = places.filter(({ motion }) => motion.rounds.every(one => one.state === "annulled"))
  const since = round?.proclaimedAt
  if (!since) return waiting[0]
  return waiting.findLast(({ motion }) => (motion.rounds.at(-1)?.openedAt ?? motion.putAt) > since)
}

const withoutEarlyResult = (round: RoundView): RoundView =>
  round.state === "proclaimed" ? round : { ...round, result: null }
