import type { Writer } from "#db/client"
import { findAttendance } from "~/chamber/attendance/store"
import { inMeeting, meetingSubject, stateChannel } from "~/chamber/meeting-access"
import { clockOf, mayInterrupt } from "~/chamber/speaking/rules"
import {
  findHeld,
  findRequest,
  findSpeaker,
  insertTurnEvent,
  listTurnEvents,
  moveRequest,
  type SpeakingRequest,
  type SpeakingTurnEvent,
} from "~/chamber/speaking/turn-store"
import { findParticipant, type Meeting } from "~/convening/store"
import { done, type Result, refuse } from "~/law/result"
import { audit } from "~/registry/audit"
import type { Ctx } from "~/web/context"

type Turn = { meetingId: string; requestId: string }
type Step = (q: Writer, request: SpeakingRequest, name: string, meeting: Meeting) => Promise<Result<null>>

/** Under the meeting's lock, on the request as it is then. Refusals: forbidden, not_found. */
async function onTurn(ctx: Ctx, { meetingId, requestId }: Turn, step: Step): Promise<Result<null>> {
  const result = await inMeeting(ctx, meetingId, "meeting:desk", async (q, meeting) => {
    const request = await findRequest(q, ctx.community.id, requestId)
    if (request?.meetingId !== meetingId) return refuse("not_found")
    const speaker = await findParticipant(q, ctx.community.id, request.participantId)
    return step(q, request, speaker?.name ?? "", meeting)
  })
  if (result.ok) ctx.publish(stateChannel(meetingId))
  return result
}

const record = (q: Writer, ctx: Ctx, request: SpeakingRequest, kind: SpeakingTurnEvent["kind"]) =>
  insertTurnEvent(q, {
    communityId: ctx.community.id,
    id: ctx.newId(),
    meetingId: request.meetingId,
    requestId: request.id,
    kind,
    at: ctx.now(),
    byName: ctx.actor.name,
  })

/**
 * 请发言: whoever waits is called, and the clock begins. In whatever order the chair calls. A point of order interrupts a
 * speech: its clock stands, and it goes on afterwards.
 * Refusals: no_speaking_now, someone_is_speaking { name }, no_longer_waiting, speaker_not_here { name }.
 */
export const beginTurn = (ctx: Ctx, turn: Turn): Promise<Result<null>> =>
  onTurn(ctx, turn, async (q, request, name, meeting) => {
    if (meeting.state !== "inSession") return refuse("no_speaking_now")
    const speaker = await findSpeaker(q, ctx.community.id, turn.meetingId)
    if (speaker && !mayInterrupt(request.kind, speaker.kind))
      return refuse("someone_is_speaking", { name: speaker.name })
    const attendance = await findAttendance(q, ctx.community.id, turn.meetingId, request.participantId)
    if (attendance?.presence !== "present") return refuse("speaker_not_here", { name })
    if (request.state !== "waiting") return refuse("no_longer_waiting", { name })
    if (speaker) await interruptIn(q, ctx, turn.meetingId, name)
    await moveRequest(q, request, "waiting", "speaking")
    await record(q, ctx, request, "begun")
    await audit(q, ctx, "speech.begun", meetingSubject(turn.meetingId), { requestId: request.id, name })
    return done(null)
  })

/** 先停: whoever speaks keeps the word and what is left of the time, until the point of order is dealt with. */
const interruptIn = (q: Writer, ctx: Ctx, meetingId: string, by: string): Promise<void> =>
  withSpeaker(q, ctx, meetingId, async (request, name) => {
    if (!(await clockIn(q, ctx, request))?.isPaused) await record(q, ctx, request, "paused")
    await moveRequest(q, request, "speaking", "held")
    await audit(q, ctx, "speech.interrupted", meetingSubject(meetingId), { requestId: request.id, name, by })
    return done(null)
  })

/** The word goes back to whoever was interrupted. The clock stands until the chair, having ruled, lets it run. */
async function handBackIn(q: Writer, ctx: Ctx, meetingId: string): Promise<void> {
  const held = await findHeld(q, ctx.community.id, meetingId)
  const request = held && (await findRequest(q, ctx.community.id, held.requestId))
  if (!request || !(await moveRequest(q, request, "held", "speaking"))) return
  await audit(q, ctx, "speech.handedBack", meetingSubject(meetingId), { requestId: request.id, name: held.name })
}

const clockIn = async (q: Writer, ctx: Ctx, request: SpeakingRequest) =>
  clockOf(await listTurnEvents(q, ctx.community.id, request.meetingId, request.id), null, ctx.now())

/** 停表. Refusals: not_speaking, clock_stands. */
export const pauseTurn = (ctx: Ctx, turn: Turn): Promise<Result<null>> =>
  onTurn(ctx, turn, (q, request, name) => pauseIn(q, ctx, request, name))

async function pauseIn(q: Writer, ctx: Ctx, request: SpeakingRequest, name: string): Promise<Result<null>> {
  if (request.state !== "speaking") return refuse("not_speaking", { name })
  if ((await clockIn(q, ctx, request))?.isPaused) return refuse("clock_stands")
  await record(q, ctx, request, "paused")
  await audit(q, ctx, "speech.paused", meetingSubject(request.meetingId), { requestId: request.id, name })
  return done(null)
}

/** 继续计时. Refusals: no_speaking_now, not_speaking, clock_runs. */
export const resumeTurn = (ctx: Ctx, turn: Turn): Promise<Result<null>> =>
  onTurn(ctx, turn, async (q, request, name, meeting) => {
    if (meeting.state !== "inSession") return refuse("no_speaking_now")
    if (request.state !== "speaking") return refuse("not_speaking", { name })
    if (!(await clockIn(q, ctx, request))?.isPaused) return refuse("clock_runs")
    await record(q, ctx, request, "resumed")
    await audit(q, ctx, "speech.resumed", meetingSubject(request.meetingId), { requestId: request.id, name })
    return done(null)
  })

/** 发言结束: the turn is over for good, and its gist is owed. Refusal: not_speaking. */
export const endTurn = (ctx: Ctx, turn: Turn): Promise<Result<null>> =>
  onTurn(ctx, turn, (q, request, name) => endIn(q, ctx, request, name))

async function endIn(q: Writer, ctx: Ctx, request: SpeakingRequest, name: string): Promise<Result<null>> {
  const clock = await clockIn(q, ctx, request)
  if (!(await moveRequest(q, request, "speaking", "done"))) return refuse("not_speaking", { name })
  await record(q, ctx, request, "ended")
  const seconds = Math.round((clock?.spokenMs ?? 0) / 1000)
  await audit(q, ctx, "speech.ended", meetingSubject(request.meetingId), { requestId: request.id, name, seconds })
  if (request.kind === "pointOfOrder") await handBackIn(q, ctx, request.meetingId)
  return done(null)
}

/**
 * 叫错了: the call is undone, and whoever was called waits again in the old place; whoever was interrupted has the word back.
 * Refusal: not_speaking.
 */
export const putBack = (ctx: Ctx, turn: Turn): Promise<Result<null>> =>
  onTurn(ctx, turn, async (q, request, name) => {
    if (!(await moveRequest(q, request, "speaking", "waiting"))) return refuse("not_speaking", { name })
    await record(q, ctx, request, "ended")
    await audit(q, ctx, "speech.putBack", meetingSubject(request.meetingId), { requestId: request.id, name })
    await handBackIn(q, ctx, request.meetingId)
    return done(null)
  })

/** For 休会 and 散会: no clock runs on while the meeting does not. Inner steps; nothing happens where nobody speaks. */
export const holdTurnIn = (q: Writer, ctx: Ctx, meetingId: string): Promise<void> =>
  withSpeaker(q, ctx, meetingId, (request, name) => pauseIn(q, ctx, request, name))

/** With a point of order ends the speech it interrupted. */
export async function endTurnIn(q: Writer, ctx: Ctx, meetingId: string): Promise<void> {
  const end = () => withSpeaker(q, ctx, meetingId, (request, name) => endIn(q, ctx, request, name))
  await end()
  await end()
}

async function withSpeaker(
  q: Writer,
  ctx: Ctx,
  meetingId: string,
  step: (request: SpeakingRequest, name: string) => Promise<Result<null>>,
): Promise<void> {
  const speaker = await findSpeaker(q, ctx.community.id, meetingId)
  const request = speaker && (await findRequest(q, ctx.community.id, speaker.requestId))
  // A clock that stands already is refused, which is what was wanted.
  if (request) await step(request, speaker.name)
}
