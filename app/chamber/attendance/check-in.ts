import { addHours } from "date-fns"
import type { Writer } from "#db/client"
import { countsChannel, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { type Meeting, type Participant, updateMeetingState } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { startSession } from "~/people/sessions"
import { revokeSeatSessions } from "~/people/store"
import { audit } from "~/registry/audit"
import type { Ctx, Seat } from "~/web/context"
import { asSeat, movePresenceIn } from "./attendance"
import { findByCode, type Knock, mayKnock } from "./knocking"
import { hasSigned } from "./signature-store"

/** A seat outlasts the meeting, so that a delegate can still read the result. */
const seatHours = 12

/** 开始签到. Refusals: meeting_not_convened. */
export async function openCheckIn(ctx: Ctx, meetingId: string): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async (q, meeting) => {
    const isMoved = await updateMeetingState(q, ctx.community.id, meetingId, ["convened"], "checkIn", {
      checkInOpenedAt: ctx.now(),
    })
    if (!isMoved) return refuse("meeting_not_convened", { state: meeting.state })
    await audit(q, ctx, "meeting.checkInOpened", meetingSubject(meetingId))
    return done(null)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

/** Whose code came with the QR, to be confirmed before the seat is taken. Refusals as for `takeSeat`. */
export async function whoseCode(ctx: Ctx, input: Knock): Promise<Result<{ name: string; organization: string }>> {
  const heard = await mayKnock(ctx.db.read, ctx, input)
  if (!heard.ok) return heard
  return ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const found = await findByCode(q, ctx, input)
    return found.ok
      ? done({ name: found.value.participant.name, organization: found.value.participant.organization })
      : found
  })
}

/**
 * The tablet's own key to the seat, told once; whose seat it is, and whether they are asked to sign: on entering, and not
 * again each time a shared tablet comes back to them.
 */
export type SeatTaken = { token: string; participantId: string; isAskedToSign: boolean }

/**
 * A participant's seat is taken, with the code alone (from the QR, or on a shared tablet) or with the name it must belong
 * to. The seat checks in. An earlier tablet of the same participant loses its seat: a code opens one seat at a time. And a
 * tablet holds one seat at a time: whoever sat at this one in this meeting stays present and gives the seat up.
 * Refusals: not_found, check_in_not_open, meeting_over, meeting_cancelled, code_wrong, code_needs_name, too_many_attempts.
 */
export async function takeSeat(ctx: Ctx, input: Knock & { device: string }): Promise<Result<SeatTaken>> {
  const heard = await mayKnock(ctx.db.read, ctx, input)
  if (!heard.ok) return heard
  const result = await ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const found = await findByCode(q, ctx, input)
    if (!found.ok) return found
    const { meeting, participant } = found.value
    const { seat } = ctx.actor
    if (seat?.meetingId === meeting.id && seat.participantId !== participant.id) await giveUpSeatIn(q, ctx, seat)
    const seated = asSeat(ctx, seatOf(meeting, participant))
    const arrived = await movePresenceIn(q, seated, meeting, participant, "enter", { means: "tablet" })
    if (!arrived.ok && arrived.code !== "already_present") return arrived
    const taken = await startSeatIn(q, ctx, meeting, participant, { device: input.device })
    await audit(q, seated, "seat.taken", meetingSubject(meeting.id), {
      participantId: participant.id,
      device: input.device,
    })
    return done({ ...taken, isAskedToSign: taken.isAskedToSign && arrived.ok })
  })
  if (result.ok) ctx.publish(countsChannel(input.meetingId))
  return result
}

export const seatOf = (meeting: Meeting, participant: Participant): Seat => ({
  meetingId: meeting.id,
  participantId: participant.id,
  personId: participant.personId,
  name: participant.name,
})

/** Inner step: a new session for a participant's seat; whatever tablet held it before loses it. */
export async function startSeatIn(
  q: Writer,
  ctx: Ctx,
  meeting: Meeting,
  participant: Participant,
  how: { device: string; helper?: Seat["helper"] },
): Promise<SeatTaken> {
  const now = ctx.now()
  await revokeSeatSessions(q, ctx.community.id, [participant.id], now)
  const token = await startSession(q, now, {
    communityId: ctx.community.id,
    meetingId: meeting.id,
    participantId: participant.id,
    ...how,
    expiresAt: addHours(laterOf(meeting.endsAt ?? now, now), seatHours),
  })
  const signed = await hasSigned(q, ctx.community.id, meeting.id, participant.id)
  return { token, participantId: participant.id, isAskedToSign: !signed }
}

/** Hands a shared tablet on: the seat is given up, the delegate stays present. Refusal: not_seated. */
export async function giveUpSeat(ctx: Ctx): Promise<Result<null>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  return ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    await giveUpSeatIn(q, ctx, seat)
    return done(null)
  })
}

/** Inner step of handing a tablet on. */
async function giveUpSeatIn(q: Writer, ctx: Ctx, seat: Seat): Promise<void> {
  await revokeSeatSessions(q, ctx.community.id, [seat.participantId], ctx.now())
  await audit(q, asSeat(ctx, seat), "seat.givenUp", meetingSubject(seat.meetingId), {
    participantId: seat.participantId,
  })
}

const laterOf = (a: Date, b: Date) => (a > b ? a : b)
