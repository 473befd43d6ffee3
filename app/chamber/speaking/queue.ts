import type { Writer } from "#db/client"
import { type Stance, stances } from "#db/schema/chamber-speaking"
import { findAttendance } from "~/chamber/attendance/store"
import { countsChannel, frozenRuleOf, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { readItemInHand } from "~/chamber/progress"
import { findMotionInHand } from "~/chamber/speaking/motion-in-hand"
import { canAsk, type SpeakingKind } from "~/chamber/speaking/rules"
import {
  findRequest,
  insertRequest,
  listOwnRequests,
  moveRequest,
  type SpeakingRequest,
} from "~/chamber/speaking/turn-store"
import { findMeeting, findParticipant, type Meeting, type Participant } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { may } from "~/people/permissions"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"

type Wish = { stance: Stance; kind: SpeakingKind }

/**
 * 我要发言, from the delegate's own tablet, on the motion in hand, or on the item where no motion stands.
 * Refusals: not_seated, stance_missing, no_speaking_now, no_item_in_hand, speaker_not_here, already_in_queue,
 * speech_limit_reached { times, ofMotion }.
 */
export async function askToSpeak(ctx: Ctx, input: Wish): Promise<Result<{ requestId: string }>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const result = await ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    const meeting = await findMeeting(q, ctx.community.id, seat.meetingId)
    const speaker = await findParticipant(q, ctx.community.id, seat.participantId)
    if (!meeting || speaker?.meetingId !== meeting.id) return refuse("not_seated")
    const asked = await askIn(q, ctx, meeting, { ...input, speaker, means: "tablet", beyondLimit: false })
    return asked.ok || asked.code !== "speaker_not_here" ? asked : refuse("left_the_room")
  })
  // Its own tablet loads again by itself; the others' places are told with the next call.
  if (result.ok) ctx.publish(countsChannel(seat.meetingId))
  return result
}

/**
 * Someone raises a hand: chair or desk enter the name. Beyond the limit only at the chair's word.
 * Refusals: not_found, forbidden, chair_grants_more, and those of `askToSpeak` with the name.
 */
export async function askForSomeone(
  ctx: Ctx,
  input: Wish & { meetingId: string; participantId: string; beyondLimit?: boolean },
): Promise<Result<{ requestId: string }>> {
  const { meetingId, beyondLimit = false } = input
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async (q, meeting) => {
    if (beyondLimit && !may(ctx.actor, "meeting:chair", meeting)) return refuse("chair_grants_more", { status: 403 })
    const speaker = await findParticipant(q, ctx.community.id, input.participantId)
    if (speaker?.meetingId !== meetingId) return refuse("not_found")
    const asked = await askIn(q, ctx, meeting, { ...input, speaker, means: "desk", beyondLimit })
    return asked.ok ? asked : { ...asked, detail: { ...asked.detail, name: speaker.name } }
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/** 再给一次: who has spoken may speak once more, with the same stance. Refusals: not_found, and those of `askForSomeone`. */
export async function grantAnother(
  ctx: Ctx,
  input: { meetingId: string; requestId: string },
): Promise<Result<{ requestId: string }>> {
  const earlier = await findRequest(ctx.db.read, ctx.community.id, input.requestId)
  if (earlier?.meetingId !== input.meetingId) return refuse("not_found")
  const { meetingId, participantId, stance } = earlier
  return askForSomeone(ctx, { meetingId, participantId, stance, kind: "speech", beyondLimit: true })
}

type Entry = Wish & { speaker: Participant; means: "tablet" | "desk"; beyondLimit: boolean }

async function askIn(q: Writer, ctx: Ctx, meeting: Meeting, entry: Entry): Promise<Result<{ requestId: string }>> {
  const { speaker, kind, beyondLimit } = entry
  if (!stances.includes(entry.stance)) return refuse("stance_missing", { field: "stance" })
  if (meeting.state !== "inSession") return refuse("no_speaking_now")
  const item = await readItemInHand(q, ctx.community.id, meeting.id)
  if (!item) return refuse("no_item_in_hand")
  const attendance = await findAttendance(q, ctx.community.id, meeting.id, speaker.id)
  if (attendance?.presence !== "present") return refuse("speaker_not_here")
  const place = { communityId: ctx.community.id, meetingId: meeting.id, agendaItemId: item.id }
  const own = await listOwnRequests(q, { ...place, participantId: speaker.id })
  const motion = await findMotionInHand(q, ctx.community.id, meeting.id, item.id)
  const motionId = motion?.motionId ?? null
  const allowed = canAsk(own, { kind, motionId, beyondLimit }, frozenRuleOf(meeting).speechLimit)
  if (!allowed.ok) return allowed
  const requestId = ctx.newId()
  const stance = kind === "pointOfOrder" ? ("neutral" as const) : entry.stance
  await insertRequest(q, {
    ...place,
    id: requestId,
    motionId,
    participantId: speaker.id,
    kind,
    stance,
    means: entry.means,
    state: "waiting",
    beyondLimit,
    requestedAt: ctx.now(),
    version: 1,
  })
  await audit(q, ctx, "speech.asked", meetingSubject(meeting.id), {
    requestId,
    name: speaker.name,
    kind,
    stance,
    means: entry.means,
    beyondLimit,
    motionId,
  })
  return done({ requestId })
}

/** 撤回 from the tablet that asked. Refusals: not_seated, not_found, no_longer_waiting. */
export async function withdrawOwnRequest(ctx: Ctx, requestId: string): Promise<Result<null>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  const result = await ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    const request = await findRequest(q, ctx.community.id, requestId)
    if (request?.meetingId !== seat.meetingId || request.participantId !== seat.participantId)
      return refuse("not_found")
    return withdrawIn(q, ctx, request)
  })
  if (result.ok) ctx.publish(countsChannel(seat.meetingId))
  return result
}

/** Taken off the list at the desk: who does not want to speak any more. Refusals: not_found, forbidden, no_longer_waiting. */
export async function withdrawForSomeone(
  ctx: Ctx,
  { meetingId, requestId }: { meetingId: string; requestId: string },
): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async q => {
    const request = await findRequest(q, ctx.community.id, requestId)
    return request?.meetingId === meetingId ? withdrawIn(q, ctx, request) : refuse("not_found")
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

async function withdrawIn(q: Writer, ctx: Ctx, request: SpeakingRequest): Promise<Result<null>> {
  if (!(await moveRequest(q, request, "waiting", "withdrawn"))) return refuse("no_longer_waiting")
  const speaker = await findParticipant(q, ctx.community.id, request.participantId)
  await audit(q, ctx, "speech.requestWithdrawn", meetingSubject(request.meetingId), {
    requestId: request.id,
    name: speaker?.name,
  })
  return done(null)
}
