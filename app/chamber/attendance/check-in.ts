import { timingSafeEqual } from "node:crypto"
import { addHours } from "date-fns"
import type { Writer } from "#db/client"
import { canArrive } from "~/chamber/attendance/rules"
import { countsChannel, inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { checkInCodeOf } from "~/convening/check-in-codes"
import { findMeeting, listParticipants, type Meeting, type Participant, updateMeetingState } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { startSession } from "~/people/sessions"
import { revokeSeatSessions } from "~/people/store"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"
import { countAttempt, readAttempts } from "~/web/limits"
import { asSeat, movePresenceIn } from "./attendance"

/** Wrong codes until the next window: of one address, and of one meeting by everyone together. Right ones cost nothing. */
const wrongCodesPerAddress = 20
const wrongCodesPerMeeting = 300
const windowMinutes = 10
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

type Knock = { meetingId: string; code: string; address: string }

/** Whose code came with the QR, to be confirmed before the seat is taken. Refusals as for `takeSeat`. */
export async function whoseCode(ctx: Ctx, input: Knock): Promise<Result<{ name: string; organization: string }>> {
  return ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const found = await findByCode(q, ctx, input)
    return found.ok
      ? done({ name: found.value.participant.name, organization: found.value.participant.organization })
      : found
  })
}

/**
 * A stranger takes a participant's seat, with the code alone (from the QR) or with the name it must belong to. The seat
 * checks in. An earlier tablet of the same participant loses its seat: a code opens one seat at a time.
 * Refusals: not_found, check_in_not_open, meeting_over, meeting_cancelled, code_wrong, too_many_attempts.
 */
export async function takeSeat(
  ctx: Ctx,
  input: Knock & { name?: string; device: string },
): Promise<Result<{ token: string; participantId: string }>> {
  const result = await ctx.db.tx(`meeting:${input.meetingId}`, async q => {
    const found = await findByCode(q, ctx, input)
    if (!found.ok) return found
    const { meeting, participant } = found.value
    const now = ctx.now()
    const seated = asSeat(ctx, {
      meetingId: meeting.id,
      participantId: participant.id,
      personId: participant.personId,
      name: participant.name,
    })
    const arrived = await movePresenceIn(q, seated, meeting, participant, "enter", { means: "tablet" })
    if (!arrived.ok && arrived.code !== "already_present") return arrived
    await revokeSeatSessions(q, ctx.community.id, [participant.id], now)
    const token = await startSession(q, now, {
      communityId: ctx.community.id,
      meetingId: meeting.id,
      participantId: participant.id,
      device: input.device,
      expiresAt: addHours(laterOf(meeting.endsAt ?? now, now), seatHours),
    })
    await audit(q, seated, "seat.taken", meetingSubject(meeting.id), {
      participantId: participant.id,
      device: input.device,
    })
    return done({ token, participantId: participant.id })
  })
  if (result.ok) ctx.publish(countsChannel(input.meetingId))
  return result
}

/** Hands a shared tablet on: the seat is given up, the delegate stays present. Refusal: not_seated. */
export async function giveUpSeat(ctx: Ctx): Promise<Result<null>> {
  const { seat } = ctx.actor
  if (!seat) return refuse("not_seated")
  return ctx.db.tx(`meeting:${seat.meetingId}`, async q => {
    await revokeSeatSessions(q, ctx.community.id, [seat.participantId], ctx.now())
    await audit(q, asSeat(ctx, seat), "seat.givenUp", meetingSubject(seat.meetingId), {
      participantId: seat.participantId,
    })
    return done(null)
  })
}

/** Inner step: the participant a code belongs to, while one may enter. A wrong one is counted; nothing says what was wrong. */
async function findByCode(
  q: Writer,
  ctx: Ctx,
  input: Knock & { name?: string },
): Promise<Result<{ meeting: Meeting; participant: Participant }>> {
  const meeting = await findMeeting(q, ctx.community.id, input.meetingId)
  if (!meeting) return refuse("not_found")
  const open = canArrive(meeting.state)
  if (!open.ok) return open
  const now = ctx.now()
  const buckets = [
    { name: `seat:address:${input.address}`, limit: wrongCodesPerAddress },
    { name: `seat:meeting:${meeting.id}`, limit: wrongCodesPerMeeting },
  ]
  for (const { name, limit } of buckets)
    if ((await readAttempts(q, name, now, windowMinutes)) >= limit)
      return refuse("too_many_attempts", { minutes: windowMinutes })

  const given = Buffer.from(
    input.code
      .normalize("NFKC")
      .replace(/[^0-9]/g, "")
      .slice(0, 8)
      .padEnd(8, "x"),
  )
  const name = input.name === undefined ? null : plainName(input.name)
  // Every code is compared, each in constant time, so that the time taken tells nothing about any of them.
  const matching = (await listParticipants(q, ctx.community.id, meeting.id)).filter(participant =>
    timingSafeEqual(Buffer.from(checkInCodeOf(ctx.secret, participant)), given),
  )
  const participant =
    matching.length === 1 ? matching[0] : matching.find(one => name !== null && plainName(one.name) === name)
  if (participant && (name === null || plainName(participant.name) === name)) return done({ meeting, participant })
  for (const bucket of buckets) await countAttempt(q, bucket.name, now, windowMinutes)
  return refuse("code_wrong", { field: "code" })
}

const plainName = (name: string) => name.normalize("NFKC").replace(/\s/g, "")
const laterOf = (a: Date, b: Date) => (a > b ? a : b)
