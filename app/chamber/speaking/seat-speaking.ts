import type { Reader } from "#db/client"
import { findAttendance } from "~/chamber/attendance/store"
import { readItemInHand } from "~/chamber/progress"
import { findMeeting, findParticipant, type Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import type { Ctx } from "~/web/context"
import { canAsk, countTimes, type SpeechLimit, sideWords } from "./rules"
import { readQueue, type SpeakerNow } from "./speaking-view"

/** What a delegate's tablet shows of the speaking; in words, see `seat-speaking-words`. */
export type SeatSpeakingView = {
  meeting: { id: string; title: string }
  item: { ordinal: number; title: string } | null
  /** Whether one may ask now: `no` where the meeting is not in session or the delegate not in the room. */
  asking: "yes" | "pointOfOrderOnly" | "no"
  /** Why only a point of order is left: in the queue already, or as often as the rule allows. */
  isAtLimit: boolean
  /** What waits, with the place in the queue. */
  own: { requestId: string; stanceName: string; place: number }[]
  /** The delegate's own turn. */
  mine: SpeakerNow | null
  /** The delegate's own turn was interrupted by a point of order and goes on afterwards. */
  isHeld: boolean
  /** Somebody else's. */
  other: string | null
  /** How often this delegate has spoken on the motion in hand, or where none stands on the item. */
  times: number
  /** The number of that motion in the meeting; null where none stands. */
  motionOrdinal: number | null
  limit: SpeechLimit
}

/** Null where there is nothing on the agenda. */
export async function readSeatSpeaking(
  q: Reader,
  meeting: Meeting,
  participantId: string,
  now: Date,
): Promise<SeatSpeakingView | null> {
  const { communityId } = meeting
  const item = await readItemInHand(q, communityId, meeting.id)
  if (!item) return null
  const view = await readQueue(q, meeting, item.id, now)
  const own = view.requests.filter(one => one.participantId === participantId && one.agendaItemId === item.id)
  const attendance = await findAttendance(q, communityId, meeting.id, participantId)
  const motionId = view.motion?.motionId ?? null
  const mayAsk = (kind: "speech" | "pointOfOrder") => canAsk(own, { kind, motionId, beyondLimit: false }, view.limit)
  const isHere = meeting.state === "inSession" && attendance?.presence === "present"
  const speech = mayAsk("speech")
  return {
    meeting: { id: meeting.id, title: meeting.title },
    item: { ordinal: item.ordinal, title: item.title },
    asking: !isHere ? "no" : speech.ok ? "yes" : mayAsk("pointOfOrder").ok ? "pointOfOrderOnly" : "no",
    isAtLimit: !speech.ok && speech.code === "speech_limit_reached",
    own: view.queue
      .filter(one => one.participantId === participantId)
      .map(one => ({ requestId: one.requestId, stanceName: sideWords(one.kind, one.stance), place: one.place })),
    mine: view.now?.participantId === participantId ? view.now : null,
    isHeld: own.some(one => one.state === "held"),
    other: view.now && view.now.participantId !== participantId ? view.now.name : null,
    times: countTimes(
      own.filter(one => one.state !== "waiting"),
      motionId,
    ),
    motionOrdinal: view.motion?.ordinal ?? null,
    limit: view.limit,
  }
}

/** 我要发言, on the tablet. Refusals: not_seated, no_item_in_hand. */
export async function readSeatAsking(ctx: Ctx): Promise<Result<SeatSpeakingView & { name: string; standing: string }>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const meeting = await findMeeting(ctx.db.read, ctx.community.id, seat.meetingId)
  const me = await findParticipant(ctx.db.read, ctx.community.id, seat.participantId)
  if (!meeting?.ruleSnapshot || me?.meetingId !== meeting.id) return refuse("not_seated")
  const view = await readSeatSpeaking(ctx.db.read, meeting, me.id, ctx.now())
  return view ? done({ ...view, name: me.name, standing: me.standing }) : refuse("no_item_in_hand")
}
